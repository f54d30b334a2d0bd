"""Messages whose webhook never arrived, found in the provider's list."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.channel import DeliveryState, SettingsTrouble
from bot.twilio.channel import TwilioLimits
from bot.twilio.sweep import SweepTimes
from messages.envelope import Channel, FileTrouble, InboundKind
from tests.bot.twilio.stage import FAST, Stage, on_stage, posted, sweeping, until
from tests.servers.twilio import SMS_FROM


async def test_messages_that_nobody_was_called_for_are_received_oldest_first(stage: Stage) -> None:
    warga = stage.server.person()
    sids = [await warga.writes(text, webhook=False) for text in ("satu", "dua", "tiga")]
    async with sweeping(stage.whatsapp):
        received = await stage.hears_from(3)
    assert [one.text for one in received] == ["satu", "dua", "tiga"]
    assert [one.provider_id for one in received] == sids
    assert [one.message_ref for one in received] == sids
    assert [one.at for one in received] == [stage.server.messages[sid].at for sid in sids]


async def test_more_than_a_page_is_found(stage: Stage) -> None:
    warga = stage.server.person()
    for number in range(450):
        await warga.writes(str(number), webhook=False)
    async with sweeping(stage.whatsapp):
        await stage.hears_from(450)
    assert stage.texts == [str(number) for number in range(450)]


async def test_media_are_found_through_the_list(stage: Stage) -> None:
    await stage.server.person().sends_media(b"OggS", "audio/ogg; codecs=opus", webhook=False)
    async with sweeping(stage.whatsapp):
        (inbound,) = await stage.hears_from()
    assert [(one.content, one.media_type) for one in inbound.files] == [(b"OggS", "audio/ogg")]


async def test_each_channel_sweeps_its_own_number(stage: Stage) -> None:
    await stage.server.person().writes("lewat WhatsApp", webhook=False)
    await stage.server.person("+6281200000003", "sms").writes("lewat SMS", webhook=False)
    async with sweeping(stage.sms):
        (inbound,) = await stage.hears_from()
    assert (inbound.channel, inbound.account, inbound.text) == (Channel.SMS, SMS_FROM, "lewat SMS")


async def test_what_is_known_is_neither_fetched_nor_received_again(stage: Stage) -> None:
    warga = stage.server.person()
    await warga.sends_media(b"x", "image/png", "foto")
    await warga.writes("akhir", webhook=False)
    async with sweeping(stage.whatsapp):
        await stage.hears_from(2)
    assert stage.texts == ["foto", "akhir"]
    assert len(stage.server.store_requests) == 1


async def test_one_that_cannot_be_received_is_tried_again_and_keeps_nobody_waiting(stage: Stage) -> None:
    warga = stage.server.person()
    await warga.writes("satu", webhook=False)
    await warga.writes("dua", webhook=False)
    stage.troubles = [RuntimeError("not now")]
    async with sweeping(stage.whatsapp):
        await stage.hears_from(2)
    assert stage.texts == ["dua", "satu"]


async def test_one_that_never_can_be_received_keeps_the_sweeps_from_going_back_to_it() -> None:
    times = SweepTimes(every=FAST.every, again=FAST.again, settle=FAST.settle, back=timedelta(minutes=1))
    async with on_stage(limits=TwilioLimits(sweep=times)) as stage:
        stage.refuses.add("rusak")
        sid = await stage.server.person().writes("rusak", webhook=False)
        written = stage.server.messages[sid].at = stage.server.messages[sid].at - timedelta(hours=1)
        async with sweeping(stage.whatsapp):
            await until(lambda: any(since and since > written for since in stage.server.lists_since))
            await stage.server.person().writes("sesudahnya", webhook=False)
            await stage.hears_from(1)
            stage.refuses.clear()
            await stage.hears_from(2)
    assert stage.texts == ["sesudahnya", "rusak"], "it was kept aside, though no list shows it any more"


@pytest.mark.parametrize("status", [404, 410, 403])
async def test_media_that_are_gone_do_not_keep_the_words_back(stage: Stage, status: int) -> None:
    warga = stage.server.person()
    stage.server.media_lists[await warga.sends_media(b"x", "image/png", "foto", webhook=False)] = status
    stage.server.media_lists[await warga.sends_media(b"x", "image/png", webhook=False)] = status
    async with sweeping(stage.whatsapp):
        first, second = await stage.hears_from(2)
    assert [(one.kind, one.text) for one in (first, second)] == [
        (InboundKind.MESSAGE, "foto"),
        (InboundKind.MESSAGE, ""),
    ]
    for inbound in (first, second):
        assert [(file.content, file.trouble) for file in inbound.files] == [(None, FileTrouble.UNAVAILABLE)]


@pytest.mark.parametrize("status", [401, 429, 500])
async def test_media_that_are_not_to_be_had_now_are_waited_for_and_keep_nobody_else_waiting(
    stage: Stage, status: int
) -> None:
    warga = stage.server.person()
    sid = await warga.sends_media(b"gambar", "image/png", "foto", webhook=False)
    stage.server.media_lists[sid] = status
    await warga.writes("sesudahnya", webhook=False)
    async with sweeping(stage.whatsapp):
        await stage.hears_from(1)
        assert stage.texts == ["sesudahnya"]
        del stage.server.media_lists[sid]
        await stage.hears_from(2)
    assert [file.content for file in stage.received[1].files] == [b"gambar"]


async def test_more_failures_than_can_be_kept_aside_are_looked_for_again() -> None:
    times = SweepTimes(every=FAST.every, again=FAST.again, settle=FAST.settle, back=timedelta(0))
    async with on_stage(limits=TwilioLimits(sweep=times)) as stage:
        texts = {f"rusak {number}" for number in range(120)}
        stage.refuses |= texts
        for text in sorted(texts):
            await stage.server.person().writes(text, webhook=False)
        async with sweeping(stage.whatsapp):
            await until(lambda: len(stage.server.lists_since) > 6)
            stage.refuses.clear()
            await stage.hears_from(120)
    assert set(stage.texts) == texts


async def test_what_was_written_before_the_first_start_is_not_ours_to_answer() -> None:
    began = datetime.now(UTC)

    async def first_start(channel: Channel, number: str) -> datetime:
        return began

    async with on_stage(first_start=first_start) as stage:
        warga = stage.server.person()
        early = await warga.writes("kepada petugas, minggu lalu", webhook=False)
        stage.server.messages[early].at -= timedelta(hours=1)
        await warga.writes("kepada bot", webhook=False)
        async with sweeping(stage.whatsapp):
            await stage.hears_from(1)
            await until(lambda: stage.server.lists > 4)
    assert stage.texts == ["kepada bot"]


async def test_a_list_that_cannot_be_read_is_read_later(stage: Stage) -> None:
    await stage.server.person().writes("satu", webhook=False)
    stage.server.list_is_broken = True
    async with sweeping(stage.whatsapp):
        assert not await stage.whatsapp.healthy()
        stage.server.list_is_broken = False
        await stage.hears_from()
    assert stage.texts == ["satu"]


async def test_a_young_message_is_left_to_its_webhook_but_not_for_long() -> None:
    hour = timedelta(hours=1)
    times = SweepTimes(every=FAST.every, again=FAST.again, settle=hour, back=3 * hour)
    async with on_stage(limits=TwilioLimits(sweep=times)) as stage:
        warga = stage.server.person()
        await warga.writes("sebelum mulai", webhook=False)
        async with sweeping(stage.whatsapp):
            await stage.hears_from(1)
            sid = await warga.writes("baru", webhook=False)
            await warga.writes("juga baru")
            before = stage.server.lists
            await until(lambda: stage.server.lists > before + 4)
            assert stage.texts == ["sebelum mulai", "juga baru"]
            stage.server.messages[sid].at -= 2 * hour
            await stage.hears_from(3)
    assert stage.texts == ["sebelum mulai", "juga baru", "baru"]


async def test_statuses_whose_callback_was_lost_are_found_too(stage: Stage) -> None:
    warga = stage.server.person()
    await warga.writes("lapor")
    sent = await stage.whatsapp.send(posted("Pengaduan tercatat."))
    warga.heard[-1].status_callback = ""
    await warga.marks_read()
    async with sweeping(stage.whatsapp):
        await until(lambda: stage.reports)
    assert stage.reports == [(Channel.WHATSAPP, sent.provider_ids[0], DeliveryState.READ, "")]


async def test_start_says_in_one_line_that_the_token_is_wrong() -> None:
    async with on_stage(token="another") as stage:
        with pytest.raises(SettingsTrouble) as caught:
            await stage.whatsapp.start()
        assert "TWILIO_AUTH_TOKEN" in str(caught.value)
        assert "another" not in str(caught.value)
        assert not await stage.whatsapp.healthy()


async def test_start_goes_on_while_twilio_is_away(stage: Stage) -> None:
    async with stage.server.refusing():
        await stage.whatsapp.start()
    await stage.whatsapp.start()
    assert await stage.whatsapp.healthy()
