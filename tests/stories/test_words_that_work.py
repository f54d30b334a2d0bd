"""Words that always work, beside a report and without one, with and without a slash."""

import pytest

from messages.envelope import Channel
from tests.files import a_photo, lying_in
from tests.talk import COMPLAINT, Citizen, Town

STORY = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat"
CHANNELS = [Channel.TELEGRAM, Channel.WHATSAPP, Channel.SMS, Channel.WEB]


async def in_a_report(town: Town, channel: Channel = Channel.TELEGRAM) -> Citizen:
    citizen = town.citizen(channel)
    await citizen.says(STORY)
    citizen.hears("intake-name-ask")
    return citizen


BESIDE = {
    "bantuan": "help-how",
    "petugas": "people-hours",
    "status": "status-none",
    "bahasa indonesia": "language-set",
    "standar": "standard-which",
    "mulai": "form-still-open",
    "lapor": "form-still-open",
    "dataku": "mydata-later",
    "survei": "form-still-open",
    "stop kabar": "news-none",
}
ALONE = {
    "bantuan": "help-how",
    "petugas": "people-hours",
    "status": "status-none",
    "bahasa": "language-ask",
    "standar 27203": "standard-title",
    "mulai": "start",
    "start": "start",
    "stop kabar": "news-none",
    "kembali": "nothing-open",
    "batal": "nothing-open",
    "ganti kode": "status-none",
    "tambah": "status-none",
    "lengkapi": "status-none",
    "baca": "status-none",
    "dataku": "mydata-no-cases",
    "lapor": "intake-story-ask",
}


@pytest.mark.parametrize("channel", CHANNELS)
async def test_beside_a_report_each_word_is_answered_and_the_report_goes_on(town: Town, channel: Channel) -> None:
    citizen = await in_a_report(town, channel)
    for slash in ("", "/"):
        for word, heard in BESIDE.items():
            await citizen.says(slash + word)
            citizen.hears(heard, "intake-name-ask-short")
    await citizen.says("Budi, Plered")
    await citizen.says("kirim")
    assert (await town.case(citizen.number)).name == "Budi"


@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.SMS])
@pytest.mark.parametrize("slash", ["", "/"])
async def test_without_a_report_each_word_is_answered(town: Town, channel: Channel, slash: str) -> None:
    for word, heard in ALONE.items():
        citizen = town.citizen(channel)
        await citizen.says(slash + word)
        citizen.hears(heard)


async def test_words_behind_lapor_are_the_story(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says("lapor " + STORY)
    citizen.hears("intro", "intake-name-ask")
    await citizen.says("tanpa nama")
    await citizen.says("kirim")
    assert (await town.case(citizen.number)).story == STORY


async def test_back_forgets_one_answer_at_a_time(town: Town) -> None:
    citizen = await in_a_report(town)
    await citizen.says("kembali")
    citizen.hears("form-nothing-before")
    await citizen.says("Sity")
    await citizen.says("kembali")
    citizen.hears("form-back", "intake-name-ask-short")
    await citizen.says("Siti")
    await citizen.says("Plered")
    await citizen.says("kembali")
    citizen.hears("intake-place-ask")
    await citizen.says("Wanayasa")
    citizen.reads("E Nama: Siti", "F Alamat: Kec. Wanayasa")


@pytest.mark.parametrize(
    ("said", "answer", "next_word"),
    [
        ("bahasa sunda", "Sunda", "Tambihan"),
        ("English please", "English", "Add"),
        ("basa", "", ""),
    ],
)
async def test_the_next_messages_are_in_the_language_chosen(town: Town, said: str, answer: str, next_word: str) -> None:
    citizen = town.citizen(Channel.WHATSAPP)
    await citizen.says(said)
    if not answer:
        assert citizen.offered == ["Bahasa Indonesia", "Basa Sunda", "English"]
        await citizen.says("2")
    before = citizen.text
    citizen.hears("language-set")
    await citizen.says(STORY)
    citizen.hears("intake-name-ask")
    citizen.reads_no("siapa nama pelapor")
    assert before


async def test_the_language_asked_for_beside_a_report_is_chosen_by_number(town: Town) -> None:
    citizen = await in_a_report(town, Channel.WHATSAPP)
    await citizen.says("bahasa")
    assert citizen.offered == ["Bahasa Indonesia", "Basa Sunda", "English"]
    await citizen.says("3")
    citizen.hears("language-set", "intake-name-ask-short")
    await citizen.says("Budi, Plered")
    citizen.reads("Story:", "Name: Budi")


async def test_cancel_says_what_is_lost_and_erases_words_and_files(town: Town) -> None:
    citizen = town.citizen()
    await citizen.shows(a_photo(), text=STORY)
    files = lying_in(town.database.files)
    assert len(files) == 1
    await citizen.says("batal")
    citizen.hears("cancel-ask-files")
    assert citizen.offered == ["Hapus", "Catat saran", "Lanjut"]
    await citizen.presses("Hapus")
    citizen.hears("cancel-erased")
    assert lying_in(town.database.files) == []
    async with town.database.reading(town.now) as work:
        contact = await work.contacts.find(Channel.TELEGRAM, citizen.address)
        assert contact is not None
        rows = await work.inbox.talk_of(contact.id)
        talk = await work.conversations.of(contact.id)
        assert all(STORY not in str(row.body) for row in rows)
        assert talk is not None
        assert (talk.form, talk.answers) == ("", {})
    assert await town.cases() == []


async def test_cancelled_words_that_waited_for_a_button_are_erased_as_well(town: Town) -> None:
    citizen = town.citizen()
    await citizen.files()
    await citizen.says("AC di ruang tunggu MPP mati kemarin, panas sekali")
    await citizen.presses("Laporan baru")
    await citizen.says("batal")
    await citizen.presses("Hapus")
    async with town.database.reading(town.now) as work:
        contact = await work.contacts.find(Channel.TELEGRAM, citizen.address)
        assert contact is not None
        assert all("ruang tunggu" not in str(row.body) for row in await work.inbox.talk_of(contact.id))


async def test_cancel_may_note_it_as_a_suggestion(town: Town) -> None:
    citizen = await in_a_report(town)
    await citizen.says("batal")
    await citizen.presses("Catat saran")
    citizen.hears("receipt-suggestion")
    assert (await town.case(citizen.number)).story == STORY


@pytest.mark.parametrize("word", ["Lanjut", "3", "lanjut aja", "tidak"])
async def test_cancel_may_be_thought_better_of(town: Town, word: str) -> None:
    citizen = await in_a_report(town)
    await citizen.says("batal")
    await citizen.says(word)
    citizen.hears("intake-name-ask-short")


async def test_cancelling_twice_means_it(town: Town) -> None:
    citizen = await in_a_report(town)
    await citizen.says("batal")
    await citizen.says("batal")
    citizen.hears("cancel-erased")


async def test_status_of_none_one_and_several(town: Town) -> None:
    citizen = town.citizen(Channel.WHATSAPP)
    await citizen.says("status")
    citizen.hears("status-none")
    first = await citizen.files()
    await citizen.says("sampai mana laporan saya")
    citizen.hears("status-state", "status-due")
    citizen.reads(first, "sisa 14 hari kerja")
    await citizen.says("AC di ruang tunggu MPP mati kemarin, panas sekali. Budi Santoso, Plered")
    citizen.hears("case-or-new-one")
    await citizen.says("2")
    await citizen.reaches_review(name="Budi", place="Plered")
    await citizen.says("kirim")
    second = citizen.number
    await citizen.says("status")
    citizen.hears("status-several", "status-row")
    citizen.reads(first, second)
    await citizen.says(f"status {second.lower().replace('-', ' ')}")
    citizen.hears("status-state")
    citizen.reads(second)
    citizen.reads_no(first)


async def test_a_number_with_a_slip_is_said_to_have_one(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says("status ADU-2026-00017-5")
    citizen.hears("number-wrong-check")
    await citizen.says(STORY)
    await citizen.says("status ADU-2026-00017-5")
    citizen.hears("number-wrong-check", "intake-name-ask-short")


async def test_a_story_that_only_begins_like_a_command_is_a_story(town: Town) -> None:
    for story in (
        "batal terus izin PBG saya padahal sudah lengkap semua berkasnya dari kemarin",
        "status izin PBG saya di sistem salah terus, petugas tidak mau membetulkan",
    ):
        citizen = town.citizen()
        await citizen.says(story)
        assert "nothing-open" not in citizen.last.ids
        assert any(i.startswith(("intake", "review")) for i in citizen.last.ids), citizen.text


async def test_the_wish_for_a_person_is_noted_on_the_case(town: Town) -> None:
    citizen = town.citizen()
    number = await citizen.files(COMPLAINT)
    await citizen.says("petugas")
    citizen.hears("people", "people-hours")
    async with town.database.reading(town.now) as work:
        assert [e.kind for e in await work.cases.entries(await town.case(number))] == ["wants_a_person"]
