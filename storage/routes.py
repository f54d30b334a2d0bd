"""Where cases were sent: internal, to a technical team or agency, to APIP; asked, decided, answered."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.audit import Audit
from storage.tables import Case, Route

INTERNAL, AGENCY, APIP = "internal", "agency", "apip"
OPEN, REQUESTED = "open", "requested"
ANSWERED, DECLINED, REFUSED, ENDED = "answered", "declined", "refused", "ended"


class Routes:
    """`said` of a route holds words under the names question, reason, decision, regulation, answer; sealed."""

    def __init__(self, session: AsyncSession, audit: Audit, now: datetime) -> None:
        self._session = session
        self._audit = audit
        self._now = now

    async def begin(
        self,
        case: Case,
        kind: str,
        *,
        asked_by: int,
        status: str = OPEN,
        unit: str | None = None,
        due: date | None = None,
        **said: str,
    ) -> Route:
        route = Route(
            case_id=case.id,
            kind=kind,
            status=status,
            unit=unit,
            asked_by=asked_by,
            asked_at=self._now,
            due=due,
            said=said,
            reminded=[],
        )
        self._session.add(route)
        await self._session.flush()
        self._audit.record(
            "route", by=f"staff:{asked_by}", case_number=case.number, kind=kind, status=status, unit=unit, due=due
        )
        return route

    async def current(self, case_id: int, *kinds: str) -> Route | None:
        """The newest one that is still open or requested."""
        statement = select(Route).where(Route.case_id == case_id, Route.status.in_((OPEN, REQUESTED)))
        if kinds:
            statement = statement.where(Route.kind.in_(kinds))
        found = await self._session.execute(statement.order_by(Route.id.desc()).limit(1))
        return found.scalar_one_or_none()

    async def of_case(self, case_id: int) -> list[Route]:
        """All of them, oldest first."""
        found = await self._session.execute(select(Route).where(Route.case_id == case_id).order_by(Route.id))
        return list(found.scalars())

    async def open_at(self, unit: str) -> list[Route]:
        """What that agency was asked and has not answered, the most urgent first."""
        found = await self._session.execute(
            select(Route).where(Route.unit == unit, Route.status == OPEN).order_by(Route.due.nulls_last(), Route.id)
        )
        return list(found.scalars())

    async def waiting(self, status: str = REQUESTED) -> list[Route]:
        found = await self._session.execute(select(Route).where(Route.status == status).order_by(Route.id))
        return list(found.scalars())

    async def point_at(self, route: Route, unit: str | None, due: date | None) -> None:
        """Whose people see the case through it, and by when they are asked to be done."""
        route.unit, route.due = unit, due
        await self._session.flush()

    async def decide(self, route: Route, case: Case, status: str, *, by: int, **said: str) -> None:
        """Approved (open) or refused by somebody, with their words."""
        route.status, route.decided_by, route.decided_at = status, by, self._now
        await self._said(route, case, "route_decided", by, said)

    async def end(self, route: Route, case: Case, status: str, *, by: int | None, **said: str) -> None:
        """Answered, declined, or ended because the case went on."""
        route.status, route.ended_by, route.ended_at = status, by, self._now
        await self._said(route, case, "route_ended", by, said)

    async def _said(self, route: Route, case: Case, action: str, by: int | None, said: dict[str, str]) -> None:
        words: dict[str, Any] = {**route.said, **said}
        route.said = words
        await self._session.flush()
        self._audit.record(
            action,
            by="rules" if by is None else f"staff:{by}",
            case_number=case.number,
            kind=route.kind,
            status=route.status,
            words=self._audit.commitment("route.said", str(words)),
        )
