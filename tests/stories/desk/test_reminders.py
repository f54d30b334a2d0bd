"""Reminders of deadlines: on the right working day, in office hours, once, one message for all cases."""

import asyncio

from sqlalchemy import event, select
from sqlalchemy.exc import OperationalError

from handlers.desk.reminding import remind
from messages.envelope import Channel
from rules.roles import Role
from storage.tables import Posting
from tests.spoiled import spoil
from tests.stories.desk.conftest import Desk
from tests.talk import COMPLAINT, Citizen, at


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


async def test_after_an_outage_the_weekly_one_of_a_late_case(desk: Desk) -> None:
    await desk.taken()
    assert (await hears_on(desk, "2026-12-18 09.00", desk.officer))[0]  # five days late: from here on once a week
    assert await hears_on(desk, "2026-12-21 09.00", desk.officer) == [""]
    (text,) = await hears_on(desk, "2026-12-30 09.00", desk.officer)  # nothing ran on the day it was ten days late
    assert "TERLAMBAT 11 hari" in text
    assert await hears_on(desk, "2026-12-31 09.00", desk.officer) == [""]


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


async def test_whom_whatsapp_s_window_is_closed_for_hears_by_the_template(desk: Desk) -> None:
    """Else an officer who has not written since yesterday would hear of no deadline."""
    numbers = [(await desk.taken(Channel.TELEGRAM))[1] for _ in range(2)]
    await desk.town.until("2026-12-08 08.10")
    if desk.channel is Channel.WHATSAPP:
        announced = [m.template["1"] for m in desk.superior._all() if m.template.get("name") == "notice"]
        assert announced[-1] in numbers
        await desk.superior.says("baca")
    desk.superior.reads("2 laporan petugas Anda", *numbers)


async def test_quoting_a_reminder_of_several_cases_does_not_mean_the_first_of_them(desk: Desk) -> None:
    _, first = await desk.taken()
    _, shown_last = await desk.taken()
    await hears_on(desk, "2026-12-08 08.10", desk.officer)
    line = desk.town.lines[desk.channel]
    await desk.officer.says("tim")
    key = line.taken[desk.officer.address][-3 if desk.channel is Channel.WHATSAPP else -2]
    await desk.officer.says("catatan sudah ditelepon", refers_to=key)
    desk.officer.reads(shown_last)
    assert "note" not in [entry.kind for entry in await desk.entries(first)]


async def test_one_case_that_does_not_open_keeps_nobody_from_being_reminded(desk: Desk) -> None:
    _, broken = await desk.taken()
    _, number = await desk.taken()
    await spoil(desk.town.database, "case", "story", (await desk.case(broken)).id)
    await desk.town.until("2026-12-08 08.10")
    told = await _reminder_kept_for(desk, "remind-own")
    assert number in told
    assert broken not in told


async def _reminder_kept_for(desk: Desk, message_id: str) -> str:
    """What the outbox holds under that id: nobody can write to the bot about a case that does not open."""
    async with desk.town.database.reading(desk.town.now) as work:
        bodies = (await work.session.execute(select(Posting.body).order_by(Posting.id))).scalars()
        return "\n".join(line for body in bodies if body and message_id in body["ids"] for line in body["lines"])


async def test_the_same_number_of_two_years_is_opened_by_one_button(desk: Desk) -> None:
    for moment in ("2026-12-18 09.00", "2027-01-04 09.00"):
        await desk.town.until(moment)
        await desk.taken(story=COMPLAINT)
    (text,) = await hears_on(desk, "2027-01-19 08.10", desk.officer)
    assert "ADU-2026-00001" in text
    assert "ADU-2027-00001" in text


async def test_what_the_database_cut_short_is_done_in_the_same_hour(desk: Desk) -> None:
    """It went away while the reminders were written; in the last office hour an hour later would be a day later."""
    await desk.taken()
    for person in (desk.superior, desk.head):
        await person.says("ringkasan mati")
    engine, cut_short = desk.town.database.engine.sync_engine, list[str]()

    def goes_away(_: object, __: object, statement: str, *more: object) -> None:
        if statement.startswith("INSERT INTO outbox") and not cut_short:
            cut_short.append(statement)
            raise OperationalError(statement, None, ConnectionError())

    event.listen(engine, "before_cursor_execute", goes_away)
    await desk.town.until("2026-12-11 15.05")
    assert cut_short
    (text,) = await hears_on(desk, "2026-12-11 15.06", desk.officer)
    assert "hari ini" in text


async def test_what_died_on_another_machine_is_taken_up_minutes_later(desk: Desk) -> None:
    await desk.taken()
    await desk.town.until("2026-12-11 07.30")
    desk.town.now = at("2026-12-11 15.05")
    async with desk.town.database.work(desk.town.now) as work:
        assert await work.jobs.hold_lease("hourly", "elsewhere:1:gone", 120)
        await work.commit()
    assert await hears_on(desk, "2026-12-11 15.06", desk.officer) == [""]
    assert (await hears_on(desk, "2026-12-11 15.08", desk.officer))[0]


async def test_two_processes_remind_once(desk: Desk) -> None:
    await desk.taken()
    await desk.town.until("2026-12-02 06.00")
    desk.town.now = desk.town.now.replace(hour=8, minute=30)
    database, office, now = desk.town.database, desk.town.office, desk.town.now
    told = await asyncio.gather(*(remind(database, office, now) for _ in range(4)))
    assert sorted(told) == [0, 0, 0, 1]
