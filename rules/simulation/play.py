"""One run: who works on what, and when it is done."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush, heapreplace
from math import ceil, inf

from rules.simulation.draw import Attendance, Complaints
from rules.simulation.stretch import Stretch


@dataclass(frozen=True, slots=True)
class Run:
    """What became of the complaints received in the quarter: `in_time` of `received`; `unfinished` ones are late too.

    `median_days`: half are answered within so many working days; None when it is more than all of them are followed,
    or nothing came. `worked` of `capacity` hours that the officers had for complaints within the quarter.
    `open_at_start`, `open_at_end`: everything received before that instant and not answered.
    """

    received: int
    in_time: int
    unfinished: int
    median_days: int | None
    worked: float
    capacity: float
    open_at_start: int
    open_at_end: int


def play(complaints: Complaints, stretch: Stretch, officers: Sequence[Attendance], hours_a_day: float) -> Run:
    """Play one run with these officers, who have so many hours a day for complaints."""
    done, worked = _work_off(complaints, stretch, officers)
    of = complaints.quarter
    took = sorted(done[n] - complaints.since[n] for n in of)
    median = statistics.median_low(took) if took else inf
    capacity = sum(officer.days_between(stretch.first, stretch.after) for officer in officers)
    return Run(
        received=len(of),
        in_time=sum(done[n] <= complaints.until[n] for n in of),
        unfinished=sum(done[n] == inf for n in of),
        median_days=ceil(median) - 1 if median <= stretch.followed_days + 1 else None,
        worked=worked * hours_a_day,
        capacity=capacity * hours_a_day,
        open_at_start=sum(done[n] > stretch.first for n in range(of.start)),
        open_at_end=sum(done[n] > stretch.after for n in range(of.stop)),
    )


def _work_off(
    complaints: Complaints, stretch: Stretch, officers: Sequence[Attendance]
) -> tuple[Sequence[float], float]:
    """When each complaint is done (infinity: never seen), and the officer's days worked within the quarter.

    Complaints are numbered as they are due, so the lowest number goes first; and what was begun has a lower number than
    anything new.
    """
    comes, piece, waits = complaints.comes, complaints.piece, list(complaints.waits)
    # The innermost loop of some million rounds: names at hand and comparisons instead of calls.
    desks = [(at.passed, at.days, at.passed[stretch.first], at.passed[stretch.after]) for at in officers]
    done = [inf] * len(piece)
    free = [(0.0, who) for who in range(len(officers))]  # since when; of those who work, from when
    waiting = [(float(stretch.first), n) for n in range(complaints.backlog)]
    begun: list[int] = []  # and can go on
    counted, end = complaints.quarter.stop, stretch.end
    new, left, now, worked = complaints.backlog, counted, 0.0, 0.0
    while left:
        since, who = free[0]
        now = max(now, since)
        while waiting and waiting[0][0] <= now:
            heappush(begun, heappop(waiting)[1])
        if not begun and comes[new] > now:  # until something comes, or comes back
            if waiting and waiting[0][0] <= comes[new]:
                now, n = heappop(waiting)
                begun.append(n)
            else:
                now = comes[new]
        if now >= end:
            break
        passed, days, opening, closing = desks[who]
        day = int(now)
        before = passed[day]
        if before == passed[day + 1]:  # on leave
            heapreplace(free, (days[before], who))
            continue
        if begun:
            n = heappop(begun)
        else:
            n = new
            new += 1
        start = before + now - day  # in days of this officer
        stop = start + piece[n]
        within = (stop if stop < closing else closing) - (start if start > opening else opening)
        if within > 0:
            worked += within
        last = ceil(stop) - 1
        ready = days[last] + stop - last if last < len(days) else inf
        heapreplace(free, (ready, who))
        if waits[n]:
            heappush(waiting, (ready + waits[n][0], n))
            waits[n] = waits[n][1:]
        else:
            done[n] = ready
            left -= n < counted
    return done, worked
