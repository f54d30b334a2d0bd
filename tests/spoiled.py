"""Values that do not open: what a lost key, a bad disk or a wrong hand leaves behind."""

from sqlalchemy import text

from storage.database import Database


async def spoil(database: Database, table: str, column: str, row_id: int) -> None:
    """Make one sealed value unreadable: sealed for another place, as if under a lost key."""
    sealed = database.vault.seal("somewhere.else", b"{}")
    async with database.engine.begin() as connection:
        await connection.execute(
            text(f'UPDATE "{table}" SET {column} = :sealed WHERE id = :id'), {"sealed": sealed, "id": row_id}
        )
