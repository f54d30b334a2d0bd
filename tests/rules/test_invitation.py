"""Invitation codes: what is one, and what only looks like it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.invitation import LENGTH, make_invitation_code, read_invitation_code
from rules.secret_code import read_code


@given(st.integers())
def test_what_is_made_is_read(seed: int) -> None:
    code = make_invitation_code(random.Random(seed).choice)
    assert len(code) == LENGTH
    for written in (
        code,
        code.lower(),
        f"/start {code}",
        f" {code}. ",
        f"ini kodenya {code}",
        f"{code[:5]} {code[5:]}",
    ):
        assert read_invitation_code(written) == code
    assert read_code(code) is None, "no secret code of a case"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "start",
        "/start",
        "terlambat",
        "081234567890",
        "ADU-2026-00412-6",
        "7KM4QX",
        "2026-11-24",
        "izin reklame saya",
        "kode undangannya hilang entah ke mana, tolong kirim yang baru ya pak 7KM4QX9TRW besok pagi saja",
    ],
)
def test_what_is_none(text: str) -> None:
    assert read_invitation_code(text) is None


@given(st.text())
def test_any_text_is_read_or_not(text: str) -> None:
    found = read_invitation_code(text)
    assert found is None or len(found) == LENGTH
