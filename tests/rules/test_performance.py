"""How well the promise to reply is kept."""

from datetime import date, timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.calendar import WorkingCalendar
from rules.performance import Judged, Kept, Nearness, kept, median_working_days, nearness

CALENDAR = WorkingCalendar()
START, DUE = date(2026, 11, 23), date(2026, 12, 11)


@pytest.mark.parametrize(
    ("answered", "judged_on", "in_time"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), True),
        (DUE, DUE, True),
        (date(2026, 12, 12), DUE, False),
        (None, DUE, False),
    ],
)
def test_a_round_is_judged_once(answered: date | None, judged_on: date, in_time: bool) -> None:
    one = Judged(START, DUE, answered)
    assert (one.judged_on, one.in_time) == (judged_on, in_time)


@pytest.mark.parametrize(
    ("in_time", "judged", "percent"), [(0, 0, None), (21, 22, 95), (199, 200, 99), (200, 200, 100), (0, 3, 0)]
)
def test_percent_is_rounded_down(in_time: int, judged: int, percent: int | None) -> None:
    assert Kept(in_time, judged).percent == percent


def test_kept_counts_alike_rounds_together() -> None:
    rounds = [Judged(START, DUE, DUE, 3), Judged(START, DUE, None, 1), Judged(START, DUE, date(2026, 12, 14), 2)]
    assert kept(rounds) == Kept(3, 6)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 5)), max_size=8))
def test_the_median_is_that_of_all_rounds_one_by_one(found: list[tuple[int, int]]) -> None:
    rounds = [Judged(START, DUE, START + timedelta(days=days), count) for days, count in found]
    each = [
        sum(CALENDAR.is_working_day(START + timedelta(days=n)) for n in range(1, days + 1))
        for days, count in found
        for _ in range(count)
    ]
    assert median_working_days(rounds, CALENDAR) == (median(each) if each else None)


def test_what_is_not_answered_has_no_median() -> None:
    assert median_working_days([Judged(START, DUE, None)], CALENDAR) is None


def test_nearness_by_working_days() -> None:
    today = date(2026, 12, 9)  # a Wednesday
    dues = [date(2026, 12, d) for d in (8, 9, 10, 14, 15, 18, 21)]
    assert nearness(dues, today, CALENDAR) == Nearness(late=1, today=1, within_3=2, within_7=2, later=1)


def test_on_a_day_off_friday_is_late_and_monday_is_near() -> None:
    saturday = date(2026, 12, 12)
    dues = [date(2026, 12, 11), date(2026, 12, 14)]
    assert nearness(dues, saturday, CALENDAR) == Nearness(late=1, within_3=1)
