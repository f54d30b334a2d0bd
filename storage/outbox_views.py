"""What lies in the outbox, and what became of it: looked at, never changed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.deliveries import DEAD, DELIVERED, FAILED, HELD, PENDING, READ, SENDING, SENT, SUPERSEDED
from storage.tables import Contact, Delivery, Posting

SEVERAL = "several"  # the purpose of a message about several cases: it carries the one that is named first
Offered = Sequence[dict[str, Any]]
"""Choices as a talk keeps them: key, label, number."""


@dataclass(frozen=True, slots=True)
class Depth:
    """How much of each status is kept: for `doctor` and the metrics."""

    waiting: int
    held: int
    dead: int
    oldest_waiting: datetime | None


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A message that will not arrive: where, and why. Told without opening it, which may be the trouble."""

    id: int
    channel: str
    trouble: str | None


@dataclass(frozen=True, slots=True)
class Carried:
    """One message that carries an entry of a case; `trouble`: the provider's code where it failed."""

    status: str
    channel: str
    trouble: str | None
    settled_at: datetime | None


class OutboxViews:
    """The part of the outbox that only reads."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

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

    async def lately_offered(self, contact_id: int, answered_with: Offered = (), look_at: int = 6) -> list[Offered]:
        """The choices of the newest messages to this contact that have any, as they were numbered, the newest first.

        What nobody has sent yet was not seen, and offers nothing: but for `answered_with`, the choices of the answer to
        what the person said last.
        """
        own = {choice["key"] for choice in answered_with}
        found = await self._session.execute(
            select(Posting)
            .where(Posting.contact_id == contact_id, Posting.status.not_in((SUPERSEDED, DEAD, FAILED, HELD)))
            .order_by(Posting.id.desc())
            .limit(look_at)
        )
        lists: list[Offered] = []
        for posting in found.scalars():
            choices = (posting.body or {}).get("choices") or ()
            unseen = posting.status == PENDING and not posting.uncertain
            if choices and not (unseen and own.isdisjoint(key for key, *_ in choices)):
                lists.append([{"key": key, "label": label, "number": number} for key, label, number in choices])
        return lists

    async def waits_to_be_opened(self, contact_id: int) -> bool:
        """Whether something is held for this contact until they ask for it."""
        found = await self._session.execute(
            select(Posting.id).where(Posting.contact_id == contact_id, Posting.status == HELD).limit(1)
        )
        return found.scalar_one_or_none() is not None

    async def carrying(self, entry_ids: Collection[int]) -> dict[int, list[Carried]]:
        """How far the messages got that carry these entries."""
        found = await self._session.execute(
            select(Posting.entry_id, Posting.status, Posting.channel, Posting.trouble, Posting.settled_at)
            .where(Posting.entry_id.in_(entry_ids))
            .order_by(Posting.id)
        )
        carried: dict[int, list[Carried]] = {}
        for entry_id, status, channel, trouble, settled_at in found.all():
            assert entry_id is not None
            carried.setdefault(entry_id, []).append(Carried(status, channel, trouble, settled_at))
        return carried

    async def case_of_message(self, contact_id: int, message_ref: str) -> int | None:
        """The case that a message of ours is about, by what its quoting says: the provider's id, or the end of it."""
        _, case_id = await self.quoted(contact_id, message_ref)
        return case_id

    async def quoted(self, contact_id: int, message_ref: str) -> tuple[int | None, int | None]:
        """(message of ours, case it is about) that somebody quotes; None for what is not known, or is not one."""
        found = await self._session.execute(
            select(Posting.id, Posting.case_id, Posting.purpose)
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
        row = found.one_or_none()
        if row is None:
            return None, None
        posting_id, case_id, purpose = row
        return posting_id, case_id if purpose != SEVERAL else None

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

    async def dead_letters(self, limit: int = 20) -> list[DeadLetter]:
        """The newest ones."""
        found = await self._session.execute(
            select(Posting.id, Posting.channel, Posting.trouble)
            .where(Posting.status.in_((DEAD, FAILED)))
            .order_by(Posting.id.desc())
            .limit(limit)
        )
        return [DeadLetter(*row) for row in found.all()]
