"""A date is a date in Jakarta."""

from datetime import UTC, date, datetime, timedelta

import pytest

from rules.days import JAKARTA, end_of, local_date


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 11, 23, 16, 59, 59, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 17, 0, tzinfo=UTC), date(2026, 11, 24)),
        (datetime(2026, 12, 31, 17, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2026, 11, 23, 0, 0, tzinfo=JAKARTA), date(2026, 11, 23)),
    ],
)
def test_the_day_changes_at_midnight_in_jakarta(instant: datetime, day: date) -> None:
    assert local_date(instant) == day


def test_an_instant_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        local_date(datetime(2026, 11, 23, 8, 0))  # noqa: DTZ001 - that is the point


def test_a_day_ends_one_second_before_the_next() -> None:
    end = end_of(date(2026, 12, 11))
    assert end.isoformat() == "2026-12-11T23:59:59+07:00"
    assert local_date(end) == date(2026, 12, 11)
    assert local_date(end + timedelta(seconds=1)) == date(2026, 12, 12)
