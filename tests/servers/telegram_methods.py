"""The methods of the Bot API that the local server knows, with the refusals that Telegram gives."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.servers.telegram import TelegramServer
    from tests.servers.telegram_groups import ForumGroup, ForumTopic


class ApiRefusal(Exception):
    def __init__(self, status: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after = retry_after


@dataclass(frozen=True)
class Call:
    """One call: parameters as text, files as (name, content). `at`: monotonic."""

    method: str
    params: dict[str, str]
    files: dict[str, tuple[str, bytes]]
    at: float = 0

    def number(self, name: str) -> int | None:
        try:
            return int(self.params[name])
        except (KeyError, ValueError):
            return None

    def parsed(self, name: str) -> Any:
        return json.loads(self.params[name]) if name in self.params else None


@dataclass(frozen=True)
class Webhook:
    url: str
    secret: str


def units(text: str) -> int:
    """Telegram's length of a text: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def _get_me(server: "TelegramServer", call: Call) -> object:
    return {"id": server.bot_id, "is_bot": True, "first_name": "Aduan", "username": server.username}


def _set_webhook(server: "TelegramServer", call: Call) -> object:
    url = call.params.get("url", "")
    if url and not url.startswith(("https://", "http://127.0.0.1")):  # http on this machine, for tests
        raise ApiRefusal(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
    if "allowed_updates" in call.params:
        server.allowed = call.parsed("allowed_updates")
    _drop_pending(server, call)
    server.forget_workers()
    server.webhook = Webhook(url, call.params.get("secret_token", "")) if url else None
    return True


def _delete_webhook(server: "TelegramServer", call: Call) -> object:
    _drop_pending(server, call)
    server.forget_workers()
    server.webhook = None
    return True


def _drop_pending(server: "TelegramServer", call: Call) -> None:
    if call.params.get("drop_pending_updates", "").lower() == "true":
        server.pending.clear()


def _get_webhook_info(server: "TelegramServer", call: Call) -> object:
    return {
        "url": server.webhook.url if server.webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(server.pending),
    }


def _chat_id(server: "TelegramServer", call: Call) -> int:
    chat_id = call.number("chat_id")
    if chat_id is not None and chat_id in server.groups:
        return chat_id
    if chat_id is None or chat_id not in server.people:
        raise ApiRefusal(400, "Bad Request: chat not found")
    if server.people[chat_id].has_blocked:
        raise ApiRefusal(403, "Forbidden: bot was blocked by the user")
    return chat_id


def _keyboard(call: Call) -> Any:
    keyboard = call.parsed("reply_markup")
    for row in (keyboard or {}).get("inline_keyboard", []):
        for button in row:
            if not 1 <= len(button.get("callback_data", "").encode()) <= 64:
                raise ApiRefusal(400, "Bad Request: BUTTON_DATA_INVALID")
    return keyboard


def _post(server: "TelegramServer", call: Call, content: dict[str, Any], heard: bytes = b"") -> object:
    chat_id = _chat_id(server, call)
    keyboard = _keyboard(call)
    person = server.groups.get(chat_id) or server.people[chat_id]
    thread = call.number("message_thread_id")
    if thread is not None:
        _topic(server, call)
        content = {**content, "message_thread_id": thread, "is_topic_message": True}
    message: dict[str, Any] = {
        "message_id": next(server.message_ids),
        "date": int(time.time()),
        "chat": person.chat,
        "from": _get_me(server, call),
        **content,
    }
    if keyboard:
        message["reply_markup"] = keyboard
    server.messages[chat_id, message["message_id"]] = message
    person.hear(message, heard)
    return message


def _topic(server: "TelegramServer", call: Call) -> "ForumTopic":
    group = server.groups.get(call.number("chat_id") or 0)
    topic = group.topics.get(call.number("message_thread_id") or 0) if group else None
    if topic is None:
        raise ApiRefusal(400, "Bad Request: message thread not found")
    return topic


def _managed(server: "TelegramServer", call: Call) -> "ForumGroup":
    group = server.groups.get(call.number("chat_id") or 0)
    if group is None:
        raise ApiRefusal(400, "Bad Request: the chat is not a forum")
    if not group.rights:
        raise ApiRefusal(400, "Bad Request: not enough rights to create a topic")
    return group


def _create_forum_topic(server: "TelegramServer", call: Call) -> object:
    group, name = _managed(server, call), call.params.get("name", "")
    if not 1 <= len(name) <= 128:
        raise ApiRefusal(400, "Bad Request: invalid topic name specified")
    root = {
        "message_id": next(server.message_ids),
        "date": int(time.time()),
        "chat": group.chat,
        "from": _get_me(server, call),
        "forum_topic_created": {"name": name, "icon_color": 7322096},
    }
    group.opens(root, name)
    return {"message_thread_id": root["message_id"], "name": name, "icon_color": 7322096}


def _close_forum_topic(server: "TelegramServer", call: Call) -> object:
    return _turned(_managed(server, call), _topic(server, call), closed=True)


def _reopen_forum_topic(server: "TelegramServer", call: Call) -> object:
    return _turned(_managed(server, call), _topic(server, call), closed=False)


def _turned(group: "ForumGroup", topic: "ForumTopic", *, closed: bool) -> object:
    if topic.closed is closed:
        raise ApiRefusal(400, "Bad Request: TOPIC_NOT_MODIFIED")
    topic.closed = closed
    return True


def _delete_forum_topic(server: "TelegramServer", call: Call) -> object:
    group = _managed(server, call)
    if not group.may_delete:
        raise ApiRefusal(400, "Bad Request: not enough rights to delete the topic")
    group.topics.pop(_topic(server, call).id)
    return True


def _send_message(server: "TelegramServer", call: Call) -> object:
    text = call.params.get("text", "")
    if not text.strip():
        raise ApiRefusal(400, "Bad Request: message text is empty")
    if units(text) > 4096:
        raise ApiRefusal(400, "Bad Request: message is too long")
    return _post(server, call, {"text": text})


def _upload(server: "TelegramServer", call: Call, field: str) -> tuple[str, str, bytes]:
    """(file id, name, content). An `attach://` reference names the part that holds the file."""
    part = call.params.get(field, "").removeprefix("attach://") or field
    if part not in call.files:
        raise ApiRefusal(400, f"Bad Request: there is no {field} in the request")
    if units(call.params.get("caption", "")) > 1024:
        raise ApiRefusal(400, "Bad Request: message caption is too long")
    name, content = call.files[part]
    return server_file(server, content), name, content


def server_file(server: "TelegramServer", content: bytes) -> str:
    """Keep a file; its id, which is also the path it is fetched from."""
    file_id = f"files/file_{len(server.files)}"
    server.files[file_id] = content
    return file_id


def photo_sizes(file_id: str, content: bytes) -> list[dict[str, Any]]:
    """A small and a large one, as Telegram lists them; only the large one is a file here."""
    small = {"file_id": "thumbnail", "file_unique_id": "t", "width": 90, "height": 60, "file_size": 100}
    large = {
        "file_id": file_id,
        "file_unique_id": f"u{file_id}",
        "width": 1280,
        "height": 853,
        "file_size": len(content),
    }
    return [small, large]


def _send_photo(server: "TelegramServer", call: Call) -> object:
    file_id, _, content = _upload(server, call, "photo")
    told: dict[str, Any] = {"photo": photo_sizes(file_id, content)}
    if call.params.get("caption"):
        told["caption"] = call.params["caption"]
    return _post(server, call, told, content)


def _send_document(server: "TelegramServer", call: Call) -> object:
    file_id, name, content = _upload(server, call, "document")
    document = {
        "file_id": file_id,
        "file_unique_id": f"u{file_id}",
        "file_name": name,
        "file_size": len(content),
    }
    told: dict[str, Any] = {"document": document}
    if call.params.get("caption"):
        told["caption"] = call.params["caption"]
    return _post(server, call, told, content)


def _send_chat_action(server: "TelegramServer", call: Call) -> object:
    _chat_id(server, call)
    return True


def _answer_callback_query(server: "TelegramServer", call: Call) -> object:
    return True


def _edit_message_reply_markup(server: "TelegramServer", call: Call) -> object:
    message = server.messages.get((_chat_id(server, call), call.number("message_id") or 0))
    if message is None:
        raise ApiRefusal(400, "Bad Request: message to edit not found")
    message["reply_markup"] = _keyboard(call) or {"inline_keyboard": []}
    return message


def _set_my_commands(server: "TelegramServer", call: Call) -> object:
    chat = (call.parsed("scope") if "scope" in call.params else {}).get("chat_id")
    if chat is None:
        server.menus[call.params.get("language_code", "")] = call.parsed("commands")
    else:
        server.chat_menus[int(chat)] = call.parsed("commands")
    return True


def _delete_my_commands(server: "TelegramServer", call: Call) -> object:
    server.chat_menus.pop(int(call.parsed("scope")["chat_id"]), None)
    return True


def _get_file(server: "TelegramServer", call: Call) -> object:
    file_id = call.params.get("file_id", "")
    if file_id not in server.files:
        raise ApiRefusal(400, "Bad Request: invalid file_id")
    size = len(server.files[file_id])
    if size > server.file_limit:
        raise ApiRefusal(400, "Bad Request: file is too big")
    return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": size, "file_path": file_id}


METHODS: dict[str, Callable[["TelegramServer", Call], object]] = {
    "getMe": _get_me,
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _get_webhook_info,
    "sendMessage": _send_message,
    "sendPhoto": _send_photo,
    "sendDocument": _send_document,
    "sendChatAction": _send_chat_action,
    "answerCallbackQuery": _answer_callback_query,
    "editMessageReplyMarkup": _edit_message_reply_markup,
    "createForumTopic": _create_forum_topic,
    "closeForumTopic": _close_forum_topic,
    "reopenForumTopic": _reopen_forum_topic,
    "deleteForumTopic": _delete_forum_topic,
    "setMyCommands": _set_my_commands,
    "deleteMyCommands": _delete_my_commands,
    "getFile": _get_file,
}
