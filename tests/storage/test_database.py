"""Opening a database, its key, its numbers, its jobs and leases."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from messages.envelope import Channel
from storage.database import Database, DatabaseTrouble
from storage.files import FileStore
from storage.tables import Base
from storage.types import Sealed, SealedJSON
from storage.vault import Vault, WrongKey

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


async def test_migrations_make_the_tables_the_program_uses(database: Database) -> None:
    def looked_at(connection: object) -> dict[str, tuple[set[str], set[str]]]:
        looked = inspect(connection)
        assert looked is not None
        unique = {t: {u["name"] for u in looked.get_unique_constraints(t)} for t in looked.get_table_names()}
        return {
            t: (
                {c["name"] for c in looked.get_columns(t)},
                {str(i["name"]) for i in looked.get_indexes(t) if i["name"] not in unique[t]},
            )
            for t in unique
            if t != "alembic_version"
        }

    async with database.engine.connect() as connection:
        found = await connection.run_sync(looked_at)
    assert found == {
        table.name: ({c.name for c in table.columns}, {str(i.name) for i in table.indexes})
        for table in Base.metadata.sorted_tables
    }
    assert await database.is_current()


async def test_a_wrong_key_stops_the_start_and_changes_nothing(database: Database, tmp_path: Path) -> None:
    url = database.engine.url.render_as_string(hide_password=False)
    vault = Vault([b"x" * 32])
    other = Database(url, vault, FileStore(tmp_path, vault))
    with pytest.raises(WrongKey, match="not the key of this database"):
        await other.open()
    await other.close()
    await database.open()


async def test_a_rotated_key_opens_what_the_old_one_sealed(database: Database, tmp_path: Path) -> None:
    async with database.work(NOW) as work:
        await work.contacts.at("web", "us", "somebody", "id")
        await work.commit()
    vault = Vault([b"n" * 32, b"k" * 32])
    rotated = Database(database.engine.url.render_as_string(hide_password=False), vault, FileStore(tmp_path, vault))
    await rotated.open()
    async with rotated.reading(NOW) as work:
        contact = await work.contacts.find("web", "somebody")
        assert contact is not None
        assert contact.address == "somebody"
    await rotated.close()


async def test_a_database_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    vault = Vault([b"k" * 32])
    database = Database("postgresql+asyncpg://nobody:secret@127.0.0.1:9/none", vault, FileStore(tmp_path, vault))
    with pytest.raises(DatabaseTrouble) as trouble:
        await database.open()
    await database.close()
    assert "\n" not in str(trouble.value)
    assert "secret" not in str(trouble.value)


async def test_personal_columns_are_sealed() -> None:
    named = (
        "name",
        "organisation",
        "address",
        "nik",
        "phone",
        "story",
        "body",
        "answers",
        "snapshot",
        "burst",
        "offered",
    )
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if column.name in named and (table.name, column.name) != ("fact", "name") and table.name != "lease":
                assert isinstance(column.type, (Sealed, SealedJSON)), f"{table.name}.{column.name}"


async def test_a_repeat_is_recognised_also_when_both_come_at_once(database: Database) -> None:
    async def keep() -> bool:
        async with database.work(NOW) as work:
            row = await work.inbox.keep(
                channel=Channel.TELEGRAM, account="1", provider_id="7", message_ref="", kind="message", body={}, at=NOW
            )
            await work.commit()
            return row is not None

    assert sorted(await asyncio.gather(*(keep() for _ in range(6)))) == [False] * 5 + [True]


async def test_a_job_slot_is_claimed_by_one(database: Database) -> None:
    async def claim() -> bool:
        async with database.work(NOW) as work:
            claimed = await work.jobs.claim("digest", "2026-11-23")
            await work.commit()
            return claimed

    async with database.reading(NOW) as work:
        assert not await work.jobs.is_claimed("digest", "2026-11-23")
    assert sum(await asyncio.gather(*(claim() for _ in range(6)))) == 1
    async with database.reading(NOW) as work:
        assert await work.jobs.is_claimed("digest", "2026-11-23")


async def test_a_lease_is_held_renewed_and_taken_over_when_it_ran_out(database: Database) -> None:
    async def hold(holder: str, moment: datetime) -> bool:
        async with database.work(moment) as work:
            held = await work.jobs.hold_lease("telegram", holder, 60)
            await work.commit()
            return held

    assert await hold("a", NOW)
    assert not await hold("b", NOW + timedelta(seconds=30))
    assert await hold("a", NOW + timedelta(seconds=50))
    assert not await hold("b", NOW + timedelta(seconds=100))
    assert await hold("b", NOW + timedelta(seconds=111))
    assert not await hold("a", NOW + timedelta(seconds=112))


async def test_one_person_writing_twice_at_once_is_one_contact(database: Database) -> None:
    async def write() -> int:
        async with database.work(NOW) as work:
            contact = await work.contacts.at("telegram", "us", "4711", "id")
            await work.conversations.locked(contact)
            await work.commit()
            return contact.id

    assert len(set(await asyncio.gather(*(write() for _ in range(8))))) == 1
    async with database.reading(NOW) as work:
        people = await work.session.execute(text("SELECT count(*) FROM person"))
        assert people.scalar_one() == 1


async def test_an_instant_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(Exception, match="time zone"):
        async with database.work(NOW.replace(tzinfo=None)) as work:
            await work.contacts.at("web", "us", "x", "id")
