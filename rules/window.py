"""The 30 days within which one may complain.

Source: the service standard, component 6, points 2 and 3. Day 0 is the day the service was received; day 30
is in time, day 31 is not, and what comes later may be treated as a suggestion.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

WINDOW_DAYS = 30


@dataclass(frozen=True, slots=True)
class Window:
    """`last_day`: the last one in time; None while no day of receipt is known."""

    in_time: bool
    last_day: date | None


def complaint_window(received_on: date | None, brought_on: date, days: int = WINDOW_DAYS) -> Window:
    """Whether what was brought on that date (the first word of substance) is in time; `days` are calendar
    days.

    `received_on` is None for a service that is still pending and for a date nobody knows: the window is open.
    """
    if received_on is None:
        return Window(in_time=True, last_day=None)
    last_day = received_on + timedelta(days=days)
    return Window(in_time=brought_on <= last_day, last_day=last_day)


def month_decides(first: date, today: date, days: int = WINDOW_DAYS) -> bool:
    """Whether the window ends inside the month that begins on `first`, so that the exact day matters."""
    return (today - first).days > days >= (today - last_of_month(first)).days


def last_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
