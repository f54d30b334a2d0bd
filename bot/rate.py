"""How fast a provider lets us send: a turn is waited for, never refused."""

import asyncio
import time
from collections.abc import Awaitable, Callable


class Rate:
    """`per_second` turns on average, at most `burst` of them at once, given in the order they were asked for.

    `clock` is monotonic, in seconds. A turn that is cancelled while waiting is lost, not handed on.
    """

    def __init__(
        self,
        per_second: float,
        burst: int = 1,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        assert per_second > 0, "a rate of nothing would wait for ever"
        assert burst >= 1, "a burst holds the turn that is asked for"
        self._interval = 1 / per_second
        self._slack = (burst - 1) * self._interval
        self._clock = clock
        self._sleep = sleep
        self._next = float("-inf")  # when the next turn is due if all were evenly spaced

    @property
    def idle(self) -> bool:
        """Whether a full burst is free: forgetting this rate and starting a new one changes nothing."""
        return self._next <= self._clock() - self._slack

    @property
    def rest(self) -> float:
        """Seconds until a turn would be free; 0 when one is."""
        return max(0.0, self._next - self._clock())

    async def turn(self) -> None:
        """Return when the next message may go."""
        now = self._clock()
        due = max(self._next, now - self._slack)
        self._next = due + self._interval
        if due > now:
            await self._sleep(due - now)


class RateEach:
    """A `Rate` for each key (a chat), kept only while it says something."""

    def __init__(
        self,
        per_second: float,
        burst: int = 1,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        sweep_above: int = 1000,
    ) -> None:
        self._per_second = per_second
        self._burst = burst
        self._clock = clock
        self._sleep = sleep
        self._sweep_above = sweep_above
        self._rates: dict[str, Rate] = {}

    def __len__(self) -> int:
        return len(self._rates)

    def rest(self, key: str) -> float:
        """Seconds until a turn for `key` would be free; 0 when one is."""
        return self._rates[key].rest if key in self._rates else 0.0

    async def turn(self, key: str) -> None:
        """Return when the next message to `key` may go."""
        if len(self._rates) > self._sweep_above:
            self._rates = {kept: rate for kept, rate in self._rates.items() if not rate.idle}
        if key not in self._rates:
            self._rates[key] = Rate(self._per_second, self._burst, clock=self._clock, sleep=self._sleep)
        await self._rates[key].turn()
