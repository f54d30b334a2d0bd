"""Who sees an identity, and that a secret one does not show through."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.secrecy import MASK, Reader, masked, may_see_identity


@pytest.mark.parametrize(
    ("reader", "openly", "secretly"),
    [
        (Reader.COMPLAINANT, True, True),
        (Reader.OFFICER, False, False),  # of another case
        (Reader.SUPERVISOR, True, False),
        (Reader.HEAD, True, False),
        (Reader.APIP, True, False),
        (Reader.EXPORT, True, False),
        (Reader.AGENCY, False, False),
        (Reader.ADMIN, False, False),
        (Reader.DIGEST, False, False),
    ],
)
def test_who_sees_an_identity(reader: Reader, openly: bool, secretly: bool) -> None:
    assert may_see_identity(reader, secret=False) is openly
    assert may_see_identity(reader, secret=True) is secretly


def test_the_officers_of_the_case_always_see_it() -> None:
    assert may_see_identity(Reader.OFFICER, secret=True, assigned=True)
    assert may_see_identity(Reader.OFFICER, secret=False, assigned=True)


def test_a_secret_identity_is_never_sent_along_to_an_agency() -> None:
    assert may_see_identity(Reader.AGENCY, secret=False, shared=True)
    assert not may_see_identity(Reader.AGENCY, secret=True, shared=True)


@pytest.mark.parametrize("reader", [r for r in Reader if r not in (Reader.OFFICER, Reader.COMPLAINANT)])
def test_being_assigned_opens_a_secret_to_officers_alone(reader: Reader) -> None:
    assert not may_see_identity(reader, secret=True, assigned=True, shared=True)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Saya Asep Sunandar dari Plered", "Saya *** dari ***"),
        ("kata bu camat, ASEP jangan lapor", "kata bu camat, *** jangan lapor"),
        ("rumah asepnya di situ", "rumah *** di situ"),
        ("pak sunandar, 0812-3456-7890", "pak ***, ***"),
        ("hubungi +62 812 3456 7890 atau (0264) 8224794", "hubungi *** atau ***"),
        ("wa 81234567890", "wa ***"),
        ("NIK 3214 0141 0190 0001", "NIK ***"),
        ("surel asep.s@contoh.id ya", "surel *** ya"),
        ("rumah di RT 03/05 desa Cigelam", "rumah di *** desa Cigelam"),
        ("tinggal di Jl. Melati, plered", "tinggal di Jl. ***, ***"),
        ("ASEP_KTP.jpg", "***_KTP.jpg"),
        ("asep-sunandar.pdf", "***-***.pdf"),
        ("fotoasep.jpg", "foto***.jpg"),
        ("fotoAsepKTP", "foto***KTP"),
        ("AsepSunandar", "***"),
        ("asép", "***"),
    ],
)
def test_a_secret_complainant_is_masked(text: str, shown: str) -> None:
    assert masked(text, ["Asep Sunandar"], ["Jl. Melati, Kec. Plered"]) == shown


@pytest.mark.parametrize(
    "text",
    [
        "ADU-2026-00412-6",
        "KBLI 27203",
        "Senin, 08-11-2026 pukul 10.00",
        "bayar Rp5.000.000 atau 500000",
        "kasepuhan dan kali itu",  # "asep", "ali" inside other words would give them away
    ],
)
def test_what_tells_nothing_of_the_person_stays(text: str) -> None:
    assert masked(text, ["Asep Ali"], []) == text


def test_without_names_only_numbers_go() -> None:
    assert masked("Budi 081234567890", ["", " - "], ["", "Jl."]) == f"Budi {MASK}"


LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéÉ"
PARTS = st.text(alphabet=LETTERS, min_size=3, max_size=10)
NAMES = st.lists(PARTS, min_size=1, max_size=3)
AROUND = st.text(alphabet=" .,-_/()\n0123456789", min_size=0, max_size=4)


@given(
    NAMES,
    st.tuples(st.text(max_size=30), st.text(max_size=30)),
    st.tuples(AROUND, AROUND),
    st.sampled_from([str.upper, str.lower, str.title]),
)
def test_a_name_never_shows(
    name: list[str], around: tuple[str, str], next_to_it: tuple[str, str], case: Callable[[str], str]
) -> None:
    (before, after), (left, right) = around, next_to_it
    text = f"{before} {left}{case(' '.join(name))}{right} {after}"
    shown = masked(text, [" ".join(name)])
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", shown)}
    assert words.isdisjoint(part.casefold() for part in name)


@given(NAMES, st.sampled_from(["_", "-", ".", " ", ""]), st.sampled_from(["ktp", "foto", "1"]))
def test_a_name_never_shows_in_a_file_name(name: list[str], between: str, word: str) -> None:
    shown = masked(f"{word}{between}{between.join(name)}{between}{word}.jpg", [" ".join(name)])
    own = {part.casefold() for part in name} - {"ktp", "foto", "jpg", "oto", "fot"}
    assert not any(part in shown.casefold() for part in own)


@given(st.text(max_size=60), NAMES)
def test_masking_twice_changes_nothing_more(text: str, name: list[str]) -> None:
    once = masked(text, name)
    assert masked(once, name) == once
