"""The office's group, and the topic that each case has there."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import delete, func, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from rules.lifecycle import AT_WORK
from storage.audit import Audit
from storage.tables import DISMISSED, OPEN_POSTING, Case, Conflict, Contact, Fact, Posting, Topic
from storage.upsert import insert_into

_GROUP: Final = "telegram:group"  # the fact that holds the group's address
PURPOSE: Final = "topic"  # of messages by which a topic follows its case


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
        """From now on each case has its topic in this group."""
        insert = insert_into(self._session, Fact).values(name=_GROUP, value=group)
        await self._session.execute(insert.on_conflict_do_update(index_elements=["name"], set_={"value": group}))
        self._audit.record("group_connected", by=by)

    async def disconnect(self, *, by: str) -> None:
        """No group any more. What stands in it stays there."""
        await self._session.execute(delete(Fact).where(Fact.name == _GROUP))
        self._audit.record("group_disconnected", by=by)

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

    async def unsent(self) -> int:
        """How many messages by which topics follow their cases are still on their way."""
        open_ones = Posting.status.in_([literal(status, literal_execute=True) for status in OPEN_POSTING])
        found = await self._session.execute(
            select(func.count()).select_from(Posting).where(open_ones, Posting.purpose == PURPOSE)
        )
        return int(found.scalar_one())

    async def behind(self, group: str, limit: int) -> Sequence[int]:
        """Cases whose topic does not show everything, then cases at work that have none; the oldest first."""
        late = await self._session.execute(
            select(Topic.case_id).where(Topic.behind, Topic.group == group).order_by(Topic.case_id).limit(limit)
        )
        known = select(Topic.id).where(Topic.case_id == Case.id, Topic.group == group).exists()
        # Whom a case names may be in the group: no topic until that is settled.
        named = select(Conflict.id).where(Conflict.case_id == Case.id, Conflict.status != DISMISSED).exists()
        fresh = await self._session.execute(
            select(Case.id)
            .where(Case.state.in_(AT_WORK), Case.erased_at.is_(None), ~known, ~named)
            .order_by(Case.id)
            .limit(limit)
        )
        return [*late.scalars(), *fresh.scalars()][:limit]

    async def kept_at(self, address: str) -> Topic | None:
        """The topic that this address of ours stands for."""
        group, _, case_id = address.partition("/")
        return await self.of_case(int(case_id), group) if case_id.isdecimal() else None

    async def count(self, group: str) -> int:
        found = await self._session.execute(
            select(func.count()).select_from(Topic).where(Topic.group == group, Topic.thread.is_not(None))
        )
        return int(found.scalar_one())
