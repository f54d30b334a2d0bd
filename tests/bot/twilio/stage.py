"""The channels with the local Twilio server, and a receiver that writes down what it gets."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
from starlette.applications import Starlette

from bot.channel import DeliveryState, Posted
from bot.twilio.channel import FirstStart, TwilioAccount, TwilioChannel, TwilioLimits, twilio_channels
from bot.twilio.sweep import SweepTimes
from bot.twilio.webhooks import message_webhook
from messages.envelope import Channel, Choice, Inbound, Outgoing, OutgoingFile
from tests.servers.twilio import ACCOUNT_SID, AUTH_TOKEN, SMS_FROM, WHATSAPP_FROM, TwilioServer

PUBLIC_URL = "https://aduan.example"
FAST = SweepTimes(every=timedelta(seconds=0.05), again=timedelta(seconds=0.02), settle=timedelta(0))


async def until(holds: Callable[[], object], seconds: float = 5) -> None:
    """Return when it holds."""
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110 - what is waited for is plain data
            await asyncio.sleep(0.01)


@dataclass
class Stage:
    """What the channels received and reported, and the settings they are made with."""

    server: TwilioServer
    received: list[Inbound] = field(default_factory=list)
    reports: list[tuple[Channel, str, DeliveryState, str]] = field(default_factory=list)
    troubles: list[Exception] = field(default_factory=list)
    """Raised by the next receptions, before anything is kept."""
    refuses: set[str] = field(default_factory=set)
    """Texts whose reception fails each time."""
    known: set[str] = field(default_factory=set)
    channels: dict[Channel, TwilioChannel] = field(default_factory=dict)

    @property
    def whatsapp(self) -> TwilioChannel:
        return self.channels[Channel.WHATSAPP]

    @property
    def sms(self) -> TwilioChannel:
        return self.channels[Channel.SMS]

    async def receive(self, inbound: Inbound) -> None:
        if self.troubles:
            raise self.troubles.pop(0)
        if inbound.text in self.refuses:
            raise RuntimeError("never")
        if inbound.provider_id not in self.known:
            self.known.add(inbound.provider_id)
            self.received.append(inbound)

    async def report(self, channel: Channel, provider_id: str, state: DeliveryState, code: str, at: datetime) -> None:
        assert at <= datetime.now(UTC)
        self.reports.append((channel, provider_id, state, code))

    async def is_known(self, channel: Channel, account: str, provider_id: str) -> bool:
        return provider_id in self.known

    @property
    def texts(self) -> list[str]:
        return [inbound.text for inbound in self.received]

    async def hears_from(self, count: int = 1, seconds: float = 5) -> list[Inbound]:
        """What was received, once it is `count` messages."""
        await until(lambda: len(self.received) >= count, seconds)
        return self.received


@asynccontextmanager
async def on_stage(
    *,
    limits: TwilioLimits | None = None,
    sms: str | None = SMS_FROM,
    template: str = "",
    with_files: bool = False,
    public_url: str | None = PUBLIC_URL,
    api_url: str | None = None,
    token: str = AUTH_TOKEN,
    first_start: FirstStart | None = None,
    **server: Any,
) -> AsyncIterator[Stage]:
    """Both channels, wired to a server; its calls come through a proxy, so with an inner Host."""
    async with TwilioServer(webhook_url=message_webhook(PUBLIC_URL), **server) as twilio:
        stage = Stage(twilio)
        notice = twilio.approve(template) if template else ""

        def address_of(file: OutgoingFile, *, lasting: bool = False) -> str:
            return f"{PUBLIC_URL}/files/{'lasting' if lasting else 'signed'}-{file.attachment_id}"

        channels = twilio_channels(
            TwilioAccount(
                ACCOUNT_SID,
                token,
                public_url=public_url,
                api_url=api_url or twilio.url,
                templates={"notice": notice},
            ),
            whatsapp=WHATSAPP_FROM,
            sms=sms,
            receive=stage.receive,
            report=stage.report,
            known=stage.is_known,
            first_start=first_start,
            file_address=address_of if with_files else None,
            limits=limits or TwilioLimits(sweep=FAST, call_seconds=2, webhook_media_seconds=2),
        )
        stage.channels = {channel.name: channel for channel in channels}
        app = Starlette(routes=[route for channel in channels for route in channel.routes])
        twilio.reached_at = "http://127.0.0.1:8000"
        twilio.goes_through(httpx.ASGITransport(app))
        try:
            yield stage
        finally:
            for channel in channels:
                await channel.stop()


@asynccontextmanager
async def sweeping(channel: TwilioChannel) -> AsyncIterator[None]:
    task = asyncio.create_task(channel.receive_forever())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def posted(
    *lines: str,
    to: str = "+6281200000001",
    choices: tuple[Choice, ...] = (),
    key: str = "k1",
    ago: timedelta | None = timedelta(minutes=1),
    tried: timedelta | None = None,
    files: tuple[OutgoingFile, ...] = (),
    template: dict[str, str] | None = None,
) -> Posted:
    """A message on its way to somebody who wrote `ago`, and that was first tried `tried` ago."""
    now = datetime.now(UTC)
    message = Outgoing(lines, choices, files, template=template or {})
    first = None if tried is None else now - tried
    return Posted(key, WHATSAPP_FROM, to, message, None if ago is None else now - ago, first)


def choices(*labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(f"f7:q:{number}", label, number) for number, label in enumerate(labels, 1))
