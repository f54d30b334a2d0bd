"""What is no report: greetings, thanks, stickers, questions, praise, matters of others, and what nobody understands."""

import pytest

from messages.envelope import Channel, InboundKind
from rules.kind import Kind
from tests.talk import COMPLAINT, Town

GREETINGS = {
    "P": "intro",
    "tes": "intro",
    "halo": "intro",
    "min": "intro",
    "assalamualaikum": "intro-salam",
    "selamat pagi": "intro-morning",
    "selamat malam": "intro-evening",
    "👍👍": "intro",
    "asdfgh": "intro",
}


@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.SMS])
async def test_a_greeting_is_returned_and_asked_what_happened(town: Town, channel: Channel) -> None:
    for word, heard in GREETINGS.items():
        citizen = town.citizen(channel)
        await citizen.says(word)
        assert len(citizen.heard) == 1, "a greeting never goes alone"
        citizen.hears(heard)
        assert citizen.last.ids[-1] in ("intake-story-ask", "intake-story-missed")
        assert citizen.last.choices == ()


async def test_thanks_are_returned_once_in_twelve_hours(town: Town) -> None:
    citizen = town.citizen()
    await citizen.files()
    await citizen.says("makasih min 🙏")
    citizen.hears("thanks")
    for word in ("nuhun", "ok", "siap", "thank you"):
        await citizen.says(word)
        citizen.hears_nothing()
    await town.passes(hours=13)
    await citizen.says("terima kasih")
    citizen.hears("thanks")
    assert len(await town.cases()) == 1


async def test_a_sticker_is_nothing_or_the_open_question_once_more(town: Town) -> None:
    citizen = town.citizen()
    await citizen.sends(kind=InboundKind.STICKER)
    await town.sender.send_due()
    citizen.hears_nothing()
    await citizen.says("petugas loket PBG kasar sekali kemarin waktu saya tanya syarat")
    await citizen.sends(kind=InboundKind.STICKER)
    await town.sender.send_due()
    citizen.hears("intake-name-ask-short")
    await citizen.says("Budi, Plered")
    citizen.hears("review-anything-wrong")


@pytest.mark.parametrize("length", [5_000, 25_000])
async def test_a_very_long_story_is_taken_and_shown_in_part(town: Town, length: int) -> None:
    citizen = town.citizen()
    story = (COMPLAINT + ". " + "Saya sudah tiga kali ke sana dan selalu begitu. " * 600)[:length]
    await citizen.says(story)
    await citizen.reaches_review(name="Budi Santoso", place="Plered")
    row = next(line for line in citizen.last.lines if line.startswith("A "))
    assert len(row) < 220
    assert "lengkap tersimpan" in row
    await citizen.says("kirim")
    kept = (await town.case(citizen.number)).story
    assert kept is not None
    assert len(kept) == min(length, 20_000)


@pytest.mark.parametrize("word", ["syaratnya NIB apa?", "standar KBLI 27203", "/standar 27203", "berapa biaya PBG?"])
async def test_a_question_is_answered_from_the_standard_and_opens_no_report(town: Town, word: str) -> None:
    citizen = town.citizen()
    await citizen.says(word)
    assert {"standard-title", "standard-not-loaded"} & set(citizen.last.ids), citizen.text
    if "27203" in word:
        citizen.reads("Standar No. 53", "7 hari kerja", "gratis")
    await town.passes(hours=30)
    assert await town.cases() == []


async def test_a_question_can_be_made_a_report(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says("kok biaya sertifikat standar 27203 bisa berbeda?")
    await citizen.presses("Jadikan laporan")
    await citizen.reaches_review(name="Budi", place="Plered", kind="biaya")
    citizen.reads("kok biaya sertifikat standar")


async def test_the_report_offered_after_a_standard_is_an_empty_one(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says("terima kasih, petugas loket PBG ramah sekali")
    citizen.hears("praise")
    await citizen.says("standar 27203")
    await citizen.presses("Tulis laporan")
    citizen.hears("intake-story-ask")


async def test_praise_is_noted_without_asking_who(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says("pelayanannya cepat dan petugasnya ramah sekali, mantap")
    citizen.hears("praise")
    await citizen.presses("Catat masukan")
    citizen.hears("review-anything-wrong", "review-name-none")
    await citizen.presses("Kirim")
    citizen.hears("receipt-suggestion")
    assert (await town.case(citizen.number)).kind == Kind.SUGGESTION


async def test_a_matter_of_others_is_sent_there_and_may_be_noted(town: Town) -> None:
    citizen = town.citizen(Channel.WHATSAPP)
    await citizen.says("listrik di rumah saya mati lampu terus dari kemarin, PLN gimana sih")
    citizen.hears("not-ours-but")
    citizen.reads("PLN", "123")
    assert citizen.offered == ["Catat masukan", "Tetap ke sini"]
    await citizen.says("1")
    citizen.hears("review-anything-wrong")
    await citizen.says("kirim")
    assert (await town.case(citizen.number)).kind == Kind.SUGGESTION


@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WHATSAPP, Channel.SMS, Channel.WEB])
async def test_two_misunderstandings_bring_people_and_a_way_to_send_it_as_it_is(town: Town, channel: Channel) -> None:
    citizen = town.citizen(channel)
    await citizen.says("petugas loket PBG kasar sekali waktu saya tanya syarat")
    citizen.hears("intake-when-happened-ask")
    await citizen.says("hmm gitu")
    citizen.hears("intake-when-missed", "intake-when-happened-ask")
    await citizen.says("@@@@")
    if "intake-when-left-open" in citizen.last.ids:  # a date may stay open; a name is asked next
        await citizen.says("%%%")
        await citizen.says("%%%")
    citizen.hears("form-people", "form-stuck")
    citizen.reads("(0264) 8224794 ext. 103", "MPP")
    await citizen.says("Kirim apa adanya")
    citizen.hears("review-anything-wrong")
    await citizen.says("kirim")
    assert "as_is" in (await town.case(citizen.number)).flags


async def test_two_greetings_to_the_first_question_name_people(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says("lapor")
    await citizen.says("@@")
    await citizen.says("...")
    citizen.hears("form-people")
    await citizen.says(COMPLAINT)
    citizen.hears("review-anything-wrong")


async def test_danger_comes_first_and_never_waits_and_the_report_goes_on(town: Town, patient_town: Town) -> None:
    for place in (town, patient_town):
        for before in ([], ["petugas loket PBG kasar sekali kemarin waktu saya tanya syarat"]):
            citizen = place.citizen(Channel.SMS)
            for text in before:
                await citizen.says(text)
                await place.passes(seconds=4)
            await citizen.says("ada kebakaran di ruang tunggu MPP sekarang, orang orang terjebak")
            assert citizen.heard[0].ids == ("danger",)
            citizen.reads("112")
            await place.passes(seconds=4)
            assert any(i.startswith("intake-") for i in citizen.last.ids)


async def test_a_password_is_masked_in_every_echo(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says("akun OSS saya kode OTP 884213 dikirim ke petugas kemarin tapi ditolak kasar. Budi, Plered")
    citizen.hears("secrets-warning")
    await citizen.reaches_review()
    citizen.reads_no("884213")


async def test_nothing_is_kept_from_a_group(town: Town) -> None:
    citizen = town.citizen()
    await citizen.sends(kind=InboundKind.GROUP, text="petugas loket kasar, nama saya Budi Santoso")
    await town.sender.send_due()
    citizen.hears("group")
    async with town.database.reading(town.now) as work:
        contact = await work.contacts.find(Channel.TELEGRAM, citizen.address)
        assert contact is not None
        assert [row.body for row in await work.inbox.talk_of(contact.id)] == [None]


async def test_another_matter_is_kept_until_the_first_is_sent(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says("petugas loket PBG kasar sekali kemarin waktu saya tanya syarat")
    await citizen.says("satu lagi, AC di ruang tunggu MPP mati kemarin")
    citizen.hears("intake-other-later", "intake-name-ask-short")
    await citizen.says("Budi, Plered")
    await citizen.presses("Kirim")
    citizen.hears("receipt-complaint", "intake-other-kept")
    first = citizen.number
    await citizen.presses("Laporkan juga")
    await citizen.reaches_review(name="Budi", place="Plered", service="tidak tahu")
    await citizen.presses("Kirim")
    assert citizen.number != first
    stories = [case.story for case in await town.cases()]
    assert stories == [
        "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat",
        "satu lagi, AC di ruang tunggu MPP mati kemarin",
    ]
