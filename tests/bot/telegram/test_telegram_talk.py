"""A person on the local server meets the channel: files, albums, edits, buttons, blocking; start and logs."""

import asyncio
import logging

import pytest
import structlog

from bot.channel import SettingsTrouble
from bot.telegram.channel import Limits
from bot.telegram.polling import Pauses
from messages.envelope import Choice, FileTrouble, InboundKind
from tests.bot.telegram.stage import FAST, Stage, posted

ASK = (Choice("q:1:yes", "Ya", 1), Choice("q:1:no", "Bukan", 2))


async def test_an_album_arrives_with_its_pictures_and_one_mark(stage: Stage) -> None:
    async with stage.running():
        await stage.server.person().sends_album([b"satu", b"dua", b"tiga"], "tah kieu kaayaanna")
        await stage.server.settled()
    contents = [file.content for inbound in stage.receiver.inbounds for file in inbound.files]
    assert contents == [b"satu", b"dua", b"tiga"]
    assert stage.receiver.texts == ["tah kieu kaayaanna", "", ""]
    assert len({inbound.album for inbound in stage.receiver.inbounds}) == 1
    assert stage.receiver.inbounds[0].album


async def test_an_edit_refers_to_the_message_as_it_came(stage: Stage) -> None:
    person = stage.server.person()
    async with stage.running():
        await person.edits(await person.writes("tgl 17"), "tgl 18")
        await stage.server.settled()
    came, edit = stage.receiver.inbounds
    assert (edit.kind, edit.text) == (InboundKind.EDIT, "tgl 18")
    assert edit.refers_to == came.message_ref
    assert edit.provider_id != came.provider_id


async def test_a_pressed_button_is_answered_after_it_is_received(stage: Stage) -> None:
    person = stage.server.person()
    held = stage.receiver.holds[""] = asyncio.Event()
    async with stage.running() as channel:
        await channel.send(posted("Benar?", choices=ASK))
        assert (await person.hears()).labels == ("Ya", "Bukan")
        await person.presses("Bukan")
        await stage.when(lambda: bool(stage.receiver.tried))
        assert stage.server.called("answerCallbackQuery") == []
        held.set()
        await stage.server.settled()
        await stage.when(lambda: bool(stage.server.called("answerCallbackQuery")))
    assert [inbound.choice for inbound in stage.receiver.inbounds] == ["q:1:no"]


async def test_a_button_that_cannot_be_answered_harms_nothing(stage: Stage) -> None:
    person = stage.server.person()
    stage.server.fails("answerCallbackQuery", 400, "Bad Request: query is too old", times=9)
    async with stage.running() as channel:
        await channel.send(posted("Benar?", choices=ASK))
        await person.presses("Ya")
        await person.writes("lanjut")
        await stage.until("lanjut")


async def test_a_quote_refers_to_what_the_bot_said(stage: Stage) -> None:
    person = stage.server.person()
    async with stage.running() as channel:
        sent = await channel.send(posted("Jawaban untuk ADU-2026-00412-6"))
        await person.replies((await person.hears()).message_id, "belum selesai")
        await stage.until("belum selesai")
    assert stage.receiver.inbounds[0].refers_to == sent.provider_ids[0].rpartition("/")[2]


async def test_blocking_and_coming_back(stage: Stage) -> None:
    person = stage.server.person()
    async with stage.running():
        await person.blocks()
        await person.unblocks()
        await stage.server.settled()
    assert [inbound.kind for inbound in stage.receiver.inbounds] == [
        InboundKind.BLOCKED,
        InboundKind.UNBLOCKED,
    ]


async def test_a_file_known_to_be_too_large_is_not_asked_for(stage: Stage) -> None:
    limits = Limits(poll_seconds=2, file_bytes=10, pauses=FAST.pauses)
    async with stage.running(limits=limits):
        await stage.server.person().sends_document(b"x" * 11, "besar.pdf", caption="buktinya")
        await stage.until("buktinya")
    (file,) = stage.receiver.inbounds[0].files
    assert (file.content, file.trouble, file.name) == (None, FileTrouble.TOO_LARGE, "besar.pdf")
    assert stage.server.called("getFile") == []


async def test_a_file_that_telegram_finds_too_large(stage: Stage) -> None:
    stage.server.file_limit = 10
    async with stage.running():
        await stage.server.person().sends_document(b"x" * 11, "besar.pdf", caption="buktinya")
        await stage.until("buktinya")
    assert stage.receiver.inbounds[0].files[0].trouble == FileTrouble.TOO_LARGE


@pytest.mark.parametrize(
    ("method", "failures", "trouble"),
    [
        ("getFile", 1, None),
        ("getFile", 2, FileTrouble.UNAVAILABLE),
        ("file", 1, None),
        ("file", 2, FileTrouble.UNAVAILABLE),
    ],
)
async def test_a_file_is_tried_twice_and_never_holds_its_message_up(
    stage: Stage, method: str, failures: int, trouble: FileTrouble | None
) -> None:
    stage.server.fails(method, 500, times=failures)
    async with stage.running():
        await stage.server.person().sends_photo(b"gambar", "lihat")
        await stage.until("lihat")
    (file,) = stage.receiver.inbounds[0].files
    assert file.trouble == trouble
    assert file.content == (None if trouble else b"gambar")


async def test_a_download_that_hangs_is_given_up(stage: Stage) -> None:
    stage.server.hangs("file", times=2)
    async with stage.running():
        await stage.server.person().sends_voice(b"suara", 12)
        await stage.server.settled()
    (file,) = stage.receiver.inbounds[0].files
    assert (file.trouble, file.seconds) == (FileTrouble.UNAVAILABLE, 12)


async def test_starting_sets_the_menus_and_learns_the_name(stage: Stage) -> None:
    menus = {
        "id": [("lapor", "Buat laporan")],
        "su": [("lapor", "Ngadamel laporan")],
        "en": [("lapor", "Report")],
    }
    async with stage.running(commands=menus) as channel:
        assert channel.username == stage.server.username
        assert await channel.healthy()
    assert {language: menu[0]["description"] for language, menu in stage.server.menus.items()} == {
        "": "Buat laporan",
        "id": "Buat laporan",
        "su": "Ngadamel laporan",
        "en": "Report",
    }


async def test_polling_takes_a_forgotten_webhook_away_and_keeps_what_waits(stage: Stage) -> None:
    async with stage.running("webhook"):
        assert stage.server.webhook is not None
    await stage.server.person().writes("menunggu")
    async with stage.running():
        await stage.until("menunggu")
    assert stage.server.webhook is None


async def test_a_token_that_telegram_does_not_know_stops_the_start(stage: Stage) -> None:
    channel = stage.channel()
    stage.server.token = "700100:another"
    with pytest.raises(SettingsTrouble, match="TELEGRAM_BOT_TOKEN"):
        await channel.start()
    assert not await channel.healthy()
    await channel.stop()


@pytest.mark.parametrize("token", ["", "x", "abc:def", "123:", "123"])
async def test_a_malformed_token_is_one_clear_line(stage: Stage, token: str) -> None:
    stage.server.token = token
    with pytest.raises(SettingsTrouble, match="TELEGRAM_BOT_TOKEN"):
        stage.channel()


async def test_when_telegram_is_away_at_the_start_it_is_tried_again(stage: Stage) -> None:
    stage.server.fails("getMe", 502, "Bad Gateway", times=3)
    await stage.server.person().writes("satu")
    async with stage.running() as channel:
        assert channel.username is None
        await stage.until("satu")
        assert channel.username == stage.server.username


async def test_the_token_never_stands_in_a_log(
    stage: Stage, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """With everything at its most talkative: calls, downloads, failures, a server that is gone."""
    caplog.set_level(logging.DEBUG)
    stage.server.fails("getUpdates", 502, "Bad Gateway")
    stage.server.fails("getUpdates", 409, "Conflict")
    stage.server.fails("file", 500, times=2)
    with structlog.testing.capture_logs() as logs:
        async with stage.running() as channel:
            await stage.server.person().sends_photo(b"gambar", "lihat")
            await stage.until("lihat")
            await channel.send(posted("Halo"))
        gone = stage.channel(api_url="http://127.0.0.1:9", limits=Limits(pauses=Pauses(first=0.01, longest=0.01)))
        await gone.start()
        polling = asyncio.create_task(gone.receive_forever())
        await asyncio.sleep(0.1)
        polling.cancel()
        await gone.stop()
    assert logs, "something was logged"
    secret = stage.server.token.partition(":")[2]
    captured = capfd.readouterr()
    # uvicorn's records are those of the local server, which is told the token in its addresses.
    ours = "\n".join(record.getMessage() for record in caplog.records if "uvicorn" not in record.name)
    for text in (ours, str(logs), captured.out, captured.err):
        assert secret not in text
        assert "lihat" not in text
