"""`dataku`: what is held is shown; erased is erased everywhere; the register and the audit stay whole."""

from messages.envelope import Channel
from storage.tables import Case
from tests.files import a_photo, a_voice_note, lying_in
from tests.talk import COMPLAINT, Citizen, Town


async def with_a_case(town: Town) -> Citizen:
    budi = town.citizen()
    await budi.shows(a_photo(), text=COMPLAINT)
    await budi.says("kirim")
    await budi.shows(a_voice_note())
    budi.hears("add-done-files")
    return budi


async def test_what_is_held_is_shown(town: Town) -> None:
    for channel in (Channel.TELEGRAM, Channel.WHATSAPP, Channel.SMS, Channel.WEB):
        budi = town.citizen(channel)
        number = await budi.files()
        await budi.says("dataku")
        budi.hears("mydata-why", "mydata-chat", "mydata-case")
        budi.reads(number, "Budi Santoso", "Plered")
        await budi.says("biarkan")
        budi.hears("mydata-kept")


async def test_an_open_complaint_is_warned_about_and_erasing_leaves_a_numbered_tombstone(town: Town) -> None:
    budi = await with_a_case(town)
    number = budi.number
    await budi.says("hapus data saya")
    await budi.says("hapus data saya")
    budi.hears("mydata-erase-open")
    assert (await town.case(number)).name == "Budi Santoso", "nothing is erased before the second yes"
    await budi.says("ya hapus semua")
    budi.hears("mydata-erased")
    case = await town.case(number)
    assert case.erased_at is not None
    gone = [case.name, case.address, case.story, case.phone, case.classification, case.code_hmac]
    assert gone == [None] * len(gone)
    assert lying_in(town.database.files) == []
    async with town.database.reading(town.now) as work:
        contact = await work.contacts.find(Channel.TELEGRAM, budi.address)
        assert contact is not None
        assert {row.body for row in await work.inbox.talk_of(contact.id)} == {None}
        said = [p.body for p in await work.outbox.shown_to(contact.id) if p.body]
        assert [body["ids"] for body in said] == [["mydata-erased"]]
        assert [entry.body for entry in await work.cases.entries(case)] == [None]
        assert await work.attachments.of_case(case.id) == []
        assert await work.audit.first_broken() is None
        assert await work.cases.count() == 1


async def test_after_erasing_nothing_of_it_is_found_and_a_new_report_gets_the_next_number(town: Town) -> None:
    budi = await with_a_case(town)
    first = budi.number
    for word in ("dataku", "hapus data saya", "ya hapus semua"):
        await budi.says(word)
    await budi.says("status")
    budi.hears("status-none")
    await budi.says(f"status {first}")
    budi.hears("code-ask")
    await budi.says("batal")
    second = await budi.files()
    running: list[Case] = await town.cases()
    assert [case.number for case in running] == [first, second]


async def test_files_that_belong_to_no_report_are_erased_as_well(town: Town) -> None:
    budi = town.citizen()
    await budi.files()
    await budi.shows(a_photo(), text="AC di ruang tunggu MPP mati kemarin, panas sekali")
    budi.hears("case-or-new-one")
    for word in ("dataku", "hapus data saya", "ya hapus semua"):
        await budi.says(word)
    budi.hears("mydata-erased")
    assert lying_in(town.database.files) == []


async def test_one_with_nothing_but_talk_may_erase_that(town: Town) -> None:
    budi = town.citizen(Channel.WEB)
    await budi.says("halo")
    await budi.says("dataku")
    budi.hears("mydata-no-cases")
    await budi.presses("Hapus data saya")
    budi.hears("mydata-erase-ask")
    await budi.presses("Ya, hapus semua")
    budi.hears("mydata-erased")
