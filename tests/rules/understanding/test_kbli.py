"""KBLI codes as people write them, and five digits that are something else."""

import pytest

from rules.understanding.kbli import is_a_slip, said_kbli


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nomor antrian saya 27203 tidak dipanggil", None),
        ("tiket 27203 belum dijawab", None),
        ("kode pos 27203", None),
        ("saya bayar 27203 rupiah", None),
        ("saya ditagih 27.203", None),
        ("kontrak no 27203 hilang", None),
        ("nomor registrasi 27203 tidak ditemukan", None),
        ("invoice #27203", None),
        ("bukan 27202 melainkan 27203", "27203"),
        ("KBLI saya tertulis 27202 harusnya 27203", "27203"),
        ("di sertifikat tertulis kbli 27202 padahal kbli saya 27203", "27203"),
        ("KBLI 272O3 belum terbit", "27203"),
        ("kbli 272-03 belum terbit", "27203"),
        ("kbli 27,203 belum terbit", "27203"),
        ("kbli 27.203 belum terbit", "27203"),
        ("kbli ２７２０３ belum terbit", "27203"),
        ("kbli no. 27203", "27203"),
        ("kode kbli saya adalah 27203", "27203"),
        ("KBLI27203", "27203"),
        ("27203 belum terbit", "27203"),
        ("sertifikat standar 27203", "27203"),
        ("izin industri baterai 27203", "27203"),
        ("pelaku usaha 27203 nih", "27203"),
        ("kbli 27202", "27202"),
        ("kbli 46599 sertifikat belum terbit", "46599"),
        ("kbli 27202 bukan 27203", "27202"),
        ("272 03 blm jadi", "27203"),
        ("27 203 blm jadi", "27203"),
        ("2 7 2 0 3 blm jadi", "27203"),
        ("hp saya 0812 27203 999", None),
    ],
)
def test_the_code_that_is_said(text: str, code: str | None) -> None:
    assert said_kbli(text, {"27203"}) == code


@pytest.mark.parametrize(
    ("typed", "slipped"),
    [
        ("272003", True), ("2703", True), ("27023", True), ("27213", True), ("37203", True),
        ("27203", False), ("27202", False), ("27204", False), ("46599", False),
    ],
)  # fmt: skip
def test_a_slip_is_never_the_code_of_a_neighbour(typed: str, slipped: bool) -> None:
    assert is_a_slip(typed, "27203") is slipped
