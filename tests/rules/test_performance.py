"""How well the promise to reply is kept."""

import statistics
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.calendar import WorkingCalendar
from rules.performance import Kept, Nearness, in_time, judged_on, median, nearness

CALENDAR = WorkingCalendar()
DUE = date(2026, 12, 11)


@pytest.mark.parametrize(
    ("answered", "on", "made"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), True),
        (DUE, DUE, True),
        (date(2026, 12, 12), DUE, False),
        (None, DUE, False),
    ],
)
def test_a_round_is_judged_once(answered: date | None, on: date, made: bool) -> None:
    assert (judged_on(DUE, answered), in_time(DUE, answered)) == (on, made)


@pytest.mark.parametrize(
    ("made", "judged", "percent"), [(0, 0, None), (21, 22, 95), (199, 200, 99), (200, 200, 100), (0, 3, 0)]
)
def test_percent_is_rounded_down(made: int, judged: int, percent: int | None) -> None:
    assert Kept(made, judged).percent == percent


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 5)), max_size=8))
def test_the_median_is_that_of_all_one_by_one(found: list[tuple[int, int]]) -> None:
    took = Counter[int]()
    for days, count in found:
        took[days] += count
    each = list(took.elements())
    assert median(took) == (statistics.median(each) if each else None)


def test_nearness_by_working_days() -> None:
    today = date(2026, 12, 9)  # a Wednesday
    dues = [date(2026, 12, d) for d in (8, 9, 10, 14, 15, 18, 21)]
    assert nearness(dues, today, CALENDAR) == Nearness(late=1, today=1, within_3=2, within_7=2, later=1)


def test_on_a_day_off_friday_is_late_and_monday_is_near() -> None:
    saturday = date(2026, 12, 12)
    dues = [date(2026, 12, 11), date(2026, 12, 14)]
    assert nearness(dues, saturday, CALENDAR) == Nearness(late=1, within_3=1)
