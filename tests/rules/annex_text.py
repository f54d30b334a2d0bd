"""Annex texts for tests: the form of the office's, with made-up services, words and figures."""

from collections.abc import Mapping

HEAD = "NO\tKOMPONEN\tURAIAN"
A = "A.\tProses Penyampaian Pelayanan (Service Delivery) meliputi:\t"
B = "B.\tProses Pengelolaan Pelayanan di Internal Organisasi (Manufacturing) meliputi:\t"

NAMES: Mapping[str, str] = {
    "persyaratan": "Persyaratan",
    "prosedur": "Sistem, Mekanisme dan Prosedur",
    "jangka_waktu": "Jangka Waktu Penyelesaian",
    "biaya": "Biaya/Tarif",
    "produk": "Produk Layanan",
    "pengaduan": "Penanganan Pengaduan, Saran dan Masukan",
    "dasar_hukum": "Dasar Hukum",
    "sarana": "Sarana, Prasarana, dan Fasilitas",
    "kompetensi": "Kompetensi Pelaksana",
    "pengawasan": "Pengawasan Internal",
    "jumlah_pelaksana": "Jumlah Pelaksana",
    "jaminan_pelayanan": "Jaminan Pelayanan",
    "keamanan": "Jaminan Keamanan dan Keselamatan Pelayanan",
    "evaluasi": "Evaluasi Kinerja Pelaksana",
}

CELLS: Mapping[str, str] = {
    "persyaratan": "<p>: A. Persyaratan Umum:</p> <ol> 1. Formulir terisi; 2. Salinan KTP."
    " <p>B. Persyaratan Khusus:</p> <ol> 1. Denah tempat usaha; dan 2. Foto papan.",
    "prosedur": ": Alur nomor 4, 9, atau 11.",
    "jangka_waktu": ": 9 (sembilan) hari kerja setelah berkas lengkap.",
    "biaya": ": Rp 125.000,-",
    "produk": ": Surat izin bertanda tangan elektronik",
    "pengaduan": ": <ol> 1. Pemohon boleh mengadu paling lambat 21 (dua puluh satu) hari kalender sejak"
    " pemohon menerima layanan, melalui: a. loket; b. telepon. 2. Kantor memberi jawaban paling lambat"
    " 12 hari kerja sejak pengaduan diterima; 3. Petugas: a. mencatat: 1) nama; 2) masalah; b. menelaah.",
    "dasar_hukum": ": 1. Undang-Undang Nomor 3 Tahun 2014; 2. Peraturan Daerah Nomor 7 Tahun 2020.",
    "sarana": ": <ol> 1. Kursi tunggu; 2. Kipas angin; 3. Layar <i>antrean</i>; dan 4. Toilet.",
    "kompetensi": ": 1. Lulusan diploma; 2. Sabar.",
    "pengawasan": ": 1. Oleh atasan langsung; 2. Oleh Inspektorat.",
    "jumlah_pelaksana": ": 6 (enam) Orang",
    "jaminan_pelayanan": ": 1. Maklumat; 2. Janji layanan.",
    "keamanan": ": 1. Petugas jaga; 2. Alat pemadam.",
    "evaluasi": "<p>: Evaluasi rutin, berupa:</p> <ol> 1. Tinjauan tahunan; 2. Survei kepuasan.",
}


def annex(title: str = "12. Izin Perahu Wisata", /, **cells: str | None) -> str:
    """An annex of one standard; `cells` replace those of the made-up one, None leaves the row out."""
    lines = ["", title, "", HEAD, A]
    for n, (slug, cell) in enumerate({**CELLS, **cells}.items(), start=1):
        if n == 7:
            lines.append(B)
        if cell is not None:
            lines.append(f"{n}\t{NAMES[slug]}\t{cell}")
    return "\n".join(lines) + "\n"
