"""Reminders of deadlines: on the right working day, in office hours, once, one message for all cases."""

import asyncio

from handlers.desk.reminding import remind
from rules.roles import Role
from tests.stories.desk.conftest import Desk
from tests.talk import Citizen


async def hears_on(desk: Desk, moment: str, *people: Citizen) -> list[str]:
    """What each of them is told about deadlines when that moment has come; "" where nothing."""
    before = [len(person._all()) for person in people]
    await desk.town.until(moment)
    told = []
    for person, known in zip(people, before, strict=True):
        await person.says("antrean")  # on WhatsApp it may have waited for their window
        reminded = [m for m in person._all()[known:] if any(i.startswith("remind-") for i in m.ids)]
        assert len(reminded) <= 1, "one message for all cases"
        told.append(reminded[0].text if reminded else "")
    return told


async def test_the_working_days_of_one_case(desk: Desk) -> None:
    """Received on Monday, 23 November 2026; due on Friday, 11 December."""
    await desk.taken()
    officer, superior, head = desk.officer, desk.superior, desk.head
    told = {}
    for day in ("01", "02", "03", "08", "09", "10", "11", "14", "15", "16"):
        await hears_on(desk, f"2026-12-{day} 07.30", officer, superior, head)
        told[day] = await hears_on(desk, f"2026-12-{day} 08.10", officer, superior, head)
    who = {
        day: "".join(letter for letter, text in zip("osh", texts, strict=True) if text) for day, texts in told.items()
    }
    assert who == {
        "01": "", "02": "o", "03": "", "08": "os", "09": "", "10": "o", "11": "o", "14": "os", "15": "osh", "16": "osh",
    }  # fmt: skip
    assert "1 laporan perlu dikerjakan" in told["02"][0]
    assert "sisa 7 hari" in told["02"][0]
    assert "1 laporan petugas Anda" in told["08"][1]
    assert "hari ini" in told["11"][0]
    assert "TERLAMBAT 1 hari" in told["14"][1]
    assert "TERLAMBAT 2 hari" in told["15"][2]


async def test_not_at_night_not_on_a_day_off_and_not_twice(desk: Desk) -> None:
    await desk.taken()
    assert await hears_on(desk, "2026-12-02 06.00", desk.officer) == [""]
    assert (await hears_on(desk, "2026-12-02 08.10", desk.officer))[0]
    assert await hears_on(desk, "2026-12-02 10.10", desk.officer) == [""]
    assert await hears_on(desk, "2026-12-05 09.00", desk.officer) == [""]  # Saturday


async def test_all_cases_in_one_message_and_buttons_that_act(desk: Desk) -> None:
    numbers = [(await desk.taken())[1] for _ in range(3)]
    (text,) = await hears_on(desk, "2026-12-08 08.10", desk.officer)
    assert "3 laporan perlu dikerjakan" in text
    assert all(number in text for number in numbers)
    await desk.officer.presses("Buka 1")
    desk.officer.reads(numbers[0], "sertifikat standar")


async def test_what_nobody_has_taken_is_told_to_all_officers(desk: Desk) -> None:
    other = await desk.colleague(Role.OFFICER, "Lilis Suryani")
    await desk.complaint()
    told = await hears_on(desk, "2026-12-02 08.10", desk.officer, other)
    assert all("belum diambil" in text for text in told)


async def test_who_is_away_is_stood_in_for(desk: Desk) -> None:
    other = await desk.colleague(Role.OFFICER, "Lilis Suryani")
    await desk.taken()
    await desk.officer.says("cuti 1 des - 4 des pengganti Lilis")
    told = await hears_on(desk, "2026-12-02 08.10", desk.officer, other)
    assert [bool(text) for text in told] == [False, True]


async def test_after_an_outage_the_nearest_one_not_all(desk: Desk) -> None:
    await desk.taken()
    (text,) = await hears_on(desk, "2026-12-09 09.00", desk.officer)
    assert "sisa 2 hari" in text
    assert await hears_on(desk, "2026-12-09 10.10", desk.officer) == [""]


async def test_an_answered_case_is_not_reminded_of(desk: Desk) -> None:
    await desk.answered()
    assert await hears_on(desk, "2026-12-02 08.10", desk.officer) == [""]


async def test_whom_a_case_names_is_not_reminded_until_that_is_dismissed(desk: Desk) -> None:
    _, number = await desk.taken()
    case_id = (await desk.case(number)).id
    async with desk.town.database.work(desk.town.now) as work:
        officer = (await work.team.everybody())[0]
        await work.queue.suspect(case_id, [officer.id])
        await work.commit()
    assert await hears_on(desk, "2026-12-02 08.10", desk.officer) == [""]
    async with desk.town.database.work(desk.town.now) as work:
        await work.queue.judge_conflict(case_id, officer.id, "dismissed", by=officer.id)
        await work.commit()
    assert (await hears_on(desk, "2026-12-08 08.10", desk.officer))[0]


async def test_two_processes_remind_once(desk: Desk) -> None:
    await desk.taken()
    await desk.town.until("2026-12-02 06.00")
    desk.town.now = desk.town.now.replace(hour=8, minute=30)
    database, office, now = desk.town.database, desk.town.office, desk.town.now
    told = await asyncio.gather(*(remind(database, office, now) for _ in range(4)))
    assert sorted(told) == [0, 0, 0, 1]
