"""Retiring a key: everything is sealed anew, nothing is lost, and the old key is no longer needed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from messages.envelope import Outgoing
from storage.database import Database
from storage.files import FileStore
from storage.outgoing import outgoing_from_json
from storage.rekey import seal_anew
from storage.vault import Vault, WrongKey

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
