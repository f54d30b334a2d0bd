"""What the register counts, for digests and reports: grouped in the database, so that a million cases stay a few rows.

No name, no story and no address is read here. Days are dates in Jakarta, spans include both ends.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased

from rules.days import JAKARTA
from rules.kind import Kind
from rules.lifecycle import AT_WORK
from rules.performance import Judged
from storage.days import JakartaDay
from storage.deliveries import DEAD, FAILED, HELD
from storage.tables import DISMISSED, Case, CaseClock, CaseEntry, Conflict, Correction, Posting, Route, Staff


@dataclass(frozen=True, slots=True)
class Scope:
    """Which cases are counted. `unit`: only those that its officers hold; `besides_conflicts_of`: without those that
    seem to name this member of the staff.
    """

    unit: str | None = None
    besides_conflicts_of: int | None = None

    def holds(self) -> ColumnElement[bool]:
        """The condition on `Case`."""
        found: list[ColumnElement[bool]] = []
        if self.unit is not None:
            found.append(Case.holder_id.in_(select(Staff.id).where(Staff.unit == self.unit)))
        if self.besides_conflicts_of is not None:
            names = select(Conflict.case_id).where(
                Conflict.staff_id == self.besides_conflicts_of, Conflict.status != DISMISSED
            )
            found.append(Case.id.not_in(names))
        return and_(true(), *found)


WHOLE_OFFICE = Scope()


@dataclass(frozen=True, slots=True)
class Matter:
    """By what figures are told apart. `route`: the last one the case took, None for those that took none."""

    component: str
    service_id: str | None
    channel: str
    route: str | None = None


@dataclass(frozen=True, slots=True)
class Arrived:
    """Cases of a kind that were registered on a day about a matter."""

    day: date
    kind: str
    matter: Matter
    count: int


@dataclass(frozen=True, slots=True)
class Round:
    """Rounds of the reply clock that are alike."""

    judged: Judged
    matter: Matter


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case that something is still expected of. `due`: None where no clock runs. `held`: its reply waits for the
    complainant to write (WhatsApp's window is closed).
    """

    id: int
    number: str
    kind: str
    state: str
    matter: Matter
    holder_id: int | None
    due: date | None
    registered_at: datetime
    secret: bool
    held: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """Two words that go together (a channel and a trouble; a class and what it became), and how often."""

    first: str
    second: str
    count: int


class Figures:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def arrived(self, first: date, last: date, scope: Scope) -> list[Arrived]:
        """What was registered in that span, by its kind of today."""
        day = JakartaDay(Case.registered_at)
        by = (day, Case.kind, Case.component, Case.service_id, Case.channel)
        found = await self._session.execute(
            select(*by, func.count()).where(within(Case.registered_at, first, last), scope.holds()).group_by(*by)
        )
        return [Arrived(d, kind, Matter(*matter), count) for d, kind, *matter, count in found.all()]

    async def rounds(self, first: date, last: date, scope: Scope) -> list[Round]:
        """Rounds that were due or answered in that span: of complaints that are answered or still at work."""
        answered = JakartaDay(CaseClock.answered_at)
        by = (CaseClock.start, CaseClock.due, answered, Case.component, Case.service_id, Case.channel, last_route())
        in_span = or_(within(CaseClock.answered_at, first, last), CaseClock.due.between(first, last))
        counts = or_(CaseClock.answered_at.is_not(None), Case.state.in_(AT_WORK))
        found = await self._session.execute(
            select(*by, func.count())
            .join(Case, Case.id == CaseClock.case_id)
            .where(in_span, counts, Case.kind == Kind.COMPLAINT, scope.holds())
            .group_by(*by)
        )
        return [Round(Judged(start, due, on, n), Matter(*matter)) for start, due, on, *matter, n in found.all()]

    async def reopened(self, first: date, last: date, scope: Scope) -> int:
        """Rounds after the first that began in that span: the complainant said that it was not solved."""
        found = await self._session.execute(
            select(func.count())
            .select_from(CaseClock)
            .join(Case, Case.id == CaseClock.case_id)
            .where(CaseClock.round > 1, CaseClock.start.between(first, last), scope.holds())
        )
        return int(found.scalar_one())

    async def open_cases(self, scope: Scope) -> list[OpenCase]:
        """Everything at work, the earliest date first, suggestions last."""
        at_work = and_(Case.state.in_(AT_WORK), Case.erased_at.is_(None), scope.holds())
        each = aliased(CaseClock)
        newest = select(func.max(each.round)).where(each.case_id == Case.id).scalar_subquery()
        held = select(CaseEntry.id).where(CaseEntry.case_id == Case.id, CaseEntry.delivery == HELD).exists()
        statement = (
            select(*_OF_A_CASE, last_route(), held.label("held"), CaseClock.due, CaseClock.answered_at)
            .outerjoin(CaseClock, and_(CaseClock.case_id == Case.id, CaseClock.round == newest))
            .where(at_work)
        )
        rows = [
            _open_case(
                row,
                route=row.route,
                due=row.due if row.answered_at is None and row.kind == Kind.COMPLAINT else None,
                held=row.held,
            )
            for row in (await self._session.execute(statement)).all()
        ]
        return sorted(rows, key=lambda row: (row.due is None, row.due or date.max, row.id))

    async def suggestions(self, first: date, last: date, scope: Scope, limit: int) -> list[OpenCase]:
        """The suggestions that were registered in that span, newest first."""
        found = await self._session.execute(
            select(*_OF_A_CASE)
            .where(within(Case.registered_at, first, last), Case.kind == Kind.SUGGESTION, scope.holds())
            .order_by(Case.id.desc())
            .limit(limit)
        )
        return [_open_case(row) for row in found.all()]

    async def corrected(self, first: date, last: date, scope: Scope) -> list[Counted]:
        """Classes that officers corrected in that span, from which to which, the most frequent first."""
        count = func.count()
        found = await self._session.execute(
            select(Correction.before, Correction.after, count)
            .join(Case, Case.id == Correction.case_id)
            .where(within(Correction.at, first, last), Correction.before != Correction.after, scope.holds())
            .group_by(Correction.before, Correction.after)
            .order_by(count.desc(), Correction.before, Correction.after)
        )
        return [Counted(*row) for row in found.all()]

    async def failed(self, first: date, last: date) -> list[Counted]:
        """Messages that the providers did not deliver in that span, by channel and trouble, the most first."""
        count = func.count()
        found = await self._session.execute(
            select(Posting.channel, func.coalesce(Posting.trouble, "-"), count)
            .where(Posting.status.in_((DEAD, FAILED)), within(Posting.settled_at, first, last))
            .group_by(Posting.channel, Posting.trouble)
            .order_by(count.desc(), Posting.channel, Posting.trouble)
        )
        return [Counted(*row) for row in found.all()]


_OF_A_CASE = (
    *(Case.id, Case.number, Case.kind, Case.state, Case.holder_id, Case.registered_at, Case.secret),
    *(Case.component, Case.service_id, Case.channel),
)


def _open_case(row: Any, *, route: str | None = None, due: date | None = None, held: bool = False) -> OpenCase:
    matter = Matter(row.component, row.service_id, row.channel, route)
    about = (row.id, row.number, row.kind, row.state, matter, row.holder_id, due, row.registered_at, row.secret)
    return OpenCase(*about, held=held)


def within(instant: InstrumentedAttribute[Any], first: date, last: date) -> ColumnElement[bool]:
    """Whether it lies on one of these days in Jakarta."""
    begins = datetime.combine(first, time(), JAKARTA)
    ends = datetime.combine(last + timedelta(days=1), time(), JAKARTA)
    return and_(instant >= begins, instant < ends)


def last_route() -> ColumnElement[str | None]:
    """The kind of the last route that the case took."""
    return (
        select(Route.kind).where(Route.case_id == Case.id).order_by(Route.id.desc()).limit(1).scalar_subquery()
    ).label("route")
