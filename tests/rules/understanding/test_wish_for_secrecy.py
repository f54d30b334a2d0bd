"""Who asks that the name be kept is heard, in whatever words; who tells of other secrets does not ask."""

from datetime import date

import pytest

from rules.understanding.reader import Reader

WISHES = (
    "kalau ketahuan saya bisa dipecat",
    "klo ketauan bos saya bisa dipecat saya",
    "takut nanti urusan saya dipersulit kalau tau yg lapor saya",
    "saya takut izin saya malah dipersulit",
    "jgn d sebut nama sy",
    "nama sy jgn d tulis ya",
    "jangan bilang-bilang ya kalau saya yang lapor",
    "jgn bilang2 klo sy yg ngadu",
    "nama saya tidak dimunculkan",
    "nama tolong tidak ditampilkan",
    "cukup bapak yang tahu",
    "cukup admin aja yg tau",
    "cuma bapak yang boleh tahu nama saya",
    "antara kita aja ya",
    "antara kita saja min",
    "identitas saya off dulu",
    "ulah nepi ka kanyahoan ngaran abdi",
    "ulah nepi kanyahoan abdi nu lapor",
    "mohon dirahasiahkeun nami abdi",
    "dirusiahkeun nya",
    "abdi sieun katohyan",
    "sieun katohyan ku tatangga",
    "ulah dibeja-beja nya",
    "ulah disebut ngaran kuring",
    "please do not let my identity be revealed",
    "I want my identity not be revealed",
    "do not disclose who I am",
    "please don't disclose my name",
    "please don't tell anyone it was me",
    "I'd like to stay anonymous to the staff",
    "keep this between us",
    "off the record please",
    "nama saya tolong diinisialkan saja",
    "pakai inisial saja",
    "jangan di expose nama saya",
    "jangan sampai petugasnya tahu saya yang melapor",
    "tolong identitas saya diamankan",
    "identitas pelapor mohon dijaga",
    "mohon jaga kerahasiaan identitas saya",
    "tolong jaga nama saya",
    "kerahasiaan saya mohon dijaga",
    "saya takut diintimidasi kalau ketahuan",
    "khawatir ada pembalasan ke usaha saya",
    "saya tdk mau nama saya muncul",
    "aja nganti konangan",
    "ojo disebut jenengku",
    "jangan dibuka siapa yang lapor",
    "jangan diumumkan nama saya",
    "jangan sampai nama saya keluar",
    "namanya jangan dimuat",
    "saya minta anonim di depan petugas",
    "saya ga mau dikenal petugas itu",
    "mohon nama disembunyikan",
    "tolong nama saya disimpan saja",
    "jgn sampe tetangga tau",
    "jangan sampe dia tau gue yg laporin",
    "rahasiain ya nama gue",
    "rahasiakeun nami abdi",
    "nama sy jangan diviralkan",
    "saya tidak ingin diketahui",
    "saya tidak mau diketahui identitasnya",
    "tolong private ya",
    "ini rahasia ya min",
    "mohon ini dirahasiakan",
    "bersifat rahasia",
    "tolong jangan diteruskan nama saya ke petugas loket",
    "nama saya jangan dikasih ke petugas",
    "kontak saya jangan dikasih ke mereka",
    "takut dibalas dendam",
    "takut kena imbas",
    "takut nanti izinnya ditahan kalau tahu saya yg lapor",
)
NONE = (
    "petugas merahasiakan tarif",
    "tarif disembunyikan dari warga",
    "biaya resminya seperti dirahasiakan",
    "syaratnya kok rahasia, tidak ditempel",
    "petugas takut ketahuan",
    "calonya takut ketahuan jadi minta transfer",
    'petugasnya bilang "ini rahasia ya bu" sambil minta uang',
    "kata petugas ini rahasia, jangan bilang siapa-siapa",
    "nama saya jangan sampai salah cetak",
    "nama di sertifikat jangan sampai salah lagi",
    "jangan bilang saya harus balik lagi",
    "jangan bilang harus nunggu lagi",
    "confidential documents lost",
    "my confidential documents were left on the counter",
    "silakan sebut nama saya",
    "nama saya boleh disebut",
    "tidak usah dirahasiakan",
    "gak perlu rahasia2an",
    "sebut aja nama saya gapapa",
    "tak perlu disembunyikan nama saya",
    "saya tidak takut ketahuan",
    "data usaha saya rahasia perusahaan, kok dibagikan ke orang lain",
    "petugas menyembunyikan berkas saya",
    "berkas saya disembunyikan",
    "jadwal petugas jangan sampai kosong",
    "jangan sampai saya bolak balik lagi",
    "jangan sampai izin saya mati",
    "identitas saya jangan salah lagi di sertifikat",
    "identitas saya salah ketik",
    "nama saya tidak muncul di sistem",
    "nama saya tidak tercantum di daftar",
    "nama saya tidak ditampilkan di layar antrian padahal sudah ambil nomor",
    "data saya bocor",
    "nama perusahaan saya tidak dicantumkan di sertifikat",
    "no need to keep it secret",
    "use my name, I am not afraid",
    "takut izin dipersulit makanya saya bayar",
    "petugas kode rahasia",
    "password saya rahasia kan?",
    "saya lupa kata rahasia akun oss",
    "antara loket 1 dan loket 2 saja beda",
    "antara kita dan petugas ada kaca",
    "teu kedah dirusiahkeun",
    "teu nanaon disebut nami abdi",
    "petugas tidak menyebutkan nama",
    "petugas tidak mau sebut nama",
    "harusnya identitas petugas dicantumkan",
    "CCTV disembunyikan",
    "tarif rahasia",
    "ruangannya tersembunyi",
    "jangan cuma diam",
    "jangan disebarluaskan kalau aturannya belum jelas",
)


@pytest.mark.parametrize("text", WISHES)
def test_a_wish_for_secrecy_is_heard(reader: Reader, text: str) -> None:
    assert reader.wants_secret(text)
    assert reader.wants_secret(f"Izin saya sudah sebulan belum terbit. {text.capitalize()}, terima kasih.")


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_wish_hides_nobody(reader: Reader, text: str) -> None:
    assert not reader.wants_secret(text)


@pytest.mark.parametrize(
    ("text", "name", "secret"),
    [
        ("Petugas minta 500rb tanpa kuitansi. Nama saya Lilis Suryani, Plered", "Lilis Suryani", False),
        ("Berkas saya ditolak tanpa alasan. Nama: Lilis Suryani, Plered", "Lilis Suryani", False),
        ("saya dimintai 500rb, tidak mau bayar. nama Lilis Suryani alamat Plered", "Lilis Suryani", False),
        ("nama saya Lilis Suryani. Petugas tidak mau sebut nama waktu minta 500rb", "Lilis Suryani", False),
        ("SK saya keluar tanpa nama. Saya Lilis Suryani dari Plered", "Lilis Suryani", False),
        ("tidak usah dirahasiakan, nama saya Dedi Kurniawan, petugas minta 500rb", "Dedi Kurniawan", False),
        ("saya Dedi Kurniawan dari Plered, petugas minta 500rb. Tanpa nama ya", "Dedi Kurniawan", True),
    ],
)
def test_a_name_that_is_given_is_not_refused(reader: Reader, text: str, name: str, secret: bool) -> None:
    said = reader.read(text, date(2026, 11, 26))
    assert not said.refuses_identity
    assert (said.identity.name, said.wants_secret) == (name, secret)


@pytest.mark.parametrize(
    "text",
    [
        "saya diminta bayar 300rb oleh petugas. Rahasiakan nama saya",
        "petugas minta 500rb di luar tarif. Rahasiakan nama saya",
        "minta 500rb tanpa kuitansi, rahasiakan nama saya",
        "tidak mau ribut. Rahasiakan nama saya, petugas minta 500rb",
        "Petugas menyembunyikan berkas saya. rahasiakan nama saya",
    ],
)
def test_what_stands_before_a_wish_does_not_undo_it(reader: Reader, text: str) -> None:
    said = reader.read(text, date(2026, 11, 26))
    assert said.wants_secret
    assert not said.refuses_identity
    assert said.classification is not None
