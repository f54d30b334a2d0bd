"""How well the office keeps its promise to reply: figures over rounds of the reply clock.

Source: the service standard, component 6, point 4 (14 working days) and component 14 (evaluation). A round is judged
once: on the day of the reply where it came in time, else on the day it was due. So a late reply counts against the
period in which it was owed, a case that nobody answers counts as late, and writing no reply makes no figure better.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rules.calendar import WorkingCalendar
from rules.deadlines import days_left


def in_time(due: date, answered: date | None) -> bool:
    """Whether the reply reached the complainant by the due date. `answered`: the day in Jakarta, None: it has not."""
    return answered is not None and answered <= due


def judged_on(due: date, answered: date | None) -> date:
    """The day from which on it is known whether the promise was kept."""
    return due if answered is None else min(answered, due)


@dataclass(frozen=True, slots=True)
class Kept:
    """How many of the rounds judged were answered in time."""

    in_time: int = 0
    judged: int = 0

    @property
    def percent(self) -> int | None:
        """Whole percent, rounded down: 199 of 200 is not all. None where nothing was judged."""
        return self.in_time * 100 // self.judged if self.judged else None


def median(days: Mapping[int, int]) -> float | None:
    """The median of working days from receipt to the reply; a half where it lies between two. None of nothing.

    `days`: how many replies took that many working days.
    """
    total = sum(days.values())
    if not total:
        return None
    return (_nth(days, (total - 1) // 2) + _nth(days, total // 2)) / 2


def _nth(days: Mapping[int, int], n: int) -> int:
    seen = 0
    for value in sorted(days):
        seen += days[value]
        if seen > n:
            return value
    raise AssertionError("n is less than the total")


@dataclass(frozen=True, slots=True)
class Nearness:
    """How many open complaints have how many working days left."""

    late: int = 0
    today: int = 0
    within_3: int = 0
    within_7: int = 0
    later: int = 0

    @property
    def total(self) -> int:
        return self.late + self.today + self.within_3 + self.within_7 + self.later


def nearness(dues: Sequence[date], today: date, calendar: WorkingCalendar) -> Nearness:
    """Sorted by working days left; on a day off nothing is due "today" but what was due before is late."""
    found = Counter[str]()
    for due, count in Counter(dues).items():
        left = days_left(due, today, calendar)
        if due < today:
            found["late"] += count
        elif left == 0:
            found["today"] += count
        else:
            found["within_3" if left <= 3 else "within_7" if left <= 7 else "later"] += count
    return Nearness(**found)
