"""The local server itself, over the network: as eager to repeat as Twilio, and not more."""

from datetime import timedelta

import httpx
import pytest
from starlette.applications import Starlette

from bot.channel import DeliveryState
from bot.twilio.webhooks import message_webhook
from tests.bot.twilio.stage import PUBLIC_URL, on_stage, posted, until
from tests.servers.telegram import serving
from tests.servers.twilio import TwilioServer


@pytest.mark.parametrize(
    ("fragment", "tries"), [("", 2), ("#rc=0", 1), ("#rc=2", 3), ("#rc=5&rp=all", 6), ("#rc=3&rp=5xx", 1)]
)
async def test_where_nobody_listens_it_tries_as_often_as_the_address_asks(fragment: str, tries: int) -> None:
    async with TwilioServer(repeat_after=0) as server:
        async with server.refusing():
            server.webhook_url = f"{server.url}/twilio/message{fragment}"
            await server.person().writes("P")
        assert [call.status for call in server.calls] == [0] * tries


@pytest.mark.parametrize(("fragment", "tries"), [("", 1), ("#rc=5", 1), ("#rc=2&rp=4xx", 3), ("#rc=1&rp=all", 2)])
async def test_an_answer_is_repeated_only_when_the_address_asks(fragment: str, tries: int) -> None:
    async with TwilioServer(repeat_after=0) as server:
        server.webhook_url = f"{server.url}/nothing-here{fragment}"
        await server.person().writes("P")
        assert [call.status for call in server.calls] == [404] * tries


async def test_a_talk_over_the_network_with_statuses_that_come_by_themselves() -> None:
    async with (
        on_stage(statuses=("sent", "delivered", "read")) as stage,
        serving(Starlette(routes=stage.whatsapp.routes)) as inner,
    ):
        stage.server.reached_at = inner
        stage.server.goes_through(httpx.AsyncHTTPTransport())
        assert stage.server.webhook_url == message_webhook(PUBLIC_URL)
        warga = stage.server.person()
        await warga.writes("lapor")
        await stage.whatsapp.send(posted("Apa yang terjadi?"))
        assert (await warga.hears()).text == "Apa yang terjadi?"
        await until(lambda: len(stage.reports) == 3)
    assert [state for _, _, state, _ in stage.reports] == [
        DeliveryState.SENT,
        DeliveryState.DELIVERED,
        DeliveryState.READ,
    ]


async def test_free_text_outside_the_window_may_also_fail_later() -> None:
    async with on_stage(late_window=True) as stage:
        warga = stage.server.person()
        sid = await warga.writes("lapor")
        stage.server.messages[sid].at -= timedelta(hours=25)
        await stage.whatsapp.send(posted("Jawaban"))
        await until(lambda: stage.reports)
    assert [(state, code) for _, _, state, code in stage.reports] == [(DeliveryState.WINDOW_CLOSED, "63016")]
    assert warga.heard == []
