"""Days on which the office is closed, as it entered them by a command."""

from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from rules.agency import Closure
from storage.audit import Audit
from storage.tables import ClosedDay
from storage.upsert import insert_into


class ClosedDays:
    def __init__(self, session: AsyncSession, audit: Audit, now: datetime) -> None:
        self._session = session
        self._audit = audit
        self._now = now

    async def all(self) -> list[Closure]:
        """In the order of days."""
        found = await self._session.execute(select(ClosedDay).order_by(ClosedDay.day))
        return [Closure(row.day, row.title) for row in found.scalars()]

    async def enter(self, day: date, name: str, *, by: str) -> None:
        """Closed on that day; entered again it gets the new name."""
        insert = insert_into(self._session, ClosedDay).values(day=day, title=name, entered_by=by, entered_at=self._now)
        await self._session.execute(insert.on_conflict_do_update(index_elements=["day"], set_={"title": name}))
        self._audit.record("closed_day", by=by, day=day)

    async def withdraw(self, day: date, *, by: str) -> bool:
        """Open on that day after all; False when it was not entered."""
        gone = await self._session.execute(delete(ClosedDay).where(ClosedDay.day == day).returning(ClosedDay.day))
        if gone.scalar_one_or_none() is None:
            return False
        self._audit.record("closed_day_withdrawn", by=by, day=day)
        return True
