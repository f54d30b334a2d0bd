"""Sums as people say them, each once; a number of something else is no sum."""

from datetime import date

import pytest

from rules.understanding.reader import Reader


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("diminta 2 jt 500 rb", (2500000,)),
        ("diminta satu setengah juta", (1500000,)),
        ("diminta 50.000", (50000,)),
        ("diminta Rp 50.000,-", (50000,)),
        ("bayar 1,5 juta", (1500000,)),
        ("bayar 1.5jt", (1500000,)),
        ("bayar setengah juta", (500000,)),
        ("bayar 150rb", (150000,)),
        ("bayar 150k", (150000,)),
        ("kasih gocap", (50000,)),
        ("minta seratus ribu", (100000,)),
        ("minta dua ratus lima puluh ribu", (250000,)),
        ("Rp. 1.250.000", (1250000,)),
        ("rp250000", (250000,)),
        ("IDR 300,000", (300000,)),
        ("3 juta rupiah", (3000000,)),
        ("diminta uang 500 ribu", (500000,)),
        ("saya bayar 500", ()),
        ("minta 2 juta 5 ratus", (2500000,)),
        ("dimintai 1jt500", (1500000,)),
        ("ditarik 25.000 per map", (25000,)),
        ("luas 50.000 m2", ()),
        ("nomor 50.000", ()),
        ("antrian 2.500 orang", ()),
        ("saratus rebu", (100000,)),
        ("satengah juta", (500000,)),
    ],
)
def test_the_sums_that_are_said(reader: Reader, text: str, sums: tuple[int, ...]) -> None:
    assert reader.read(text, date(2026, 11, 26)).paid == sums
