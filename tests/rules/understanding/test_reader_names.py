"""Whose name stands in a story: the writer's where people put their own, nobody else's."""

from datetime import date

import pytest

from bot.agency import load_office
from rules.understanding.reader import Reader

MONDAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def office_reader() -> Reader:
    return load_office().reader


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sy bu Rina Marlina dr Wanayasa mau lapor", "Rina Marlina"),
        ("NIK saya 3214012501900001 nama Hendra", "Hendra"),
        ("silakan sebut nama saya, Yanti dari Darangdan", "Yanti"),
        ("CV Maju Jaya: KBLI 27202 kami ditolak kemarin", "CV Maju Jaya"),
        ("pak saya Tono mau lapor", "Tono"),
        ("permohonan kami atas nama PT Sinar Abadi dikembalikan", "PT Sinar Abadi"),
        ("NIB saya error. Sutarman, pedagang bakso di Cibatu", "Sutarman"),
        ("PBG salah luas, tolong dibetulkan. Nunung - Bojong", "Nunung"),
        ("loketnya tutup. Ns. Rika Amelia, Nagri Kaler", "Ns. Rika Amelia"),
        ("wc bau. Terima kasih. Yoyo Suryo (0812 3456 7890)", "Yoyo Suryo"),
        ("Izin gudang belum terbit.\n\nHormat saya,\nEndang Suryana\nDirektur CV Surya Kencana", "Endang Suryana"),
        ("wilujeng siang abdi Didin ti Pondoksalam bade unjukan", "Didin"),
        ("ieu abdi Kang Ohim, tukang baso, ditagih artos kaamanan", "Ohim"),
        ("aing Jajat euy, ijin teu kaluar wae", "Jajat"),
        ("Saya Andi, tapi nama saya jangan dibuka", "Andi"),
        ("I'm Lee Min-ho from PT Hanbit, our permit is late", "Lee Min-ho"),
        ("This is Dr. Sarah Connor. the certificate is wrong", "Dr. Sarah Connor"),
        ("Budi Santoso, SH, kuasa hukum PT Maju. izin terbit salah", "Budi Santoso"),
        ("saya hendra kurniawan s.t. mau protes soal kkpr", "Hendra Kurniawan"),
        ("saya yang bernama Lukman Nulhakim merasa dirugikan", "Lukman Nulhakim"),
        ("yth admin, saya bernama wahyu hidayat", "Wahyu Hidayat"),
        ("sy dewi, sy ajukan sip bidan", "Dewi"),
        ("sy dewi ajukan sip bidan 2 bln blm keluar", "Dewi"),
        ("Saya yuni pak, mau nanya kenapa ditolak", "Yuni"),
        ("ini saya ibu enok, wanayasa. izin warung", "Enok"),
        ("ini rina, TDG sy gmn", "Rina"),
        ("dear team, Ahmed Khan of PT Oasis here, no reply", "Ahmed Khan"),
        ("alamat saya Ciwangi, nama saya Tarsih", "Tarsih"),
        ("dari: Yana Mulyana <yana@x.id>", "Yana Mulyana"),
        ("Nama Pelapor : SITI ROHMAH", "Siti Rohmah"),
        ("NAMA SAYA UJANG DARI CITEKO IZIN BELUM KELUAR", "Ujang"),
        ("SAYA ASEP DARI PLERED. KECEWA!", "Asep"),
        ("panggil saya Bu Nengsih aja", "Nengsih"),
        ("kenalin aku Tasya, mahasiswi", "Tasya"),
        ("Rahmat. izin saya blm jadi", "Rahmat"),
        ("sy, Komariah, 45 th, penjual gorengan", "Komariah"),
        ("asep di sini, mau komplen", "Asep"),
        (
            "Dgn hormat,\nSaya yang bertanda tangan di bawah ini:\nNama: Drs. Tatang Koswara\nAlamat: Sempur",
            "Drs. Tatang Koswara",
        ),
        ("izin saya ditolak\n~ Ningrum", "Ningrum"),
        ("izin lama. from Dodo", "Dodo"),
        ("Wassalam, H. Ahmad Syafei, Pasawahan", "H. Ahmad Syafei"),
    ],
)
def test_the_name_of_the_writer(office_reader: Reader, text: str, name: str) -> None:
    assert office_reader.read(text, MONDAY).identity.name == name


@pytest.mark.parametrize(
    "text",
    [
        "saya ibu dari Raka, AC mati",
        "Saya mewakili ibu saya Kokom, beliau disuruh bolak balik",
        "kemarin dilayani oleh Mbak Sri, galak",
        "rahasiakan nama saya, Pak Joko itu galak",
        "ibu saya Kokom, beliau disuruh pulang",
        "suami saya Hendra dari Plered ngurus SLF",
        "Kami, Forum Pedagang Plered, keberatan",
        "mau lapor pak Camat Bojong",
        "halo pak Budi, izin saya lama",
        "Selamat siang Bu Rina, SIP saya belum jadi",
        "Terima kasih Pak Asep sudah bantu",
        "Yth. Bapak Kepala Dinas",
        "saya suami dari Ibu Lastri",
        "petugas a.n. Jojo minta uang",
        "lapor, oknum inisial AS minta duit",
        "saya minta Pak Dedi dipecat",
        "Pak Dedi, Plered, adalah calo",
        "saya sama Teh Nia antri dari pagi",
        "saya dan Asep antri",
        "Saya Muslim, kenapa mushola ga ada",
        "kemarin saya ketemu Hendra, petugas survei",
        "nama saya di PBG tertulis Asep",
        "nama saya jadi Asepp di NIB",
        "Nama usaha saya Sinar Jaya salah tulis",
        "saya Kades Cikopo",
        "Saya Mahasiswa dari Unsika",
        "saya dari LSM Gerak",
        "abdi sareng Euis ka loket",
    ],
)
def test_somebody_else_is_not_the_writer(office_reader: Reader, text: str) -> None:
    assert office_reader.read(text, MONDAY).identity.name is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mohon identitas kami dilindungi", True),
        ("please don't let them know it was me", True),
        ("tolong samarkan nama saya", True),
        ("ga usah dirahasiain kok", False),
        ("udah rahasia umum di sana banyak calo", False),
        ("kode rahasia saya hilang", False),
        ("saya tidak keberatan nama saya dicantumkan", False),
        ("identitas saya boleh dibuka", False),
    ],
)
def test_a_wish_for_secrecy_and_words_of_it(office_reader: Reader, text: str, *, wanted: bool) -> None:
    assert office_reader.wants_secret(text) is wanted


@pytest.mark.parametrize("text", ["nama saya " * 600, "\n" * 6_000, "Asep dari " * 600, "- " * 3_000, "ttd " * 1_500])
def test_no_name_in_a_row_of_cues(office_reader: Reader, text: str) -> None:
    name = office_reader.read(text, MONDAY).identity.name
    assert name is None or len(name) < 60


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('petugas bilang "saya Rudi, tunggu saja" lalu hilang', None),
        ("dia ngaku nama saya Anton dan minta 500 ribu", None),
        ("calonya mengaku namanya Dedi, minta transfer", None),
        ("yang melayani saya atas nama Fitri, ketus sekali", None),
        ("petugas atas nama Fitri jutek", None),
        ("disuruh transfer ke rekening BCA a.n. Budi Santoso", None),
        ("transfer ke rek 123456 atas nama Siti Aminah", None),
        ("PT Sinar Jaya di sebelah rumah saya buang limbah, izinnya apa?", None),
        ("CV Maju Mundur bangun ruko tanpa izin di depan rumah", None),
        ("satpam dari PT Garda kasar sekali", None),
        ("konsultan kami CV Citra lambat", None),
        ("pt kami belum dapat izin", None),
        ("kami CV kecil, izin kami lama", None),
        ("PT besar gampang dapat izin, kami susah", None),
        ("namaku Putri, izin belum keluar", "Putri"),
        ("I, Chen Wei, have been waiting for three weeks", "Chen Wei"),
        ("Izin belum terbit sudah sebulan. ~ Iwan ~", "Iwan"),
        ("R.A. Kartini Dewi, Jatiluhur. Izin saya belum terbit", "R.A. Kartini Dewi"),
        ("Nama Lengkap : Dadan Hermawan\nAlamat : Plered\nKeluhan: izin belum terbit", "Dadan Hermawan"),
        ("Nama Lengkap: Dadan Hermawan", "Dadan Hermawan"),
        ("saya rudi, petugas loket bilang tunggu terus", "Rudi"),
        ("Saya Rina. Petugas bernama Anton minta uang", "Rina"),
        ("petugasnya pak Anton. saya Rina dari Wanayasa", "Rina"),
        ("Saya mau lapor petugas Bu Dewi judes", None),
        ("halo min, Bu Dewi di loket 3 judes", None),
        ("Pak Joko loket 2 minta uang rokok", None),
        ("kepala seksinya Drs. Hendra tidak pernah ada", None),
        ("ketemu Pak Asep katanya suruh balik lagi", None),
        ("dilayani oleh Sdri. Maya, tidak ramah", None),
        ("kata Pak Dedi dari dinas, izin saya hilang", None),
        ("assalamualaikum, abdi Euis ti Sukatani, ijin teu acan kaluar", "Euis"),
        ("kulo Slamet saking Bungursari, izin dereng medal", "Slamet"),
        ("this is Sarah Lim from PT Voltas, permit delayed", "Sarah Lim"),
        ("dengan Ibu Nunung Nurhayati, Campaka. Ijin usaha saya blm keluar", "Nunung Nurhayati"),
        ("sy Hj. Neneng mau protes", "Hj. Neneng"),
        ("nm sy ujang, kbli 27203 blm beres", "Ujang"),
        ("saya atas nama PT Baterai Nusantara melaporkan", "PT Baterai Nusantara"),
        ("Kami dari CV Berkah Abadi, sertifikat standar belum terbit", "CV Berkah Abadi"),
        ("PT Energi Surya Abadi mengajukan keluhan: sertifikat belum terbit", "PT Energi Surya Abadi"),
        ("dari: Tatang Sutisna", "Tatang Sutisna"),
        ("Hormat saya,\nLilis Suryani", "Lilis Suryani"),
        ("Wassalam\n\nDeden K.", "Deden K."),
        ("berkas a.n. Ahmad Fauzi hilang", None),
        ("saya dilayani Dewi, orangnya kasar", None),
        ("saya ketemu Budi di loket", None),
        ("saya kenal Asep orang dalam", None),
        ("saya bayar ke Dadang 300rb", None),
        ("saya, Dadang Suherman, bayar 300rb", "Dadang Suherman"),
        ("admin: nama saya Dewi ada yang bisa dibantu? gitu doang jawabnya", None),
        ("Pas telpon dijawab 'dengan Rina ada yang bisa dibantu' lalu ditutup", None),
        ("Bupati Anne harus tahu", None),
        ("tolong sampaikan ke Bu Norma kepala dinas", None),
        ("warga Plered, sebut saja Mawar", "Mawar"),
        ("Saya (Yanto) sudah 3 kali ke sana", "Yanto"),
        ("yanto here, izin belum keluar", "Yanto"),
        ("Perkenalkan saya Maria Goretti, warga Babakancikao", "Maria Goretti"),
        ("aku Bima, mahasiswa, mau ngeluh", "Bima"),
        ("Nama: -", None),
        ("nama saya rahasia", None),
        ("nama saya salah di sertifikat", None),
        ("nama saya belum muncul di sistem", None),
        ("nama saya dan nama istri tertukar", None),
        ("anak saya Rafi mau bikin izin", None),
        ("suami saya Dedi sudah ke sana 3x", None),
        ("saya istri pak Dedi", None),
    ],
)
def test_whose_name_it_is(office_reader: Reader, text: str, name: str | None) -> None:
    """Of the writer and of those who are complained about, quoted or paid, only the writer's."""
    assert office_reader.read(text, MONDAY).identity.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sertifikat standar saya salah alamat, Togap Situmeang", "Togap Situmeang"),
        ("Ieu Lilis Karlina. Satpam MPP nyarékan abdi mangkukna", "Lilis Karlina"),
        ("Sy Bp Sugeng, SMS pengaduan tdk dibls2", "Sugeng"),
        ("jauh2 dari Maniis loketnya tutup. -Ocim", "Ocim"),
        ("punten, abdi teh ti Sukasari, nami Cicih Sukaesih, berkas leungit", "Cicih Sukaesih"),
        ("Loketnya tutup terus. Terima kasih atas perhatiannya, Samuel Latuheru.", "Samuel Latuheru"),
        ("Sudah sebulan belum terbit. Salam hormat, Ketut Ardana.", "Ketut Ardana"),
        ("Kami dari Pondok Pesantren Nurul Falah, Pasawahan. Berkas ditolak", "Pondok Pesantren Nurul Falah"),
        ("Saya I Made Suastika, sertifikat saya salah", "I Made Suastika"),
        ("Saya Theresia br. Simanjuntak, apoteker, SIP belum terbit", "Theresia br. Simanjuntak"),
        ("Gue cuma mau ngurus izin doang. Panggil gue Reza, anak Citalang.", "Reza"),
        ("Hello. Sorry, so English. Nguyen Thi Mai here, from the plant in Cikopo.", "Nguyen Thi Mai"),
        ("saya dr. Yosephine Rumbiak, Sp.A. kemarin berkas ditolak", "dr. Yosephine Rumbiak"),
        ("yang tertulis di sertifikat nama orang lain, padahal jadi Budi Hartono", None),
        ("Atas nama manajemen, kami kecewa", None),
        ("ieu Pak Joko deui nu jaga, teu sopan", None),
        ("saya staf Bu Rina, izin belum terbit", None),
    ],
)
def test_where_a_name_stands(office_reader: Reader, text: str, name: str | None) -> None:
    assert office_reader.read(text, MONDAY).identity.name == name
