"""One talk that cannot be read stops neither the clock nor anybody else."""

from sqlalchemy import LargeBinary, type_coerce, update

from messages.envelope import Channel
from storage.tables import Contact, Conversation
from storage.types import Sealed
from tests.talk import Town


async def test_others_are_still_nudged(town: Town) -> None:
    broken, fine = town.citizen(Channel.TELEGRAM), town.citizen(Channel.TELEGRAM)
    for citizen in (broken, fine):
        await citizen.says("petugas loket 3 ketus, saya tanya syarat NIB malah dibentak tadi pagi")
    async with town.database.work(town.now) as work:
        contact = await work.contacts.find(Channel.TELEGRAM, broken.address)
        assert isinstance(contact, Contact)
        table = Conversation.__table__
        # Sealed for another place: as unreadable as under a lost key.
        other = Sealed("somewhere.else").process_bind_param("{}", town.database.engine.dialect)
        spoiled = update(table).where(table.c.contact_id == contact.id)  # type: ignore[arg-type]  # a Table, typed wider
        await work.session.execute(spoiled.values({table.c.answers: type_coerce(other, LargeBinary)}))
        await work.commit()
    await town.until("2026-11-24 08.30")
    assert any("nudge" in message.ids for message in fine.heard)
