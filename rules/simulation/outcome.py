"""Many runs, for several numbers of officers: what a head of office can expect."""

import random
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf

from rules.simulation.draw import Assumptions, attendance_of, complaints_of
from rules.simulation.play import Run, play
from rules.simulation.stretch import Stretch

ENOUGH = 0.95  # of the replies in time, in nine of ten runs


@dataclass(frozen=True, slots=True)
class Outcome:
    """What so many officers achieve; of the quarter, the middle of all runs where nothing else is said.

    `in_time`: the share of replies in time (1 where nothing was received); `worst_tenth`: nine of ten runs reach at
    least this. `median_days`: half of the replies come within so many working days; None: nothing was received, or it
    takes longer than is looked at. `filled`: the share worked of the time that officers have for complaints. The
    rest are complaints.
    """

    officers: int
    received: float
    in_time: float
    worst_tenth: float
    median_days: int | None
    filled: float
    open_at_start: float
    open_at_end: float

    @property
    def suffices(self) -> bool:
        """At least 95% come in time in nine of ten runs."""
        return self.worst_tenth >= ENOUGH


@dataclass(frozen=True, slots=True)
class Outcomes:
    """`each`: for every number of officers. `without_queue`: as `worst_tenth`, if nothing ever waited for an officer;
    no number of officers does better. `full_days`: of how many officers the work of the quarter alone fills the days.
    """

    each: Sequence[Outcome]
    without_queue: float
    full_days: float

    def fewest(self) -> Outcome | None:
        """The fewest officers who suffice, of those played."""
        return next((outcome for outcome in self.each if outcome.suffices), None)


def simulate(
    assumed: Assumptions,
    stretch: Stretch,
    officers: Sequence[int],
    *,
    runs: int,
    chance: random.Random,
    advance: Callable[[], object] = lambda: None,
) -> Outcomes:
    """Play `runs` runs with each of these numbers of officers, in ascending order.

    Every number meets the same complaints, and the first officers are the same people: what differs is owed to their
    number alone, and an outcome is the same whichever others are played. `advance` is called after each run of each.
    """
    played: dict[int, list[Run]] = {number: [] for number in officers}
    bounds: list[float] = []
    work = days = 0.0
    for _ in range(runs):
        # Apart, so that more officers draw no other complaints.
        of_complaints, of_officers = (random.Random(chance.getrandbits(64)) for _ in range(2))  # noqa: S311 - no secret
        complaints = complaints_of(assumed, stretch, of_complaints)
        there = [attendance_of(assumed, stretch, of_officers) for _ in range(max(officers))]
        bounds.append(complaints.without_queue())
        work += complaints.work()
        days += there[0].days_between(stretch.first, stretch.after)
        for number, so_far in played.items():
            so_far.append(play(complaints, stretch, there[:number], assumed.hours_a_day))
            advance()
    each = [_outcome(number, of_it) for number, of_it in played.items()]
    return Outcomes(each, _nine_of_ten(bounds), work / days if days else inf)


def _outcome(officers: int, runs: Sequence[Run]) -> Outcome:
    shares = [run.in_time / run.received if run.received else 1.0 for run in runs]
    capacity = sum(run.capacity for run in runs)
    return Outcome(
        officers=officers,
        received=statistics.median(run.received for run in runs),
        in_time=statistics.median(shares),
        worst_tenth=_nine_of_ten(shares),
        median_days=_median_days(runs),
        filled=sum(run.worked for run in runs) / capacity if capacity else 0.0,
        open_at_start=statistics.median(run.open_at_start for run in runs),
        open_at_end=statistics.median(run.open_at_end for run in runs),
    )


def _median_days(runs: Sequence[Run]) -> int | None:
    """Of the runs in which something was received; one that never saw its median is worse than any that did."""
    days = [run.median_days for run in runs if run.received]
    return sorted(days, key=lambda day: (day is None, day))[(len(days) - 1) // 2] if days else None


def _nine_of_ten(shares: Sequence[float]) -> float:
    """What at least nine of ten runs reach."""
    return sorted(shares)[len(shares) // 10]
