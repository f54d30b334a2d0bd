"""Groups with topics on the local Bot API server: what members write there, and what the bot does in it."""

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.servers.telegram_people import Button, Heard, Person, Written

if TYPE_CHECKING:
    from tests.servers.telegram import TelegramServer


@dataclass
class ForumTopic:
    """`heard`: what the bot said there; `root`: the message that opened it, which is also the topic's id."""

    root: dict[str, Any]
    name: str
    closed: bool = False
    heard: list[Heard] = field(default_factory=list)

    @property
    def id(self) -> int:
        thread: int = self.root["message_id"]
        return thread

    @property
    def texts(self) -> list[str]:
        return [heard.text for heard in self.heard]


class ForumGroup:
    """A group. `rights`: whether the bot may manage topics there."""

    has_blocked = False

    def __init__(self, server: "TelegramServer", chat_id: int, title: str) -> None:
        self.server = server
        self.chat_id = chat_id
        self.title = title
        self.rights = False
        self.may_delete = True
        self.topics: dict[int, ForumTopic] = {}
        self.heard: list[Heard] = []
        """What the bot said outside of topics."""

    @property
    def chat(self) -> dict[str, Any]:
        return {"id": self.chat_id, "type": "supergroup", "title": self.title, "is_forum": True}

    def topic(self, word: str) -> ForumTopic:
        """The topic with that word in its name."""
        found = [topic for topic in self.topics.values() if word in topic.name]
        assert len(found) == 1, [topic.name for topic in self.topics.values()]
        return found[0]

    def opens(self, root: dict[str, Any], name: str) -> None:
        self.topics[root["message_id"]] = ForumTopic(root, name)

    def hear(self, message: dict[str, Any], content: bytes) -> None:
        rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
        buttons = tuple(tuple(Button(button["text"], button["callback_data"]) for button in row) for row in rows)
        heard = Heard(message["message_id"], message.get("text", ""), buttons, content, "", message)
        topic = self.topics.get(message.get("message_thread_id", 0))
        (topic.heard if topic else self.heard).append(heard)

    # -- what members do

    async def adds_the_bot(self, by: Person) -> None:
        """As a member first; then as an administrator who may manage topics."""
        await self._changes(by, {"status": "left"}, {"status": "member"})
        self.rights = True
        rights = {**dict.fromkeys(_RIGHTS, False), "can_delete_messages": True}
        self._admin = {"status": "administrator", "can_manage_topics": True, **rights}
        await self._changes(by, {"status": "member"}, self._admin)

    async def throws_the_bot_out(self, by: Person) -> None:
        await self._changes(by, self._admin, {"status": "kicked", "until_date": 0})

    async def _changes(self, by: Person, before: dict[str, Any], after: dict[str, Any]) -> None:
        bot = {"id": self.server.bot_id, "is_bot": True, "first_name": "Aduan"}
        change = {
            "chat": self.chat,
            "from": by.user,
            "date": int(time.time()),
            "old_chat_member": {"user": bot, **before},
            "new_chat_member": {"user": bot, **after},
        }
        await self.server.push(self.chat_id, "my_chat_member", change)

    async def writes(self, by: Person, topic: ForumTopic, text: str, *, quoting: Heard | None = None) -> Written:
        """As Telegram tells it: without a quoting every message in a topic refers to the one that opened it."""
        message: dict[str, Any] = {
            "message_id": next(self.server.message_ids),
            "date": int(time.time()),
            "chat": self.chat,
            "from": by.user,
            "text": text,
            "is_topic_message": True,
            "message_thread_id": topic.id,
            "reply_to_message": quoting.raw if quoting else topic.root,
        }
        self.server.messages[self.chat_id, message["message_id"]] = message
        update_id = await self.server.push(self.chat_id, "message", message)
        return Written(message["message_id"], update_id, message)

    async def presses(self, by: Person, topic: ForumTopic, label: str) -> int:
        """The newest button with this label in the topic."""
        for heard in reversed(topic.heard):
            for button in (button for row in heard.buttons for button in row if button.label == label):
                query = {
                    "id": f"query{next(self.server.message_ids)}",
                    "from": by.user,
                    "chat_instance": "1",
                    "message": heard.raw,
                    "data": button.data,
                }
                return await self.server.push(self.chat_id, "callback_query", query)
        raise AssertionError(f"no button {label!r}; there were {[heard.labels for heard in topic.heard]}")


_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories",
)  # fmt: skip
