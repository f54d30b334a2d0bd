"""Opening the database, on SQLite or PostgreSQL, and one unit of work for each message."""

import asyncio
import secrets
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import event, make_url, select, text, update
from sqlalchemy.engine import Connection
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from storage.files import FileStore
from storage.tables import Fact
from storage.types import lend_vault
from storage.upsert import insert_into
from storage.vault import KeyRetired, Vault, WrongKey
from storage.work import Work

_MIGRATIONS = Path(__file__).parent / "migrations"
_BUSY_SECONDS = 15
_NEWEST_KEY = "newest_key"


class DatabaseTrouble(Exception):
    """The database cannot be used as it is. Its text is one line for the operator."""


class Database:
    """One database with its vault. `work()` is the only way in.

    `retired` is set when a work found that the database is sealed with a newer key than ours: the process has to stop.
    """

    def __init__(self, url: str, vault: Vault, files: FileStore) -> None:
        self.vault = vault
        self.files = files
        self.retired = asyncio.Event()
        try:
            parsed = make_url(url)
        except (ArgumentError, ValueError):
            raise DatabaseTrouble(
                "DATABASE_URL cannot be read: sqlite+aiosqlite:///path or postgresql+asyncpg://user:password@host/name."
            ) from None
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        if self.is_sqlite:
            if parsed.database and parsed.database != ":memory:":
                _make_folder(Path(parsed.database).parent)
            # Values stay out of the texts of errors: they may be a person's.
            self.engine = create_async_engine(parsed, connect_args={"timeout": _BUSY_SECONDS}, hide_parameters=True)
            _speak_plain_sqlite(self.engine)
        else:
            self.engine = create_async_engine(
                parsed, pool_size=10, max_overflow=10, pool_pre_ping=True, hide_parameters=True
            )
        lend_vault(self.engine.dialect, vault)
        self._sessions = async_sessionmaker(self.engine, expire_on_commit=False)
        # SQLite has one writer; waiting here in order is fairer and faster than its busy polling.
        self._turn: asyncio.Lock | None = asyncio.Lock() if self.is_sqlite else None

    @asynccontextmanager
    async def work(self, now: datetime) -> AsyncIterator[Work]:
        """A transaction that may write. Left without `commit()` it rolls back. `now` stamps what it writes.

        Raises `KeyRetired` when the database is sealed with another key by now.
        """
        if self._turn is None:
            async with self._begun(now, write=True) as work:
                yield work
            return
        async with self._turn, self._begun(now, write=True) as work:
            yield work

    @asynccontextmanager
    async def reading(self, now: datetime) -> AsyncIterator[Work]:
        """A transaction that only reads: never waits for a writer."""
        async with self._begun(now, write=False) as work:
            yield work

    @asynccontextmanager
    async def _begun(self, now: datetime, *, write: bool) -> AsyncIterator[Work]:
        async with self._sessions() as session:
            connection = await session.connection(execution_options={"aduan_write": write})
            work = Work(session, self.vault, self.files, now)
            try:
                if write:
                    await self.check_key(connection)
                yield work
            finally:
                # Shielded: a cancelled request must not leave its connection inside a transaction.
                await asyncio.shield(session.close())

    async def open(self) -> None:
        """Bring the tables up to date and check that the keys fit. Raises `DatabaseTrouble` or `WrongKey`."""
        await self.migrate()
        await self._check_keys()

    async def migrate(self) -> None:
        try:
            if self.is_sqlite and self.engine.url.database not in (None, "", ":memory:"):
                await asyncio.to_thread(_try_file, str(self.engine.url.database))
            async with self.engine.connect() as connection, self._tables_may_be_rebuilt(connection):
                await connection.run_sync(_upgrade)
                await connection.commit()
        except (SQLAlchemyError, sqlite3.Error, OSError) as trouble:
            raise DatabaseTrouble(self._unreachable(trouble)) from trouble

    @asynccontextmanager
    async def _tables_may_be_rebuilt(self, connection: AsyncConnection) -> AsyncIterator[None]:
        """SQLite changes a table by making it anew, which others that refer to it would forbid while it is away."""
        if not self.is_sqlite:
            yield
            return
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        await driver.execute("PRAGMA foreign_keys=OFF")  # before the transaction: inside of one it does nothing
        try:
            yield
        finally:
            await connection.rollback()
            await driver.execute("PRAGMA foreign_keys=ON")

    async def adopt_key(self) -> None:
        """From here on everything is sealed with our first key: whoever seals with another stops at the next work."""
        async with self.engine.begin() as connection:
            newest = update(Fact).where(Fact.name == _NEWEST_KEY).values(value=self.vault.fingerprints[0])
            await connection.execute(newest)

    async def check_key(self, connection: AsyncConnection) -> None:
        """Whether we seal with the key that is the newest by now. Raises `KeyRetired`."""
        found = await connection.execute(select(Fact.value).where(Fact.name == _NEWEST_KEY))
        newest = found.scalar_one_or_none()
        if newest is not None and newest != self.vault.fingerprints[0]:
            self.retired.set()
            raise KeyRetired

    async def works_before_this_ended(self) -> None:
        """Return when every transaction that is open now has ended. On SQLite whoever writes has waited for that."""
        if self.is_sqlite:
            return
        async with self.engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")  # else one look is all it sees
            began = (await connection.execute(text("SELECT clock_timestamp()"))).scalar_one()
            open_still = text(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND backend_type = 'client backend' AND pid <> pg_backend_pid() AND xact_start < :began"
            )
            while (await connection.execute(open_still, {"began": began})).scalar_one():  # noqa: ASYNC110
                await asyncio.sleep(0.1)  # nothing tells of the end of another's transaction

    async def is_current(self) -> bool:
        """Whether the tables are those of this version of the program."""
        head = ScriptDirectory.from_config(_alembic()).get_current_head()
        try:
            async with self.engine.connect() as connection:
                found = await connection.execute(text("SELECT version_num FROM alembic_version"))
                return found.scalar() == head
        except (SQLAlchemyError, OSError):
            return False

    async def answers(self) -> bool:
        try:
            async with self.engine.connect() as connection:
                await connection.execute(text("SELECT 1"))
        except (SQLAlchemyError, OSError):
            return False
        return True

    async def close(self) -> None:
        await self.engine.dispose()

    async def _check_keys(self) -> None:
        """The key's fingerprint is in the database: a wrong key stops the start, before anything is sealed with it."""
        async with AsyncSession(self.engine) as session:
            await session.connection(execution_options={"aduan_write": True})
            # Of two processes that start at once on a new database, one seals it and the other waits here.
            first = insert_into(session, Fact).values(name="key_fingerprint", value=self.vault.fingerprints[0])
            sealed = await session.execute(first.on_conflict_do_nothing().returning(Fact.name))
            if sealed.scalar_one_or_none() is not None:
                index_key, store_id = secrets.token_bytes(32), secrets.token_hex(16)
                session.add(Fact(name="index_key", value=self.vault.seal("fact.index_key", index_key).hex()))
                session.add(Fact(name="store_id", value=store_id))
                session.add(Fact(name=_NEWEST_KEY, value=self.vault.fingerprints[0]))
                await session.commit()
                self.vault.use_index_key(index_key)
                self.files.use_store_id(store_id)
                return
            facts = {f.name: f.value for f in (await session.execute(select(Fact))).scalars()}
            known = facts["key_fingerprint"]
            if known not in self.vault.fingerprints:
                raise WrongKey(
                    f"DATA_KEY is not the key of this database (key {self.vault.fingerprints[0]}, "
                    f"database sealed with {known}). Put the right key back; nothing was changed."
                )
            if facts[_NEWEST_KEY] not in self.vault.fingerprints:
                raise KeyRetired
            self.vault.use_index_key(self.vault.unseal("fact.index_key", bytes.fromhex(facts["index_key"])))
            self.files.use_store_id(facts["store_id"])

    def _unreachable(self, trouble: Exception) -> str:
        url = self.engine.url.render_as_string(hide_password=True)
        first_line = str(getattr(trouble, "orig", None) or trouble).strip().splitlines()
        reason = first_line[0][:160] if first_line else type(trouble).__name__
        return f"The database {url} cannot be used: {reason}. Is it running, and is DATABASE_URL right?"


def _try_file(path: str) -> None:
    """Whether SQLite can use the file at all: asked here, since a connection that fails in aiosqlite leaves its thread
    behind, which may outlive the event loop."""
    with closing(sqlite3.connect(path, timeout=_BUSY_SECONDS)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise DatabaseTrouble(
            f"DATABASE_URL: the folder {folder} cannot be made or used ({trouble.strerror})."
        ) from None


def _speak_plain_sqlite(engine: AsyncEngine) -> None:
    """WAL, synchronous=FULL and our own BEGIN: a writer takes its lock at once, a reader never waits for one."""

    @event.listens_for(engine.sync_engine, "connect")
    def _connected(dbapi_connection: Any, _: object) -> None:
        dbapi_connection.isolation_level = None
        cursor = dbapi_connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("aduan_write", True)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _alembic() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    return config


def _upgrade(connection: Connection) -> None:
    config = _alembic()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        assert not orphans, "a migration left rows that refer to nothing"
