"""What is waiting, the most urgent first; and finding a case."""

from messages.envelope import Channel
from rules.roles import Role
from tests.stories.desk.conftest import Desk

SLOW = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat. {name}, Plered"


async def test_days_left_come_first_and_what_is_anothers_is_left_out(desk: Desk) -> None:
    _, old = await desk.complaint(Channel.TELEGRAM, SLOW.format(name="Budi Santoso"))
    await desk.town.until("2026-11-26 09.00")
    _, new = await desk.complaint(Channel.TELEGRAM, SLOW.format(name="Siti Aminah"))
    lilis = await desk.colleague(Role.OFFICER, "Lilis Suryani")
    await desk.officer.says("antrean")
    rows = [line for line in desk.officer.last.lines if "ADU-" in line]
    assert [old in rows[0], new in rows[1]] == [True, True]
    assert rows[0].startswith("sisa 11 hari")
    assert rows[1].startswith("sisa 14 hari")
    await desk.officer.says(f"ambil {old}")
    await lilis.says("antrean")
    lilis.reads(new)
    lilis.reads_no(old)
    await lilis.says("antrean semua")
    lilis.reads(old, "Rina Marlina: telaah")
    await desk.officer.says("antrean saya")
    desk.officer.reads(old, "milik Anda")
    desk.officer.reads_no(new)


async def test_a_late_one_says_so(desk: Desk) -> None:
    _, number = await desk.complaint(Channel.TELEGRAM)
    await desk.town.until("2026-12-11 09.00")
    await desk.officer.says("antrean")
    desk.officer.reads("hari ini", number)
    await desk.town.until("2026-12-15 09.00")
    await desk.officer.says("antrean terlambat")
    desk.officer.reads("TERLAMBAT 2 hari", number)


async def test_pages_and_suggestions(desk: Desk) -> None:
    for n in range(7):
        await desk.complaint(Channel.TELEGRAM, SLOW.format(name=f"Budi {'ABCDEFG'[n]}antoso"))
    stranger = desk.town.citizen()
    await stranger.says("ruang tunggu MPP panas sekali kemarin, urus NIB")
    await stranger.says("tanpa identitas")
    await stranger.says("kirim")
    stranger.hears("receipt-suggestion")
    await desk.officer.says("antrean")
    desk.officer.reads("7 laporan, halaman 1 dari 2", "Saran belum dibaca: 1")
    assert len([line for line in desk.officer.last.lines if "ADU-" in line]) == 5
    await desk.officer.presses("Berikutnya")
    desk.officer.reads("halaman 2 dari 2")
    await desk.officer.says("antrean")
    await desk.officer.presses("Saran")
    desk.officer.reads("SARAN", stranger.number)


async def test_a_case_is_found_by_number_words_and_name(desk: Desk) -> None:
    _, number = await desk.taken(Channel.TELEGRAM)
    await desk.complaint(Channel.TELEGRAM, SLOW.format(name="Siti Aminah"))
    for said in ("cari sertifikat standar", "cari 1", "cari Dedi Kurniawan"):
        await desk.officer.says(said)
        desk.officer.reads(number)
    await desk.officer.says("cari Haji Udin")
    desk.officer.hears("desk-search-none")


async def test_a_name_that_is_not_for_their_eyes_finds_nothing(desk: Desk) -> None:
    secret = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat. rahasiakan nama saya. Siti Aminah, Plered"
    _, number = await desk.complaint(Channel.TELEGRAM, secret)
    for member in (desk.officer, desk.superior, desk.head):
        await member.says("cari Siti Aminah")
        member.hears("desk-search-none")
    await desk.officer.says(f"ambil {number}")
    await desk.officer.says("cari Siti Aminah")
    desk.officer.reads(number)


async def test_a_bare_number_of_last_year_is_meant_in_january(desk: Desk) -> None:
    _, number = await desk.complaint(Channel.TELEGRAM)
    await desk.town.until("2027-01-04 09.00")
    await desk.officer.says("kasus 1")
    desk.officer.reads(number)


async def test_a_wrong_number_is_said(desk: Desk) -> None:
    await desk.officer.says("kasus ADU-2026-00001-9")
    desk.officer.hears("number-wrong-check")
    await desk.officer.says("kasus 99")
    desk.officer.hears("desk-no-case")
    await desk.officer.says("kasus")
    desk.officer.reads('misalnya "kasus 412"')
