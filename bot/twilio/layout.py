"""How a message is laid out for WhatsApp and SMS: parts that are not too long, buttons or a numbered list."""

import re
from dataclasses import dataclass
from typing import Final

from bot.twilio.gsm import to_gsm
from messages.envelope import Channel, Choice, Outgoing, OutgoingFile

BODY_LIMIT: Final = 1600
"""Characters of one message; error 21617 above it."""

BUTTONS_BODY_LIMIT: Final = 1024
"""Characters of a text that carries quick replies."""

VARIABLES_LIMIT: Final = 1600
"""Characters of all content variables of one message together."""

MOST_BUTTONS: Final = 3
TITLE_LIMIT: Final = 20


@dataclass(frozen=True, slots=True)
class Part:
    """One message as the provider takes it.

    `body` is the text with everything in it. Where `buttons` are there, `lines` are shown above them instead,
    and `body` is what goes when buttons cannot be had. `file` goes as media, with `body` as its caption.
    """

    body: str
    lines: tuple[str, ...] = ()
    buttons: tuple[Choice, ...] = ()
    file: OutgoingFile | None = None

    def reads_as(self, body: str) -> bool:
        """Whether `body`, from the provider's list, is this part in one of its forms (white space aside)."""
        return _squeezed(body) in {_squeezed(self.body), _squeezed("\n".join(self.lines))} - {""}


def lay_out(channel: Channel, message: Outgoing, *, files_go: bool) -> tuple[Part, ...]:
    """The parts of `message`, in order. `files_go`: Twilio can fetch files; else their names stand there."""
    rows = [row for line in message.lines for row in line.split("\n")]
    shown = [Part(file.name, file=file) for file in message.files if files_go]
    rows += [file.name for file in message.files if not files_go]
    listed = [*rows, *(f"{choice.number} {choice.label}" for choice in message.choices)]
    if channel is Channel.SMS:
        listed = [to_gsm(row) for row in listed if row.strip()]
    bodies = pieces("\n".join(listed).strip(), BODY_LIMIT)
    lines = tuple(_squeezed(row) for row in rows if row.strip())
    if channel is Channel.WHATSAPP and len(bodies) == 1 and _can_have_buttons(lines, message.choices):
        return *shown, Part(bodies[0], lines=lines, buttons=message.choices)
    return *shown, *(Part(body) for body in bodies)


def pieces(text: str, limit: int) -> list[str]:
    """`text` in pieces of at most `limit` characters: cut between paragraphs, else words, else anywhere."""
    found: list[str] = []
    while length(text) > limit:
        room = len(_fitting(text, limit))
        before = text[: room + 1]  # a break right behind the last character that fits is a place to cut, too
        cut = max(before.rfind("\n"), 0) or max(before.rfind(" "), 0) or room
        found.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [piece for piece in (*found, text) if piece]


def length(text: str) -> int:
    """Characters as the provider counts them at worst: an emoji is two (UTF-16)."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def plain_variable(value: str) -> str:
    """`value` as a content variable may be: no line break, tab or run of spaces, and not empty."""
    return _squeezed(value) or "-"


def _fitting(text: str, limit: int) -> str:
    room = text[:limit]
    while length(room) > limit:
        room = room[:-1]
    return room


def _can_have_buttons(lines: tuple[str, ...], choices: tuple[Choice, ...]) -> bool:
    titles = [choice.label for choice in choices]
    return (
        0 < len(choices) <= MOST_BUTTONS
        and bool(lines)
        and len(set(titles)) == len(titles)
        and all(title.strip() and length(title) <= TITLE_LIMIT and "{{" not in title for title in titles)
        and length("\n".join(lines)) <= BUTTONS_BODY_LIMIT
        and sum(length(value) for value in (*lines, *(choice.key for choice in choices))) <= VARIABLES_LIMIT
    )


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
