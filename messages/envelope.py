"""The channel-neutral envelope: what came in, and what goes out. Channels translate it; nobody else knows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Channel(StrEnum):
    TELEGRAM = "telegram"
    WHATSAPP = "whatsapp"
    SMS = "sms"
    WEB = "web"
    TERMINAL = "terminal"


class InboundKind(StrEnum):
    MESSAGE = "message"
    CHOICE = "choice"  # a button was pressed: `choice` holds its payload
    EDIT = "edit"  # `refers_to` is the provider's id of the message whose text is replaced
    STICKER = "sticker"  # a sticker, a GIF, a reaction: no words
    GROUP = "group"  # the bot was spoken to or added in a group chat
    BLOCKED = "blocked"  # the person blocked the bot
    UNBLOCKED = "unblocked"


class FileKind(StrEnum):
    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    AUDIO = "audio"
    VIDEO = "video"


class FileTrouble(StrEnum):
    """Why a file that was sent is not here."""

    TOO_LARGE = "too_large"
    UNAVAILABLE = "unavailable"  # the provider did not hand it over
    WRONG_KIND = "wrong_kind"  # decided by content in `bot/files.py`
    QUOTA = "quota"  # this person, or everybody together, sent more than is kept in a day


@dataclass(frozen=True, slots=True)
class InboundFile:
    """A file as the channel fetched it, before the transaction. `content` is None where `trouble` says why.

    `media_type` and `name` are what the sender claims; what counts is decided by content. `seconds`: of a recording.
    """

    kind: FileKind
    content: bytes | None
    media_type: str = ""
    name: str = ""
    seconds: int | None = None
    trouble: FileTrouble | None = None


@dataclass(frozen=True, slots=True)
class Location:
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class SharedContact:
    """A contact card. `own`: the sender's own number (Telegram tells); somebody else's is not kept."""

    phone: str
    own: bool


@dataclass(frozen=True, slots=True)
class Membership:
    """What became of the bot in a group. `added`: it was not there before; `gone`: it is there no more.

    `forum`: the group has topics; `manages`: the bot may open, close and remove them.
    """

    title: str = ""
    added: bool = False
    gone: bool = False
    forum: bool = False
    manages: bool = False


@dataclass(frozen=True, slots=True)
class Inbound:
    """One message of one person, from whatever channel, already known to be genuine.

    `account` is our own account there (the bot's id, our number), `address` the person's (chat id, +62..., session).
    (channel, account, provider_id) recognises a repeat. `at`: the provider's time, aware, never later than now.
    `choice` is the payload of a button, exactly as we made it.
    `message_ref`: the provider's id of this message itself, that edits and quotes refer to; equal to `provider_id`
    where there is one only. `refers_to`: the provider's id of the message that is edited, or quoted.
    `album`: messages with the same value belong together. `language`: what the app is set to, a hint.
    `private`: where to write to us alone, when this came from a group. Then `address` is the group's, and `speaker` the
    own address of whoever wrote there; `thread`: the topic in the office's group, of which alone words are read;
    `membership`: what became of the bot there.
    """

    channel: Channel
    account: str
    address: str
    provider_id: str
    at: datetime
    kind: InboundKind = InboundKind.MESSAGE
    text: str = ""
    choice: str = ""
    files: tuple[InboundFile, ...] = ()
    location: Location | None = None
    contact: SharedContact | None = None
    message_ref: str = ""
    refers_to: str = ""
    forwarded: bool = False
    album: str = ""
    language: str = ""
    private: str = ""
    speaker: str = ""
    thread: str = ""
    membership: Membership | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A button, or a line of a numbered list. `key` is its payload: at most 64 bytes of `A-Za-z0-9_:.-`.

    `number` is what people may type for it: 1-9, or 0 for "other / don't know".
    """

    key: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class OutgoingFile:
    """A kept file to send along: the channel fetches it by `attachment_id`, or shows `name`."""

    attachment_id: int
    name: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to one person, in words, ready for a channel to lay out.

    `lines` are paragraphs, joined with a line break (SMS: a space). `choices` become buttons where the channel has them
    and at most three, otherwise a numbered list. `ids` are the message ids the words came from (for tests and traces).
    `topic`: what becomes of the topic it goes to, after it: `close`, `reopen` or `remove`. `captioned`: the first file
    is a picture that the text belongs under. `announced`: the one line that may go in a template, with a link to the
    first file, while the rest has to wait for the person's word.
    """

    lines: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    files: tuple[OutgoingFile, ...] = ()
    ids: tuple[str, ...] = ()
    template: Mapping[str, str] = field(
        default_factory=dict
    )  # variables of the approved template, when only that may go
    topic: str = ""
    captioned: bool = False
    announced: str = ""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)
