"""What people tell unasked: a NIK, a photo of their card, for whom they report, threats; and what is made of it."""

import pytest

from messages.envelope import Channel
from tests.files import a_photo, a_voice_note
from tests.talk import COMPLAINT, Town

NIK = "3214010101900001"
STORY = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat"


@pytest.mark.parametrize(
    "talk",
    [
        (f"{COMPLAINT} NIK {NIK}",),
        (f"{STORY}. NIK saya 3214 0101 0190 0001", "Budi Santoso", "Plered"),
        (STORY, f"Budi Santoso NIK {NIK}", "Plered"),
        (STORY, "Budi Santoso", f"Plered, nik {NIK}"),
    ],
)
async def test_a_nik_is_kept_wherever_it_is_told_and_shown_by_its_end(town: Town, talk: tuple[str, ...]) -> None:
    budi = town.citizen()
    for words in talk:
        await budi.says(words)
    budi.hears("review-anything-wrong")
    budi.reads("E Nama: Budi Santoso", "F Alamat: Kec. Plered")
    budi.reads_no(NIK, "3214 0101")
    await budi.says("kirim")
    assert (await town.case(budi.number)).nik == NIK
    await budi.says("dataku")
    budi.reads("NIK berakhiran 0001")
    budi.reads_no(NIK)


async def test_a_nik_that_is_added_later_is_kept_too(town: Town) -> None:
    budi = town.citizen()
    number = await budi.files()
    await budi.says(f"tambah {number} nik saya {NIK}")
    assert (await town.case(number)).nik == NIK


async def test_a_photo_of_the_card_is_not_needed_and_can_be_taken_back(town: Town) -> None:
    budi = town.citizen(Channel.WHATSAPP)
    await budi.says(STORY)
    await budi.shows(a_photo(), text="ini foto loketnya")
    await budi.shows(a_photo("ktp.jpg"), text="ini ktp saya")
    budi.hears("files-ktp")
    await budi.says("hapus foto")
    budi.hears("photo-dropped", "intake-name-ask-short")
    await budi.says("Budi")
    await budi.says("Plered")
    await budi.says("kirim")
    budi.reads("Berkas: 1")


async def test_files_that_come_with_the_last_word_are_counted_on_the_receipt(town: Town) -> None:
    budi = town.citizen()
    await budi.says(COMPLAINT)
    await budi.shows(a_photo(), text="ini. kirim")
    if "receipt-complaint" not in budi.last.ids:
        await budi.says("kirim")
    budi.hears("receipt-files")


@pytest.mark.parametrize(
    ("story", "behalf"),
    [
        ("saya mau lapor untuk ibu saya Karta, petugas loket PBG kasar kemarin", "ibu saya Karta"),
        ("atas nama tetangga saya Karta, petugas loket PBG kasar kemarin", "tetangga saya Karta"),
        ("mewakili ibu saya, petugas loket PBG kasar kemarin", "ibu saya"),
    ],
)
async def test_whoever_reports_for_somebody_sees_both_names(town: Town, story: str, behalf: str) -> None:
    budi = town.citizen()
    await budi.says(story)
    await budi.says("Budi")
    await budi.says("Plered")
    budi.reads(f"E Nama: Budi, mewakili {behalf}")
    await budi.says("kirim")
    case = await town.case(budi.number)
    assert (case.name, case.on_behalf_of) == ("Budi", behalf)


async def test_a_forwarded_message_is_asked_whether_it_is_ones_own(town: Town) -> None:
    budi = town.citizen()
    await budi.says(STORY, forwarded=True)
    budi.hears("intake-own-ask")
    await budi.presses("Mewakili orang")
    budi.hears("intake-name-ask")


async def test_a_voice_note_without_its_length_is_heard_and_the_second_is_the_story(town: Town) -> None:
    budi = town.citizen(Channel.WHATSAPP)
    await budi.shows(a_voice_note(0))
    budi.hears("files-recording", "intro", "intake-story-ask-voice")
    await budi.shows(a_voice_note(0))
    budi.hears("intake-kind-ask")


async def test_danger_comes_first_and_a_threat_is_noted(town: Town) -> None:
    budi, ujang = town.citizen(), town.citizen()
    await budi.says("satpam MPP mengancam saya pakai golok sekarang")
    budi.hears("danger")
    await ujang.says("petugas loket PBG kasar sekali kemarin, saya akan bakar kantor ini. Ujang, Plered")
    await ujang.says("kirim")
    assert "threat" in (await town.case(ujang.number)).flags


async def test_a_story_that_begins_with_wanting_to_report_stays_whole(town: Town) -> None:
    asep = town.citizen()
    await asep.says("mau lapor tapi takut. petugas loket PBG kasar sekali kemarin waktu saya tanya. Asep, Plered")
    asep.reads("mau lapor tapi takut")


@pytest.mark.parametrize("said", ["syarat KBLI 27203", "biaya sertifikat standar 27203", "berapa lama KBLI 27203"])
async def test_what_a_service_asks_for_is_told_and_opens_no_report(town: Town, said: str) -> None:
    maya = town.citizen()
    await maya.says(said)
    maya.hears("standard-title")
    async with town.database.reading(town.now) as work:
        contact = await work.contacts.find(maya.channel, maya.address)
        assert contact is not None
        talk = await work.conversations.of(contact.id)
        assert talk is None or not talk.form


async def test_who_answers_is_not_said_twice_in_a_row(town: Town) -> None:
    budi = town.citizen()
    await budi.says("halo")
    budi.hears("intro")
    await budi.says(STORY)
    assert "intro" not in budi.last.ids
    await town.passes(hours=13)
    await budi.says("batal")
    await budi.presses("Hapus")
    await budi.says(STORY)
    budi.hears("intro")
