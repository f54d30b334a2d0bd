"""Where the content of attachments lies: sealed files in a folder, named at random.

A file is written and synced before the transaction that names it; a crash in between leaves a file that nobody names.
`sweep` puts such a file into the trash, and removes it from there only weeks later: to a database that was restored
from an older backup, files that came since then look the same.
"""

import os
import re
import secrets
from collections.abc import Container
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from storage.vault import Vault

ORPHANED_AFTER = timedelta(hours=24)
TRASHED_FOR = timedelta(days=30)
_PLACE = "attachment.content"
_MARKER = "store-id"
_TRASH = "trash"
_OURS = re.compile(r"[0-9a-f]{32}(\.new)?")  # `.new`: left by a sealing anew that was interrupted


@dataclass(frozen=True, slots=True)
class Swept:
    """How many files went into the trash, and how many out of it for good."""

    trashed: int = 0
    removed: int = 0


class FileStore:
    def __init__(self, folder: Path, vault: Vault) -> None:
        self._folder = folder
        self._trash = folder / _TRASH
        self._vault = vault
        self._store_id = ""

    def use_store_id(self, store_id: str) -> None:
        """The id of the database whose rows name these files. It is set once the database has told it."""
        self._store_id = store_id

    def put(self, content: bytes) -> str:
        """Keep the content sealed; gives the name it is stored as. Raises OSError when the disk does not take it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._mark()
        name = secrets.token_hex(16)
        _write(self._folder / name, self._vault.seal(f"{_PLACE}:{name}", content))
        _sync(self._folder)
        return name

    def get(self, name: str) -> bytes | None:
        """The content, or None when it is gone."""
        try:
            return self._vault.unseal(f"{_PLACE}:{name}", self._path(name).read_bytes())
        except FileNotFoundError:
            return None

    def seal_anew(self, name: str) -> int:
        """Seal a file with the newest key, whole or not at all; 1 if it was done, 0 if it was not needed."""
        path = self._path(name)
        place = f"{_PLACE}:{name}"
        try:
            sealed = path.read_bytes()
        except FileNotFoundError:
            return 0
        if self._vault.sealed_with_newest(sealed):
            return 0
        beside = path.with_name(f"{name}.new")
        beside.unlink(missing_ok=True)
        _write(beside, self._vault.seal(place, self._vault.unseal(place, sealed)))
        beside.replace(path)
        _sync(path.parent)
        return 1

    def remove(self, name: str) -> None:
        self._path(name).unlink(missing_ok=True)

    def sweep(self, named: Container[str], now: float) -> Swept | None:
        """Put files that no row names into the trash, and remove what lay there for long. `now`: since the epoch.

        None, and nothing is touched, when the folder is that of another database: to this one every file is an orphan.
        """
        if not self._folder.is_dir():
            return Swept()
        self._mark()
        if not self._is_ours():
            return None
        trashed = removed = 0
        for path in _orphans(self._folder, named, now - ORPHANED_AFTER.total_seconds()):
            self._trash.mkdir(exist_ok=True)
            os.utime(path, (now, now))  # from here on it counts how long it lies in the trash
            path.replace(self._trash / path.name)
            trashed += 1
        for path in _orphans(self._trash, named, now - TRASHED_FOR.total_seconds()):
            path.unlink(missing_ok=True)
            removed += 1
        return Swept(trashed, removed)

    def _path(self, name: str) -> Path:
        """Where the file lies: in the trash, too, for a database that came back and names it again."""
        path, trashed = self._folder / name, self._trash / name
        return trashed if trashed.exists() and not path.exists() else path

    def _mark(self) -> None:
        """An empty folder becomes this database's. One that holds something stays what it is."""
        if not self._store_id or (self._folder / _MARKER).exists():
            return
        with os.scandir(self._folder) as inside:
            if any(inside):
                return
        draft = self._folder / f"{_MARKER}.{secrets.token_hex(4)}"
        _write(draft, self._store_id.encode("ascii"))
        draft.replace(self._folder / _MARKER)
        _sync(self._folder)
        _sync(self._folder.parent)

    def _is_ours(self) -> bool:
        try:
            marked = (self._folder / _MARKER).read_bytes()
        except FileNotFoundError:
            return False
        return bool(self._store_id) and marked == self._store_id.encode("ascii")


def _orphans(folder: Path, named: Container[str], older_than: float) -> list[Path]:
    """Files of ours that no row names and that were written before then. Whatever else lies there is not ours."""
    if not folder.is_dir():
        return []
    ours = (path for path in folder.iterdir() if _OURS.fullmatch(path.name) and path.name not in named)
    return [path for path in ours if path.is_file() and path.stat().st_mtime < older_than]


def _write(path: Path, content: bytes) -> None:
    """A new file, on the disk when this returns; what could be written of it is removed when it could not be."""
    with open(path, "xb", opener=_private) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            path.unlink(missing_ok=True)
            raise


def _sync(folder: Path) -> None:
    """A file is there after a power cut only when its folder was synced, too."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
