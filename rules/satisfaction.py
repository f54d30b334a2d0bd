"""How satisfied those served are: the nine elements of the SKM, their index and grade; the one question after a case.

Source: the service standard, component 14 (a satisfaction survey four times a year), and PermenPANRB 14/2017 on the
Survei Kepuasan Masyarakat: nine elements, each from 1 to 4 and of equal weight; index = mean x 25; four grades.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

SCALE = (1, 2, 3, 4)
_TIMES = 25

Counts = Mapping[int, int]
"""How often each value of the scale was said."""


class Element(StrEnum):
    """What is asked about, in the order of the regulation (U1 to U9)."""

    REQUIREMENTS = "u1"
    PROCEDURE = "u2"
    COMPLETION_TIME = "u3"
    FEE = "u4"
    PRODUCT = "u5"
    COMPETENCE = "u6"
    BEHAVIOUR = "u7"
    COMPLAINTS = "u8"
    FACILITIES = "u9"


class Grade(StrEnum):
    """Mutu pelayanan: A very good, B good, C less good, D not good."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


_FROM = ((Decimal("88.31"), Grade.A), (Decimal("76.61"), Grade.B), (Decimal("65.00"), Grade.C))
_LEAST, _MOST = Decimal("25.00"), Decimal("100.00")


@dataclass(frozen=True, slots=True)
class Score:
    """Of one element. `mean`: 1.00 to 4.00; `index`: 25.00 to 100.00, made of the mean before it was rounded."""

    mean: Decimal
    index: Decimal
    grade: Grade


@dataclass(frozen=True, slots=True)
class Skm:
    """The result of a survey: of all elements together, and of each."""

    respondents: int
    index: Decimal
    grade: Grade
    elements: Mapping[Element, Score]


@dataclass(frozen=True, slots=True)
class AfterACase:
    """The one question after a case: of whom it was asked, and what was said. Who says nothing says nothing."""

    asked: int
    counts: Counts

    @property
    def answered(self) -> int:
        return sum(self.counts.values())

    @property
    def silent(self) -> int:
        return self.asked - self.answered

    @property
    def mean(self) -> Decimal | None:
        """1.00 to 4.00; None while nobody answered."""
        return _rounded(_mean(self.counts)) if self.answered else None


def skm(said: Mapping[Element, Counts]) -> Skm | None:
    """The index of whole forms; None while there is none.

    Raises ValueError where one element has more answers than another: an incomplete form is not counted.
    """
    counts = {element: said.get(element, {}) for element in Element}
    numbers = {sum(of_one.values()) for of_one in counts.values()}
    if len(numbers) > 1:
        raise ValueError("an incomplete form was counted")
    (respondents,) = numbers
    if not respondents:
        return None
    means = {element: _mean(of_one) for element, of_one in counts.items()}
    index = _rounded(sum(means.values(), Fraction()) / len(means) * _TIMES)
    return Skm(respondents, index, grade(index), {element: _score(mean) for element, mean in means.items()})


def grade(index: Decimal) -> Grade:
    """The grade of an index. It is rounded to two places first, so that nothing falls between two grades.

    Raises ValueError for what no survey can give: less than 25 or more than 100.
    """
    rounded = index.quantize(Decimal("0.01"), ROUND_HALF_UP)
    if not _LEAST <= rounded <= _MOST:
        raise ValueError(f"no index: {index}")
    return next((one for least, one in _FROM if rounded >= least), Grade.D)


def _score(mean: Fraction) -> Score:
    index = _rounded(mean * _TIMES)
    return Score(_rounded(mean), index, grade(index))


def _mean(counts: Counts) -> Fraction:
    if any(value not in SCALE or times < 0 for value, times in counts.items()):
        raise ValueError("a value that is not on the scale")
    return Fraction(sum(value * times for value, times in counts.items()), sum(counts.values()))


def _rounded(value: Fraction) -> Decimal:
    """To two places, halves up, as the tables of the regulation are."""
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.01"), ROUND_HALF_UP)
