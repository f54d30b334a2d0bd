"""Closures by command, one matter that came in twice, and getting a case back at the desk."""

from datetime import date

from messages.envelope import Channel
from rules.lifecycle import State
from tests.files import a_photo
from tests.stories.desk.conftest import ANSWER, STORY, Desk

# -- libur -----------------------------------------------------------------------------------------------------------


async def test_a_closure_moves_open_deadlines_and_people_are_told_once(desk: Desk) -> None:
    citizen, number = await desk.complaint(Channel.TELEGRAM)
    head = desk.head
    await head.says("libur 30 november Rapat kerja daerah")
    head.reads("Senin, 30 November 2026", "1 pengaduan mundur")
    assert (await desk.case(number)).clocks[-1].due == date(2026, 12, 11)
    await head.presses("Ya, catat")
    head.hears("closed-kept")
    await desk.town.passes(seconds=6)
    citizen.reads(number, "Senin, 14 Desember 2026", "Rapat kerja daerah")
    assert (await desk.case(number)).clocks[-1].due == date(2026, 12, 14)
    heard = len(citizen.heard)
    await desk.town.passes(seconds=6)
    assert len(citizen.heard) == heard
    await head.says("libur")
    head.reads("Senin, 30 November 2026: Rapat kerja daerah")
    await head.says("batal libur 30 november")
    head.hears("closed-withdrawn")
    await desk.town.passes(seconds=6)
    assert (await desk.case(number)).clocks[-1].due == date(2026, 12, 11)


async def test_a_closure_needs_a_name_and_a_working_day(desk: Desk) -> None:
    await desk.head.says("libur 30 november")
    desk.head.hears("closed-name-missing")
    await desk.head.says("libur 25 desember Natal")
    desk.head.hears("closed-already")
    await desk.head.says("libur 30 november Rapat kerja")
    await desk.head.presses("Batal")
    async with desk.town.database.reading(desk.town.now) as work:
        assert await work.closed_days.all() == []
    await desk.officer.says("libur 30 november Rapat kerja")
    desk.officer.hears("desk-unknown")


# -- gabung ----------------------------------------------------------------------------------------------------------


async def test_one_matter_from_two_channels_becomes_one_case(desk: Desk) -> None:
    first, number = await desk.complaint(Channel.TELEGRAM)
    again, other = await desk.complaint(Channel.WHATSAPP, STORY + ", sudah lapor lewat Telegram juga")
    await again.shows(a_photo(), text=f"tambah {other} ini tanda terimanya")
    await desk.officer.says(f"ambil {number}")
    await desk.officer.says(f"gabung {other} {number}")
    desk.officer.reads(f"{other} digabung ke {number}", "tidak bisa dibatalkan")
    await desk.officer.presses("Gabung")
    desk.officer.reads(number, f"{other} digabung ke sini")
    again.reads(f"Laporan {other} sama dengan {number}")
    first.reads("disampaikan sekali lagi", number)
    merged = await desk.case(other)
    assert (merged.state, merged.merged_into_id) == (State.MERGED, (await desk.case(number)).id)
    await desk.officer.says(f"lampiran {number}")
    assert len(desk.officer.last.files) == 1
    await again.says(f"tambah {other} masih belum terbit juga")
    desk.officer.reads(number, "masih belum terbit juga")
    await again.says(f"status {other}")
    again.reads("digabung ke laporan lain")
    await desk.studies(number)
    await desk.officer.says(f"jalur {number} internal")
    await desk.replies(number)
    first.reads(ANSWER)
    again.reads(ANSWER)
    await desk.officer.says("antrean semua")
    desk.officer.reads_no(other)


async def test_what_another_holds_is_not_merged_away(desk: Desk) -> None:
    _, number = await desk.taken(Channel.TELEGRAM)
    _, other = await desk.complaint(Channel.TELEGRAM)
    await desk.superior.says(f"ambil {other}")
    await desk.officer.says(f"gabung {number} {other}")
    desk.officer.hears("desk-held-by")
    await desk.officer.says(f"gabung {number} {number}")
    desk.officer.hears("merge-same")
    assert (await desk.case(other)).state == State.TAKEN


# -- akses -----------------------------------------------------------------------------------------------------------


async def test_who_lost_their_chat_gets_the_case_back_at_the_desk(desk: Desk) -> None:
    old, number = await desk.internal(Channel.TELEGRAM)
    await desk.officer.says(f"akses {number}")
    desk.officer.hears("access-how")
    await desk.officer.says("KTP asli cocok dengan nama dan alamat")
    desk.officer.hears("access-code")
    code = next(line for line in desk.officer.last.lines if "Kode" in line).rsplit(" ", 1)[1]
    new = desk.town.citizen(Channel.WHATSAPP)
    await new.says(f"status {number}")
    await new.says(code)
    new.hears("outcome-access")
    desk.officer.reads("pelapor membuka kembali dari chat baru")
    heard = len(old.heard)
    await desk.replies(number)
    new.reads(ANSWER)
    assert ANSWER not in "\n".join(message.text for message in old.heard[heard:])
    await new.says("status")
    new.reads(number)
    kinds = [entry.kind for entry in await desk.entries(number)]
    assert [kind for kind in kinds if kind.startswith("access")] == ["access_given", "access_taken"]


async def test_an_old_code_gives_no_chat_away(desk: Desk) -> None:
    citizen, number = await desk.taken(Channel.TELEGRAM)
    code = citizen.code
    await desk.officer.says(f"akses {number} KTP asli cocok")
    stranger = desk.town.citizen(Channel.WHATSAPP)
    await stranger.says(f"status {number}")
    await stranger.says(code)
    stranger.hears("code-wrong")
    person = (await desk.case(number)).person_id
    await desk.town.until("2026-11-27 09.00")
    new_code = next(
        line for message in desk.officer.heard for line in message.lines if "Kode rahasia baru" in line
    ).rsplit(" ", 1)[1]
    await stranger.says(f"status {number}")
    await stranger.says(new_code)
    assert (await desk.case(number)).person_id == person, "after 72 hours it opens, and changes nobody"
