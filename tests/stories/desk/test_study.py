"""The study: kept with every answer, tied to the standard and to what is on file, changed at any time."""

from messages.envelope import Channel
from rules.lifecycle import State
from tests.stories.desk.conftest import STORY, Desk


async def test_it_is_kept_as_far_as_it_goes(desk: Desk) -> None:
    _, number = await desk.taken(Channel.TELEGRAM)
    officer = desk.officer
    await officer.says(f"telaah {number}")
    await officer.says("Sertifikat tertahan di meja penandatangan sejak awal November")
    officer.reads("6b")
    await officer.says(f"kasus {number}")  # called away
    officer.reads("Telaah: Sertifikat tertahan")
    await officer.says(f"telaah {number}")
    officer.reads("6b")
    await officer.says("Perbup 88/2021 pasal 4")
    await officer.says("tidak ada")
    await officer.says("klarifikasi")
    officer.hears("study-parties-ask")
    await officer.says("bagian penerbitan, sekretaris dinas")
    officer.hears("study-kept")
    assert (await desk.case(number)).state == State.STUDIED
    (study,) = [entry for entry in await desk.entries(number) if entry.kind == "study"]
    assert study.body is not None
    assert study.visibility == "internal"
    assert study.body["core"] == "Sertifikat tertahan di meja penandatangan sejak awal November"
    assert (study.body["plan"], study.body["parties"]) == ("clarify", "bagian penerbitan, sekretaris dinas")


async def test_the_standard_of_the_service_is_offered(desk: Desk) -> None:
    _, number = await desk.taken(Channel.TELEGRAM)
    await desk.officer.says(f"telaah {number}")
    await desk.officer.presses("Pakai usulan")
    assert desk.officer.offered[0].startswith("Standar No. 53, jangka waktu: 7 hari kerja")
    await desk.officer.says("0")
    desk.officer.hears("study-rule-write")
    await desk.officer.says("1. dan pasal 4")
    desk.officer.reads("6c")
    (study,) = [entry for entry in await desk.entries(number) if entry.kind == "study"]
    assert study.body is not None
    assert "7 hari kerja" in study.body["rule"]
    assert study.body["rule"].endswith("dan pasal 4")


async def test_earlier_cases_about_the_same_are_offered_and_tied(desk: Desk) -> None:
    _, before = await desk.complaint(Channel.TELEGRAM, STORY.replace("Dedi Kurniawan", "Yayat Hidayat"))
    _, number = await desk.taken(Channel.TELEGRAM)
    desk.officer.reads("Pernah ada", before)
    await desk.officer.says(f"telaah {number}")
    await desk.officer.presses("Pakai usulan")
    await desk.officer.says("1")
    desk.officer.reads("Ditemukan", before)
    await desk.officer.says("kaitkan. penyebabnya sama, menunggu tanda tangan")
    await desk.officer.says("3 bersama sekretaris")
    desk.officer.hears("study-kept")
    (study,) = [entry for entry in await desk.entries(number) if entry.kind == "study"]
    assert study.body is not None
    assert study.body["before"] == {"numbers": [before], "text": "penyebabnya sama, menunggu tanda tangan"}


async def test_one_part_is_changed_and_the_first_version_stays(desk: Desk) -> None:
    _, number = await desk.studied(Channel.TELEGRAM)
    await desk.officer.says(f"telaah {number}")
    desk.officer.reads("A Inti", "B Ketentuan: UU 25/2009 pasal 15", "E Pihak: ke bagian penerbitan")
    await desk.officer.says("b")
    await desk.officer.says("Perbup 88/2021")
    desk.officer.reads("B Ketentuan: Perbup 88/2021")
    await desk.officer.presses("Sudah benar")
    rules = [(entry.body or {}).get("rule") for entry in await desk.entries(number) if entry.kind == "study"]
    assert rules == ["UU 25/2009 pasal 15", "Perbup 88/2021"]


async def test_back_forgets_one_answer(desk: Desk) -> None:
    _, number = await desk.taken(Channel.TELEGRAM)
    await desk.officer.says(f"telaah {number}")
    await desk.officer.presses("Pakai usulan")
    await desk.officer.says("kembali")
    desk.officer.reads("6a")


async def test_class_and_service_are_corrected_by_one_button(desk: Desk) -> None:
    _, number = await desk.taken(Channel.TELEGRAM)
    await desk.officer.says(f"klasifikasi {number}")
    assert desk.officer.offered[0] == "jangka waktu"
    await desk.officer.presses("prosedur")
    desk.officer.reads("dicatat sebagai masalah prosedur")
    case = await desk.case(number)
    assert case.component == "prosedur"
    assert case.component_by.startswith("staff:")
    async with desk.town.database.reading(desk.town.now) as work:
        ((correction, _),) = await work.corrections.last_words()
    assert (correction.before, correction.after) == ("jangka_waktu", "prosedur")
    await desk.officer.says(f"kasus {number}")
    desk.officer.reads("ditetapkan Rina Marlina")
    await desk.officer.says(f"layanan {number} NIB")
    desk.officer.hears("desk-service-set")
    case = await desk.case(number)
    assert case.service_id == "nib"
    assert case.breach == []
    await desk.officer.says(f"layanan {number} 27203")
    assert (await desk.case(number)).breach[0]["counted"] == 21


async def test_only_the_holder_studies(desk: Desk) -> None:
    _, number = await desk.taken(Channel.TELEGRAM)
    await desk.superior.says(f"telaah {number}")
    desk.superior.hears("desk-held-by")
