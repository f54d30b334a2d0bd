"""The officers' queue: what is at work, the most urgent first, and finding a case by what is known of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from rules.kind import Kind
from rules.lifecycle import AT_WORK, State
from storage.tables import DISMISSED, Case, CaseClock, Conflict, Route
from storage.topics import left_behind


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row of the queue; `due`: the last day to answer, None where no clock runs."""

    case_id: int
    holder_id: int | None
    kind: str
    state: str
    due: date | None

    def is_late(self, today: date) -> bool:
        return self.due is not None and self.due < today


class Queue:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def at_work(self, *, besides_conflicts_of: int | None = None) -> list[Waiting]:
        """Everything that something is still expected of, the earliest date first, suggestions last.

        `besides_conflicts_of`: without the cases that seem to name this member of the staff.
        """
        at_work = select(Case.id).where(Case.state.in_(AT_WORK), Case.erased_at.is_(None))
        if besides_conflicts_of is not None:
            at_work = at_work.where(~_conflicted(besides_conflicts_of))
        found = await self._session.execute(
            select(Case.id, Case.holder_id, Case.kind, Case.state).where(Case.id.in_(at_work))
        )
        rounds = await self._session.execute(
            select(CaseClock.case_id, CaseClock.due, CaseClock.answered_at, CaseClock.ended_at)
            .where(CaseClock.case_id.in_(at_work))
            .order_by(CaseClock.round)
        )
        last = {case_id: due if answered is ended is None else None for case_id, due, answered, ended in rounds.all()}
        rows = [
            Waiting(case_id, holder_id, kind, state, last.get(case_id) if kind == Kind.COMPLAINT else None)
            for case_id, holder_id, kind, state in found.all()
        ]
        return sorted(rows, key=lambda row: (row.due is None, row.due or date.max, row.case_id))

    async def of_unit(self, unit: str, *, besides_conflicts_of: int) -> list[Waiting]:
        """What an agency was asked and has not answered, by the day it is asked to answer."""
        found = await self._session.execute(
            select(Case.id, Case.holder_id, Case.kind, Case.state, Route.due)
            .join(Route, Route.case_id == Case.id)
            .where(
                Route.unit == unit,
                Route.status == "open",
                Case.erased_at.is_(None),
                ~_conflicted(besides_conflicts_of),
            )
            .order_by(Route.due.nulls_last(), Case.id)
        )
        return [Waiting(*row) for row in found.all()]

    async def cases(self, ids: Sequence[int]) -> list[Case]:
        """These cases, in this order."""
        found = {c.id: c for c in (await self._session.execute(select(Case).where(Case.id.in_(ids)))).scalars()}
        return [found[case_id] for case_id in ids if case_id in found]

    async def newest(self, limit: int) -> list[Case]:
        """To look through by what is sealed: a name, a telephone number."""
        found = await self._session.execute(
            select(Case).where(Case.erased_at.is_(None)).order_by(Case.id.desc()).limit(limit)
        )
        return list(found.scalars())

    async def answered(self) -> list[int]:
        """Cases whose answer arrived and that are not closed, oldest first."""
        found = await self._session.execute(
            select(Case.id).where(Case.state == State.ANSWERED, Case.erased_at.is_(None)).order_by(Case.id)
        )
        return list(found.scalars())

    # -- conflicts of interest --------------------------------------------------------------------------------------

    async def has_conflict(self, case_id: int, staff_id: int) -> bool:
        """Whether the case seems to name them, and nobody has said that it does not."""
        found = await self._session.execute(
            select(Conflict.id)
            .where(Conflict.case_id == case_id, Conflict.staff_id == staff_id, Conflict.status != DISMISSED)
            .limit(1)
        )
        return found.scalar_one_or_none() is not None

    async def names(self, staff_id: int) -> bool:
        """Whether any case seems to name them, and nobody has said that it does not."""
        found = await self._session.execute(
            select(Conflict.id).where(Conflict.staff_id == staff_id, Conflict.status != DISMISSED).limit(1)
        )
        return found.scalar_one_or_none() is not None

    async def kept_from(self, case_id: int) -> set[int]:
        """Whom of the staff the case seems to name, less those of whom a superior said that it does not."""
        return {one.staff_id for one in await self.conflicts(case_id) if one.status != DISMISSED}

    async def conflicts(self, case_id: int) -> list[Conflict]:
        found = await self._session.execute(select(Conflict).where(Conflict.case_id == case_id).order_by(Conflict.id))
        return list(found.scalars())

    async def suspect(self, case_id: int, staff_ids: Collection[int]) -> None:
        """The case seems to name them: they do not see it from now on."""
        known = {conflict.staff_id for conflict in await self.conflicts(case_id)}
        for staff_id in staff_ids:
            if staff_id not in known:
                self._session.add(Conflict(case_id=case_id, staff_id=staff_id, status="suspected", found_at=self._now))
        await self._session.flush()
        await left_behind(self._session, case_id)

    async def judge_conflict(self, case_id: int, staff_id: int, status: str, *, by: int) -> None:
        """A superior confirmed or dismissed it."""
        for conflict in await self.conflicts(case_id):
            if conflict.staff_id == staff_id:
                conflict.status, conflict.decided_by, conflict.decided_at = status, by, self._now
        await self._session.flush()
        await left_behind(self._session, case_id)


def _conflicted(staff_id: int) -> ColumnElement[bool]:
    return (
        select(Conflict.id)
        .where(Conflict.case_id == Case.id, Conflict.staff_id == staff_id, Conflict.status != DISMISSED)
        .exists()
    )
