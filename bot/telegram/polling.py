"""Asking Telegram for updates, and acknowledging them only after they were received."""

import asyncio
import random
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Protocol

import structlog
from telegram import Update
from telegram.error import Conflict, RetryAfter

from bot.telegram.read import chat_of

FETCHED_AT_ONCE: Final = 100
"""The most that Telegram shows."""

_TRIES_WHOLE: Final = 8

log = structlog.get_logger(__name__)


class PollingLease(Protocol):
    """The right to poll for a database: Telegram answers 409 when two ask with one token."""

    async def hold(self) -> bool:
        """Take or renew it, before each round. False while another process has it.

        A round takes as long as the poll (25 s by default), never as long as the receiving of its updates, so it
        should last for a minute or two. Should two poll for a moment all the same, what comes twice is recognised.
        """
        ...


@dataclass(frozen=True, slots=True)
class Pauses:
    """How long to wait, in seconds. Backoff doubles from `first` to `longest`; jitter takes up to a half."""

    first: float = 1
    longest: float = 60
    without_lease: float = 5
    conflict: float = 10
    refetch: float = 1
    """Between rounds while some updates are still being received; others come through meanwhile."""


@dataclass(slots=True)
class Backoff:
    pauses: Pauses
    failed: int = 0

    def next(self) -> float:
        self.failed += 1
        pause = min(self.pauses.longest, self.pauses.first * 2.0 ** min(self.failed - 1, 30))
        return pause * random.uniform(0.5, 1)  # noqa: S311 - jitter, no secret


class Polling:
    """The loop. `fetch` asks from an offset on (None: all unacknowledged); `take` returns once committed.

    Each chat has a queue and a task that takes its updates in order, over and over until they are taken; the loop
    goes on fetching meanwhile, so that a chat whose file is slow, or whose update fails, holds up nobody else.

    What is possible: an offset acknowledges everything below it, and no more than 100 unacknowledged updates are ever
    shown. So the offset moves over what was taken, up to the first that was not; what was taken behind that is
    remembered. When one update stays untaken and 99 newer ones lie behind it, there is no way past it but to
    acknowledge it, and nothing is acknowledged here that is not committed: everybody waits, and the log says so. What
    makes that rare: an update that fails again and again is tried by `take_bare` too, which leaves away what may be
    the reason (its files), and the receiver keeps what it cannot handle. It then takes a database that is away, and
    then nobody can be served.
    """

    def __init__(
        self,
        fetch: Callable[[int | None], Awaitable[Sequence[Update]]],
        take: Callable[[Update], Awaitable[None]],
        lease: PollingLease,
        pauses: Pauses | None = None,
        take_bare: Callable[[Update], Awaitable[None]] | None = None,
    ) -> None:
        self._fetch = fetch
        self._take = take
        self._take_bare = take_bare
        self._lease = lease
        self._pauses = pauses or Pauses()
        self._shown: set[int] = set()  # by the last fetch: all that is unacknowledged, if it is less than 100
        self._taken: set[int] = set()
        self._failing: set[int] = set()
        self._waiting: dict[str, deque[Update]] = {}
        self._at_work: set[asyncio.Task[None]] = set()
        self._backoff = Backoff(self._pauses)
        self._said = ""

    async def forever(self) -> None:
        """Rounds until cancelled. No error of a round ends it."""
        try:
            while True:  # noqa: ASYNC110 - each pause is what the round asks for; there is no event
                await asyncio.sleep(await self.round())
        finally:
            await self._let_go()

    async def round(self) -> float:
        """Fetch and hand out once, and give the chats a moment; the seconds to wait before the next round."""
        began = time.monotonic()
        try:
            if not await self._lease.hold():
                await self._let_go()
                self._say_once("another process polls; waiting")
                return self._pauses.without_lease * random.uniform(0.5, 1)  # noqa: S311 - jitter
            updates = await self._fetch(self._offset())
        except Conflict:
            self._say_once("telegram: this token is polled elsewhere, or a webhook is set (409)", warning=True)
            return self._pauses.conflict * random.uniform(0.5, 1)  # noqa: S311 - jitter
        except RetryAfter as error:
            after = error.retry_after
            self._say_once("telegram asks to wait (429)", warning=True)
            return after.total_seconds() if isinstance(after, timedelta) else float(after)
        except Exception as error:  # network, token, database: the loop outlives them all
            # The type alone: the text may hold an address with the token.
            self._say_once(f"telegram cannot be polled: {type(error).__name__}", warning=True)
            return self._backoff.next()
        in_hand = {update.update_id for waiting in self._waiting.values() for update in waiting}
        new = [update for update in updates if update.update_id not in self._taken | in_hand]
        self._shown = {update.update_id for update in updates}
        self._taken &= self._shown  # the rest is acknowledged
        self._backoff.failed = 0
        if len(updates) >= FETCHED_AT_ONCE and not new and min(self._shown) in self._failing:
            self._say_once("telegram shows nothing new until its oldest update is received", warning=True)
        else:
            self._well_again()
        self._hand_out(new)
        if self._at_work:
            # What is still unacknowledged is shown at once: without a moment in between, this would be a hot loop.
            await asyncio.wait(self._at_work, timeout=self._pauses.refetch)
            return 0
        # A server that does not wait must not be asked in a hot loop either.
        return 0 if updates or time.monotonic() - began > self._pauses.refetch else self._pauses.refetch

    def _hand_out(self, updates: Sequence[Update]) -> None:
        for update in sorted(updates, key=lambda update: update.update_id):
            chat = chat_of(update)
            if chat in self._waiting:
                self._waiting[chat].append(update)
                continue
            self._waiting[chat] = deque([update])
            task = asyncio.create_task(self._work_off(chat))
            self._at_work.add(task)
            task.add_done_callback(self._at_work.discard)

    async def _work_off(self, chat: str) -> None:
        """Take what waits of one chat, in order, until nothing does."""
        waiting = self._waiting[chat]
        while waiting:
            await self._take_in_the_end(waiting[0])
            taken = waiting.popleft().update_id
            self._taken.add(taken)
            self._failing.discard(taken)
        del self._waiting[chat]

    async def _take_in_the_end(self, update: Update) -> None:
        backoff = Backoff(self._pauses)
        while True:
            try:
                await self._take(update)
            except Exception as error:  # not acknowledged, so tried again, by us or by whoever polls after us
                if backoff.failed == 0:
                    trouble = type(error).__name__
                    log.warning("an update is not received yet", update_id=update.update_id, trouble=trouble)
                self._failing.add(update.update_id)
            else:
                return
            if backoff.failed + 1 >= _TRIES_WHOLE and await self._is_taken_bare(update):
                return
            await asyncio.sleep(backoff.next())

    async def _is_taken_bare(self, update: Update) -> bool:
        """Right after it failed whole: were the database away, this would fail as well, and nothing is left away."""
        if self._take_bare is None:
            return False
        try:
            await self._take_bare(update)
        except Exception:
            return False
        log.error("an update was received at last, without its files if it had any", update_id=update.update_id)
        return True

    def _offset(self) -> int | None:
        """Behind what was taken, up to the first that was not; None when nothing is to be acknowledged.

        Never what an earlier request has acknowledged: after an idle week update ids start anew at random, maybe
        below it, and would be acknowledged unread.
        """
        offset = None
        for update_id in sorted(self._shown):
            if update_id not in self._taken:
                break
            offset = update_id + 1
        return offset

    async def _let_go(self) -> None:
        """Whoever polls next goes on from here; what they do with these updates we do not know."""
        for task in self._at_work:
            task.cancel()
        await asyncio.gather(*self._at_work, return_exceptions=True)
        for forgotten in (self._shown, self._taken, self._failing, self._waiting):
            forgotten.clear()

    def _say_once(self, event: str, *, warning: bool = False) -> None:
        if event != self._said:
            (log.warning if warning else log.info)(event)
        self._said = event

    def _well_again(self) -> None:
        if self._said:
            log.info("telegram is polled again")
        self._said = ""
