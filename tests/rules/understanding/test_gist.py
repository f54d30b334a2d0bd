"""What kind of talk it is: a question that asks, one that accuses, praise, the matter of another office."""

from datetime import date

import pytest

from rules.understanding.reader import Reader
from rules.understanding.understood import Gist


@pytest.mark.parametrize(
    ("text", "gist"),
    [
        ("kalau sertifikatnya hilang bisa dicetak ulang?", Gist.QUESTION),
        ("belum punya NPWP bisa bikin NIB?", Gist.QUESTION),
        ("hari sabtu buka ngga?", Gist.QUESTION),
        ("kalau tidak bisa datang boleh diwakilkan?", Gist.QUESTION),
        ("izin yang sudah mati masih bisa diperpanjang?", Gist.QUESTION),
        ("apa benar bikin NIB gratis?", Gist.QUESTION),
        ("berapa lama proses SLF?", Gist.QUESTION),
        ("jam istirahat tetap buka?", Gist.QUESTION),
        ("boleh bayar tunai?", Gist.QUESTION),
        ("kalau salah ketik di NIB bisa diperbaiki online?", Gist.QUESTION),
        ("perlu surat RT tidak?", Gist.QUESTION),
        ("untuk usaha kecil wajib NIB ga?", Gist.QUESTION),
        ("berapa kali lagi saya harus ke sini?", Gist.STORY),
        ("kenapa toiletnya dikunci?", Gist.STORY),
        ("kapan izin saya keluar, sudah 3 bulan?", Gist.STORY),
        ("kenapa petugasnya marah-marah?", Gist.STORY),
        ("sampai kapan saya harus menunggu?", Gist.STORY),
        ("masa mau ambil sertifikat harus bayar 100 ribu?", Gist.STORY),
        ("apa gunanya antrian online kalau tetap antri?", Gist.STORY),
        ("kok bisa berkas saya hilang?", Gist.STORY),
        ("mana janjinya 7 hari?", Gist.STORY),
        ("ini kantor apa pasar?", Gist.STORY),
        ("saya harus ngadu ke siapa lagi kalau begini?", Gist.STORY),
        ("emang harus pakai orang dalam?", Gist.STORY),
        ("kenapa loket cuma dibuka satu?", Gist.STORY),
        ("apa petugasnya tidak bisa senyum?", Gist.STORY),
        ("di mana hati nurani petugas?", Gist.STORY),
        ("tidak ada keluhan, pelayanannya baik", Gist.PRAISE),
        ("dulu lama, sekarang cepat", Gist.PRAISE),
        ("dulu petugasnya judes sekarang ramah semua", Gist.PRAISE),
        ("terima kasih, izin saya sudah terbit tanpa biaya", Gist.PRAISE),
        ("mantap pelayanan, ga ada pungli", Gist.PRAISE),
        ("sekarang tidak perlu antri lagi, bagus", Gist.PRAISE),
        ("sudah beres tanpa ribet", Gist.PRAISE),
        ("sertifikat tanah di BPN belum jadi 2 tahun", Gist.OTHER_OFFICE),
        ("di RSUD Bayu Asih pelayanannya lama", Gist.OTHER_OFFICE),
        ("NPWP saya belum jadi di kantor pajak", Gist.OTHER_OFFICE),
        ("PBB saya kok naik", Gist.OTHER_OFFICE),
        ("petugas kelurahan minta uang buat surat pengantar", Gist.OTHER_OFFICE),
        ("di kecamatan Plered ktp belum jadi", Gist.OTHER_OFFICE),
        ("samsat antrinya lama", Gist.OTHER_OFFICE),
        ("indihome mati terus", Gist.OTHER_OFFICE),
        ("disnaker lama bikin kartu kuning", Gist.OTHER_OFFICE),
        ("listrik mati terus", Gist.OTHER_OFFICE),
        ("air PDAM keruh", Gist.OTHER_OFFICE),
        ("jalan rusak di Bungursari", Gist.OTHER_OFFICE),
        ("BPJS nonaktif", Gist.OTHER_OFFICE),
        ("SIM di polres calonya banyak", Gist.OTHER_OFFICE),
        ("sekolah minta uang bangku", Gist.OTHER_OFFICE),
    ],
)
def test_what_kind_of_talk_it_is(reader: Reader, text: str, gist: Gist) -> None:
    assert reader.read(text, date(2026, 11, 26)).gist is gist


@pytest.mark.parametrize(
    "text",
    [
        "lapor",
        "saya mau lapor",
        "mau ngadu tapi rahasia ya",
        "jangan sampai ketahuan ya, saya takut",
        "Nama saya Fransiskus Xaverius Bere",
        "nama saya Rina dari Plered, mau mengadu",
    ],
)
def test_who_only_announces_has_told_nothing_yet(reader: Reader, text: str) -> None:
    assert reader.read(text, date(2026, 11, 26)).classification is None


@pytest.mark.parametrize(
    "text",
    [
        "petugas ketawa puas waktu saya nangis",
        "berapa sih biaya resmi NIB? saya ditarik 300rb",
        "how long do I have to wait? 3 months already",
        "berkas saya raib",
        "izin saya dicabut tanpa surat",
        "antrean diserobot orang dalem",
    ],
)
def test_a_plain_complaint_is_one(reader: Reader, text: str) -> None:
    said = reader.read(text, date(2026, 11, 26))
    assert said.gist is Gist.STORY
    assert said.classification is not None


def test_a_long_accusation_is_a_complaint_though_it_ends_with_a_question_mark(reader: Reader) -> None:
    text = (
        "tangga darurat kantor perizinan dikunci gembok pak, APAR juga kosong, kalau kebakaran pengunjung lari ke mana?"
    )
    assert reader.read(text, date(2026, 11, 26)).gist is Gist.STORY
