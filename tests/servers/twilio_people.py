"""People on the local Twilio server: they write, press buttons, send files, and hear what the bot says."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.servers.twilio import TwilioServer


@dataclass
class Medium:
    sid: str
    content: bytes
    media_type: str


@dataclass
class Message:
    """A message as the server keeps it, in either direction. `buttons`: what they say, and their payloads."""

    sid: str
    direction: str
    from_: str
    to: str
    body: str
    at: datetime
    status: str
    error_code: int | None = None
    media: list[Medium] = field(default_factory=list)
    media_url: list[str] = field(default_factory=list)
    buttons: dict[str, str] = field(default_factory=dict)
    content_sid: str = ""
    status_callback: str = ""

    @property
    def text(self) -> str:
        return self.body


class Person:
    """Somebody with a number, on one channel. `heard` is everything the bot said to them, in order."""

    def __init__(self, server: "TwilioServer", number: str, ours: str, prefix: str) -> None:
        self.server = server
        self.number = number
        self.address = f"{prefix}{number}"
        self.ours = f"{prefix}{ours}"
        self.whatsapp = bool(prefix)
        self.heard: list[Message] = []
        self._unheard: asyncio.Queue[Message] = asyncio.Queue()

    # -- hearing

    def hear(self, message: Message) -> None:
        self.heard.append(message)
        self._unheard.put_nowait(message)

    async def hears(self, seconds: float = 10) -> Message:
        """The next thing the bot says that was not asked for yet."""
        async with asyncio.timeout(seconds):
            return await self._unheard.get()

    def has_unheard(self) -> bool:
        return not self._unheard.empty()

    # -- saying

    async def writes(self, text: str, *, webhook: bool = True, **more: str) -> str:
        """Write to the bot; the message's SID. Without `webhook` the call to the bot never happens."""
        return await self._say(text, more, webhook=webhook)

    async def presses(self, title: str, **more: str) -> str:
        """Press the button that says `title` on the latest message that has it."""
        shown = next(message for message in reversed(self.heard) if title in message.buttons)
        pressed = {
            "ButtonPayload": shown.buttons[title],
            "ButtonText": title,
            "OriginalRepliedMessageSid": shown.sid,
            "OriginalRepliedMessageSender": shown.from_,
        }
        return await self._say(title, pressed | more)

    async def sends_media(
        self, content: bytes, media_type: str, caption: str = "", *, webhook: bool = True, **more: str
    ) -> str:
        """Send a picture, a recording, a document, a sticker, a contact card."""
        medium = Medium(self.server.new_sid("ME"), content, media_type)
        return await self._say(caption, more, [medium], webhook=webhook)

    async def shares_location(self, latitude: float, longitude: float) -> str:
        return await self._say("", {"Latitude": str(latitude), "Longitude": str(longitude)})

    async def quotes(self, message: Message, text: str) -> str:
        return await self._say(text, {"OriginalRepliedMessageSid": message.sid})

    # -- what becomes of what was said to them

    async def marks_delivered(self, message: Message | None = None) -> None:
        await self.server.status(message or self.heard[-1], "delivered")

    async def marks_read(self, message: Message | None = None) -> None:
        await self.server.status(message or self.heard[-1], "read")

    async def fails(self, code: int, message: Message | None = None) -> None:
        await self.server.status(message or self.heard[-1], "undelivered", code)

    async def _say(
        self, text: str, more: Mapping[str, str], media: list[Medium] | None = None, *, webhook: bool = True
    ) -> str:
        server = self.server
        message = Message(server.new_sid("SM"), "inbound", self.address, self.ours, text, server.now(), "received")
        message.media = media or []
        server.messages[message.sid] = message
        form = {
            "MessageSid": message.sid,
            "SmsMessageSid": message.sid,
            "SmsSid": message.sid,
            "SmsStatus": "received",
            "AccountSid": server.account_sid,
            "From": self.address,
            "To": self.ours,
            "Body": text,
            "NumMedia": str(len(message.media)),
            "NumSegments": "1",
            "ApiVersion": "2010-04-01",
        }
        if self.whatsapp:
            form |= {"WaId": self.number.removeprefix("+"), "ProfileName": "Warga", "MessageType": "text"}
        for number, medium in enumerate(message.media):
            form[f"MediaUrl{number}"] = server.media_url(message.sid, medium.sid)
            form[f"MediaContentType{number}"] = medium.media_type
        if webhook:
            await server.call(server.webhook_url, form | dict(more))
        return message.sid
