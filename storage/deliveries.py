"""How far a message got: what its provider says of each part, and what that makes of the whole.

A message got as far as its slowest part. Rank only rises; `failed` gives way to `delivered` alone.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Delivery, Posting
from storage.upsert import insert_into

PENDING, HELD, SENDING = "pending", "held", "sending"
SENT, DELIVERED, READ = "sent", "delivered", "read"
FAILED, DEAD, SUPERSEDED = "failed", "dead", "superseded"
ARRIVED = (DELIVERED, READ)
_RANK = {PENDING: 0, HELD: 0, SENDING: 1, SENT: 2, FAILED: 3, DEAD: 3, DELIVERED: 4, READ: 5}
_CODE_SHOWN = "******"


class Deliveries:
    """The half of the outbox that providers tell of."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

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

    async def get(self, posting_id: int) -> Posting:
        return await self._session.get_one(Posting, posting_id, with_for_update={"of": Posting})

    async def _forget_deliveries(self, posting: Posting) -> None:
        """What a provider said of this try is forgotten: the next one is told of anew."""
        await self._session.execute(delete(Delivery).where(Delivery.outbox_id == posting.id))

    async def _settle(self, posting: Posting) -> None:
        """A message got as far as its slowest part; one failed part fails it."""
        found = await self._session.execute(
            select(Delivery.state, Delivery.code, Delivery.at)
            .where(Delivery.outbox_id == posting.id)
            .execution_options(populate_existing=True)
        )
        parts = [(state, code, at) for state, code, at in found.all()]
        if not parts or posting.status in (DEAD, SUPERSEDED):
            return
        failed = [code for state, code, _ in parts if state == FAILED]
        slowest = FAILED if failed else min((state for state, _, _ in parts), key=_RANK.__getitem__)
        rises = _RANK[slowest] > _RANK[posting.status] or posting.status == SENT
        if rises:
            posting.status = slowest
            posting.trouble = failed[0] or "failed" if failed else None
            if slowest != READ or posting.settled_at is None:  # when it arrived, not when it was read
                posting.settled_at = min(self._now, max(at for _, _, at in parts)) if slowest in ARRIVED else self._now
        if posting.status in ARRIVED:
            blot_out_code(posting)
        await self._session.flush()


def blot_out_code(posting: Posting) -> None:
    body = posting.body
    if body and body.get("code"):
        code = body["code"]
        lines = [line.replace(code, _CODE_SHOWN) for line in body["lines"]]
        posting.body = {**body, "lines": lines, "code": ""}
