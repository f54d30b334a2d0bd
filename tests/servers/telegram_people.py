"""People on the local Bot API server: they write, press buttons, send files, and hear what the bot says."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.servers.telegram_methods import photo_sizes, server_file

if TYPE_CHECKING:
    from tests.servers.telegram import TelegramServer


@dataclass(frozen=True)
class Button:
    label: str
    data: str


@dataclass(frozen=True)
class Heard:
    """A message from the bot. `content` of a photo or document; `raw` as the Bot API would give it."""

    message_id: int
    text: str
    buttons: tuple[tuple[Button, ...], ...]
    content: bytes
    file_name: str
    raw: dict[str, Any] = field(repr=False)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(button.label for row in self.buttons for button in row)


@dataclass(frozen=True)
class Written:
    """What a person sent: the message's id in the chat, and the update's."""

    message_id: int
    update_id: int
    raw: dict[str, Any] = field(repr=False)


class Person:
    """Somebody in a private chat with the bot. `heard` is everything the bot said, in order."""

    def __init__(self, server: "TelegramServer", chat_id: int, first_name: str, language: str) -> None:
        self.server = server
        self.chat_id = chat_id
        self.first_name = first_name
        self.language = language
        self.has_blocked = False
        self.heard: list[Heard] = []
        self._unheard: asyncio.Queue[Heard] = asyncio.Queue()
        self._albums = 0

    @property
    def user(self) -> dict[str, Any]:
        return {
            "id": self.chat_id,
            "is_bot": False,
            "first_name": self.first_name,
            "language_code": self.language,
        }

    @property
    def chat(self) -> dict[str, Any]:
        return {"id": self.chat_id, "type": "private", "first_name": self.first_name}

    # -- hearing

    def hear(self, message: dict[str, Any], content: bytes) -> None:
        rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
        heard = Heard(
            message["message_id"],
            message.get("text") or message.get("caption") or "",
            tuple(tuple(Button(button["text"], button["callback_data"]) for button in row) for row in rows),
            content,
            message.get("document", {}).get("file_name", ""),
            message,
        )
        self.heard.append(heard)
        self._unheard.put_nowait(heard)

    async def hears(self, seconds: float = 10) -> Heard:
        """The next message from the bot that was not asked for yet. `TimeoutError` when none comes."""
        async with asyncio.timeout(seconds):
            return await self._unheard.get()

    # -- saying

    async def sends(self, content: dict[str, Any], *, at: float | None = None) -> Written:
        """A message of any kind, in the Bot API's words."""
        message = {
            "message_id": next(self.server.message_ids),
            "date": int(at if at is not None else time.time()),
            "chat": self.chat,
            "from": self.user,
            **content,
        }
        self.server.messages[self.chat_id, message["message_id"]] = message
        update_id = await self.server.push(self.chat_id, "message", message)
        return Written(message["message_id"], update_id, message)

    async def writes(self, text: str) -> Written:
        content: dict[str, Any] = {"text": text}
        if text.startswith("/"):
            command = text.split(maxsplit=1)[0]
            content["entities"] = [{"type": "bot_command", "offset": 0, "length": len(command)}]
        return await self.sends(content)

    async def replies(self, to: int, text: str) -> Written:
        """Quotes the message with that id."""
        return await self.sends({"text": text, "reply_to_message": self.server.messages[self.chat_id, to]})

    async def forwards(self, text: str, sender: str = "Tetangga") -> Written:
        origin = {"type": "hidden_user", "sender_user_name": sender, "date": int(time.time()) - 3600}
        return await self.sends({"text": text, "forward_origin": origin})

    async def presses(self, label: str) -> int:
        """Press the newest button with this label; the update's id."""
        for heard in reversed(self.heard):
            for row in heard.buttons:
                for button in row:
                    if button.label == label:
                        return await self.presses_data(button.data, heard)
        raise AssertionError(f"no button {label!r}; there were {[heard.labels for heard in self.heard]}")

    async def presses_data(self, data: str, heard: Heard) -> int:
        query = {
            "id": f"query{next(self.server.message_ids)}",
            "from": self.user,
            "chat_instance": "1",
            "message": heard.raw,
            "data": data,
        }
        return await self.server.push(self.chat_id, "callback_query", query)

    async def edits(self, message: Written, text: str) -> int:
        field_name = "caption" if "caption" in message.raw else "text"
        edited = {**message.raw, field_name: text, "edit_date": int(time.time())}
        return await self.server.push(self.chat_id, "edited_message", edited)

    def _file(self, content: bytes, **more: Any) -> dict[str, Any]:
        file_id = server_file(self.server, content)
        return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(content), **more}

    async def sends_photo(self, content: bytes, caption: str = "", *, album: str = "") -> Written:
        told: dict[str, Any] = {"photo": photo_sizes(server_file(self.server, content), content)}
        if caption:
            told["caption"] = caption
        if album:
            told["media_group_id"] = album
        return await self.sends(told)

    async def sends_album(self, contents: Sequence[bytes], caption: str = "") -> list[Written]:
        """Several photos that belong together; the caption hangs on the first."""
        self._albums += 1
        album = f"{self.chat_id}{self._albums}"
        return [
            await self.sends_photo(content, "" if index else caption, album=album)
            for index, content in enumerate(contents)
        ]

    async def sends_document(
        self, content: bytes, name: str, media_type: str = "application/pdf", caption: str = ""
    ) -> Written:
        document = self._file(content, file_name=name, mime_type=media_type)
        return await self.sends({"document": document} | ({"caption": caption} if caption else {}))

    async def sends_voice(self, content: bytes, seconds: int) -> Written:
        return await self.sends({"voice": self._file(content, duration=seconds, mime_type="audio/ogg")})

    async def sends_video(self, content: bytes, seconds: int) -> Written:
        shape = {"duration": seconds, "width": 640, "height": 360}
        return await self.sends({"video": self._file(content, mime_type="video/mp4", **shape)})

    async def sends_sticker(self) -> Written:
        shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return await self.sends({"sticker": self._file(b"webp", **shape)})

    async def shares_location(self, latitude: float, longitude: float) -> Written:
        return await self.sends({"location": {"latitude": latitude, "longitude": longitude}})

    async def shares_contact(self, phone: str, *, own: bool = True) -> Written:
        card: dict[str, Any] = {"phone_number": phone, "first_name": self.first_name if own else "Orang Lain"}
        if own:
            card["user_id"] = self.chat_id
        return await self.sends({"contact": card})

    async def blocks(self) -> int:
        self.has_blocked = True
        return await self._membership("member", "kicked")

    async def unblocks(self) -> int:
        self.has_blocked = False
        return await self._membership("kicked", "member")

    async def _membership(self, before: str, after: str) -> int:
        bot = {"id": self.server.bot_id, "is_bot": True, "first_name": "Aduan"}

        def member(status: str) -> dict[str, Any]:
            return {"user": bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})

        change = {
            "chat": self.chat,
            "from": self.user,
            "date": int(time.time()),
            "old_chat_member": member(before),
            "new_chat_member": member(after),
        }
        return await self.server.push(self.chat_id, "my_chat_member", change)
