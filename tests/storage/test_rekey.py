"""Retiring a key: everything is sealed anew, nothing is lost, and the old key is no longer needed."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from messages.envelope import Outgoing
from storage import rekey
from storage.database import Database
from storage.files import FileStore
from storage.outgoing import outgoing_from_json
from storage.rekey import seal_anew
from storage.vault import KeyRetired, Vault, WrongKey

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
OLD, NEW = b"k" * 32, b"n" * 32


def _with_keys(database: Database, folder: Path, *keys: bytes) -> Database:
    vault = Vault(list(keys))
    return Database(
        database.engine.url.render_as_string(hide_password=False), vault, FileStore(folder / "files", vault)
    )


async def test_after_sealing_anew_the_old_key_can_go(database: Database, tmp_path: Path) -> None:
    before = _with_keys(database, tmp_path, OLD)
    await before.open()
    async with before.work(NOW) as work:
        contact = await work.contacts.at("web", "us", "somebody", "id")
        talk = await work.conversations.locked(contact)
        talk.answers = {"name": {"name": "Siti"}}
        posting = await work.outbox.put(contact, Outgoing(("halo",)))
        stored_as = before.files.put(b"a photo")
        await work.attachments.keep(
            contact,
            stored_as=stored_as,
            content_digest="d",
            size=7,
            kind="photo",
            media_type="image/png",
            name="x",
            seconds=None,
        )
        await work.commit()
    await before.close()

    both = _with_keys(database, tmp_path, NEW, OLD)
    await both.open()
    told: list[str] = []
    assert await seal_anew(both, lambda table, count: told.append(f"{table} {count}")) >= 5
    assert "files 1" in told
    assert await seal_anew(both, lambda table, count: None) == 0, "a second run has nothing to do"
    await both.close()

    after = _with_keys(database, tmp_path, NEW)
    await after.open()
    async with after.reading(NOW) as work:
        contact_found = await work.contacts.find("web", "somebody")
        assert contact_found is not None
        found = await work.conversations.of(contact_found.id)
        assert found is not None
        assert found.answers == {"name": {"name": "Siti"}}
        assert outgoing_from_json((await work.outbox.get(posting.id)).body).text == "halo"
    assert after.files.get(stored_as) == b"a photo"
    await after.close()

    with pytest.raises(WrongKey):
        await database.open()


async def _met(database: Database, address: str) -> None:
    async with database.work(NOW) as work:
        await work.contacts.at("web", "us", address, "id")
        await work.commit()


async def _quiet(database: Database) -> int:
    return await seal_anew(database, lambda table, count: None)


async def test_who_was_started_with_the_old_key_alone_seals_nothing_behind_our_back(
    database: Database, tmp_path: Path
) -> None:
    server = _with_keys(database, tmp_path, OLD)
    await server.open()
    await _met(server, "before")
    both = _with_keys(database, tmp_path, NEW, OLD)
    await both.open()
    await _met(server, "while both may")
    await _quiet(both)
    with pytest.raises(KeyRetired, match="newer key"):
        await _met(server, "behind our back")
    assert server.retired.is_set()
    after = _with_keys(database, tmp_path, NEW)
    await after.open()
    async with after.reading(NOW) as work:
        for address in ("before", "while both may"):
            assert await work.contacts.find("web", address) is not None
    for opened in (server, both, after):
        await opened.close()


async def test_sealing_anew_waits_for_what_was_begun_with_the_old_key(database: Database, tmp_path: Path) -> None:
    server, both = _with_keys(database, tmp_path, OLD), _with_keys(database, tmp_path, NEW, OLD)
    await server.open()
    await both.open()
    async with server.work(NOW) as work:
        await work.contacts.at("web", "us", "in the middle", "id")
        rekeying = asyncio.create_task(_quiet(both))
        await asyncio.wait([rekeying], timeout=0.5)
        assert not rekeying.done()
        await work.commit()
    assert await rekeying == 1
    after = _with_keys(database, tmp_path, NEW)
    await after.open()
    async with after.reading(NOW) as work:
        assert await work.contacts.find("web", "in the middle") is not None
    for opened in (server, both, after):
        await opened.close()


async def test_the_all_clear_is_given_only_when_nobody_seals_with_another_key(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody starts with the keys the other way round while everything is sealed anew."""
    both, turned = _with_keys(database, tmp_path, NEW, OLD), _with_keys(database, tmp_path, OLD, NEW)
    await both.open()
    await turned.open()
    really = rekey._files

    async def and_meanwhile(opened: Database) -> int:
        await turned.adopt_key()
        return await really(opened)

    monkeypatch.setattr(rekey, "_files", and_meanwhile)
    with pytest.raises(KeyRetired):
        await _quiet(both)
    async with database.engine.connect() as connection:
        known = await connection.execute(text("SELECT value FROM fact WHERE name = 'key_fingerprint'"))
        assert known.scalar_one() == turned.vault.fingerprints[0], "the old key is still needed"
    for opened in (both, turned):
        await opened.close()


async def test_the_old_key_is_refused_as_soon_as_a_newer_one_seals(database: Database, tmp_path: Path) -> None:
    both = _with_keys(database, tmp_path, NEW, OLD)
    await both.open()
    await both.adopt_key()
    with pytest.raises(KeyRetired):
        await database.open()
    await both.close()
