"""Letters on paper: the font that comes with reportlab, what it can draw, and any text as lines of a given width."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from io import BytesIO
from unicodedata import category, decomposition, normalize

from reportlab.pdfbase.pdfmetrics import getFont, registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

PLAIN, BOLD = "PaperPlain", "PaperBold"  # one family: both draw the same characters
_FILES = {PLAIN: "Vera.ttf", BOLD: "VeraBd.ttf"}
BOX = "\ufffd"  # stands for what the font lacks

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANK_LINES = re.compile("\n{3,}")
_VARIATIONS = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")  # they only choose a look
_SAME_LETTER = ("<font>", "<wide>", "<narrow>", "<compat>")  # not <super>: ten to the fifth is not 105
_ALIKE = {"\u2010": "-", "\u2011": "-", "\u2012": "–", "\u02bb": "‘", "\u02bc": "’"}


@dataclass(frozen=True, slots=True)
class Type:
    """A font at a size; `leading` is the height of a line."""

    font: str
    size: float
    leading: float


def file_of(font: str) -> bytes:
    """The TrueType file of PLAIN or BOLD."""
    return (resources.files("reportlab") / "fonts" / _FILES[font]).read_bytes()


def _register() -> frozenset[str]:
    """Make the fonts known to reportlab, and tell what they can draw."""
    for name in _FILES:
        registerFont(TTFont(name, BytesIO(file_of(name))))
        # Glyph 0 is an empty box. With a character of its own it is drawn, and is told as unknown to who copies it.
        getFont(name).face.charToGlyph[ord(BOX)] = 0
    known = map(chr, getFont(PLAIN).face.charToGlyph)
    return frozenset(char for char in known if category(char) not in ("Cc", "Cf", "Cn"))


_DRAWABLE = _register()  # on import: reportlab's list of fonts is shared by all threads


def clean(text: str) -> str:
    """The text in characters that can be drawn and line breaks: outer blanks off, never two blank lines in a row."""
    # Invisible ones go first, since they may stand between a letter and its accent.
    seen = normalize("NFC", "".join(map(_seen, _VARIATIONS.sub("", _BREAKS.sub("\n", text)))))
    lines = (line.strip() for line in "".join(map(_drawn, seen)).split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines).strip())


@lru_cache(maxsize=4096)
def _seen(char: str) -> str:
    """The character, a space for all kinds of space that may break, nothing for what has no look of its own."""
    if char in "\n\xa0":
        return char
    kind = category(char)
    if char == "\t" or kind == "Zs":
        return " "
    return "" if kind in ("Cc", "Cf") else char


@lru_cache(maxsize=4096)
def _drawn(char: str) -> str:
    """The character, the plain letters of a decorated one, or a box."""
    if char in _DRAWABLE or char == "\n":
        return char
    plain = normalize("NFKC", char) if decomposition(char).startswith(_SAME_LETTER) else _ALIKE.get(char, BOX)
    return plain if _DRAWABLE.issuperset(plain) else BOX


@lru_cache(maxsize=4096)
def _advance(char: str, font: str) -> float:
    return float(stringWidth(char, font, 1))


def width(text: str, kind: Type) -> float:
    """How wide a cleaned text is, in points: the font has no kerning here, so letters simply add up."""
    return sum(_advance(char, kind.font) for char in text) * kind.size


def wrap(text: str, kind: Type, room: float) -> list[str]:
    """A cleaned text as lines no wider than `room` points. A word that is wider alone is broken anywhere."""
    lines = []
    space = width(" ", kind)
    for paragraph in text.split("\n") if text else ():
        line, used = "", 0.0
        for word in filter(None, paragraph.split(" ")):
            wide = width(word, kind)
            if line and used + space + wide <= room:
                line, used = f"{line} {word}", used + space + wide
                continue
            if line:
                lines.append(line)
            *full, line = [word] if wide <= room else _broken(word, kind, room)
            lines += full
            used = width(line, kind)
        lines.append(line)
    return lines


def _broken(word: str, kind: Type, room: float) -> list[str]:
    pieces, start, used = [], 0, 0.0
    for at, char in enumerate(word):
        wide = width(char, kind)
        if at > start and used + wide > room:
            pieces.append(word[start:at])
            start, used = at, 0.0
        used += wide
    return [*pieces, word[start:]]


def cut(lines: list[str], most: int) -> list[str]:
    """At most so many lines; the last tells by `…` that there was more."""
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1].rstrip(" .") + "…"]
