"""The spans of days that a digest tells of, and on which day which digest goes out.

Daily ones go out on working days, the longer ones on the first working day after their span has ended; on one day a
person gets one digest, the longest, since each begins with how things stand now. Every date is one in Jakarta.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rules.calendar import ONE_DAY, WorkingCalendar

_LAST_DAYS = 14


class PeriodKind(StrEnum):
    """Shortest first."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included."""

    kind: PeriodKind
    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


def period_before(kind: PeriodKind, day: date, calendar: WorkingCalendar) -> Period:
    """The last whole period that ended before `day`.

    The daily one begins on the working day before, so that days off belong to the digest that follows them, and the
    weekly one takes in a week before it that was off as a whole: together the digests of a kind tell of every day once.
    """
    if kind is PeriodKind.DAILY:
        return Period(kind, calendar.working_day_before(day, 1), day - ONE_DAY)
    first = first_day(kind, day)
    last = first - ONE_DAY
    return Period(kind, first_day(kind, calendar.working_day_before(first, 1)), last)


def first_day(kind: PeriodKind, day: date) -> date:
    """The first day of the week (a Monday), month or quarter in which `day` lies; of a day itself."""
    match kind:
        case PeriodKind.DAILY:
            return day
        case PeriodKind.WEEKLY:
            return day - timedelta(days=day.weekday())
        case PeriodKind.MONTHLY:
            return day.replace(day=1)
        case PeriodKind.QUARTERLY:
            return Quarter.of(day).first


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """The quarter of a calendar year; `number` is 1 to 4. As text `2027-1`. Its days are days in Jakarta."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def named(cls, name: str) -> "Quarter":
        """The quarter of a name such as `2026-4`. Raises ValueError for anything else."""
        year, _, number = name.partition("-")
        if not (len(year) == 4 and year.isdecimal() and number in ("1", "2", "3", "4")):
            raise ValueError(f"no quarter: {name!r}")
        return cls(int(year), int(number))

    @property
    def roman(self) -> str:
        """How a quarter is called: triwulan IV."""
        return ("I", "II", "III", "IV")[self.number - 1]

    @property
    def first(self) -> date:
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last(self) -> date:
        return self.next.first - ONE_DAY

    @property
    def next(self) -> "Quarter":
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    def is_ending(self, day: date) -> bool:
        """Whether it is one of the last fourteen days of the quarter."""
        return self.last - timedelta(days=_LAST_DAYS) < day <= self.last

    def __str__(self) -> str:
        return f"{self.year}-{self.number}"


def digest_of(day: date, wanted: Collection[PeriodKind], calendar: WorkingCalendar) -> PeriodKind | None:
    """Which digest goes out on that day to somebody who wants these kinds: the longest; none on a day off."""
    if not calendar.is_working_day(day):
        return None
    before = calendar.working_day_before(day, 1)
    due = [kind for kind in PeriodKind if kind in wanted and first_day(kind, day) > before]
    return due[-1] if due else None
