"""Column types: sealed text and JSON, instants in UTC, big keys on both databases."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Integer, LargeBinary
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from storage.vault import Vault

BigKey = BigInteger().with_variant(Integer, "sqlite")
PlainJSON = JSON().with_variant(JSONB, "postgresql")

_VAULT = "aduan_vault"


def lend_vault(dialect: Dialect, vault: Vault) -> None:
    """The engine's dialect is what column types are handed, so it carries the vault."""
    setattr(dialect, _VAULT, vault)


def _vault(dialect: Dialect) -> Vault:
    vault = getattr(dialect, _VAULT, None)
    if not isinstance(vault, Vault):
        raise TypeError("this engine was opened without a vault")
    return vault


class Sealed(TypeDecorator[str]):
    """Text that is encrypted at rest. `place` is its table.column."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        # A lone surrogate can come in from JSON; it must not make a whole message fail.
        return None if value is None else _vault(dialect).seal(self.place, value.encode("utf-8", "replace"))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else _vault(dialect).unseal(self.place, value).decode()


class SealedJSON(TypeDecorator[Any]):
    """A JSON value that is encrypted at rest. Replace it whole: changes inside are not noticed."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return _vault(dialect).seal(self.place, text.encode("utf-8", "replace"))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(_vault(dialect).unseal(self.place, value))


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC on both databases. A naive one is a mistake and raises."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value
