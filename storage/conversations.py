"""The open talk of each contact, locked while one message of it is handled."""

from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Contact, Conversation
from storage.upsert import insert_into


class Conversations:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def locked(self, contact: Contact) -> Conversation:
        """The talk with this contact, locked until the work ends: two messages of one person follow each other."""
        statement = select(Conversation).where(Conversation.contact_id == contact.id).with_for_update()
        talk = (await self._session.execute(statement)).scalar_one_or_none()
        if talk is None:
            insert = insert_into(self._session, Conversation).values(
                contact_id=contact.id,
                form="",
                form_version=0,
                instance="",
                answers={},
                burst=[],
                offered=[],
                asked="",
                misses=0,
            )
            await self._session.execute(insert.on_conflict_do_nothing(index_elements=["contact_id"]))
            talk = (await self._session.execute(statement)).scalar_one()
        return talk

    async def emptied(self, contact: Contact) -> None:
        """Nothing is left of what was being said there."""
        talk = await self.locked(contact)
        talk.form, talk.answers, talk.snapshot, talk.burst, talk.offered = "", {}, None, [], []
        talk.nudge_at = talk.expire_at = None
        await self._session.flush()

    async def instance_of(self, contact: Contact) -> str:
        """Which run of a form is open, without opening the talk: it may be what does not open."""
        found = await self._session.execute(select(Conversation.instance).where(Conversation.contact_id == contact.id))
        return found.scalar_one_or_none() or ""

    async def put_off(self, contact_id: int, until: datetime) -> None:
        """Due again only then: a talk that fails must not stand before all others for ever.

        As after an outage (`handlers/silence.py`): whoever was to be nudged is nudged then, with the whole time.
        """
        later = update(Conversation).where(Conversation.contact_id == contact_id)
        await self._session.execute(
            later.values(nudge_at=None, expire_at=until).execution_options(synchronize_session=False)
        )

    async def due(self, now: datetime, limit: int = 100) -> list[int]:
        """Contacts whose draft is to be nudged or expires by now."""
        found = await self._session.execute(
            select(Conversation.contact_id)
            .where(or_(Conversation.nudge_at <= now, Conversation.expire_at <= now))
            .order_by(Conversation.id)
            .limit(limit)
        )
        return list(found.scalars())

    async def of(self, contact_id: int) -> Conversation | None:
        """The talk without a lock: to look at, not to change."""
        found = await self._session.execute(select(Conversation).where(Conversation.contact_id == contact_id))
        return found.scalar_one_or_none()
