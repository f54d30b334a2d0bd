"""How an `Outgoing` looks on Telegram: buttons or a numbered list, and long texts in several parts."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from messages.envelope import Choice, Outgoing, OutgoingFile

TEXT_LIMIT: Final = 4096
"""UTF-16 code units in one message."""
CAPTION_LIMIT: Final = 1024
"""UTF-16 code units under a picture."""
MOST_BUTTONS: Final = 3
LONGEST_LABEL: Final = 20
"""Characters on a button; with more, or more buttons, a numbered list is easier to read and to answer."""
_ONE_ROW: Final = 26
"""Characters that buttons side by side may hold together without being cut off on a small phone."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """One message of plain text."""

    text: str
    keyboard: InlineKeyboardMarkup | None = None


@dataclass(frozen=True, slots=True)
class FilePart:
    """One message with a kept file, perhaps with a text under it. Where the file is gone or too large the text, or its
    name, is written instead.
    """

    file: OutgoingFile
    text: str = ""
    keyboard: InlineKeyboardMarkup | None = None


Part = TextPart | FilePart


def lay_out(message: Outgoing) -> list[Part]:
    """The messages to send, in order: files first, then the text, so that buttons stay at the end. A text that belongs
    under a picture, and is short enough, goes with it in front of the other files.
    """
    parts: list[Part] = [FilePart(file) for file in message.files]
    text = message.text
    as_buttons = fits_buttons(message.choices) and bool(text.strip())  # Telegram has no buttons without a text
    if message.choices and not as_buttons:
        listed = "\n".join(f"{choice.number} {choice.label}" for choice in message.choices)
        text = f"{text}\n{listed}" if text.strip() else listed
    if message.captioned and message.files and utf16_units(text) <= CAPTION_LIMIT:
        keyboard = _keyboard(message.choices) if as_buttons else None
        return [FilePart(message.files[0], text.strip(), keyboard), *parts[1:]]
    texts = [TextPart(part) for part in split(text, TEXT_LIMIT, utf16_units)]
    if texts and as_buttons:
        texts[-1] = TextPart(texts[-1].text, _keyboard(message.choices))
    return [*parts, *texts]


def fits_buttons(choices: tuple[Choice, ...]) -> bool:
    """Whether these choices are few and short enough to be buttons."""
    return 1 <= len(choices) <= MOST_BUTTONS and all(len(choice.label) <= LONGEST_LABEL for choice in choices)


def _keyboard(choices: tuple[Choice, ...]) -> InlineKeyboardMarkup:
    buttons = [InlineKeyboardButton(choice.label, callback_data=choice.key) for choice in choices]
    if sum(len(choice.label) for choice in choices) <= _ONE_ROW:
        return InlineKeyboardMarkup([buttons])
    return InlineKeyboardMarkup([[button] for button in buttons])


def utf16_units(text: str) -> int:
    """How Telegram counts: a character outside the basic plane (most emoji) is two."""
    return len(text) + sum(character > "\uffff" for character in text)


# Where a text may be cut, best first: after a paragraph, a sentence, a word, anywhere.
_CUTS: Final = (
    re.compile(r"(?<=\n)"),
    re.compile(r"(?<=[.!?]\s)"),
    re.compile(r"(?<=\s)"),
    re.compile(r"(?<=.)", re.S),
)


def split(text: str, limit: int, measure: Callable[[str], int] = len) -> list[str]:
    """Cut into parts of at most `limit` by `measure`: at paragraphs, sentences, words, or where it is full.

    Blank space at the cuts is dropped, nothing else. A text without words has no parts.
    """
    parts: list[str] = []
    held: list[str] = []
    size = 0
    for piece in _pieces(text, limit, measure, 0):
        if size + measure(piece.rstrip()) > limit:
            parts.append("".join(held))
            held, size = [], 0
        held.append(piece)
        size += measure(piece)
    parts.append("".join(held))
    return [part.strip() for part in parts if part.strip()]


def _pieces(text: str, limit: int, measure: Callable[[str], int], cut: int) -> Iterator[str]:
    """Pieces of at most `limit` each, no smaller than they have to be."""
    for piece in _CUTS[cut].split(text):
        if measure(piece.rstrip()) <= limit or cut + 1 == len(_CUTS):
            yield piece
        else:
            yield from _pieces(piece, limit, measure, cut + 1)
