"""What is said reaches the page: Server-Sent Events out of the outbox.

The outbox is the truth; a wake-up within this process only saves waiting for the next look. Other processes
send too, so a stream looks by itself every few seconds, less often while nothing is said; a page that waits for an
answer asks by itself.
"""

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Final

import structlog
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from bot.web.limits import Limits, Room
from bot.web.talk import office_said
from messages.envelope import Channel
from storage.database import Database
from storage.tables import Posting

_Told = list[tuple[int, str]] | None
log = structlog.get_logger(__name__)

# The sender hands a message over before it commits that it did: after a wake-up, look several times at once.
_LOOKS_AFTER_WAKING: Final = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)


class Streams:
    """The pages that listen in this process."""

    def __init__(self, database: Database, clock: Callable[[], datetime], limits: Limits) -> None:
        self._database = database
        self._clock = clock
        self._limits = limits
        self._room = Room(limits.streams)
        self._listening: dict[str, set[asyncio.Event]] = defaultdict(set)
        self._looking: set[asyncio.Task[_Told]] = set()
        self._ended = False

    def wake(self, address: str) -> None:
        for event in self._listening.get(address, ()):
            event.set()

    async def end(self) -> None:
        """Let every page go; they come back by themselves. Returns when no look into the database is open."""
        self._ended = True
        for address in tuple(self._listening):
            self.wake(address)
        await asyncio.gather(*self._looking, return_exceptions=True)

    def has_room(self, address: str, client: str) -> bool:
        """For one more page of this session, whose request came from the network address `client`."""
        return not self._ended and self._room.has_place(address, client)

    def listen(self, address: str, after: int, client: str) -> Response:
        """Events from the message after `after` on, until the page goes, the session is left or we stop."""
        return _Stream(self._told_to(address, after), self._room.place(address, client))

    async def _told_to(self, address: str, after: int) -> AsyncIterator[str]:
        woken = asyncio.Event()
        self._listening[address].add(woken)
        try:
            async for event in self._events(address, after, woken):
                yield event
        finally:
            self._listening[address].discard(woken)
            if not self._listening[address]:
                del self._listening[address]

    async def _events(self, address: str, after: int, woken: asyncio.Event) -> AsyncIterator[str]:
        yield "retry: 2000\n\n"
        looks: list[float] = []
        quiet = idle = 0.0
        while not self._ended:
            try:
                told = await self._undisturbed(self._told(address, after))
            except Exception as trouble:  # the database is away: the page comes back later
                log.warning("a page could not be told", trouble=type(trouble).__name__)
                return
            if told is None:
                yield "event: left\ndata: {}\n\n"
                return
            for outbox_id, event in told:
                after, quiet, idle = outbox_id, 0, 0
                yield event
            if quiet >= self._limits.heartbeat_seconds:
                quiet = 0
                yield ": still here\n\n"
            pause = looks.pop(0) if looks and not told else self._pause(idle)
            quiet += pause
            idle += pause
            if await _within(pause, woken):
                woken.clear()
                looks, idle = list(_LOOKS_AFTER_WAKING), 0

    def _pause(self, idle: float) -> float:
        """Hundreds of pages lie open without a word for hours; asking for each every 2 s would be most of our work."""
        limits = self._limits
        return limits.poll_seconds if idle < limits.fresh_seconds else limits.resting_poll_seconds

    async def _undisturbed(self, look: Coroutine[Any, Any, _Told]) -> _Told:
        """A page that goes away cancels its stream; a look into the database is finished all the same."""
        task = asyncio.create_task(look)
        self._looking.add(task)
        task.add_done_callback(self._looked)
        return await asyncio.shield(task)

    def _looked(self, task: asyncio.Task[_Told]) -> None:
        self._looking.discard(task)
        if not task.cancelled():
            task.exception()  # seen, also where nobody waits for it any more

    async def _told(self, address: str, after: int) -> _Told:
        """(outbox id, event) of what was said since; None when the session was left."""
        async with self._database.reading(self._clock()) as work:
            contact = await work.contacts.find(Channel.WEB, address)
            if contact is None:
                return None
            told = await work.outbox.shown_to(contact.id, after)
            return [(posting.id, _event(posting)) for posting in told if posting.body is not None]


class _Stream(StreamingResponse):
    """Holds its place from when it is answered, and gives it back also when the page went before the first event."""

    def __init__(self, events: AsyncIterator[str], place: AbstractContextManager[None]) -> None:
        # A proxy that collects an answer before it passes it on would hold back what is said.
        super().__init__(events, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})
        self._place = place

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._place:
            await super().__call__(scope, receive, send)


async def _within(seconds: float, event: asyncio.Event) -> bool:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    return True


def _event(posting: Posting) -> str:
    data = json.dumps(office_said(posting), ensure_ascii=False, separators=(",", ":"))
    return f"id: {posting.id}\nevent: said\ndata: {data}\n\n"
