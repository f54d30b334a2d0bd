"""What is written on a case: notes, additions, the study, replies and reports, and how far their messages got."""

from datetime import datetime
from typing import Any

from sqlalchemy import literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.audit import Audit
from storage.tables import ON_ITS_WAY, Case, CaseEntry
from storage.topics import touched

WAITING = "waiting"  # the delivery of an entry whose messages are not sent yet
BY_HAND = "by_hand"  # told without a chat: by telephone, letter, at the counter; an officer records it
NOBODY = "nobody"  # a report for a superior who was not invited yet


class Entries:
    """The part of the register that holds words."""

    def __init__(self, session: AsyncSession, audit: Audit, now: datetime) -> None:
        self._session = session
        self._audit = audit
        self._now = now

    async def add_entry(
        self,
        case: Case,
        kind: str,
        *,
        by: str,
        body: dict[str, Any],
        visibility: str = "office",
        delivery: str | None = None,
        **facts: object,
    ) -> CaseEntry:
        """Write something on the case. `body` is sealed; `facts` go to the audit and hold no personal text.

        `delivery`: `WAITING` where messages will carry it.
        """
        entry = CaseEntry(
            case_id=case.id, at=self._now, by=by, kind=kind, visibility=visibility, body=body, delivery=delivery
        )
        self._session.add(entry)
        await touched(self._session, case, self._now)
        self._audit.record(
            kind,
            by=by,
            case_number=case.number,
            body=self._audit.commitment("case_entry.body", str(body)),
            **facts,
        )
        return entry

    async def entries(self, case: Case) -> list[CaseEntry]:
        found = await self._session.execute(
            select(CaseEntry).where(CaseEntry.case_id == case.id).order_by(CaseEntry.id)
        )
        return list(found.scalars())

    async def latest_entry(self, case_id: int, *kinds: str) -> CaseEntry | None:
        """The newest entry of one of these kinds."""
        found = await self._session.execute(
            select(CaseEntry)
            .where(CaseEntry.case_id == case_id, CaseEntry.kind.in_(kinds))
            .order_by(CaseEntry.id.desc())
            .limit(1)
        )
        return found.scalar_one_or_none()

    async def entry(self, entry_id: int) -> CaseEntry:
        return await self._session.get_one(CaseEntry, entry_id)

    async def on_their_way(self, limit: int = 1000) -> list[tuple[int, int, str]]:
        """(case id, entry id, delivery as last acted upon) of entries whose messages may still arrive or fail."""
        open_ones = [literal(state, literal_execute=True) for state in ON_ITS_WAY]
        found = await self._session.execute(
            select(CaseEntry.case_id, CaseEntry.id, CaseEntry.delivery)
            .where(CaseEntry.delivery.in_(open_ones))
            .order_by(CaseEntry.id)
            .limit(limit)
        )
        return [(case_id, entry_id, delivery or "") for case_id, entry_id, delivery in found.all()]
