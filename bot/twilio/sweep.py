"""Going through Twilio's own list: messages whose webhook never reached us, and how far our own got."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.twilio.client import ApiError, MessageRecord, NoAnswerError, TwilioApi
from bot.twilio.sending import STATES

_REMEMBERED: Final = 50_000

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

    `take_message` and `take_status` may be called with what is known already; they recognise it.
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
    ) -> None:
        self._api = api
        self._address = address
        self._take_message = take_message
        self._take_status = take_status
        self._clock = clock
        self._times = times
        self._seen = seen
        self._wanted = asyncio.Event()
        self._failing = False

    def soon(self) -> None:
        """Sweep now: a message is there that its webhook could not wait for."""
        self._wanted.set()

    async def forever(self) -> None:
        """Sweep at once, then again and again, until cancelled."""
        times = self._times
        since = self._clock() - times.at_start
        settle = timedelta(0)
        while True:
            started = self._clock()
            self._wanted.clear()
            pause = times.every
            try:
                complete, young = await self._once(since, settle)
            except (ApiError, NoAnswerError) as error:
                complete, young = False, False
                self._say(error.code)
            else:
                self._say(None)
            if complete:
                since = started - times.back
            else:
                pause = min(times.again, pause)
            since = max(since, started - times.at_start)
            if young:
                pause = min(times.settle, pause)
            woken = await self._waited_for(pause)
            # What the first sweep could not see is as old as that by now, so it is left to no webhook either.
            settle = timedelta(0) if woken or not complete else times.settle

    async def _once(self, since: datetime, settle: timedelta) -> tuple[bool, bool]:
        """Whether everything was dealt with, and whether something was left because it is young."""
        complete, young = True, False
        found = [record async for record in self._api.messages(to=self._address, since=since)]
        for record in reversed(found):
            ours = record.direction == "inbound" and record.to == self._address
            if not ours or self._seen.has(record.sid):
                continue
            if record.at is not None and self._clock() - record.at < settle:
                young = True
                continue
            complete = await self._dealt_with(self._take_message, record) and complete
        async with aclosing(self._api.messages(from_=self._address, since=since)) as listed:
            async for record in listed:
                new = record.status in STATES and not self._seen.has(record.sid, record.status)
                if not new or record.from_ != self._address:
                    continue
                if not await self._dealt_with(self._take_status, record):
                    complete = False
                elif record.at is not None and self._clock() - record.at > _SETTLED:
                    self._seen.add(record.sid, record.status)
        return complete, young

    async def _dealt_with(self, take: TakeRecord, record: MessageRecord) -> bool:
        try:
            await take(record)
        except (ApiError, NoAnswerError):
            raise
        except Exception as error:
            # One message that cannot be taken now must not keep the others waiting; it is tried again.
            log.error("message from the list not taken", trouble=type(error).__name__)
            return False
        return True

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
