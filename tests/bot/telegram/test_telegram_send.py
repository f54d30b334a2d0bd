"""Sending: what arrives, and what each refusal means."""

from dataclasses import replace
from typing import NoReturn

import httpx
import pytest
from telegram import Bot

from bot.channel import DeliveryState, SendTrouble, TryLater, Uncertain, Undeliverable
from bot.rate import Rate, RateEach
from bot.telegram.group import NoGroup
from bot.telegram.send import Rates, Sender
from messages.envelope import Choice, OutgoingFile
from tests.bot.telegram.stage import FAST, Stage, posted

CHART = OutgoingFile(7, "grafik.png", "image/png")
BOOK = OutgoingFile(8, "buku.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")


async def test_what_is_sent_arrives_and_ok_is_the_evidence(stage: Stage) -> None:
    person = stage.server.person()
    async with stage.running() as channel:
        sent = await channel.send(posted(("Pengaduan tercatat.", "Nomor: ADU-2026-00412-6")))
        heard = await person.hears()
        assert await channel.find(posted()) is None
    assert heard.text == "Pengaduan tercatat.\nNomor: ADU-2026-00412-6"
    assert sent.state == DeliveryState.DELIVERED
    assert [one.rpartition("/")[2] for one in sent.provider_ids] == [str(heard.message_id)]
    (call,) = stage.server.called("sendMessage")
    assert "parse_mode" not in call.params
    assert call.parsed("link_preview_options") == {"is_disabled": True}


async def test_a_long_text_comes_in_parts_with_the_buttons_last(stage: Stage) -> None:
    person = stage.server.person()
    paragraphs = tuple(f"Paragraf {number}. " + "kata " * 300 for number in range(6))
    async with stage.running() as channel:
        sent = await channel.send(posted(paragraphs, choices=(Choice("k", "Kirim", 1),)))
    assert len(person.heard) == len(sent.provider_ids) == 3
    assert [heard.labels for heard in person.heard] == [(), (), ("Kirim",)]
    assert all(heard.text.startswith("Paragraf") for heard in person.heard)
    assert " ".join(heard.text for heard in person.heard).split() == " ".join(paragraphs).split()


async def test_files_are_sent_as_what_they_are(stage: Stage) -> None:
    person = stage.server.person()
    stage.kept.files.update({7: b"png", 8: b"xlsx"})
    async with stage.running() as channel:
        await channel.send(posted("Ringkasan", files=(CHART, BOOK)))
    photo, document, text = person.heard
    assert ("photo" in photo.raw, photo.content) == (True, b"png")
    assert (document.file_name, document.content) == ("buku.xlsx", b"xlsx")
    assert text.text == "Ringkasan"


async def test_a_text_under_a_picture_is_its_caption_with_the_buttons(stage: Stage) -> None:
    person = stage.server.person()
    stage.kept.files.update({7: b"png", 8: b"xlsx"})
    digest = posted("Terbuka 4", choices=(Choice("k", "Beban", 1),), files=(CHART, BOOK), captioned=True)
    async with stage.running() as channel:
        await channel.send(digest)
    photo, document = person.heard
    assert (photo.raw["caption"], photo.labels, photo.content) == ("Terbuka 4", ("Beban",), b"png")
    assert document.file_name == "buku.xlsx"


async def test_a_text_under_a_picture_that_is_gone_still_comes_with_its_buttons(stage: Stage) -> None:
    person = stage.server.person()
    digest = posted("Terbuka 4", choices=(Choice("k", "Beban", 1),), files=(CHART,), captioned=True)
    async with stage.running() as channel:
        await channel.send(digest)
    assert [(heard.text, heard.labels) for heard in person.heard] == [("Terbuka 4", ("Beban",))]


async def test_a_picture_that_telegram_does_not_show_goes_as_a_document(stage: Stage) -> None:
    person = stage.server.person()
    stage.kept.files[7] = b"png"
    stage.server.fails("sendPhoto", 400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
    async with stage.running() as channel:
        await channel.send(posted("", files=(CHART,)))
    assert [heard.file_name for heard in person.heard] == ["grafik.png"]


async def test_a_file_that_is_gone_is_named(stage: Stage) -> None:
    person = stage.server.person()
    async with stage.running() as channel:
        await channel.send(posted("Terlampir", files=(BOOK,)))
    assert [heard.text for heard in person.heard] == ["buku.xlsx", "Terlampir"]


LATER = [
    (500, "Internal Server Error", None, "network"),
    (502, "Bad Gateway", None, "network"),
    (429, "Too Many Requests: retry after 7", 7, "429"),
    (401, "Unauthorized", None, "token"),
]
NEVER = [
    (403, "Forbidden: bot was blocked by the user", "blocked"),
    (403, "Forbidden: user is deactivated", "deactivated"),
    (403, "Forbidden: bot can't initiate conversation with a user", "not_started"),
    (403, "Forbidden: something new", "forbidden"),
    (400, "Bad Request: chat not found", "chat_not_found"),
    (400, "Bad Request: BUTTON_DATA_INVALID", "bad_button"),
    (400, "Bad Request: something new", "bad_request"),
    (413, "Request Entity Too Large", "too_large"),
]


@pytest.mark.parametrize(("status", "description", "after", "code"), LATER)
async def test_what_may_be_repeated(stage: Stage, status: int, description: str, after: int | None, code: str) -> None:
    person = stage.server.person()
    async with stage.running() as channel:
        stage.server.fails("sendMessage", status, description, retry_after=after)
        with pytest.raises(TryLater) as trouble:
            await channel.send(posted())
        assert (trouble.value.code, trouble.value.after) == (code, after)
        assert trouble.value.whole_channel == (code == "token")
        await channel.send(posted())
    assert len(person.heard) == 1


@pytest.mark.parametrize(("status", "description", "code"), NEVER)
async def test_what_will_never_arrive(stage: Stage, status: int, description: str, code: str) -> None:
    stage.server.person()
    async with stage.running() as channel:
        stage.server.fails("sendMessage", status, description)
        with pytest.raises(Undeliverable) as trouble:
            await channel.send(posted())
    assert trouble.value.code == code


async def test_somebody_who_blocked_the_bot_and_strangers_are_undeliverable(stage: Stage) -> None:
    await stage.server.person().blocks()
    async with stage.running() as channel:
        for to, code in ((5001, "blocked"), (404, "chat_not_found"), ("bukan angka", "chat_not_found")):
            with pytest.raises(Undeliverable) as trouble:
                await channel.send(posted(to=to))
            assert trouble.value.code == code


async def test_a_message_of_nothing_is_undeliverable(stage: Stage) -> None:
    async with stage.running() as channel:
        with pytest.raises(Undeliverable, match="empty"):
            await channel.send(posted(""))


async def test_a_chat_that_is_limited_is_not_the_whole_bot_but_two_are(stage: Stage) -> None:
    stage.server.person(1)
    stage.server.person(2)
    async with stage.running() as channel:
        stage.server.fails("sendMessage", 429, "Too Many Requests", retry_after=9, times=4)
        told = []
        for to in (1, 1, 2, 1):
            with pytest.raises(TryLater) as trouble:
                await channel.send(posted(to=to))
            told.append(trouble.value.whole_channel)
    assert told == [False, False, True, True]


async def test_an_answer_that_is_lost_means_again_but_not_for_ever(stage: Stage) -> None:
    """Telegram cannot be asked what was sent: twice is accepted, never is not, forty times neither."""
    person = stage.server.person()
    stage.server.hangs("sendMessage", after_doing=True, times=5)
    waits = []
    async with stage.running(limits=replace(FAST, call_seconds=0.2)) as channel:
        for _ in range(4):
            with pytest.raises(Uncertain) as trouble:
                await channel.send(posted())
            waits.append(trouble.value.after or 0)
        with pytest.raises(Undeliverable, match="uncertain"):
            await channel.send(posted())
        assert len(person.heard) == 5
        await channel.send(posted("Yang berikutnya", key="2"))
    assert waits == sorted(waits)
    assert waits[0] < 60 < waits[-1]


async def test_one_answer_that_came_ends_the_counting(stage: Stage) -> None:
    stage.server.person()
    async with stage.running(limits=replace(FAST, call_seconds=0.2)) as channel:
        for _ in range(6):
            stage.server.hangs("sendMessage", after_doing=True)
            with pytest.raises(Uncertain):
                await channel.send(posted())
            await channel.send(posted())


@pytest.mark.parametrize(
    ("cause", "trouble", "code"),
    [
        (httpx.ConnectTimeout(""), TryLater, "timeout"),
        (httpx.PoolTimeout(""), TryLater, "timeout"),
        (httpx.WriteTimeout(""), TryLater, "timeout"),
        (httpx.ConnectError(""), TryLater, "network"),
        (httpx.ReadTimeout(""), Uncertain, "timeout"),
        (httpx.ReadError(""), Uncertain, "timeout"),
        (httpx.RemoteProtocolError(""), Uncertain, "timeout"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
async def test_what_cannot_have_been_sent_is_told_from_what_may_have_been(
    stage: Stage, cause: Exception, trouble: type[SendTrouble], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object, **__: object) -> NoReturn:
        raise cause

    stage.server.person()
    async with stage.running() as channel:
        monkeypatch.setattr(httpx.AsyncClient, "request", fails)
        for _ in range(8 if trouble is TryLater else 1):
            with pytest.raises(SendTrouble) as caught:
                await channel.send(posted())
            assert (type(caught.value), caught.value.code) == (trouble, code)
        monkeypatch.undo()


async def test_nobody_there_holds_for_everybody(stage: Stage) -> None:
    channel = stage.channel(api_url="http://127.0.0.1:9")
    with pytest.raises(TryLater) as trouble:
        await channel.send(posted())
    assert trouble.value.whole_channel
    assert not await channel.healthy()
    await channel.stop()


async def test_a_repeat_goes_on_with_the_part_that_failed(stage: Stage) -> None:
    person = stage.server.person()
    stage.kept.files.update({7: b"png", 8: b"xlsx"})
    message = posted("Ringkasan", files=(CHART, BOOK))
    async with stage.running() as channel:
        stage.server.fails("sendDocument", 500)
        with pytest.raises(TryLater):
            await channel.send(message)
        sent = await channel.send(message)
    assert len(person.heard) == len(sent.provider_ids) == 3
    assert [heard.content for heard in person.heard] == [b"png", b"xlsx", b""]


async def test_troubles_show_neither_the_token_nor_the_text(stage: Stage) -> None:
    stage.server.person()
    async with stage.running() as channel:
        stage.server.fails("sendMessage", 400, "Bad Request: rahasia")
        with pytest.raises(SendTrouble) as trouble:
            await channel.send(posted("rahasia"))
    assert str(trouble.value) == "bad_request"
    assert trouble.value.__cause__ is None
    assert trouble.value.__suppress_context__


async def test_a_chat_waits_for_its_own_turn_and_everybody_for_the_bots(stage: Stage) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(round(seconds, 3))

    def stopped() -> float:
        return 1000

    stage.server.person(1)
    stage.server.person(2)
    async with Bot(stage.server.token, base_url=f"{stage.server.url}/bot") as bot:
        overall = Rate(30, burst=4, clock=stopped, sleep=sleep)
        each = RateEach(1, clock=stopped, sleep=sleep)
        sender = Sender(bot, stage.kept, Rates(overall, each, each), NoGroup())
        for to in (1, 1, 1, 2):
            await sender.send(posted(to=to))
        assert waits == [1, 2], "the second and the third to one chat; another chat does not wait for it"
        await sender.send(posted(to=2))
        assert waits == [1, 2, 1, round(1 / 30, 3)], "its own turn, then the bot's"
