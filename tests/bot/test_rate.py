"""Rates, on a clock of their own."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from bot.rate import Rate, RateEach


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


async def turns(rate: Rate, clock: Clock, count: int) -> list[float]:
    """When each of `count` turns, asked for one after the other, was given; seconds from the start."""
    began, given_at = clock.now, []
    for _ in range(count):
        await rate.turn()
        given_at.append(round(clock.now - began, 3))
    return given_at


async def test_turns_are_evenly_spaced() -> None:
    clock = Clock()
    assert await turns(Rate(2, clock=clock, sleep=clock.sleep), clock, 4) == [0, 0.5, 1.0, 1.5]


async def test_a_burst_goes_at_once_and_is_earned_again_by_waiting() -> None:
    clock = Clock()
    rate = Rate(1, burst=3, clock=clock, sleep=clock.sleep)
    assert await turns(rate, clock, 5) == [0, 0, 0, 1, 2]
    clock.now += 2
    assert await turns(rate, clock, 3) == [0, 0, 1]
    clock.now += 100
    assert await turns(rate, clock, 4) == [0, 0, 0, 1]


async def test_turns_are_given_in_the_order_they_were_asked_for() -> None:
    rate, order = Rate(500), list[int]()

    async def one(number: int) -> None:
        await rate.turn()
        order.append(number)

    await asyncio.gather(*(one(number) for number in range(6)))
    assert order == [0, 1, 2, 3, 4, 5]


async def test_each_key_has_its_own_rate_and_idle_ones_are_forgotten() -> None:
    clock = Clock()
    each = RateEach(1, burst=1, clock=clock, sleep=clock.sleep, sweep_above=2)
    for key in ("a", "b", "c"):
        await each.turn(key)
    assert clock.now == 1000, "nobody waited for another"
    await each.turn("a")
    assert clock.now == 1001
    clock.now += 60
    await each.turn("d")
    assert len(each) == 1


@given(
    per_second=st.floats(min_value=0.1, max_value=100),
    burst=st.integers(min_value=1, max_value=10),
    idle=st.lists(st.floats(min_value=0, max_value=20), min_size=1, max_size=30),
)
def test_no_stretch_of_time_holds_more_than_its_rate_and_a_burst(
    per_second: float, burst: int, idle: list[float]
) -> None:
    clock = Clock()
    rate = Rate(per_second, burst, clock=clock, sleep=clock.sleep)

    async def given_at() -> list[float]:
        times = []
        for pause in idle:
            clock.now += pause
            await rate.turn()
            times.append(clock.now)
        return times

    times = asyncio.run(given_at())
    for first, start in enumerate(times):
        for last in range(first, len(times)):
            assert last - first + 1 <= (times[last] - start) * per_second + burst + 1e-6
