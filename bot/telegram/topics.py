"""Topics of the office's group: opened with the first message that goes there; closed, opened again and removed after
a message that says so.
"""

from dataclasses import dataclass
from typing import Final

from telegram import Bot
from telegram.error import BadRequest

from bot.channel import Undeliverable
from bot.telegram.group import OfficeGroup

_ALREADY_SO: Final = ("not_modified", "not modified", "thread not found", "topic_deleted", "topic_id_invalid")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message goes: a chat, or a topic in it. `thread` is None where a topic is not there (any more)."""

    chat_id: int
    address: str
    is_topic: bool
    thread: int | None = None

    @property
    def chat(self) -> str:
        """What Telegram's rates hold for: all topics of a group together."""
        return str(self.chat_id)

    @property
    def is_group(self) -> bool:
        return self.chat_id < 0  # Bot API: groups have negative ids


class Topics:
    def __init__(self, bot: Bot, group: OfficeGroup) -> None:
        self._bot = bot
        self._group = group

    async def place(self, address: str, *, opens: bool) -> Place:
        """The place of that address. `opens`: a topic that is not there yet is opened now.

        Raises `Undeliverable`, and what the Bot API raises.
        """
        chat, slash, _ = address.partition("/")
        try:
            chat_id = int(chat)
        except ValueError:
            raise Undeliverable("chat_not_found") from None
        if not slash:
            return Place(chat_id, address, is_topic=False)
        kept = await self._group.thread(address)
        if kept is None:
            raise Undeliverable("topic_not_kept")
        thread = int(kept.id) if kept.id else None
        if thread is None and opens:
            made = await self._bot.create_forum_topic(chat_id, name=kept.title)
            thread = made.message_thread_id
            await self._group.opened(address, str(thread))
        return Place(chat_id, address, is_topic=True, thread=thread)

    async def lost(self, place: Place) -> None:
        """Somebody deleted the topic: the next message opens another one."""
        await self._group.opened(place.address, None)

    async def settle(self, place: Place, action: str) -> None:
        """What becomes of the topic after a message: `close`, `reopen`, `remove`. Already so is as good."""
        if not action or place.thread is None:
            return
        try:
            match action:
                case "close":
                    await self._bot.close_forum_topic(place.chat_id, place.thread)
                case "reopen":
                    await self._bot.reopen_forum_topic(place.chat_id, place.thread)
                case "remove":
                    await self._bot.delete_forum_topic(place.chat_id, place.thread)
        except BadRequest as error:
            if not any(part in error.message.lower() for part in _ALREADY_SO):
                raise
        if action == "remove":
            await self._group.opened(place.address, None)
