"""Which component a message is about, with the words that show it."""

from datetime import date

import pytest

from rules.components import Component
from rules.understanding.reader import Reader

SAID = {
    Component.REQUIREMENTS: (
        "disuruh fotokopi KK lagi padahal minggu lalu udah ngasih",
        "kok harus ada tanda tangan tetangga kanan kiri sih buat PBG",
        "berkas sy dibalikin, katanya kurang surat keterangan usaha",
        "kunaon kudu aya rekomendasi ti dinas pertanian sagala, pan ngan ukur warung",
        "They keep asking for new documents every time I come",
        "kenapa NPWP suami juga diminta, usaha atas nama saya sendiri",
        "di website syaratnya 5, di loket jadi 9",
        "Permohonan kami ditolak dengan alasan gambar denah tidak berskala, padahal tidak pernah diinformasikan.",
    ),
    Component.PROCEDURE: (
        "daftar lewat hp ga bisa, harus datang, udah datang disuruh lewat hp",
        "dari loket 1 ke loket 4 terus ke lantai 2 balik lagi ke loket 1",
        "nomor antrian saya dilewat, yang baru dateng malah dipanggil",
        "hari sabtu buka ga? kemaren saya jauh2 dateng tutup",
        "kudu kamana heula ngurus ijin téh, abdi lieur",
        "Nobody could tell me which counter handles renewals.",
        "tahapannya ga jelas, abis survei ngapain lagi",
        "calo pada nawarin antrian di depan, yang antri resmi malah lama",
    ),
    Component.COMPLETION_TIME: (
        "SIP saya udah diajukan dari bulan puasa sampe lebaran haji blm jg",
        "janjinya 3 hari, ini udah hari ke 12",
        "status di aplikasi verifikasi terus ga gerak2",
        "ti jam dalapan nepi ka jam dua can dipanggil wae",
        "It has been six weeks and my permit is nowhere to be seen",
        "kadisnya dinas luar terus jadi suratnya ga ditandatanganin",
        "kapan kelarnya min, tender minggu depan",
        "wis rong sasi durung dadi",
    ),
    Component.FEE: (
        "katanya gratis kok disuruh bayar 150rb",
        "ada oknum nawarin jasa percepatan, tarif 2 juta",
        "retribusi PBG naik 3x lipat dari tahun lalu",
        "petugasna menta duit rokok",
        "I paid twice and nobody wants to return my money",
        "minta kuitansi malah dibilang ga usah",
        "bayarnya kemana? ke rekening pribadi kok aneh",
    ),
    Component.PRODUCT: (
        "NIB saya KBLI nya salah, minta 47111 keluar 47112",
        "tgl lahir di SIP keliru",
        "izinnya udah jadi tapi ga ada QR codenya",
        "surat ijinna geus jadi ngan ngaranna salah",
        "masa berlaku cuma 1 taun padahal harusnya 5 taun",
        "The company name on the certificate is spelled wrong",
        "file pdf sertifikatnya ga bisa dibuka",
        "lampiran SK nya punya orang lain",
    ),
    Component.FACILITIES: (
        "toilet ga ada air",
        "parkiran penuh terus",
        "aplikasinya force close mulu",
        "ga ada kursi roda buat ibu saya",
        "kipasna paeh, hareudang pisan",
        "The website is down again",
        "mesin nomor antrian rusak",
        "wifi lemot ga bisa upload",
        "ruang laktasi dipake gudang",
    ),
    Component.STAFF_COMPETENCE: (
        "petugasnya main hp terus waktu saya nanya",
        "satpamnya nyuruh2 kaya bos",
        'ditanya malah jawab "baca aja sendiri"',
        "patugasna teu someah, haseum wae beungeutna",
        "The officer had no clue about the regulation",
        "ibu yang di loket 2 suka marah2",
        "dijawab sambil makan gorengan",
        "orangnya ga ngerti cara pake OSS",
    ),
    Component.STAFF_NUMBERS: (
        "loket ada 6 yang buka cuma 1",
        "petugas survei cuma 1 buat sekabupaten",
        "Only one clerk for fifty people",
        "tambahin orang lah di loket pendaftaran",
    ),
    Component.COMPLAINTS: (
        "saya udah lapor 3 kali ga ada tanggapan",
        "nomor WA pengaduan centang satu terus",
        "kotak saran isinya ga pernah dibuka",
        "email saya ga dibales2",
        "telpon kantor ga pernah diangkat",
        "I complained last month and never got a reply",
    ),
    Component.LEGAL_BASIS: (
        "aturan yang ngelarang itu pasal berapa?",
        "perbup yang dipake udah dicabut kan",
        "what regulation says I need this?",
        "dasar hukumna naon nolak ijin abdi",
    ),
    Component.SUPERVISION: (
        "atasannya tau tapi diem aja",
        "tolong inspektorat periksa bagian survei",
    ),
    Component.SERVICE_GUARANTEE: (
        "maklumat di dinding cuma pajangan",
        "kalau telat katanya ada kompensasi, mana?",
        "janji kode etiknya mana, petugas mendahulukan temannya",
    ),
    Component.SAFETY: (
        "helm saya hilang di parkiran MPP",
        "data KTP saya bocor, ada yg pinjol pake nama saya",
        "ga ada APAR di gedung",
        "berkas asli saya dihilangin petugas",
        "motor dicuri pas ngurus izin",
    ),
    Component.EVALUATION: (
        "survei kepuasan disuruh isi bintang 5 semua",
        "hasil SKM tahun ini mana",
        "tiap taun dievaluasi tapi gitu2 aja",
    ),
    Component.OTHER: (
        "jalan depan rumah bolong parah",
        "listrik mati dari subuh",
        "selamat pagi semuanya",
        "jual obat kuat murah",
        "tetangga saya karaoke tengah malam",
        "sampah numpuk di pasar",
    ),
}


@pytest.mark.parametrize("component", SAID)
def test_what_people_say_of_each_component(reader: Reader, component: Component) -> None:
    """Learned weights are not right in each case; no more than one may be wrong."""
    wrong = {text: found for text in SAID[component] if (found := reader.classify(text).component) is not component}
    assert len(wrong) <= 1, wrong


@pytest.mark.parametrize(
    ("text", "component"),
    [
        ("syaratnya gampang, cuma yang jaga loket judes", Component.STAFF_COMPETENCE),
        ("petugasnya ramah dan ruangannya bersih, tapi izin saya dua bulan belum keluar", Component.COMPLETION_TIME),
        ("gratis sih, prosesnya cepat, tapi nama di sertifikatnya salah ketik", Component.PRODUCT),
        ("bukan soal biaya, tapi wc nya bau sekali", Component.FACILITIES),
        ("berkas ga ilang, ga ada yang minta duit, cuma didiemin 7 minggu", Component.COMPLETION_TIME),
        ("izinnya lama, padahal petugasnya banyak", Component.COMPLETION_TIME),
        ("yg layani ramah, tapi mesin antrian rusak", Component.FACILITIES),
    ],
)
def test_what_follows_but_is_the_matter(reader: Reader, text: str, component: Component) -> None:
    assert reader.classify(text).component is component


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ("izin saya belum keluar", "ijin sy blm kluar"),
        ("izin saya belum keluar", "IZIN SAYA BELUMMM KELUAR!!!"),
        ("petugas minta uang", "ptgs mnta duit"),
        ("sertifikat salah ketik", "srtifikat typo"),
        ("menunggu lama sekali", "nunggu lama bgt"),
        ("menunggu lama sekali", "ngadagoan lila pisan"),
    ],
)
def test_spelling_and_language_make_no_difference(reader: Reader, plain: str, said: str) -> None:
    assert reader.classify(said).component is reader.classify(plain).component is not Component.OTHER


def test_the_evidence_shows_what_was_said_and_what_it_matched(reader: Reader) -> None:
    found = reader.classify("Petugas loket 3 KETUS bgt")
    assert found.evidence[0].component is Component.STAFF_COMPETENCE
    assert (found.evidence[0].said, found.evidence[0].matched) == ("ketus", "ketus")


@pytest.mark.parametrize("text", ["", "izin reklame", "🙏", "saya datang ke kantor"])
def test_hardly_anything_said_is_not_sure(reader: Reader, text: str) -> None:
    assert not reader.classify(text).sure


def test_of_two_matters_the_second_is_kept(reader: Reader) -> None:
    said = reader.read("AC mati dan petugasnya judes", date(2026, 11, 23))
    assert said.classification is not None
    both = {said.classification.component, said.second_component}
    assert both == {Component.FACILITIES, Component.STAFF_COMPETENCE}


def test_one_clear_matter_is_sure(reader: Reader) -> None:
    assert reader.classify("izin saya sudah dua bulan belum keluar juga").sure
