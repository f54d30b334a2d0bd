"""The satisfaction of a quarter, for its report: the SKM and the one question after a case, of all and in parts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from rules.periods import Quarter
from rules.satisfaction import SCALE, AfterACase, Element, Skm, skm
from storage.ratings import AFTER_A_CASE, Opinion
from storage.work import Work

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Opinions:
    """`survey`: None while nobody filled it in. `after_case`: of whom the one question was asked, and the answers."""

    survey: Skm | None
    after_case: AfterACase


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """Of a quarter. `by_service`: by the id of the service, None where it is not known. `by_channel`: by the chat."""

    quarter: Quarter
    whole: Opinions
    by_service: Mapping[str | None, Opinions]
    by_channel: Mapping[str, Opinions]


async def satisfaction(work: Work, quarter: Quarter) -> Satisfaction | None:
    """What those served said; None when nobody was asked or said anything. Silence is counted as silence.

    A part may be of a few people only: whoever shows parts decides below how many they are left out.
    """
    said = await work.ratings.of(quarter)
    if not said:
        return None
    return Satisfaction(
        quarter,
        _summed(said),
        by_service=_in_parts(said, lambda one: one.service_id),
        by_channel=_in_parts(said, lambda one: one.channel),
    )


def _in_parts(said: list[Opinion], part: Callable[[Opinion], Part]) -> dict[Part, Opinions]:
    parts: dict[Part, list[Opinion]] = defaultdict(list)
    for one in said:
        parts[part(one)].append(one)
    return {key: _summed(of_one) for key, of_one in parts.items()}


def _summed(said: Iterable[Opinion]) -> Opinions:
    times: dict[str, dict[int | None, int]] = defaultdict(lambda: defaultdict(int))
    for one in said:
        times[one.question][one.value] += one.times
    counts = {name: {value: of_one[value] for value in SCALE} for name, of_one in times.items()}
    survey = skm({element: counts[element] for element in Element if element in counts})
    asked = times[AFTER_A_CASE][None]
    return Opinions(survey, AfterACase(asked, counts.get(AFTER_A_CASE, dict.fromkeys(SCALE, 0))))
