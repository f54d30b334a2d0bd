"""A quarter with the working days that are played before, within and after it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rules.calendar import ONE_DAY, WorkingCalendar
from rules.deadlines import reply_due
from rules.periods import Quarter

_AROUND = 3  # times the days of a reply are played before the quarter, and after it
_OUTSIDE = -1


@dataclass(frozen=True, slots=True)
class Received:
    """A calendar day on which complaints come: `begins` is when they can be worked on, at the earliest; `since` is the
    last working day up to it, from which the days of a reply are counted; `until` the end of the due date.
    """

    day: date
    works: bool
    begins: int
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """The working days that are played, numbered from 0: the quarter is `first` to below `after`, all end at `end`.

    `years`: the places of each year's working days among them, `_OUTSIDE` for those that are not played.
    """

    quarter: Quarter
    reply_days: int
    days: Sequence[Received]
    first: int
    after: int
    end: int
    years: Sequence[Sequence[int]]

    @property
    def working_days(self) -> int:
        return self.after - self.first

    @property
    def followed_days(self) -> int:
        return self.end - self.after


def stretch_of(quarter: Quarter, calendar: WorkingCalendar, reply_days: int) -> Stretch:
    """The quarter with the days played before and after it, on that calendar."""
    around = _AROUND * reply_days
    start, end = calendar.working_day_before(quarter.first, around), calendar.working_day(quarter.last, around)
    before = start - ONE_DAY

    def received(day: date) -> Received:
        works, passed = calendar.is_working_day(day), calendar.working_days_between(before, day)
        until = calendar.working_days_between(before, reply_due(day, calendar, reply_days).due)
        return Received(day, works, passed - works, passed - 1, until)

    def place(day: date) -> int:
        return calendar.working_days_between(before, day) - 1 if start <= day <= end else _OUTSIDE

    years = [
        [place(day) for day in _days(date(year, 1, 1), date(year, 12, 31)) if calendar.is_working_day(day)]
        for year in range(start.year, end.year + 1)
    ]
    after = around + calendar.working_days_between(quarter.first - ONE_DAY, quarter.last)
    days = [received(day) for day in _days(start, end)]
    return Stretch(quarter, reply_days, days, around, after, after + around, years)


def _days(first: date, last: date) -> Iterator[date]:
    return (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))
