"""When an agency is reminded of what it was asked, and who of ours hears that it did not answer."""

from messages.envelope import Channel
from rules.roles import Role
from tests.spoiled import spoil
from tests.stories.desk.conftest import Desk
from tests.stories.desk.test_routes import QUESTION, asked
from tests.talk import Citizen


def reminders(person: Citizen) -> list[str]:
    return [message.text for message in person._all() if any(i.startswith("desk-remind-") for i in message.ids)]


async def here(person: Citizen) -> None:
    """On WhatsApp the reminder may have waited for their window."""
    await person.says("antrean")


async def test_nobody_is_reminded_once_the_office_has_closed(desk: Desk) -> None:
    agency = await desk.colleague(Role.AGENCY, "Yuyun Yuningsih", unit="dinkes")
    number = await asked(desk)  # to be answered by Tuesday, 8 December
    for evening in ("2026-12-07 15.40", "2026-12-07 21.00", "2026-12-08 07.30"):
        await desk.town.until(evening)
    await here(agency)
    assert reminders(agency) == []
    await desk.town.until("2026-12-08 08.10")
    await here(agency)
    (text,) = reminders(agency)
    assert f"{number}: jawaban Dinas Kesehatan ditunggu hari ini" in text


async def test_who_is_asked_until_tomorrow_is_not_reminded_in_the_same_hour(desk: Desk) -> None:
    agency = await desk.colleague(Role.AGENCY, "Yuyun Yuningsih", unit="dinkes")
    _, number = await desk.studied(Channel.TELEGRAM)
    await desk.officer.says(f"jalur {number} opd dinkes {QUESTION}")
    await desk.officer.says("24 november")
    await desk.officer.says("kirim")
    agency.reads("Jawab paling lambat: Selasa, 24 November 2026")
    await desk.town.passes(hours=2)
    assert reminders(agency) == []
    await desk.town.until("2026-11-24 08.10")
    await here(agency)
    assert ["ditunggu hari ini" in text for text in reminders(agency)] == [True]


async def test_who_stands_in_for_the_officer_hears_that_nobody_answered(desk: Desk) -> None:
    lilis = await desk.colleague(Role.OFFICER, "Lilis Suryani")
    number = await asked(desk)
    await desk.officer.says("cuti 7 des - 11 des pengganti Lilis")
    await desk.town.until("2026-12-09 08.10")
    for person in (lilis, desk.superior, desk.officer):
        await here(person)
    assert [len(reminders(person)) for person in (lilis, desk.superior, desk.officer)] == [1, 1, 0]
    assert f"{number}: Dinas Kesehatan belum menjawab" in reminders(lilis)[0]


async def test_when_the_officer_is_away_without_a_substitute_the_superior_hears_it_once(desk: Desk) -> None:
    await asked(desk)
    await desk.officer.says("cuti 7 des - 11 des")
    await desk.town.until("2026-12-09 08.10")
    await here(desk.superior)
    assert len(reminders(desk.superior)) == 1


async def test_when_the_officer_has_left_somebody_above_hears_it(desk: Desk) -> None:
    await asked(desk)
    await desk.head.says("keluarkan Rina")
    await desk.head.presses("Ya, hapus")
    await desk.town.until("2026-12-09 08.10")
    await here(desk.superior)
    assert len(reminders(desk.superior)) == 1


async def test_one_that_does_not_open_keeps_the_others_from_nothing(desk: Desk) -> None:
    agency = await desk.colleague(Role.AGENCY, "Yuyun Yuningsih", unit="dinkes")
    broken, number = await asked(desk), await asked(desk)
    _, answered = await desk.answered(Channel.TELEGRAM)
    for unreadable in (broken, answered):
        await spoil(desk.town.database, "case", "story", (await desk.case(unreadable)).id)
    await desk.town.until("2026-12-08 08.10")
    await here(agency)
    assert [number in text for text in reminders(agency)] == [True]
