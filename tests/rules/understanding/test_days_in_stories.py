"""Which day a story tells of; none where it is not one day, or a day of something else."""

from datetime import date

import pytest

from rules.understanding.reader import Reader

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("dua minggu lalu hari senin saya ke loket dan dibentak", date(2026, 11, 9)),
        ("minggu lalu hari rabu saya dibentak petugas", date(2026, 11, 18)),
        ("rabu minggu lalu saya dibentak petugas", date(2026, 11, 18)),
        ("rabu kemarin dibentak petugas", date(2026, 11, 25)),
        ("senin kemarin dibentak petugas", date(2026, 11, 23)),
        ("tgl 12 Nov 25 dibentak petugas", date(2025, 11, 12)),
        ("12 november tahun lalu dibentak petugas", date(2025, 11, 12)),
        ("tahun lalu tgl 12 november dibentak petugas", date(2025, 11, 12)),
        ("RT 5/11 Plered, dibentak petugas", None),
        ("alamat rt 05/11 desa Citeko, dibentak petugas di loket", None),
        ("saya lahir 12 mei 1980, dibentak petugas", None),
        ("akta tanggal 3 maret 2026 ditolak petugas", None),
        ("dibentak petugas antara tanggal 3 dan 5 november", None),
        ("dibentak petugas tgl 3-5 november", None),
        ("2026.11.12 dibentak petugas", date(2026, 11, 12)),
        ("12.11.2026 dibentak petugas", date(2026, 11, 12)),
        ("12/11 dibentak petugas", date(2026, 11, 12)),
        ("12-11-26 dibentak petugas", date(2026, 11, 12)),
        ("kemarin saya dibentak", date(2026, 11, 25)),
        ("kemarin senin saya dibentak", date(2026, 11, 23)),
        ("kemarin hari jumat saya dibentak", date(2026, 11, 20)),
        ("kamari jumaah abdi dibentak", date(2026, 11, 20)),
        ("kemarin 20 november saya dibentak", date(2026, 11, 20)),
        ("kemarin jumat tanggal 20 november saya dibentak", date(2026, 11, 20)),
        ("kemarin lusa saya dibentak", date(2026, 11, 24)),
        ("td pagi dibentak petugas", date(2026, 11, 26)),
        ("3 hari yang lalu dibentak petugas", date(2026, 11, 23)),
        ("3hr lalu dibentak petugas", date(2026, 11, 23)),
        ("sebulan lalu dibentak", None),
        ("tanggal 30 november nanti", None),
        ("tgl 31/11 dibentak", None),
        ("tgl 30 kemarin dibentak", date(2026, 10, 30)),
        ("tanggal 5 bulan ini dibentak petugas", date(2026, 11, 5)),
        ("tanggal 5 bulan kemarin dibentak petugas", date(2026, 10, 5)),
        ("tanggal lima november dibentak petugas", date(2026, 11, 5)),
        ("on 12th of November the officer yelled at me", date(2026, 11, 12)),
        ("November 12, 2026 the officer yelled at me", date(2026, 11, 12)),
        ("yesterday the officer yelled at me", date(2026, 11, 25)),
        ("last friday the officer yelled at me", date(2026, 11, 20)),
        ("kamari abdi dicarekan", date(2026, 11, 25)),
        ("mangkukna abdi dicarekan ku patugas", date(2026, 11, 24)),
        ("dinten senen kamari dicarekan ku patugas", date(2026, 11, 23)),
        ("jam 10 tadi saya dibentak", date(2026, 11, 26)),
        ("loket 3/4 dibentak petugas", None),
        ("kamis ini saya dibentak", date(2026, 11, 26)),
        ("besok saya mau datang lagi", None),
        ("dibentak petugas 5 hari yll", date(2026, 11, 21)),
        ("dibentak petugas h-3 lebaran", None),
        ("pas tanggal merah kemarin tutup", None),
    ],
)
def test_the_day_it_happened(reader: Reader, text: str, day: date | None) -> None:
    when = reader.read(text, THURSDAY).when
    assert (when.day if when else None) == day
