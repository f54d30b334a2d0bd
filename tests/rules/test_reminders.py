"""Which reminder is due on which working day."""

from datetime import date

import pytest

from rules.calendar import WorkingCalendar
from rules.deadlines import reply_due
from rules.reminders import Reminder, reminder

CALENDAR = WorkingCalendar()
MONDAY = date(2026, 11, 23)
DUE = reply_due(MONDAY, CALENDAR).due  # 11 December 2026


def on(day: date) -> Reminder | None:
    return reminder(DUE, MONDAY, day, CALENDAR)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 24), None),
        (date(2026, 12, 1), None),
        (date(2026, 12, 2), Reminder("left7", 0)),
        (date(2026, 12, 3), Reminder("left7", 0)),
        (date(2026, 12, 5), None),
        (date(2026, 12, 8), Reminder("left3", 1)),
        (date(2026, 12, 10), Reminder("left1", 0)),
        (date(2026, 12, 11), Reminder("left0", 0)),
        (date(2026, 12, 12), None),
        (date(2026, 12, 14), Reminder("late1", 1)),
        (date(2026, 12, 15), Reminder("late2", 2)),
        (date(2026, 12, 16), Reminder("late3", 3)),
        (date(2026, 12, 18), Reminder("late5", 5)),
        (date(2026, 12, 21), Reminder("late5", 5)),
        (date(2026, 12, 29), Reminder("late10", 10)),
        (date(2026, 12, 30), Reminder("late10", 10)),
    ],
)
def test_the_reminder_of_each_day(day: date, expected: Reminder | None) -> None:
    assert date(2026, 12, 11) == DUE
    assert on(day) == expected


def test_never_on_a_day_off_and_the_days_are_working_days() -> None:
    """Received on 13 March 2026: Idul Fitri and its joint leave lie between."""
    start = date(2026, 3, 13)
    due = reply_due(start, CALENDAR).due
    said = {
        day: reminder(due, start, day, CALENDAR)
        for day in map(date.fromordinal, range(start.toordinal(), due.toordinal() + 1))
    }
    assert {day for day, told in said.items() if told} == {
        day for day in said if CALENDAR.is_working_day(day) and said[day]
    }
    first = min(day for day, told in said.items() if told == Reminder("left7", 0))
    assert CALENDAR.working_days_between(first, due) == 7


def test_a_round_that_begins_late_does_not_begin_with_a_reminder() -> None:
    """A deadline moved by the calendar can leave few days: no reminder on the day it begins."""
    assert reminder(date(2026, 11, 25), MONDAY, MONDAY, CALENDAR) is None
    assert reminder(date(2026, 11, 25), MONDAY, date(2026, 11, 24), CALENDAR) == Reminder("left1", 0)
