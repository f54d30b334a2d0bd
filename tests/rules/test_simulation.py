"""A simulated quarter, against queueing intuition, the office's calendar and a slow retelling of the model."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.agency import Closure
from rules.calendar import WorkingCalendar
from rules.deadlines import reply_due
from rules.periods import Quarter
from rules.simulation.draw import Assumptions, Attendance, Complaints, attendance_of, complaints_of
from rules.simulation.outcome import Outcomes, simulate
from rules.simulation.play import Run, play
from rules.simulation.stretch import Stretch, stretch_of

CALENDAR = WorkingCalendar()
IDUL_FITRI = Quarter(2027, 1)
USUAL = Assumptions(
    arrivals=4,
    hours=2.5,
    spread=0.6,
    agency_share=0.25,
    agency_days=6,
    question_share=0.2,
    question_days=3,
    other_work=0.3,
    leave=12,
    backlog=0,
    office_hours=7.5,
)
NO_WAITS = replace(USUAL, agency_share=0, question_share=0)
STRETCH = stretch_of(IDUL_FITRI, CALENDAR, 14)


def simulated(assumed: Assumptions, officers: Sequence[int], *, runs: int = 10, seed: int = 1) -> Outcomes:
    return simulate(assumed, STRETCH, officers, runs=runs, chance=random.Random(seed))


def drawn(
    assumed: Assumptions, officers: int, seed: int, stretch: Stretch = STRETCH
) -> tuple[Complaints, list[Attendance]]:
    chance = random.Random(seed)
    return complaints_of(assumed, stretch, chance), [attendance_of(assumed, stretch, chance) for _ in range(officers)]


@pytest.mark.parametrize(
    ("day", "following"),
    [
        (date(2026, 11, 23), "2027-1"),
        (date(2026, 12, 31), "2027-1"),
        (date(2027, 1, 1), "2027-2"),  # that one has begun
        (date(2027, 3, 31), "2027-2"),
        (date(2027, 9, 30), "2027-4"),
        (date(2027, 10, 1), "2028-1"),
    ],
)
def test_the_next_quarter_that_begins(day: date, following: str) -> None:
    assert str(Quarter.of(day).next) == following


def test_a_quarter_lasts_from_its_first_day_to_its_last() -> None:
    spans = [(Quarter(2028, n).first, Quarter(2028, n).last) for n in (1, 2, 3, 4)]
    assert spans[0] == (date(2028, 1, 1), date(2028, 3, 31))
    assert spans[3] == (date(2028, 10, 1), date(2028, 12, 31))
    assert all(before[1] + timedelta(days=1) == after[0] for before, after in pairwise(spans))


def test_the_quarter_of_idul_fitri_has_the_fewest_working_days() -> None:
    fitri, *others = (stretch_of(Quarter(2027, n), CALENDAR, 14).working_days for n in (1, 2, 3, 4))
    assert fitri == 53
    assert all(other > fitri for other in others)


CLOSED = st.sets(st.dates(date(2026, 10, 1), date(2027, 7, 31)), max_size=8)


@settings(max_examples=25)
@given(CLOSED, st.integers(1, 4), st.integers(5, 20))
def test_what_is_played_is_due_when_the_rules_say(closed: set[date], number: int, reply_days: int) -> None:
    calendar = WorkingCalendar(Closure(day, "Tutup") for day in closed)
    stretch = stretch_of(Quarter(2027, number), calendar, reply_days)
    working = [received.day for received in stretch.days if received.works]
    assert working == [received.day for received in stretch.days if calendar.is_working_day(received.day)]
    assert working[stretch.first : stretch.after] == [day for day in working if _within(day, stretch.quarter)]
    assert len(working) == stretch.end
    for received in stretch.days:
        if received.until <= stretch.end:
            assert working[received.until - 1] == reply_due(received.day, calendar, reply_days).due
        assert received.until - 1 - received.since == reply_days
        begins = received.day if received.works else calendar.next_working_day(received.day)
        assert begins == working[received.begins]


def _within(day: date, quarter: Quarter) -> bool:
    return quarter.first <= day <= quarter.last


def test_every_day_of_leave_is_a_working_day_of_its_year() -> None:
    (there,) = drawn(replace(USUAL, leave=240), 1, seed=3)[1]
    year = [day for day in STRETCH.years[1] if day >= 0]
    working = set(there.days) & set(year)
    whole = sum(CALENDAR.is_working_day(date(2027, 1, 1) + timedelta(days=n)) for n in range(365))
    assert len(working) <= whole - 240
    assert (there.passed[0], there.passed[-1]) == (0, len(there.days) - 1)


def test_the_same_seed_gives_the_same_answer() -> None:
    once = simulated(USUAL, (2, 3), seed=5)
    assert simulated(USUAL, (2, 3), seed=5) == once
    assert simulated(USUAL, (2, 3), seed=6) != once


def test_what_some_officers_achieve_does_not_depend_on_which_others_are_played() -> None:
    narrow, wide = simulated(USUAL, (2, 3)), simulated(USUAL, (1, 2, 3, 4, 5))
    assert wide.each[1:3] == narrow.each


def test_where_nothing_comes_nothing_is_late() -> None:
    found = simulated(replace(USUAL, arrivals=0), (1, 2))
    for outcome in found.each:
        assert (outcome.in_time, outcome.worst_tenth, outcome.received) == (1, 1, 0)
        assert (outcome.median_days, outcome.filled, outcome.open_at_end) == (None, 0, 0)
    assert (found.without_queue, found.full_days) == (1, 0)


def test_officers_who_are_never_there_answer_nothing() -> None:
    found = simulated(replace(USUAL, leave=366), (1, 2))
    assert [outcome.in_time for outcome in found.each] == [0, 0]
    assert [outcome.filled for outcome in found.each] == [0, 0]
    assert found.full_days == inf


def test_far_too_few_officers_answer_next_to_nothing_in_time_and_the_backlog_grows() -> None:
    found = simulated(replace(USUAL, arrivals=12), (2,))
    (outcome,) = found.each
    assert found.full_days > 6
    assert outcome.in_time < 0.01
    assert outcome.filled > 0.99
    assert outcome.open_at_end > 2 * outcome.open_at_start > 200
    assert outcome.median_days is None
    assert found.fewest() is None


def test_plenty_of_officers_answer_everything_in_time_unless_others_keep_them_waiting() -> None:
    found = simulated(NO_WAITS, (8,))
    assert found.each[0].worst_tenth == 1
    assert found.each[0].median_days == 1, "half a day's work, begun at any moment of the day"
    assert found.fewest() == found.each[0]
    waiting = simulated(replace(USUAL, agency_share=1, agency_days=12), (8,))
    assert waiting.without_queue < 0.8
    assert waiting.fewest() is None
    assert waiting.each[0].filled < 0.5


@pytest.mark.parametrize(("load", "least", "most"), [(0.5, 1, 1), (0.8, 0.99, 1), (1.3, 0, 0.4), (2, 0, 0.01)])
def test_more_work_than_time_collapses_and_less_does_not(load: float, least: float, most: float) -> None:
    """3 officers with 5.25 hours a day and no leave; a quarter has weekends, whose complaints come on top."""
    off = sum(not day.works for day in STRETCH.days if _within(day.day, IDUL_FITRI))
    a_day = load * 3 * 5.25 / 2.5 / (1 + 0.3 * off / STRETCH.working_days)
    found = simulated(replace(NO_WAITS, arrivals=a_day, leave=0), (3,), runs=20)
    (outcome,) = found.each
    assert found.full_days / 3 == pytest.approx(load, rel=0.06)
    assert outcome.filled == pytest.approx(min(load, 1), rel=0.06)
    assert least <= outcome.in_time <= most


def test_the_mean_of_what_comes_and_of_the_work_is_what_was_put_in() -> None:
    chance = random.Random(4)
    every = [complaints_of(replace(USUAL, spread=1.5), STRETCH, chance) for _ in range(40)]
    hours = [
        5.25 * length * (len(waits) + 1) for run in every for length, waits in zip(run.piece, run.waits, strict=True)
    ]
    waits = [waits for run in every for waits in run.waits]
    assert sum(hours) / len(hours) == pytest.approx(2.5, rel=0.06)
    assert sum(map(sum, waits)) / len(waits) == pytest.approx(0.25 * 6 + 0.2 * 3, rel=0.06)
    off = sum(not day.works for day in STRETCH.days)
    assert sum(len(run.piece) for run in every) / 40 == pytest.approx(4 * (STRETCH.end + 0.3 * off), rel=0.03)


@settings(max_examples=15)
@given(st.integers(0, 10**6), st.floats(1, 12), st.floats(0.5, 6), st.integers(0, 30))
def test_more_officers_are_never_worse(seed: int, arrivals: float, hours: float, leave: int) -> None:
    assumed = replace(USUAL, arrivals=arrivals, hours=hours, leave=leave)
    found = simulated(assumed, (1, 2, 3, 5, 8), runs=3, seed=seed)
    for fewer, more in pairwise(found.each):
        assert more.in_time >= fewer.in_time - 0.02
        assert more.worst_tenth >= fewer.worst_tenth - 0.02
        assert more.open_at_end <= fewer.open_at_end + 3
        assert more.received == fewer.received
    assert all(outcome.worst_tenth <= found.without_queue + 1e-9 for outcome in found.each)


def test_an_officer_for_everybody_leaves_only_the_waits() -> None:
    for seed in range(5):
        complaints, there = drawn(replace(USUAL, agency_share=0.6, agency_days=10, leave=0), 60, seed)
        run = play(complaints, STRETCH, there, USUAL.hours_a_day)
        assert run.in_time == round(complaints.without_queue() * run.received) < run.received


def test_a_backlog_is_worked_off_first_and_not_counted() -> None:
    plain, laden = (simulated(replace(NO_WAITS, arrivals=3, backlog=lying), (3,)).each[0] for lying in (0, 120))
    assert laden.received == plain.received
    assert laden.open_at_start == pytest.approx(plain.open_at_start + 120, abs=5)
    assert laden.in_time < plain.in_time == 1
    assert laden.open_at_end < 20


WORLDS = st.builds(
    replace,
    st.just(USUAL),
    arrivals=st.floats(0, 1.5),
    hours=st.floats(0.1, 20),
    spread=st.floats(0, 2),
    agency_share=st.floats(0, 1),
    agency_days=st.floats(0, 10),
    question_share=st.floats(0, 1),
    other_work=st.floats(0, 0.8),
    leave=st.integers(0, 100),
    backlog=st.integers(0, 12),
)
SHORT = stretch_of(IDUL_FITRI, CALENDAR, 4)


@settings(max_examples=50)
@given(WORLDS, st.integers(1, 4), st.integers(0, 10**6))
def test_nobody_works_more_than_there_is_time_and_every_complaint_is_counted_once(
    assumed: Assumptions, officers: int, seed: int
) -> None:
    complaints, there = drawn(assumed, officers, seed, SHORT)
    run, of = play(complaints, SHORT, there, assumed.hours_a_day), complaints.quarter
    days = sum(there[who].days_between(SHORT.first, SHORT.after) for who in range(officers))
    assert run.capacity == pytest.approx(days * assumed.hours_a_day)
    assert run.capacity <= officers * SHORT.working_days * assumed.hours_a_day + 1e-6
    assert 0 <= run.worked <= run.capacity + 1e-6
    assert run.received == len(of)
    assert 0 <= run.in_time <= run.received - run.unfinished
    assert complaints.backlog <= of.start <= of.stop <= len(complaints.piece)
    # The first of January 2027 is off and follows a working day, so what comes then can be worked on in January alone.
    for n in range(complaints.backlog, len(complaints.piece)):
        assert (n in of) == (SHORT.first <= complaints.comes[n] < SHORT.after)


@settings(max_examples=120)
@given(WORLDS, st.integers(1, 3), st.integers(0, 10**6))
def test_the_quick_way_and_a_slow_one_agree(assumed: Assumptions, officers: int, seed: int) -> None:
    # Among several who are free it matters who is on leave next: one officer with leave, or several without.
    assumed = assumed if officers == 1 else replace(assumed, leave=0)
    complaints, there = drawn(assumed, officers, seed, SHORT)
    run, slow = play(complaints, SHORT, there, assumed.hours_a_day), slowly(complaints, SHORT, there)
    days, done = slow
    of = complaints.quarter
    assert run.worked == pytest.approx(days * assumed.hours_a_day, abs=1e-6)
    assert run.in_time == sum(done[n] <= complaints.until[n] + 1e-9 for n in of)
    assert run.open_at_start == sum(done[n] > SHORT.first + 1e-9 for n in range(of.start))
    assert run.open_at_end == sum(done[n] > SHORT.after + 1e-9 for n in range(of.stop))


def slowly(complaints: Complaints, stretch: Stretch, officers: Sequence[Attendance]) -> tuple[float, list[float]]:
    """As the model says: at every step look at every officer and every case. The days worked in the quarter, and when
    each case is done.
    """
    there = [frozenset(officer.days) for officer in officers]
    free = [0.0] * len(officers)
    done = [inf] * len(complaints.piece)
    left = {n: [*complaints.waits[n], 0.0] for n in range(len(done))}
    ready = dict(enumerate(complaints.comes[:-1]))
    worked = 0.0

    def present(who: int, at: float) -> float:
        while at < stretch.end and int(at) not in there[who]:
            at = float(int(at) + 1)
        return at

    while ready:
        soonest = min(ready.values())
        begin, who = min((present(who, max(free[who], soonest)), who) for who in range(len(officers)))
        if begin >= stretch.end:
            break
        n = min((n for n, at in ready.items() if at <= begin), key=lambda n: (complaints.until[n], n))
        at, rest = begin, complaints.piece[n]
        while rest > 1e-12 and at < stretch.end:
            at = present(who, at)
            step = min(rest, int(at) + 1 - at)
            worked += step if stretch.first <= at < stretch.after else 0
            at, rest = at + step, rest - step
        free[who] = at
        wait = left[n].pop(0)
        del ready[n]
        if rest > 1e-12:
            continue
        if left[n]:
            ready[n] = at + wait
        else:
            done[n] = at
    return worked, done


@pytest.mark.parametrize(("length", "in_time"), [(14.0, 1), (14.01, 0)])
def test_the_last_moment_of_the_due_date_is_in_time_though_nobody_is_there_on_the_next_day(
    length: float, in_time: int
) -> None:
    first = STRETCH.first
    last = first + 14  # the due date of what comes on a day off before working day `first + 1`
    (there,) = drawn(replace(USUAL, leave=0), 1, seed=1)[1]
    days = tuple(day for day in there.days if day != last + 1)
    there = Attendance(days, [sum(day < n for day in days) for n in range(STRETCH.end + 1)])
    one = Complaints(0, range(1), (first + 1.0, inf), (first,), (last + 1,), (length,), ((),))
    run = play(one, STRETCH, [there], 5.0)
    assert (run.received, run.in_time, run.unfinished) == (1, in_time, 0)
    assert run.median_days == (14 if in_time else 16)
    assert run.worked == pytest.approx(length * 5)


def test_a_run_without_complaints_has_no_median() -> None:
    complaints, there = drawn(replace(USUAL, arrivals=0), 2, seed=1)
    run = play(complaints, STRETCH, there, USUAL.hours_a_day)
    assert run == Run(0, 0, 0, None, 0, run.capacity, 0, 0)
