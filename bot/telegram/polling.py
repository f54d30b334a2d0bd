"""Asking Telegram for updates, and acknowledging them only after they were received."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

import structlog
from telegram import Update
from telegram.error import Conflict, RetryAfter

from bot.telegram.read import chat_of

log = structlog.get_logger(__name__)


class PollingLease(Protocol):
    """The right to poll for a database: Telegram answers 409 when two ask with one token."""

    async def hold(self) -> bool:
        """Take or renew it, before each round. False while another process has it.

        A round takes as long as the poll (25 s by default) and the receiving of its updates, so it should
        last for a minute or two. Should two poll for a moment all the same, what comes twice is recognised.
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
    """Between rounds while some updates could not be received; other chats come through meanwhile."""


@dataclass(slots=True)
class Backoff:
    pauses: Pauses
    failed: int = 0

    def next(self) -> float:
        self.failed += 1
        pause = min(self.pauses.longest, self.pauses.first * 2.0 ** min(self.failed - 1, 30))
        return pause * random.uniform(0.5, 1)  # noqa: S311 - jitter, no secret


@dataclass(slots=True)
class _Stuck:
    """A chat whose next update could not be received: not before `until` (monotonic) is it tried again."""

    backoff: Backoff
    until: float = field(default=0)


class Polling:
    """The loop. `fetch` asks from an offset on (None: all unacknowledged); `take` returns once committed.

    Updates of one chat are taken in order, those of different chats at once. The offset moves over what was
    taken, up to the first that was not; what was taken behind that is remembered and not taken again.
    """

    def __init__(
        self,
        fetch: Callable[[int | None], Awaitable[Sequence[Update]]],
        take: Callable[[Update], Awaitable[None]],
        lease: PollingLease,
        pauses: Pauses | None = None,
    ) -> None:
        self._fetch = fetch
        self._take = take
        self._lease = lease
        self._pauses = pauses or Pauses()
        self._offset: int | None = None
        self._taken: set[int] = set()
        self._stuck: dict[str, _Stuck] = {}
        self._backoff = Backoff(self._pauses)
        self._said = ""

    async def forever(self) -> None:
        """Rounds until cancelled. No error of a round ends it."""
        while True:  # noqa: ASYNC110 - each pause is what the round asks for; there is no event
            await asyncio.sleep(await self.round())

    async def round(self) -> float:
        """Fetch and take once; the seconds to wait before the next round."""
        began = time.monotonic()
        try:
            if not await self._lease.hold():
                self._forget()
                self._say_once("another process polls; waiting")
                return self._pauses.without_lease * random.uniform(0.5, 1)  # noqa: S311 - jitter
            updates = await self._fetch(self._offset)
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
        self._well_again()
        self._forget_offset()
        if not updates:
            # A server that does not wait must not be asked in a hot loop.
            return 0 if time.monotonic() - began > self._pauses.refetch else self._pauses.refetch
        await self._take_all(updates)
        return 0 if self._move_offset(updates) else self._pauses.refetch

    async def _take_all(self, updates: Sequence[Update]) -> None:
        chats: dict[str, list[Update]] = {}
        for update in sorted(updates, key=lambda update: update.update_id):
            chats.setdefault(chat_of(update), []).append(update)
        async with asyncio.TaskGroup() as group:
            for chat, its_updates in chats.items():
                group.create_task(self._take_chat(chat, its_updates))

    async def _take_chat(self, chat: str, updates: list[Update]) -> None:
        stuck = self._stuck.get(chat)
        if stuck is not None and stuck.until > time.monotonic():
            return
        for update in updates:
            if update.update_id in self._taken:
                continue
            try:
                await self._take(update)
            except Exception as error:  # not acknowledged, so fetched again
                stuck = self._stuck.setdefault(chat, _Stuck(Backoff(self._pauses)))
                stuck.until = time.monotonic() + stuck.backoff.next()
                if stuck.backoff.failed == 1:
                    log.warning(
                        "an update was not received; it is fetched again",
                        update_id=update.update_id,
                        trouble=type(error).__name__,
                    )
                return
            self._taken.add(update.update_id)
        self._stuck.pop(chat, None)

    def _move_offset(self, updates: Sequence[Update]) -> bool:
        """Over the taken prefix; whether that is everything."""
        for update_id in sorted(update.update_id for update in updates):
            if update_id not in self._taken:
                return False
            self._offset = update_id + 1
        return True

    def _forget_offset(self) -> None:
        """The request that just returned has acknowledged up to the offset.

        Not sent again: after an idle week update ids start anew at random, maybe below it, and would be
        acknowledged unread.
        """
        if self._offset is not None:
            self._taken = {update_id for update_id in self._taken if update_id >= self._offset}
            self._offset = None

    def _forget(self) -> None:
        """Another process goes on from here; what it does with these updates we do not know."""
        self._offset = None
        self._taken.clear()
        self._stuck.clear()

    def _say_once(self, event: str, *, warning: bool = False) -> None:
        if event != self._said:
            (log.warning if warning else log.info)(event)
        self._said = event

    def _well_again(self) -> None:
        if self._said:
            log.info("telegram is polled again")
        self._said = ""
        self._backoff.failed = 0
