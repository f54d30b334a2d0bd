"""What came in, read: one Telegram update becomes at most one `Inbound`, and the files it offers."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from telegram import (
    CallbackQuery,
    Chat,
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberUpdated,
    Message,
    Update,
    User,
)
from telegram.constants import ChatType

from messages.envelope import Channel, FileKind, Inbound, InboundKind, Location, Membership, SharedContact

ALLOWED_UPDATES: Final = ["message", "edited_message", "callback_query", "my_chat_member"]
"""What is asked for; channel posts, reactions and polls are not."""

_WORDLESS: Final = (
    "sticker", "animation", "dice", "game", "poll", "story", "checklist", "invoice", "paid_media", "giveaway",
    "gift",
)  # fmt: skip
_ADDRESSED_COMMAND: Final = re.compile(r"^(/\w+)@\w+", re.ASCII)


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """A file that Telegram holds for us. `size` in bytes and `seconds` where the update tells."""

    kind: FileKind
    file_id: str
    size: int | None = None
    media_type: str = ""
    name: str = ""
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """`inbound` still without its files; `pressed`: the id of the callback query that waits for an answer."""

    inbound: Inbound
    offered: tuple[OfferedFile, ...] = ()
    pressed: str = ""


def chat_of(update: Update) -> str:
    """Whose order an update belongs to: updates with the same answer are received one after the other."""
    if update.effective_chat is not None:
        return str(update.effective_chat.id)
    if update.effective_user is not None:
        return str(update.effective_user.id)
    return f"update:{update.update_id}"


def read(update: Update, account: str, now: datetime, ours: str | None = None) -> Reading | None:
    """Translate an update; None where nobody says anything (a pinned message, a live location that moved).

    `account` is our bot's id. `now` is aware; no message is later than it. Nothing of a group chat is read
    but that somebody spoke there; in the office's own group (`ours`, its chat id) what is written in a topic is.
    """
    envelope = _Envelope(update, account, now, ours)
    if update.callback_query is not None:
        return _pressed(envelope, update.callback_query)
    if update.my_chat_member is not None:
        return _membership(envelope, update.my_chat_member)
    if update.edited_message is not None:
        return _edited(envelope, update.edited_message)
    if update.message is not None:
        return _message(envelope, update.message)
    return None


@dataclass(frozen=True, slots=True)
class _Envelope:
    """What every message of an update shares."""

    update: Update
    account: str
    now: datetime
    ours: str | None

    def inbound(
        self,
        kind: InboundKind,
        chat_id: int,
        at: datetime,
        who: User | None = None,
        *,
        text: str = "",
        choice: str = "",
        location: Location | None = None,
        contact: SharedContact | None = None,
        refers_to: str = "",
        forwarded: bool = False,
        album: str = "",
        message_ref: str = "",
        thread: str = "",
        membership: Membership | None = None,
    ) -> Inbound:
        provider_id = f"update:{self.update.update_id}"
        return Inbound(
            channel=Channel.TELEGRAM,
            account=self.account,
            address=str(chat_id),
            provider_id=provider_id,
            at=min(at, self.now),
            kind=kind,
            text=text,
            choice=choice,
            location=location,
            contact=contact,
            refers_to=refers_to,
            forwarded=forwarded,
            album=album,
            language=(who.language_code or "") if who is not None else "",
            message_ref=message_ref or provider_id,
            speaker=str(who.id) if who is not None and (thread or membership) else "",
            thread=thread,
            membership=membership,
        )

    def thread_of(self, message: Message) -> str:
        """The topic of the office's group that a message stands in; empty where it stands in none."""
        in_ours = self.ours is not None and str(message.chat.id) == self.ours
        return str(message.message_thread_id) if in_ours and message.is_topic_message else ""


def _is_private(chat: Chat) -> bool:
    return chat.type == ChatType.PRIVATE


def _words(message: Message) -> str:
    """What was written: text or caption. `/lapor@our_bot teks` is `/lapor teks`."""
    return _ADDRESSED_COMMAND.sub(r"\1", message.text or message.caption or "")


def _pressed(envelope: _Envelope, query: CallbackQuery) -> Reading:
    chat = query.message.chat if query.message is not None else None
    thread = envelope.thread_of(query.message) if isinstance(query.message, Message) else ""
    in_ours = chat is not None and str(chat.id) == envelope.ours  # an old message does not tell its topic any more
    if chat is not None and not _is_private(chat) and not thread and not in_ours:
        return Reading(envelope.inbound(InboundKind.GROUP, chat.id, envelope.now), pressed=query.id)
    inbound = envelope.inbound(
        InboundKind.CHOICE,
        chat.id if chat is not None and thread else query.from_user.id,
        envelope.now,  # a callback query carries no time; its message's date is when *we* wrote
        query.from_user,
        choice=query.data or "",
        thread=thread,
    )
    return Reading(inbound, pressed=query.id)


def _membership(envelope: _Envelope, change: ChatMemberUpdated) -> Reading | None:
    status, before = change.new_chat_member.status, change.old_chat_member.status
    gone = (ChatMember.LEFT, ChatMember.BANNED)
    if not _is_private(change.chat):
        member = change.new_chat_member
        membership = Membership(
            title=change.chat.title or "",
            added=before in gone and status not in gone,
            gone=status in gone,
            forum=bool(change.chat.is_forum),
            manages=isinstance(member, ChatMemberAdministrator)
            and bool(member.can_manage_topics)
            and member.can_delete_messages,  # Bot API: deleteForumTopic needs it
        )
        inbound = envelope.inbound(
            InboundKind.GROUP, change.chat.id, change.date, change.from_user, membership=membership
        )
        return Reading(inbound)
    kind = InboundKind.BLOCKED if status in gone else InboundKind.UNBLOCKED
    return Reading(envelope.inbound(kind, change.chat.id, change.date, change.from_user))


def _edited(envelope: _Envelope, message: Message) -> Reading | None:
    words, thread = _words(message), envelope.thread_of(message)
    if (
        not (_is_private(message.chat) or thread) or not words
    ):  # no words: a live location that moves on, a picture exchanged
        return None
    reference = str(message.message_id)
    inbound = envelope.inbound(
        InboundKind.EDIT,
        message.chat.id,
        message.edit_date or message.date,
        message.from_user,
        text=words,
        refers_to=reference,
        message_ref=reference,
        thread=thread,
    )
    return Reading(inbound)


def _message(envelope: _Envelope, message: Message) -> Reading | None:
    words, thread = _words(message), envelope.thread_of(message)
    if not _is_private(message.chat) and not thread:
        # Service messages (somebody joined, a title changed) carry no words and are not spoken to us.
        return Reading(envelope.inbound(InboundKind.GROUP, message.chat.id, message.date)) if words else None
    offered = _offered(message)
    location = _location(message)
    contact = _contact(message)
    kind = InboundKind.MESSAGE
    if not (words or offered or location or contact):
        if not any(getattr(message, name) for name in _WORDLESS):
            return None
        kind = InboundKind.STICKER
    inbound = envelope.inbound(
        kind,
        message.chat.id,
        message.date,
        message.from_user,
        text=words,
        location=location,
        contact=contact,
        refers_to=_quoted(message),
        forwarded=message.forward_origin is not None,
        album=message.media_group_id or "",
        message_ref=str(message.message_id),
        thread=thread,
    )
    return Reading(inbound, offered)


def _quoted(message: Message) -> str:
    """The message that this one answers. In a topic every message refers to the one that opened it: no quoting."""
    quoted = message.reply_to_message
    if quoted is None or (message.is_topic_message and quoted.message_id == message.message_thread_id):
        return ""
    return str(quoted.message_id)


def _location(message: Message) -> Location | None:
    pin = message.location or (message.venue.location if message.venue else None)
    return Location(pin.latitude, pin.longitude) if pin else None


def _contact(message: Message) -> SharedContact | None:
    """The own card with its number in international form; of somebody else's only that it was sent."""
    card = message.contact
    if card is None:
        return None
    own = card.user_id is not None and message.from_user is not None and card.user_id == message.from_user.id
    if not own:
        return SharedContact(phone="", own=False)
    number = card.phone_number  # of an account: always with its country code, not always with the plus
    return SharedContact(phone=number if number.startswith("+") else f"+{number}", own=True)


def _seconds(duration: int | timedelta) -> int:
    return int(duration.total_seconds()) if isinstance(duration, timedelta) else duration


def _offered(message: Message) -> tuple[OfferedFile, ...]:
    if message.animation:  # a GIF also arrives as a document
        return ()
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return (OfferedFile(FileKind.PHOTO, largest.file_id, largest.file_size, "image/jpeg"),)
    if message.document:
        document = message.document
        kind = (document.mime_type or "", document.file_name or "")
        return (OfferedFile(FileKind.DOCUMENT, document.file_id, document.file_size, *kind),)
    if message.voice:
        voice = message.voice
        media_type = voice.mime_type or "audio/ogg"
        seconds = _seconds(voice.duration)
        return (OfferedFile(FileKind.VOICE, voice.file_id, voice.file_size, media_type, seconds=seconds),)
    if message.video_note:
        round_video = message.video_note
        seconds = _seconds(round_video.duration)
        return (OfferedFile(FileKind.VIDEO, round_video.file_id, round_video.file_size, "video/mp4", "", seconds),)
    for recording, sort in ((message.audio, FileKind.AUDIO), (message.video, FileKind.VIDEO)):
        if recording:
            claims = (recording.mime_type or "", recording.file_name or "", _seconds(recording.duration))
            return (OfferedFile(sort, recording.file_id, recording.file_size, *claims),)
    return ()
