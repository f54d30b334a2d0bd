"""The reply clock: when an answer to a complaint is due.

Source: the service standard, component 6, point 4: an answer within 14 working days of receipt. Day 0 is the
day the complaint was received (complete), day 1 the next working day, and the last day runs until 23:59:59 in
Jakarta.
"""

from dataclasses import dataclass
from datetime import date, datetime

from rules.calendar import DayOff, WorkingCalendar
from rules.days import end_of

REPLY_DAYS = 14


@dataclass(frozen=True, slots=True)
class Due:
    """When the answer is due, and why then: `skipped` are the named days off between that would have been
    weekdays.
    """

    received: date
    due: date
    working_days: int
    skipped: tuple[DayOff, ...]

    @property
    def until(self) -> datetime:
        """The last second in time, in Jakarta."""
        return end_of(self.due)


def reply_due(received: date, calendar: WorkingCalendar, days: int = REPLY_DAYS) -> Due:
    """When the answer to what was received on that date is due, `days` working days later."""
    due = calendar.working_day(received, days)
    return Due(received, due, days, calendar.skipped(received, due))


def days_left(due: date, today: date, calendar: WorkingCalendar) -> int:
    """Working days from `today` (day 0) to the due date: 0 means today. Negative: days late.

    Days late are the working days since the due date, today included. On the weekend right after it none has
    passed yet; it is late all the same, so at least one day is counted and nothing late ever reads as
    "today".
    """
    if today <= due:
        return calendar.working_days_between(today, due)
    return -max(1, calendar.working_days_between(due, today))


def recomputed(received: date, days: int, calendar: WorkingCalendar, today: date, old_due: date) -> Due:
    """The due date under a calendar that changed, never moved into the past.

    A day off that is added moves it later. One that is withdrawn moves it earlier, but not before today: then
    it is the first working day from today on, or the old date when that comes sooner. What was late already
    gets no later. `working_days` is what lies between in the end, so it can be more than `days`.
    """
    due = calendar.working_day(received, days)
    if due >= old_due:
        return reply_due(received, calendar, days)
    first_open = today if calendar.is_working_day(today) else calendar.next_working_day(today)
    due = max(due, min(old_due, first_open))
    return Due(received, due, calendar.working_days_between(received, due), calendar.skipped(received, due))
