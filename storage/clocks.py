"""The reply clock of a case: every round with its day, what it was counted with, and its recount."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from rules.deadlines import Due
from rules.kind import Kind
from rules.lifecycle import AT_WORK
from storage.audit import Audit
from storage.tables import Case, CaseClock


@dataclass(frozen=True, slots=True)
class OpenRound:
    """A round in which the office owes a reply. `holder_id`: whoever works the case, None while nobody does."""

    case_id: int
    round: int
    start: date
    due: date
    holder_id: int | None


class Clocks:
    """The half of the register that counts days."""

    def __init__(self, session: AsyncSession, audit: Audit, now: datetime) -> None:
        self._session = session
        self._audit = audit
        self._now = now

    async def open_rounds(self) -> list[OpenRound]:
        """Every running one, the earliest date first."""
        found = await self._session.execute(
            select(CaseClock.case_id, CaseClock.round, CaseClock.start, CaseClock.due, Case.holder_id)
            .join(Case, Case.id == CaseClock.case_id)
            .where(
                CaseClock.answered_at.is_(None),
                CaseClock.ended_at.is_(None),
                Case.kind == Kind.COMPLAINT,
                Case.state.in_(AT_WORK),
                Case.erased_at.is_(None),
            )
            .order_by(CaseClock.due, CaseClock.case_id)
        )
        return [OpenRound(*row) for row in found.all()]

    async def start_clock(self, case: Case, due: Due, received_at: datetime, calendar: str) -> CaseClock:
        """A round of the reply clock begins. `calendar`: fingerprint of the days off that it was counted with."""
        case.received_at = received_at
        clock = CaseClock(
            case_id=case.id,
            round=len(case.clocks) + 1,
            start=due.received,
            working_days=due.working_days,
            due=due.due,
            skipped=_days(due),
            calendar=calendar,
        )
        case.clocks.append(clock)
        await self._session.flush()
        self._audit.record(
            "clock_started",
            by="rules",
            case_number=case.number,
            round=clock.round,
            start=clock.start,
            due=clock.due,
        )
        return clock

    async def stop_clock(self, case: Case, answered_at: datetime) -> CaseClock | None:
        """The reply reached the complainant at that instant: the round is over. None where no clock runs."""
        clock = case.clocks[-1] if case.clocks else None
        if clock is None or not clock.runs:
            return None
        clock.answered_at = answered_at
        await self._session.flush()
        self._audit.record(
            "clock_stopped",
            by="rules",
            case_number=case.number,
            round=clock.round,
            due=clock.due,
            answered_at=answered_at.isoformat(),
        )
        return clock

    async def end_clock(self, case: Case) -> None:
        """The case leaves the clock without a reply. Nothing where no clock runs."""
        clock = case.clocks[-1] if case.clocks else None
        if clock is not None and clock.runs:
            clock.ended_at = self._now
            await self._session.flush()
            self._audit.record("clock_ended", by="rules", case_number=case.number, round=clock.round, due=clock.due)

    async def recount(self, case: Case, clock: CaseClock, due: Due, calendar: str) -> bool:
        """The days off changed: note the new date. False when the date stays (then only the fingerprint is new)."""
        before, clock.calendar = clock.due, calendar
        moved = before != due.due
        if moved:
            clock.due, clock.skipped = due.due, _days(due)
            self._audit.record(
                "deadline_recomputed", by="calendar", case_number=case.number, before=before, after=due.due
            )
        await self._session.flush()
        return moved


def _days(due: Due) -> list[dict[str, Any]]:
    return [{"date": day.day.isoformat(), "name": day.name} for day in due.skipped]
