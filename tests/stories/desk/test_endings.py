"""How else a case ends: a suggestion is acknowledged, a matter of others referred, a kind changed with a reason."""

from messages.envelope import Channel
from rules.kind import Kind
from rules.lifecycle import State
from rules.roles import Role
from storage.database import Database
from tests.stories.desk.conftest import Desk
from tests.talk import Citizen, a_town

LATE = (
    "PBG saya keluar 12 oktober tp luasnya salah, 90 m2 jadi 60. mohon dibetulkan. Yayat Hidayat, Cibening Bungursari"
)


async def late(desk: Desk) -> tuple[Citizen, str]:
    """A request for correction that came too late, with its reason."""
    citizen = desk.town.citizen(desk.channel)
    await citizen.says(LATE)
    await citizen.reaches_review()
    await citizen.says("kirim")
    citizen.hears("receipt-correction")
    return citizen, citizen.number


async def test_a_late_one_is_restored_with_a_reason(desk: Desk) -> None:
    citizen, number = await late(desk)
    desk.officer.reads("SARAN", number)
    await desk.officer.says(f"pulihkan {number}")
    desk.officer.hears("desk-ask-restore")
    await desk.officer.says("dirawat di rumah sakit, surat terlampir")
    desk.officer.reads("menjadi pengaduan", "sisa 14 hari")
    citizen.reads(f"{number} sekarang dicatat sebagai pengaduan", "Jumat, 11 Desember 2026")
    case = await desk.case(number)
    assert case.kind == Kind.COMPLAINT
    (entry,) = [e for e in await desk.entries(number) if e.kind == "kind_changed"]
    assert entry.body == {"text": "dirawat di rumah sakit, surat terlampir", "kind": "complaint"}


async def test_a_complaint_becomes_a_suggestion_only_with_a_reason(desk: Desk) -> None:
    citizen, number = await desk.taken()
    await desk.officer.says(f"jadikan saran {number}")
    desk.officer.hears("desk-ask-suggest")
    assert (await desk.case(number)).kind == Kind.COMPLAINT
    await desk.officer.says("ternyata pertanyaan umum, bukan layanan yang diterima")
    assert (await desk.case(number)).kind == Kind.COMPLAINT, "shown before it goes"
    await desk.officer.presses("Kirim")
    citizen.reads("dicatat sebagai saran", "ternyata pertanyaan umum")
    assert (await desk.case(number)).kind == Kind.SUGGESTION
    await desk.officer.says(f"pulihkan {number} pelapor menunjukkan tanda terima")
    case = await desk.case(number)
    assert case.kind == Kind.COMPLAINT
    assert len(case.clocks) == 2


async def test_a_suggestion_is_acknowledged_and_closed_when_that_arrived(desk: Desk) -> None:
    citizen, number = await late(desk)
    await desk.officer.says(f"ambil {number}")
    await desk.officer.presses("Jawab saran")
    desk.officer.hears("desk-ask-acknowledgement")
    await desk.officer.says("Luasnya kami periksa pada arsip, silakan ajukan perubahan di loket.")
    await desk.officer.presses("Kirim")
    citizen.reads(f"Saran {number} sudah dibaca", "silakan ajukan perubahan")
    assert (await desk.case(number)).state == (State.TAKEN)
    await desk.town.arrives(citizen)
    desk.officer.reads(f"Saran {number} ditutup")
    assert (await desk.case(number)).state == State.CLOSED


async def test_a_matter_of_others_is_referred(desk: Desk) -> None:
    citizen, number = await desk.taken()
    await desk.officer.says(f"rujuk {number} pln")
    desk.officer.reads("PLN", "123")
    await desk.officer.presses("Kirim")
    citizen.reads("ditangani kantor lain", "PLN", "123")
    assert (await desk.case(number)).state == State.TAKEN
    await desk.town.arrives(citizen)
    assert (await desk.case(number)).state == State.REFERRED


async def test_who_holds_it_cannot_close_what_was_answered(desk: Desk) -> None:
    _, number = await desk.answered(Channel.TELEGRAM)
    await desk.officer.says(f"selesai {number} beres")
    desk.officer.reads("Pelapor yang menutup", "Selasa, 8 Desember 2026")
    assert (await desk.case(number)).state == State.ANSWERED


async def test_a_report_waits_for_the_first_superior(database: Database) -> None:
    async with a_town(database) as town:
        officer = await town.staff(Role.OFFICER, "Rina Marlina")
        desk = Desk(town, Channel.TELEGRAM, officer, officer, officer)
        citizen, number = await desk.internal()
        await desk.replies(number)
        await town.settles()
        officer.reads("Belum ada atasan yang terdaftar")
        await citizen.presses("Selesai")
        assert (await desk.case(number)).state == State.ANSWERED
        superior = await town.staff(Role.SUPERVISOR, "Agus Salim")
        await town.passes(hours=1)
        superior.reads(number, "laporan hasil yang menunggu atasan")
        await town.passes(hours=1)
        assert (await desk.case(number)).state == State.CLOSED
