"""Who writes to us, and from where."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import CodeTry, Contact, Person
from storage.upsert import insert_into
from storage.vault import Vault, WrongKey


class Contacts:
    def __init__(self, session: AsyncSession, vault: Vault, now: datetime) -> None:
        self._session = session
        self._vault = vault
        self._now = now

    async def at(self, channel: str, account: str, address: str, language: str) -> Contact:
        """The contact of that address, made with its person when new. `language`: what a new person starts with."""
        contact = await self._found_or_mended(channel, address)
        if contact is None:
            person = Person(language=language, created_at=self._now)
            self._session.add(person)
            await self._session.flush()
            insert = insert_into(self._session, Contact).values(
                person_id=person.id,
                channel=channel,
                account=account,
                address=address,
                address_index=self._index(channel, address),
                created_at=self._now,
            )
            made = await self._session.execute(
                insert.on_conflict_do_nothing(index_elements=["channel", "address_index"]).returning(Contact.id)
            )
            if made.scalar_one_or_none() is None:  # somebody was faster: theirs is used
                await self._session.delete(person)
            contact = await self.find(channel, address)
            assert contact is not None
        return contact

    async def beside(self, contact: Contact, address: str) -> Contact:
        """Another address of the same person, made when new: a topic in their group."""
        kept = await self.find(contact.channel, address)
        if kept is None:
            kept = Contact(
                person=contact.person,
                channel=contact.channel,
                account=contact.account,
                address=address,
                address_index=self._index(contact.channel, address),
                created_at=self._now,
            )
            self._session.add(kept)
            await self._session.flush()
        return kept

    async def somebody(self, language: str) -> int:
        """A person without any address of ours: who wrote a letter, called, or came to the counter. Their id."""
        person = Person(language=language, created_at=self._now)
        self._session.add(person)
        await self._session.flush()
        return person.id

    async def find(self, channel: str, address: str) -> Contact | None:
        index = self._index(channel, address)
        found = await self._session.execute(
            select(Contact).where(Contact.channel == channel, Contact.address_index == index)
        )
        return found.scalar_one_or_none()

    async def id_at(self, channel: str, address: str) -> int | None:
        """Which contact it is, without opening it."""
        index = self._index(channel, address)
        found = await self._session.execute(
            select(Contact.id).where(Contact.channel == channel, Contact.address_index == index)
        )
        return found.scalar_one_or_none()

    async def get(self, contact_id: int) -> Contact:
        return await self._session.get_one(Contact, contact_id)

    async def of_person(self, person_id: int) -> list[Contact]:
        found = await self._session.execute(select(Contact).where(Contact.person_id == person_id).order_by(Contact.id))
        return list(found.scalars())

    async def retire(self, contact: Contact) -> None:
        """Nobody can write or read as this address again: it is replaced by a random one ("leave and clear")."""
        contact.address = f"left:{secrets.token_hex(16)}"
        contact.address_index = self._index(contact.channel, contact.address)
        contact.blocked_at = self._now
        await self._session.flush()

    async def in_turn(self, *sources: str) -> None:
        """Whoever counts tries of the same source waits here: guesses that come at once are counted one by one.

        On SQLite works that write follow each other anyway.
        """
        if self._session.get_bind().dialect.name != "postgresql":
            return
        for source in sorted(sources):
            key = int.from_bytes(self._vault.blind("code_try", source)[:8], "big", signed=True)
            await self._session.execute(select(func.pg_advisory_xact_lock(key)))

    async def wrong_codes(self, source: str, within: timedelta) -> int:
        """How many wrong secret codes came from (or for) that source lately."""
        found = await self._session.execute(
            select(func.count())
            .select_from(CodeTry)
            .where(CodeTry.source == self._vault.blind("code_try", source), CodeTry.at > self._now - within)
        )
        return int(found.scalar_one())

    async def note_wrong_code(self, *sources: str) -> None:
        for source in sources:
            self._session.add(CodeTry(source=self._vault.blind("code_try", source), at=self._now))
        await self._session.flush()

    async def forget_old_tries(self, before: datetime) -> None:
        await self._session.execute(delete(CodeTry).where(CodeTry.at < before))

    async def _found_or_mended(self, channel: str, address: str) -> Contact | None:
        """An address that does not open is written anew: it is known, since the contact was found by it."""
        try:
            return await self.find(channel, address)
        except WrongKey:
            where = Contact.channel == channel, Contact.address_index == self._index(channel, address)
            mended = update(Contact).where(*where).values(address=address)
            await self._session.execute(mended.execution_options(synchronize_session=False))
            return await self.find(channel, address)

    def _index(self, channel: str, address: str) -> bytes:
        return self._vault.blind("contact.address", f"{channel}:{address}")
