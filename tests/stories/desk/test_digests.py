"""Digests on their schedule: at the minute that was chosen, once a working day, never about what names its reader."""

import asyncio
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from PIL import Image

from handlers.digest.sending import send_digests
from messages.envelope import Channel, Outgoing
from rules.roles import Role
from storage.clocks import OpenRound
from tests.stories.desk.conftest import Desk
from tests.talk import Citizen


@pytest.fixture
def digests() -> bool:
    return True


def digests_of(person: Citizen, since: int = 0) -> list[Outgoing]:
    """Those that this person got after so many messages: with a title, or in one line."""
    titles = ("digest-title", "digest-nothing", "template-digest")
    return [m for m in person._all()[since:] if any(i.startswith(titles) for i in m.ids)]


async def gets_on(desk: Desk, moment: str, person: Citizen) -> str:
    """The digest that this person is sent when that moment has come; "" where none is."""
    known = len(person._all())
    await desk.town.until(moment)
    sent = digests_of(person, known)
    if any("template-digest" in m.ids for m in sent):  # WhatsApp's window is closed: it waits for a word
        await person.says("baca")
        sent = [m for m in digests_of(person, known) if "template-digest" not in m.ids]
    assert len(sent) <= 1, "one digest at a time"
    return sent[0].text if sent else ""


async def test_every_working_day_at_half_past_seven_and_once(desk: Desk) -> None:
    await desk.taken()
    assert await gets_on(desk, "2026-11-24 07.29", desk.superior) == ""
    text = await gets_on(desk, "2026-11-24 07.30", desk.superior)
    assert text.startswith("Ringkasan Selasa, 24 November 2026")
    assert "Tidak ada yang terlambat." in text
    assert "Terbuka 1: lebih dari 7 hari 1" in text
    assert "Kemarin: masuk 1 (pengaduan 1, saran 0), dijawab 0, dibuka lagi 0" in text
    assert await gets_on(desk, "2026-11-24 09.00", desk.superior) == ""
    assert await gets_on(desk, "2026-11-28 07.30", desk.superior) == ""  # Saturday
    assert digests_of(desk.officer) == []


async def test_what_is_late_comes_first_with_its_step_and_who_holds_it(desk: Desk) -> None:
    _, number = await desk.taken()
    await desk.town.until("2026-12-15 07.00")
    text = await gets_on(desk, "2026-12-15 07.30", desk.head)
    first = text.split("\n")[1]
    assert first.startswith(f"TERLAMBAT 2 hari · {number}")
    assert first.endswith("Rina Marlina: telaah")
    assert "Terjawab tepat waktu selama Desember 2026: 0 dari 1 (0%)" in text


async def test_the_picture_and_the_workbook_come_with_it(desk: Desk) -> None:
    _, number = await desk.taken()
    await desk.superior.says("ringkasan harian")
    message = desk.superior.last
    picture, book = message.files
    assert (picture.name, book.name) == ("ringkasan-harian-2026-11-23.png", "ringkasan-harian-2026-11-23.xlsx")
    assert message.captioned
    async with desk.town.database.reading(desk.town.now) as work:
        shown, kept = [await work.attachments.get(file.attachment_id) for file in (picture, book)]
        assert shown
        assert kept
        png, xlsx = work.attachments.content(shown), work.attachments.content(kept)
    assert png
    assert xlsx
    assert Image.open(BytesIO(png)).size[0] == 1200
    rows = list(load_workbook(BytesIO(xlsx))["Pengaduan terbuka"].iter_rows(values_only=True))
    assert rows[-1][0] == number


async def test_while_the_window_is_closed_one_line_and_a_link_go_and_a_word_brings_the_rest(desk: Desk) -> None:
    await desk.town.until("2026-11-24 06.00")
    await desk.complaint()
    known = len(desk.superior._all())
    await desk.town.until("2026-11-25 07.30")
    sent = digests_of(desk.superior, known)
    if desk.channel is not Channel.WHATSAPP:
        assert [len(message.files) for message in sent] == [2]
        return
    (template,) = sent
    assert template.template["1"] == "Ringkasan Rabu, 25 November 2026: terlambat 0, hari ini 0, terbuka 1"
    assert [file.name for file in template.files] == ["ringkasan-harian-2026-11-25.png"]
    await desk.superior.says("ya")
    desk.superior.reads("Terbuka 1: lebih dari 7 hari 1")
    await desk.town.until("2026-11-26 07.35")
    await desk.town.until("2026-11-27 07.35")
    await desk.superior.says("ya")
    shown = [m.lines[0] for m in digests_of(desk.superior, known) if "template-digest" not in m.ids]
    assert shown == ["Ringkasan Rabu, 25 November 2026", "Ringkasan Jumat, 27 November 2026"], "what is old is dropped"


async def test_a_longer_one_takes_the_place_of_the_daily_one(desk: Desk) -> None:
    await desk.taken()
    titles = {
        day: (await gets_on(desk, f"{day} 07.30", desk.superior)).split("\n")[0]
        for day in ("2026-11-27", "2026-11-30", "2026-12-01", "2026-12-07", "2027-01-04", "2027-01-11")
    }
    assert titles == {
        "2026-11-27": "Ringkasan Jumat, 27 November 2026",
        "2026-11-30": "Ringkasan pekan 23-29 November 2026",
        "2026-12-01": "Ringkasan November 2026",
        "2026-12-07": "Ringkasan pekan 30 November-6 Desember 2026",
        "2027-01-04": "Ringkasan triwulan 4 tahun 2026",  # 1 January is a day off
        "2027-01-11": "Ringkasan pekan 4-10 Januari 2027",
    }


async def test_the_days_off_belong_to_the_digest_that_follows_them(desk: Desk) -> None:
    await desk.superior.says("ringkasan mingguan mati")
    await desk.town.until("2026-11-28 10.00")  # Saturday
    await desk.complaint()
    text = await gets_on(desk, "2026-11-30 07.30", desk.superior)
    assert "Sejak Jumat, 27 November 2026: masuk 1" in text


async def test_nothing_to_report_is_one_line_and_nothing_new_three(desk: Desk) -> None:
    text = await gets_on(desk, "2026-11-24 07.30", desk.superior)
    assert text == "Ringkasan Selasa, 24 November 2026: tidak ada yang terbuka dan tidak ada yang baru."
    await desk.taken()
    assert "masuk 1" in await gets_on(desk, "2026-11-25 07.30", desk.superior)
    text = await gets_on(desk, "2026-11-26 07.30", desk.superior)
    assert text == "Ringkasan Kamis, 26 November 2026\nTidak ada yang terlambat.\nTerbuka 1: lebih dari 7 hari 1"
    assert digests_of(desk.superior)[-1].files == ()


async def test_each_superior_sets_their_own(desk: Desk) -> None:
    await desk.taken()
    superior, head = desk.superior, desk.head
    await superior.says("ringkasan atur")
    superior.reads("harian, mingguan, bulanan, triwulan; pukul 07.30", "seluruh kantor")
    await superior.says("ringkasan jam 06.45")
    superior.reads("pukul 06.45")
    await superior.says("1")  # the first of what is offered: no daily one
    superior.reads("Ringkasan Anda: mingguan, bulanan, triwulan")
    assert await gets_on(desk, "2026-11-24 08.00", superior) == ""
    assert await gets_on(desk, "2026-11-25 07.31", head)
    assert (await gets_on(desk, "2026-11-30 06.46", superior)).startswith("Ringkasan pekan 23-29 November 2026")
    await superior.says("ringkasan mati")
    superior.reads("tidak ada yang dikirim")
    assert await gets_on(desk, "2026-12-07 07.31", superior) == ""
    await superior.says("ringkasan harian hidup")
    superior.reads("Ringkasan Anda: harian;")
    await superior.says("ringkasan sebentar")
    superior.hears("digest-how")


async def test_only_one_unit(desk: Desk) -> None:
    await desk.colleague(Role.OFFICER, "Lilis Suryani", unit="MPP")
    await desk.taken()
    _, other = await desk.complaint()
    await desk.superior.says(f"serahkan {other} Lilis")
    await desk.superior.says("ringkasan bagian mpp")
    desk.superior.reads("Yang dihitung: MPP")
    await desk.superior.says("ringkasan")
    desk.superior.reads("Ringkasan Senin, 23 November 2026, MPP", "Terbuka 1:")
    await desk.superior.says("ringkasan bagian gudang")
    desk.superior.reads("Tidak ada bagian bernama gudang")
    await desk.superior.says("ringkasan bagian semua")
    desk.superior.reads("seluruh kantor")


async def test_another_chat_is_tied_by_a_code_and_gets_the_digests(desk: Desk) -> None:
    other = Channel.WHATSAPP if desk.channel is Channel.TELEGRAM else Channel.TELEGRAM
    await desk.taken()
    await desk.superior.says(f"ringkasan di {other}")
    desk.superior.hears("digest-no-chat")
    code = desk.superior.last.lines[-1].removeprefix("Kode: ")
    assert await gets_on(desk, "2026-11-24 07.30", desk.superior), "until then it comes here"
    chat = desk.town.citizen(other)
    await chat.says(code)
    chat.reads("Obrolan ini sekarang juga milik Agus Salim.")
    await chat.says("beban")
    chat.reads("Rina Marlina: 1")
    known = len(desk.superior._all())
    await desk.town.until("2026-11-25 07.30")
    assert len(digests_of(chat)) == 1
    assert digests_of(desk.superior, known) == []
    stranger = desk.town.citizen(other)
    await stranger.says(code)
    stranger.hears("desk-invite-used")
    await desk.superior.says(f"ringkasan di {desk.channel}")
    desk.superior.reads("Dikirim ke: Telegram" if desk.channel is Channel.TELEGRAM else "Dikirim ke: WhatsApp")


async def test_a_code_for_another_chat_gives_nothing_to_a_colleague(desk: Desk) -> None:
    other = Channel.WHATSAPP if desk.channel is Channel.TELEGRAM else Channel.TELEGRAM
    await desk.superior.says(f"ringkasan di {other}")
    code = desk.superior.last.lines[-1].removeprefix("Kode: ")
    await desk.officer.says(code)
    desk.officer.hears("desk-invite-used")
    await desk.officer.says("beban")
    desk.officer.hears("desk-unknown")


async def test_what_was_filed_from_that_chat_before_stays_ones_own(desk: Desk) -> None:
    other = Channel.WHATSAPP if desk.channel is Channel.TELEGRAM else Channel.TELEGRAM
    chat, number = await desk.complaint(other)
    await desk.superior.says(f"ringkasan di {other}")
    await chat.says(desk.superior.last.lines[-1].removeprefix("Kode: "))
    await chat.says("status")
    chat.reads(number)


async def test_a_case_that_names_its_reader_is_neither_shown_nor_counted(desk: Desk) -> None:
    _, number = await desk.taken()
    await desk.taken()
    async with desk.town.database.work(desk.town.now) as work:
        superior = next(m for m in await work.team.everybody() if m.name == "Agus Salim")
        await work.queue.suspect((await desk.case(number)).id, [superior.id])
        await work.commit()
    mine = await gets_on(desk, "2026-12-15 07.30", desk.superior)
    assert number not in mine
    assert "Terbuka 1: terlambat 1" in mine
    await desk.head.says("ringkasan harian")
    desk.head.reads(number, "Terbuka 2: terlambat 2")


async def test_who_is_away_gets_none(desk: Desk) -> None:
    await desk.taken()
    await desk.superior.says("cuti 24 nov - 25 nov")
    assert await gets_on(desk, "2026-11-24 07.31", desk.superior) == ""
    assert await gets_on(desk, "2026-11-26 07.31", desk.superior)


async def test_after_an_outage_in_the_morning_it_comes_late_but_not_in_the_evening(desk: Desk) -> None:
    await desk.taken()
    assert await gets_on(desk, "2026-11-24 11.00", desk.superior)
    assert await gets_on(desk, "2026-11-25 18.00", desk.superior) == ""


async def test_two_processes_send_it_once(desk: Desk) -> None:
    await desk.taken()
    town = desk.town
    town.now = town.now.replace(hour=7, minute=31) + timedelta(days=1)
    sent = await asyncio.gather(*(send_digests(town.database, town.office, town.now) for _ in range(3)))
    assert sum(sent) == 2  # the superior and the head
    await town.sender.send_due()
    assert len(digests_of(desk.superior)) == 1


async def test_files_of_digests_are_not_kept_for_ever(desk: Desk) -> None:
    await desk.answered()
    await desk.superior.says("ringkasan")
    assert len(desk.superior.last.files) == 2
    async with desk.town.database.reading(desk.town.now) as work:
        before = await work.attachments.stored_names()
    await desk.superior.says("ringkasan mati")
    await desk.head.says("ringkasan mati")
    await desk.town.passes(days=8)
    async with desk.town.database.reading(desk.town.now) as work:
        after = await work.attachments.stored_names()
    assert len(before - after) == 2
    assert after, "the case's own papers stay"
    assert all(desk.town.database.files.get(name) is None for name in before - after)


async def test_officers_do_not_have_the_word(desk: Desk) -> None:
    await desk.officer.says("ringkasan")
    desk.officer.hears("desk-unknown")


async def test_the_figures_are_those_of_the_queue(desk: Desk) -> None:
    """What the digest counts as open is what reminders and the queue know."""
    await desk.taken()
    await desk.answered()
    await desk.complaint()
    async with desk.town.database.reading(desk.town.now) as work:
        rounds: list[OpenRound] = await work.cases.open_rounds()
    await desk.superior.says("ringkasan")
    desk.superior.reads(f"Terbuka {len(rounds)}:")
    assert {one.due for one in rounds} == {date(2026, 12, 11)}


async def test_what_was_late_stays_late_when_it_is_called_a_suggestion(desk: Desk) -> None:
    _, number = await desk.taken()
    await desk.taken()
    await desk.town.until("2027-01-04 09.00")
    await desk.superior.says("ringkasan bulanan")
    desk.superior.reads("Terjawab tepat waktu dalam masa itu: 0 dari 2 (0%)")
    await desk.officer.says(f"jadikan saran {number} tidak ada objeknya")
    await desk.officer.says("ya")
    await desk.superior.says("ringkasan bulanan")
    desk.superior.reads("0 dari 2 (0%)")
    await desk.officer.says(f"pulihkan {number} ternyata ada buktinya")
    assert (await desk.case(number)).kind == "complaint"
    await desk.superior.says("ringkasan harian")
    desk.superior.reads("dibuka lagi 0")
    await desk.superior.says("ringkasan bulanan")
    desk.superior.reads("0 dari 2 (0%)")


async def test_what_was_not_late_yet_leaves_no_trace_in_the_share(desk: Desk) -> None:
    _, number = await desk.taken()
    await desk.officer.says(f"jadikan saran {number} tidak ada objeknya")
    await desk.officer.says("ya")
    assert (await desk.case(number)).kind == "suggestion"
    await desk.town.until("2027-01-04 09.00")
    await desk.superior.says("ringkasan bulanan")
    desk.superior.reads("belum ada yang jatuh tempo atau dijawab")


async def test_a_suggestion_that_is_studied_is_counted_like_any(desk: Desk) -> None:
    _, number = await desk.studied()
    await desk.officer.says(f"jadikan saran {number} tidak ada objeknya")
    await desk.officer.says("ya")
    await desk.superior.says("ringkasan")
    desk.superior.reads("saran 1")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("jam 7", "pukul 07.00"),
        ("pukul 6.05", "pukul 06.05"),
        ("06.45", "pukul 06.45"),
        ("mingguan mati jam 7", "harian, bulanan, triwulan; pukul 07.00"),
        ("semua", "Yang dihitung: seluruh kantor"),
        ("seluruh kantor", "Yang dihitung: seluruh kantor"),
        ("minggu lalu", "Ringkasan pekan 16-22 November 2026"),
        ("bulan lalu", "Ringkasan Oktober 2026"),
        ("jam 16.00", "paling lambat sebelum pukul"),
        ("jam 25.00", 'Tulis "ringkasan harian"'),
        ("23.11.2026", 'Tulis "ringkasan harian"'),
        ("tanggal 20.11", 'Tulis "ringkasan harian"'),
        ("3 bulan", 'Tulis "ringkasan harian"'),
        ("mingguan jam 06.00", 'Tulis "ringkasan harian"'),
    ],
)
async def test_every_word_of_a_setting_is_understood_or_none(desk: Desk, words: str, answer: str) -> None:
    await desk.taken()
    await desk.superior.says(f"ringkasan {words}")
    desk.superior.reads(answer)


async def test_who_does_not_work_here_any_more_gets_nothing_that_still_waits(desk: Desk) -> None:
    await desk.town.until("2026-11-24 06.00")
    await desk.complaint()
    await desk.town.until("2026-11-25 07.30")
    await desk.head.says("keluarkan Agus")
    await desk.head.presses("Ya, hapus")
    known = len(desk.superior._all())
    await desk.superior.says("halo")
    assert [m for m in digests_of(desk.superior, known) if "template-digest" not in m.ids] == []
