"""Sending: one `Outgoing` becomes calls of the Bot API, and what goes wrong there becomes a `SendTrouble`."""

import itertools
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, TypeVar

import httpx
from telegram import Bot, LinkPreviewOptions
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channel import DeliveryState, Posted, SendTrouble, Sent, TryLater, Uncertain, Undeliverable
from bot.rate import Rate, RateEach
from bot.telegram.group import OfficeGroup
from bot.telegram.layout import FilePart, Part, TextPart, lay_out
from bot.telegram.topics import Place, Topics

_Kept = TypeVar("_Kept")
FetchFile = Callable[[int], Awaitable[bytes]]
"""The content of a kept file by its attachment id. Raises `LookupError` when it is no longer kept."""

UPLOAD_LIMIT: Final = 50 * 1024 * 1024
PHOTO_LIMIT: Final = 10 * 1024 * 1024
_SHOWN_AS_PHOTO: Final = ("image/jpeg", "image/png")
_UPLOAD_SECONDS: Final = 120
_MOST_BEGUN: Final = 1000
_UNSURE_PAUSES: Final = (5.0, 30.0, 180.0, 1080.0)
"""Seconds after which a message is sent again whose answer was lost: it may come twice, but not forty times."""

# The request was written, and no answer came.
_ANSWER_LOST: Final = (httpx.ReadTimeout, httpx.ReadError, httpx.RemoteProtocolError)

# What is said where the bot may not manage topics, or the group has none.
_NOT_ALLOWED: Final = ("not enough rights", "chat_admin_required", "not a forum", "topic_closed")
_RIGHT_SECONDS: Final = 600.0
# Part of Telegram's description -> our short code.
_FORBIDDEN: Final = {
    "blocked": "blocked",
    "deactivated": "deactivated",
    "initiate": "not_started",
    "kicked": "kicked",
}
_BAD_REQUEST: Final = {
    "chat not found": "chat_not_found",
    "user not found": "chat_not_found",
    "peer_id_invalid": "chat_not_found",
    "too long": "too_long",
    "button_data_invalid": "bad_button",
    "is empty": "empty",
}


@dataclass(frozen=True, slots=True)
class Rates:
    """What Telegram lets us send: about 30 messages a second in all, one a second to a chat, 20 a minute to a group."""

    overall: Rate
    each_chat: RateEach
    each_group: RateEach


class Sender:
    """Sends within Telegram's rates."""

    def __init__(self, bot: Bot, fetch_file: FetchFile, rates: Rates, group: OfficeGroup) -> None:
        self._bot = bot
        self._fetch_file = fetch_file
        self._rates = rates
        self._topics = Topics(bot, group)
        # Parts that went out before a later one failed, so that a repeat goes on from there. Forgetting them
        # costs a repeated part, no more.
        self._begun: OrderedDict[str, list[str]] = OrderedDict()
        self._unsure: OrderedDict[str, int] = OrderedDict()  # how many answers were lost
        self._limited: dict[str, float] = {}
        self._spread = itertools.cycle((1, 2, 3, 4))  # so that not all of a group's messages come back at once

    async def send(self, posted: Posted) -> Sent:
        """Send all parts; DELIVERED, since Telegram's ok means that the message is in the chat.

        Raises `TryLater`, `Undeliverable` or `Uncertain`. Uncertain is an answer that did not come: the message may
        be in the chat, and Telegram cannot be asked. That it comes twice is accepted, so it is sent again, but only a
        few times and ever later; then it is `Undeliverable`.
        """
        parts = lay_out(posted.message)
        if not parts and not posted.message.topic:
            raise Undeliverable("empty")
        sent = self._begun.pop(posted.key, [])
        try:
            place = await self._topics.place(posted.address, opens=bool(parts))
            if place.is_group and (rest := self._rates.each_group.rest(place.chat)) > 0:
                # Not waited for here: a group's messages must not keep the hands that others' need.
                raise TryLater("group_rate", rest * next(self._spread))
            for part in parts[len(sent) :]:
                await (self._rates.each_group if place.is_group else self._rates.each_chat).turn(place.chat)
                await self._rates.overall.turn()
                sent.append(await self._put(place, part))
            await self._topics.settle(place, posted.message.topic)
        except TelegramError as error:
            self._remember(posted.key, sent)
            trouble = await self._topic_lost(error, place) if _topic_is_gone(error) else self._trouble(error, posted)
            raise trouble from None  # the original may carry an address with the token in it
        except Exception:
            self._remember(posted.key, sent)
            raise
        self._unsure.pop(posted.key, None)
        # Message ids are counted for each chat: our own key makes them one of a kind.
        return Sent(tuple(f"{posted.key}/{message_id}" for message_id in sent), DeliveryState.DELIVERED)

    async def _topic_lost(self, error: TelegramError, place: Place) -> SendTrouble:
        await self._topics.lost(place)
        return TryLater("topic_gone", 1)

    def _remember(self, key: str, sent: list[str]) -> None:
        """A repeat goes on after the parts that went out."""
        if sent:
            _keep(self._begun, key, sent)

    async def _put(self, place: Place, part: Part) -> str:
        if isinstance(part, FilePart):
            return await self._put_file(place, part)
        return await self._put_text(place, part)

    async def _put_text(self, place: Place, part: TextPart) -> str:
        message = await self._bot.send_message(
            place.chat_id,
            part.text,
            message_thread_id=place.thread,
            reply_markup=part.keyboard,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        return str(message.message_id)

    async def _put_file(self, place: Place, part: FilePart) -> str:
        file = part.file
        instead = TextPart(part.text or file.name, part.keyboard)
        try:
            content = await self._fetch_file(file.attachment_id)
        except LookupError:
            return await self._put_text(place, instead)
        if len(content) > UPLOAD_LIMIT:
            return await self._put_text(place, instead)
        under: dict[str, Any] = {"caption": part.text or None, "reply_markup": part.keyboard}
        if file.media_type in _SHOWN_AS_PHOTO and len(content) <= PHOTO_LIMIT:
            try:
                photo = await self._bot.send_photo(
                    place.chat_id,
                    content,
                    filename=file.name,
                    message_thread_id=place.thread,
                    write_timeout=_UPLOAD_SECONDS,
                    **under,
                )
                return str(photo.message_id)
            except BadRequest as error:
                if _short(_BAD_REQUEST, error, "") != "":
                    raise
                # A picture that Telegram does not show (too long and thin, say) still goes as a document.
        document = await self._bot.send_document(
            place.chat_id,
            content,
            filename=file.name,
            message_thread_id=place.thread,
            write_timeout=_UPLOAD_SECONDS,
            disable_content_type_detection=True,
            **under,
        )
        return str(document.message_id)

    def _trouble(self, error: TelegramError, posted: Posted) -> SendTrouble:
        if isinstance(error.__cause__, _ANSWER_LOST):
            return self._answer_lost(posted.key)
        if not isinstance(error, RetryAfter):
            return trouble_of(error)
        # Telegram does not say whose limit was met. Two chats limited at the same time: it is the bot's.
        now = time.monotonic()
        after = _seconds(error.retry_after)
        self._limited = {chat: until for chat, until in self._limited.items() if until > now}
        self._limited[posted.address.partition("/")[0]] = now + after
        people = [chat for chat in self._limited if not chat.startswith("-")]  # groups have limits of their own
        return TryLater("429", after, whole_channel=len(people) > 1)

    def _answer_lost(self, key: str) -> SendTrouble:
        times = self._unsure.pop(key, 0)
        if times == len(_UNSURE_PAUSES):
            return Undeliverable("uncertain")
        _keep(self._unsure, key, times + 1)
        return Uncertain("timeout", _UNSURE_PAUSES[times])


def _keep(among: OrderedDict[str, _Kept], key: str, value: _Kept) -> None:
    among[key] = value
    while len(among) > _MOST_BEGUN:
        among.popitem(last=False)


def _topic_is_gone(error: TelegramError) -> bool:
    """Somebody deleted the topic in which we write."""
    said = error.message.lower()
    return isinstance(error, BadRequest) and ("thread not found" in said or "topic_deleted" in said)


def trouble_of(error: TelegramError) -> SendTrouble:
    """What an error of the Bot API means for a message. Codes are short words, never Telegram's sentence."""
    if any(part in error.message.lower() for part in _NOT_ALLOWED):  # somebody may give it the right again
        return TryLater("group_right", _RIGHT_SECONDS)
    match error:
        case RetryAfter():
            return TryLater("429", _seconds(error.retry_after))
        case Forbidden():
            return Undeliverable(_short(_FORBIDDEN, error, "forbidden"))
        case ChatMigrated():
            return Undeliverable("migrated")
        case BadRequest():
            return Undeliverable(_short(_BAD_REQUEST, error, "bad_request"))
        case InvalidToken():  # ours was withdrawn: nobody's message is to be given up for it
            return TryLater("token", whole_channel=True)
        case TimedOut():  # for a connection, or while it was written: Telegram has not got the whole of it
            return TryLater("timeout")
    if "(413)" in error.message or "entity too large" in error.message.lower():
        return Undeliverable("too_large")
    # Nobody is there at all: it holds for every message.
    unreachable = isinstance(error.__cause__, httpx.ConnectError)
    return TryLater("network", whole_channel=unreachable)


def _short(table: dict[str, str], error: TelegramError, otherwise: str) -> str:
    said = error.message.lower()
    return next((code for part, code in table.items() if part in said), otherwise)


def _seconds(after: int | timedelta) -> float:
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
