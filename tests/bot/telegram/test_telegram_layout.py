"""Buttons, numbered lists and long texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardMarkup

from bot.telegram.layout import FilePart, TextPart, lay_out, split, utf16_units
from messages.envelope import Choice, Outgoing, OutgoingFile

LONG = "Sertifikat Standar KBLI 27203"


def choices(*labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(f"q:{number}", label, number) for number, label in enumerate(labels, 1))


def shown(message: Outgoing) -> tuple[str, list[list[str]]]:
    """The text, and the labels row by row, of a message in one part."""
    (part,) = lay_out(message)
    assert isinstance(part, TextPart)
    keyboard = part.keyboard or InlineKeyboardMarkup([])
    return part.text, [[button.text for button in row] for row in keyboard.inline_keyboard]


@pytest.mark.parametrize(
    ("offered", "expected"),
    [
        ((), ("Kirim?", [])),
        (choices("Kirim"), ("Kirim?", [["Kirim"]])),
        (choices("Kirim", "Ubah", "Batal"), ("Kirim?", [["Kirim", "Ubah", "Batal"]])),
        (
            choices("Kirim", "Ubah", "Rahasiakan nama pel"),
            ("Kirim?", [["Kirim"], ["Ubah"], ["Rahasiakan nama pel"]]),
        ),
        (choices("x" * 20), ("Kirim?", [["x" * 20]])),
        (choices("x" * 21), (f"Kirim?\n1 {'x' * 21}", [])),
        (choices("Ya", LONG), (f"Kirim?\n1 Ya\n2 {LONG}", [])),
        (choices("Satu", "Dua", "Tiga", "Empat"), ("Kirim?\n1 Satu\n2 Dua\n3 Tiga\n4 Empat", [])),
        (
            (*choices("Satu", "Dua", "Tiga"), Choice("q:0", "Tidak tahu", 0)),
            ("Kirim?\n1 Satu\n2 Dua\n3 Tiga\n0 Tidak tahu", []),
        ),
    ],
    ids=["none", "one", "three", "three long", "20", "21", "one too long", "four", "zero last"],
)
def test_choices(offered: tuple[Choice, ...], expected: tuple[str, list[list[str]]]) -> None:
    assert shown(Outgoing(("Kirim?",), offered)) == expected


def test_a_button_carries_the_key_as_it_is() -> None:
    (part,) = lay_out(Outgoing(("Kirim?",), (Choice("intake:3:confirm:send", "Kirim", 1),)))
    assert isinstance(part, TextPart)
    assert part.keyboard is not None
    assert part.keyboard.inline_keyboard[0][0].callback_data == "intake:3:confirm:send"


def test_choices_without_a_text_are_listed() -> None:
    assert shown(Outgoing((), choices("Ya", "Bukan"))) == ("1 Ya\n2 Bukan", [])


def test_lines_are_paragraphs_and_nothing_is_markup() -> None:
    assert shown(Outgoing(("*Nomor*: <b>412</b>", "_besok_"))) == ("*Nomor*: <b>412</b>\n_besok_", [])


def test_files_come_first_and_buttons_on_the_last_text() -> None:
    chart = OutgoingFile(7, "grafik.png", "image/png")
    parts = lay_out(Outgoing(("kata " * 1000, "akhir"), choices("Ya"), (chart,)))
    assert parts[0] == FilePart(chart)
    texts = [part for part in parts if isinstance(part, TextPart)]
    assert len(texts) == 2
    assert [part.keyboard is not None for part in texts] == [False, True]


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("", 10, []),
        (" \n ", 10, []),
        ("pendek", 10, ["pendek"]),
        ("satu dua\ntiga", 10, ["satu dua", "tiga"]),
        ("satu\ndua\ntiga empat", 10, ["satu\ndua", "tiga empat"]),
        ("Satu. Dua? Tiga.", 10, ["Satu. Dua?", "Tiga."]),
        ("satu dua tiga", 10, ["satu dua", "tiga"]),
        ("a" * 25, 10, ["a" * 10, "a" * 10, "a" * 5]),
        ("1234567890\nabc", 10, ["1234567890", "abc"]),
    ],
)
def test_split(text: str, limit: int, parts: list[str]) -> None:
    assert split(text, limit) == parts


def test_characters_outside_the_basic_plane_count_twice() -> None:
    assert utf16_units("a🙏b") == 4
    assert [utf16_units(part) for part in split("🙏" * 5000, 4096, utf16_units)] == [4096, 4096, 1808]


@given(
    st.text(st.sampled_from("ab. \n?🙏é"), max_size=400),
    st.integers(min_value=2, max_value=60),
)
def test_splitting_loses_no_word_and_keeps_the_limit(text: str, limit: int) -> None:
    parts = split(text, limit, utf16_units)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(part.strip() and utf16_units(part) <= limit for part in parts)


def test_a_text_that_belongs_under_a_picture_goes_with_it() -> None:
    chart, book = OutgoingFile(7, "grafik.png", "image/png"), OutgoingFile(8, "buku.xlsx", "application/vnd.ms-excel")
    first, second = lay_out(Outgoing(("Terbuka 4",), choices("Beban"), (chart, book), captioned=True))
    assert isinstance(first, FilePart)
    assert (first.file, first.text, first.keyboard is not None) == (chart, "Terbuka 4", True)
    assert second == FilePart(book)


def test_a_text_too_long_for_under_a_picture_follows_the_files() -> None:
    chart = OutgoingFile(7, "grafik.png", "image/png")
    *_, last = lay_out(Outgoing(("kata " * 205,), (), (chart,), captioned=True))
    assert isinstance(last, TextPart)
