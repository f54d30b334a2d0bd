"""What the register counts, for digests and reports: grouped in the database, so that a million cases stay a few rows.

No name, no story and no address is read here. Days are dates in Jakarta, spans include both ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, String, and_, cast, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased

from rules.days import JAKARTA
from rules.kind import Kind
from rules.lifecycle import AT_WORK
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


# Tuples, since of these there are many.
class Arrived(NamedTuple):
    """How many cases of a kind were registered on a day."""

    day: date
    kind: str
    cases: int


class ArrivedAbout(NamedTuple):
    """How many cases of a kind were registered about a matter."""

    kind: str
    component: str
    service_id: str | None
    channel: str
    cases: int


class Round(NamedTuple):
    """Rounds of the reply clock that are alike. `answered`: the day on which the reply arrived, None: it has not."""

    start: date
    due: date
    answered: date | None
    times: int


class RoundAbout(NamedTuple):
    """The same about a matter. `route`: the last one that the case took, None where it took none."""

    start: date
    due: date
    answered: date | None
    component: str
    service_id: str | None
    channel: str
    route: str | None
    times: int


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case that something is still expected of. `due`: None where no clock runs. `held`: its reply waits for the
    complainant to write (WhatsApp's window is closed).
    """

    id: int
    number: str
    kind: str
    state: str
    component: str
    service_id: str | None
    channel: str
    route: str | None
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
        """What was registered in that span day by day, by its kind of today."""
        by = (JakartaDay(Case.registered_at), Case.kind)
        found = await self._session.execute(_grouped(by).where(within(Case.registered_at, first, last), scope.holds()))
        return [Arrived._make(row) for row in found.all()]

    async def arrived_about(self, first: date, last: date, scope: Scope) -> list[ArrivedAbout]:
        """What was registered in that span, by matter."""
        by = (Case.kind, Case.component, Case.service_id, Case.channel)
        found = await self._session.execute(_grouped(by).where(within(Case.registered_at, first, last), scope.holds()))
        return [ArrivedAbout._make(row) for row in found.all()]

    async def rounds(self, first: date, last: date, scope: Scope) -> list[Round]:
        """Rounds that were due or answered in that span, less those that ended in time without a reply."""
        return [Round._make(row) for row in await self._rounds((), first, last, scope)]

    async def rounds_about(self, first: date, last: date, scope: Scope) -> list[RoundAbout]:
        """The same by matter."""
        about = (Case.component, Case.service_id, Case.channel, last_route())
        return [RoundAbout._make(row) for row in await self._rounds(about, first, last, scope)]

    async def _rounds(self, about: Sequence[Any], first: date, last: date, scope: Scope) -> list[tuple[Any, ...]]:
        by = (CaseClock.start, CaseClock.due, JakartaDay(CaseClock.answered_at), *about)
        in_span = or_(within(CaseClock.answered_at, first, last), CaseClock.due.between(first, last))
        # What left the clock without a reply counts where it was late by then: else a late case would spoil no figure
        # once it is called a suggestion. The kind is no condition: its index would lead SQLite through the register.
        counts = or_(
            CaseClock.answered_at.is_not(None),
            and_(CaseClock.ended_at.is_(None), Case.state.in_(AT_WORK)),
            JakartaDay(CaseClock.ended_at) > CaseClock.due,
        )
        found = await self._session.execute(
            _grouped(by).join(Case, Case.id == CaseClock.case_id).where(in_span, counts, scope.holds())
        )
        return [tuple(row) for row in found.all()]

    async def reopened(self, first: date, last: date, scope: Scope) -> int:
        """Rounds that began in that span after one that was answered: the complainant said that it was not solved."""
        before = aliased(CaseClock)
        answered = select(before.id).where(
            before.case_id == CaseClock.case_id, before.round < CaseClock.round, before.answered_at.is_not(None)
        )
        found = await self._session.execute(
            select(func.count())
            .select_from(CaseClock)
            .join(Case, Case.id == CaseClock.case_id)
            .where(CaseClock.round > 1, CaseClock.start.between(first, last), answered.exists(), scope.holds())
        )
        return int(found.scalar_one())

    async def open_cases(self, scope: Scope) -> list[OpenCase]:
        """Everything at work, the earliest date first, suggestions last."""
        at_work = and_(Case.state.in_(AT_WORK), Case.erased_at.is_(None), scope.holds())
        each = aliased(CaseClock)
        newest = select(func.max(each.round)).where(each.case_id == Case.id).scalar_subquery()
        held = select(CaseEntry.id).where(CaseEntry.case_id == Case.id, CaseEntry.delivery == HELD).exists()
        statement = (
            select(
                *_OF_A_CASE, last_route(), held.label("held"), CaseClock.due, CaseClock.answered_at, CaseClock.ended_at
            )
            .outerjoin(CaseClock, and_(CaseClock.case_id == Case.id, CaseClock.round == newest))
            .where(at_work)
        )
        rows = [
            _open_case(
                row,
                route=row.route,
                due=row.due if row.answered_at is row.ended_at is None and row.kind == Kind.COMPLAINT else None,
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

    async def breaches(self, first: date, last: date, scope: Scope) -> list[tuple[str | None, list[dict[str, Any]]]]:
        """The promises that were held against what was told, by service, of complaints registered in that span."""
        found = await self._session.execute(
            select(Case.service_id, Case.breach).where(
                within(Case.registered_at, first, last),
                Case.kind == Kind.COMPLAINT,
                func.length(cast(Case.breach, String)) > len("[]"),
                scope.holds(),
            )
        )
        return [(service_id, breach) for service_id, breach in found.all()]

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
    return OpenCase(
        id=row.id,
        number=row.number,
        kind=row.kind,
        state=row.state,
        component=row.component,
        service_id=row.service_id,
        channel=row.channel,
        route=route,
        holder_id=row.holder_id,
        due=due,
        registered_at=row.registered_at,
        secret=row.secret,
        held=held,
    )


def _grouped(by: Sequence[Any]) -> Select[Any]:
    return select(*by, func.count()).group_by(*by)


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
