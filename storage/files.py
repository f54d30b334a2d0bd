"""Where the content of attachments lies: sealed files in a folder, named at random.

A file is written and synced before the transaction that names it; a crash in between leaves a file that nobody names,
which `sweep` removes later.
"""

import os
import secrets
from collections.abc import Container
from pathlib import Path

from storage.vault import Vault

_PLACE = "attachment.content"


class FileStore:
    def __init__(self, folder: Path, vault: Vault) -> None:
        self._folder = folder
        self._vault = vault

    def put(self, content: bytes) -> str:
        """Keep the content sealed; gives the name it is stored as. Raises OSError when the disk does not take it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        name = secrets.token_hex(16)
        target = self._folder / name
        with open(target, "xb", opener=_private) as file:
            file.write(self._vault.seal(f"{_PLACE}:{name}", content))
            file.flush()
            os.fsync(file.fileno())
        return name

    def get(self, name: str) -> bytes | None:
        """The content, or None when it is gone."""
        try:
            return self._vault.unseal(f"{_PLACE}:{name}", (self._folder / name).read_bytes())
        except FileNotFoundError:
            return None

    def seal_anew(self, name: str) -> int:
        """Seal a file with the newest key, whole or not at all; 1 if it was done, 0 if it was not needed."""
        path = self._folder / name
        place = f"{_PLACE}:{name}"
        try:
            sealed = path.read_bytes()
        except FileNotFoundError:
            return 0
        if self._vault.sealed_with_newest(sealed):
            return 0
        beside = self._folder / f"{name}.new"
        beside.unlink(missing_ok=True)
        with open(beside, "xb", opener=_private) as file:
            file.write(self._vault.seal(place, self._vault.unseal(place, sealed)))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        return 1

    def remove(self, name: str) -> None:
        (self._folder / name).unlink(missing_ok=True)

    def sweep(self, named: Container[str], older_than: float) -> int:
        """Remove files that no row names and that were written before `older_than` (seconds since the epoch)."""
        removed = 0
        if not self._folder.is_dir():
            return 0
        for path in self._folder.iterdir():
            if path.name not in named and path.stat().st_mtime < older_than:
                path.unlink(missing_ok=True)
                removed += 1
        return removed


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
