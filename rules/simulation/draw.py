"""What is put in, and what chance makes of it: the complaints of a run and who is there."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, inf, log, sqrt

from rules.simulation.stretch import Stretch

DAY_OFF_SHARE = 0.3  # of a working day's complaints: an assumption, as offices have no figures of it


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What is put in: see the head of this package. Shares are 0 to 1, waits are means in working days.

    `leave`: working days a year of each officer. `office_hours`: from opening to closing, so breaks belong to
    `other_work`, which is less than 1.
    """

    arrivals: float
    hours: float
    spread: float
    agency_share: float
    agency_days: float
    question_share: float
    question_days: float
    other_work: float
    leave: int
    backlog: int
    office_hours: float

    @property
    def hours_a_day(self) -> float:
        """What an officer has for complaints on a working day."""
        return self.office_hours * (1 - self.other_work)


@dataclass(frozen=True, slots=True)
class Complaints:
    """The complaints of one run in the order in which they are due, the same for any number of officers.

    The first `backlog` ones lie there from before. `quarter` are those received in the quarter. For each: `comes`,
    when it can first be worked on; `since` and `until` as of its day; `piece`, the length of each piece of work in
    officer's days; `waits` between the pieces.
    """

    backlog: int
    quarter: range
    comes: Sequence[float]
    since: Sequence[int]
    until: Sequence[int]
    piece: Sequence[float]
    waits: Sequence[tuple[float, ...]]

    def without_queue(self) -> float:
        """The share in time if nothing ever waited for an officer: no number of officers does better."""
        made = sum(
            self.comes[n] + self.piece[n] * (len(self.waits[n]) + 1) + sum(self.waits[n]) <= self.until[n]
            for n in self.quarter
        )
        return made / len(self.quarter) if self.quarter else 1.0

    def work(self) -> float:
        """The work of those received in the quarter, in officer's days."""
        return sum(self.piece[n] * (len(self.waits[n]) + 1) for n in self.quarter)


def complaints_of(assumed: Assumptions, stretch: Stretch, chance: random.Random) -> Complaints:
    """Draw the complaints of a run. Those of the backlog are due before any other."""
    quarter = stretch.quarter
    came: list[tuple[float, int, int]] = [(stretch.first, -1, 0)] * assumed.backlog
    begun = ended = 0
    gap = chance.expovariate(1.0)
    for received in stretch.days:
        if received.day == quarter.first:
            begun = len(came)
        mean = assumed.arrivals * (1 if received.works else DAY_OFF_SHARE)
        while gap < mean:
            moment = received.begins + (gap / mean if received.works else 0)
            came.append((moment, received.since, received.until))
            gap += chance.expovariate(1.0)
        gap -= mean
        if received.day == quarter.last:
            ended = len(came)
    waits = [_waits(assumed, chance) for _ in came]
    hours = _handling(assumed, chance)
    piece = [hours() / assumed.hours_a_day / (len(waiting) + 1) for waiting in waits]
    comes, since, until = zip(*came, strict=True) if came else ((), (), ())
    return Complaints(assumed.backlog, range(begun, ended), (*comes, inf), since, until, piece, waits)


def _waits(assumed: Assumptions, chance: random.Random) -> tuple[float, ...]:
    question, agency = chance.random() < assumed.question_share, chance.random() < assumed.agency_share
    means = (assumed.question_days,) * question + (assumed.agency_days,) * agency
    return tuple([_wait(mean, chance) for mean in means]) if means else ()


def _wait(mean: float, chance: random.Random) -> float:
    """Gamma of shape 2: the sum of two exponential waits of half the mean."""
    return mean / 2 * (chance.expovariate(1.0) + chance.expovariate(1.0))


def _handling(assumed: Assumptions, chance: random.Random) -> Callable[[], float]:
    """Hours, lognormal with that mean and deviation."""
    variance = log(1 + assumed.spread**2)
    middle, deviation = log(assumed.hours) - variance / 2, sqrt(variance)
    return lambda: exp(chance.gauss(middle, deviation))


@dataclass(frozen=True, slots=True)
class Attendance:
    """The days on which one officer works. `days`: their numbers, then infinity; `passed`: how many lie before each
    day.
    """

    days: Sequence[float]
    passed: Sequence[int]

    def days_between(self, first: int, after: int) -> int:
        """The days worked from `first` to below `after`."""
        return self.passed[after] - self.passed[first]


def attendance_of(assumed: Assumptions, stretch: Stretch, chance: random.Random) -> Attendance:
    """Draw an officer's leave."""
    away = {day for year in stretch.years for day in chance.sample(year, min(assumed.leave, len(year)))}
    passed = [0]
    for day in range(stretch.end):
        passed.append(passed[-1] + (day not in away))
    return Attendance((*(day for day in range(stretch.end) if day not in away), inf), passed)
