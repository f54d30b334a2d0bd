"""The channel with the local Bot API server, and a receiver that writes down what it gets."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from starlette.applications import Starlette

from bot.channel import Posted
from bot.telegram.channel import Limits, TelegramChannel
from bot.telegram.polling import Pauses
from messages.envelope import Choice, Inbound, Outgoing, OutgoingFile
from tests.servers.telegram import TelegramServer, serving

SECRET = "webhook-secret_1"
FAST = Limits(
    poll_seconds=2,
    call_seconds=1,
    file_seconds=1,
    overall_per_second=10_000,
    chat_per_second=10_000,
    pauses=Pauses(first=0.02, longest=0.1, without_lease=0.02, conflict=0.05, refetch=0.02),
)


@dataclass
class Receiver:
    """`raises`: text -> how many times receiving it fails first. `holds`: texts that wait to be let go."""

    inbounds: list[Inbound] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    raises: dict[str, int] = field(default_factory=dict)
    holds: dict[str, asyncio.Event] = field(default_factory=dict)

    async def __call__(self, inbound: Inbound) -> None:
        self.tried.append(inbound.text)
        if inbound.text in self.holds:
            await self.holds[inbound.text].wait()
        if self.raises.get(inbound.text, 0) > 0:
            self.raises[inbound.text] -= 1
            raise RuntimeError("the database is away")
        self.inbounds.append(inbound)

    @property
    def texts(self) -> list[str]:
        return [inbound.text for inbound in self.inbounds]

    def of(self, chat_id: int) -> list[str]:
        return [inbound.text for inbound in self.inbounds if inbound.address == str(chat_id)]


@dataclass
class Lease:
    ours: bool = True
    asked: int = 0

    async def hold(self) -> bool:
        self.asked += 1
        return self.ours


class Kept:
    """The kept files."""

    def __init__(self, files: Mapping[int, bytes] | None = None) -> None:
        self.files = dict(files or {})

    async def __call__(self, attachment_id: int) -> bytes:
        return self.files[attachment_id]


@dataclass
class Stage:
    server: TelegramServer
    receiver: Receiver = field(default_factory=Receiver)
    lease: Lease = field(default_factory=Lease)
    kept: Kept = field(default_factory=Kept)

    def channel(self, **more: Any) -> TelegramChannel:
        settings: dict[str, Any] = {
            "receive": self.receiver,
            "lease": self.lease,
            "fetch_file": self.kept,
            "api_url": self.server.url,
            "limits": FAST,
        }
        return TelegramChannel(self.server.token, **(settings | more))

    @asynccontextmanager
    async def running(
        self, mode: Literal["polling", "webhook"] = "polling", **more: Any
    ) -> AsyncIterator[TelegramChannel]:
        """Started, with its routes served in webhook mode."""
        async with AsyncExitStack() as stack:
            if mode == "webhook":
                app = Starlette()
                more |= {"public_url": await stack.enter_async_context(serving(app))}
                channel = self.channel(mode=mode, webhook_secret=SECRET, **more)
                app.router.routes.extend(channel.routes)
            else:
                channel = self.channel(**more)
            stack.push_async_callback(channel.stop)
            await channel.start()
            task = asyncio.create_task(channel.receive_forever())
            try:
                yield channel
            finally:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

    async def until(self, *texts: str) -> None:
        """Return when all of these were received."""
        await self.when(lambda: set(texts) <= set(self.receiver.texts))

    async def when(self, true: Callable[[], bool]) -> None:
        """Return when it is true."""
        async with asyncio.timeout(10):
            while not true():  # noqa: ASYNC110 - what is looked at stays plain
                await asyncio.sleep(0.005)


def posted(
    text: str | tuple[str, ...] = "Halo",
    *,
    to: int | str = 5001,
    choices: tuple[Choice, ...] = (),
    files: tuple[OutgoingFile, ...] = (),
    key: str = "1",
    last_inbound: datetime | None = None,
    captioned: bool = False,
) -> Posted:
    lines = (text,) if isinstance(text, str) else text
    message = Outgoing(lines, choices, files, captioned=captioned)
    return Posted(key, "700100", str(to), message, last_inbound)
