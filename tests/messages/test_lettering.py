"""Any text on paper: nothing is lost, nothing runs over the edge, and what cannot be drawn is seen to be missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.lettering import BOLD, BOX, PLAIN, Type, clean, cut, width, wrap
from messages.speech import LANGUAGES, sources

BODY = Type(PLAIN, 10, 14)
ANY = st.text(st.characters(exclude_categories=()))  # lone surrogates too


@pytest.mark.parametrize(
    ("said", "drawn"),
    [
        ("réngsé… “tiga hari” – 5 €, m²", "réngsé… “tiga hari” – 5 €, m²"),
        ("e\u0301 e\u200b\u0301", "é é"),
        ("nuhun 🙏", f"nuhun {BOX}"),
        ("ᮞᮥ 漢字 ok", f"{BOX * 2} {BOX * 2} ok"),
        ("a\x00b\x1b[1mc\x7fd\u202ee\u00adf\ufeff", "ab[1mcdef"),
        ("\ud800", BOX),
        ("\uffff", BOX),
        ("❤\ufe0f", BOX),
        ("𝐏𝐮𝐧𝐠𝐥𝐢 ＡＢＣ №", "Pungli ABC No"),
        ("10⁵", f"10{BOX}"),
        ("berulang\u2011ulang, Juma\u02bcat", "berulang-ulang, Juma’at"),
        ("Rp\xa05.000\tlunas\u3000ya", "Rp\xa05.000 lunas ya"),
        ("satu\r\ndua\rtiga\u2028empat\x85lima", "satu\ndua\ntiga\nempat\nlima"),
        ("\n\n satu \n \n\n\n dua\n", "satu\n\ndua"),
        ("", ""),
    ],
)
def test_what_is_drawn(said: str, drawn: str) -> None:
    assert clean(said) == drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_font_has_every_letter_of_our_own_words(language: str) -> None:
    assert BOX not in clean("".join(sources(language).values()))


@given(ANY)
def test_cleaning_twice_changes_nothing(said: str) -> None:
    assert clean(clean(said)) == clean(said)


@given(ANY, st.floats(10, 400), st.sampled_from([PLAIN, BOLD]))
def test_lines_fit_and_lose_nothing(said: str, room: float, font: str) -> None:
    kind = Type(font, 9.5, 13)
    text = clean(said)
    lines = wrap(text, kind, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(width(line, kind) <= room + 1e-6 or len(line) == 1 for line in lines)
    assert all(line == line.strip(" ") for line in lines)


def test_words_stay_whole_where_they_fit() -> None:
    assert wrap("berapa lama izin ini selesai", BODY, 65) == ["berapa lama", "izin ini", "selesai"]


def test_a_word_that_never_fits_is_broken_and_the_next_goes_on_behind_it() -> None:
    *full, last = wrap(f"lihat {'x' * 100} ini", BODY, 100)
    assert full[0] == "lihat"
    assert {len(line) for line in full[1:]} == {len(full[1])}
    assert last.endswith("x ini")


def test_empty_lines_between_paragraphs_stay() -> None:
    assert wrap("satu\n\ndua", BODY, 100) == ["satu", "", "dua"]
    assert wrap("", BODY, 100) == []


def test_what_is_cut_is_told() -> None:
    assert cut(["satu", "dua"], 2) == ["satu", "dua"]
    assert cut(["satu", "dua.", "tiga"], 2) == ["satu", "dua…"]
