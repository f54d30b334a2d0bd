"""The secret code of a receipt."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.secret_code import ALPHABET, LENGTH, looks_like_code, make_code, read_code

CODES = st.text(alphabet=ALPHABET, min_size=LENGTH, max_size=LENGTH).filter(
    lambda code: not code.endswith(("TAHUN", "YEARS", "WEEKS"))
)
MIXED = CODES.filter(lambda code: not code.isdigit() and not code.isalpha())


def test_a_code_is_six_letters_that_nobody_mixes_up() -> None:
    code = make_code(random.Random(7).choice)
    assert len(code) == 6
    assert set(code) <= set(ALPHABET)
    assert not set("OIL01") & set(ALPHABET)
    assert len(ALPHABET) == len(set(ALPHABET)) == 31


@pytest.mark.parametrize(
    "text",
    [
        "7KM4QX",
        "7km4qx",
        " 7km 4qx ",
        "7KM-4QX",
        "7 k m 4 q x",
        "kodenya 7km4qx",
        "kode: 7 k m 4 q x",
        "ini kode rahasianya 7KM4QX ya min",
        "7km 4qx min, makasih",
        "my code is 7KM4QX.",
        "ADU-2026-00412-6 kode 7KM4QX",
    ],
)
def test_a_code_is_read_however_it_is_written(text: str) -> None:
    assert read_code(text) == "7KM4QX"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "izin saya belum keluar",
        "batang kayu di depan kantor",  # six good letters, but a word
        "sudah 2tahun",
        "2 tahun",
        "bayar 234567 kemarin",
        "ADU-2026-00412-6",
        "7KM4OX",
        "7KM4Q1",
        "0KM4QX",
        "7KM4QXX",
        "7km4q",
        "7KM4QÉ",
        "٣٤٥٦٧٨",
    ],
)
def test_what_is_no_code_is_not_read_as_one(text: str) -> None:
    assert read_code(text) is None


def test_a_code_without_a_digit_counts_when_it_is_the_whole_message() -> None:
    assert read_code("KMPQRS") == "KMPQRS"
    assert read_code("kodenya kmpqrs") == "KMPQRS"


@pytest.mark.parametrize("text", ["7KM4OX", "7km4q1", "kodenya 7KM4OX", "7KM 4OX", "7KM4QX"])
def test_wrong_letters_are_recognised_so_they_can_be_explained(text: str) -> None:
    assert looks_like_code(text)


@pytest.mark.parametrize("text", ["gimana", "izin saya belum keluar", "7KM4O", "7KM4OXX", "2 tahun", ""])
def test_other_answers_are_not_wrong_codes(text: str) -> None:
    assert not looks_like_code(text)


@given(CODES, st.booleans(), st.sampled_from(["", " ", "-"]))
def test_every_code_is_read_back(code: str, capitals: bool, between: str) -> None:
    said = between.join((code[:3], code[3:]))
    assert read_code(said if capitals else said.lower()) == code


@given(MIXED, st.sampled_from(["kodenya {} ya", "ini {}", "status ADU-2026-00412-6, kode {}", "({}) tolong"]))
def test_a_code_with_letters_and_digits_is_read_in_a_sentence(code: str, frame: str) -> None:
    assert read_code(frame.format(code.lower())) == code


@given(st.randoms(use_true_random=False))
def test_what_is_made_can_be_read(source: random.Random) -> None:
    code = make_code(source.choice)
    assert read_code(code) == code
