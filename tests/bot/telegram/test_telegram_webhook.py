"""The webhook: only Telegram gets in, and it hears 200 only for what was received."""

import asyncio
from dataclasses import replace

import httpx
import pytest

from bot.channel import SettingsTrouble
from tests.bot.telegram.stage import FAST, SECRET, Stage

HEADER = "X-Telegram-Bot-Api-Secret-Token"
UPDATE = {
    "update_id": 5,
    "message": {
        "message_id": 1,
        "date": 1795000000,
        "chat": {"id": 5001, "type": "private"},
        "from": {"id": 5001, "is_bot": False, "first_name": "Warga"},
        "text": "palsu",
    },
}


async def test_messages_come_in_order_and_are_acknowledged(stage: Stage) -> None:
    async with stage.running("webhook"):
        for text in ("a", "b", "c"):
            await stage.server.person().writes(text)
        await stage.server.settled()
    assert stage.receiver.texts == ["a", "b", "c"]
    assert [status for _, status in stage.server.deliveries] == [200, 200, 200]


async def test_what_is_not_received_is_answered_500_and_repeated(stage: Stage) -> None:
    stage.receiver.raises["b"] = 2
    async with stage.running("webhook"):
        for text in ("a", "b", "c"):
            await stage.server.person().writes(text)
        await stage.server.settled()
    assert stage.receiver.texts == ["a", "b", "c"]
    assert stage.receiver.tried == ["a", "b", "b", "b", "c"]
    assert [status for _, status in stage.server.deliveries] == [200, 500, 500, 200, 200]


async def test_a_slow_file_is_waited_for_over_several_deliveries_and_fetched_once(stage: Stage) -> None:
    stage.server.hangs("file")
    async with stage.running("webhook", limits=replace(FAST, webhook_seconds=0.1)):
        await stage.server.person().sends_photo(b"gambar", "lihat")
        await stage.server.person(2).writes("sementara itu")
        await stage.until("sementara itu")
        assert stage.receiver.texts == ["sementara itu"]
        await stage.server.settled()
    first, *_, last = [status for update_id, status in stage.server.deliveries if update_id == 820_000_000]
    assert (first, last) == (503, 200)
    assert [file.content for file in stage.receiver.inbounds[1].files] == [b"gambar"]
    assert len(stage.server.called("getFile")) == 2, "the two tries of one fetching"
    assert stage.receiver.tried.count("lihat") == 1


async def test_what_failed_after_its_delivery_was_let_go_is_told_to_the_next_one(stage: Stage) -> None:
    stage.receiver.raises["b"] = 1
    held = stage.receiver.holds["b"] = asyncio.Event()
    async with stage.running("webhook", limits=replace(FAST, webhook_seconds=0.05)):
        await stage.server.person().writes("b")
        await stage.when(lambda: bool(stage.server.deliveries))
        held.set()
        await stage.server.settled()
    statuses = [status for _, status in stage.server.deliveries]
    assert statuses.index(503) < statuses.index(500) < statuses.index(200)
    assert stage.receiver.texts == ["b"]


async def test_what_came_while_nobody_listened_is_delivered_afterwards(stage: Stage) -> None:
    async with stage.running("webhook"):
        pass
    await stage.server.person().writes("malam-malam")
    async with stage.running("webhook"):
        await stage.until("malam-malam")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {HEADER: ""},
        {HEADER: "salah"},
        {HEADER: SECRET + "x"},
        {HEADER: SECRET[:-1]},
        {HEADER: "\xff\xfe"},
    ],
    ids=["none", "empty", "wrong", "longer", "shorter", "not ascii"],
)
async def test_without_the_secret_nothing_is_received(stage: Stage, headers: dict[str, str]) -> None:
    raw = {name.encode(): value.encode("latin-1") for name, value in headers.items()}
    async with stage.running("webhook"), httpx.AsyncClient(trust_env=False) as client:
        assert stage.server.webhook is not None
        answer = await client.post(stage.server.webhook.url, json=UPDATE, headers=raw)
    assert answer.status_code == 403
    assert stage.receiver.tried == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[]", 400),
        (b'"x"', 400),
        (b'{"update_id": "5"}', 400),
        (b'{"update_id": 5, "message": {"message_id": 1}}', 400),
        (b"[" * 100_000, 400),
        (b'{"update_id": 5, "x": "' + b"x" * (1024 * 1024) + b'"}', 413),
        (b'{"update_id": 5, "something_new": {"of": "tomorrow"}}', 200),
    ],
    ids=["empty", "cut", "list", "text", "id", "half a message", "deep", "huge", "unknown kind"],
)
async def test_bodies(stage: Stage, body: bytes, status: int) -> None:
    async with stage.running("webhook"), httpx.AsyncClient(trust_env=False) as client:
        assert stage.server.webhook is not None
        answer = await client.post(stage.server.webhook.url, content=body, headers={HEADER: SECRET})
    assert answer.status_code == status
    assert stage.receiver.tried == []


async def test_only_posts_are_taken(stage: Stage) -> None:
    async with stage.running("webhook"), httpx.AsyncClient(trust_env=False) as client:
        assert stage.server.webhook is not None
        assert (await client.get(stage.server.webhook.url)).status_code == 405


async def test_the_address_holds_no_token_and_the_kinds_are_listed(stage: Stage) -> None:
    async with stage.running("webhook"):
        (call,) = stage.server.called("setWebhook")
        assert stage.server.webhook is not None
    assert stage.server.webhook.url.endswith("/telegram")
    assert call.parsed("allowed_updates") == ["message", "edited_message", "callback_query", "my_chat_member"]


async def test_in_polling_mode_there_is_no_route(stage: Stage) -> None:
    async with stage.running() as channel:
        assert list(channel.routes) == []


async def test_an_address_that_telegram_refuses_stops_the_start(stage: Stage) -> None:
    channel = stage.channel(mode="webhook", public_url="http://dinas.example", webhook_secret=SECRET)
    with pytest.raises(SettingsTrouble, match="PUBLIC_URL"):
        await channel.start()
    await channel.stop()


@pytest.mark.parametrize("missing", [{"public_url": None}, {"webhook_secret": ""}])
async def test_webhook_mode_needs_an_address_and_a_secret(stage: Stage, missing: dict[str, str | None]) -> None:
    settings = {"public_url": "https://dinas.example", "webhook_secret": SECRET} | missing
    with pytest.raises(SettingsTrouble, match="webhook"):
        stage.channel(mode="webhook", **settings)
