"""The three ways to solve a case: internal tier by tier, a technical team or agency, APIP."""

from datetime import date

from messages.envelope import Channel
from rules.lifecycle import State
from rules.roles import Role
from tests.files import a_photo
from tests.stories.desk.conftest import Desk
from tests.talk import Citizen

MIDWIFE = "loket masih minta rekomendasi organisasi profesi untuk perpanjang SIP bidan. Neneng Hasanah, Wanayasa"
SECRET = f"{MIDWIFE}. rahasiakan nama saya"
QUESTION = "apakah rekomendasi organisasi profesi masih wajib untuk perpanjang SIP bidan?"
LAW = "Tidak wajib lagi sejak UU 17/2023."


async def asked(desk: Desk, story: str = MIDWIFE) -> str:
    """The agency was asked about a case; its number."""
    _, number = await desk.studied(Channel.TELEGRAM, story)
    await desk.officer.says(f"jalur {number} opd dinkes")
    await desk.officer.says(QUESTION)
    await desk.officer.says("kirim")
    desk.officer.reads("ditanyakan ke Dinas Kesehatan")
    return number


# -- internal --------------------------------------------------------------------------------------------------------


async def test_each_step_up_is_reported_in_writing(desk: Desk) -> None:
    _, number = await desk.internal(Channel.TELEGRAM)
    desk.superior.reads(number, "jalur internal dimulai")
    assert desk.superior.last.files[0].media_type == "application/pdf"
    await desk.officer.says(f"eskalasi {number} perlu tanda tangan pejabat lain")
    desk.officer.reads("dinaikkan ke Agus Salim")
    desk.superior.reads("dinaikkan satu tingkat", "perlu tanda tangan pejabat lain")
    await desk.superior.presses("Beri catatan")
    desk.superior.hears("desk-ask-note")
    await desk.superior.says("pakai pejabat pengganti")
    desk.officer.reads("catatan dari Agus Salim", "pakai pejabat pengganti")
    await desk.officer.says(f"eskalasi {number}")
    desk.officer.reads("dinaikkan ke Hendra Wijaya")
    desk.head.reads(number, "dinaikkan satu tingkat")
    await desk.officer.says(f"eskalasi {number}")
    desk.officer.hears("desk-escalate-top")
    assert (await desk.case(number)).state == State.INTERNAL


async def test_a_superior_on_leave_is_stood_in_for(desk: Desk) -> None:
    lilis = await desk.colleague(Role.SUPERVISOR, "Lilis Suryani")
    await desk.superior.says("cuti 23 - 27 november pengganti Lilis")
    desk.superior.reads("Senin, 23 November 2026", "Jumat, 27 November 2026", "Lilis Suryani")
    lilis.reads("Anda penggantinya")
    _, number = await desk.internal(Channel.TELEGRAM)
    lilis.reads(number, "jalur internal dimulai")
    desk.superior.reads_no(number)
    await desk.superior.says("masuk lagi")
    await desk.officer.says(f"eskalasi {number}")
    desk.superior.reads(number, "dinaikkan satu tingkat")


async def test_without_a_substitute_the_next_one_above_gets_the_report(desk: Desk) -> None:
    await desk.superior.says("cuti hari ini - 27 november")
    desk.superior.reads("Hendra Wijaya")
    _, number = await desk.internal(Channel.TELEGRAM)
    desk.head.reads(number, "jalur internal dimulai")


# -- a technical team or an agency -----------------------------------------------------------------------------------


async def test_an_agency_is_asked_and_answers(desk: Desk) -> None:
    agency = await desk.colleague(Role.AGENCY, "Yuyun Yuningsih", unit="dinkes")
    citizen, number = await desk.studied(desk.channel, MIDWIFE)
    await citizen.shows(a_photo(), text=f"tambah {number} ini surat dari loket")
    officer = desk.officer
    await officer.says(f"jalur {number} opd dinkes")
    officer.reads("Apa yang perlu dijawab Dinas Kesehatan?", "Selasa, 8 Desember 2026")
    await officer.says(QUESTION)
    officer.reads("Tidak ikut: nama dan alamat pelapor", "1 berkas")
    await officer.presses("Kirim")
    officer.reads("ditanyakan ke Dinas Kesehatan, batas Selasa, 8 Desember 2026")
    citizen.reads("sedang ditanyakan ke Dinas Kesehatan", "tetap paling lambat Jumat, 11 Desember 2026")
    agency.reads(number, QUESTION, "Jawab paling lambat: Selasa, 8 Desember 2026")
    agency.reads_no("Neneng", "Wanayasa")
    assert len(agency.last.files) == 1
    assert (await desk.case(number)).state == State.AGENCY
    await agency.says("antrean")
    agency.reads(number)
    await agency.says(f"kasus {number}")
    agency.reads("Cerita")
    agency.reads_no("Neneng", "Wanayasa")
    await agency.says(f"balas {number} {LAW}")
    agency.reads("bukan ke pelapor")
    await agency.presses("Kirim")
    agency.hears("desk-answer-sent")
    officer.reads("jawaban Dinas Kesehatan masuk", LAW)
    citizen.reads_no(LAW)
    assert (await desk.case(number)).state == State.INTERNAL
    await desk.replies(number, "Rekomendasi organisasi profesi tidak wajib lagi.")
    await desk.town.arrives(citizen)
    assert (await desk.case(number)).state == State.ANSWERED


async def test_an_agency_sees_only_what_it_is_asked(desk: Desk) -> None:
    agency = await desk.colleague(Role.AGENCY, "Yuyun Yuningsih", unit="dinkes")
    other = await desk.colleague(Role.AGENCY, "Asep Saepudin", unit="dlh")
    _, before = await desk.complaint(Channel.TELEGRAM)
    number = await asked(desk, SECRET)
    agency.reads(number, QUESTION)
    agency.reads_no("Neneng", "Wanayasa")
    await agency.says(f"kasus {number}")
    agency.reads_no("Neneng", "Wanayasa")
    await agency.says(f"kasus {before}")
    agency.hears("desk-no-case")
    await other.says(f"kasus {number}")
    other.hears("desk-no-case")
    await other.says(f"balas {number} {LAW}")
    other.hears("desk-no-case")


async def test_not_ours_brings_it_back_with_the_reason(desk: Desk) -> None:
    agency = await desk.colleague(Role.AGENCY, "Yuyun Yuningsih", unit="dinkes")
    number = await asked(desk)
    await agency.presses("Bukan urusan kami")
    agency.hears("desk-ask-not-ours")
    await agency.says("ini urusan organisasi profesi")
    desk.officer.reads("bukan urusannya", "ini urusan organisasi profesi")
    assert (await desk.case(number)).state == State.INTERNAL
    await desk.officer.presses("Tanya lagi")
    desk.officer.hears("desk-agency-which")


async def test_an_answer_on_paper_is_recorded_by_the_officer(desk: Desk) -> None:
    number = await asked(desk)
    await desk.officer.says(f"jalur {number} internal")
    desk.officer.hears("desk-ask-answer-on-paper")
    await desk.officer.says("surat 440/12 tanggal hari ini: tidak wajib")
    assert (await desk.case(number)).state == State.INTERNAL
    entry = next(e for e in await desk.entries(number) if e.kind == "agency_answer")
    assert entry.body == {"text": "surat 440/12 tanggal hari ini: tidak wajib"}


async def test_the_agency_s_date_lies_before_ours(desk: Desk) -> None:
    _, number = await desk.studied(Channel.TELEGRAM, MIDWIFE)
    await desk.officer.says(f"jalur {number} opd dinkes {QUESTION}")
    desk.officer.reads("jawab paling lambat Selasa, 8 Desember 2026", "belum punya petugas di sini")
    await desk.officer.says("14 desember")
    desk.officer.hears("life-needs-earlier-date")
    await desk.officer.says("1 desember")
    desk.officer.reads("jawab paling lambat Selasa, 1 Desember 2026")
    await desk.officer.says("kirim")
    async with desk.town.database.reading(desk.town.now) as work:
        route = await work.routes.current((await desk.case(number)).id)
    assert route is not None
    assert (route.unit, route.due) == ("dinkes", date(2026, 12, 1))


async def test_a_silent_agency_is_reminded_and_our_date_stays(desk: Desk) -> None:
    agency = await desk.colleague(Role.AGENCY, "Yuyun Yuningsih", unit="dinkes")
    theirs = await desk.colleague(Role.HEAD, "Euis Rohaeti", unit="dinkes")
    number = await asked(desk)  # to be answered by Tuesday, 8 December; ours is due on Friday, 11 December

    async def opens(*members: Citizen) -> None:
        for member in members:
            if desk.channel is Channel.WHATSAPP:  # after days without a word only the template was allowed
                await member.says("baca")

    await desk.town.until("2026-12-07 09.00")
    await opens(agency)
    agency.reads(number, "paling lambat Selasa, 8 Desember 2026")
    theirs.reads_no("ditunggu")
    await desk.town.until("2026-12-08 08.30")
    await opens(theirs, desk.officer)
    theirs.reads(number, "ditunggu hari ini")
    desk.officer.reads_no("belum menjawab")
    await desk.town.until("2026-12-09 08.20")
    await opens(desk.superior)
    desk.officer.reads(number, "belum menjawab")
    desk.superior.reads(number, "belum menjawab")
    heard = len(desk.officer.heard)
    await desk.town.passes(hours=3)
    assert len(desk.officer.heard) == heard, "each reminder once"
    assert (await desk.case(number)).clocks[-1].due == date(2026, 12, 11)


async def test_a_superior_is_named_where_the_ladder_says_another(desk: Desk) -> None:
    await desk.head.says("atasan Rina: Hendra")
    desk.head.reads("Atasan langsung Rina Marlina: Hendra Wijaya")
    _, number = await desk.internal(Channel.TELEGRAM)
    desk.head.reads(number, "jalur internal dimulai")
    desk.superior.reads_no("jalur internal dimulai")
    await desk.head.says("atasan Rina")
    desk.head.hears("desk-superior-how")


# -- APIP ------------------------------------------------------------------------------------------------------------


async def requested(desk: Desk, story: str = SECRET) -> str:
    _, number = await desk.studied(Channel.TELEGRAM, story)
    await desk.officer.says(f"jalur {number} apip")
    desk.officer.hears("desk-apip-why")
    await desk.officer.says("yang dilaporkan tim survei kami sendiri")
    desk.officer.reads("permintaan APIP dikirim ke Kepala Dinas", "hitungan tetap berjalan")
    assert (await desk.case(number)).state == State.APIP_REQUESTED
    return number


async def test_a_head_approves_and_apip_gets_the_matter_without_the_name(desk: Desk) -> None:
    auditor = await desk.colleague(Role.APIP, "Dadang Hermawan")
    number = await requested(desk)
    desk.head.reads("permintaan APIP dari Rina Marlina", "yang dilaporkan tim survei kami sendiri")
    await desk.head.presses("Setujui")
    desk.head.hears("desk-apip-approved")
    desk.officer.reads("APIP disetujui", "tetap tugas Anda")
    auditor.reads(number, "melibatkan APIP")
    await auditor.says(f"kasus {number}")
    auditor.reads("RAHASIA")
    auditor.reads_no("Neneng", "Wanayasa")
    assert (await desk.case(number)).state == State.APIP
    await auditor.says(f"balas {number} Pemeriksaan selesai, ada pelanggaran prosedur.")
    await auditor.presses("Kirim")
    desk.officer.reads("Pemeriksaan selesai, ada pelanggaran prosedur.")
    assert (await desk.case(number)).state == State.INTERNAL


async def test_a_refusal_returns_the_case_with_the_reason(desk: Desk) -> None:
    number = await requested(desk)
    await desk.head.says(f"tolak {number}")
    desk.head.hears("desk-apip-refuse-why")
    await desk.head.says("minta keterangan koordinator survei dulu")
    desk.head.hears("desk-apip-refused-told")
    desk.officer.reads("APIP belum disetujui", "minta keterangan koordinator survei dulu")
    assert (await desk.case(number)).state == State.INTERNAL
    await desk.officer.says(f"jalur {number} apip koordinator menolak memberi keterangan")
    await desk.head.says(f"setujui {number}")
    assert (await desk.case(number)).state == State.APIP


async def test_nobody_approves_an_own_request(desk: Desk) -> None:
    number = await requested(desk)
    await desk.officer.says(f"setujui {number}")
    desk.officer.reads("Permintaan ini dari Anda sendiri", "Hendra Wijaya")
    await desk.superior.says(f"setujui {number}")
    desk.superior.hears("desk-apip-head-decides")
    assert (await desk.case(number)).state == State.APIP_REQUESTED


async def test_a_head_s_own_request_needs_another_head_or_a_regulation(desk: Desk) -> None:
    _, number = await desk.studied(Channel.TELEGRAM, SECRET)
    other = await desk.colleague(Role.HEAD, "Euis Rohaeti", unit="dinkes")
    await desk.head.says(f"jalur {number} apip menyangkut pejabat setingkat saya")
    await desk.head.says(f"setujui {number}")
    desk.head.reads("Permintaan ini dari Anda sendiri, jadi tidak dapat disetujui sendiri")
    await desk.head.presses("Minta kepala lain")
    desk.head.reads("Euis Rohaeti")
    other.reads("permintaan APIP dari Hendra Wijaya", "menyangkut pejabat setingkat saya")
    assert (await desk.case(number)).state == State.APIP_REQUESTED
    await other.presses("Setujui")
    assert (await desk.case(number)).state == State.APIP


async def test_a_regulation_stands_in_for_the_approval_and_is_on_record(desk: Desk) -> None:
    number = await requested(desk)
    await desk.officer.says(f"setujui {number}")
    await desk.officer.presses("Sebut peraturan")
    desk.officer.hears("desk-apip-which-regulation")
    await desk.officer.says("PP 12/2017 pasal 21")
    desk.officer.reads("PP 12/2017 pasal 21", "tercatat atas nama Anda")
    case = await desk.case(number)
    assert case.state == State.APIP
    async with desk.town.database.reading(desk.town.now) as work:
        route = (await work.routes.of_case(case.id))[-1]
    assert route.said["regulation"] == "PP 12/2017 pasal 21"
    assert route.said["reason"] == "yang dilaporkan tim survei kami sendiri"


async def test_a_head_on_leave_is_stood_in_for_but_not_by_who_asked(desk: Desk) -> None:
    await desk.head.says("cuti hari ini - 27 november pengganti Rina")
    number = await requested(desk)
    await desk.officer.says(f"setujui {number}")
    desk.officer.reads("Permintaan ini dari Anda sendiri", "Hendra Wijaya")
    desk.head.reads("permintaan APIP dari Rina Marlina")
    assert (await desk.case(number)).state == State.APIP_REQUESTED
    await desk.head.says("cuti hari ini - 27 november pengganti Agus")
    await desk.superior.says(f"setujui {number}")
    assert (await desk.case(number)).state == State.APIP
