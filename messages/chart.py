"""The picture of a digest as PNG: how many cases stand where, as bars, and how many came and went, as lines over days.

It is looked at on a telephone, where it is a third of its size: type is large, and no colour says anything alone.
All words come from the caller. People's words are drawn letter by letter; what the font lacks is drawn as a box.
"""

from dataclasses import dataclass
from itertools import accumulate

from messages.curves import PENS, Curve, Plot
from messages.drawing import GREY, INK, SKY, VERMILLION, Sheet, Words, digits, fitted
from messages.lettering import BOLD, PLAIN, Type

MOST = 99_999_999  # a larger count has no room; no office has as many cases
MOST_DAYS = 4

_WIDTH, _HEIGHT = 1200, 900
_MARGIN, _GUTTER, _GAP = 48, 56, 22
_FULL = _WIDTH - 2 * _MARGIN
_NARROW = 448  # the panel of the bars; lines need more room
_WIDE = _FULL - _GUTTER - _NARROW
_LEFT, _RIGHT = _MARGIN, _MARGIN + _NARROW + _GUTTER  # where the two panels begin

# Capitals are 0.73 of the size high: 30 pixels at the least, 10 on a telephone.
_TITLES = (Type(BOLD, 56, 70), Type(BOLD, 50, 62), Type(BOLD, 46, 58))
_HEADING, _PLAIN, _STRONG = Type(BOLD, 43, 54), Type(PLAIN, 42, 52), Type(BOLD, 42, 52)

_BAR, _AIR = 38, 18  # how thick a bar is; what is at least between it and the next label
_SLIVER = 4  # so that a few among very many do not look like none
_BESIDE = 14  # between a bar and its number


@dataclass(frozen=True, slots=True)
class Bar:
    """So many cases. Urgent ones, if there are any, are striped under a bold label."""

    label: str
    count: int
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """What a digest shows. Words too long for their place go on in a second line, which is cut with `…`.

    `days` are up to MOST_DAYS places of the curves' axis at equal distances: the first day, some between, the last.
    `summed`: a curve is drawn as the sum until each day, and ends with the total. Days alone go up and down with every
    weekend, and two such lines cannot be read beyond a week or two. What lies between the sums is what piles up.
    `thousands` is the mark between the digits of large numbers. More than some five bars make the picture taller.

    ValueError: a count below 0, a count or a sum that is drawn above MOST, more curves than there are PENS, curves of
    different lengths, more days.
    """

    title: str
    subtitle: str
    bars_title: str
    bars: tuple[Bar, ...]
    curves_title: str
    curves: tuple[Curve, ...]
    days: tuple[str, ...]
    footer: str = ""
    summed: bool = True
    thousands: str = "."

    def __post_init__(self) -> None:
        counts = [bar.count for bar in self.bars] + [count for curve in self.curves for count in curve.counts]
        drawn = [count for curve in _drawn(self) for count in curve.counts]
        if min(counts, default=0) < 0 or max(counts + drawn, default=0) > MOST:
            raise ValueError(f"a count below 0, or more than {MOST}")
        if len(self.curves) > len(PENS) or len({len(curve.counts) for curve in self.curves}) > 1:
            raise ValueError(f"more than {len(PENS)} curves, or not of the same days")
        if len(self.days) > MOST_DAYS:
            raise ValueError(f"more than {MOST_DAYS} days named")


def to_png(picture: Picture) -> bytes:
    """The picture, 1200 pixels wide and 900 high, or higher where much is written. The same gives the same bytes."""
    title, subtitle = fitted(picture.title, _FULL, *_TITLES), fitted(picture.subtitle, _FULL, _PLAIN)
    over_bars = fitted(picture.bars_title, _NARROW, _HEADING)
    over_curves = fitted(picture.curves_title, _WIDE, _HEADING)
    footer = fitted(picture.footer, _FULL, _PLAIN)
    bars = _Bars(picture)
    plot = Plot(_drawn(picture), picture.days, picture.thousands, _RIGHT, _WIDE)

    rule = _MARGIN + title.high + subtitle.high + _GAP / 2
    headings = rule + _GAP / 2
    top = headings + max(over_bars.high, over_curves.high) + _GAP / 2
    foot = footer.high + _GAP if footer.lines else 0
    bottom = max(_HEIGHT - _MARGIN - foot, top + max(bars.least, plot.least))

    sheet = Sheet(_WIDTH, round(bottom + foot + _MARGIN))
    title.draw(sheet, _MARGIN, _MARGIN)
    subtitle.draw(sheet, _MARGIN, _MARGIN + title.high)
    sheet.box(_MARGIN, rule - 2, _MARGIN + _FULL, rule, GREY)
    over_bars.draw(sheet, _LEFT, headings)
    over_curves.draw(sheet, _RIGHT, headings)
    bars.draw(sheet, top, bottom)
    plot.draw(sheet, top, bottom)
    footer.draw(sheet, _MARGIN, bottom + _GAP)
    return sheet.png()


def _drawn(picture: Picture) -> list[Curve]:
    if not picture.summed:
        return list(picture.curves)
    return [Curve(curve.label, tuple(accumulate(curve.counts))) for curve in picture.curves]


class _Bars:
    """The left panel: each label above its bar, each number behind it."""

    def __init__(self, picture: Picture) -> None:
        self._rows = [
            (
                bar,
                fitted(bar.label, _NARROW, _STRONG if bar.urgent and bar.count else _PLAIN),
                Words(_STRONG, (digits(bar.count, picture.thousands),)),
            )
            for bar in picture.bars
        ]
        self.least = sum(label.high + _BAR for _, label, _ in self._rows) + _AIR * (len(self._rows) - 1)

    def draw(self, sheet: Sheet, top: float, bottom: float) -> None:
        if not self._rows:
            return
        longest = _NARROW - _BESIDE - max(number.wide for _, _, number in self._rows)
        most = max(1, *(bar.count for bar, _, _ in self._rows))
        air = _AIR + min((bottom - top - self.least) / len(self._rows), 2 * _AIR)
        for bar, label, number in self._rows:
            label.draw(sheet, _LEFT, top)
            top = round(top + label.high)
            end = _LEFT + max(round(bar.count * longest / most), _SLIVER if bar.count else 0)
            if bar.urgent:
                sheet.striped(_LEFT, top, end, top + _BAR, VERMILLION)
            else:
                sheet.box(_LEFT, top, end, top + _BAR, SKY)
            sheet.box(_LEFT, top, _LEFT + 3, top + _BAR, INK)  # where bars begin, seen for none too
            number.draw(sheet, end + _BESIDE, top + (_BAR - _STRONG.leading) / 2)
            top += _BAR + air
