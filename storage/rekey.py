"""Sealing everything anew under the newest key, so that an old one can be retired.

Goes on where it stopped: what is sealed with the newest key already is passed over.
"""

from collections.abc import AsyncIterator, Callable

from sqlalchemy import LargeBinary, Table, select, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.tables import Attachment, Base, Fact
from storage.types import Sealed, SealedJSON
from storage.vault import Vault

_BATCH = 500


async def seal_anew(database: Database, progress: Callable[[str, int], None]) -> int:
    """Seal every value and file with the newest key; how many it were. `progress` gets a table's name and a count.

    Raises `WrongKey` for a value that no key at hand opens; what was sealed until then stays. The older keys are needed
    until it has returned.
    """
    # A process that was started with the old key alone would go on sealing with it, behind our back.
    await database.adopt_key()
    await database.works_before_this_ended()
    done = 0
    while sealed := await _all(database, progress):
        done += sealed
    await _facts(database)
    return done


async def _all(database: Database, progress: Callable[[str, int], None]) -> int:
    """Once through everything; how much was sealed with an older key."""
    done = 0
    for table in Base.metadata.sorted_tables:
        columns = [c.name for c in table.columns if isinstance(c.type, (Sealed, SealedJSON))]
        if columns and (sealed := await _table(database, table, columns)):
            done += sealed
            progress(table.name, sealed)
    if files := await _files(database):
        progress("files", files)
    return done + files


async def _table(database: Database, table: Table, columns: list[str]) -> int:
    done = 0
    (key,) = table.primary_key.columns
    raw = [type_coerce(table.c[name], LargeBinary).label(name) for name in columns]
    places = {name: getattr(table.c[name].type, "place", "") for name in columns}
    last = 0
    while True:
        async with database.engine.begin() as connection:
            batch = select(key.label("row_key"), *raw).where(key > last).order_by(key).limit(_BATCH).with_for_update()
            rows = (await connection.execute(batch)).mappings().all()
            for row in rows:
                anew = _resealed(database.vault, {name: row[name] for name in columns}, places)
                if anew:
                    await _write(connection, table, row["row_key"], anew)
                    done += len(anew)
        if not rows:
            return done
        last = rows[-1]["row_key"]


def _resealed(vault: Vault, values: dict[str, bytes | None], places: dict[str, str]) -> dict[str, bytes]:
    return {
        name: vault.seal(places[name], vault.unseal(places[name], bytes(value)))
        for name, value in values.items()
        if value is not None and not vault.sealed_with_newest(bytes(value))
    }


async def _write(connection: AsyncConnection, table: Table, row_key: int, anew: dict[str, bytes]) -> None:
    (key,) = table.primary_key.columns
    raw = {table.c[name]: type_coerce(value, LargeBinary) for name, value in anew.items()}
    await connection.execute(update(table).where(key == row_key).values(raw))


async def _files(database: Database) -> int:
    done = 0
    async for name in _names(database):
        done += database.files.seal_anew(name)
    return done


async def _names(database: Database) -> AsyncIterator[str]:
    async with database.engine.connect() as connection:
        for (name,) in (await connection.execute(select(Attachment.stored_as))).all():
            yield name


async def _facts(database: Database) -> None:
    """The wrapped index key, and the fingerprint by which a wrong key is known: the older keys are not needed any more.

    Unless somebody began to seal with another key meanwhile.
    """
    vault = database.vault
    async with database.engine.begin() as connection:
        await connection.execute(select(Fact.value).where(Fact.name == "index_key").with_for_update())
        await database.check_key(connection)
        wrapped = (await connection.execute(select(Fact.value).where(Fact.name == "index_key"))).scalar_one()
        anew = vault.seal("fact.index_key", vault.unseal("fact.index_key", bytes.fromhex(wrapped)))
        for name, value in (("index_key", anew.hex()), ("key_fingerprint", vault.fingerprints[0])):
            await connection.execute(update(Fact).where(Fact.name == name).values(value=value))
