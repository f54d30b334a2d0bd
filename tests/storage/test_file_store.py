"""Files on disk: what no row names goes, by way of the trash; what is another database's stays."""

import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.database import Database
from storage.files import ORPHANED_AFTER, TRASHED_FOR, FileStore, Swept
from storage.vault import Vault
from tests.conftest import a_database

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
_MOMENT = timedelta(minutes=1)


def _a_store(folder: Path, store_id: str = "one") -> FileStore:
    store = FileStore(folder / "attachments", Vault([b"k" * 32]))
    store.use_store_id(store_id)
    return store


def _written(folder: Path, name: str, moment: datetime) -> None:
    os.utime(folder / "attachments" / name, (moment.timestamp(), moment.timestamp()))


def test_an_orphan_lies_in_the_trash_for_weeks_before_it_is_removed(tmp_path: Path) -> None:
    store = _a_store(tmp_path)
    orphan, kept = store.put(b"nobody's"), store.put(b"somebody's")
    for name in (orphan, kept):
        _written(tmp_path, name, NOW)
    assert store.sweep({kept}, (NOW + ORPHANED_AFTER - _MOMENT).timestamp()) == Swept()
    trashed = NOW + ORPHANED_AFTER + _MOMENT
    assert store.sweep({kept}, trashed.timestamp()) == Swept(trashed=1)
    assert store.sweep({kept}, (trashed + TRASHED_FOR - _MOMENT).timestamp()) == Swept()
    assert store.get(orphan) == b"nobody's"
    assert store.sweep({kept}, (trashed + TRASHED_FOR + _MOMENT).timestamp()) == Swept(removed=1)
    assert store.get(orphan) is None
    assert store.get(kept) == b"somebody's"


def test_what_is_named_again_is_found_in_the_trash_and_stays(tmp_path: Path) -> None:
    """An older backup was restored, and then the newer one after all."""
    store = _a_store(tmp_path)
    name = store.put(b"a photo")
    _written(tmp_path, name, NOW)
    store.sweep(set(), (NOW + timedelta(days=2)).timestamp())
    assert store.sweep({name}, (NOW + timedelta(days=90)).timestamp()) == Swept()
    assert store.get(name) == b"a photo"
    store.remove(name)
    assert store.get(name) is None


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    store = _a_store(tmp_path)
    store.put(b"x")
    for name in ("notes.txt", "A" * 32, "0" * 31):
        (tmp_path / "attachments" / name).write_text("the operator's")
        _written(tmp_path, name, NOW)
    (tmp_path / "attachments" / ("0" * 32)).mkdir()
    before = sorted(os.listdir(tmp_path / "attachments"))
    store.sweep(set(), (NOW + timedelta(days=1)).timestamp())
    assert sorted(os.listdir(tmp_path / "attachments")) == before


def test_a_folder_whose_files_came_without_a_mark_is_not_swept(tmp_path: Path) -> None:
    unmarked = FileStore(tmp_path / "attachments", Vault([b"k" * 32]))
    name = unmarked.put(b"restored by hand")
    _written(tmp_path, name, NOW)
    store = _a_store(tmp_path)
    store.put(b"new")
    assert store.sweep(set(), (NOW + timedelta(days=90)).timestamp()) is None
    assert store.get(name) == b"restored by hand"


async def test_every_database_has_an_id_of_its_own_and_keeps_it(database: Database, tmp_path: Path) -> None:
    name = database.files.put(b"a photo")
    _written(tmp_path, name, NOW)
    other = a_database(f"sqlite+aiosqlite:///{tmp_path / 'trial.db'}", tmp_path)
    await other.open()
    later = (NOW + timedelta(days=90)).timestamp()
    assert other.files.sweep(set(), later) is None, "a trial on the same DATA_DIR"
    again = a_database(database.engine.url.render_as_string(hide_password=False), tmp_path)
    await again.open()
    assert again.files.sweep(set(), later) == Swept(trashed=1)
    await other.close()
    await again.close()


def test_a_file_that_the_disk_does_not_take_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = _a_store(tmp_path)
    store.put(b"fits")
    before = sorted(os.listdir(tmp_path / "attachments"))

    def full(opened: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        store.put(b"does not fit")
    assert sorted(os.listdir(tmp_path / "attachments")) == before


def test_the_folder_is_on_the_disk_as_well_as_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a power cut a file is there only when its folder was synced after it came into it, or was renamed in it."""
    synced: list[set[str]] = []
    really = os.fsync

    def fsync(opened: int) -> None:
        if stat.S_ISDIR(os.fstat(opened).st_mode):
            synced.append(set(os.listdir(opened)))
        really(opened)

    store = _a_store(tmp_path)
    monkeypatch.setattr(os, "fsync", fsync)
    name = store.put(b"a photo")
    assert name in synced[-1]
    rotated = FileStore(tmp_path / "attachments", Vault([b"n" * 32, b"k" * 32]))
    assert rotated.seal_anew(name) == 1
    assert synced[-1] == set(os.listdir(tmp_path / "attachments"))
