"""A case from a citizen's first word to its end: queue, study, route, reply, delivery, satisfaction, reopening."""

from messages.envelope import Channel
from rules.days import local_date
from rules.lifecycle import State
from tests.stories.desk.conftest import ANSWER, Desk


async def test_from_the_queue_to_the_answer_that_arrived(desk: Desk) -> None:
    citizen, number = await desk.complaint()
    officer, superior, town = desk.officer, desk.superior, desk.town
    officer.reads("sisa 14 hari", number, "Pengaduan baru")
    await officer.says("antrean")
    officer.reads("sisa 14 hari", number, "belum diambil")
    await officer.presses("Ambil 1")
    officer.reads("sekarang milik Anda", "Jumat, 11 Desember 2026")
    await officer.presses("Telaah")
    officer.reads("6a", "standarnya 7 hari kerja sejak berkas lengkap")
    await officer.presses("Pakai usulan")
    officer.reads("6b")
    await officer.says("1")
    officer.reads("6c")
    await officer.presses("Tidak ada")
    officer.reads("6d")
    await officer.says("2 ke bagian penerbitan, hari ini")
    officer.reads("tersimpan", "Jalur mana?")
    await officer.presses("Internal")
    officer.reads("jalur internal", "atasan langsung")
    superior.reads(number, "jalur internal dimulai", "Rina Marlina")
    assert superior.last.files[0].name == f"{number}.pdf"
    await town.until("2026-11-25 10.12")
    await citizen.says("halo")  # WhatsApp is open again
    await officer.says(f"balas {number} {ANSWER}")
    officer.reads("Akan dikirim ke pelapor", ANSWER)
    assert officer.offered == ["Kirim", "Ubah"]
    await officer.presses("Kirim")
    officer.hears("desk-reply-sent")
    citizen.reads(f"Jawaban untuk {number}", ANSWER, "Apakah masalahnya selesai?")
    await town.arrives(citizen)
    officer.reads("SAMPAI Rabu, 25 November 2026 pukul 10.12 (hari kerja ke-2 dari 14)", number, "atasan langsung")
    case = await desk.case(number)
    assert case.state == State.ANSWERED
    assert case.clocks[-1].answered_at
    assert local_date(case.clocks[-1].answered_at).isoformat() == "2026-11-25"
    if desk.channel is Channel.WHATSAPP:  # two days without a word: only the template was allowed
        superior.reads("Balas BACA")
        await superior.says("baca")
    superior.reads("DIJAWAB", number, "hari kerja ke-2")
    await town.arrives(superior)
    await citizen.presses("Selesai")
    citizen.hears("outcome-solved")
    officer.reads("SELESAI", "menurut pelapor masalahnya selesai")
    assert (await desk.case(number)).state == State.CLOSED


async def test_not_solved_opens_it_again_with_a_fresh_round(desk: Desk) -> None:
    citizen, number = await desk.answered()
    await citizen.says("2. ukurannya salah masa 4x6 jd 3x4")
    citizen.hears("outcome-reopened", "outcome-reopened-noted", "receipt-due")
    citizen.reads(number, "ukurannya salah masa 4x6 jd 3x4", "14 hari kerja")
    desk.officer.reads("DIBUKA LAGI", number, "ukurannya salah")
    case = await desk.case(number)
    assert case.state == State.TAKEN
    assert [clock.answered_at is None for clock in case.clocks] == [False, True]
    assert case.holder_id is not None
    await desk.officer.says(f"telaah {number}")  # the study of the first round is there, to be changed
    desk.officer.reads("A Inti", "C Berkas serupa")
    await desk.officer.says("D")
    await desk.officer.says("4")
    await desk.officer.presses("Sudah benar")
    await desk.officer.says(f"jalur {number} internal")
    await desk.replies(number, "Izin sudah diganti menjadi 4x6 meter.")
    await desk.town.arrives(citizen, desk.superior)
    await citizen.says("selesai. makasih")
    citizen.hears("outcome-solved")
    assert (await desk.case(number)).state == State.CLOSED


async def test_a_closed_case_is_opened_again_by_saying_so(desk: Desk) -> None:
    citizen, number = await desk.answered()
    await citizen.presses("Selesai")
    assert (await desk.case(number)).state == State.CLOSED
    await desk.town.passes(days=3)
    await citizen.says("belum selesai, sertifikatnya belum bisa diunduh")
    citizen.hears("outcome-reopened", "outcome-reopened-noted")
    assert (await desk.case(number)).state == State.TAKEN


async def test_what_is_not_solved_is_asked_for_and_lands_on_the_case(desk: Desk) -> None:
    citizen, number = await desk.answered()
    await citizen.presses("Belum selesai")
    citizen.hears("outcome-what-is-not")
    await citizen.says("sertifikatnya masih atas nama orang lain")
    citizen.hears("outcome-answer-noted")
    desk.officer.reads(number, "masih atas nama orang lain")


async def test_a_new_story_does_not_reopen_an_old_case(desk: Desk) -> None:
    citizen, number = await desk.answered()
    await citizen.presses("Selesai")
    await citizen.says("belum keluar juga izin reklame saya di Plered, sudah dua bulan")
    assert (await desk.case(number)).state == State.CLOSED


async def test_ten_working_days_of_silence_close_it(desk: Desk) -> None:
    citizen, number = await desk.answered(Channel.TELEGRAM)  # 23 November: the tenth working day is 7 December
    await desk.town.until("2026-12-07 23.00")
    assert (await desk.case(number)).state == State.ANSWERED
    await desk.town.until("2026-12-08 08.00")
    assert (await desk.case(number)).state == State.CLOSED
    citizen.hears("news-closed-silent")
    await citizen.says("belum selesai")
    citizen.hears("outcome-reopened", "outcome-what-is-not")
    assert (await desk.case(number)).state == State.TAKEN


async def test_it_is_closed_only_when_the_superior_has_the_report(desk: Desk) -> None:
    citizen, number = await desk.internal(Channel.TELEGRAM)
    before = len(desk.town.lines[desk.channel].taken[desk.superior.address])
    await desk.replies(number)
    await desk.town.settles()
    await citizen.presses("Selesai")
    citizen.hears("outcome-solved")
    waits = desk.channel is Channel.WHATSAPP  # taken by the provider, not delivered yet
    assert (await desk.case(number)).state == (State.ANSWERED if waits else State.CLOSED)
    assert len(desk.town.lines[desk.channel].taken[desk.superior.address]) > before
    await desk.town.arrives(desk.superior)
    assert (await desk.case(number)).state == State.CLOSED


async def test_the_bot_says_what_comes_first(desk: Desk) -> None:
    _, number = await desk.complaint()
    officer = desk.officer
    await officer.says(f"balas {number} sudah selesai")
    officer.hears("desk-nobody-holds")
    await officer.says(f"ambil {number}")
    await officer.says(f"balas {number} sudah selesai")
    officer.hears("life-needs-study")
    await officer.says(f"jalur {number} internal")
    officer.hears("life-needs-study")
    await desk.studies(number)
    await officer.says(f"balas {number} sudah selesai")
    officer.hears("life-needs-route")
    assert (await desk.case(number)).state == State.STUDIED
