"""The append-only audit: one hash chain over everything that happens to a case.

Facts hold no personal text. Where it must be provable later what stood there, a keyed commitment stands in its place,
so that erasing a person leaves the chain whole.
"""

import hashlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import AuditEntry, AuditHead
from storage.upsert import insert_into
from storage.vault import Vault

_GENESIS = "0" * 64
_HEAD_ID = 1


@dataclass(frozen=True, slots=True)
class Broken:
    """The first entry that does not follow from the one before it."""

    seq: int
    reason: str


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain; it is published, so that cutting entries off the end shows."""

    seq: int
    hash: str


class Audit:
    def __init__(self, session: AsyncSession, vault: Vault) -> None:
        self._session = session
        self._vault = vault
        self._waiting: list[tuple[str, str, str | None, dict[str, object]]] = []

    def record(self, action: str, *, by: str, case_number: str | None = None, **facts: object) -> None:
        """Note what happened. `by` is a role or a staff reference, `facts` plain values without personal text."""
        self._waiting.append((action, by, case_number, facts))

    def commitment(self, place: str, value: str | None) -> str | None:
        return None if value is None else self._vault.commit(place, value)

    async def write(self, now: datetime) -> None:
        """Append what was noted. Called by `Work.commit` alone, as its last step before committing."""
        if not self._waiting:
            return
        head = await self._locked_head()
        for action, by, case_number, facts in self._waiting:
            entry = AuditEntry(
                seq=head.seq + 1,
                at=now.isoformat(timespec="milliseconds"),
                actor=by,
                action=action,
                case_number=case_number,
                facts=json.dumps(facts, sort_keys=True, ensure_ascii=True, separators=(",", ":"), default=str),
                previous=head.hash,
                hash="",
            )
            entry.hash = _hash(entry)
            self._session.add(entry)
            head.seq, head.hash = entry.seq, entry.hash
        self._waiting.clear()
        await self._session.flush()

    async def head(self) -> Head:
        row = await self._session.get(AuditHead, _HEAD_ID)
        return Head(row.seq, row.hash) if row else Head(0, _GENESIS)

    async def first_broken(self) -> Broken | None:
        """Walk the whole chain; None when it holds."""
        previous, expected, last = _GENESIS, 1, Head(0, _GENESIS)
        async for entry in self._entries():
            if entry.seq != expected:
                return Broken(expected, "entry is missing")
            if entry.previous != previous:
                return Broken(entry.seq, "does not follow the entry before it")
            if entry.hash != _hash(entry):
                return Broken(entry.seq, "was changed after it was written")
            previous, expected, last = entry.hash, entry.seq + 1, Head(entry.seq, entry.hash)
        head = await self.head()
        if head != last:
            return Broken(last.seq + 1, "entries at the end are missing")
        return None

    async def _entries(self) -> AsyncIterator[AuditEntry]:
        stream = await self._session.stream_scalars(
            select(AuditEntry).order_by(AuditEntry.seq).execution_options(yield_per=1000)
        )
        async for entry in stream:
            yield entry

    async def _locked_head(self) -> AuditHead:
        locked = select(AuditHead).where(AuditHead.id == _HEAD_ID).with_for_update()
        head = (await self._session.execute(locked)).scalar_one_or_none()
        if head is None:
            start = insert_into(self._session, AuditHead).values(id=_HEAD_ID, seq=0, hash=_GENESIS)
            await self._session.execute(start.on_conflict_do_nothing())
            head = (await self._session.execute(locked)).scalar_one()
        return head


def _hash(entry: AuditEntry) -> str:
    told = (entry.seq, entry.at, entry.actor, entry.action, entry.case_number, entry.facts, entry.previous)
    return hashlib.sha256(json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()
