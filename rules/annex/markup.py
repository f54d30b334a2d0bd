"""Loose HTML to text with a few marks that say where a list item begins.

Tags are opened and never closed, lose their `>`, or come in upper case; a page break cuts a list and opens it
again. So this builds no tree: it follows how deep the lists with `<li>` are and forgets it at a new heading.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

ITEM = "\ue000"  # a top-level list item begins
END = "\ue001"  # the top-level list was closed
BREAK = "\ue002"  # a paragraph or line ends on purpose
SOFT = "\ue003"  # a line or page of the source ended, perhaps inside a sentence
SUB = "\ue004"  # a made-up label of an inner item follows, up to the next blank

_MARKS = re.compile("[\ue000-\ue0ff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u0000]")
_NAMES = "p|ol|ul|li|br|div|span|font|table|tbody|tr|td|th|h[1-6]|hr|b|i|u|em|strong|sup|sub|small|a|o:p"
_ATTRIBUTE = r"""\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*')"""
_TAG = re.compile(
    rf"<!--(?:(?!<!--).)*?-->|<(?P<close>/?)\s*(?P<name>[a-z][a-z0-9:]*)(?P<rest>(?:\s[^<>]*|/)?)>"
    rf"|<(?P<close2>/?)(?P<name2>{_NAMES})(?P<rest2>(?:{_ATTRIBUTE})*)(?=\s|<|$)",
    re.IGNORECASE | re.DOTALL,
)
_ESCAPED_TAG = re.compile(rf"&lt;(/?(?:{_NAMES})(?:\s[^<>&]*)?/?)&gt;", re.IGNORECASE)
_UNFINISHED = re.compile(rf"</?(?:{_NAMES})\b[^<>]{{0,200}}$", re.IGNORECASE)
_REST_OF_TAG = re.compile(r"[^<>]{0,200}>|\s*[\w-]+\s*=\s*[\"'][^<>]{0,200}$")
_BLOCKS = {"p", "br", "div", "table", "tbody", "tr", "hr", *(f"h{n}" for n in range(1, 7))}
_WORDED = re.compile(r"\s*(?:[a-z][.)]|[0-9]{1,2}\))\s")
_START = re.compile(r"\bstart\s*=\s*[\"']?([0-9]{1,3})", re.IGNORECASE)
_LETTERED = re.compile(r"\btype\s*=\s*[\"']?[ai]\b|lower-(?:alpha|latin|roman)", re.IGNORECASE)
_LABEL = r"(?:^|(?<=[\s.;:\ue000-\ue004]))(?:[A-Z]|[IVX]{1,4})[.)][\s\ue001-\ue003]*"
_KINDS = "Persyaratan|Syarat|Umum|Khusus|Administrasi|Administratif|Teknis|Perorangan|Badan|Permohonan"
HEADING = re.compile(
    rf"(?:{_LABEL}(?:{_KINDS})\b|(?:^|(?<=[.;:\ue000-\ue004])\s*)(?-i:Persyaratan|PERSYARATAN|Syarat|SYARAT)\b)"
    r"[^.;\ue000-\ue004]{0,80}:?\s*$"
    r"|(?:^|(?<=[\s.;:\ue000-\ue004]))(?-i:[A-Z]\.\s+[A-Z])[^.;\ue000-\ue004]{1,80}:\s*$",
    re.IGNORECASE,
)
"""A heading at the end of a text, `B. Persyaratan Khusus:`; without its letter only after a stop."""

_LONGEST_HEADING = 160


def heading_at_end(text: str, pattern: re.Pattern[str] = HEADING) -> re.Match[str] | None:
    """The heading that the text ends in. Looks at its end alone: texts are long and headings are not."""
    return pattern.search(text, max(0, len(text) - _LONGEST_HEADING))


def plain(text: str) -> str:
    """The bare text, in one line."""
    return " ".join(_words(_TAG.sub(_blank, _without_marks(text))).split())


def marked(pieces: Iterable[str]) -> str:
    """The text of a cell with marks; `pieces` are its parts as lines and pages cut them."""
    follower = _Follower()
    for n, piece in enumerate(_whole_tags(pieces)):
        if n:
            follower.turn_page(piece)
        follower.read(_without_marks(piece))
    return "".join(follower.out)


def _whole_tags(pieces: Iterable[str]) -> list[str]:
    """The pieces with tags that a line's end cut in two made whole."""
    whole: list[str] = []
    for piece in pieces:
        rest = _REST_OF_TAG.match(piece) if whole and _UNFINISHED.search(whole[-1]) else None
        if rest is not None:
            whole[-1] += f" {rest[0]}"
        whole.append(piece[rest.end() :] if rest is not None else piece)
    return whole


@dataclass
class _List:
    kind: str
    items: int = 0
    item_closed: bool = False
    said_since: bool = False  # text stood after the closed item: what opens next is no inner list
    worded: bool = False  # its items are labelled in words (`a. ...`), so an `<li>` that follows is not its own


@dataclass
class _Follower:
    out: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    top_items: int = 0

    def turn_page(self, piece: str) -> None:
        self.out.append(SOFT)
        first = _TAG.match(piece.strip())
        if first is None or _name(first) not in ("ol", "ul"):
            return
        # The page opens the list again; a lettered one is the inner list of the item that goes on.
        inner = bool(_LETTERED.search(_rest(first))) and any(one.items for one in self.lists)
        self.lists = self.lists[:1] if inner else []

    def read(self, piece: str) -> None:
        at = 0
        for tag in _TAG.finditer(piece):
            self._text(piece[at : tag.start()])
            self._tag(_name(tag), bool(tag["close"] or tag["close2"]), _rest(tag))
            at = tag.end()
        self._text(piece[at:])

    def _text(self, text: str) -> None:
        text = _words(text)
        if text.strip():
            if self.lists and not self._opens_item() and heading_at_end(text) is not None:
                self.lists = []
                self.out.append(END)
            if self.lists and not self.lists[-1].items and _WORDED.match(text):
                self.lists[-1].worded = True
            if self.lists and self.lists[-1].item_closed:
                self.lists[-1].said_since = True
        self.out.append(text)

    def _opens_item(self) -> bool:
        last = "".join(self.out[-3:]).rstrip(f" {BREAK}")
        return last.endswith(ITEM) or bool(re.search(rf"{SUB}\S+$", last))

    def _tag(self, name: str, closes: bool, rest: str) -> None:
        if name in ("ol", "ul"):
            self._close_list() if closes else self._open_list(name, rest)
        elif name == "li":
            self._close_item() if closes else self._open_item()
        elif name in _BLOCKS:
            self.out.append(BREAK)
        elif name in ("td", "th"):
            self.out.append(" ")

    def _open_list(self, kind: str, rest: str) -> None:
        start = _START.search(rest)
        goes_on = start is not None and self.top_items > 0 and int(start[1]) == self.top_items + 1
        if goes_on or (self.lists and self.lists[-1].said_since):
            self.lists = []
        self.lists.append(_List(kind))
        self.out.append(BREAK)

    def _close_list(self) -> None:
        if self.lists:
            self.lists.pop()
        self.out.append(BREAK if any(one.items for one in self.lists) else END)

    def _open_item(self) -> None:
        if not self.lists:
            self.lists.append(_List("ol"))
        while len(self.lists) > 1 and self.lists[-1].worded and not self.lists[-1].items:
            self.lists.pop()
        innermost = self.lists[-1]
        depth = sum(one.items > 0 for one in self.lists[:-1])
        innermost.items += 1
        innermost.item_closed = innermost.said_since = False
        if depth == 0:
            self.top_items += 1
            self.out.append(ITEM)
        else:
            self.out.append(f" {SUB}{_label(innermost, depth)} ")

    def _close_item(self) -> None:
        if self.lists:
            self.lists[-1].item_closed = True
        self.out.append(BREAK)


def _label(inner: _List, depth: int) -> str:
    if inner.kind == "ul" or inner.items > 26:
        return "-"
    return f"{chr(ord('a') + inner.items - 1)}." if depth == 1 else f"{inner.items})"


def _name(tag: re.Match[str]) -> str:
    return (tag["name"] or tag["name2"] or "").lower()


def _rest(tag: re.Match[str]) -> str:
    return tag["rest"] or tag["rest2"] or ""


def _blank(tag: re.Match[str]) -> str:
    name = _name(tag)
    return " " if name in _BLOCKS or name in ("ol", "ul", "li", "td", "th") else ""


def _words(text: str) -> str:
    for _ in range(3):  # entities may have been escaped again: &amp;nbsp;
        before, text = text, html.unescape(text)
        if before == text:
            break
    return _without_marks(text).replace("\u00a0", " ")


def _without_marks(text: str) -> str:
    return _ESCAPED_TAG.sub(r"<\1>", _INVISIBLE.sub("", _MARKS.sub(" ", text)))
