"""What came in, by provider id: a repeat is recognised, and the words are kept even when handling them failed."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import FAILED_INBOUND, InboundMessage
from storage.upsert import insert_into


class Inbox:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def keep(
        self,
        *,
        channel: str,
        account: str,
        provider_id: str,
        message_ref: str,
        kind: str,
        body: dict[str, Any] | None,
        at: datetime,
    ) -> InboundMessage | None:
        """Keep a message; None when it was kept before. Waits for another work that is keeping the same one."""
        insert = insert_into(self._session, InboundMessage).values(
            channel=channel,
            account=account,
            provider_id=provider_id,
            message_ref=message_ref or provider_id,
            kind=kind,
            body=body,
            at=at,
            stored_at=self._now,
        )
        kept = insert.on_conflict_do_nothing(index_elements=["channel", "account", "provider_id"])
        row_id = (await self._session.execute(kept.returning(InboundMessage.id))).scalar_one_or_none()
        return None if row_id is None else await self._session.get_one(InboundMessage, row_id)

    async def knows(self, channel: str, account: str, provider_id: str) -> bool:
        """Whether it was kept before: a cheap look before fetching what belongs to it."""
        found = await self._session.execute(
            select(InboundMessage.id).where(
                InboundMessage.channel == channel,
                InboundMessage.account == account,
                InboundMessage.provider_id == provider_id,
            )
        )
        return found.scalar_one_or_none() is not None

    async def by_ref(self, contact_id: int, message_ref: str) -> InboundMessage | None:
        """The message of this person that an edit or a quote refers to."""
        found = await self._session.execute(
            select(InboundMessage)
            .where(InboundMessage.contact_id == contact_id, InboundMessage.message_ref == message_ref)
            .order_by(InboundMessage.id)
            .limit(1)
        )
        return found.scalar_one_or_none()

    async def talk_of(self, contact_id: int, limit: int = 200) -> list[InboundMessage]:
        """What this person said lately, oldest first."""
        found = await self._session.execute(
            select(InboundMessage)
            .where(InboundMessage.contact_id == contact_id)
            .order_by(InboundMessage.id.desc())
            .limit(limit)
        )
        return list(reversed(found.scalars().all()))

    async def tie_to_case(self, contact_id: int, instance: str, case_id: int) -> None:
        """The messages of a draft belong to the case it became."""
        await self._session.execute(
            update(InboundMessage)
            .where(InboundMessage.contact_id == contact_id, InboundMessage.instance == instance)
            .values(case_id=case_id)
        )

    async def forget(self, contact_id: int, *, instance: str | None = None, keep_cases: bool = True) -> None:
        """Erase the words, keep the ids (a repeat stays recognised)."""
        erase = update(InboundMessage).where(InboundMessage.contact_id == contact_id).values(body=None)
        if instance is not None:
            erase = erase.where(InboundMessage.instance == instance)
        if keep_cases:
            erase = erase.where(InboundMessage.case_id.is_(None))
        await self._session.execute(erase)

    async def forget_one(self, channel: str, account: str, provider_id: str) -> None:
        """Erase the words of one message: what they say is kept elsewhere, without a name."""
        await self._session.execute(
            update(InboundMessage)
            .where(
                InboundMessage.channel == channel,
                InboundMessage.account == account,
                InboundMessage.provider_id == provider_id,
            )
            .values(body=None)
        )

    async def said_since(self, contact_id: int, since: datetime) -> int:
        """How many messages of this contact were kept since then: for the quota of one person."""
        found = await self._session.execute(
            select(func.count())
            .select_from(InboundMessage)
            .where(InboundMessage.contact_id == contact_id, InboundMessage.stored_at >= since)
        )
        return int(found.scalar_one())

    async def bytes_since(self, contact_id: int, since: datetime) -> int:
        """How much was kept of what this contact said since then."""
        found = await self._session.execute(
            select(func.coalesce(func.sum(func.length(InboundMessage.body)), 0)).where(
                InboundMessage.contact_id == contact_id, InboundMessage.stored_at >= since
            )
        )
        return int(found.scalar_one())

    async def failures(self) -> int:
        """How many messages are kept that no handler could answer: for `doctor` and the metrics."""
        found = await self._session.execute(
            select(func.count())
            .select_from(InboundMessage)
            .where(InboundMessage.outcome == literal(FAILED_INBOUND, literal_execute=True))
        )
        return int(found.scalar_one())
