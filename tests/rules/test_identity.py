"""Who complains: names, NIK and telephone numbers as people give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.identity import Identity, checked_nik, is_complete, normalised_phone, usable_name
from rules.refused import Refused


@pytest.mark.parametrize(
    ("name", "address", "complete"),
    [
        ("Wati", "Desa Cigelam, Babakancikao", True),
        ("Wati", None, False),
        (None, "Desa Cigelam, Babakancikao", False),
        ("Wati", " ", False),
        ("", "Plered", False),
    ],
)
def test_a_name_and_an_address_make_it_complete(name: str | None, address: str | None, complete: bool) -> None:
    assert is_complete(Identity(name, address)) is complete


def test_an_identity_does_not_show_in_a_log() -> None:
    shown = repr(Identity("Wati", "Cigelam", "CV Contoh", "3214014101900001", "+6281234567890"))
    assert shown == "Identity()"


@pytest.mark.parametrize("text", ["3214014101900001", "3214 0141 0190 0001", "3214.0141.0190.0001"])
def test_a_valid_nik_is_kept_as_sixteen_digits(text: str) -> None:
    assert checked_nik(text) == "3214014101900001"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "321401410190000",
        "32140141019000011",
        "9914014101900001",
        "3214013102900001",
        "nik saya",
        "٣214014101900001",
    ],
)
def test_an_impossible_nik_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(Refused) as refused:
        checked_nik(text)
    assert refused.value.message_id == "nik-invalid"
    assert refused.value.values == {}
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None or refused.value.__suppress_context__


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("081234567890", "+6281234567890"),
        ("0812-3456-7890", "+6281234567890"),
        ("6281234567890", "+6281234567890"),
        ("62812345678", "+62812345678"),  # read inside Indonesia it would be +6262812345678
        ("+62 812 3456 7890", "+6281234567890"),
        ("+62 (0)812 3456 7890", "+6281234567890"),
        ("006281234567890", "+6281234567890"),
        ("81234567890", "+6281234567890"),
        ("０８１２３４５６７８９０", "+6281234567890"),
        ("(0264) 8224794", "+622648224794"),
        ("+65 9123 4567", "+6591234567"),
    ],
)
def test_a_telephone_number_is_kept_in_one_form(text: str, number: str) -> None:
    assert normalised_phone(text) == number
    assert normalised_phone(number) == number


@pytest.mark.parametrize("text", ["", "+", "++62", "123", "3214014101900001", "081 saja", "500.000", "12-10-2026"])
def test_what_is_no_telephone_number_is_none(text: str) -> None:
    assert normalised_phone(text) is None


@given(st.text(max_size=40))
def test_reading_a_telephone_number_never_fails(text: str) -> None:
    number = normalised_phone(text)
    assert number is None or (number.startswith("+") and number[1:].isdigit())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ujang", "Ujang"),
        ("Ujang. cepetan!!", "Ujang"),
        ("  siti   aminah ", "siti aminah"),
        ("nama saya Siti Aminah", "Siti Aminah"),
        ("Nama: Budi", "Budi"),
        ("saya Dedi Kurniawan", "Dedi Kurniawan"),
        ("my name is Kenji Sato", "Kenji Sato"),
        ("Abdi Wijaya", "Abdi Wijaya"),
        ("Alim", "Alim"),
        ("Al", "Al"),
        ("O'Brien", "O'Brien"),
        ("drs. asep", "drs. asep"),
        ("Drs. H. Raden Asep, M.Si.", "Drs. H. Raden Asep, M.Si"),
        ("I Made Wirawan", "I Made Wirawan"),
        ("Siti 🙏", "Siti"),
        ("Nurul-Huda", "Nurul-Huda"),
        ("X" + "ya" * 39, "X" + "ya" * 39),
    ],
)
def test_a_name_is_kept_as_given(text: str, name: str) -> None:
    assert usable_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "...",
        "P",
        "123",
        "081234567890",
        "😀😀",
        "anonim",
        "Anonymous",
        "hamba Allah",
        "HAMBA-ALLAH",
        "tanpa nama",
        "tanpa identitas",
        "NN",
        "xxxx",
        "saya",
        "warga",
        "gak mau",
        "saya takut",
        "jangan sebut nama",
        "kalo ga pake nama?",
        "saya tidak mau memberi nama",
        "siapa@contoh.id",
        "https://contoh.id",
        "Budi\\",
        "X" + "ya" * 40,
        "izin saya dari bulan lalu sampai sekarang masih belum keluar",
    ],
)
def test_what_is_no_name_is_none(text: str) -> None:
    assert usable_name(text) is None


@given(st.text(max_size=120))
def test_reading_a_name_never_fails_and_settles(text: str) -> None:
    name = usable_name(text)
    assert name is None or (name == name.strip() and 2 <= len(name) <= 80 and any(c.isalpha() for c in name))
