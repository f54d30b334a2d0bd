"""What came by letter, telephone or counter: the same register, the same clock, a receipt to hand over."""

from datetime import date

from messages.envelope import Channel
from rules.kind import Kind
from rules.lifecycle import State
from tests.files import a_photo
from tests.stories.desk.conftest import ANSWER, Desk

LETTER = "sertifikat standar KBLI 27203 kami terbit 18 november tapi kapasitasnya ditulis 500 unit padahal 5.000"


async def recorded(desk: Desk, story: str = LETTER) -> str:
    """A letter that came on Friday is written down on Monday; its number."""
    officer = desk.officer
    await officer.says("catat")
    officer.hears("record-way-ask")
    assert "Surat" in officer.offered
    await officer.presses("Surat")
    await officer.says("jumat kemarin")
    officer.reads("Jumat, 20 November 2026")
    await officer.says(story)
    for asked, answer in (
        ("intake-name", "Dedi Kurniawan"),
        ("intake-place", "Cigelam Babakancikao"),
        ("record-phone", "081234567890"),
    ):
        assert any(i.startswith(asked) for i in officer.last.ids), officer.text
        await officer.says(answer)
    officer.reads("Jenis: pengaduan", "Lewat: Surat, diterima Jumat, 20 November 2026", "Dedi Kurniawan")
    await officer.presses("Catat")
    officer.hears("receipt-complaint", "receipt-number", "receipt-code", "receipt-due")
    return officer.number


async def test_a_letter_counts_from_the_day_it_came(desk: Desk) -> None:
    number = await recorded(desk)
    case = await desk.case(number)
    assert (case.kind, case.channel, case.state) == (Kind.COMPLAINT, "letter", State.NEW)
    assert case.clocks[-1].start == date(2026, 11, 20)
    assert case.clocks[-1].due == date(2026, 12, 10)
    assert case.phone == "+6281234567890"
    desk.officer.reads("Kamis, 10 Desember 2026")
    paper = desk.officer.last.files[0]
    assert paper.name == f"{number}-tanda-terima.pdf"
    desk.superior.reads_no("Dedi")


async def test_its_reply_goes_out_by_that_way_and_is_recorded(desk: Desk) -> None:
    number = await recorded(desk)
    await desk.officer.presses("Ambil")
    await desk.studies(number)
    await desk.officer.says(f"jalur {number} internal")
    await desk.officer.says(f"balas {number} {ANSWER}")
    desk.officer.hears("desk-send-by-hand")
    await desk.officer.presses("Kirim")
    desk.officer.reads("telepon +6281234567890", f'"selesai {number}"')
    assert desk.officer.last.files, "the reply on paper, to hand over"
    assert (await desk.case(number)).state == State.REPLYING
    await desk.officer.says(f"selesai {number} surat balasan diserahkan di loket, diterima sendiri")
    desk.officer.reads("SAMPAI")
    case = await desk.case(number)
    assert case.state == State.ANSWERED
    assert case.clocks[-1].answered_at is not None


async def test_the_code_on_the_receipt_opens_it_in_the_chat(desk: Desk) -> None:
    number = await recorded(desk)
    code = desk.officer.code
    citizen = desk.town.citizen(Channel.WHATSAPP)
    await citizen.says(f"status {number}")
    await citizen.says(code)
    citizen.reads(number, "menunggu petugas")


async def test_without_identity_it_is_a_suggestion_with_a_number(desk: Desk) -> None:
    officer = desk.officer
    await officer.says("catat kotak pengaduan")
    officer.hears("record-arrived-ask")
    await officer.presses("Hari ini")
    await officer.says("ruang tunggu MPP panas sekali kemarin, urus NIB")
    await officer.says("tanpa identitas")
    officer.reads("Jenis: saran")
    await officer.says("kirim")
    officer.hears("receipt-suggestion")
    assert (await desk.case(officer.number)).kind == Kind.SUGGESTION


async def test_the_letter_itself_is_kept_with_the_case(desk: Desk) -> None:
    officer = desk.officer
    await officer.says("catat surat")
    await officer.presses("Hari ini")
    await officer.shows(a_photo())
    officer.hears("record-file-kept")
    await officer.says(LETTER)
    await officer.says("Dedi Kurniawan, Cigelam Babakancikao")
    await officer.says("tidak ada")
    await officer.presses("Catat")
    await officer.presses("Ambil")
    await officer.says(f"lampiran {officer.number}")
    assert len(officer.last.files) == 1


async def test_a_name_told_at_the_counter_can_be_kept_secret(desk: Desk) -> None:
    officer = desk.officer
    await officer.says("catat loket")
    await officer.presses("Hari ini")
    await officer.says("petugas loket PBG kasar sekali kemarin waktu saya tanya syarat")
    await officer.says("Siti Aminah, Plered")
    await officer.says("tidak ada")
    await officer.says("rahasia")
    officer.reads("Pelapor (RAHASIA): Siti Aminah")
    await officer.presses("Catat")
    assert (await desk.case(officer.number)).secret
    await desk.superior.says(f"kasus {officer.number}")
    desk.superior.reads_no("Siti")


async def test_what_they_say_of_the_reply_is_written_down_for_them(desk: Desk) -> None:
    number = await recorded(desk)
    await desk.officer.presses("Ambil")
    await desk.studies(number)
    await desk.officer.says(f"jalur {number} internal")
    await desk.officer.says(f"balas {number} {ANSWER}")
    await desk.officer.presses("Kirim")
    await desk.officer.says(f"selesai {number} dibacakan lewat telepon, diterima sendiri")
    await desk.town.arrives(desk.superior)
    await desk.officer.says(f"pelapor {number} belum selesai, kapasitasnya masih salah")
    desk.officer.hears("outcome-reopened")
    case = await desk.case(number)
    assert (case.state, len(case.clocks)) == (State.TAKEN, 2)
    (entry,) = [e for e in await desk.entries(number) if e.kind == "unsolved"]
    assert entry.by.startswith("staff:")
    assert entry.body == {"text": "kapasitasnya masih salah"}
