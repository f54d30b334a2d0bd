"""Going through Twilio's own list: messages whose webhook never reached us, and how far our own got."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.twilio.client import ApiError, MessageRecord, NoAnswerError, TwilioApi
from bot.twilio.sending import STATES

_REMEMBERED: Final = 50_000

_MOST_FAILED: Final = 100

_TRIED_OUT: Final = timedelta(minutes=1)
"""How long before the first start somebody who tries the number out may have written."""

_SETTLED: Final = timedelta(minutes=1)
"""A status that overtakes the commit of its sending is nobody's: it is told again until it is this old."""

log = structlog.get_logger(__name__)

TakeRecord = Callable[[MessageRecord], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class SweepTimes:
    """When and how far back the lists are gone through.

    `every`: from one sweep to the next; `again`: after one that failed. `at_start`: how far back the first
    one looks, and the most that any looks after failures. `back`: how far before the last good sweep the next
    one begins. `settle`: a message that is younger is left to its webhook, which knows more of it (Twilio
    tries for 15 s), and looked at soon after; the first sweep leaves none.
    """

    every: timedelta = timedelta(minutes=3)
    at_start: timedelta = timedelta(days=7)
    back: timedelta = timedelta(minutes=30)
    again: timedelta = timedelta(seconds=30)
    settle: timedelta = timedelta(seconds=20)


@dataclass(slots=True)
class Seen:
    """What this process has dealt with; forgetting costs a look, nothing else."""

    most: int = _REMEMBERED
    _kept: OrderedDict[tuple[str, str], None] = field(default_factory=OrderedDict)

    def add(self, sid: str, state: str = "") -> None:
        self._kept[sid, state] = None
        while len(self._kept) > self.most:
            self._kept.popitem(last=False)

    def has(self, sid: str, state: str = "") -> bool:
        return (sid, state) in self._kept


class Sweep:
    """Goes through the lists of one of our numbers (`address`, as Twilio writes it).

    `take_message` and `take_status` may be called with what is known already; they recognise it. What they cannot take
    is kept aside and tried again in every sweep: neither the next message nor the next sweep waits for it.
    `first_start`: when our number was first served from this database; what people wrote to it before was not for us.
    """

    def __init__(
        self,
        api: TwilioApi,
        address: str,
        *,
        take_message: TakeRecord,
        take_status: TakeRecord,
        clock: Callable[[], datetime],
        times: SweepTimes,
        seen: Seen,
        first_start: Callable[[], Awaitable[datetime]] | None = None,
    ) -> None:
        self._api = api
        self._address = address
        self._take_message = take_message
        self._take_status = take_status
        self._clock = clock
        self._times = times
        self._seen = seen
        self._first_start = first_start
        self._failed: dict[tuple[str, str], tuple[TakeRecord, MessageRecord]] = {}
        self._wanted = asyncio.Event()
        self._failing = False

    def soon(self) -> None:
        """Sweep now: a message is there that its webhook could not wait for."""
        self._wanted.set()

    async def forever(self) -> None:
        """Sweep at once, then again and again, until cancelled."""
        times = self._times
        since = self._clock() - times.at_start
        first = await self._first_start() - _TRIED_OUT if self._first_start else since
        settle = timedelta(0)
        while True:
            started = self._clock()
            self._wanted.clear()
            pause = times.every
            failed = list(self._failed)
            since = max(since, started - times.at_start, first)
            try:
                young = await self._once(since, settle)
            except (ApiError, NoAnswerError) as error:
                complete, young = False, False
                self._say(error.code)
            else:
                complete = len(self._failed) < _MOST_FAILED
                self._say(None)
                await self._try_again(failed)
            if complete:
                since = started - times.back
            if not complete or self._failed.keys() - set(failed):
                pause = min(times.again, pause)
            if young:
                pause = min(times.settle, pause)
            woken = await self._waited_for(pause)
            # What the first sweep could not see is as old as that by now, so it is left to no webhook either.
            settle = timedelta(0) if woken or not complete else times.settle

    async def _once(self, since: datetime, settle: timedelta) -> bool:
        """Go through both lists. Whether something was left because it is young."""
        young = False
        found = [record async for record in self._api.messages(to=self._address, since=since)]
        for record in reversed(found):
            ours = record.direction == "inbound" and record.to == self._address
            # The list is asked for by time; should it give more, those are the messages that are not for us.
            early = record.at is not None and record.at < since
            if not ours or early or self._seen.has(record.sid) or (record.sid, "") in self._failed:
                continue
            if record.at is not None and self._clock() - record.at < settle:
                young = True
                continue
            await self._dealt_with(self._take_message, record)
        async with aclosing(self._api.messages(from_=self._address, since=since)) as listed:
            async for record in listed:
                new = record.status in STATES and not self._seen.has(record.sid, record.status)
                if not new or record.from_ != self._address or (record.sid, record.status) in self._failed:
                    continue
                if (
                    await self._dealt_with(self._take_status, record, record.status)
                    and record.at is not None
                    and self._clock() - record.at > _SETTLED
                ):
                    self._seen.add(record.sid, record.status)
        return young

    async def _dealt_with(self, take: TakeRecord, record: MessageRecord, status: str = "") -> bool:
        """Whether it was taken; else it is kept for later. Raises when it is Twilio that does not answer."""
        try:
            await take(record)
        except Exception as error:
            if len(self._failed) < _MOST_FAILED:
                self._failed[record.sid, status] = take, record
            if isinstance(error, NoAnswerError) or (isinstance(error, ApiError) and error.status in {401, 429}):
                raise
            log.error("message from the list not taken", trouble=type(error).__name__)
            return False
        return True

    async def _try_again(self, failed: Iterable[tuple[str, str]]) -> None:
        """What failed in earlier sweeps, until it is too old to be in any list."""
        for key in failed:
            take, record = self._failed.pop(key)  # and back at the end: one that hangs lets the others go before it
            if record.at is not None and self._clock() - record.at > self._times.at_start:
                continue
            try:
                await self._dealt_with(take, record, key[1])
            except (ApiError, NoAnswerError):
                return

    async def _waited_for(self, pause: timedelta) -> bool:
        try:
            async with asyncio.timeout(pause.total_seconds()):
                await self._wanted.wait()
        except TimeoutError:
            return False
        return True

    def _say(self, code: str | None) -> None:
        """Log a trouble when it begins and when it ends, not at every try."""
        if code and not self._failing:
            log.warning("twilio's message list cannot be read", code=code)
        elif self._failing and not code:
            log.info("twilio's message list can be read again")
        self._failing = code is not None
