"""Which reminder of an open deadline is due, and who gets it.

Source: the service standard, component 6, point 4 (14 working days) and point 7a (the direct superior, tier by tier):
whoever works a case hears of it at 7, 3 and 1 working days left and on the last day; at 3 left the direct superior,
too; once it is late, one tier more each working day, up to the head.
"""

from dataclasses import dataclass
from datetime import date

from rules.calendar import WorkingCalendar
from rules.deadlines import days_left

STEPS = (7, 3, 1, 0)
_SUPERIOR_FROM = 3
_DAILY = 5  # days late on which it is told each day; everybody up to the head knows by then
_WEEK = 5  # and hears it again after so many


@dataclass(frozen=True, slots=True)
class Reminder:
    """`step`: names it, so that each goes out once. `tiers`: how many steps of the ladder above the officer hear it,
    0 for the officer alone.
    """

    step: str
    tiers: int


def reminder(due: date, start: date, today: date, calendar: WorkingCalendar) -> Reminder | None:
    """The reminder for a round that began on `start` and is due on `due`; None where none is.

    It stays the same until the next one is due: after days on which nothing could be sent it is the nearest one, not
    all of them. A round that begins with fewer days than a step does not begin with its reminder. None on a day off:
    whoever asks on such a day asks again.
    """
    if not calendar.is_working_day(today):
        return None
    left = days_left(due, today, calendar)
    if left < 0:
        late = -left if -left <= _DAILY else -left - -left % _WEEK
        return Reminder(f"late{late}", late)
    step = next((one for one in reversed(STEPS) if left <= one), None)
    if step is None or days_left(due, start, calendar) <= step:
        return None
    return Reminder(f"left{step}", 1 if step == _SUPERIOR_FROM else 0)
