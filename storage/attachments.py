"""Files that came with a report: sealed on disk, a row in the transaction, tied to the draft and then to the case."""

import asyncio
import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.files import FileStore
from storage.tables import Attachment, Contact
from storage.vault import Vault


class Attachments:
    def __init__(self, session: AsyncSession, vault: Vault, files: FileStore, now: datetime) -> None:
        self._session = session
        self._vault = vault
        self._files = files
        self._now = now

    async def keep(
        self,
        contact: Contact,
        *,
        stored_as: str,
        content_digest: str,
        size: int,
        kind: str,
        media_type: str,
        name: str,
        seconds: int | None,
        instance: str = "",
        case_id: int | None = None,
    ) -> Attachment:
        """Name a file that the store already holds (`FileStore.put`, before the transaction)."""
        attachment = Attachment(
            contact_id=contact.id,
            instance=instance,
            case_id=case_id,
            kind=kind,
            media_type=media_type,
            name=name or None,
            size=size,
            seconds=seconds,
            digest=self._vault.commit("attachment.content", content_digest),
            stored_as=stored_as,
            created_at=self._now,
        )
        self._session.add(attachment)
        await self._session.flush()
        return attachment

    async def make(
        self, case_id: int | None, content: bytes, *, name: str, media_type: str, kind: str = "document"
    ) -> Attachment:
        """Keep a file that the office made, about a case or about none. Raises OSError when the disk does not take it.

        When the work is not committed no row names it, and it is swept later like any other orphan.
        """
        stored_as = await asyncio.to_thread(self._files.put, content)
        attachment = Attachment(
            case_id=case_id,
            origin="office",
            kind=kind,
            media_type=media_type,
            name=name,
            size=len(content),
            digest=self._vault.commit("attachment.content", hashlib.sha256(content).hexdigest()),
            stored_as=stored_as,
            created_at=self._now,
        )
        self._session.add(attachment)
        await self._session.flush()
        return attachment

    async def get(self, attachment_id: int) -> Attachment | None:
        return await self._session.get(Attachment, attachment_id)

    def content(self, attachment: Attachment) -> bytes | None:
        return self._files.get(attachment.stored_as)

    async def of_draft(self, contact_id: int, instance: str) -> list[Attachment]:
        found = await self._session.execute(
            select(Attachment)
            .where(
                Attachment.contact_id == contact_id,
                Attachment.instance == instance,
                Attachment.case_id.is_(None),
            )
            .order_by(Attachment.id)
        )
        return list(found.scalars())

    async def of_case(self, case_id: int, origin: str = "citizen") -> list[Attachment]:
        """What came with it, or what the office made about it."""
        found = await self._session.execute(
            select(Attachment).where(Attachment.case_id == case_id, Attachment.origin == origin).order_by(Attachment.id)
        )
        return list(found.scalars())

    async def tie_to_case(self, contact_id: int, instance: str, case_id: int) -> None:
        await self._session.execute(
            update(Attachment)
            .where(
                Attachment.contact_id == contact_id,
                Attachment.instance == instance,
                Attachment.case_id.is_(None),
            )
            .values(case_id=case_id)
        )

    async def bytes_since(self, since: datetime, contact_id: int | None = None) -> int:
        """How much was kept since then, of one contact or in all: for the quotas."""
        statement = select(func.coalesce(func.sum(Attachment.size), 0)).where(Attachment.created_at >= since)
        if contact_id is not None:
            statement = statement.where(Attachment.contact_id == contact_id)
        return int((await self._session.execute(statement)).scalar_one())

    async def papers_before(self, before: datetime) -> list[Attachment]:
        """Files that the office made about no case in particular, digests and exports, older than that."""
        found = await self._session.execute(
            select(Attachment).where(
                Attachment.created_at < before,
                Attachment.origin == "office",
                Attachment.case_id.is_(None),
            )
        )
        return list(found.scalars())

    async def forget(self, attachments: Sequence[Attachment]) -> list[str]:
        """Drop the rows; gives the stored names, to be removed from disk after the commit."""
        for attachment in attachments:
            await self._session.delete(attachment)
        await self._session.flush()
        return [attachment.stored_as for attachment in attachments]

    async def stored_names(self) -> set[str]:
        return set((await self._session.execute(select(Attachment.stored_as))).scalars())
