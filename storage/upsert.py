"""`INSERT ... ON CONFLICT` for the two databases, which spell it alike but import it from different places."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession


def insert_into(session: AsyncSession, table: type[Any]) -> Any:
    """An insert that knows `on_conflict_do_nothing` and `on_conflict_do_update` on the session's database."""
    dialect = session.get_bind().dialect.name
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
