"""Which days are working days.

Monday to Friday, less national holidays and joint leave (cuti bersama), less the closures that the office
adds. The days off are those of the joint ministerial decree as the `holidays` package knows them; days that
are not decreed yet are estimates and say so. Every date is one in Jakarta.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from holidays.countries.indonesia import Indonesia

from rules.agency import Closure

ONE_DAY = timedelta(days=1)
ESTIMATED_MARK = "(perkiraan)"  # how the package marks a day it computed before it was decreed
JOINT_LEAVE = "cuti bersama"


@dataclass(frozen=True, slots=True)
class DayOff:
    """A weekday on which the office does not work, with its name in Indonesian.

    `estimated`: not decreed yet, so it may move; the name then ends in "(perkiraan)", for people must know it
    too.
    """

    day: date
    name: str
    estimated: bool = False


class WorkingCalendar:
    """The working days of one office: the country's days off and its own `closures`.

    Changes only by `enter`: closures that the office decides while the program runs, beside those of its folder.
    """

    def __init__(self, closures: Iterable[Closure] = ()) -> None:
        self._own = tuple(closures)
        self.closures: tuple[Closure, ...] = ()
        self.enter(())

    def enter(self, closures: Iterable[Closure]) -> None:
        """These are closed beside those of the folder, in place of what was entered before."""
        every = tuple(sorted({*self._own, *closures}, key=lambda closure: (closure.day, closure.name)))
        if every != self.closures or not hasattr(self, "_years"):
            self.closures = every
            self._years: dict[int, Mapping[date, DayOff]] = {}
            self._sorted_years: dict[int, tuple[date, ...]] = {}

    def with_closures(self, closures: Iterable[Closure]) -> "WorkingCalendar":
        """The same with these closures more: to see what they would change."""
        return WorkingCalendar((*self.closures, *closures))

    def day_off(self, day: date) -> DayOff | None:
        """The weekday off on that day. None on a working day, and on a Saturday or Sunday, which needs no
        name.
        """
        return self._days_off(day.year).get(day)

    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5 and self.day_off(day) is None

    def next_working_day(self, after: date) -> date:
        """The first working day strictly after that day."""
        return self.working_day(after, 1)

    def working_day(self, start: date, n: int) -> date:
        """The date of working day `n`, where `start` is day 0 whether people work on it or not."""
        return self._step(start, n, ONE_DAY)

    def working_day_before(self, day: date, n: int) -> date:
        """The date `n` working days before `day`: a question to an agency wants its answer 3 of them before
        ours.
        """
        return self._step(day, n, -ONE_DAY)

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days passed: `start` is day 0, `end` counts. 0 when `end` is not after `start`."""
        if end <= start:
            return 0
        return _weekdays_until(end) - _weekdays_until(start) - self._count_off(start, end)

    def skipped(self, start: date, end: date) -> tuple[DayOff, ...]:
        """Days off after `start` up to and including `end` that would have been working weekdays."""
        if end <= start:
            return ()
        years = range(start.year, end.year + 1)
        return tuple(self._days_off(y)[day] for y in years for day in self._sorted(y) if start < day <= end)

    def fingerprint(self, first: date, last: date) -> str:
        """Changes when a weekday of the span becomes a day off or stops being one; not with a mere name.

        Keep it with open deadlines: when it differs, they are to be computed anew.
        """
        days = self.skipped(first - ONE_DAY, last)
        return hashlib.sha256("\n".join(off.day.isoformat() for off in days).encode()).hexdigest()[:32]

    def years_without_joint_leave(self, first: date, last: date) -> tuple[int, ...]:
        """Years touched by the span for which no joint leave is known: deadlines there may move: warn the
        operator.

        Closures named "Cuti Bersama ..." that the office entered for a year count as its joint leave.
        """
        entered = {c.day.year for c in self.closures if JOINT_LEAVE in c.name.casefold()}
        years = range(first.year, last.year + 1)
        return tuple(year for year in years if year not in entered and not _has_joint_leave(year))

    def _step(self, start: date, n: int, step: timedelta) -> date:
        if n < 0:
            raise ValueError("working days are counted from 0")
        day, left = start, n
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def _count_off(self, start: date, end: date) -> int:
        years = range(start.year, end.year + 1)
        return sum(bisect_right(self._sorted(y), end) - bisect_right(self._sorted(y), start) for y in years)

    def _days_off(self, year: int) -> Mapping[date, DayOff]:
        known = self._years.get(year)
        if known is None:
            own = {c.day: DayOff(c.day, c.name) for c in self.closures if c.day.year == year and c.day.weekday() < 5}
            # A national day keeps its own name when the office lists it too.
            known = self._years[year] = {**own, **_national(year)}
        return known

    def _sorted(self, year: int) -> tuple[date, ...]:
        known = self._sorted_years.get(year)
        if known is None:
            known = self._sorted_years[year] = tuple(sorted(self._days_off(year)))
        return known


def _weekdays_until(day: date) -> int:
    """Mondays to Fridays from the first day of the calendar (a Monday) up to and including `day`."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * 5 + min(rest, 5)


@lru_cache(maxsize=256)
def _national(year: int) -> Mapping[date, DayOff]:
    days = Indonesia(years=year, expand=False, categories=("public", "government"), language="id")
    return {
        day: DayOff(day, name, estimated=ESTIMATED_MARK in name)
        for day, name in sorted(days.items())
        if day.year == year and day.weekday() < 5
    }


@lru_cache(maxsize=256)
def _has_joint_leave(year: int) -> bool:
    return bool(Indonesia(years=year, expand=False, categories=("government",), language="id"))
