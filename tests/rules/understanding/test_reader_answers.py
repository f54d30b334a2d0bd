"""The answers inside the form: when, which service, what name, which village."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.agency import Place
from rules.understanding.reader import Reader
from rules.understanding.understood import SaidIdentity, SaidService, whole_address

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tgl 15 bln kmrn lah", date(2026, 10, 15)),
        ("15", date(2026, 11, 15)),
        ("30", date(2026, 10, 30)),
        ("tanggal 31", date(2026, 10, 31)),
        ("tgl 5 kemarin", date(2026, 11, 5)),
        ("sudah 2 kali, tgl 3 november", date(2026, 11, 3)),
        ("senin 16", date(2026, 11, 16)),
        ("jam 9 pagi tanggal 5", date(2026, 11, 5)),
        ("15 bulan kemarin", date(2026, 10, 15)),
        ("rabu kemarin", date(2026, 11, 18)),
        ("rabu minggu lalu", date(2026, 11, 18)),
        ("senin", date(2026, 11, 16)),
        ("hari minggu kemarin", date(2026, 11, 22)),
        ("last wednesday", date(2026, 11, 18)),
        ("jumaah kamari", date(2026, 11, 20)),
        ("kamari", date(2026, 11, 22)),
        ("kmrn", date(2026, 11, 22)),
        ("wingi", date(2026, 11, 22)),
        ("yesterday", date(2026, 11, 22)),
        ("kemarin lusa", date(2026, 11, 21)),
        ("tadi pagi", MONDAY),
        ("dinten ieu", MONDAY),
        ("3 hari yang lalu", date(2026, 11, 20)),
        ("tiga hari lalu", date(2026, 11, 20)),
        ("18 November", date(2026, 11, 18)),
        ("18 nop", date(2026, 11, 18)),
        ("rabu, 18 november 2026", date(2026, 11, 18)),
        ("November 18th, 2026", date(2026, 11, 18)),
        ("dua belas oktober", date(2026, 10, 12)),
        ("12/10", date(2026, 10, 12)),
        ("12-10-2026", date(2026, 10, 12)),
        ("12.10.2026", date(2026, 10, 12)),
        ("2026-10-12", date(2026, 10, 12)),
        ("25 desember", date(2025, 12, 25)),
        ("23 november", MONDAY),
        ("29 feb", date(2024, 2, 29)),
    ],
)
def test_a_day(reader: Reader, text: str, day: date) -> None:
    said = reader.date(text, MONDAY)
    assert said is not None
    assert (said.day, said.problem) == (day, None)


@pytest.mark.parametrize(
    ("text", "month", "problem"),
    [
        ("30 februari", None, "impossible"),
        ("03/25", None, "impossible"),
        ("45", None, "impossible"),
        ("besok", None, "future"),
        ("minggu depan", None, "future"),
        ("25 desember 2026", None, "future"),
        ("bulan lalu", date(2026, 10, 1), None),
        ("minggu lalu", date(2026, 11, 1), None),
        ("minggu kemarin", date(2026, 11, 1), None),
        ("2 bulan yang lalu", date(2026, 9, 1), None),
        ("awal bulan", date(2026, 11, 1), None),
        ("oktober", date(2026, 10, 1), None),
        ("desember", date(2025, 12, 1), None),
    ],
)
def test_no_exact_day(reader: Reader, text: str, month: date | None, problem: str | None) -> None:
    said = reader.date(text, MONDAY)
    assert said is not None
    assert (said.day, said.month, said.problem) == (None, month, problem)


@pytest.mark.parametrize("text", ["0", "lupa", "gatau", "", "tidak tahu", "?", "2 kali", "12 jam"])
def test_no_date(reader: Reader, text: str) -> None:
    assert reader.date(text, MONDAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "berlaku sampai 12 oktober, kok tidak bisa dipakai",
        "katanya buka senin sampai rabu",
        "besok saya butuh izinnya",
        "tanggal terbitnya 30 februari, salah",
        "izin saya belum keluar sejak bulan lalu",
    ],
)
def test_a_story_without_an_exact_day(reader: Reader, text: str) -> None:
    when = reader.read(text, MONDAY).when
    assert when is None or when.day is None


@given(st.dates(date(2001, 3, 1), date(2199, 12, 31)), st.integers(0, 364))
def test_a_written_day_is_read_back_and_never_in_the_future(reader: Reader, today: date, days: int) -> None:
    day = today - timedelta(days=days)
    months = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
    for text in (
        f"{day.day} {months[day.month - 1]}",
        f"{day:%d/%m/%Y}",
        day.isoformat(),
        f"{days} hari lalu" if days else "hari ini",
    ):
        said = reader.date(text, today)
        assert said is not None
        assert said.day == day, text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KBLI 27203", SaidService("kbli-27203", ("kbli-27203",), "27203")),
        ("KBLI 27203 2 minggu", SaidService("kbli-27203", ("kbli-27203",), "27203")),
        ("kbli 2 7 2 0 3", SaidService("kbli-27203", ("kbli-27203",), "27203")),
        ("KBLI: 27.203", SaidService("kbli-27203", ("kbli-27203",), "27203")),
        ("27203", SaidService("kbli-27203", ("kbli-27203",), "27203")),
        ("kbli 27202", SaidService(None, (), "27202")),
        ("sertifikat standar kbli 27202", SaidService(None, (), "27202")),
        ("bukan KBLI 27202 tapi KBLI 27203", SaidService("kbli-27203", ("kbli-27203",), "27203")),
        ("luas 27203 m2", SaidService(None, (), None)),
        ("pabrik baterai", SaidService(None, ("kbli-27203",), None, unsure=True)),
        ("rakit baterai motor listrik", SaidService("kbli-27203", ("kbli-27203",), None)),
        ("sertifikat standar saya", SaidService("sertifikat-standar", ("sertifikat-standar",), None)),
        ("reklame", SaidService(None, ("reklame-baru", "reklame-perpanjangan"), None, wide="reklame")),
        ("KBLI 272003 baterai", SaidService(None, ("kbli-27203",), "27203", unsure=True)),
        ("kbli 27023 baterai motor listrik", SaidService(None, ("kbli-27203",), "27203", unsure=True)),
        ("kbli 27202 baterai motor listrik", SaidService(None, (), "27202")),
        ("kbli 47111 toko", SaidService(None, (), "47111")),
        ("sertifikat standar 27 203", SaidService("kbli-27203", ("kbli-27203",), "27203")),
        ("perpanjang izin reklame", SaidService("reklame-perpanjangan", ("reklame-perpanjangan",), None)),
        ("ijin apotik nya", SaidService("apotek", ("apotek",), None)),
        ("nib aja", SaidService("nib", ("nib",), None)),
        ("PBG ditolak karena NIB belum ada", SaidService("pbg", ("pbg",), None)),
        ("bukan urusan itu", SaidService(None, (), None)),
        ("", SaidService(None, (), None)),
    ],
)
def test_a_service(reader: Reader, text: str, expected: SaidService) -> None:
    assert reader.service(text) == expected


def test_a_misspelt_service_is_asked_back(reader: Reader) -> None:
    said = reader.service("persetujan bangunan gedun")
    assert said.service_id is None
    assert said.unsure
    assert said.candidates == ("pbg",)


@pytest.mark.parametrize(
    ("text", "name", "organisation", "place"),
    [
        ("Siti, Sindangkasih", "Siti", None, "Kel. Sindangkasih, Purwakarta"),
        ("Siti Sindangkasih", "Siti", None, "Kel. Sindangkasih, Purwakarta"),
        ("Ujang. cepetan!!", "Ujang", None, None),
        ("Maya, HRD PT Cikopo Energi", "Maya", "PT Cikopo Energi", None),
        ("rahasia aja. Asep", "Asep", None, None),
        ("Siti Aminah, Citeko. tapi jangan sampai petugasnya tau ya", "Siti Aminah", None, "Desa Citeko, Plered"),
        ("Neneng, cibatu", "Neneng", None, "Kec. Cibatu"),
        ("nama saya siti aminah dari desa citeko plered", "Siti Aminah", None, "Desa Citeko, Plered"),
        ("Pak Ujang", "Ujang", None, None),
        ("Kang Dedi aja", "Dedi", None, None),
        ("bagus", "Bagus", None, None),
        ("H. Ujang Suparman", "H. Ujang Suparman", None, None),
        ("DEDI KURNIAWAN", "Dedi Kurniawan", None, None),
        ("Budi Setiawan bin Ahmad", "Budi Setiawan bin Ahmad", None, None),
        ("Asep 08123456789", "Asep", None, None),
        ("PT Sinar Baterai", "PT Sinar Baterai", "PT Sinar Baterai", None),
        ("I am Kenji Sato", "Kenji Sato", None, None),
    ],
)  # fmt: skip
def test_a_name(reader: Reader, text: str, name: str, organisation: str | None, place: str | None) -> None:
    said = reader.identity(text)
    assert (said.name, said.organisation) == (name, organisation)
    assert (said.place.label() if said.place else None) == place


@pytest.mark.parametrize(
    "text",
    [
        "hamba Allah",
        "anonim",
        "-",
        "kalo ga pake nama?",
        "ga mau",
        "1",
        "siapa ya?",
        "mau tanya dulu",
        "👍",
        "",
    ],
)
def test_no_name(reader: Reader, text: str) -> None:
    assert reader.identity(text) == SaidIdentity(None, None, None, None)


def test_an_address_that_is_not_in_the_list_is_kept_as_said(reader: Reader) -> None:
    said = reader.identity("Rina - Bandung")
    assert (said.name, said.place, said.place_text) == ("Rina", None, "Bandung")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("desa cigelam babakancikao", "Desa Cigelam, Babakancikao"),
        ("ciseureuh", "Kel. Ciseureuh, Purwakarta"),
        ("cisereuh", "Kel. Ciseureuh, Purwakarta"),
        ("Cinangka Bungursari", "Desa Cinangka, Bungursari"),
        ("nagrikidul", "Kel. Nagri Kidul, Purwakarta"),
        ("plered", "Kec. Plered"),
        ("desa plered", "Desa Plered, Plered"),
        ("sindangsari bojong", "Desa Sindangsari, Bojong"),
        ("saya tinggal di desa citeko", "Desa Citeko, Plered"),
    ],
)
def test_a_place(reader: Reader, text: str, label: str) -> None:
    place, typed = reader.place(text)
    assert place is not None
    assert (place.label(), typed) == (label, None)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("kp. sukamaju rt 02/03 desa citeko kec plered", "kp. sukamaju rt 02/03, Desa Citeko, Plered"),
        ("Jl. Veteran no 12 Nagri Kidul", "Jl. Veteran no 12, Kel. Nagri Kidul, Purwakarta"),
        ("alamat saya jalan kopi 3, ciseureuh", "jalan kopi 3, Kel. Ciseureuh, Purwakarta"),
        ("guru di ciseureuh", "Kel. Ciseureuh, Purwakarta"),
    ],
)
def test_street_and_number_are_kept_before_the_place(reader: Reader, text: str, address: str) -> None:
    assert whole_address(*reader.place(text)) == address


@pytest.mark.parametrize("text", ["Siti, Jl. Veteran 12, Nagri Kidul", "Siti Jl. Veteran 12 Nagri Kidul"])
def test_street_and_number_behind_a_name(reader: Reader, text: str) -> None:
    said = reader.identity(text)
    assert (said.name, said.address) == ("Siti", "Jl. Veteran 12, Kel. Nagri Kidul, Purwakarta")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bandung", (None, "bandung")),
        ("Sindangsari", (None, "Sindangsari")),  # two districts have one
        ("", (None, None)),
        ("123", (None, None)),
    ],
)
def test_a_place_that_is_not_known(reader: Reader, text: str, expected: tuple[Place | None, str | None]) -> None:
    assert reader.place(text) == expected
