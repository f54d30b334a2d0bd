"""Replies that officers begin with, as the office changed them by a command: beside those of the agency folder."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.audit import Audit
from storage.tables import CannedReply
from storage.upsert import insert_into


class CannedReplies:
    def __init__(self, session: AsyncSession, audit: Audit, now: datetime) -> None:
        self._session = session
        self._audit = audit
        self._now = now

    async def all(self) -> dict[str, str]:
        """Name -> text; an empty text: the one of the folder is not used any more."""
        found = await self._session.execute(select(CannedReply).order_by(CannedReply.word))
        return {row.word: row.text for row in found.scalars()}

    async def keep(self, name: str, text: str, *, by: str) -> None:
        """From now on `#name` begins a reply so; an empty text takes it away."""
        values = {"text": text, "changed_by": by, "changed_at": self._now}
        insert = insert_into(self._session, CannedReply).values(word=name, **values)
        await self._session.execute(insert.on_conflict_do_update(index_elements=["word"], set_=values))
        self._audit.record("canned_reply", by=by, word=name, removed=not text)
