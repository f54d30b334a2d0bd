"""Thirty calendar days: day 30 is in time, day 31 is not; judged from the first word of substance."""

from datetime import timedelta

import pytest

from messages.envelope import Channel
from rules.days import local_date
from rules.kind import Kind, Why
from tests.talk import Town, at

# Received on Monday, 12 October 2026: day 30 is Wednesday, 11 November.
STORY = "PBG saya keluar 12 oktober tp luasnya salah, 90 m2 jadi 60. mohon dibetulkan. Yayat, Cibening Bungursari"


async def test_day_30_is_in_time(town: Town) -> None:
    town.now = at("2026-11-11 23.50")
    yayat = town.citizen()
    await yayat.says(STORY)
    yayat.hears("review-anything-wrong")
    await yayat.says("kirim")
    yayat.hears("receipt-complaint", "receipt-due")
    case = await town.case(yayat.number)
    assert case.received_on is not None
    assert (local_date(case.brought_at) - case.received_on).days == 30
    assert case.kind == Kind.COMPLAINT


@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WHATSAPP, Channel.SMS, Channel.WEB])
async def test_day_31_is_a_suggestion_and_both_dates_are_said(town: Town, channel: Channel) -> None:
    town.now = at("2026-11-12 00.01")
    yayat = town.citizen(channel)
    await yayat.says(STORY)
    yayat.hears("review-late")
    yayat.reads("12 Oktober 2026", "11 November 2026")
    await yayat.says("kirim")
    yayat.hears("receipt-correction", "receipt-suggestion-late")
    case = await town.case(yayat.number)
    assert (case.kind, case.reasons, case.clocks) == (Kind.SUGGESTION, [Why.LATE], [])


async def test_the_first_word_counts_also_when_it_is_sent_after_midnight(town: Town) -> None:
    town.now = at("2026-11-11 23.50")
    yayat = town.citizen()
    await yayat.says("PBG saya keluar 12 oktober tp luasnya salah, 90 m2 jadi 60")
    await town.until("2026-11-12 07.00")
    await yayat.says("Yayat, Cibening Bungursari")
    yayat.hears("review-anything-wrong")
    await yayat.says("kirim")
    yayat.hears("receipt-complaint")
    case = await town.case(yayat.number)
    assert local_date(case.brought_at).isoformat() == "2026-11-11"
    assert local_date(case.registered_at).isoformat() == "2026-11-12"
    assert case.clocks[-1].start.isoformat() == "2026-11-12", "the clock starts with what was sent"


async def test_a_greeting_before_midnight_is_no_word_of_substance(town: Town) -> None:
    for opening in ("halo", "lapor"):
        town.now = at("2026-11-11 23.58")
        yayat = town.citizen()
        await yayat.says(opening)
        town.now = at("2026-11-12 00.02")
        await yayat.says(STORY)
        yayat.hears("review-late")


async def test_words_that_waited_for_a_button_count_from_when_they_were_said(town: Town) -> None:
    yayat = town.citizen()
    town.now = at("2026-11-10 09.00")
    await yayat.says(STORY)
    await yayat.says("kirim")
    town.now = at("2026-11-11 23.59")
    await yayat.says("PBG rumah ibu saya juga keluar 12 oktober, luasnya salah lagi, 100 m2 jadi 70")
    yayat.hears("case-same-or-new")
    town.now += timedelta(minutes=5)
    await yayat.presses("Laporan baru")
    await yayat.reaches_review(name="Yayat", place="Cibening")
    await yayat.says("kirim")
    yayat.hears("receipt-complaint")
    assert len(await town.cases()) == 2


async def test_a_service_that_is_still_pending_has_no_last_day(town: Town) -> None:
    maya = town.citizen()
    await maya.says(
        "sertifikat standar KBLI 27203 belum keluar juga, berkas lengkap 3 agustus. Maya, Cinangka Bungursari"
    )
    maya.hears("review-anything-wrong")
    maya.reads("belum keluar; berkas lengkap Senin, 3 Agustus 2026")
    await maya.says("kirim")
    maya.hears("receipt-complaint")
    assert (await town.case(maya.number)).flags == []


async def test_a_date_nobody_knows_stays_a_complaint_and_is_flagged_for_the_officer(town: Town) -> None:
    budi = town.citizen()
    await budi.says("petugas loket PBG kasar sekali waktu saya tanya syarat. Budi, Plered")
    budi.hears("intake-when-happened-ask")
    await budi.says("lupa")
    await budi.says("kirim")
    budi.hears("receipt-complaint")
    assert "date_unknown" in (await town.case(budi.number)).flags


async def test_a_vague_month_is_asked_once_more_only_where_it_decides(town: Town) -> None:
    rina = town.citizen()
    await rina.says("PBG saya sudah keluar tapi luasnya salah. Rina, Plered")
    rina.hears("intake-when-received-ask")
    await rina.says("bulan lalu")
    rina.hears("intake-when-vague")
    await rina.says("bulan lalu pokoknya")
    rina.hears("intake-when-about")
    rina.reads("sekitar Oktober 2026")
    await rina.says("kirim")
    case = await town.case(rina.number)
    assert (case.kind, "date_unknown" in case.flags) == (Kind.COMPLAINT, True)


@pytest.mark.parametrize(
    ("said", "heard"), [("30 februari", "intake-when-impossible"), ("besok", "intake-when-future")]
)
async def test_an_impossible_date_is_named_and_asked_once_more_then_left_open(
    town: Town, said: str, heard: str
) -> None:
    rina = town.citizen()
    await rina.says("PBG saya sudah keluar tapi luasnya salah. Rina, Plered")
    await rina.says(said)
    rina.hears(heard, "intake-when-received-ask")
    await rina.says(said)
    rina.hears("intake-when-left-open", "review-when-unknown")


async def test_a_reason_for_being_late_goes_with_it(town: Town) -> None:
    yayat = town.citizen()
    await yayat.says(STORY)
    yayat.hears("review-late")
    assert "Ada alasannya" in yayat.offered
    await yayat.presses("Ada alasannya")
    yayat.hears("review-reason-ask")
    await yayat.says("saya dirawat di RS sampe minggu kemarin")
    yayat.hears("review-reason-noted")
    await yayat.says("kirim")
    case = await town.case(yayat.number)
    assert (case.kind, case.late_reason) == (Kind.SUGGESTION, "saya dirawat di RS sampe minggu kemarin")
