"""What a message is, in which language and mood, and what in it is not to be shown again."""

from datetime import date

import pytest

from rules.components import Component
from rules.understanding.reader import Reader
from rules.understanding.understood import Gist

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("gist", "texts"),
    [
        (Gist.GREETING, ["P", "halo", "tes", "min", "assalamualaikum", "Selamat siang pak", "punten", "hello there"]),
        (Gist.THANKS, ["makasih", "terima kasih banyak min", "nuhun min", "ok", "siap", "thank you very much"]),
        (Gist.EMPTY, ["", "🙏", "???", "...", "-", "asdfghjkl", "123"]),
        (
            Gist.QUESTION,
            [
                "syaratnya apa?",
                "biaya PBG berapa ya?",
                "jam berapa buka?",
                "gimana cara bikin NIB",
                "what documents do I need?",
                "hari sabtu buka ga?",
                "buat NIB perlu surat desa tidak ya pak?",
                "numpang tanya, lama prosesnya berapa hari?",
            ],
        ),
        (
            Gist.PRAISE,
            [
                "bagus banget pelayanannya",
                "pelayanannya ramah dan cepat, terima kasih",
                "petugasnya baik, mantap",
            ],
        ),
        (
            Gist.OTHER_OFFICE,
            [
                "listrik di rumah saya padam dari pagi pak",
                "jalan di plered rusak parah",
                "bikin ktp dimana ya",
                "slot gacor hari ini",
            ],
        ),
        (
            Gist.STORY,
            [
                "wc bau",
                "izin reklame",
                "terima kasih petugasnya baik, tapi AC nya mati",
                "petugas minta 1jt",
                "izin saya belum keluar",
                "kok ga bisa?",
                "kenapa belum terbit?",
            ],
        ),
    ],
)  # fmt: skip
def test_the_gist(reader: Reader, gist: Gist, texts: list[str]) -> None:
    assert {text: reader.gist(text) for text in texts} == dict.fromkeys(texts, gist)


@pytest.mark.parametrize("text", ["halo", "makasih", "syaratnya apa?", "bagus banget pelayanannya", "", "izin reklame"])
def test_nothing_is_complained_about(reader: Reader, text: str) -> None:
    said = reader.read(text, MONDAY)
    assert said.classification is None
    assert said.second_component is None


def test_a_matter_of_others_is_lainnya(reader: Reader) -> None:
    said = reader.read("lampu jalan di depan rumah mati sudah seminggu", MONDAY)
    assert said.gist is Gist.OTHER_OFFICE
    assert said.classification is not None
    assert said.classification.component is Component.OTHER


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("izin saya belum keluar, gimana ini", "id"),
        ("ijin abdi teu acan kaluar, kumaha ieu", "su"),
        ("my permit is still not out", "en"),
        ("Good morning. izin saya belum keluar pak", "id"),
        ("halo pak. punten, abdi bade naros ijin", "su"),
        ("P", None),
        ("", None),
        ("NIB", None),
        ("Jl. Veteran no 12 Nagri Kidul", None),
    ],
)
def test_the_language_of_the_last_full_sentence(reader: Reader, text: str, language: str | None) -> None:
    assert reader.language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "jangan sampe nama sy ketauan",
        "tapi jangan sampai petugasnya tau ya",
        "tolong dirahasiakan",
        "rahasia aja",
        "ulah disebut nami abdi, rusiahkeun",
        "please keep my name confidential",
        "jangan sebut nama saya",
    ],
)
def test_a_wish_for_secrecy(reader: Reader, text: str) -> None:
    assert reader.wants_secret(text)
    assert reader.read(text, MONDAY).wants_secret


@pytest.mark.parametrize(
    "text", ["nama saya Siti", "izin saya belum keluar", "jangan lama-lama ya", "petugasnya tahu kok"]
)
def test_no_wish_for_secrecy(reader: Reader, text: str) -> None:
    assert not reader.wants_secret(text)


@pytest.mark.parametrize(
    "text",
    ["hamba Allah", "anonim", "-", " -- ", "tanpa nama", "ga usah pake nama", "tanpa identitas", "anonymous"],
)
def test_an_identity_is_refused(reader: Reader, text: str) -> None:
    assert reader.refuses_identity(text)


@pytest.mark.parametrize("text", ["Asep", "rahasia aja. Asep", "...", "", "nama saya jangan sampai ketauan"])
def test_no_identity_is_refused(reader: Reader, text: str) -> None:
    assert not reader.refuses_identity(text)


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("minta 500rb", (500_000,)),
        ("bayar Rp500.000", (500_000,)),
        ("Rp 3.500.000 katanya", (3_500_000,)),
        ("petugas minta 1jt, saya kasih gocap", (1_000_000, 50_000)),
        ("1,5 juta", (1_500_000,)),
        ("dipundut lima puluh rébu", (50_000,)),
        ("seratus ribu", (100_000,)),
        ("setengah juta", (500_000,)),
        ("250k", (250_000,)),
        ("kapasitasnya 500 unit, 90 m2", ()),
    ],
)
def test_money(reader: Reader, text: str, sums: tuple[int, ...]) -> None:
    assert reader.read(text, MONDAY).paid == sums


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("SEBULAN LEBIH GA JADI2", 30),
        ("sudah 3 minggu belum keluar", 21),
        ("hampir dua bulan", 60),
        ("didiemin aja 7 minggu", 49),
        ("udah 2 jam antri", None),
        ("saya datang 3 hari lalu", None),
        ("standarnya 7 hari kerja", None),
    ],
)
def test_how_long_somebody_waited(reader: Reader, text: str, days: int | None) -> None:
    assert reader.read(text, MONDAY).waited_days == days


@pytest.mark.parametrize(
    ("text", "secrets"),
    [
        ("NIK saya 3214011203890004, otp nya 482913", ("3214011203890004", "482913")),
        ("nik 3214 0112 0389 0004", ("3214 0112 0389 0004",)),
        ("password oss saya: Kucing123", ("Kucing123",)),
        ("PIN 9931", ("9931",)),
        ("transfer ke rekening 1234567890", ("1234567890",)),
        ("password saya tidak bisa dipakai", ()),
        ("KBLI 27203, hp 081234567890, ADU-2026-00412-6", ()),
    ],
)
def test_what_is_masked(reader: Reader, text: str, secrets: tuple[str, ...]) -> None:
    said = reader.read(text, MONDAY).secrets
    assert said == secrets
    assert all(secret in text for secret in said)


@pytest.mark.parametrize(
    ("text", "danger", "threat"),
    [
        ("kebakaran di gedung MPP tolong", True, False),
        ("ada orang pingsan di ruang tunggu", True, False),
        ("kalo besok ga beres saya bakar kantornya", False, True),
        ("tidak ada APAR, saya khawatir kalau kebakaran", False, False),
        ("izin saya belum keluar", False, False),
    ],
)
def test_danger_and_threats(reader: Reader, *, text: str, danger: bool, threat: bool) -> None:
    said = reader.read(text, MONDAY)
    assert (said.danger, said.threat) == (danger, threat)
