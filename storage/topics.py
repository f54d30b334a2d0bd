"""The office's group, and the topic that each case has there."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, delete, func, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from rules.lifecycle import AT_WORK
from storage.audit import Audit
from storage.deliveries import HELD, PENDING, SUPERSEDED
from storage.tables import DISMISSED, OPEN_POSTING, Case, Conflict, Contact, Fact, Posting, Topic
from storage.upsert import insert_into

_GROUP: Final = "telegram:group"  # the fact that holds the group's address
PURPOSE: Final = "topic"  # of messages by which a topic follows its case
REMOVAL: Final = "topic_removal"  # of the message that takes it out of the group


async def touched(session: AsyncSession, case: Case, now: datetime) -> None:
    """Something happened on the case (locked): when, and that its topic does not show it yet."""
    case.updated_at = now
    await session.flush()
    await left_behind(session, case.id)


async def left_behind(session: AsyncSession, case_id: int) -> None:
    """The topics of the case are to be looked at."""
    await session.execute(update(Topic).where(Topic.case_id == case_id).values(behind=True))


class Topics:
    def __init__(self, session: AsyncSession, audit: Audit, now: datetime) -> None:
        self._session = session
        self._audit = audit
        self._now = now

    async def group(self) -> str | None:
        """The address of the office's group; None where it works without one."""
        found = await self._session.get(Fact, _GROUP)
        return found.value if found else None

    async def connect(self, group: str, *, by: str) -> None:
        """From now on each case has its topic in this group; what was never opened there begins anew."""
        await self._withdraw_news()
        insert = insert_into(self._session, Fact).values(name=_GROUP, value=group)
        await self._session.execute(insert.on_conflict_do_update(index_elements=["name"], set_={"value": group}))
        there = update(Topic).where(Topic.group == group)
        await self._session.execute(there.values(behind=True))
        await self._session.execute(there.where(Topic.thread.is_(None)).values(shown_where="", shown_entry_id=0))
        self._audit.record("group_connected", by=by)

    async def disconnect(self, *, by: str) -> None:
        """No group any more. What stands in it stays there, less what nobody may see."""
        await self._withdraw_news()
        await self._session.execute(delete(Fact).where(Fact.name == _GROUP))
        self._audit.record("group_disconnected", by=by)

    async def _withdraw_news(self) -> None:
        """What is still on its way into the group that was: none of it is said there any more."""
        news = update(Posting).where(Posting.purpose == PURPOSE, Posting.status.in_((PENDING, HELD)))
        await self._session.execute(news.values(status=SUPERSEDED, body=None, settled_at=self._now))

    async def at(self, group: str, thread: str) -> Topic | None:
        """The topic in which something was written."""
        found = await self._session.execute(
            select(Topic).where(Topic.group == group, Topic.thread == thread, Topic.gone.is_(False))
        )
        return found.scalar_one_or_none()

    async def of_case(self, case_id: int, group: str) -> Topic | None:
        found = await self._session.execute(select(Topic).where(Topic.case_id == case_id, Topic.group == group))
        return found.scalar_one_or_none()

    async def open(self, case: Case, group: str, title: str, contact: Contact) -> Topic:
        """A topic for the case, by whose contact the bot writes there. The channel opens it with the first message."""
        topic = Topic(case_id=case.id, group=group, contact=contact, title=title[:128])
        self._session.add(topic)
        await self._session.flush()
        return topic

    async def all_of(self, case_id: int) -> Sequence[Topic]:
        """The topics of the case in every group there ever was."""
        found = await self._session.execute(select(Topic).where(Topic.case_id == case_id).order_by(Topic.id))
        return list(found.scalars())

    async def on_their_way(self, group: str) -> int:
        """How many messages by which topics of this group follow their cases are not sent yet."""
        found = await self._session.execute(
            select(func.count())
            .select_from(Posting)
            .join(Topic, Topic.contact_id == Posting.contact_id)
            .where(_is_open(), Posting.purpose == PURPOSE, Topic.group == group)
        )
        return int(found.scalar_one())

    async def waits(self, topic: Topic) -> bool:
        """Whether something for the topic is still on its way."""
        found = await self._session.execute(
            select(Posting.id).where(_is_open(), Posting.contact_id == topic.contact_id).limit(1)
        )
        return found.scalar_one_or_none() is not None

    async def last_removal(self, topic: Topic) -> datetime | None:
        """When the bot last was to remove it."""
        found = await self._session.execute(
            select(func.max(Posting.created_at)).where(
                Posting.contact_id == topic.contact_id, Posting.purpose == REMOVAL
            )
        )
        return found.scalar_one_or_none()

    async def behind(self, group: str | None, limit: int) -> Sequence[tuple[int, str]]:
        """(case id, group) where a topic does not show everything, then cases at work that have none; oldest first.

        Of other groups, also of those that were let go: only what has to leave them.
        """
        named = select(Conflict.id).where(Conflict.case_id == Case.id, Conflict.status != DISMISSED).exists()
        late = await self._session.execute(
            select(Topic.case_id, Topic.group)
            .join(Case, Case.id == Topic.case_id)
            .where(Topic.behind, or_(Topic.group == (group or ""), Case.erased_at.is_not(None), named, Topic.gone))
            .order_by(Topic.case_id)
            .limit(limit)
        )
        rows = [(case_id, there) for case_id, there in late.all()]
        if group is None or len(rows) >= limit:
            return rows
        known = select(Topic.id).where(Topic.case_id == Case.id, Topic.group == group).exists()
        # Whom a case names may be in the group: no topic until that is settled.
        fresh = await self._session.execute(
            select(Case.id)
            .where(Case.state.in_(AT_WORK), Case.erased_at.is_(None), ~known, ~named)
            .order_by(Case.id)
            .limit(limit - len(rows))
        )
        return [*rows, *((case_id, group) for case_id in fresh.scalars())]

    async def kept_at(self, address: str) -> Topic | None:
        """The topic that this address of ours stands for."""
        group, _, case_id = address.partition("/")
        return await self.of_case(int(case_id), group) if case_id.isdecimal() else None


def _is_open() -> ColumnElement[bool]:
    """Word for word the condition of its index, which SQLite insists on."""
    return Posting.status.in_([literal(status, literal_execute=True) for status in OPEN_POSTING])
