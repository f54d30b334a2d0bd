"""The append-only audit: one hash chain over everything that happens to a case.

Facts hold no personal text. Where it must be provable later what stood there, a keyed commitment stands in its place,
so that erasing a person leaves the chain whole.
"""

import hashlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import AuditEntry, AuditHead, Case
from storage.upsert import insert_into
from storage.vault import Vault

REGISTERED = "registered"
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

    async def of_case(self, case_number: str) -> list[AuditEntry]:
        """Everything that happened to a case, and who saw it, oldest first."""
        found = await self._session.execute(
            select(AuditEntry).where(AuditEntry.case_number == case_number).order_by(AuditEntry.seq)
        )
        return list(found.scalars())

    async def links(self, first: int, last: int) -> AsyncIterator[AuditEntry]:
        """The entries of the chain from one number to another, both included."""
        async for entry in self._entries(last, first):
            yield entry

    async def first_broken(self) -> Broken | None:
        """Walk the whole chain, and compare it with the register; None when both hold.

        Works go on meanwhile: the walk ends at the head as it was when it began, and only what was there before that
        may not lie behind it.
        """
        written = (await self._session.execute(select(func.max(AuditEntry.seq)))).scalar_one() or 0
        head = await self.head()
        if written > head.seq:
            return Broken(head.seq + 1, "was added behind the end of the chain")
        last = Head(0, _GENESIS)
        async for entry in self._entries(head.seq):
            if entry.seq != last.seq + 1:
                return Broken(last.seq + 1, "entry is missing")
            if entry.previous != last.hash:
                return Broken(entry.seq, "does not follow the entry before it")
            if entry.hash not in (_hash(entry), _hash_of_old(entry)):
                return Broken(entry.seq, "was changed after it was written")
            last = Head(entry.seq, entry.hash)
        if head != last:
            return Broken(last.seq + 1, "entries at the end are missing")
        number = await self._never_registered()
        return None if number is None else Broken(last.seq + 1, f"the entry that registers {number} is missing")

    async def _never_registered(self) -> str | None:
        """A case in the register of which the chain knows nothing: a chain that was begun anew is whole, too."""
        registered = select(AuditEntry.seq).where(
            AuditEntry.case_number == Case.number, AuditEntry.action == REGISTERED
        )
        found = await self._session.execute(select(Case.number).where(~registered.exists()).order_by(Case.id).limit(1))
        return found.scalar_one_or_none()

    async def _entries(self, up_to: int, first: int = 1) -> AsyncIterator[AuditEntry]:
        stream = await self._session.stream_scalars(
            select(AuditEntry)
            .where(AuditEntry.seq.between(first, up_to))
            .order_by(AuditEntry.seq)
            .execution_options(yield_per=1000)
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
    """Of its place, its case, and the digest of what it tells: so that a proof can show which other entries lie between
    without telling what they say.
    """
    return _digest(entry.seq, entry.previous, entry.case_number, told_digest(entry))


def told_digest(entry: AuditEntry) -> str:
    """Of what an entry tells, without its place in the chain and its case."""
    return _digest(entry.at, entry.actor, entry.action, entry.facts)


def is_of_old(entry: AuditEntry) -> bool:
    """Hashed in one step: what it tells cannot be proved without telling it."""
    return entry.hash == _hash_of_old(entry)


def _hash_of_old(entry: AuditEntry) -> str:
    """As entries were hashed before there were proofs: they still stand in chains that began then."""
    told = (entry.seq, entry.at, entry.actor, entry.action, entry.case_number, entry.facts, entry.previous)
    return _digest(*told)


def _digest(*told: object) -> str:
    return hashlib.sha256(json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()
