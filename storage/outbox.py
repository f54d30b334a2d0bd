"""What goes out: kept in the transaction that decided to say it, sent strictly in order for each contact.

pending -> sending (leased) -> sent -> delivered -> read; held (WhatsApp's window is closed) -> pending again;
failed and dead end it; superseded: withdrawn before it was claimed. Rank only rises; `failed` gives way to `delivered`
alone.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased, lazyload

from messages.envelope import Outgoing
from storage.outgoing import outgoing_to_json
from storage.tables import Contact, Delivery, Posting
from storage.upsert import insert_into

PENDING, HELD, SENDING = "pending", "held", "sending"
SENT, DELIVERED, READ = "sent", "delivered", "read"
FAILED, DEAD, SUPERSEDED = "failed", "dead", "superseded"
ARRIVED = (DELIVERED, READ)
_RANK = {PENDING: 0, HELD: 0, SENDING: 1, SENT: 2, FAILED: 3, DEAD: 3, DELIVERED: 4, READ: 5}
_CODE_SHOWN = "******"


@dataclass(frozen=True, slots=True)
class Depth:
    """How much of each status is kept: for `doctor` and the metrics."""

    waiting: int
    held: int
    dead: int
    oldest_waiting: datetime | None


class Outbox:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def put(
        self,
        contact: Contact,
        message: Outgoing,
        *,
        case_id: int | None = None,
        purpose: str = "reply",
        wait: timedelta = timedelta(0),
        supersede_key: str | None = None,
        hold: bool = False,
        code: str = "",
    ) -> Posting:
        """Keep a message for sending. `code`: a secret code in it, blotted out once the message was delivered."""
        posting = Posting(
            contact=contact,
            channel=contact.channel,
            case_id=case_id,
            purpose=purpose,
            status=HELD if hold else PENDING,
            body={**outgoing_to_json(message), "code": code},
            supersede_key=supersede_key,
            not_before=self._now + wait,
            created_at=self._now,
        )
        self._session.add(posting)
        await self._session.flush()
        return posting

    async def withdraw(self, supersede_key: str) -> int:
        """Take back what no sender has claimed yet; how many it were. 0 means: it is on its way, or never was."""
        taken = await self._session.execute(
            update(Posting)
            .where(Posting.supersede_key == supersede_key, Posting.status == PENDING, Posting.attempts == 0)
            .values(status=SUPERSEDED, settled_at=self._now, body=None)
            .returning(Posting.id)
        )
        return len(taken.all())

    async def release(self, contact_id: int) -> int:
        """The person wrote: what was held for them may go now."""
        freed = await self._session.execute(
            update(Posting)
            .where(Posting.contact_id == contact_id, Posting.status == HELD)
            .values(status=PENDING, not_before=self._now, attempts=0, first_tried_at=None)
            .returning(Posting.id)
        )
        return len(freed.all())

    async def claim(self, channels: Sequence[str], limit: int, lease: timedelta, by: str = "") -> list[Posting]:
        """Take what is due, at most one message a contact, and lease it to `by`. Several senders may do so at once."""
        due = (
            select(Posting)
            .options(lazyload(Posting.contact))
            .where(
                Posting.status == PENDING,
                Posting.not_before <= self._now,
                Posting.channel.in_(channels),
                _first_in_line(),
            )
            .order_by(Posting.not_before, Posting.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        claimed = list((await self._session.execute(due)).scalars())
        for posting in claimed:
            posting.status = SENDING
            posting.attempts += 1
            posting.first_tried_at = posting.first_tried_at or self._now
            posting.lease_until = self._now + lease
            posting.claimed_by = by
        await self._session.flush()
        for posting in claimed:
            await self._session.refresh(posting, ["contact"])
        return claimed

    async def recover(self, dead: Collection[str] = ()) -> int:
        """A sender died (its lease ended, or it is among `dead`): what it held is due again, and may have been sent."""
        found = await self._session.execute(
            update(Posting)
            .where(
                Posting.status == SENDING,
                or_(Posting.lease_until < self._now, Posting.claimed_by.in_(dead)),
            )
            .values(status=PENDING, uncertain=True, lease_until=None, not_before=self._now)
            .returning(Posting.id)
        )
        return len(found.all())

    async def holders(self) -> set[str]:
        """The senders that hold messages now."""
        found = await self._session.execute(select(Posting.claimed_by).where(Posting.status == SENDING).distinct())
        return {name for name in found.scalars() if name}

    async def renew(self, ids: Collection[int], lease: timedelta) -> None:
        """Still at it: a long sending keeps its lease."""
        await self._session.execute(
            update(Posting).where(Posting.id.in_(ids), Posting.status == SENDING).values(lease_until=self._now + lease)
        )

    async def next_due(self, channels: Sequence[str]) -> datetime | None:
        """When the next message falls due, so that a sender knows how long it may rest."""
        found = await self._session.execute(
            select(func.min(Posting.not_before)).where(
                Posting.status == PENDING, Posting.channel.in_(channels), _first_in_line()
            )
        )
        return found.scalar_one()

    async def get(self, posting_id: int) -> Posting:
        return await self._session.get_one(Posting, posting_id, with_for_update={"of": Posting})

    async def sent(self, posting: Posting, provider_ids: Sequence[str], state: str) -> None:
        """The provider took it. A status that came before this record is not lost."""
        posting.lease_until, posting.uncertain, posting.trouble = None, False, None
        for provider_id in provider_ids:
            insert = insert_into(self._session, Delivery).values(
                channel=posting.channel,
                provider_id=provider_id,
                outbox_id=posting.id,
                state=state,
                at=self._now,
            )
            await self._session.execute(
                insert.on_conflict_do_update(index_elements=["channel", "provider_id"], set_={"outbox_id": posting.id})
            )
        posting.status = SENT
        await self._settle(posting)

    async def note_delivery(
        self, channel: str, provider_id: str, state: str, code: str, at: datetime
    ) -> Posting | None:
        """What a provider says of one part; None while we do not know the message (yet)."""
        insert = insert_into(self._session, Delivery).values(
            channel=channel, provider_id=provider_id, state=state, code=code, at=at
        )
        made = await self._session.execute(
            insert.on_conflict_do_nothing(index_elements=["channel", "provider_id"]).returning(Delivery.id)
        )
        if made.scalar_one_or_none() is not None:
            return None
        found = await self._session.execute(
            select(Delivery)
            .where(Delivery.channel == channel, Delivery.provider_id == provider_id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        delivery = found.scalar_one()
        if _RANK[state] > _RANK[delivery.state]:
            delivery.state, delivery.code, delivery.at = state, code, at
            await self._session.flush()
        if delivery.outbox_id is None:
            return None
        posting = await self.get(delivery.outbox_id)
        await self._settle(posting)
        return posting

    async def try_later(self, posting: Posting, delay: timedelta, trouble: str, *, uncertain: bool = False) -> None:
        posting.status, posting.lease_until = PENDING, None
        posting.not_before = self._now + delay
        posting.trouble, posting.uncertain = trouble[:48], uncertain
        await self._session.flush()

    async def hold(self, posting: Posting) -> None:
        """Not now. What a provider said of this try is forgotten: the next one is told of anew."""
        await self._session.execute(delete(Delivery).where(Delivery.outbox_id == posting.id))
        posting.status, posting.lease_until, posting.trouble, posting.settled_at = HELD, None, "window_closed", None
        await self._session.flush()

    async def bury(self, posting: Posting, trouble: str) -> None:
        """It will not arrive: a dead letter, shown to the operator and later to the officer."""
        posting.status, posting.lease_until, posting.trouble = DEAD, None, trouble[:48]
        posting.settled_at = self._now
        _blot_out_code(posting)
        await self._session.flush()

    async def notice_waits(self, contact: Contact) -> bool:
        """Whether a template was already sent (or waits) since the person last wrote: one is enough for a batch."""
        since = contact.last_inbound_at or contact.created_at
        found = await self._session.execute(
            select(Posting.id)
            .where(
                Posting.contact_id == contact.id,
                Posting.purpose == "notice",
                Posting.created_at > since,
                Posting.status.not_in((DEAD, FAILED, SUPERSEDED)),
            )
            .limit(1)
        )
        return found.scalar_one_or_none() is not None

    async def shown_to(self, contact_id: int, after: int = 0, limit: int = 200) -> list[Posting]:
        """What a person was told and can still see, oldest first (the web chat's page)."""
        found = await self._session.execute(
            select(Posting)
            .where(
                Posting.contact_id == contact_id,
                Posting.id > after,
                Posting.status.in_((SENT, DELIVERED, READ)),
            )
            .order_by(Posting.id.desc())
            .limit(limit)
        )
        return list(reversed(found.scalars().all()))

    async def forget(self, contact_id: int, *, keep_cases: bool = True) -> None:
        """Erase the words of what was said to somebody; what was not sent yet is withdrawn."""
        mine: list[ColumnElement[bool]] = [Posting.contact_id == contact_id]
        if keep_cases:
            mine.append(Posting.case_id.is_(None))
        await self._session.execute(
            update(Posting).where(*mine, Posting.status.in_((PENDING, HELD))).values(status=SUPERSEDED)
        )
        await self._session.execute(update(Posting).where(*mine).values(body=None))

    async def case_of_message(self, contact_id: int, message_ref: str) -> int | None:
        """The case that a message of ours is about, by what its quoting says: the provider's id, or the end of it."""
        found = await self._session.execute(
            select(Posting.case_id)
            .join(Delivery, Delivery.outbox_id == Posting.id)
            .where(
                Posting.contact_id == contact_id,
                or_(
                    Delivery.provider_id == message_ref,
                    Delivery.provider_id.endswith(f"/{message_ref}", autoescape=True),
                ),
            )
            .limit(1)
        )
        return found.scalar_one_or_none()

    async def depth(self) -> Depth:
        rows = await self._session.execute(
            select(Posting.status, func.count(), func.min(Posting.created_at))
            .where(Posting.status.in_((PENDING, SENDING, HELD, DEAD, FAILED)))
            .group_by(Posting.status)
        )
        counts: dict[str, int] = {}
        oldest: datetime | None = None
        for status, count, first in rows.all():
            counts[status] = count
            if status in (PENDING, SENDING) and (oldest is None or first < oldest):
                oldest = first
        return Depth(
            waiting=counts.get(PENDING, 0) + counts.get(SENDING, 0),
            held=counts.get(HELD, 0),
            dead=counts.get(DEAD, 0) + counts.get(FAILED, 0),
            oldest_waiting=oldest,
        )

    async def dead_letters(self, limit: int = 20) -> list[Posting]:
        found = await self._session.execute(
            select(Posting)
            .where(or_(Posting.status == DEAD, and_(Posting.status == FAILED)))
            .order_by(Posting.id.desc())
            .limit(limit)
        )
        return list(found.scalars())

    async def _settle(self, posting: Posting) -> None:
        """A message got as far as its slowest part; one failed part fails it."""
        found = await self._session.execute(
            select(Delivery.state, Delivery.code)
            .where(Delivery.outbox_id == posting.id)
            .execution_options(populate_existing=True)
        )
        parts = [(state, code) for state, code in found.all()]
        if not parts or posting.status in (DEAD, SUPERSEDED):
            return
        failed = [code for state, code in parts if state == FAILED]
        slowest = FAILED if failed else min((state for state, _ in parts), key=_RANK.__getitem__)
        rises = _RANK[slowest] > _RANK[posting.status] or posting.status == SENT
        if rises:
            posting.status = slowest
            posting.trouble = failed[0] or "failed" if failed else None
            posting.settled_at = self._now
        if posting.status in ARRIVED:
            _blot_out_code(posting)
        await self._session.flush()


def _first_in_line() -> ColumnElement[bool]:
    """Nothing earlier to the same contact is still on its way."""
    earlier = aliased(Posting)
    on_its_way = select(earlier.id).where(
        earlier.contact_id == Posting.contact_id,
        earlier.id < Posting.id,
        earlier.status.in_((PENDING, SENDING)),
    )
    return ~on_its_way.exists()


def _blot_out_code(posting: Posting) -> None:
    body = posting.body
    if body and body.get("code"):
        code = body["code"]
        lines = [line.replace(code, _CODE_SHOWN) for line in body["lines"]]
        posting.body = {**body, "lines": lines, "code": ""}
