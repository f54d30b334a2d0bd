"""Silence in the middle of a report: one nudge, then what was said becomes a suggestion with a number."""

import asyncio
from datetime import datetime

import pytest

from bot.channel import TryLater
from handlers.silence import nudge_time
from handlers.turn import Timing
from messages.envelope import Channel
from rules.kind import Kind, Why
from storage.database import Database
from tests.talk import JAKARTA, Citizen, Town, a_town, at

STORY = "izin apotek saya di MPP antrinya lama sekali, dari pagi sampai siang belum dilayani"
CHANNELS = [Channel.TELEGRAM, Channel.WHATSAPP, Channel.SMS, Channel.WEB]
AT_ONCE = [Channel.TELEGRAM, Channel.SMS, Channel.WEB]


async def falls_silent(town: Town, channel: Channel) -> Citizen:
    """On Tuesday at 13.10, with the date still to be told."""
    town.now = at("2026-11-24 13.10")
    citizen = town.citizen(channel)
    await citizen.says(STORY)
    assert citizen.heard
    citizen.seen += len(citizen.heard)
    return citizen


@pytest.mark.parametrize("channel", CHANNELS)
async def test_one_nudge_after_twenty_hours_says_everything(town: Town, channel: Channel) -> None:
    citizen = await falls_silent(town, channel)
    await town.until("2026-11-25 09.09")
    citizen.hears_nothing()
    await town.until("2026-11-25 09.11")
    citizen.hears("nudge")
    citizen.reads("13.10", "saran", "nomor")
    assert citizen.offered == ["Teruskan", "Catat sekarang", "Batal"]
    await town.until("2026-11-25 12.00")
    assert len(citizen.heard) == 1, "one nudge"


@pytest.mark.parametrize("channel", AT_ONCE)
async def test_at_hour_24_it_is_a_suggestion_with_a_number_told_at_once(town: Town, channel: Channel) -> None:
    citizen = await falls_silent(town, channel)
    await town.until("2026-11-25 09.11")
    await town.until("2026-11-25 13.11")
    citizen.hears("receipt-suggestion", "receipt-suggestion-silent", "receipt-suggestion-complete")
    case = await town.case(citizen.number)
    assert (case.kind, case.story) == (Kind.SUGGESTION, STORY)
    assert Why.SILENT in case.reasons
    await town.passes(hours=48)
    assert len(await town.cases()) == 1


async def test_whatsapp_holds_the_receipt_sends_one_template_and_gives_it_before_the_next_answer(town: Town) -> None:
    citizen = await falls_silent(town, Channel.WHATSAPP)
    await town.until("2026-11-25 09.11")
    citizen.hears("nudge")
    citizen.seen += 1
    await town.until("2026-11-25 13.11")
    assert [m.ids for m in citizen.heard] == [("template-notice",)]
    (case,) = await town.cases()
    assert citizen.last.template == {"name": "notice", "1": case.number}
    await town.passes(hours=5)
    assert len(citizen.heard) == 1, "one template for all that is held"
    await town.until("2026-11-26 07.45")
    await citizen.says("baca")
    assert citizen.heard[0].ids[0] == "receipt-suggestion"
    citizen.reads(case.number)


async def test_any_word_releases_what_is_held_before_its_own_answer(town: Town) -> None:
    citizen = await falls_silent(town, Channel.WHATSAPP)
    await town.until("2026-11-25 09.11")
    await town.until("2026-11-25 13.11")
    await town.until("2026-11-26 07.45")
    await citizen.says("bantuan")
    assert [m.ids[0] for m in citizen.heard] == ["receipt-suggestion", "help-how"]


async def test_a_silent_report_is_completed_under_its_number(town: Town) -> None:
    citizen = await falls_silent(town, Channel.TELEGRAM)
    await town.until("2026-11-25 09.11")
    await town.until("2026-11-25 13.11")
    number = citizen.number
    await citizen.says("lengkapi")
    await citizen.says("Euis, Wanayasa")
    citizen.hears("complete-confirm")
    await citizen.says("ya")
    case = await town.case(number)
    assert (case.kind, case.clocks[-1].start.isoformat()) == (Kind.COMPLAINT, "2026-11-25")


async def test_one_who_only_forgot_to_send_it_is_told_how_to(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says("petugas loket PBG kasar sekali kemarin waktu saya tanya syarat. Budi Santoso, Plered")
    citizen.hears("review-anything-wrong")
    await town.until("2026-11-24 08.01")
    citizen.hears("nudge")
    await town.until("2026-11-24 09.01")
    citizen.hears("receipt-suggestion-silent", "receipt-suggestion-confirm")
    await citizen.presses("Lengkapi")
    citizen.hears("complete-confirm")
    citizen.reads("Budi Santoso", "Kec. Plered")
    await citizen.presses("Ya, pengaduan")
    citizen.hears("complete-done")


@pytest.mark.parametrize("word", ["P", "halo", "assalamualaikum", "lapor", "🙏", "makasih"])
async def test_nothing_comes_of_a_greeting(town: Town, word: str) -> None:
    citizen = town.citizen()
    await citizen.says(word)
    citizen.seen += len(citizen.heard)
    await town.passes(hours=21)
    await town.passes(hours=5)
    citizen.hears_nothing()
    assert await town.cases() == []


async def test_a_question_left_open_does_not_take_next_weeks_story_for_its_answer(town: Town) -> None:
    budi = town.citizen()
    number = await budi.files()
    await budi.says("tambah")
    budi.hears("add-ask")
    await town.passes(hours=25)
    await budi.says("PBG ibu saya belum keluar sudah tiga bulan padahal berkasnya lengkap")
    budi.hears("case-or-new-one")
    async with town.database.reading(town.now) as work:
        assert await work.cases.entries(await town.case(number)) == []


async def test_photos_without_a_story_are_not_kept_and_that_is_said(town: Town) -> None:
    from tests.files import a_photo

    citizen = town.citizen()
    await citizen.shows(a_photo())
    citizen.hears("intake-story-ask-file")
    await town.passes(hours=24.1)
    citizen.hears("expired-files")
    assert await town.cases() == []


async def test_after_an_outage_it_is_nudged_first_and_waits_again(town: Town) -> None:
    citizen = await falls_silent(town, Channel.TELEGRAM)
    await town.until("2026-11-27 10.00")  # nothing ran for two days
    citizen.hears("nudge")
    citizen.reads("14.00")
    assert await town.cases() == []
    await town.until("2026-11-27 13.59")
    assert await town.cases() == []
    await town.until("2026-11-27 14.01")
    citizen.hears("receipt-suggestion-silent")


async def test_a_nudge_that_meets_trouble_on_its_way_is_sent_when_that_is_over(town: Town) -> None:
    citizen = await falls_silent(town, Channel.TELEGRAM)
    town.lines[Channel.TELEGRAM].troubles.append(TryLater("network"))
    await town.until("2026-11-25 09.11")
    citizen.hears_nothing()
    await town.passes(minutes=1)
    citizen.hears("nudge")


async def test_an_answer_to_the_nudge_goes_on_where_it_was(town: Town) -> None:
    for word in ("Teruskan", "1", "kemarin"):
        citizen = await falls_silent(town, Channel.WHATSAPP)
        await town.until("2026-11-25 09.11")
        before = citizen.last
        assert "nudge" in before.ids
        await citizen.says(word)
        asked = [i for i in citizen.last.ids if i.startswith("intake-") and "ask" in i]
        assert asked, citizen.text
        await town.until("2026-11-25 13.30")
        assert "receipt-suggestion" not in citizen.last.ids, "the answer started the waiting anew"
        await citizen.says("batal")
        await citizen.says("hapus")


@pytest.mark.parametrize("word", ["Catat sekarang", "2"])
async def test_note_it_now(town: Town, word: str) -> None:
    citizen = await falls_silent(town, Channel.WHATSAPP)
    await town.until("2026-11-25 09.11")
    await citizen.says(word)
    citizen.hears("receipt-suggestion", "receipt-suggestion-complete")
    assert (await town.case(citizen.number)).story == STORY


async def test_cancel_from_the_nudge_says_what_is_lost(town: Town) -> None:
    citizen = await falls_silent(town, Channel.TELEGRAM)
    await town.until("2026-11-25 09.11")
    await citizen.presses("Batal")
    citizen.hears("cancel-ask")
    await citizen.presses("Hapus")
    citizen.hears("cancel-erased")
    await town.passes(hours=30)
    assert await town.cases() == []


async def test_two_clocks_on_one_database_make_one_case(town: Town) -> None:
    citizen = await falls_silent(town, Channel.TELEGRAM)
    await town.until("2026-11-25 09.11")
    town.now = at("2026-11-25 13.11")
    await asyncio.gather(town.clock.silence(), town.clock.silence())
    await town.sender.send_due()
    assert len(await town.cases()) == 1
    assert sum("receipt-suggestion" in m.ids for m in citizen.heard) == 1


async def test_settings_shorter_than_a_day_know_no_quiet_hours(database: Database) -> None:
    async with a_town(database, "2026-11-23 21.00", nudge=0.5, expire=1) as town:
        citizen = town.citizen()
        await citizen.says(STORY)
        await town.passes(minutes=31)
        citizen.hears("nudge")
        await town.passes(minutes=31)
        citizen.hears("receipt-suggestion-silent")


@pytest.mark.parametrize(
    ("said", "nudged"),
    [
        ("2026-11-24 13.10", "2026-11-25 09.10"),  # plainly twenty hours later
        ("2026-11-24 12.00", "2026-11-25 08.00"),
        ("2026-11-24 08.01", "2026-11-24 19.30"),  # 04.01 is night, and 08.00 would leave a minute: the evening before
        ("2026-11-24 10.00", "2026-11-25 08.00"),  # 06.00 is night; 08.00 still fits
        ("2026-11-24 07.00", "2026-11-24 19.30"),  # 03.00 is night, and at 08.00 it has expired
        ("2026-11-24 23.59", "2026-11-25 19.59"),
        ("2026-11-24 00.30", "2026-11-24 19.30"),  # 20.30 is night: the same evening
    ],
)
def test_the_nudge_comes_between_eight_and_twenty(said: str, nudged: str) -> None:
    found = nudge_time(at(said), Timing(), JAKARTA)
    local: datetime = found.astimezone(JAKARTA)
    assert local == at(nudged)
    assert 8 <= local.hour < 20
