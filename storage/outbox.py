"""What goes out: kept in the transaction that decided to say it, sent strictly in order for each contact.

pending -> sending (leased) -> sent -> delivered -> read; held (WhatsApp's window is closed) -> pending again;
failed and dead end it; superseded: withdrawn before it was claimed, or its hour was over.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

import structlog
from sqlalchemy import ColumnElement, func, literal, or_, select, update
from sqlalchemy.orm import aliased

from messages.envelope import Outgoing
from storage.deliveries import (
    DEAD,
    HELD,
    PENDING,
    SENDING,
    SUPERSEDED,
    Deliveries,
    blot_out_code,
)
from storage.outbox_views import SEVERAL, OutboxViews
from storage.outgoing import outgoing_to_json
from storage.tables import OPEN_POSTING, Contact, Posting
from storage.topics import REMOVAL
from storage.vault import WrongKey

log = structlog.get_logger()

OF_STAFF = ("desk", "digest", SEVERAL)  # purposes of what somebody gets because they work here
TO_BE_OPENED = "to_be_opened"  # of a held message: any word is not enough, the person has to ask for it


class Outbox(Deliveries, OutboxViews):
    """What goes out, (`Deliveries`) how far it got, and (`OutboxViews`) what is to be seen of it."""

    async def put(
        self,
        contact: Contact,
        message: Outgoing,
        *,
        case_id: int | None = None,
        entry_id: int | None = None,
        purpose: str = "reply",
        wait: timedelta = timedelta(0),
        supersede_key: str | None = None,
        hold: bool = False,
        code: str = "",
        expires_at: datetime | None = None,
    ) -> Posting:
        """Keep a message for sending. `code`: a secret code in it, blotted out once the message was delivered.

        `hold`: it goes only when the person asks for what waits. `expires_at`: from then on it would tell of something
        that is over, and is dropped if it has not left.
        """
        posting = Posting(
            contact=contact,
            channel=contact.channel,
            case_id=case_id,
            entry_id=entry_id,
            purpose=purpose,
            status=HELD if hold else PENDING,
            body={**outgoing_to_json(message), "code": code},
            supersede_key=supersede_key,
            not_before=self._now + wait,
            trouble=TO_BE_OPENED if hold else None,
            expires_at=expires_at,
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

    async def release(self, contact_id: int, *, opened: bool = False) -> int:
        """The person wrote: what was held for them may go now. `opened`: what only their asking for it opens."""
        waits = or_(Posting.trouble.is_(None), Posting.trouble != TO_BE_OPENED)
        freed = await self._session.execute(
            update(Posting)
            .where(
                Posting.contact_id == contact_id,
                _is_open(Posting),
                Posting.status == HELD,
                Posting.trouble == TO_BE_OPENED if opened else waits,
            )
            .values(status=PENDING, not_before=self._now, attempts=0, first_tried_at=None, trouble=None)
            .returning(Posting.id)
        )
        return len(freed.all())

    async def claim(self, channels: Sequence[str], limit: int, lease: timedelta, by: str = "") -> list[Posting]:
        """Take what is due, at most one message a contact, and lease it to `by`. Several senders may do so at once.

        What does not open is buried; what is too late, or was erased meanwhile, is dropped. Neither holds up the rest.
        """
        claimed: list[Posting] = []
        while not claimed and (due := await self._due(channels, limit)):
            for posting_id in due:
                posting = await self._opened(posting_id)
                if posting is None:
                    continue
                too_late = posting.expires_at is not None and posting.expires_at <= self._now
                if too_late or posting.body is None:
                    posting.status, posting.settled_at, posting.body = SUPERSEDED, self._now, None
                    continue
                posting.status = SENDING
                posting.attempts += 1
                posting.first_tried_at = posting.first_tried_at or self._now
                posting.heard_until = posting.contact.last_inbound_at
                posting.lease_until = self._now + lease
                posting.claimed_by = by
                claimed.append(posting)
            await self._session.flush()
        return claimed

    async def _due(self, channels: Sequence[str], limit: int) -> list[int]:
        """The ids alone: one message that does not open must not keep all others from being read."""
        due = (
            select(Posting.id)
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
        return list((await self._session.execute(due)).scalars())

    async def _opened(self, posting_id: int) -> Posting | None:
        try:
            return await self._session.get_one(Posting, posting_id)
        except WrongKey:
            log.error("a message in the outbox does not open; it is a dead letter now", posting=posting_id)
            await self._session.execute(
                update(Posting)
                .where(Posting.id == posting_id)
                .values(status=DEAD, trouble="unreadable", settled_at=self._now)
                .execution_options(synchronize_session=False)
            )
            return None

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

    async def try_later(self, posting: Posting, delay: timedelta, trouble: str, *, uncertain: bool = False) -> None:
        posting.status, posting.lease_until = PENDING, None
        posting.not_before = self._now + delay
        posting.trouble, posting.uncertain = trouble[:48], uncertain
        await self._session.flush()

    async def hold(self, posting: Posting) -> bool:
        """Not now: it waits for the person's next word. False when that came during this try: it goes again at once."""
        await self._forget_deliveries(posting)
        # Locked, so that a word that comes now is either seen here, or finds the message held (`release`).
        last_word = select(Contact.last_inbound_at).where(Contact.id == posting.contact_id)
        last_word = last_word.with_for_update(key_share=True)
        spoke = (await self._session.execute(last_word)).scalar_one() != posting.heard_until
        posting.lease_until, posting.settled_at = None, None
        if spoke:
            posting.status, posting.trouble, posting.not_before = PENDING, None, self._now
            posting.attempts, posting.first_tried_at = 0, None
        else:
            posting.status, posting.trouble = HELD, "window_closed"
        await self._session.flush()
        return not spoke

    async def bury(self, posting: Posting, trouble: str) -> None:
        """It will not arrive: a dead letter, shown to the operator and later to the officer."""
        posting.status, posting.lease_until, posting.trouble = DEAD, None, trouble[:48]
        posting.settled_at = self._now
        blot_out_code(posting)
        await self._session.flush()

    async def withdraw_from_staff(self, person_id: int) -> None:
        """Somebody has no say here any more: what waits for them as staff is not for their eyes now."""
        theirs = select(Contact.id).where(Contact.person_id == person_id)
        await self._session.execute(
            update(Posting)
            .where(Posting.contact_id.in_(theirs), Posting.purpose.in_(OF_STAFF), Posting.status.in_((PENDING, HELD)))
            .values(status=SUPERSEDED, body=None, settled_at=self._now)
        )

    async def forget_case(self, case_id: int) -> None:
        """Erase the words of everything that was said about a case, to whomever; what was not sent yet is withdrawn."""
        about = update(Posting).where(Posting.case_id == case_id, Posting.purpose != REMOVAL)
        await self._session.execute(about.where(Posting.status.in_((PENDING, HELD))).values(status=SUPERSEDED))
        await self._session.execute(about.values(body=None))

    async def forget(self, contact_id: int, *, keep_cases: bool = True) -> None:
        """Erase the words of what was said to somebody; what was not sent yet is withdrawn."""
        mine: list[ColumnElement[bool]] = [Posting.contact_id == contact_id]
        if keep_cases:
            mine.append(Posting.case_id.is_(None))
        await self._session.execute(
            update(Posting).where(*mine, Posting.status.in_((PENDING, HELD))).values(status=SUPERSEDED)
        )
        await self._session.execute(update(Posting).where(*mine).values(body=None))


def _is_open(posting: type[Posting]) -> ColumnElement[bool]:
    """Neither sent nor ended: few of all. Word for word the condition of its index, which SQLite insists on."""
    return posting.status.in_([literal(status, literal_execute=True) for status in OPEN_POSTING])


def _first_in_line() -> ColumnElement[bool]:
    """Nothing earlier to the same contact is still on its way."""
    earlier = aliased(Posting)
    on_its_way = select(earlier.id).where(
        earlier.contact_id == Posting.contact_id,
        earlier.id < Posting.id,
        _is_open(earlier),
        earlier.status != HELD,
    )
    return ~on_its_way.exists()
