"""A holiday decreed later moves the date: one message with both dates and the day's name; never into the past."""

from dataclasses import replace
from datetime import date

from handlers.recount import recount_deadlines
from messages.envelope import Channel
from rules.agency import Closure
from rules.calendar import WorkingCalendar
from rules.office import Office
from tests.talk import Town

DECREED = Closure(date(2026, 12, 9), "Pemilihan Kepala Daerah")


def with_closures(office: Office, *closures: Closure) -> Office:
    return replace(office, calendar=WorkingCalendar([*office.calendar.closures, *closures]))


async def decreed(town: Town, office: Office) -> int:
    town.office = town.receiver.office = town.clock.office = office
    moved = await recount_deadlines(town.database, office, town.now)
    await town.sender.send_due()
    return moved


async def test_an_open_deadline_moves_once_and_the_person_is_told_once(town: Town) -> None:
    budi = town.citizen(Channel.SMS)
    number = await budi.files()
    await town.passes(hours=1)
    assert (await town.case(number)).clocks[0].due == date(2026, 12, 11)
    budi.seen += len(budi.heard)
    assert await decreed(town, with_closures(town.office, DECREED)) == 1
    budi.hears("deadline-moved")
    budi.reads(number, "11 Desember 2026", "14 Desember 2026", "Pemilihan Kepala Daerah")
    clock = (await town.case(number)).clocks[0]
    assert clock.due == date(2026, 12, 14)
    assert [day["name"] for day in clock.skipped] == ["Pemilihan Kepala Daerah"]
    assert await decreed(town, town.office) == 0
    await town.passes(hours=24)
    assert len(budi.heard) == 1
    async with town.database.reading(town.now) as work:
        assert await work.audit.first_broken() is None


async def test_a_day_that_is_withdrawn_brings_it_back_but_never_into_the_past(town: Town) -> None:
    plain = town.office
    await decreed(town, with_closures(plain, DECREED))
    budi = town.citizen()
    number = await budi.files()
    assert (await town.case(number)).clocks[0].due == date(2026, 12, 14)
    await town.until("2026-12-14 09.00")
    assert await decreed(town, plain) == 0, "what was due today does not become due last Friday"
    assert (await town.case(number)).clocks[0].due == date(2026, 12, 14)


async def test_suggestions_have_no_date_to_move(town: Town) -> None:
    siti = town.citizen()
    await siti.says("petugas loket PBG kasar sekali kemarin waktu saya tanya syarat, tanpa nama")
    await siti.says("kirim")
    assert await decreed(town, with_closures(town.office, DECREED)) == 0
    siti.hears("receipt-suggestion")


async def test_the_news_reaches_every_channel_that_follows(town: Town) -> None:
    owner, other = town.citizen(), town.citizen(Channel.WEB)
    number = await owner.files()
    await other.says(f"status {number}")
    await other.says(owner.code)
    await other.says("kabari di sini juga")
    await decreed(town, with_closures(town.office, DECREED))
    for person in (owner, other):
        assert "deadline-moved" in person.last.ids


async def test_the_receipt_after_it_names_the_day(town: Town) -> None:
    await decreed(town, with_closures(town.office, DECREED))
    budi = town.citizen()
    await budi.files()
    budi.hears("receipt-skipped")
    budi.reads("9 Desember (Pemilihan Kepala Daerah)", "14 Desember 2026")
