"""A story told in several messages gets one answer, after a moment of quiet and twenty seconds at most."""

import pytest

from messages.envelope import Channel, InboundKind
from tests.files import a_photo
from tests.talk import COMPLAINT, Citizen, Town

PIECES = ["assalamualaikum", "AC di MPP mati kemarin", "kursinya juga rusak semua", "ibu saya sampai pusing"]


async def tells(town: Town, citizen: Citizen, *pieces: str) -> None:
    """One piece a second; what is due goes out in between."""
    for piece in pieces:
        await citizen.sends(text=piece)
        await town.sender.send_due()


@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WHATSAPP, Channel.SMS, Channel.WEB])
async def test_four_messages_get_one_answer(patient_town: Town, channel: Channel) -> None:
    town = patient_town
    citizen = town.citizen(channel)
    await tells(town, citizen, *PIECES)
    citizen.hears_nothing()
    await town.passes(seconds=3.1)
    assert len(citizen.heard) == 1
    citizen.hears("intro-salam")
    await citizen.reaches_review(name="Budi", place="Plered")
    await citizen.says("kirim")
    story = (await town.case(citizen.number)).story
    assert story is not None
    assert all(piece in story for piece in PIECES[1:])


async def test_the_terminal_never_waits(patient_town: Town) -> None:
    citizen = patient_town.citizen(Channel.TERMINAL)
    await citizen.says("AC di MPP mati kemarin")
    assert len(citizen.heard) == 1


async def test_it_waits_twenty_seconds_at_most(patient_town: Town) -> None:
    town = patient_town
    citizen = town.citizen()
    begun = town.now
    answered = None
    for n in range(13):
        await citizen.sends(text=f"lalu loketnya tutup lagi jam {n} kemarin")
        town.now = town.now.replace(microsecond=0)
        await town.passes(seconds=1)
        if citizen.heard or town.lines[Channel.TELEGRAM].heard[citizen.address]:
            answered = town.now
            break
    assert answered is not None
    assert (answered - begun).total_seconds() <= 22


async def test_what_comes_after_the_answer_is_added_or_taken_as_the_answer(patient_town: Town) -> None:
    town = patient_town
    citizen = town.citizen()
    await tells(town, citizen, "petugas loket PBG kasar sekali kemarin")
    await town.passes(seconds=3.1)
    citizen.hears("intake-name-ask")
    await citizen.says("petugasnya sampai membentak saya di depan orang banyak")
    citizen.hears("intake-added-to-story", "intake-name-ask-short")
    await citizen.says("Budi, Plered")
    citizen.hears("review-anything-wrong")
    await citizen.says("kirim")
    story = (await town.case(citizen.number)).story
    assert story == "petugas loket PBG kasar sekali kemarin\npetugasnya sampai membentak saya di depan orang banyak"


async def test_buttons_and_commands_never_wait(patient_town: Town) -> None:
    town = patient_town
    citizen = town.citizen()
    for word in ("bantuan", "status", "/bahasa", "lapor"):
        await citizen.says(word)
        assert len(citizen.heard) >= 1, word
    await citizen.says("batal")
    await tells(town, citizen, "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat")
    await town.passes(seconds=3.1)
    await citizen.presses("Tanpa identitas")
    citizen.hears("review-anything-wrong")
    await citizen.presses("Kirim")
    citizen.hears("receipt-suggestion")


async def test_help_in_the_middle_of_a_story_does_not_end_it(patient_town: Town) -> None:
    town = patient_town
    citizen = town.citizen()
    await tells(town, citizen, "petugas loket PBG kasar sekali kemarin")
    await citizen.says("tolong")
    citizen.hears("help-how")
    await tells(town, citizen, "saya sampai malu")
    await town.passes(seconds=3.1)
    citizen.hears("intro", "intake-name-ask")
    await citizen.says("Budi, Plered")
    await citizen.says("kirim")
    assert (await town.case(citizen.number)).story == "petugas loket PBG kasar sekali kemarin\nsaya sampai malu"


async def test_who_answers_is_said_also_when_a_command_cuts_in(patient_town: Town) -> None:
    town = patient_town
    citizen = town.citizen()
    await tells(town, citizen, "petugas loket PBG kasar sekali kemarin")
    await citizen.says("kembali")
    assert "intro" in [i for m in citizen.heard for i in m.ids]


async def test_a_sticker_does_not_end_a_story(patient_town: Town) -> None:
    town = patient_town
    citizen = town.citizen()
    await tells(town, citizen, "petugas loket PBG kasar sekali kemarin")
    await citizen.sends(kind=InboundKind.STICKER)
    await town.sender.send_due()
    citizen.hears_nothing()
    await town.passes(seconds=3.1)
    citizen.hears("intro", "intake-name-ask")


async def test_an_album_is_one_answer_counted(patient_town: Town) -> None:
    town = patient_town
    citizen = town.citizen()
    for n in range(3):
        await citizen.sends(
            files=(a_photo(),), text="AC mati kemarin di MPP, panas sekali" if n == 0 else "", album="a"
        )
        await town.sender.send_due()
    await town.passes(seconds=3.1)
    assert len(citizen.heard) == 1
    await citizen.reaches_review(name="Budi", place="Plered")
    citizen.reads("3 berkas")
    await citizen.says("kirim")
    async with town.database.reading(town.now) as work:
        assert len(await work.attachments.of_case((await town.case(citizen.number)).id)) == 3


async def test_an_album_for_a_case_is_one_addition_counted(patient_town: Town) -> None:
    town = patient_town
    citizen = town.citizen()
    await citizen.sends(text=COMPLAINT)
    await town.passes(seconds=4)
    await citizen.says("kirim")
    number = citizen.number
    for _ in range(3):
        await citizen.sends(files=(a_photo(),), album="b")
        await town.sender.send_due()
    await town.passes(seconds=3.1)
    citizen.hears("add-done-files")
    citizen.reads("3 berkas")
    assert len(citizen.heard) == 1
    async with town.database.reading(town.now) as work:
        entries = await work.cases.entries(await town.case(number))
    assert [len(e.body["files"]) for e in entries if e.body] == [3]


async def test_a_refused_file_in_a_burst_is_not_passed_over(patient_town: Town) -> None:
    from tests.files import a_program

    town = patient_town
    citizen = town.citizen()
    await citizen.sends(files=(a_program(),), text="AC mati kemarin di MPP, panas sekali")
    await citizen.sends(text="kursinya juga rusak")
    await town.passes(seconds=3.1)
    citizen.hears("files-wrong-kind")
    assert len(citizen.heard) == 1


async def test_a_place_sent_with_the_first_piece_stays(patient_town: Town) -> None:
    from messages.envelope import Location

    town = patient_town
    citizen = town.citizen()
    await citizen.sends(location=Location(-6.55, 107.44))
    await citizen.sends(text="petugas loket PBG kasar sekali kemarin. Budi, Plered")
    await town.passes(seconds=3.1)
    citizen.hears("location-noted", "review-anything-wrong")
    await citizen.says("kirim")
    async with town.database.reading(town.now) as work:
        entries = await work.cases.entries(await town.case(citizen.number))
    assert [e.body for e in entries] == [{"location": [-6.55, 107.44]}]
