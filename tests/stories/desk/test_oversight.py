"""What a superior sees at a word: what is late, and who holds how much."""

from rules.roles import Role
from tests.stories.desk.conftest import Desk


async def test_nothing_is_late_is_one_line(desk: Desk) -> None:
    await desk.taken()
    await desk.superior.says("terlambat")
    desk.superior.reads("Tidak ada yang terlambat.")
    assert len(desk.superior.last.lines) == 1


async def test_what_is_late_with_whom_and_what_it_waits_for(desk: Desk) -> None:
    _, first = await desk.taken()
    await desk.town.until("2026-11-25 09.00")
    await desk.complaint()
    await desk.town.until("2026-12-15 09.00")
    await desk.superior.says("terlambat")
    rows = [row for row in desk.superior.last.lines if row.startswith("TERLAMBAT")]
    assert [first in row for row in rows] == [True]
    assert "Rina Marlina" in rows[0]
    desk.superior.reads("Jatuh tempo hari ini: 1")
    assert desk.superior.offered == ["Ingatkan", "Serahkan", "Kabari pelapor"]
    await desk.town.until("2026-12-16 09.00")
    await desk.head.says("telat")
    desk.head.reads("Terlambat 2", "belum diambil")
    await desk.head.presses("Buka 1")
    desk.head.reads(first)


async def test_who_holds_how_much(desk: Desk) -> None:
    await desk.colleague(Role.OFFICER, "Lilis Suryani")
    await desk.taken()
    await desk.taken()
    await desk.complaint()
    await desk.superior.says("beban")
    assert desk.superior.last.lines[:3] == ("Terbuka 3 pengaduan:", "Rina Marlina: 2", "Lilis Suryani: 0")
    desk.superior.reads("Belum diambil: 1")
    await desk.town.until("2026-12-15 09.00")
    await desk.superior.says("beban")
    desk.superior.reads("Rina Marlina: 2, terlambat 2")


async def test_an_officer_has_neither_word(desk: Desk) -> None:
    for word in ("terlambat", "beban"):
        await desk.officer.says(word)
        desk.officer.hears("desk-unknown")
