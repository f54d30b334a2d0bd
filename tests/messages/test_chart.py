"""The picture of a digest is looked at pixel by pixel: what a bar and a line tell, and that all of it can be read."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from messages.chart import MOST, MOST_DAYS, Bar, Picture, to_png
from messages.curves import PENS, Curve
from messages.drawing import BLUE, GREEN, GREY, INK, SKY, VERMILLION, WHITE, Colour, fitted
from messages.lettering import BOX, PLAIN, Type, clean, width

ANY = st.text(st.characters(exclude_categories=()))  # lone surrogates too
COUNT = st.integers(0, MOST) | st.integers(0, 20)
MARGIN = 40
GUTTER = (500, 548)  # between the panels

DAY = Picture(
    title="Ringkasan Senin, 14 Desember 2026",
    subtitle="Kantor Contoh · terbuka 27",
    bars_title="Sisa waktu jawab",
    bars=(
        Bar("terlambat", 1, urgent=True),
        Bar("hari ini", 1),
        Bar("sisa 1-3 hari", 5),
        Bar("sisa 4-7 hari", 8),
        Bar("sisa 8-14 hari", 12),
    ),
    curves_title="Sejak 14 November",
    curves=(Curve("masuk", (6, 4, 7, 3, 2, 0, 0) * 4 + (6, 9)), Curve("selesai", (4, 5, 3, 6, 4, 0, 0) * 4 + (4, 5))),
    days=("14 Nov", "28 Nov", "13 Des"),
    footer="Tepat waktu bulan ini: 21 dari 22 (95%)",
)
BARE = Picture("", "", "", (), "", (), ())

LONG = "terlambat lebih dari empat belas hari kerja sejak laporan diterima lengkap " * 2
PICTURES = {
    "a day": DAY,
    "nothing": BARE,
    "zeros": replace(
        DAY,
        bars=tuple(replace(bar, count=0) for bar in DAY.bars),
        curves=tuple(replace(curve, counts=(0,) * 30) for curve in DAY.curves),
    ),
    "large": replace(
        DAY,
        bars=tuple(replace(bar, count=1_000_000 * bar.count) for bar in DAY.bars),
        curves=tuple(replace(curve, counts=(1_000_000,) * 30) for curve in DAY.curves),
    ),
    "largest": replace(
        DAY, bars=(Bar("W", MOST, True),), curves=(Curve("W", (MOST,)), Curve("W", (MOST - 1,))), thousands="W"
    ),
    "long words": replace(
        DAY,
        title=LONG,
        subtitle=LONG,
        bars_title=LONG,
        bars=(*(Bar(LONG, 3 * number, number < 2) for number in range(4)), Bar("W" * 90, 4)),
        curves_title=LONG,
        curves=tuple(replace(curve, label=LONG) for curve in DAY.curves),
        days=(LONG, "W" * 40, LONG),
        footer=LONG,
    ),
    "a week": replace(DAY, curves=tuple(replace(curve, counts=curve.counts[:7]) for curve in DAY.curves), summed=False),
    "a quarter": replace(DAY, curves=tuple(replace(curve, counts=(curve.counts * 4)[:92]) for curve in DAY.curves)),
    "many bars": replace(DAY, bars=DAY.bars * 3),
}
EVERY = pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)


def seen(picture: Picture) -> Image.Image:
    image = Image.open(BytesIO(to_png(picture)))
    assert image.format == "PNG"
    return image.convert("RGB")


def is_colour(image: Image.Image, colour: Colour) -> Image.Image:
    """White where the picture has exactly this colour, black elsewhere."""
    off = ImageChops.difference(image, Image.new("RGB", image.size, colour))
    red, green, blue = (band.point(lambda part: 255 if part == 0 else 0) for band in off.split())
    return ImageChops.multiply(ImageChops.multiply(red, green), blue)


def box_of(image: Image.Image, *colours: Colour) -> tuple[int, int, int, int]:
    """Left, top, right and lower edge of all that has one of these colours."""
    found = Image.new("L", image.size)
    for colour in colours:
        found = ImageChops.lighter(found, is_colour(image, colour))
    box = found.getbbox()
    assert box
    return box


def runs(image: Image.Image, *colours: Colour, down: bool = False) -> list[tuple[int, int]]:
    """From where to where columns (or rows: `down`) have one of these colours somewhere."""
    found = Image.new("L", image.size)
    for colour in colours:
        found = ImageChops.lighter(found, is_colour(image, colour))
    across, along = found.getprojection()
    lines = along if down else across
    at, spans = 0, []
    for present, group in groupby(lines, bool):
        size = len(list(group))
        if present:
            spans.append((at, at + size))
        at += size
    return spans


def row(image: Image.Image, y: int) -> Image.Image:
    return image.crop((0, y, image.width, y + 1))


def ink(image: Image.Image) -> Image.Image:
    """All that is not white, as white on black."""
    return ImageChops.difference(image, Image.new("RGB", image.size, WHITE)).convert("L")


def bars_of(image: Image.Image) -> list[tuple[int, int, int]]:
    """Of each bar from the top: its upper edge, its lower edge, its length."""
    spans = runs(image, SKY, VERMILLION, down=True)
    found = []
    for top, bottom in spans:
        strip = image.crop((0, top, image.width, bottom))
        begin, end = box_of(strip, INK)[0], box_of(strip, SKY, VERMILLION)[2]
        found.append((top, bottom, end - begin))
    return found


def test_a_day_is_a_small_sharp_picture_on_white() -> None:
    written = to_png(DAY)
    image = Image.open(BytesIO(written))
    assert image.size == (1200, 900)
    assert len(written) < 60_000
    assert seen(DAY).getpixel((0, 0)) == WHITE
    assert is_colour(seen(DAY), WHITE).histogram()[255] > 0.8 * 1200 * 900


def test_the_same_picture_gives_the_same_bytes() -> None:
    once = to_png(DAY)
    assert to_png(PICTURES["long words"]) != once
    assert to_png(DAY) == once
    again = (
        "from hashlib import sha256; from messages.chart import *; from messages.curves import Curve; "
        f"print(sha256(to_png({DAY!r})).hexdigest())"
    )
    other = subprocess.run([sys.executable, "-c", again], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == sha256(once).hexdigest()


def test_several_at_once_do_not_mix() -> None:
    pictures = [replace(DAY, title=f"{number} réngsé", bars=(Bar("a", number),)) for number in range(6)]
    alone = [to_png(picture) for picture in pictures]
    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(to_png, pictures)) == alone


def test_a_bar_is_as_long_as_its_count() -> None:
    lengths = [length for _, _, length in bars_of(seen(DAY))]
    assert len(lengths) == 5
    longest = lengths[-1]
    assert longest > 300
    assert lengths == [pytest.approx(longest * bar.count / 12, abs=1) for bar in DAY.bars]


def test_one_among_a_million_is_not_none() -> None:
    image = seen(replace(BARE, bars=(Bar("a", 1), Bar("b", 1_000_000))))
    (_, _, short), (_, _, long) = bars_of(image)
    assert 0 < short < 6 < long


def test_none_is_a_number_without_a_bar() -> None:
    image = seen(replace(BARE, bars=(Bar("", 0), Bar("", 0, urgent=True))))
    for colour in (SKY, VERMILLION):
        assert not is_colour(image, colour).getbbox()
    left = image.crop((0, 0, GUTTER[0], image.height))
    beside = left.crop((56, 0, left.width, left.height))  # right of the edge from which bars begin
    assert len(runs(beside, INK, down=True)) == 2


def test_each_bar_has_its_number_behind_it() -> None:
    image = seen(DAY)
    for top, bottom, length in bars_of(image):
        behind = image.crop((48 + length, top, GUTTER[0], bottom))
        left, _, right, _ = box_of(behind, INK)
        assert 8 < left < 24
        assert right < GUTTER[0]


def test_what_is_urgent_is_striped_slantwise_and_the_rest_is_not() -> None:
    image = seen(replace(DAY, bars=(Bar("terlambat", 9, urgent=True), Bar("hari ini", 9))))
    (top, bottom, length), (calm, _, _) = bars_of(image)
    middle = (top + bottom) // 2
    bar = image.crop((48, 0, 48 + length, image.height))
    stripes = runs(row(bar, middle), VERMILLION)
    assert len(stripes) > 10
    assert len(runs(row(bar, middle), WHITE)) >= len(stripes) - 1
    above = runs(row(bar, middle - 6), VERMILLION)
    steps = [high[0] - low[0] for high, low in zip(above[3:8], stripes[3:8], strict=True)]
    assert all(4 <= step % 26 <= 8 for step in steps)
    assert len(runs(row(bar, calm + 10), SKY)) == 1


def test_letters_are_large_enough_for_a_telephone() -> None:
    for words in ({"title": "H"}, {"subtitle": "H"}, {"footer": "H"}, {"bars_title": "H"}, {"curves_title": "H"}):
        plain, more = seen(BARE), seen(replace(BARE, **words))  # type: ignore[arg-type]  # each of them is text
        tallest = max(bottom - top for top, bottom in runs(more.crop((0, 0, 1200, 900)), INK, down=True))
        assert plain.size == more.size
        assert tallest >= 30
    label = seen(replace(BARE, bars=(Bar("H", 0),))).crop((0, 0, GUTTER[0], 900))
    assert all(bottom - top >= 30 for top, bottom in runs(label, INK, down=True))
    axis = seen(replace(DAY, title="", subtitle="", curves_title="", footer="", bars=())).crop((548, 0, 640, 700))
    numbers = [bottom - top for top, bottom in runs(axis, INK, down=True)]
    assert min(numbers) >= 30


def grid(image: Image.Image) -> list[int]:
    """The upper edges of the axis' lines, from the top: grey ones, then the dark one of 0."""
    right = image.crop((GUTTER[1], 80, image.width, image.height))  # below the rule under the title
    pieces = [[end - start for start, end in runs(row(right, y), GREY, INK)] for y in range(right.height)]
    long = [y for y, spans in enumerate(pieces, 80) if sum(spans) > 150 and max(spans) > 50]  # letters are shorter
    return [y for y in long if y - 1 not in long]


def end_of(image: Image.Image, colour: Colour) -> float:
    """The middle of the mark beside the number at the line's end."""
    marks = runs(image.crop((GUTTER[1], 0, image.width, image.height)), colour)
    left, right = marks[-1]
    _, top, _, bottom = box_of(image.crop((GUTTER[1] + left, 0, GUTTER[1] + right, image.height)), colour)
    return (top + bottom) / 2


def one(counts: tuple[int, ...], summed: bool) -> Image.Image:
    return seen(replace(BARE, curves=(Curve("", counts),), summed=summed))


def test_a_line_rises_to_the_sum_or_shows_days_alone() -> None:
    ten, five, zero = grid(one((5, 0, 5), summed=True))
    assert ten < five < zero
    assert five - ten == pytest.approx(zero - five, abs=1)
    assert end_of(one((5, 0, 5), summed=True), BLUE) == pytest.approx(ten, abs=2)
    lines = grid(one((9, 0, 5), summed=False))
    assert end_of(one((9, 0, 5), summed=False), BLUE) == pytest.approx(lines[1], abs=2)
    lines = grid(one((9, 0, 0), summed=False))
    assert end_of(one((9, 0, 0), summed=False), BLUE) == pytest.approx(lines[2], abs=2)


@pytest.mark.parametrize("most", [1, 2, 3, 7, 9, 10, 41, 142, 999, 12_345, 1_000_000])
def test_few_lines_to_read_heights_by(most: int) -> None:
    assert 2 <= len(grid(one((0, most, 0), summed=False))) <= 5


def test_lines_are_told_apart_without_colour() -> None:
    """In the samples beside the labels: one is whole, the other interrupted."""
    image = seen(replace(BARE, curves=(Curve("H", (0, 1)), Curve("H", (1, 1)))))
    _, top, _, _ = box_of(image, BLUE)
    samples = image.crop((548, top, 1152, top + 24))
    blue = row(samples, 11)
    assert len(runs(blue, BLUE)) <= 3  # the seam of its mark
    assert len(runs(row(samples, 11), GREEN)) > 3
    assert len({pen.dash for pen in PENS}) == len({pen.corners for pen in PENS}) == len(PENS)


def test_numbers_of_lines_that_end_together_do_not_touch() -> None:
    for counts in ((0, 0), (1, 2), (50, 50)):
        image = seen(replace(BARE, curves=tuple(Curve("", counts) for _ in PENS), summed=False))
        numbers = runs(image.crop((1118, 0, 1152, image.height)), INK, down=True)
        assert len(numbers) == len(PENS)
        assert numbers[0][0] > 145  # below the samples of the lines


@EVERY
def test_nothing_is_drawn_in_the_margins_or_between_the_panels(picture: Picture) -> None:
    image = seen(picture)
    assert image.width == 1200
    assert image.height >= 900
    left, top, right, bottom = ink(image).getbbox() or (0, 0, 0, 0)
    assert MARGIN <= left < right <= image.width - MARGIN
    assert MARGIN <= top < bottom <= image.height - MARGIN


def test_the_panels_stay_apart_whatever_they_hold() -> None:
    for picture in PICTURES.values():
        image = seen(replace(picture, title="", subtitle="", footer=""))
        below_the_rule = image.crop((GUTTER[0], 72, GUTTER[1], image.height))
        assert not ink(below_the_rule).getbbox()


@pytest.mark.parametrize("days", [("W" * 40,) * MOST_DAYS, ("W" * 40,) * 3, ("Sabtu, 14 November",) * 3, ("1", "2")])
@pytest.mark.parametrize("count", [1, 1_000_000])
def test_names_of_days_stand_apart(days: tuple[str, ...], count: int) -> None:
    image = seen(replace(BARE, curves=(Curve("", (count, count)),), days=days))
    zero = grid(image)[-1]
    names = runs(image.crop((548, zero + 20, 1200, image.height)), INK)
    wide = [right[0] - left[1] for left, right in pairwise(names)]
    assert sum(gap >= 18 for gap in wide) == len(days) - 1


def test_much_is_written_on_a_taller_picture() -> None:
    assert seen(PICTURES["long words"]).height > 900
    assert len(bars_of(seen(PICTURES["many bars"]))) == 15


@given(ANY, st.floats(100, 1100), st.integers(1, 3))
def test_words_keep_to_their_room(said: str, room: float, most: int) -> None:
    types = Type(PLAIN, 50, 60), Type(PLAIN, 42, 52)
    words = fitted(said, room, *types, most=most)
    assert len(words.lines) <= most
    assert words.wide <= room + 1e-6
    if words.kind == types[0]:
        assert " ".join(words.lines) == " ".join(filter(None, clean(said).replace("\n", " ").split(" ")))
        assert width("".join(words.lines), words.kind) <= room


def test_what_the_font_lacks_is_a_box_and_what_is_invisible_is_nothing() -> None:
    assert to_png(replace(DAY, title="nuhun 🙏")) == to_png(replace(DAY, title=f"nuhun {BOX}"))
    assert to_png(replace(DAY, title="nu\x00hun\u202e")) == to_png(replace(DAY, title="nuhun"))
    assert to_png(replace(DAY, title="14\xa0Nov")) == to_png(replace(DAY, title="14 Nov"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"bars": (Bar("a", -1),)},
        {"bars": (Bar("a", MOST + 1),)},
        {"curves": (Curve("a", (MOST, 1)),)},
        {"curves": (Curve("a", (1, 2)), Curve("b", (1,)))},
        {"curves": (Curve("a", (1,)),) * (len(PENS) + 1)},
        {"days": ("a",) * (MOST_DAYS + 1)},
    ],
)
def test_what_cannot_be_shown_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        replace(DAY, **wrong)  # type: ignore[arg-type]  # each of its own kind


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    days, summed = draw(st.integers(0, 100)), draw(st.booleans())
    count = st.integers(0, draw(st.sampled_from([0, 1, 9, MOST // 100 if summed else MOST])))
    counts = st.lists(count, min_size=days, max_size=days).map(tuple)
    return Picture(
        title=draw(ANY),
        subtitle=draw(ANY),
        bars_title=draw(ANY),
        bars=draw(st.lists(st.builds(Bar, ANY, COUNT, st.booleans()), max_size=8).map(tuple)),
        curves_title=draw(ANY),
        curves=draw(st.lists(st.builds(Curve, ANY, counts), max_size=len(PENS)).map(tuple)),
        days=draw(st.lists(ANY, max_size=MOST_DAYS).map(tuple)),
        footer=draw(ANY),
        summed=summed,
        thousands=draw(ANY),
    )


@settings(max_examples=30)
@given(pictures())
def test_anything_makes_a_picture_with_clean_margins(picture: Picture) -> None:
    image = seen(picture)
    left, top, right, bottom = ink(image).getbbox() or (0, 0, 0, 0)
    assert MARGIN <= left < right <= image.width - MARGIN
    assert MARGIN <= top < bottom <= image.height - MARGIN
