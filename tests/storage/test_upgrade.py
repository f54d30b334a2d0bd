"""A database that holds something already is brought up to date with everything in it."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from alembic import command
from sqlalchemy import make_url, text
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import Database, _alembic
from tests.conftest import _on_server, a_database

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
BEFORE_THE_DESK = "0002"


@pytest.fixture(params=["sqlite", "postgresql"])
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without any table."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'old.db'}"
    server = request.getfixturevalue("postgres")
    name = f"old_{uuid4().hex[:12]}"
    await _on_server(server, f"CREATE DATABASE {name}")
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def _up_to(revision: str, connection: Connection) -> None:
    config = _alembic()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


async def _kept_before_the_desk(url: str) -> None:
    """A case with an entry, a follower and a word, as the program before it kept them."""
    engine = create_async_engine(url)
    now = "'2026-11-23 02:00:00+00'" if url.startswith("postgresql") else "'2026-11-23 02:00:00.000000'"
    yes, no = ("true", "false") if url.startswith("postgresql") else ("1", "0")
    async with engine.begin() as connection:
        await connection.run_sync(lambda c: _up_to(BEFORE_THE_DESK, c))
        for kept in (
            f"INSERT INTO person (id, language, language_chosen, created_at) VALUES (1, 'id', {no}, {now})",
            'INSERT INTO "case" (id, number, year, running, kind, state, reasons, person_id, draft, channel, language,'
            " component, component_by, progress, breach, secret, flags, brought_at, registered_at, updated_at) VALUES"
            " (1, 'ADU-2026-00001-3', 2026, 1, 'complaint', 'new', '[]', 1, 'run', 'web', 'id', 'produk', 'reader',"
            f" 'unknown', '[]', {yes}, '[]', {now}, {now}, {now})",
            "INSERT INTO case_entry (id, case_id, at, by, kind, visibility)"
            f" VALUES (1, 1, {now}, 'citizen', 'x', 'office')",
            "INSERT INTO case_term (term, case_id) VALUES (7, 1)",
        ):
            await connection.execute(text(kept))
    await engine.dispose()


async def test_what_was_kept_before_the_desk_is_all_there_afterwards(empty: str, tmp_path: Path) -> None:
    await _kept_before_the_desk(empty)
    database: Database = a_database(empty, tmp_path)
    try:
        await database.open()
        assert await database.is_current()
        async with database.reading(NOW) as work:
            case = await work.cases.locked(1)
            assert (case.number, case.holder_id, case.expects, case.secret) == ("ADU-2026-00001-3", None, "", True)
            assert [entry.delivery for entry in await work.cases.entries(case)] == [None]
        async with database.engine.connect() as connection:
            assert (await connection.execute(text("SELECT term FROM case_term"))).scalars().all() == [7]
        await database.open()  # and once more changes nothing
    finally:
        await database.close()
