"""Something that is kept does not open any more: the person is told, and nobody else notices."""

from sqlalchemy import update

from messages.envelope import Channel
from storage.tables import Contact, Conversation, InboundMessage
from tests.files import a_photo, lying_in
from tests.spoiled import spoil
from tests.talk import COMPLAINT, Citizen, Town

STORY = "petugas loket 3 ketus, saya tanya syarat NIB malah dibentak tadi pagi"


async def _contact(town: Town, citizen: Citizen) -> Contact:
    async with town.database.reading(town.now) as work:
        contact = await work.contacts.find(citizen.channel, citizen.address)
        assert contact
        return contact


async def _spoil_talk(town: Town, citizen: Citizen) -> None:
    contact = await _contact(town, citizen)
    async with town.database.reading(town.now) as work:
        talk = await work.conversations.of(contact.id)
        assert talk
    await spoil(town.database, "conversation", "answers", talk.id)


async def _said(town: Town, citizen: Citizen) -> list[InboundMessage]:
    contact = await _contact(town, citizen)
    async with town.database.reading(town.now) as work:
        return await work.inbox.talk_of(contact.id)


async def test_what_is_said_in_a_talk_that_does_not_open_is_kept_and_the_person_is_told(town: Town) -> None:
    citizen, other = town.citizen(), town.citizen()
    await citizen.says(STORY)
    await _spoil_talk(town, citizen)
    await citizen.shows(a_photo(), text="saya Budi")
    citizen.hears("sorry")
    kept = (await _said(town, citizen))[-1]
    assert (kept.outcome, (kept.body or {})["text"]) == ("failed", "saya Budi")
    assert len(lying_in(town.database.files)) == 1, "the photo is kept with the words"
    await other.files(COMPLAINT)


async def test_whoever_is_told_sorry_on_whatsapp_hears_it_and_what_was_held(town: Town) -> None:
    """Their word has opened the window, also when it could not be answered."""
    citizen = town.citizen(Channel.WHATSAPP)
    await citizen.files(COMPLAINT)
    await town.passes(days=2)
    async with town.database.work(town.now) as work:
        contact = await work.contacts.find(citizen.channel, citizen.address)
        assert contact
        posting = await work.outbox.put(contact, citizen.last)
        posting.heard_until = contact.last_inbound_at
        assert await work.outbox.hold(posting), "WhatsApp's window was closed when it was tried"
        await work.commit()
    await _spoil_talk(town, citizen)
    await citizen.says("apa kabar laporan saya?")
    assert [message.ids[0] for message in citizen.heard] == ["receipt-complaint", "sorry"]
    assert (await _contact(town, citizen)).last_inbound_at == town.now


async def test_an_address_that_does_not_open_is_mended_by_the_next_message_from_it(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says(STORY)
    await spoil(town.database, "contact", "address", (await _contact(town, citizen)).id)
    await citizen.says("Budi Santoso, Plered")
    citizen.hears("review-anything-wrong")
    assert (await _contact(town, citizen)).address == citizen.address


async def test_a_silent_talk_that_does_not_open_steps_aside_for_an_hour(town: Town) -> None:
    """Those that are due longest come first, a hundred at a time: a hundred that fail must not be all there is."""
    citizen = town.citizen()
    await citizen.says(STORY)
    contact = await _contact(town, citizen)
    async with town.database.reading(town.now) as work:
        talk = await work.conversations.of(contact.id)
        assert talk
    await _spoil_talk(town, citizen)
    await town.until("2026-11-24 08.30")
    async with town.database.reading(town.now) as work:
        assert await work.conversations.due(town.now) == []
    async with town.database.work(town.now) as work:  # somebody puts it right
        table = Conversation.__table__
        mended = update(table).where(table.c.id == talk.id)  # type: ignore[arg-type]  # a Table, typed wider
        await work.session.execute(mended.values(answers=talk.answers))
        await work.commit()
    await town.passes(minutes=61)
    citizen.hears("nudge")
    citizen.reads("13.31")
