"""Run by Alembic: brings a database to the tables of `storage/tables`, on a connection that is handed over."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import text

from storage.tables import Base
from storage.types import BigKey, Instant, Sealed, SealedJSON

# Two processes that start at once on one PostgreSQL: the second waits for the first.
_MIGRATION_LOCK = 7203


def render_item(kind: str, item: Any, autogen: Any) -> str | Literal[False]:
    """A migration names plain column types, so that it still reads the same when our own types change."""
    if kind != "type":
        return False
    if isinstance(item, (Sealed, SealedJSON)):
        return "sa.LargeBinary()"
    if isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    if item is BigKey:
        return "sa.BigInteger().with_variant(sa.Integer(), 'sqlite')"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_item=render_item,
    render_as_batch=connection.dialect.name == "sqlite",
    transaction_per_migration=False,
)
with context.begin_transaction():
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
    context.run_migrations()
