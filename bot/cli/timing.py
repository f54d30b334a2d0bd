"""Timing for `aduan bench`: medians and the slowest twentieth, one line each."""

import statistics
import time
from collections.abc import Awaitable, Callable


def timed(work: Callable[[], object], runs: int) -> list[float]:
    """Seconds of each run, when warm."""
    for _ in range(20):
        work()
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return times


async def clocked(work: Callable[[], Awaitable[object]]) -> float:
    begun = time.perf_counter()
    await work()
    return time.perf_counter() - begun


def report(what: str, seconds: list[float]) -> None:
    ordered = sorted(seconds)
    p95 = ordered[int(len(ordered) * 0.95) - 1]
    print(f"{what:44}{statistics.median(ordered) * 1000:>9.2f} ms{p95 * 1000:>9.2f} ms")
