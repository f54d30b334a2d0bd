"""The figures in a standard: the promised time, the fee, the people, the two deadlines of complaints."""

import pytest

from rules.annex import read_annex
from rules.standard import Completion, Fee, ServiceStandard
from tests.rules.annex_text import annex


def one(text: str) -> ServiceStandard:
    (standard,) = read_annex(text)
    return standard


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (": 7 (tujuh) hari kerja sejak berkas lengkap", Completion(7, "working")),
        ("<p>Paling lama 14 Hari Kalender</p>", Completion(14, "calendar")),
        ("5 hari", Completion(5, "working")),
        ("3 - 5 hari kerja", Completion(5, "working")),
        ("3 s.d. 5 (lima) hari kerja", Completion(5, "working")),
        ("tiga puluh hari kalender", Completion(30, "calendar")),
        ("1 (satu) bulan", Completion(30, "calendar")),
        ("2 minggu", Completion(14, "calendar")),
        ("4 jam", Completion(1, "working")),
        ("48 jam", Completion(2, "calendar")),
        ("30 menit", Completion(1, "working")),
        ("16 jam kerja", Completion(2, "working")),
        ("Baru: 10 hari kerja; perpanjangan: 3 hari kerja", Completion(10, "working")),
        ("6 hari kerja; izin berlaku selama 5 tahun", Completion(6, "working")),
        ("1 hari\nkerja", Completion(1, "working")),
        ("Menurut peraturan", None),
    ],
)
def test_the_promised_time(said: str, expected: Completion | None) -> None:
    assert one(annex(jangka_waktu=said)).completion == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (": Gratis", Fee(True, 0)),
        ("Tidak dipungut biaya", Fee(True, 0)),
        ("tanpa biaya", Fee(True, 0)),
        ("Rp 0,-", Fee(True, 0)),
        ("Rp. 0,00 (nol rupiah)", Fee(True, 0)),
        ("Rp 150.000", Fee(False, 150_000)),
        ("Rp. 1.250.000,00", Fee(False, 1_250_000)),
        ("Rp150.000,- (seratus lima puluh ribu rupiah) per berkas", Fee(False, 150_000)),
        ("75.000 rupiah", Fee(False, 75_000)),
        ("Rp 2 juta", Fee(False, 2_000_000)),
        ("Rp 1,5 juta", Fee(False, 1_500_000)),
        ("Rp 25.000/m2", Fee(False, None)),
        ("Baru Rp 100.000; perpanjangan Rp 50.000", Fee(False, None)),
        ("Usaha mikro gratis, lainnya Rp 100.000", Fee(False, None)),
        ("Sesuai tarif retribusi dalam Perda Nomor 4 Tahun 2023", Fee(False, None)),
        ("Lihat papan", None),
    ],
)
def test_the_promised_fee(said: str, expected: Fee | None) -> None:
    assert one(annex(biaya=said)).fee == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (": 30 Orang", 30),
        ("8 (delapan) petugas", 8),
        ("1. Loket: 4 orang; 2. Lapangan: 5 orang", 9),
        ("Loket 4 orang, lapangan 5 orang, jumlah seluruhnya 9 orang", 9),
        ("dua puluh satu orang", 21),
        ("15", 15),
        ("Sesuai kebutuhan", None),
    ],
)
def test_the_number_of_staff(said: str, expected: int | None) -> None:
    assert one(annex(jumlah_pelaksana=said)).staff == expected


def test_deadlines_that_the_text_does_not_say_are_none() -> None:
    standard = one(annex(pengaduan="1. Lewat kotak pengaduan; 2. Dicatat oleh petugas."))
    assert (standard.reply_days, standard.window_days) == (None, None)
