"""The figures of a digest, counted once: the text, the picture and the workbook only show them."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rules.calendar import WorkingCalendar
from rules.kind import Kind
from rules.office import Office
from rules.performance import Judged, Kept, Nearness, kept, median_working_days, nearness
from rules.periods import Period, PeriodKind, first_day, period_before
from storage.audit import Head
from storage.figures import Arrived, Counted, Matter, OpenCase, Round, Scope
from storage.tables import Staff
from storage.work import Work

_CURVE_DAYS = 30  # at least
_SUGGESTIONS = 1000  # rows in the workbook; the register has all
DIMENSIONS: dict[str, Callable[[Matter], str | None]] = {
    "component": lambda matter: matter.component,
    "service": lambda matter: matter.service_id,
    "channel": lambda matter: matter.channel,
    "route": lambda matter: matter.route,
}


@dataclass(frozen=True, slots=True)
class Flow:
    """What happened in a span. `median`: working days from receipt to the reply, of the replies of the span."""

    complaints: int
    suggestions: int
    replied: int
    reopened: int
    median: float | None

    @property
    def came(self) -> int:
        return self.complaints + self.suggestions


@dataclass(frozen=True, slots=True)
class Tally:
    """One row of a table by component, service, channel or route. `key` is None where that is not known."""

    key: str | None
    complaints: int
    suggestions: int
    replied: int
    kept: Kept
    median: float | None
    open: int
    late: int


@dataclass(frozen=True, slots=True)
class Load:
    """How many open complaints somebody holds; `holder` is None for what nobody has taken."""

    holder: Staff | None
    open: int
    late: int


@dataclass(frozen=True, slots=True)
class DayCount:
    """Complaints that came, and replies that arrived, on a day."""

    day: date
    came: int
    replied: int


@dataclass(frozen=True, slots=True)
class Digest:
    """`day`: the morning on which it goes out. `this` tells of `period`, `before` of the one before it.

    `share` is kept in time over `share_span`: the period, or for a daily one the month so far; `share_before` over the
    span before that. `requested`: numbers of cases for which APIP is asked for and nobody has decided.
    """

    day: date
    period: Period
    scope: Scope
    nearness: Nearness
    open: tuple[OpenCase, ...]
    this: Flow
    before: Flow
    share_span: Period
    share: Kept
    share_before: Kept
    tallies: dict[str, tuple[Tally, ...]]
    loads: tuple[Load, ...]
    curve: tuple[DayCount, ...]
    suggestions: tuple[OpenCase, ...]
    failed: tuple[Counted, ...]
    corrected: tuple[Counted, ...]
    requested: tuple[str, ...]
    people: dict[int, Staff]
    head: Head

    @property
    def late(self) -> list[OpenCase]:
        return [case for case in self.open if case.due is not None and case.due < self.day]

    @property
    def today(self) -> list[OpenCase]:
        return [case for case in self.open if case.due == self.day]

    @property
    def unread(self) -> int:
        """Suggestions that nobody has answered."""
        return sum(case.kind == Kind.SUGGESTION for case in self.open)

    @property
    def is_silent(self) -> bool:
        """Nothing is open, and nothing happened."""
        return not (self.open or self.this.came or self.this.replied or self.failed)


@dataclass(frozen=True, slots=True)
class _Found:
    """What the register gave, over every span that is told of."""

    arrived: tuple[Arrived, ...]
    rounds: tuple[Round, ...]
    open: tuple[OpenCase, ...]


async def count(work: Work, office: Office, kind: PeriodKind, day: date, scope: Scope) -> Digest:
    """The digest of that kind that goes out on `day`. Reads only."""
    calendar = office.calendar
    period = period_before(kind, day, calendar)
    earlier = period_before(kind, period.first, calendar)
    span = share_span(period)
    span_before = period_before(span.kind, span.first, calendar)
    curve_first = min(period.first, period.last - timedelta(days=_CURVE_DAYS - 1))
    since = min(earlier.first, span_before.first, curve_first)
    figures = work.figures
    found = _Found(
        tuple(await figures.arrived(since, period.last, scope)),
        tuple(await figures.rounds(since, period.last, scope)),
        tuple(await figures.open_cases(scope)),
    )
    reopened = [await figures.reopened(one.first, one.last, scope) for one in (period, earlier)]
    complaints = [case for case in found.open if case.due is not None]
    everybody = {member.id: member for member in await work.team.with_those_who_left()}
    shown = {case.id for case in found.open}
    requested = [await work.cases.number_of(r.case_id) for r in await work.routes.waiting() if r.case_id in shown]
    return Digest(
        day=day,
        period=period,
        scope=scope,
        nearness=nearness([case.due for case in complaints if case.due is not None], day, calendar),
        open=found.open,
        this=_flow(period, found, reopened[0], calendar),
        before=_flow(earlier, found, reopened[1], calendar),
        share_span=span,
        share=kept(_judged_in(span, found.rounds)),
        share_before=kept(_judged_in(span_before, found.rounds)),
        tallies={name: _tallies(of, period, day, found, calendar) for name, of in DIMENSIONS.items()},
        loads=_loads(complaints, everybody, day),
        curve=_curve(curve_first, period.last, found),
        suggestions=tuple(await figures.suggestions(period.first, period.last, scope, _SUGGESTIONS)),
        failed=tuple(await figures.failed(period.first, period.last)),
        corrected=tuple(await figures.corrected(period.first, period.last, scope)),
        requested=tuple(requested),
        people=everybody,
        head=await work.audit.head(),
    )


def share_span(period: Period) -> Period:
    """Over which days "answered in time" is told: of a day or two it would say nothing, so the month so far."""
    if period.kind is not PeriodKind.DAILY:
        return period
    return Period(PeriodKind.MONTHLY, first_day(PeriodKind.MONTHLY, period.last), period.last)


def _judged_in(span: Period, rounds: Iterable[Round]) -> list[Judged]:
    """The rounds whose day of judgement lies in a span that is over."""
    return [r.judged for r in rounds if r.judged.judged_on in span]


def _replied_in(span: Period, rounds: Iterable[Round]) -> list[Judged]:
    return [r.judged for r in rounds if r.judged.answered is not None and r.judged.answered in span]


def _flow(span: Period, found: _Found, reopened: int, calendar: WorkingCalendar) -> Flow:
    came: dict[str, int] = defaultdict(int)
    for one in found.arrived:
        if one.day in span:
            came[one.kind] += one.count
    replied = _replied_in(span, found.rounds)
    return Flow(
        complaints=came[Kind.COMPLAINT],
        suggestions=came[Kind.SUGGESTION],
        replied=sum(one.count for one in replied),
        reopened=reopened,
        median=median_working_days(replied, calendar),
    )


def _tallies(
    of: Callable[[Matter], str | None], period: Period, day: date, found: _Found, calendar: WorkingCalendar
) -> tuple[Tally, ...]:
    """A row for each value; the most complaints first."""
    came: dict[tuple[str | None, str], int] = defaultdict(int)
    mine: dict[str | None, list[Round]] = defaultdict(list)
    waiting: dict[str | None, list[OpenCase]] = defaultdict(list)
    for one in found.arrived:
        if one.day in period:
            came[of(one.matter), one.kind] += one.count
    for each in found.rounds:
        mine[of(each.matter)].append(each)
    for case in found.open:
        if case.due is not None:
            waiting[of(case.matter)].append(case)
    rows = []
    for key in {key for key, _ in came} | set(mine) | set(waiting):
        replied = _replied_in(period, mine[key])
        row = Tally(
            key=key,
            complaints=came[key, Kind.COMPLAINT],
            suggestions=came[key, Kind.SUGGESTION],
            replied=sum(one.count for one in replied),
            kept=kept(_judged_in(period, mine[key])),
            median=median_working_days(replied, calendar),
            open=len(waiting[key]),
            late=sum(case.due is not None and case.due < day for case in waiting[key]),
        )
        if row.complaints or row.suggestions or row.replied or row.kept.judged or row.open:
            rows.append(row)
    return tuple(sorted(rows, key=lambda row: (-row.complaints, -row.open, row.key is None, row.key or "")))


def _loads(complaints: Iterable[OpenCase], people: dict[int, Staff], day: date) -> tuple[Load, ...]:
    """The most first; what nobody has taken, or somebody who left holds, last."""
    held: dict[int | None, list[OpenCase]] = defaultdict(list)
    for case in complaints:
        holder = people.get(case.holder_id) if case.holder_id is not None else None
        held[None if holder is None or holder.left_at else holder.id].append(case)
    loads = [
        Load(
            people[holder_id] if holder_id is not None else None,
            len(cases),
            sum(case.due is not None and case.due < day for case in cases),
        )
        for holder_id, cases in held.items()
    ]
    return tuple(
        sorted(loads, key=lambda load: (load.holder is None, -load.open, load.holder.id if load.holder else 0))
    )


def _curve(first: date, last: date, found: _Found) -> tuple[DayCount, ...]:
    came: dict[date, int] = defaultdict(int)
    replied: dict[date, int] = defaultdict(int)
    for one in found.arrived:
        if one.kind == Kind.COMPLAINT:
            came[one.day] += one.count
    for each in found.rounds:
        if each.judged.answered is not None:
            replied[each.judged.answered] += each.judged.count
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return tuple(DayCount(day, came[day], replied[day]) for day in days)
