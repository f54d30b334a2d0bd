"""Working days, against a slow count and against the days of 2026 as decreed."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.agency import Closure
from rules.calendar import WorkingCalendar

ANY_DAY = st.dates(date(2000, 1, 1), date(2099, 12, 31))
CALENDAR = WorkingCalendar()
DECREED_2026 = {
    "2026-01-01", "2026-01-16", "2026-02-16", "2026-02-17", "2026-03-18", "2026-03-19", "2026-03-20",
    "2026-03-23", "2026-03-24", "2026-04-03", "2026-05-01", "2026-05-14", "2026-05-15", "2026-05-27",
    "2026-05-28", "2026-06-01", "2026-06-16", "2026-08-17", "2026-08-25", "2026-12-24", "2026-12-25",
}  # fmt: skip


@cache
def national(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("ID", years=year, categories=("public", "government")))


def works(day: date, closed: Iterable[date] = ()) -> bool:
    return day.weekday() < 5 and day not in national(day.year) and day not in closed


def days_after(start: date, end: date) -> list[date]:
    return [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]


def test_the_weekdays_off_of_2026_are_those_of_the_decree() -> None:
    off = {o.day.isoformat() for o in CALENDAR.skipped(date(2025, 12, 31), date(2026, 12, 31))}
    assert off == DECREED_2026


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 3, 18), "Cuti Bersama Hari Suci Nyepi"),
        (date(2026, 12, 24), "Cuti Bersama Hari Raya Natal"),
        (date(2026, 12, 25), "Hari Raya Natal"),
        (date(2027, 1, 1), "Tahun Baru Masehi"),
    ],
)
def test_a_day_off_has_its_indonesian_name(day: date, name: str) -> None:
    off = CALENDAR.day_off(day)
    assert off is not None
    assert (off.name, off.estimated) == (name, False)


def test_an_estimated_day_says_so() -> None:
    off = CALENDAR.day_off(date(2027, 3, 10))
    assert off is not None
    assert off.estimated
    assert off.name.startswith("Hari Raya Idul Fitri")


def test_a_weekend_needs_no_name_even_when_a_holiday_falls_on_it() -> None:
    saturday = date(2026, 3, 21)  # Idul Fitri
    assert CALENDAR.day_off(saturday) is None
    assert not CALENDAR.is_working_day(saturday)


def test_the_office_closes_on_days_of_its_own() -> None:
    election = date(2026, 11, 25)
    calendar = WorkingCalendar([Closure(election, "Pemilihan kepala desa"), Closure(date(2026, 12, 25), "Libur")])
    off = calendar.day_off(election)
    assert off is not None
    assert off.name == "Pemilihan kepala desa"
    assert calendar.next_working_day(date(2026, 11, 24)) == date(2026, 11, 26)
    natal = calendar.day_off(date(2026, 12, 25))
    assert natal is not None
    assert natal.name == "Hari Raya Natal"


@pytest.mark.parametrize(
    ("after", "following"),
    [
        (date(2026, 11, 23), date(2026, 11, 24)),
        (date(2026, 11, 27), date(2026, 11, 30)),
        (date(2026, 12, 23), date(2026, 12, 28)),
        (date(2026, 12, 26), date(2026, 12, 28)),
    ],
)
def test_the_next_working_day_is_strictly_after(after: date, following: date) -> None:
    assert CALENDAR.next_working_day(after) == following


def test_an_agency_answers_three_working_days_before_us() -> None:
    assert CALENDAR.working_day_before(date(2026, 12, 4), 3) == date(2026, 12, 1)


def test_working_days_are_not_counted_below_zero() -> None:
    with pytest.raises(ValueError, match="from 0"):
        CALENDAR.working_day(date(2026, 11, 23), -1)


def test_the_operator_is_warned_of_years_without_joint_leave() -> None:
    span = date(2026, 11, 1), date(2029, 1, 1)
    assert CALENDAR.years_without_joint_leave(*span) == (2028, 2029)
    entered = WorkingCalendar([Closure(date(2028, 12, 26), "Cuti Bersama Hari Raya Natal")])
    assert entered.years_without_joint_leave(*span) == (2029,)


@given(ANY_DAY, st.integers(0, 120), st.sets(ANY_DAY, max_size=3), st.sets(st.integers(0, 120), max_size=5))
def test_counts_agree_with_a_slow_one(start: date, length: int, far: set[date], near: set[int]) -> None:
    end = min(start + timedelta(days=length), date(2099, 12, 31))
    closed = far | {start + timedelta(days=n) for n in near}
    calendar = WorkingCalendar(Closure(day, "Tutup") for day in closed)
    worked = [day for day in days_after(start, end) if works(day, closed)]
    assert calendar.working_days_between(start, end) == len(worked)
    assert [off.day for off in calendar.skipped(start, end)] == [
        day for day in days_after(start, end) if day.weekday() < 5 and not works(day, closed)
    ]
    for n, day in enumerate(worked, 1):
        assert calendar.working_day(start, n) == day
    assert calendar.working_day(start, 0) == start


@given(ANY_DAY, ANY_DAY)
def test_long_spans_agree_with_a_slow_count(one: date, other: date) -> None:
    start, end = min(one, other), min(max(one, other), min(one, other) + timedelta(days=1500))
    assert CALENDAR.working_days_between(start, end) == sum(works(day) for day in days_after(start, end))
    assert CALENDAR.working_days_between(end, start) == 0
    assert CALENDAR.skipped(end, start) == ()


@given(st.dates(date(2000, 3, 1), date(2099, 10, 1)), st.integers(1, 40))
def test_stepping_back_undoes_stepping_forward(start: date, n: int) -> None:
    from_work = CALENDAR.next_working_day(start)
    assert CALENDAR.working_day_before(CALENDAR.working_day(from_work, n), n) == from_work


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_the_fingerprint_changes_exactly_when_a_day_off_does(day: date) -> None:
    span = date(2026, 1, 1), date(2027, 12, 31)
    other = WorkingCalendar([Closure(day, "Tutup")])
    changed = other.fingerprint(*span) != CALENDAR.fingerprint(*span)
    assert changed == CALENDAR.is_working_day(day)
    assert other.fingerprint(*span) == WorkingCalendar([Closure(day, "Nama lain")]).fingerprint(*span)
    assert other.fingerprint(day + timedelta(days=1), span[1]) == CALENDAR.fingerprint(day + timedelta(days=1), span[1])
