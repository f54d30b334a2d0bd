"""Whatever people send, the reader answers."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.components import Component
from rules.understanding.reader import Reader

WORDS = st.sampled_from(
    ["saya", "tgl", "15", "99", "bulan", "kemarin", "rp", "500", "ribu", "kbli", "2", "7", "PT", "H.", "nama", "dari",
     "tapi", "tidak", "desa", "plered", "rabu", "setengah", "juta", "okt", "29", "feb", "00", "/", "-", ",", ".", "\n",
     "hari", "lalu", "minggu", "password:", "adu", "2026", "jangan", "sampai", "1/13/0000", "0000-00-00", "9999999999"]
)  # fmt: skip
ANY = st.one_of(
    st.text(max_size=300),
    st.text("aei nrstk.,0123456789\n-/:'", max_size=200),
    st.lists(WORDS, max_size=40).map(" ".join),
)


@settings(max_examples=300)
@given(ANY, st.dates(date(1990, 1, 1), date(9000, 1, 1)))
def test_any_text_is_read(reader: Reader, text: str, today: date) -> None:
    said = reader.read(text, today)
    assert said.when is None or said.when.day is None or said.when.day <= today
    assert all(secret in text for secret in said.secrets)
    assert said.service.unsure <= bool(said.service.candidates)
    answered = reader.date(text, today)
    assert answered is None or answered.day is None or answered.day <= today
    reader.service(text)
    reader.identity(text)
    reader.place(text)


@settings(max_examples=300)
@given(ANY)
def test_any_text_is_classified(reader: Reader, text: str) -> None:
    found = reader.classify(text)
    scores = [ranked.score for ranked in found.ranked]
    assert {ranked.component for ranked in found.ranked} == set(Component)
    assert len(found.ranked) == len(Component)
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) == pytest.approx(1, abs=0.001)
    assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize(
    "text",
    ["", " ", "a" * 10_000, "izin " * 2_000, "1" * 10_000, "\n" * 10_000, "!?." * 3_000, "12/10 " * 1_600],
)
def test_long_and_empty_texts(reader: Reader, text: str) -> None:
    said = reader.read(text, date(2026, 11, 23))
    assert said.identity.name is None
    assert len(reader.classify(text).ranked) == len(Component)


@settings(max_examples=15)
@given(st.text(min_size=1, max_size=200), st.integers(25, 10_000))
def test_a_very_long_text(reader: Reader, text: str, length: int) -> None:
    long = (text * length)[:10_000]
    assert len(reader.read(long, date(2026, 11, 23)).secrets) <= len(long)
    assert reader.classify(long).score > 0
