"""The reply clock, with the dates the office's conversations promise."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.agency import Closure
from rules.calendar import WorkingCalendar
from rules.days import JAKARTA
from rules.deadlines import days_left, recomputed, reply_due

CALENDAR = WorkingCalendar()


def on(month: int, day: int, year: int = 2026) -> date:
    return date(year, month, day)


@pytest.mark.parametrize(
    ("received", "due", "skipped"),
    [
        (on(3, 13), on(4, 10), ["03-18", "03-19", "03-20", "03-23", "03-24", "04-03"]),
        (on(11, 23), on(12, 11), []),
        (on(11, 24), on(12, 14), []),
        (on(11, 25), on(12, 15), []),
        (on(12, 4), on(12, 28), ["12-24", "12-25"]),
        (on(12, 7), on(12, 29), ["12-24", "12-25"]),
        (on(12, 10), on(1, 4, 2027), ["12-24", "12-25", "01-01"]),
        # a day off is day 0 like any other, so a weekend is as good as the Friday before it
        (on(11, 27), on(12, 17), []),
        (on(11, 28), on(12, 17), []),
        (on(11, 29), on(12, 17), []),
    ],
)
def test_an_answer_is_due_on_working_day_14(received: date, due: date, skipped: list[str]) -> None:
    found = reply_due(received, CALENDAR)
    assert (found.received, found.due, found.working_days) == (received, due, 14)
    assert [off.day.strftime("%m-%d") for off in found.skipped] == skipped
    assert all(off.name for off in found.skipped)


def test_the_last_day_runs_until_its_last_second_in_jakarta() -> None:
    assert reply_due(on(11, 23), CALENDAR).until.isoformat() == "2026-12-11T23:59:59+07:00"
    assert reply_due(on(11, 23), CALENDAR).until.tzinfo is JAKARTA


@pytest.mark.parametrize(
    ("due", "today", "left"),
    [
        (on(11, 27), on(11, 24), 3),
        (on(12, 4), on(11, 24), 8),
        (on(12, 4), on(11, 25), 7),
        (on(12, 1), on(11, 25), 4),
        (on(12, 4), on(11, 26), 6),
        (on(12, 11), on(12, 3), 6),
        (on(1, 4, 2027), on(12, 11), 13),
        (on(1, 4, 2027), on(12, 14), 12),
        (on(1, 4, 2027), on(12, 15), 11),
        (on(12, 11), on(12, 11), 0),
        (on(12, 10), on(12, 11), -1),
        (on(12, 10), on(12, 14), -2),
        # the weekend after a Friday: late, though no working day has passed
        (on(12, 11), on(12, 12), -1),
        (on(12, 11), on(12, 14), -1),
    ],
)
def test_days_left_and_days_late(due: date, today: date, left: int) -> None:
    assert days_left(due, today, CALENDAR) == left


def test_a_day_off_decreed_later_moves_the_date() -> None:
    old = reply_due(on(11, 23), CALENDAR)
    changed = WorkingCalendar([Closure(on(12, 9), "Hari libur nasional")])
    new = recomputed(old.received, 14, changed, on(12, 1), old.due)
    assert (new.due, new.working_days) == (on(12, 14), 14)
    assert [off.name for off in new.skipped] == ["Hari libur nasional"]


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (on(12, 1), on(12, 10)),  # both in the future: the earlier date holds
        (on(12, 10), on(12, 10)),
        (on(12, 11), on(12, 11)),  # the new date has passed, so what is left is today
        (on(12, 14), on(12, 11)),  # late already: no later than it was
    ],
)
def test_a_day_off_withdrawn_never_moves_the_date_into_the_past(today: date, due: date) -> None:
    with_a_day = WorkingCalendar([Closure(on(11, 30), "Hari libur")])
    old = reply_due(on(11, 20), with_a_day)
    assert old.due == on(12, 11)
    assert recomputed(old.received, 14, CALENDAR, today, old.due).due == due


DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
CALENDARS = st.sets(DAYS, max_size=8).map(lambda days: WorkingCalendar(Closure(day, "Tutup") for day in days))


@given(DAYS, CALENDARS, CALENDARS, st.integers(0, 45))
def test_recomputing_is_fair(received: date, before: WorkingCalendar, after: WorkingCalendar, passed: int) -> None:
    old = reply_due(received, before)
    today = received + timedelta(days=passed)
    new = recomputed(received, 14, after, today, old.due)
    assert new.due >= min(old.due, today)
    assert new.due == reply_due(received, after).due or new.due <= old.due
    assert new.working_days >= 14
    assert recomputed(received, 14, after, today, new.due) == new


@given(DAYS, st.integers(-40, 40))
def test_what_is_late_never_reads_as_today(due: date, passed: int) -> None:
    today = due + timedelta(days=passed)
    left = days_left(due, today, CALENDAR)
    assert (left < 0) == (today > due)
