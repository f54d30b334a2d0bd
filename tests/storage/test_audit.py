"""The audit chain: whole, append-only, and telling when somebody touched it."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from storage.audit import Head
from storage.database import Database
from tests.talk import a_town

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


async def _record(database: Database, *actions: str) -> None:
    async with database.work(NOW) as work:
        for action in actions:
            work.audit.record(action, by="citizen", case_number="ADU-2026-00001-3", note="kept")
        await work.commit()


async def _first_broken(database: Database) -> tuple[int, str] | None:
    async with database.reading(NOW) as work:
        broken = await work.audit.first_broken()
    return (broken.seq, broken.reason) if broken else None


async def test_a_chain_that_nobody_touched_holds(database: Database) -> None:
    await _record(database, "registered", "clock_started")
    await _record(database, "addition")
    assert await _first_broken(database) is None
    async with database.reading(NOW) as work:
        assert (await work.audit.head()).seq == 3


async def test_an_empty_chain_holds(database: Database) -> None:
    assert await _first_broken(database) is None


async def test_what_is_rolled_back_leaves_no_entry(database: Database) -> None:
    async with database.work(NOW) as work:
        work.audit.record("registered", by="citizen")
    await _record(database, "registered")
    async with database.reading(NOW) as work:
        assert (await work.audit.head()).seq == 1


@pytest.mark.parametrize(
    ("tampering", "seq", "reason"),
    [
        ("UPDATE audit SET facts = '{}' WHERE seq = 2", 2, "changed"),
        ("UPDATE audit SET actor = 'officer' WHERE seq = 1", 1, "changed"),
        ("DELETE FROM audit WHERE seq = 2", 2, "missing"),
        ("DELETE FROM audit WHERE seq = 3", 3, "at the end"),
        ("UPDATE audit SET at = '2026-01-01T00:00:00.000+00:00' WHERE seq = 3", 3, "changed"),
        ("UPDATE audit SET previous = hash WHERE seq = 2", 2, "does not follow"),
    ],
)
async def test_tampering_shows_at_its_place(database: Database, tampering: str, seq: int, reason: str) -> None:
    await _record(database, "registered", "clock_started", "addition")
    async with database.engine.begin() as connection:
        await connection.execute(text(tampering))
    found = await _first_broken(database)
    assert found is not None
    assert found[0] == seq
    assert reason in found[1]


async def test_many_writers_at_once_make_one_chain(database: Database) -> None:
    await asyncio.gather(*(_record(database, f"action-{i}") for i in range(20)))
    assert await _first_broken(database) is None
    async with database.reading(NOW) as work:
        assert (await work.audit.head()).seq == 20


async def test_a_chain_that_grows_while_it_is_walked_holds(database: Database) -> None:
    await _record(database, "registered", "clock_started")
    async with database.reading(NOW) as work:
        head = work.audit.head

        async def head_and_more() -> Head:
            await _record(database, "addition")
            found = await head()
            await _record(database, "addition")
            return found

        work.audit.head = head_and_more  # type: ignore[method-assign]  # another process writes at this moment
        assert await work.audit.first_broken() is None


async def test_what_is_added_behind_the_end_shows(database: Database) -> None:
    await _record(database, "registered", "clock_started")
    async with database.engine.begin() as connection:
        await connection.execute(text("UPDATE audit_head SET seq = 1, hash = (SELECT hash FROM audit WHERE seq = 1)"))
    assert await _first_broken(database) == (2, "was added behind the end of the chain")


async def test_a_chain_that_was_begun_anew_does_not_know_the_register(database: Database) -> None:
    async with a_town(database) as town:
        number = await town.citizen().files()
    assert await _first_broken(database) is None
    async with database.engine.begin() as connection:
        await connection.execute(text("DELETE FROM audit"))
        await connection.execute(text("DELETE FROM audit_head"))
    assert await _first_broken(database) == (1, f"the entry that registers {number} is missing")
    await _record(database, "something else")
    assert await _first_broken(database) == (2, f"the entry that registers {number} is missing")
