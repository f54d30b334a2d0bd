"""What people send beside words: kept sealed and without place and device, counted back, refused politely."""

import pytest

from messages.envelope import Channel, InboundFile, SharedContact
from tests.files import GPS_NOTE, a_pdf, a_photo, a_program, a_voice_note, jpeg_with_place, lying_in, too_large
from tests.talk import COMPLAINT, Town

STORY = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat"


async def test_a_photo_first_waits_for_its_story_and_loses_its_place(town: Town) -> None:
    assert GPS_NOTE.encode() in jpeg_with_place()
    budi = town.citizen()
    await budi.shows(a_photo())
    budi.hears("intro", "intake-story-ask-file")
    await budi.says(COMPLAINT)
    budi.reads("1 berkas")
    await budi.says("kirim")
    async with town.database.reading(town.now) as work:
        (kept,) = await work.attachments.of_case((await town.case(budi.number)).id)
        content = work.attachments.content(kept)
    assert content is not None
    assert (kept.kind, kept.media_type) == ("photo", "image/jpeg")
    assert GPS_NOTE.encode() not in content
    assert b"Exif" not in content
    assert b"Kamera Contoh" not in content
    raw = [path.read_bytes() for path in lying_in(town.database.files)]
    assert all(b"JFIF" not in sealed for sealed in raw), "it lies sealed on the disk"


@pytest.mark.parametrize("file", [a_photo(), a_pdf(), a_voice_note()])
async def test_files_are_welcome_at_every_question(town: Town, file: InboundFile) -> None:
    budi = town.citizen(Channel.WHATSAPP)
    await budi.says(STORY)
    await budi.shows(file)
    counted = "files-voice" if file.seconds else "files-added"
    budi.hears(counted, "intake-name-ask-short")
    await budi.says("Budi")
    await budi.shows(file)
    budi.hears(counted, "intake-place-ask")
    await budi.says("Plered")
    await budi.shows(file)
    budi.hears(counted, "review-anything-wrong")
    budi.reads("3 berkas")
    await budi.shows(file, text="ini. kirim")
    budi.hears("receipt-complaint")
    async with town.database.reading(town.now) as work:
        assert len(await work.attachments.of_case((await town.case(budi.number)).id)) == 4


@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WHATSAPP])
async def test_two_voice_notes_are_a_story(town: Town, channel: Channel) -> None:
    budi = town.citizen(channel)
    await budi.shows(a_voice_note(42))
    budi.hears("files-voice", "intake-story-ask-voice")
    budi.reads("0.42")
    await budi.shows(a_voice_note(65))
    budi.hears("files-voice", "intake-kind-ask")
    budi.reads("1.05")
    await budi.reaches_review(kind="1", service="PBG", when="kemarin", name="Budi", place="Plered")
    budi.hears("review-story-voice")
    await budi.says("kirim")
    budi.hears("receipt-complaint")
    assert "voice_only" in (await town.case(budi.number)).flags


async def test_a_sentence_after_the_first_voice_note_is_the_story(town: Town) -> None:
    budi = town.citizen()
    await budi.shows(a_voice_note())
    await budi.says(COMPLAINT)
    budi.hears("review-anything-wrong")
    budi.reads("1 berkas")


@pytest.mark.parametrize(("file", "heard"), [(a_program(), "files-wrong-kind"), (too_large(), "files-too-large")])
@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.SMS])
async def test_what_cannot_be_kept_is_refused_politely_and_the_report_goes_on(
    town: Town, file: InboundFile, heard: str, channel: Channel
) -> None:
    budi = town.citizen(channel)
    await budi.shows(file)
    budi.hears(heard)
    await budi.says(STORY)
    for _ in range(3):
        await budi.shows(file)
        budi.hears(heard, "intake-name-ask-short")
        budi.reads("MPP")
    await budi.shows(file, text="Budi, Plered")
    budi.hears(heard, "review-anything-wrong")
    await budi.says("kirim")
    async with town.database.reading(town.now) as work:
        assert await work.attachments.of_case((await town.case(budi.number)).id) == []
    assert lying_in(town.database.files) == []


async def test_a_file_of_21_megabytes_is_too_large_whatever_it_says(town: Town) -> None:
    budi = town.citizen()
    big = InboundFile(a_photo().kind, jpeg_with_place() + b"\0" * (21 * 1024 * 1024), "image/jpeg", "foto.jpg")
    await budi.shows(big, text=COMPLAINT)
    budi.hears("files-too-large", "review-anything-wrong")


async def test_a_place_is_of_the_event_and_the_village_is_still_asked(town: Town) -> None:
    budi = town.citizen()
    await budi.says(STORY)
    await budi.says("Budi")
    budi.hears("intake-place-ask")
    for _ in range(3):
        await budi.points_at(-6.5567, 107.4431)
        budi.hears("location-noted", "intake-place-ask")
    await budi.says("Plered")
    await budi.says("kirim")
    case = await town.case(budi.number)
    async with town.database.reading(town.now) as work:
        (entry,) = await work.cases.entries(case)
    assert (entry.kind, entry.body) == ("location", {"location": [-6.5567, 107.4431]})
    assert case.address == "Kec. Plered"


async def test_a_place_sent_first_belongs_to_the_report_that_follows(town: Town) -> None:
    budi = town.citizen()
    await budi.points_at(-6.5567, 107.4431)
    budi.hears("location-noted", "intake-story-ask")
    await budi.says(COMPLAINT)
    await budi.says("kirim")
    async with town.database.reading(town.now) as work:
        assert len(await work.cases.entries(await town.case(budi.number))) == 1


async def test_ones_own_card_is_the_phone_and_somebody_elses_is_not_kept(town: Town) -> None:
    budi = town.citizen()
    await budi.says(STORY)
    await budi.says(contact=SharedContact("+6281312345678", own=False))
    budi.hears("card-other", "intake-name-ask-short")
    await budi.says(contact=SharedContact("0812-3456-7890", own=True))
    budi.hears("card-own", "intake-name-ask-short")
    await budi.says("Budi, Plered")
    await budi.says("kirim")
    assert (await town.case(budi.number)).phone == "+6281234567890"


async def test_a_card_without_a_report_is_not_kept(town: Town) -> None:
    budi = town.citizen()
    await budi.says(contact=SharedContact("0812-3456-7890", own=True))
    budi.hears("card-not-needed")


async def test_later_files_and_words_are_added_and_never_restart_the_clock(town: Town) -> None:
    budi = town.citizen()
    number = await budi.files()
    before = (await town.case(number)).clocks[0].due
    await town.passes(hours=50)
    await budi.shows(a_pdf())
    budi.hears("add-done-files")
    await budi.says(f"tambah {number} saksinya dua orang")
    budi.hears("add-done")
    await budi.points_at(-6.5, 107.4)
    budi.hears("add-done")
    case = await town.case(number)
    assert [clock.due for clock in case.clocks] == [before]
    async with town.database.reading(town.now) as work:
        assert len(await work.cases.entries(case)) == 3


async def test_a_quoted_message_says_which_case(town: Town) -> None:
    budi = town.citizen()
    first = await budi.files()
    await budi.says("AC di ruang tunggu MPP mati kemarin, panas sekali")
    await budi.presses("Laporan baru")
    await budi.reaches_review(name="Budi", place="Plered")
    await budi.says("kirim")
    await budi.says("petugasnya yang berkacamata", refers_to=budi.refs[0])
    budi.hears("add-done")
    budi.reads(first)


async def test_thanks_are_no_addition_whatever_they_quote_but_a_photo_with_thanks_is(town: Town) -> None:
    budi = town.citizen()
    number = await budi.files()
    for word in ("makasih ya", "ok", "siap"):
        await budi.says(word, refers_to=budi.refs[0])
    await budi.shows(a_photo(), text="makasih ya")
    budi.hears("add-done-files")
    async with town.database.reading(town.now) as work:
        assert len(await work.cases.entries(await town.case(number))) == 1


async def test_a_photo_alone_with_several_cases_is_asked_about_and_kept(town: Town) -> None:
    budi = town.citizen(Channel.WHATSAPP)
    first = await budi.files()
    await budi.says("AC di ruang tunggu MPP mati kemarin, panas sekali")
    await budi.says("Laporan baru")
    await budi.reaches_review(name="Budi", place="Plered")
    await budi.says("kirim")
    await budi.shows(a_photo())
    budi.hears("case-or-new")
    await budi.says(first)  # the label of what was offered, typed
    budi.hears("add-done-files")
    await budi.shows(a_photo())
    await budi.says("bantuan")
    await budi.presses(first)
    budi.hears("add-done-files")
    async with town.database.reading(town.now) as work:
        assert len(await work.attachments.of_case((await town.case(first)).id)) == 2
