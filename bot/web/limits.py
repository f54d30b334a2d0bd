"""What the web chat puts up with."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

MB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Most:
    """So many at once: of each session, of each network address, and in all."""

    session: int
    address: int
    in_all: int


@dataclass(frozen=True, slots=True)
class Limits:
    """Characters, bytes, seconds, days; rates as so many a minute, all of which may come at once.

    The rates of an address are wide: a village may share one behind its provider, as do the mall's desks.
    """

    text_characters: int = 20_000
    json_bytes: int = 64 * 1024
    file_bytes: int = 20 * MB
    files: int = 10
    session_days: int = 90
    poll_seconds: float = 2
    fresh_seconds: float = 60  # after a word in a talk; then its page looks less often
    resting_poll_seconds: float = 10
    heartbeat_seconds: float = 15
    streams: Most = Most(8, 50, 500)
    uploads: Most = Most(1, 3, 30)
    upload_seconds: float = 90
    messages_a_minute: int = 30
    address_messages_a_minute: int = 600
    address_sessions_a_minute: int = 60
    address_lookups_a_minute: int = 60


class Room:
    """What is going on now, held to `most` at once. In this process alone."""

    def __init__(self, most: Most) -> None:
        self._most = most
        self._inside: Counter[str] = Counter()
        self._in_all = 0

    def has_place(self, session: str, address: str) -> bool:
        return (
            self._inside[f"session {session}"] < self._most.session
            and self._inside[f"address {address}"] < self._most.address
            and self._in_all < self._most.in_all
        )

    @contextmanager
    def place(self, session: str, address: str) -> Iterator[None]:
        """A place, whether there is one or not: ask `has_place` first."""
        taken = (f"session {session}", f"address {address}")
        self._in_all += 1
        self._inside.update(taken)
        try:
            yield
        finally:
            self._in_all -= 1
            self._inside.subtract(taken)
            for key in taken:
                if not self._inside[key]:
                    del self._inside[key]


class Allowance:
    """So many turns a minute for each key, refused rather than waited for. `clock`: monotonic, in seconds.

    Kept in memory: a restart forgets it, several processes allow more. Quotas lie in the database.
    """

    def __init__(self, a_minute: int, *, clock: Callable[[], float] = time.monotonic, sweep_above: int = 5000) -> None:
        self._most = float(a_minute)
        self._refill = a_minute / 60
        self._clock = clock
        self._sweep_above = sweep_above
        self._left: dict[str, tuple[float, float]] = {}

    def take(self, key: str) -> bool:
        """Whether there was a turn left; it is used up then."""
        now = self._clock()
        if len(self._left) > self._sweep_above:
            self._left = {kept: seen for kept, seen in self._left.items() if self._now_left(seen, now) < self._most}
        left = self._now_left(self._left.get(key, (self._most, now)), now)
        if left < 1:
            return False
        self._left[key] = (left - 1, now)
        return True

    def _now_left(self, seen: tuple[float, float], now: float) -> float:
        left, at = seen
        return min(self._most, left + (now - at) * self._refill)
