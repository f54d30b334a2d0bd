"""A sheet for a picture of few colours: boxes, lines and letters with smooth edges, kept as PNG.

Places and sizes are pixels of the finished picture, from its upper left corner.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from math import dist

from PIL import Image, ImageDraw, ImageFont

from messages.lettering import Type, clean, cut, file_of, width, wrap

Colour = tuple[int, int, int]
Point = tuple[float, float]

# Of the palette of Okabe and Ito, which the colour-blind tell apart; and greys.
BLUE, SKY, GREEN, VERMILLION, PURPLE = (0, 114, 178), (86, 180, 233), (0, 158, 115), (213, 94, 0), (204, 121, 167)
WHITE, INK, GREY = (255, 255, 255), (26, 26, 26), (190, 190, 190)
_INKS = (INK, BLUE, SKY, GREEN, VERMILLION, PURPLE)

_FINER = 2  # drawn so many times as large: Pillow's own edges are rough
_SHADES = 12  # from white to a colour, for those edges
_STRIPE, _PITCH = 11, 26  # still seen as stripes when a telephone shows a third of the size


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line looks. `dash`: how long it is drawn and how long not; `corners` of its markers, many for a disc."""

    colour: Colour
    thickness: float
    corners: int
    dash: tuple[float, float] | None = None


class Sheet:
    """White at first. What is drawn later lies on top."""

    def __init__(self, wide: int, high: int) -> None:
        self._image = Image.new("RGB", (wide * _FINER, high * _FINER), WHITE)
        self._draw = ImageDraw.Draw(self._image)

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """A filled box; its right and lower edges are the first pixels outside."""
        x, y, beyond, below = (round(edge * _FINER) for edge in (left, top, right, bottom))
        if x < beyond and y < below:
            self._draw.rectangle((x, y, beyond - 1, below - 1), fill=colour)

    def striped(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """A box with an edge, filled with stripes that rise to the right."""
        self.box(left, top, right, bottom, colour)
        edge = 4
        x, y, beyond, below = (round(at * _FINER) for at in (left + edge, top + edge, right - edge, bottom - edge))
        if x >= beyond or y >= below:
            return
        inside = Image.new("RGB", (beyond - x, below - y), WHITE)
        draw = ImageDraw.Draw(inside)
        stripe, pitch, high = _STRIPE * _FINER, _PITCH * _FINER, inside.height
        for foot in range(-high - pitch // 2, inside.width, pitch):
            draw.polygon(
                [(foot, high), (foot + high, 0), (foot + high + stripe, 0), (foot + stripe, high)], fill=colour
            )
        self._image.paste(inside, (x, y))

    def line(self, points: Sequence[Point], pen: Pen) -> None:
        """A line through the points, round at its bends."""
        for piece in _dashes(points, pen.dash) if pen.dash else [list(points)]:
            finer = [(x * _FINER, y * _FINER) for x, y in piece]
            self._draw.line(finer, pen.colour, round(pen.thickness * _FINER), joint="curve")

    def marker(self, at: Point, pen: Pen) -> None:
        """The mark of this pen's line, with a white seam that parts it from what it lies on."""
        x, y = (place * _FINER for place in at)
        radius = pen.thickness * 1.8
        for colour, reach in ((WHITE, radius + 3), (pen.colour, radius)):
            self._draw.regular_polygon((x, y, reach * _FINER), pen.corners, fill=colour)

    def words(self, left: float, baseline: float, kind: Type, text: str) -> None:
        """One line of cleaned text. Each letter stands where `lettering.width` measured it."""
        font = _font(kind.font, kind.size)
        for char in text:
            self._draw.text((left * _FINER, baseline * _FINER), char, INK, font, anchor="ls")
            left += width(char, kind)

    def png(self) -> bytes:
        """The same drawing gives the same bytes: no time, no program."""
        file = BytesIO()
        flat = self._image.reduce(_FINER).quantize(palette=_palette(), dither=Image.Dither.NONE)
        flat.save(file, "PNG", optimize=True)
        return file.getvalue()


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of one type, all ink."""

    kind: Type
    lines: tuple[str, ...]

    @property
    def high(self) -> float:
        return self.kind.leading * len(self.lines)

    @property
    def wide(self) -> float:
        return max((width(line, self.kind) for line in self.lines), default=0)

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        # Capitals are 0.73 of the size high: so they stand in the middle of their line.
        baseline = top + self.kind.leading / 2 + 0.365 * self.kind.size
        for number, line in enumerate(self.lines):
            sheet.words(left, baseline + number * self.kind.leading, self.kind, line)


def fitted(text: str, room: float, *kinds: Type, most: int = 2) -> Words:
    """The text on one line of the first type in which it fits, or on up to `most` lines of the last."""
    text = clean(text).replace("\n", " ")
    for kind in kinds:
        lines = wrap(text, kind, room)
        if len(lines) <= 1:
            return Words(kind, tuple(lines))
    if len(lines) > most:
        lines = cut(wrap(text, kind, room - width("…", kind)), most)
    return Words(kind, tuple(lines))


def digits(count: int, thousands: str) -> str:
    """The count with `thousands`, a character at most, between groups of three digits."""
    return f"{count:,}".replace(",", clean(thousands)[:1])


def _dashes(points: Sequence[Point], dash: tuple[float, float]) -> Iterator[list[Point]]:
    """The drawn pieces of a line, measured along it, so that they bend with it."""
    drawn, left = True, dash[0]
    piece = list(points[:1])
    for here, there in pairwise(points):
        long, gone = dist(here, there), 0.0
        while long - gone > left:
            gone += left
            part = gone / long
            at = (here[0] + (there[0] - here[0]) * part, here[1] + (there[1] - here[1]) * part)
            if drawn:
                yield [*piece, at]
            piece = [at]
            drawn, left = not drawn, dash[drawn]
        left -= long - gone
        piece.append(there)
    if drawn:
        yield piece


@lru_cache(maxsize=16)
def _font(name: str, size: float) -> ImageFont.FreeTypeFont:
    # The basic engine is in every build of Pillow, so letters look the same everywhere.
    return ImageFont.truetype(BytesIO(file_of(name)), size * _FINER, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=1)
def _palette() -> Image.Image:
    shades = [
        round(255 + (part - 255) * shade / _SHADES) for ink in _INKS for shade in range(1, _SHADES + 1) for part in ink
    ]
    palette = Image.new("P", (1, 1))
    palette.putpalette([*WHITE, *GREY, *shades])
    return palette
