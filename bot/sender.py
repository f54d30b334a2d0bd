"""The sender: takes what is due from the outbox, in order for each address, and marks how far it got.

At least once: a crash between the provider's answer and our commit repeats a message where the provider cannot be
asked (Telegram); where it can (Twilio), an uncertain sending is looked up first.
"""

import asyncio
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import structlog

from bot import failpoints
from bot.channel import (
    Posted,
    SendingChannel,
    Sent,
    TryLater,
    Uncertain,
    Undeliverable,
    WindowClosed,
)
from messages.envelope import Channel, Outgoing
from storage.database import Database
from storage.outbox import outgoing_from_json
from storage.tables import Posting
from storage.work import Work

log = structlog.get_logger()

LEASE = timedelta(seconds=90)
BATCH = 40
SHORTEST_REST, LONGEST_REST = 0.02, 1.0
FIRST_DELAY, LONGEST_DELAY = 2.0, 900.0
GIVES_UP_AFTER = timedelta(hours=48)


@dataclass(slots=True)
class Sender:
    """`jitter` gives 0..1; `channels` are those that run. Several senders may work on one database."""

    database: Database
    channels: Mapping[Channel, SendingChannel]
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    jitter: Callable[[], float] = random.random
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _channel_rests: dict[str, datetime] = field(default_factory=dict)

    def wake(self) -> None:
        """Something new is in the outbox."""
        self._wake.set()

    async def send_forever(self) -> None:
        """Send until cancelled; trouble with the database is waited out."""
        rest = SHORTEST_REST
        while True:
            try:
                await self._recover()
                sent = await self.send_due()
                rest = SHORTEST_REST if sent else await self._until_next()
            except Exception as trouble:
                log.error("sender rests", error=type(trouble).__name__)
                rest = 5.0
            self._wake.clear()
            try:
                await asyncio.wait_for(self._wake.wait(), timeout=rest)
            except TimeoutError:
                continue

    async def send_due(self) -> int:
        """Send everything that is due now; how many messages were tried."""
        tried = 0
        while claimed := await self._claim():
            failpoints.reach("out.claimed")
            await asyncio.gather(*(self._send(posting) for posting in claimed))
            tried += len(claimed)
        return tried

    async def _claim(self) -> list[Posting]:
        now = self.clock()
        awake = [name for name in self.channels if self._channel_rests.get(name, now) <= now]
        if not awake:
            return []
        async with self.database.work(now) as work:
            claimed = await work.outbox.claim(awake, BATCH, LEASE)
            if claimed:
                await work.commit()
            return claimed

    async def _recover(self) -> None:
        async with self.database.work(self.clock()) as work:
            if await work.outbox.recover():
                await work.commit()

    async def _until_next(self) -> float:
        now = self.clock()
        async with self.database.reading(now) as work:
            due = await work.outbox.next_due(list(self.channels))
        if due is None:
            return LONGEST_REST
        return min(LONGEST_REST, max(SHORTEST_REST, (due - now).total_seconds()))

    async def _send(self, posting: Posting) -> None:
        channel = self.channels[Channel(posting.channel)]
        posted = as_posted(posting)
        try:
            sent = await channel.find(posted) if posting.uncertain else None
            if sent is None:
                sent = await channel.send(posted)
            failpoints.reach("out.sent")
        except WindowClosed:
            await self._hold(posting)
        except Undeliverable as trouble:
            await self._bury(posting, trouble.code)
        except TryLater as trouble:
            await self._later(posting, trouble.code, trouble.after, whole_channel=trouble.whole_channel)
        except Uncertain as trouble:
            await self._later(posting, trouble.code, None, uncertain=True)
        except Exception as trouble:
            # A mistake of our own must not stop the queue; it is seen in the log and in `doctor`.
            log.error("sending failed", channel=posting.channel, error=type(trouble).__name__)
            await self._later(posting, type(trouble).__name__, None, uncertain=True)
        else:
            await self._sent(posting, sent)
            failpoints.reach("out.recorded")

    async def _sent(self, posting: Posting, sent: Sent) -> None:
        async with self.database.work(self.clock()) as work:
            await work.outbox.sent(await work.outbox.get(posting.id), sent.provider_ids, sent.state)
            await work.commit()

    async def _hold(self, posting: Posting) -> None:
        """Outside WhatsApp's window: held, and one template a batch says that there is news."""
        async with self.database.work(self.clock()) as work:
            kept = await work.outbox.get(posting.id)
            await work.outbox.hold(kept)
            if not await work.outbox.notice_waits(kept.contact):
                number = await _number_of(work, kept)
                template = {"name": "notice", "1": number}
                text = f"Ada kabar untuk laporan {number}. Balas BACA untuk membukanya."
                message = Outgoing(lines=(text,), ids=("template-notice",), template=template)
                await work.outbox.put(kept.contact, message, case_id=kept.case_id, purpose="notice")
            await work.commit()

    async def _bury(self, posting: Posting, code: str) -> None:
        log.warning("undeliverable", channel=posting.channel, code=code, posting=posting.id)
        async with self.database.work(self.clock()) as work:
            await work.outbox.bury(await work.outbox.get(posting.id), code)
            await work.commit()

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
        first = posting.first_tried_at or now
        if now - first > GIVES_UP_AFTER:
            await self._bury(posting, f"gave up: {code}")
            return
        delay = timedelta(seconds=after if after is not None else backoff(posting.attempts, self.jitter()))
        if whole_channel:
            self._channel_rests[posting.channel] = now + delay
        async with self.database.work(now) as work:
            kept = await work.outbox.get(posting.id)
            await work.outbox.try_later(kept, delay, code, uncertain=uncertain)
            await work.commit()


async def _number_of(work: Work, posting: Posting) -> str:
    if posting.case_id is None:
        return "-"
    return (await work.cases.locked(posting.case_id)).number


def backoff(attempts: int, jitter: float) -> float:
    """Seconds to wait after so many attempts: doubling, with jitter so that not all come back at once."""
    longest = min(LONGEST_DELAY, FIRST_DELAY * 2.0 ** max(0, min(attempts - 1, 12)))
    return float(longest / 2 + jitter * longest / 2)


def as_posted(posting: Posting) -> Posted:
    contact = posting.contact
    return Posted(
        key=f"{posting.channel}:{posting.id}",
        account=contact.account,
        address=contact.address,
        message=outgoing_from_json(posting.body),
        last_inbound=contact.last_inbound_at,
        first_tried=posting.first_tried_at if posting.uncertain else None,
    )
