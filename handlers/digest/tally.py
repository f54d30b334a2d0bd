"""Sums over what the register counted: what happened in a span, and the same by component, service, channel and route.

Each row is looked at once, however many sums it goes into: a quarter of a large office has very many.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from rules.calendar import WorkingCalendar
from rules.kind import Kind
from rules.performance import Kept, in_time, judged_on, median
from rules.periods import Period
from storage.figures import Arrived, ArrivedAbout, OpenCase, Round, RoundAbout
from storage.tables import Staff

DIMENSIONS = ("component", "service", "channel", "route")


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


class WorkingDays:
    """Working days from receipt to the reply, counted once for each pair of days."""

    def __init__(self, calendar: WorkingCalendar) -> None:
        self._calendar = calendar
        self._known: dict[tuple[date, date], int] = {}

    def between(self, start: date, answered: date) -> int:
        pair = (start, answered)
        days = self._known.get(pair)
        if days is None:
            days = self._known[pair] = self._calendar.working_days_between(start, answered)
        return days


def share(span: Period, rounds: Iterable[Round], day: date) -> Kept:
    """How many of the rounds that were judged in that span were answered in time, as is known on `day`."""
    first, last = span.first, span.last
    made = judged = 0
    for one in rounds:
        if one.answered is None and one.due >= day:
            continue
        if first <= judged_on(one.due, one.answered) <= last:
            judged += one.times
            made += one.times * in_time(one.due, one.answered)
    return Kept(made, judged)


def flow(span: Period, arrived: Iterable[Arrived], rounds: Iterable[Round], reopened: int, days: WorkingDays) -> Flow:
    first, last = span.first, span.last
    came = Counter[str]()
    for one in arrived:
        if first <= one.day <= last:
            came[one.kind] += one.cases
    took = Counter[int]()
    for each in rounds:
        if each.answered is not None and first <= each.answered <= last:
            took[days.between(each.start, each.answered)] += each.times
    return Flow(came[Kind.COMPLAINT], came[Kind.SUGGESTION], took.total(), reopened, median(took))


@dataclass(slots=True)
class _Sum:
    """What a row of a table adds up to."""

    complaints: int = 0
    suggestions: int = 0
    made: int = 0
    judged: int = 0
    open: int = 0
    late: int = 0
    took: Counter[int] = field(default_factory=Counter)

    def tally(self, key: str | None) -> Tally:
        return Tally(
            key=key,
            complaints=self.complaints,
            suggestions=self.suggestions,
            replied=self.took.total(),
            kept=Kept(self.made, self.judged),
            median=median(self.took),
            open=self.open,
            late=self.late,
        )


def tallies(
    period: Period,
    day: date,
    days: WorkingDays,
    *,
    arrived: Iterable[ArrivedAbout],
    rounds: Iterable[RoundAbout],
    open_cases: Iterable[OpenCase],
) -> dict[str, tuple[Tally, ...]]:
    """A table for each dimension, a row for each value, the most complaints first. Cases come without a route.

    `arrived`: in the period.
    """
    first, last = period.first, period.last
    tables: tuple[dict[str | None, _Sum], ...] = tuple(defaultdict(_Sum) for _ in DIMENSIONS)
    components, services, channels, routes = tables
    for one in arrived:
        for row in (components[one.component], services[one.service_id], channels[one.channel]):
            if one.kind == Kind.COMPLAINT:
                row.complaints += one.cases
            else:
                row.suggestions += one.cases
    for each in rounds:
        open_still = each.answered is None and each.due >= day
        judged = not open_still and first <= judged_on(each.due, each.answered) <= last
        replied = each.answered is not None and first <= each.answered <= last
        if not (judged or replied):
            continue
        made = judged and in_time(each.due, each.answered)
        took = days.between(each.start, each.answered) if replied and each.answered is not None else 0
        for row in (components[each.component], services[each.service_id], channels[each.channel], routes[each.route]):
            if replied:
                row.took[took] += each.times
            if judged:
                row.judged += each.times
                row.made += each.times * made
    for case in open_cases:
        if case.due is not None:
            for row in (
                components[case.component],
                services[case.service_id],
                channels[case.channel],
                routes[case.route],
            ):
                row.open += 1
                row.late += case.due < day
    return {name: _rows(table) for name, table in zip(DIMENSIONS, tables, strict=True)}


def _rows(table: dict[str | None, _Sum]) -> tuple[Tally, ...]:
    rows = [row.tally(key) for key, row in table.items()]
    return tuple(sorted(rows, key=lambda row: (-row.complaints, -row.open, row.key is None, row.key or "")))


def loads(open_cases: Iterable[OpenCase], people: dict[int, Staff], day: date) -> tuple[Load, ...]:
    """Who holds how many open complaints; first what nobody has taken, or somebody who left holds, then the most."""
    held: dict[int | None, list[date]] = defaultdict(list)
    for case in open_cases:
        if case.due is not None:
            holder = people.get(case.holder_id) if case.holder_id is not None else None
            held[None if holder is None or holder.left_at else holder.id].append(case.due)
    found = [
        Load(people[holder_id] if holder_id is not None else None, len(dues), sum(due < day for due in dues))
        for holder_id, dues in held.items()
    ]
    return tuple(
        sorted(found, key=lambda load: (load.holder is not None, -load.open, load.holder.id if load.holder else 0))
    )


def curve(first: date, last: date, arrived: Iterable[Arrived], rounds: Iterable[Round]) -> tuple[DayCount, ...]:
    """Complaints that came, and replies that arrived, day by day."""
    came, replied = Counter[date](), Counter[date]()
    for one in arrived:
        if one.kind == Kind.COMPLAINT:
            came[one.day] += one.cases
    for each in rounds:
        if each.answered is not None:
            replied[each.answered] += each.times
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return tuple(DayCount(day, came[day], replied[day]) for day in days)
