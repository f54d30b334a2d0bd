"""Days to come, as staff write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.understanding.days_ahead import day_ahead, days_ahead, without_days

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 desember", date(2026, 12, 1)),
        ("tgl 1 des 2026", date(2026, 12, 1)),
        ("paling lambat 2026-12-01 ya", date(2026, 12, 1)),
        ("1/12", date(2026, 12, 1)),
        ("besok", date(2026, 11, 25)),
        ("lusa", date(2026, 11, 26)),
        ("jumat", date(2026, 11, 27)),
        ("hari senin", date(2026, 11, 30)),
        ("tanggal 5", date(2026, 12, 5)),
        ("3 januari", date(2027, 1, 3)),
        ("31 november", None),
        ("1 november 2026", None),
        ("secepatnya", None),
    ],
)
def test_one_day(text: str, day: date | None) -> None:
    assert day_ahead(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1 des - 5 des pengganti Lilis", [date(2026, 12, 1), date(2026, 12, 5)]),
        ("1-5 desember", [date(2026, 12, 1), date(2026, 12, 5)]),
        ("hari ini sampai jumat", [TODAY, date(2026, 11, 27)]),
        ("senin sampai jumat", [date(2026, 11, 30), date(2026, 12, 4)]),
        ("30 des s/d 2 jan", [date(2026, 12, 30), date(2027, 1, 2)]),
    ],
)
def test_from_one_to_another(text: str, days: list[date]) -> None:
    assert days_ahead(text, TODAY) == days


def test_what_is_said_beside_them() -> None:
    assert without_days("31 desember Tutup akhir tahun") == "Tutup akhir tahun"


@given(st.text())
def test_any_text_is_read_and_nothing_lies_before_today(text: str) -> None:
    assert all(day >= TODAY for day in days_ahead(text, TODAY))
