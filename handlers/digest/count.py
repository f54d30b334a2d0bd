"""The figures of a digest, counted once: the text, the picture and the workbook only show them."""

from dataclasses import dataclass
from datetime import date, timedelta

from handlers.desk.desk import Desk
from handlers.digest.tally import DayCount, Flow, Load, Tally, WorkingDays, curve, flow, loads, share, tallies
from rules.kind import Kind
from rules.performance import Kept, Nearness, nearness
from rules.periods import Period, PeriodKind, first_day, period_before
from storage.audit import Head
from storage.figures import Counted, OpenCase, Scope
from storage.tables import Staff

_CURVE_DAYS = 30  # at least
_SUGGESTIONS = 1000  # rows in the workbook; the register has all


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
    def this_week(self) -> list[OpenCase]:
        """What is due from today to the end of the week."""
        end = first_day(PeriodKind.WEEKLY, self.day) + timedelta(days=6)
        return [case for case in self.open if case.due is not None and self.day <= case.due <= end]

    @property
    def unread(self) -> int:
        """Suggestions that nobody has answered."""
        return sum(case.kind == Kind.SUGGESTION for case in self.open)

    @property
    def is_silent(self) -> bool:
        """Nothing is open, and nothing happened."""
        return not (self.open or self.this.came or self.this.replied or self.failed)


async def count(desk: Desk, kind: PeriodKind, scope: Scope, *, so_far: bool = False) -> Digest:
    """The digest of that kind that goes out today. `so_far`: a daily one tells of today. Reads only."""
    work, calendar, day = desk.work, desk.office.calendar, desk.today
    period = period_before(kind, day, calendar)
    span = share_span(period)
    if so_far and kind is PeriodKind.DAILY:
        period = Period(kind, day, day)
    earlier = period_before(kind, period.first, calendar)
    span_before = period_before(span.kind, span.first, calendar)
    curve_first = min(period.first, period.last - timedelta(days=_CURVE_DAYS - 1))
    since = min(earlier.first, span_before.first, curve_first)
    figures = work.figures
    arrived = await figures.arrived(since, period.last, scope)
    rounds = await figures.rounds(since, period.last, scope)
    open_cases = await figures.open_cases(scope)
    reopened = [await figures.reopened(one.first, one.last, scope) for one in (period, earlier)]
    everybody = {member.id: member for member in await work.team.with_those_who_left()}
    shown = {case.id for case in open_cases}
    requested = [await work.cases.number_of(r.case_id) for r in await work.routes.waiting() if r.case_id in shown]
    days = WorkingDays(calendar)
    return Digest(
        day=day,
        period=period,
        scope=scope,
        nearness=nearness([case.due for case in open_cases if case.due is not None], day, calendar),
        open=tuple(open_cases),
        this=flow(period, arrived, rounds, reopened[0], days),
        before=flow(earlier, arrived, rounds, reopened[1], days),
        share_span=span,
        share=share(span, rounds, day),
        share_before=share(span_before, rounds, day),
        tallies=tallies(
            *(period, day, days),
            arrived=await figures.arrived_about(period.first, period.last, scope),
            rounds=await figures.rounds_about(period.first, period.last, scope),
            open_cases=open_cases,
        ),
        loads=loads(open_cases, everybody, day),
        curve=curve(curve_first, period.last, arrived, rounds),
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
