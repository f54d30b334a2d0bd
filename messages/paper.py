"""A plain document as PDF, for printing in black and white: title, sections of labels with values, paragraphs.

People's words are drawn letter by letter, never read as markup. The same paper gives the same bytes: no time, no path.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import chain, zip_longest
from threading import Lock

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from messages.lettering import BOLD, PLAIN, Type, clean, cut, width, wrap


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading: rows of label and value, then paragraphs. One that has neither is left out."""

    heading: str
    rows: tuple[tuple[str, str], ...] = ()
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """`footer` stands on every page, beside `page_words`, in which {page} and {pages} become numbers."""

    title: str
    subtitle: str = ""
    sections: tuple[Section, ...] = ()
    footer: str = ""
    page_words: str = "{page}/{pages}"


@dataclass(frozen=True, slots=True)
class _Strip:
    """One line across the page: words, each at its x, and a rule under them where `rule` has a thickness.

    `kept`: never the last on its page, but together with the next.
    """

    words: tuple[tuple[float, Type, str], ...]
    leading: float
    above: float = 0
    below: float = 0
    rule: float = 0
    kept: bool = False

    @property
    def height(self) -> float:
        return self.above + self.leading + self.below


_Page = list[tuple[float, _Strip]]  # each with the y of its upper edge

_LEFT, _RIGHT = 68.0, A4[0] - 62  # a little more where it is punched and filed
_TOP, _BOTTOM = A4[1] - 62, 92.0
_VALUES = _LEFT + 150  # where the column of values begins
_COUNT = _RIGHT - 110  # left of this is the footer, right of it the page number
_GUTTER = 14.0
_FOOTER_LINES = 3

_TITLE, _SUBTITLE, _HEADING = Type(BOLD, 17, 23), Type(PLAIN, 10.5, 15), Type(BOLD, 11, 16)
_LABEL, _BODY, _FOOTER = Type(BOLD, 8.5, 13.5), Type(PLAIN, 9.5, 13.5), Type(PLAIN, 8, 10.5)

_SAVING = Lock()  # how far a font was read is kept in the font: two papers at once would read past each other


class _Info(PDFInfo):  # type: ignore[misc]  # it ships no types
    """The title alone: reportlab would add itself, placeholders for an author, and a date."""

    def format(self, document: object) -> bytes:
        return bytes(PDFDictionary({"Title": PDFString(self.title)}).format(document))


def to_pdf(paper: Paper) -> bytes:
    """The paper as A4 pages. Takes any text: what the font lacks is drawn as a box, control characters are left out."""
    pages = _pages(_strips(paper))
    footer = cut(_lines(paper.footer, _FOOTER, _COUNT - _GUTTER), _FOOTER_LINES)
    file = BytesIO()
    # With a first font of our own, since reportlab would name one that is not embedded.
    canvas = Canvas(file, pagesize=A4, pageCompression=1, invariant=1, initialFontName=PLAIN)
    canvas._doc.info = _Info()
    canvas.setTitle(" ".join(clean(paper.title).split()))
    for number, page in enumerate(pages, 1):
        count = paper.page_words.replace("{pages}", str(len(pages))).replace("{page}", str(number))
        for y, strip in chain(page, _foot(footer, count)):
            _draw(canvas, y, strip)
        canvas.showPage()
    with _SAVING:
        canvas.save()
    return file.getvalue()


def _lines(text: str, kind: Type, right: float = _RIGHT, left: float = _LEFT) -> list[str]:
    return wrap(clean(text), kind, right - left)


def _strips(paper: Paper) -> Iterator[_Strip]:
    title = [_Strip(((_LEFT, _TITLE, line),), _TITLE.leading, kept=True) for line in _lines(paper.title, _TITLE)]
    under = [_Strip(((_LEFT, _SUBTITLE, line),), _SUBTITLE.leading) for line in _lines(paper.subtitle, _SUBTITLE)]
    if under:
        under[0] = replace(under[0], above=2)
    head = [*title, *under]
    if head:
        yield from head[:-1]
        yield replace(head[-1], below=8, rule=1.5, kept=False)
    for section in paper.sections:
        body = list(chain(_rows(section.rows), _paragraphs(section.paragraphs)))
        if body:
            yield from _heading(_lines(section.heading, _HEADING))
            yield from body


def _heading(lines: list[str]) -> list[_Strip]:
    """Without words it is the space alone."""
    if not lines:
        return [_Strip((), 0, above=14, kept=True)]
    strips = [_Strip(((_LEFT, _HEADING, line),), _HEADING.leading, kept=True) for line in lines]
    strips[0] = replace(strips[0], above=20)
    strips[-1] = replace(strips[-1], below=3, rule=0.75)
    return strips


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[_Strip]:
    for label, value in rows:
        pairs = zip_longest(
            _lines(label, _LABEL, _VALUES - _GUTTER), _lines(value, _BODY, _RIGHT, _VALUES), fillvalue=""
        )
        strips = [_Strip(((_LEFT, _LABEL, left), (_VALUES, _BODY, right)), _BODY.leading) for left, right in pairs]
        if strips:
            strips[0] = replace(strips[0], above=4)
            strips[-1] = replace(strips[-1], below=4, rule=0.25)
            yield from _together(strips)


def _paragraphs(paragraphs: Iterable[str]) -> Iterator[_Strip]:
    for text in paragraphs:
        strips = [_Strip(((_LEFT, _BODY, line),), _BODY.leading) for line in _lines(text, _BODY)]
        if strips:
            strips[0] = replace(strips[0], above=7)
            yield from _together(strips)


def _together(strips: list[_Strip]) -> list[_Strip]:
    """So that no first or last line stands alone on a page."""
    last = len(strips) - 1
    return [replace(strip, kept=i < last and i in (0, last - 1)) for i, strip in enumerate(strips)]


def _pages(strips: Iterable[_Strip]) -> list[_Page]:
    """Strips laid on pages, at least one. Those that are kept together are, unless they are more than a page."""
    pages: list[_Page] = [[]]
    y, group = _TOP, list[_Strip]()
    for strip in strips:
        group.append(strip)
        if strip.kept:
            continue
        needed = sum(member.height for member in group)
        for member in group:
            if pages[-1] and y - max(needed, member.height) < _BOTTOM:
                pages.append([])
                y = _TOP
            needed = 0  # asked once for all of them, then each for itself
            placed = member if pages[-1] else replace(member, above=0)
            pages[-1].append((y, placed))
            y -= placed.height
        group = []
    return pages


def _foot(footer: list[str], count: str) -> _Page:
    (number,) = cut(_lines(count, _FOOTER, _RIGHT, _COUNT), 1) or [""]
    at = _RIGHT - width(number, _FOOTER)
    top = _BOTTOM - 14
    lines: _Page = [(top, _Strip((), 0, rule=0.5))]
    for i, (line, beside) in enumerate(zip_longest(footer, [number], fillvalue="")):
        words = ((_LEFT, _FOOTER, line), (at, _FOOTER, beside))
        lines.append((top - 4 - i * _FOOTER.leading, _Strip(words, _FOOTER.leading)))
    return lines


def _draw(canvas: Canvas, y: float, strip: _Strip) -> None:
    largest = max((kind.size for _, kind, _ in strip.words), default=0)
    # Capitals are 0.73 of the size high: so they stand in the middle of their line, and columns on one line.
    baseline = y - strip.above - strip.leading / 2 - 0.365 * largest
    for x, kind, text in strip.words:
        if text:
            canvas.setFont(kind.font, kind.size)
            canvas.drawString(x, baseline, text)
    if strip.rule:
        canvas.setLineWidth(strip.rule)
        edge = y - strip.height
        canvas.line(_LEFT, edge, _RIGHT, edge)
