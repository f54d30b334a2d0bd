"""The register number as people write it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rules.number import Found, RegisterNumber, check_digit, find_number, staff_number

N412 = RegisterNumber("ADU", 2026, 412)
RUNNING = st.integers(1, 999_999)


@pytest.mark.parametrize(
    ("running", "shown"),
    [(412, "ADU-2026-00412-6"), (17, "ADU-2026-00017-4"), (100412, "ADU-2026-100412-4")],
)
def test_a_number_is_shown_with_five_digits_or_more_and_its_check(running: int, shown: str) -> None:
    number = RegisterNumber("ADU", 2026, running)
    assert number.check_digit == shown[-1]
    assert str(number) == shown
    assert find_number(shown, "ADU") == Found(number, False, shown)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ADU-2026-00412-6", "ADU-2026-00412-6"),
        ("min status adu 2026 00412 6 gmn ya", "adu 2026 00412 6"),
        ("adu2026004126", "adu2026004126"),
        ("Adu 2026004126 tolong dicek", "Adu 2026004126"),
        ("ADU – 2026 – 00412 – 6", "ADU – 2026 – 00412 – 6"),
        ("nomor ADU no: 2026/00412/6", "ADU no: 2026/00412/6"),
        ("adu 202600412-6", "adu 202600412-6"),
        ("ADU.2026.00412.6, sudah 2 minggu", "ADU.2026.00412.6"),
        ("adu 2026 00412 6 2 hari lagi", "adu 2026 00412 6"),
        ("adu 2026 004126 2 hari lagi", "adu 2026 004126"),
        ("adu 2026 412 6", "adu 2026 412 6"),
        ("adu 2 0 2 6 0 0 4 1 2 6 ya", "adu 2 0 2 6 0 0 4 1 2 6"),
        ("adu\n2026\n00412\n6", "adu\n2026\n00412\n6"),
        ("ADU_2026_00412_6.pdf", "ADU_2026_00412_6"),
        ("2026-00412-6", "2026-00412-6"),
        ("yang 2026 00412 6 itu", "2026 00412 6"),
        ("bukan ADU-2026-00412-7 tapi ADU-2026-00412-6", "ADU-2026-00412-6"),
    ],
)
def test_it_is_found_however_it_is_written(text: str, said: str) -> None:
    assert find_number(text, "ADU") == Found(N412, False, said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ADU-2026-00412-7", "ADU-2026-00412-7"),
        ("status adu 2026 00421 6", "adu 2026 00421 6"),
        ("adu2026004127 gmn", "adu2026004127"),
        ("adu 2026 00412", "adu 2026 00412"),
        ("ADU-2026-00000-0", "ADU-2026-00000-0"),
    ],
)
def test_a_wrong_check_digit_is_told_and_nothing_is_guessed(text: str, said: str) -> None:
    assert find_number(text, "ADU") == Found(None, True, said)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "adu",
        "081234567890",
        "adu 081234567890",
        "adu 0812-3456-7890",
        "adu +62 812 3456 7890",
        "3214010101900001",
        "adu 3214010101900001",
        "adu 12-10-2026",
        "adu 2026-11-23",
        "adu 2026-11-2",
        "adu 20261123",
        "2026-11-23",
        "2026 12 6",
        "adu 5 orang petugas",
        "ngadu soal 2026",
        "pengaduan tahun 2026 ada 00412",
        "bayar 500.000 tahun 2026",
        "KBLI 27203",
        "(0264) 8224794",
        "2026-00412-7",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert find_number(text, "ADU", 2026) is None


def test_the_year_may_be_left_out_where_one_is_given() -> None:
    assert find_number("adu-00412-6", "ADU", 2026) == Found(N412, False, "adu-00412-6")
    assert find_number("adu-00412-6", "ADU") is None
    assert find_number("adu 41115 2 kali", "ADU", 2026) is None


def test_the_prefix_is_the_agencys() -> None:
    number = RegisterNumber("LPR", 2026, 412)
    assert find_number(f"cek {str(number).lower()}", "LPR") == Found(number, False, "lpr-2026-00412-6")
    assert find_number("LPR 2026 00412 6x", "ADU") is None


@pytest.mark.parametrize(
    ("text", "number", "said"),
    [
        ("412", N412, "412"),
        ("00412", N412, "00412"),
        (" #412", N412, "412"),
        ("no. 412", N412, "412"),
        ("412 Izin sudah terbit 2 Desember 2026.", N412, "412"),
        ("412 6 orang", N412, "412"),
        ("412-6 sudah", N412, "412-6"),
        ("412 sama dengan ADU-2026-00381-0", N412, "412"),
        ("ADU-2026-00412-6 sudah", N412, "ADU-2026-00412-6"),
        ("412-5", None, "412-5"),
        ("ADU-2026-412 sudah terbit", N412, "ADU-2026-412"),
        ("adu 2026 412", N412, "adu 2026 412"),
        ("adu 412 sudah", N412, "412"),
        ("adu-2026-00412-5 sudah", None, "adu-2026-00412-5"),
    ],
)
def test_staff_may_say_just_the_running_number(text: str, number: RegisterNumber | None, said: str) -> None:
    assert staff_number(text, "ADU", 2026) == Found(number, number is None, said)


@pytest.mark.parametrize("text", ["", "0", "081234567890", "1.000 orang", "yang 412", "412a", "3214010101900001"])
def test_staff_numbers_stand_in_front_and_alone(text: str) -> None:
    assert staff_number(text, "ADU", 2026) is None


@given(
    RUNNING,
    st.integers(2020, 2099),
    st.sampled_from(["-", " ", "", " - ", "–", "/"]),
    st.sampled_from(["{}", "min {} gmn ya", "cek {}, tolong", "({})"]),
    st.booleans(),
)
def test_every_number_is_read_back(running: int, year: int, between: str, frame: str, capitals: bool) -> None:
    number = RegisterNumber("ADU", year, running)
    said = str(number).replace("-", between)
    text = frame.format(said if capitals else said.lower())
    found = find_number(text, "ADU")
    assert found is not None
    assert found.number == number


@given(RUNNING, st.data())
def test_one_wrong_digit_is_always_caught(running: int, data: st.DataObject) -> None:
    digits = f"{running:05d}{check_digit(running)}"
    at = data.draw(st.integers(0, len(digits) - 1))
    wrong = data.draw(st.sampled_from("0123456789").filter(lambda d: d != digits[at]))
    slip = digits[:at] + wrong + digits[at + 1 :]
    found = find_number(f"ADU-2026-{slip[:-1]}-{slip[-1]}", "ADU")
    assert found is not None
    assert (found.number, found.wrong_check) == (None, True)


@given(RUNNING, st.data())
def test_two_swapped_neighbours_are_always_caught(running: int, data: st.DataObject) -> None:
    digits = f"{running:05d}{check_digit(running)}"
    at = data.draw(st.integers(0, len(digits) - 2))
    assume(digits[at] != digits[at + 1])
    slip = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    found = find_number(f"ADU-2026-{slip[:-1]}-{slip[-1]}", "ADU")
    assert found is not None
    assert (found.number, found.wrong_check) == (None, True)


@given(st.text(alphabet=st.sampled_from("adu 0123456789-./no"), max_size=40))
def test_whatever_is_found_has_its_check_digit_and_was_said(text: str) -> None:
    found = find_number(text, "ADU", 2026)
    if found is not None:
        assert found.said in text
        assert (found.number is None) == found.wrong_check
        if found.number:
            assert found.said.endswith(found.number.check_digit)
