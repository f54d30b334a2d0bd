"""What is sealed at rest: AES-256-GCM for what is read back, HMAC-SHA256 for what is only looked up.

A sealed value is `key id (1 byte) | nonce (12) | ciphertext`. The place (`table.column`) and the key id are
authenticated with it, so a value copied into another column or under another key does not open.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_KEY_BYTES = 32
_NONCE_BYTES = 12


class WrongKey(Exception):
    """A sealed value does not open with the keys at hand. Its text is one line for the operator."""


class KeyRetired(WrongKey):
    """The database is sealed with another key by now; this process must not go on with its own."""

    def __init__(self) -> None:
        super().__init__(
            "DATA_KEY: the database is sealed with a newer key than ours. Put that one first, and start again."
        )


class Vault:
    """Opens with any of its keys, seals with the first (the newest), so a key can be rotated in.

    `index_key` is for blind indexes and commitments; it never changes (it is stored wrapped), so that looking up
    survives a rotation. It is set once the database has told it.
    """

    def __init__(self, keys: Sequence[bytes]) -> None:
        if not keys or any(len(key) != _KEY_BYTES for key in keys):
            raise WrongKey("DATA_KEY must be 32 bytes in base64 (several: separated by commas, newest first).")
        self._ciphers = {_key_id(key): AESGCM(key) for key in keys}
        if len(self._ciphers) != len(keys):
            raise WrongKey("DATA_KEY holds the same key twice, or two keys with one id: make another one.")
        self._newest = _key_id(keys[0])
        self.fingerprints = tuple(fingerprint(key) for key in keys)
        self._index_key: bytes | None = None

    @classmethod
    def from_text(cls, text: str) -> "Vault":
        """Keys as the setting DATA_KEY holds them."""
        try:
            keys = [base64.b64decode(part.strip(), validate=True) for part in text.split(",") if part.strip()]
        except ValueError:
            keys = []
        return cls(keys)

    def use_index_key(self, key: bytes) -> None:
        self._index_key = key

    def seal(self, place: str, plain: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        head = bytes([self._newest])
        return head + nonce + self._ciphers[self._newest].encrypt(nonce, plain, _context(place, self._newest))

    def unseal(self, place: str, sealed: bytes) -> bytes:
        """Raises `WrongKey` when the key is not at hand or the value is not genuine."""
        key_id = sealed[0]
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            raise WrongKey(f"DATA_KEY lacks the key that {place} was sealed with.")
        nonce, body = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
        try:
            return cipher.decrypt(nonce, body, _context(place, key_id))
        except InvalidTag:
            raise WrongKey(f"A value of {place} does not open: another key, or it was changed.") from None

    def sealed_with_newest(self, sealed: bytes) -> bool:
        return sealed[0] == self._newest

    def blind(self, place: str, value: str) -> bytes:
        """A keyed digest to look a value up by, without keeping it readable."""
        if self._index_key is None:
            raise WrongKey("The index key was not loaded before a look-up.")
        return hmac.digest(self._index_key, f"{place}\0{value}".encode(), "sha256")

    def derived(self, purpose: str) -> bytes:
        """A secret of the program's own (cookies, signed links, the webhook), which survives a rotation of DATA_KEY."""
        return self.blind("derived secret", purpose)

    def commit(self, place: str, value: str) -> str:
        """A keyed commitment for the audit: proves later what stood there, tells nothing by itself."""
        return self.blind(f"audit:{place}", value).hex()[:32]


def new_key() -> str:
    """A fresh key as DATA_KEY holds it."""
    return base64.b64encode(secrets.token_bytes(_KEY_BYTES)).decode()


def fingerprint(key: bytes) -> str:
    """Tells keys apart in the open without telling the key."""
    return hashlib.sha256(b"aduan key fingerprint" + key).hexdigest()[:16]


def _key_id(key: bytes) -> int:
    return hashlib.sha256(b"aduan key id" + key).digest()[0]


def _context(place: str, key_id: int) -> bytes:
    return f"{place}\0{key_id}".encode()
