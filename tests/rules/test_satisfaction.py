"""The index of the SKM and its grade, by hand and against a second way of computing it; quarters of the year."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.periods import Quarter
from rules.satisfaction import SCALE, AfterACase, Element, Grade, grade, skm

ALL = tuple(Element)
forms = st.lists(st.lists(st.sampled_from(SCALE), min_size=9, max_size=9), min_size=1, max_size=60)


def counted(*filled: list[int]) -> dict[Element, dict[int, int]]:
    """How often each value was said of each element, in whole forms."""
    return {
        element: {value: sum(form[nth] == value for form in filled) for value in SCALE}
        for nth, element in enumerate(ALL)
    }


def test_the_elements_are_those_of_the_regulation_in_its_order() -> None:
    assert [element.value for element in Element] == [f"u{nth}" for nth in range(1, 10)]
    assert (Element.COMPLAINTS, Element.FACILITIES) == ("u8", "u9")


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        ("100", Grade.A),
        ("88.31", Grade.A),
        ("88.305", Grade.A),
        ("88.3049", Grade.B),
        ("88.30", Grade.B),
        ("76.61", Grade.B),
        ("76.605", Grade.B),
        ("76.6049", Grade.C),
        ("76.60", Grade.C),
        ("65.00", Grade.C),
        ("64.995", Grade.C),
        ("64.99", Grade.D),
        ("25", Grade.D),
    ],
)
def test_an_index_has_its_grade_and_nothing_falls_between_two(index: str, expected: Grade) -> None:
    assert grade(Decimal(index)) == expected


@pytest.mark.parametrize("index", ["24.99", "100.01", "0", "-3"])
def test_what_no_survey_can_give_is_no_index(index: str) -> None:
    with pytest.raises(ValueError, match="no index"):
        grade(Decimal(index))


@pytest.mark.parametrize(
    ("filled", "index", "expected"),
    [
        ([[4] * 9], "100.00", Grade.A),
        ([[1] * 9], "25.00", Grade.D),
        ([[3] * 9], "75.00", Grade.C),
        ([[3, 3, 2, 4, 3, 3, 4, 3, 3]], "77.78", Grade.B),  # 28 of 36
        ([[3, 3, 2, 4, 3, 3, 4, 3, 3], [4, 4, 4, 4, 4, 4, 4, 4, 4]], "88.89", Grade.A),  # 64 of 72
        ([[3, 3, 3, 3, 3, 3, 3, 3, 3], [3, 3, 3, 3, 3, 3, 3, 3, 4]], "76.39", Grade.C),  # 55 of 72
    ],
)
def test_the_index_is_the_mean_times_25(filled: list[list[int]], index: str, expected: Grade) -> None:
    result = skm(counted(*filled))
    assert result is not None
    assert (result.respondents, result.index, result.grade) == (len(filled), Decimal(index), expected)


def test_each_element_has_its_own_mean_index_and_grade() -> None:
    result = skm(counted([1, 2, 3, 4, 3, 3, 3, 3, 4], [2, 2, 3, 4, 3, 3, 3, 3, 3], [2, 2, 3, 4, 3, 3, 3, 3, 4]))
    assert result is not None
    told = {element: (str(score.mean), str(score.index), score.grade) for element, score in result.elements.items()}
    assert told[Element.REQUIREMENTS] == ("1.67", "41.67", Grade.D)
    assert told[Element.PROCEDURE] == ("2.00", "50.00", Grade.D)
    assert told[Element.COMPLETION_TIME] == ("3.00", "75.00", Grade.C)
    assert told[Element.FEE] == ("4.00", "100.00", Grade.A)
    assert told[Element.FACILITIES] == ("3.67", "91.67", Grade.A)


def test_nobody_is_no_index_rather_than_a_bad_one() -> None:
    assert skm({}) is None
    assert skm(counted()) is None


def test_an_incomplete_form_is_never_counted() -> None:
    broken = counted([3] * 9)
    broken[Element.FEE] = {}
    with pytest.raises(ValueError, match="incomplete"):
        skm(broken)


def test_a_value_off_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="scale"):
        skm({element: {5: 1} for element in Element})


@given(forms)
def test_the_index_is_the_same_when_each_form_is_computed_by_itself(filled: list[list[int]]) -> None:
    result = skm(counted(*filled))
    assert result is not None
    points, most = sum(sum(form) for form in filled), 36 * len(filled)
    assert abs(result.index - Decimal(100) * points / most) <= Decimal("0.005")
    assert Decimal(25) <= result.index <= Decimal(100)
    lowest, highest = (pick(score.index for score in result.elements.values()) for pick in (min, max))
    assert lowest <= result.index <= highest


@given(forms, st.integers(0, 59), st.integers(0, 8))
def test_one_better_answer_never_lowers_anything(filled: list[list[int]], which: int, nth: int) -> None:
    better = [list(form) for form in filled]
    form = better[which % len(better)]
    form[nth] = min(4, form[nth] + 1)
    before, after = skm(counted(*filled)), skm(counted(*better))
    assert before is not None
    assert after is not None
    assert after.index >= before.index
    assert after.grade <= before.grade  # A stands before D
    assert after.elements[ALL[nth]].index >= before.elements[ALL[nth]].index


@pytest.mark.parametrize(
    ("day", "name", "first", "last"),
    [
        (date(2026, 1, 1), "2026-1", date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 3, 31), "2026-1", date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 4, 1), "2026-2", date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 9, 30), "2026-3", date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 12, 10), "2026-4", date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_day_has_its_quarter(day: date, name: str, first: date, last: date) -> None:
    quarter = Quarter.of(day)
    assert (str(quarter), quarter.first, quarter.last) == (name, first, last)
    assert quarter.roman == ("I", "II", "III", "IV")[int(name[-1]) - 1]


@given(st.dates(date(1990, 1, 1), date(2200, 1, 1)))
def test_every_day_is_in_one_quarter_and_its_name_reads_back(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.first <= day <= quarter.last
    assert Quarter.named(str(quarter)) == quarter
    assert Quarter.of(quarter.last + timedelta(days=1)) > quarter
    assert Quarter.of(quarter.first - timedelta(days=1)) < quarter


@pytest.mark.parametrize("name", ["", "2026", "2026-5", "2026-0", "26-1", "2026-Q1", "2026-11", "later"])
def test_nothing_else_is_the_name_of_a_quarter(name: str) -> None:
    with pytest.raises(ValueError, match="no quarter"):
        Quarter.named(name)


def test_a_quarter_ends_for_fourteen_days() -> None:
    quarter = Quarter(2026, 4)
    ending = [day for day in range(1, 32) if quarter.is_ending(date(2026, 12, day))]
    assert ending == list(range(18, 32))
    assert not quarter.is_ending(date(2027, 1, 1))


def test_who_says_nothing_is_silent_and_not_satisfied() -> None:
    told = AfterACase(asked=10, counts={1: 1, 4: 2})
    assert (told.answered, told.silent, told.mean) == (3, 7, Decimal("3.00"))
    assert AfterACase(asked=5, counts={}).mean is None
