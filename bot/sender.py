"""The sender: takes what is due from the outbox, in order for each address, and marks how far it got.

At least once: a crash between the provider's answer and our commit repeats a message where the provider cannot be
asked (Telegram); where it can (Twilio), an uncertain sending is looked up first. Messages to different people are
sent side by side: one that hangs holds up nobody else.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial

import structlog

from bot import failpoints
from bot.channel import (
    Posted,
    SendingChannel,
    TryLater,
    Uncertain,
    Undeliverable,
    WindowClosed,
)
from bot.holding import hold_with_notice
from bot.lease import died_here, this_process
from messages.envelope import Channel
from storage.database import Database
from storage.outgoing import outgoing_from_json
from storage.tables import Posting
from storage.work import Work

log = structlog.get_logger()

LEASE = timedelta(seconds=60)  # renewed while a sending lasts
AT_ONCE = 40  # messages in hand, for each channel
SHORTEST_REST, LONGEST_REST = 0.02, 1.0
LOOKS_AFTER_OTHERS = 5.0
LAST_MOMENT = 5.0
GIVES_UP_AFTER = timedelta(hours=48)
_RECORDING_TRIES = 6


@dataclass(frozen=True, slots=True)
class Delays:
    """Seconds until a message that did not go is tried again: doubling from `first` to `longest`.

    `channel`: the most while nobody at all can be reached, so that all is well soon after the provider is.
    """

    first: float = 2.0
    longest: float = 900.0
    channel: float = 30.0

    def after(self, attempts: int, jitter: float, *, whole_channel: bool = False) -> float:
        """`jitter` (0..1) takes up to a half, so that not all come back at once."""
        longest = min(self.longest, self.first * 2.0 ** max(0, min(attempts - 1, 12)))
        if whole_channel:
            longest = min(longest, self.channel)
        return longest / 2 + jitter * longest / 2


@dataclass(slots=True)
class Sender:
    """`jitter` gives 0..1; `channels` are those that run. Several senders may work on one database."""

    database: Database
    channels: Mapping[Channel, SendingChannel]
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    jitter: Callable[[], float] = random.random
    delays: Delays = field(default_factory=Delays)
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _channel_rests: dict[str, datetime] = field(default_factory=dict)
    _in_hand: dict[int, tuple[str, asyncio.Task[None]]] = field(default_factory=dict)
    _looked_after: float = float("-inf")

    def wake(self) -> None:
        """Something new is in the outbox."""
        self._wake.set()

    async def send_forever(self) -> None:
        """Send until cancelled; trouble with the database is waited out."""
        try:
            while True:
                try:
                    rest = await self._round()
                except Exception as trouble:
                    log.error("sender rests", error=type(trouble).__name__)
                    rest = 5.0
                try:
                    async with asyncio.timeout(rest):
                        await self._wake.wait()
                except TimeoutError:
                    continue
                finally:
                    self._wake.clear()
        finally:
            await self._finish()

    async def _round(self) -> float:
        """Take in hand what is due and what there is room for; seconds to rest."""
        if time.monotonic() - self._looked_after > LOOKS_AFTER_OTHERS:
            await self._look_after()
            self._looked_after = time.monotonic()
        claimed = await self._claim(AT_ONCE)
        if claimed:
            failpoints.reach("out.claimed")
        for posting in claimed:
            task = asyncio.create_task(self._send(posting))
            self._in_hand[posting.id] = posting.channel, task
            task.add_done_callback(partial(self._put_down, posting.id))
        return SHORTEST_REST if claimed else await self._until_next()

    def _put_down(self, posting_id: int, _: asyncio.Task[None]) -> None:
        del self._in_hand[posting_id]
        # Soon, not at once: sendings that end together need one look into the outbox, not one each.
        asyncio.get_running_loop().call_later(SHORTEST_REST / 2, self._wake.set)

    async def _finish(self) -> None:
        """What is in hand is given a last moment; what does not end is taken up again at the next start."""
        tasks = [task for _, task in self._in_hand.values()]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=LAST_MOMENT)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _look_after(self) -> None:
        """Take up what died with another sender, and keep what is in our own hands."""
        now = self.clock()
        async with self.database.reading(now) as work:
            holders = await work.outbox.holders()
        async with self.database.work(now) as work:
            if self._in_hand:
                await work.outbox.renew(list(self._in_hand), LEASE)
            if found := await work.outbox.recover([name for name in holders if died_here(name)]):
                log.info("sendings taken up again after a crash", count=found)
            await work.commit()

    async def send_due(self) -> int:
        """Send everything that is due now; how many messages were tried."""
        tried = 0
        while claimed := await self._claim(AT_ONCE):
            failpoints.reach("out.claimed")
            await asyncio.gather(*(self._send(posting) for posting in claimed))
            tried += len(claimed)
        return tried

    def _awake(self, now: datetime) -> list[Channel]:
        """The channels that do not rest and have hands free."""
        busy = [channel for channel, _ in self._in_hand.values()]
        return [
            name for name in self.channels if self._channel_rests.get(name, now) <= now and busy.count(name) < AT_ONCE
        ]

    async def _claim(self, limit: int) -> list[Posting]:
        now = self.clock()
        awake = self._awake(now)
        if not awake:
            return []
        async with self.database.reading(now) as work:
            due = await work.outbox.next_due(awake)
        if due is None or due > now:
            return []
        async with self.database.work(now) as work:
            claimed = await work.outbox.claim(awake, limit, LEASE, this_process())
            await work.commit()
            return claimed

    async def _until_next(self) -> float:
        now = self.clock()
        awake = self._awake(now)
        rests = [end for end in self._channel_rests.values() if end > now]
        if awake:
            async with self.database.reading(now) as work:
                due = await work.outbox.next_due(awake)
            rests += [due] if due else []
        soonest = min((end - now).total_seconds() for end in rests) if rests else LONGEST_REST
        return min(LONGEST_REST, max(SHORTEST_REST, soonest))

    async def _send(self, posting: Posting) -> None:
        channel = self.channels[Channel(posting.channel)]
        posted = as_posted(posting)
        uncertain = posting.uncertain
        try:
            sent = await channel.find(posted) if uncertain else None
            uncertain = False
            if sent is None:
                sent = await channel.send(posted)
            failpoints.reach("out.sent")
        except WindowClosed:
            await self._record(hold_with_notice, posting)
        except Undeliverable as trouble:
            await self._bury(posting, trouble.code)
        except TryLater as trouble:
            await self._later(
                posting, trouble.code, trouble.after, uncertain=uncertain, whole_channel=trouble.whole_channel
            )
        except Uncertain as trouble:
            await self._later(posting, trouble.code, trouble.after, uncertain=True)
        except Exception as trouble:
            # A mistake of our own must not stop the queue; it is seen in the log and in `doctor`.
            log.error("sending failed", channel=posting.channel, error=type(trouble).__name__)
            await self._later(posting, type(trouble).__name__, None, uncertain=True)
        else:
            await self._record(lambda work, kept: work.outbox.sent(kept, sent.provider_ids, sent.state), posting)
            failpoints.reach("out.recorded")

    async def _record(self, mark: Callable[[Work, Posting], Awaitable[None]], posting: Posting) -> None:
        """Write down how it ended. It did end: a database that is away for a moment must not make it happen twice."""
        for number in range(_RECORDING_TRIES):
            try:
                async with self.database.work(self.clock()) as work:
                    await mark(work, await work.outbox.get(posting.id))
                    await work.commit()
                return
            except Exception as trouble:
                log.error("sending not recorded", channel=posting.channel, error=type(trouble).__name__)
                await asyncio.sleep(0.5 * 2**number)

    async def _bury(self, posting: Posting, code: str) -> None:
        log.warning("undeliverable", channel=posting.channel, code=code, posting=posting.id)
        await self._record(lambda work, kept: work.outbox.bury(kept, code), posting)

    async def _later(
        self,
        posting: Posting,
        code: str,
        after: float | None,
        *,
        uncertain: bool = False,
        whole_channel: bool = False,
    ) -> None:
        now = self.clock()
        # When nobody's messages go (a key, a bill), waiting is right however long it takes.
        if now - (posting.first_tried_at or now) > GIVES_UP_AFTER and not whole_channel:
            await self._bury(posting, f"gave up: {code}")
            return
        seconds = self.delays.after(posting.attempts, self.jitter(), whole_channel=whole_channel)
        delay = timedelta(seconds=seconds if after is None else after)
        if whole_channel:
            self._channel_rests[posting.channel] = now + delay
        await self._record(lambda work, kept: work.outbox.try_later(kept, delay, code, uncertain=uncertain), posting)


def as_posted(posting: Posting) -> Posted:
    contact = posting.contact
    return Posted(
        key=f"{posting.channel}:{posting.id}",
        account=contact.account,
        address=contact.address,
        message=outgoing_from_json(posting.body),
        last_inbound=contact.last_inbound_at,
        # Also after a certain refusal: of a text in several parts it may have met only a later one.
        first_tried=posting.first_tried_at if posting.attempts > 1 else None,
    )
