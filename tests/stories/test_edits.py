"""An edited message: before it was sent the new words replace the old; afterwards they are added, the first stay."""

import pytest

from messages.envelope import InboundKind
from tests.talk import COMPLAINT, Town


async def test_an_edited_story_is_read_anew_and_an_open_review_shown_anew(town: Town) -> None:
    budi = town.citizen()
    await budi.says(COMPLAINT)
    budi.reads("Kec. Plered", "22 November 2026")
    await budi.edits(budi.refs[0], COMPLAINT.replace("Plered", "Wanayasa").replace("kemarin", "tanggal 20 november"))
    budi.hears("intake-edited", "review-anything-wrong")
    budi.reads("Wanayasa", "20 November 2026")
    await budi.says("kirim")
    story = (await town.case(budi.number)).story
    assert story is not None
    assert "Wanayasa" in story
    assert "Plered" not in story


async def test_an_edit_of_an_edit_replaces_it_again(town: Town) -> None:
    budi = town.citizen()
    await budi.says(COMPLAINT)
    for village in ("Wanayasa", "Bojong"):
        await budi.edits(budi.refs[0], COMPLAINT.replace("Plered", village))
        budi.reads(village)


@pytest.mark.parametrize(
    ("asked", "said", "corrected", "shown"),
    [
        ("intake-name-ask", "Sity", "Siti Aminah", "E Nama: Siti Aminah"),
        ("intake-place-ask", "Plered", "Wanayasa", "F Alamat: Kec. Wanayasa"),
        ("intake-when-happened-ask", "senin kemarin", "20 november", "D Kejadian: Jumat, 20 November 2026"),
    ],
)
async def test_an_edited_answer_replaces_that_answer_alone(
    town: Town, asked: str, said: str, corrected: str, shown: str
) -> None:
    siti = town.citizen()
    given = {"name": "Sity", "place": "Plered", "when": "senin kemarin"}
    await siti.says("petugas loket PBG kasar sekali waktu saya tanya syarat")
    ref = ""
    while "review-anything-wrong" not in siti.last.ids:
        ids = siti.last.ids
        await siti.says(given[next(i for i in ids if i.startswith("intake-") and "-ask" in i).split("-")[1]])
        if asked in ids:
            ref = siti.refs[-1]
    before = siti.last.lines
    await siti.edits(ref, corrected)
    siti.hears("review-anything-wrong")
    siti.reads(shown)
    rows = {line[0]: line for line in before if line[1:2] == " "}
    now = {line[0]: line for line in siti.last.lines if line[1:2] == " "}
    assert {letter for letter in rows if rows[letter] != now[letter]} == {shown[0]}


async def test_an_edited_change_of_one_field_replaces_that_field(town: Town) -> None:
    budi = town.citizen()
    await budi.says(COMPLAINT)
    await budi.says("D 18 november")
    await budi.edits(budi.refs[-1], "D 19 november")
    budi.reads("19 November 2026")
    await budi.says("E")
    await budi.says("Budi S")
    await budi.edits(budi.refs[-1], "Budi Sentosa")
    budi.reads("E Nama: Budi Sentosa")


async def test_an_edit_that_says_nothing_usable_changes_nothing(town: Town) -> None:
    siti = town.citizen()
    await siti.says("petugas loket PBG kasar sekali kemarin waktu saya tanya syarat")
    await siti.says("Siti")
    await siti.edits(siti.refs[-1], "???")
    siti.hears("intake-place-ask")
    await siti.says("Plered")
    siti.reads("E Nama: Siti")


async def test_a_piece_edited_while_the_story_is_still_being_told(patient_town: Town) -> None:
    town = patient_town
    budi = town.citizen()
    await budi.sends(text="petugas loket NIB kasar sekali kemarin")
    await budi.sends(text="waktu saya tanya syarat")
    await budi.sends(kind=InboundKind.EDIT, refers_to=budi.refs[0], text="petugas loket PBG kasar sekali kemarin")
    await budi.sends(text="saya sampai malu")
    await town.sender.send_due()
    budi.hears_nothing()
    await town.passes(seconds=4)
    assert len(budi.heard) == 1
    budi.hears("intake-name-ask")
    await budi.says("Budi, Plered")
    budi.reads("PBG")
    await budi.says("kirim")
    story = (await town.case(budi.number)).story
    assert story == "petugas loket PBG kasar sekali kemarin\nwaktu saya tanya syarat\nsaya sampai malu"


async def test_a_piece_edited_after_the_burst_was_answered(patient_town: Town) -> None:
    town = patient_town
    budi = town.citizen()
    await budi.sends(text="petugas loket NIB kasar sekali kemarin")
    await budi.sends(text="waktu saya tanya syarat")
    await town.passes(seconds=4)
    first = budi.refs[0]
    for service in ("SLF", "PBG"):
        await budi.edits(first, f"petugas loket {service} kasar sekali kemarin")
        budi.hears("intake-edited")
    await budi.says("Budi, Plered")
    await budi.says("kirim")
    assert (await town.case(budi.number)).story == "petugas loket PBG kasar sekali kemarin\nwaktu saya tanya syarat"


async def test_after_it_was_sent_an_edit_is_an_addition_and_the_first_version_stays(town: Town) -> None:
    budi = town.citizen()
    number = await budi.files()
    await budi.edits(budi.refs[0], COMPLAINT.replace("kasar", "kasar dan membentak"))
    budi.hears("add-done")
    case = await town.case(number)
    assert case.story == COMPLAINT
    async with town.database.reading(town.now) as work:
        entries = await work.cases.entries(case)
    assert [(e.kind, "membentak" in e.body["text"]) for e in entries if e.body] == [("edited_message", True)]
    assert len((await town.case(number)).clocks) == 1


async def test_an_edited_addition_is_one_more_addition(town: Town) -> None:
    budi = town.citizen()
    number = await budi.files()
    await budi.says(f"tambah {number} saksinya dua orang")
    budi.hears("add-done")
    await budi.edits(budi.refs[-1], f"tambah {number} saksinya tiga orang")
    budi.hears("add-done")
    async with town.database.reading(town.now) as work:
        kinds = [e.kind for e in await work.cases.entries(await town.case(number))]
    assert kinds == ["addition", "edited_message"]


async def test_an_edit_of_what_was_erased_or_never_came_is_let_be(town: Town) -> None:
    budi = town.citizen()
    await budi.edits("never", "petugas kasar sekali")
    budi.hears_nothing()
    await budi.says(COMPLAINT)
    story = budi.refs[-1]
    await budi.says("batal")
    await budi.says("hapus")
    await budi.edits(story, COMPLAINT)
    budi.hears_nothing()
    assert await town.cases() == []
