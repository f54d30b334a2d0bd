"""Thirty calendar days."""

from datetime import date

import pytest

from rules.window import Window, complaint_window


@pytest.mark.parametrize(
    ("received_on", "brought_on", "in_time"),
    [
        (date(2026, 10, 24), date(2026, 10, 24), True),  # day 0
        (date(2026, 10, 24), date(2026, 11, 23), True),  # day 30
        (date(2026, 10, 23), date(2026, 11, 23), False),  # day 31
        (date(2026, 10, 12), date(2026, 11, 23), False),
        (date(2026, 12, 10), date(2026, 11, 23), True),
    ],
)
def test_day_30_is_in_time_and_day_31_is_not(received_on: date, brought_on: date, in_time: bool) -> None:
    assert complaint_window(received_on, brought_on).in_time is in_time


def test_the_last_day_can_be_told() -> None:
    assert complaint_window(date(2026, 10, 12), date(2026, 11, 23)) == Window(False, date(2026, 11, 11))


def test_without_a_day_of_receipt_the_window_is_open() -> None:
    assert complaint_window(None, date(2026, 11, 23)) == Window(True, None)


def test_a_standard_may_promise_another_window() -> None:
    assert complaint_window(date(2026, 10, 12), date(2026, 11, 23), days=60).in_time
