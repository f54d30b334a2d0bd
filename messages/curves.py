"""Lines over days: what each is, a few round numbers to read it by, and its last count at its end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count as counting
from itertools import pairwise

from messages.drawing import BLUE, GREEN, GREY, INK, PURPLE, Pen, Point, Sheet, Words, digits, fitted
from messages.lettering import BOLD, PLAIN, Type

# The looks of lines, in the order of the curves: colour, dash and marker all differ.
PENS = (Pen(BLUE, 6, 48), Pen(GREEN, 6, 4, (17, 9)), Pen(PURPLE, 6, 3, (7, 8)))

_SIZES = ((42, 52), (36, 44), (30, 38))  # of type and its lines: smaller only where numbers or days are very long
_LABEL = Type(PLAIN, *_SIZES[0])
_GAP, _BESIDE = 22, 14  # between things; between a sample and its label
_SAMPLE = 84  # the piece of a line beside its label
_END = 52  # from the end of a line to its number, with a marker between them
_POINTER = Pen(GREY, 3, 0)  # from there to there: grey, or it would look like another day
_TICK = 16
_BETWEEN_MARKERS = 100
_LEAST_PLOT = 300


@dataclass(frozen=True, slots=True)
class Curve:
    """One count a day, the oldest first."""

    label: str
    counts: tuple[int, ...]


class Plot:
    """Curves in a panel `wide` pixels wide from `left`; the last count of each is written at its end.

    `least`: how high the panel is at least.
    """

    def __init__(self, curves: Sequence[Curve], days: Sequence[str], thousands: str, left: float, wide: float) -> None:
        self._left, self._wide = left, wide
        self._counts = [curve.counts for curve in curves]
        self._steps = _round_steps(max((count for counts in self._counts for count in counts), default=0))
        self._keys, self._keys_high = self._keys_of(curves)
        self._slot = (wide + _GAP) / max(len(days), 1)  # for a day's name and the gap behind it
        for size, leading in _SIZES:
            self._days = [fitted(day, self._slot - _GAP, Type(PLAIN, size, leading)) for day in days]
            if all(len(day.lines) <= 1 for day in self._days):
                break
        self._days_high = _GAP + max((day.high for day in self._days), default=0)
        for size, leading in _SIZES:
            self._numbers = [Words(Type(PLAIN, size, leading), (digits(step, thousands),)) for step in self._steps]
            self._ends = [
                Words(Type(BOLD, size, leading), (digits(counts[-1], thousands),)) for counts in self._counts if counts
            ]
            self._first = left + max(number.wide for number in self._numbers) + _GAP
            self._last = left + wide - max((_END + end.wide for end in self._ends), default=0)
            if self._last - self._first >= wide * 0.45:
                break
        self.least = self._keys_high + _LEAST_PLOT + self._days_high

    def _keys_of(self, curves: Sequence[Curve]) -> tuple[list[tuple[float, float, Words]], float]:
        """The labels, each with its place in the panel: side by side where they fit; and how high they all are."""
        keys, across, down, high = [], 0.0, 0.0, 0.0
        for curve in curves:
            words = fitted(curve.label, self._wide - _SAMPLE - _BESIDE, _LABEL)
            wide = _SAMPLE + _BESIDE + words.wide
            if across and across + wide > self._wide:
                across, down = 0.0, down + high
                high = 0.0
            keys.append((across, down, words))
            across += wide + 2 * _GAP
            high = max(high, words.high, _LABEL.leading)
        return keys, down + high

    def draw(self, sheet: Sheet, top: float, bottom: float) -> None:
        for pen, (across, down, words) in zip(PENS, self._keys, strict=False):
            x, y = self._left + across, top + down + _LABEL.leading / 2
            sheet.line([(x, y), (x + _SAMPLE, y)], pen)
            sheet.marker((x + _SAMPLE / 2, y), pen)
            words.draw(sheet, x + _SAMPLE + _BESIDE, top + down)
        ceiling = top + self._keys_high + self._numbers[-1].high / 2 + _GAP / 2
        floor = bottom - self._days_high
        self._draw_axes(sheet, ceiling, floor)
        self._draw_lines(sheet, ceiling, floor)

    def _draw_axes(self, sheet: Sheet, ceiling: float, floor: float) -> None:
        for step, number in zip(self._steps, self._numbers, strict=True):
            y = round(floor - (floor - ceiling) * step / self._steps[-1])
            sheet.box(self._first, y - 1, self._last, y + 1, GREY if step else INK)
            number.draw(sheet, self._first - _GAP - number.wide, y - number.high / 2)
        for place, day in enumerate(self._days):
            x = self._first + (self._last - self._first) * (place / (len(self._days) - 1) if place else 0)
            sheet.box(x - 2, floor, x + 2, floor + _TICK, INK)
            # Under its mark, as far as its neighbours leave room.
            least = self._left + place * self._slot
            most = least + self._slot - _GAP - day.wide
            day.draw(sheet, min(max(x - day.wide / 2, least), most), floor + _GAP)

    def _draw_lines(self, sheet: Sheet, ceiling: float, floor: float) -> None:
        lines = [list(self._points(counts, ceiling, floor)) for counts in self._counts if counts]
        for pen, points in zip(PENS, lines, strict=False):
            sheet.line(points, pen)
        middles = _apart([points[-1][1] for points in lines], self._ends[0].high if lines else 0, floor)
        for place, (pen, points, end, y) in enumerate(zip(PENS, lines, self._ends, middles, strict=False)):
            beside = (self._last + _END - 22, y)
            sheet.line([points[-1], beside], _POINTER)
            for at in [*self._marked(points, place / len(lines)), beside]:
                sheet.marker(at, pen)
            end.draw(sheet, self._last + _END, y - end.high / 2)

    def _marked(self, points: Sequence[Point], part: float) -> Sequence[Point]:
        """Some points, as far apart as markers should be; a `part` of that later than those of the first line."""
        apart = max(1, round(_BETWEEN_MARKERS * (len(points) - 1) / (self._last - self._first)))
        latest = len(points) - 1 - apart + int(apart * part)
        return points[latest::-apart] if latest >= 0 else ()

    def _points(self, counts: Sequence[int], ceiling: float, floor: float) -> Iterator[Point]:
        """A single day stands at the end."""
        for day, count in enumerate(counts, 1):
            x = self._first + (self._last - self._first) * ((day - 1) / (len(counts) - 1) if len(counts) > 1 else 1)
            yield x, floor - (floor - ceiling) * count / self._steps[-1]


def _round_steps(most: int) -> range:
    """From 0 to at least `most` in 1 to 4 steps of 1, 2 or 5, times a power of ten."""
    step = next(unit * 10**power for power in counting() for unit in (1, 2, 5) if unit * 10**power * 4 >= most)
    return range(0, max(-(-most // step), 1) * step + 1, step)


def _apart(middles: Sequence[float], high: float, floor: float) -> list[float]:
    """The middles of lines so `high`, moved apart where they would touch, the lowest not below the floor."""
    order = sorted(range(len(middles)), key=lambda place: middles[place])
    moved = list(middles)
    for above, below in pairwise(order):
        moved[below] = max(moved[below], moved[above] + high)
    lowest = floor
    for place in reversed(order):
        moved[place] = min(moved[place], lowest)
        lowest = moved[place] - high
    return moved
