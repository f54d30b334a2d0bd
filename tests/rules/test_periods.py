"""Which span a digest tells of, and which digest goes out on which day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.calendar import WorkingCalendar
from rules.periods import Period, PeriodKind, Quarter, digest_of, period_before

CALENDAR = WorkingCalendar()
DAILY, WEEKLY, MONTHLY, QUARTERLY = PeriodKind
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("kind", "day", "first", "last"),
    [
        (DAILY, date(2026, 12, 15), date(2026, 12, 14), date(2026, 12, 14)),
        (DAILY, date(2026, 12, 14), date(2026, 12, 11), date(2026, 12, 13)),  # after a weekend
        (DAILY, date(2026, 3, 25), date(2026, 3, 17), date(2026, 3, 24)),  # after Nyepi and Idul Fitri
        (WEEKLY, date(2026, 12, 14), date(2026, 12, 7), date(2026, 12, 13)),
        (WEEKLY, date(2025, 4, 8), date(2025, 3, 24), date(2025, 4, 6)),  # the week of Idul Fitri was off as a whole
        (WEEKLY, date(2026, 12, 18), date(2026, 12, 7), date(2026, 12, 13)),
        (MONTHLY, date(2026, 3, 31), date(2026, 2, 1), date(2026, 2, 28)),
        (MONTHLY, date(2027, 1, 1), date(2026, 12, 1), date(2026, 12, 31)),
        (QUARTERLY, date(2027, 1, 4), date(2026, 10, 1), date(2026, 12, 31)),
        (QUARTERLY, date(2026, 6, 30), date(2026, 1, 1), date(2026, 3, 31)),
    ],
)
def test_the_span_before_a_day(kind: PeriodKind, day: date, first: date, last: date) -> None:
    assert period_before(kind, day, CALENDAR) == Period(kind, first, last)


@given(DAYS)
def test_the_digests_of_all_working_days_tell_of_every_day_once(start: date) -> None:
    days = [start + timedelta(days=n) for n in range(60)]
    spans = [period_before(DAILY, day, CALENDAR) for day in days if CALENDAR.is_working_day(day)]
    told = [span.first + timedelta(days=n) for span in spans for n in range((span.last - span.first).days + 1)]
    assert told == [told[0] + timedelta(days=n) for n in range(len(told))]


@given(st.sampled_from([WEEKLY, MONTHLY, QUARTERLY]), DAYS)
def test_spans_follow_each_other_without_a_gap(kind: PeriodKind, day: date) -> None:
    span = period_before(kind, day, CALENDAR)
    before = period_before(kind, span.first, CALENDAR)
    assert span.last < day
    assert before.last + timedelta(days=1) == span.first


@pytest.mark.parametrize(
    ("day", "wanted", "expected"),
    [
        (date(2026, 12, 15), set(PeriodKind), DAILY),
        (date(2026, 12, 14), set(PeriodKind), WEEKLY),
        (date(2026, 12, 14), {DAILY, MONTHLY}, DAILY),
        (date(2026, 12, 1), set(PeriodKind), MONTHLY),
        (date(2026, 12, 1), {WEEKLY}, None),
        (date(2027, 1, 4), set(PeriodKind), QUARTERLY),  # the first working day of the year
        (date(2027, 1, 5), {QUARTERLY}, None),
        (date(2026, 3, 25), set(PeriodKind), WEEKLY),  # a Wednesday: the days before it were off
        (date(2026, 12, 12), set(PeriodKind), None),
        (date(2026, 12, 25), set(PeriodKind), None),
    ],
)
def test_one_digest_a_day_the_longest(day: date, wanted: set[PeriodKind], expected: PeriodKind | None) -> None:
    assert digest_of(day, wanted, CALENDAR) == expected


@given(st.sampled_from(list(PeriodKind)), st.integers(2025, 2027))
def test_each_kind_goes_out_once_for_each_span(kind: PeriodKind, year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    spans = [period_before(kind, day, CALENDAR) for day in days if digest_of(day, {kind}, CALENDAR)]
    assert len(spans) == len(set(spans))
    assert all(one.last + timedelta(days=1) == other.first for one, other in pairwise(spans))


def test_quarters() -> None:
    assert [Quarter.of(date(2026, month, 1)).number for month in range(1, 13)] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]


@given(DAYS)
def test_a_quarter_holds_its_days_and_the_next_follows(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.first <= day <= quarter.last
    assert Quarter.of(quarter.last + timedelta(days=1)) == quarter.next
