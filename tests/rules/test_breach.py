"""What was promised and what was counted."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.breach import Breach, check_breach
from rules.calendar import WorkingCalendar
from rules.components import Component
from rules.standard import Completion, Fee, ServiceStandard

CALENDAR = WorkingCalendar()
TODAY = date(2026, 11, 23)
COMPLETE = date(2026, 10, 30)


def standard(completion: Completion | None = None, fee: Fee | None = None) -> ServiceStandard:
    return ServiceStandard("contoh", 1, "Izin contoh", None, completion, fee, 14, 30, None, {})


def check(
    held: ServiceStandard | None,
    complete_on: date | None = None,
    finished_on: date | None = None,
    today: date = TODAY,
    paid: tuple[int, ...] = (),
) -> tuple[Breach, ...]:
    return check_breach(
        held, complete_on=complete_on, finished_on=finished_on, today=today, paid=paid, calendar=CALENDAR
    )


SEVEN = standard(Completion(7, "working"))


@pytest.mark.parametrize(
    ("complete_on", "finished_on", "today", "counted", "until", "breached"),
    [
        (COMPLETE, None, TODAY, 16, date(2026, 11, 10), True),
        (date(2026, 10, 23), None, date(2026, 11, 24), 22, date(2026, 11, 3), True),
        (COMPLETE, None, date(2026, 11, 6), 5, date(2026, 11, 10), False),
        (COMPLETE, None, date(2026, 11, 10), 7, date(2026, 11, 10), False),
        (COMPLETE, None, date(2026, 11, 11), 8, date(2026, 11, 10), True),
        (COMPLETE, date(2026, 11, 9), TODAY, 6, date(2026, 11, 10), False),
        (TODAY, None, TODAY, 0, date(2026, 12, 2), False),
        # the last day was a Friday: on Saturday no further working day has passed, yet it is over
        (date(2026, 11, 4), None, date(2026, 11, 14), 7, date(2026, 11, 13), True),
    ],
)
def test_working_days_are_counted_from_the_complete_file(
    *, complete_on: date, finished_on: date | None, today: date, counted: int, until: date, breached: bool
) -> None:
    assert check(SEVEN, complete_on, finished_on, today) == (
        Breach(Component.COMPLETION_TIME, 7, counted, "working", until, breached),
    )


@pytest.mark.parametrize(
    ("today", "counted", "breached"), [(date(2026, 11, 6), 7, False), (date(2026, 11, 7), 8, True)]
)
def test_calendar_days_are_counted_as_such(today: date, counted: int, breached: bool) -> None:
    (found,) = check(standard(Completion(7, "calendar")), COMPLETE, today=today)
    assert found == Breach(Component.COMPLETION_TIME, 7, counted, "calendar", date(2026, 11, 6), breached)


@pytest.mark.parametrize(
    ("fee", "paid", "promised", "counted"),
    [
        (Fee(True, 0), (500_000,), 0, 500_000),
        (Fee(True, None), (500_000,), 0, 500_000),
        (Fee(True, 0), (500_000, 500_000, 200_000), 0, 500_000),
        (Fee(False, 100_000), (150_000,), 100_000, 150_000),
    ],
)
def test_more_than_the_fee_is_a_breach(fee: Fee, paid: tuple[int, ...], promised: int, counted: int) -> None:
    assert check(standard(fee=fee), paid=paid) == (Breach(Component.FEE, promised, counted, "rupiah", None, True),)


@pytest.mark.parametrize(
    ("fee", "paid"),
    [
        (Fee(True, 0), ()),
        (Fee(True, 0), (0,)),
        (Fee(False, 100_000), (100_000,)),
        (Fee(False, None), (900_000,)),
        (None, (5,)),
    ],
)
def test_a_fee_that_was_kept_or_depends_on_a_tariff_is_no_breach(fee: Fee | None, paid: tuple[int, ...]) -> None:
    assert check(standard(fee=fee), paid=paid) == ()


def test_nothing_is_counted_without_a_standard_or_a_date() -> None:
    assert check(None, COMPLETE, paid=(500_000,)) == ()
    assert check(SEVEN, None) == ()
    assert check(standard(), COMPLETE) == ()


def test_time_comes_before_the_fee() -> None:
    both = standard(Completion(7, "working"), Fee(True, 0))
    assert [b.component for b in check(both, COMPLETE, paid=(500_000,))] == [
        Component.COMPLETION_TIME,
        Component.FEE,
    ]


@given(
    st.builds(
        Breach,
        st.sampled_from(Component),
        st.integers(0, 10**9),
        st.integers(0, 10**9),
        st.sampled_from(["working", "calendar", "rupiah"]),
        st.none() | st.dates(),
        st.booleans(),
    )
)
def test_a_breach_survives_json(breach: Breach) -> None:
    assert Breach.from_plain(json.loads(json.dumps(breach.to_plain()))) == breach
