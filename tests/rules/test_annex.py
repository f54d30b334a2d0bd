"""Reading service standards from annex text: what is read, what is refused, and that nothing else happens."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rules.annex import AnnexTrouble, read_annex
from rules.components import OF_A_STANDARD, Component
from rules.standard import Completion, Fee, ServiceStandard
from tests.rules.annex_text import CELLS, HEAD, NAMES, annex

Items = tuple[str, ...]


def one(text: str) -> ServiceStandard:
    (standard,) = read_annex(text)
    return standard


def requirements(cell: str) -> Items:
    return one(annex(persyaratan=cell)).components[Component.REQUIREMENTS]


def troubles(text: str) -> str:
    with pytest.raises(AnnexTrouble) as caught:
        read_annex(text)
    return "\n".join(caught.value.lines)


def test_a_standard_is_read_whole() -> None:
    standard = one(annex())
    assert standard.id == "izin-perahu-wisata"
    assert (standard.number, standard.title, standard.kbli) == (12, "Izin Perahu Wisata", None)
    assert standard.completion == Completion(9, "working")
    assert standard.fee == Fee(free=False, amount=125_000)
    assert (standard.reply_days, standard.window_days, standard.staff) == (12, 21, 6)
    assert {c.value: len(items) for c, items in standard.components.items()} == {
        "persyaratan": 4,
        "prosedur": 1,
        "jangka_waktu": 1,
        "biaya": 1,
        "produk": 1,
        "pengaduan": 3,
        "dasar_hukum": 2,
        "sarana": 4,
        "kompetensi": 2,
        "pengawasan": 2,
        "jumlah_pelaksana": 1,
        "jaminan_pelayanan": 2,
        "keamanan": 2,
        "evaluasi": 2,
    }
    assert standard.missing_components() == ()


def test_general_and_special_requirements_stand_together_without_their_headings() -> None:
    expected = ("Formulir terisi", "Salinan KTP.", "Denah tempat usaha", "Foto papan.")
    assert one(annex()).components[Component.REQUIREMENTS] == expected


def test_inner_lists_stay_inside_their_item() -> None:
    complaints = one(annex()).components[Component.COMPLAINTS]
    assert complaints[0].endswith("melalui: a. loket; b. telepon.")
    assert complaints[2] == "Petugas: a. mencatat: 1) nama; 2) masalah; b. menelaah."


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (": 1. KTP; 2. NPWP; dan 3. Denah.", ("KTP", "NPWP", "Denah.")),
        (": 1. KTP 2. NPWP 3. Denah", ("KTP", "NPWP", "Denah")),
        (": 1.KTP; 2.NPWP; 3.Denah", ("KTP", "NPWP", "Denah")),
        ("1) KTP; 2) NPWP: a. asli b. salinan; 3) Foto", ("KTP", "NPWP: a. asli b. salinan", "Foto")),
        ("a. KTP; b. NPWP; c. Surat: 1) asli; 2) salinan", ("KTP", "NPWP", "Surat: 1) asli; 2) salinan")),
        ("- KTP<br>- NPWP<br>- Foto", ("KTP", "NPWP", "Foto")),
        ("• KTP • NPWP", ("KTP", "NPWP")),
        ("<OL><LI>KTP<LI>NPWP&nbsp;asli<LI>Denah &amp; foto</OL>", ("KTP", "NPWP asli", "Denah & foto")),
        ("<ol><li><p>KTP</p></li><li><p>NPWP</p></li></ol>", ("KTP", "NPWP")),
        ("<ol><li>1. KTP</li><li>2. NPWP</li></ol>", ("KTP", "NPWP")),
        ("<ul><li>KTP;</li><li>NPWP</ul>", ("KTP", "NPWP")),
        ("<ol><li>KTP<li>Surat:<ol><li>asli<li>foto</ol><li>Akta", ("KTP", "Surat: a. asli b. foto", "Akta")),
        ("<ol><li>KTP</li></ol> <ol start='2'><li>NPWP</li></ol>", ("KTP", "NPWP")),
        ("<ol><li>KTP<li>Surat: <ul> a. asli b. foto <li>Akta", ("KTP", "Surat: a. asli b. foto", "Akta")),
        ('<ol style="list-style-type: none" 1. KTP; 2. Foto', ("KTP", "Foto")),
        ("&lt;p&gt;1. KTP 2. Foto&lt;/p&gt;", ("KTP", "Foto")),
        ("<p>1. KTP</p><p>2. NPWP</p>", ("KTP", "NPWP")),
        ("1. Surat<br/>2. Foto<BR>3. KTP", ("Surat", "Foto", "KTP")),
        ("1. Kipas <b>angin</b> ; 2. Layar <i>antrean</i>.", ("Kipas angin", "Layar antrean.")),
        ("1. KTP; 2. Bukti sesuai angka 3. 3. Foto", ("KTP", "Bukti sesuai angka 3.", "Foto")),
        (
            "1. PP Nomor 9 Tahun 2021. 2. Pasal 5 ayat 2. 3. KTP",
            ("PP Nomor 9 Tahun 2021.", "Pasal 5 ayat 2.", "KTP"),
        ),
        ("1. Berkas: 1. gambar; 2. akta; 2. KTP; 3. Foto", ("Berkas: 1. gambar; 2. akta", "KTP", "Foto")),
        ("1. Surat memenuhi persyaratan teknis 2. KTP", ("Surat memenuhi persyaratan teknis", "KTP")),
        ("<ol><li>Persyaratan bangunan</li><li>KTP</li></ol>", ("Persyaratan bangunan", "KTP")),
        ("Luas < 100 m2 & tidak bertingkat", ("Luas < 100 m2 & tidak bertingkat",)),
        ("Perlu izin lain. 1. KTP; 2. Foto", ("Perlu izin lain.", "KTP", "Foto")),
    ],
)
def test_a_numbered_list_is_one_item_a_number(cell: str, expected: Items) -> None:
    assert requirements(cell) == expected


@pytest.mark.parametrize(
    "cell",
    [
        "A. Persyaratan Umum: 1. KTP; 2. NPWP; B. Persyaratan Khusus: 1. Denah; 2. Foto",
        "a. Persyaratan umum: 1. KTP; 2. NPWP; b. Persyaratan khusus: 1. Denah; 2. Foto",
        "I. Persyaratan Administrasi 1. KTP 2. NPWP II. Persyaratan Teknis 1. Denah 2. Foto",
        "Umum : 1. KTP 2. NPWP Khusus : 1. Denah 2. Foto",
        "Persyaratan baru: 1. KTP; 2. NPWP; Persyaratan perpanjangan: 1. Denah; 2. Foto",
        "<p>A. Persyaratan Umum:<ol><li>KTP<li>NPWP<p>B. Persyaratan Khusus:<ol><li>Denah<li>Foto",
        "A. Umum<ol><li>KTP</li><li>NPWP</li></ol>B. Khusus<ol><li>Denah</li><li>Foto</li></ol>",
        "<ol><li>KTP;</li><li>NPWP</ol><p>Persyaratan Khusus</p><ol><li>Denah</li><li>Foto",
    ],
)
def test_a_second_list_after_a_heading_goes_on_with_the_first(cell: str) -> None:
    assert requirements(cell) == ("KTP", "NPWP", "Denah", "Foto")


@pytest.mark.parametrize(
    "broken",
    [
        "1. Kursi; 2. Ruang\n\n" + HEAD + "\n\t\ttunggu; 3. Layar",
        "1. Kursi; 2. Ruang\n\n- 41 -\n\n" + HEAD + "\n\t\t<p>tunggu; 3. Layar</p>",
        "1. Kursi;\n2. Ruang\ntunggu;\n3. Layar",
        "<ol\nstyle='list-style-type: none'> 1. Kursi; 2. Ruang <i\n>tunggu</i>; 3. Layar",
        "1. Kursi; 2. Ruang tunggu;\f\t\t<ol> 3. Layar",
        "1. Kursi; 2. Ruang tunggu;\n" + HEAD + "\n8\tSarana, Prasarana, dan Fasilitas\t3. Layar",
        "1. Kursi; 2. Ruang tunggu;\n" + HEAD + "\n\tdan Fasilitas\t3. Layar",
        "<ol><li>Kursi<li>Ruang\n\n" + HEAD + "\n\t\ttunggu</li><li>Layar</ol>",
        "<ol><li>Kursi</li><li>Ruang tunggu</li>\n\n" + HEAD + "\n\t\t<ol><li>Layar</li></ol>",
        "<OL><LI>Kursi\n" + HEAD.lower() + "\n\t\t<OL START=2><LI>Ruang tunggu<LI>Layar",
    ],
)
def test_a_page_break_cuts_no_item(broken: str) -> None:
    assert one(annex(sarana=broken)).components[Component.FACILITIES] == ("Kursi", "Ruang tunggu", "Layar")


@pytest.mark.parametrize(
    ("title", "number", "kbli", "standard_id"),
    [
        ("7. Sertifikat Standar KBLI 10710 Industri Roti", 7, "10710", "kbli-10710"),
        ("101. Izin (Risiko Tinggi) KBLI: 86103", 101, "86103", "kbli-86103"),
        ("12. Izin Reklame", 12, None, "izin-reklame"),
        ("<b>3.</b>&nbsp;Izin Klinik &amp; Optik", 3, None, "izin-klinik-optik"),
        ("9.\tIzin Trayek", 9, None, "izin-trayek"),
        ("53) Izin Toko Obat", 53, None, "izin-toko-obat"),
        ("6. Sertifikat Standar\nKBLI 47221 Perdagangan Eceran", 6, "47221", "kbli-47221"),
    ],
)
def test_titles(title: str, number: int, kbli: str | None, standard_id: str) -> None:
    standard = one(annex(title))
    assert (standard.number, standard.kbli, standard.id) == (number, kbli, standard_id)


def test_names_of_components_vary() -> None:
    text = annex()
    for name, variant in {
        "persyaratan": "PERSYARATAN PELAYANAN",
        "prosedur": "Sistem, mekanisme, dan prosedur",
        "jangka_waktu": "<p>Jangka Waktu</p>",
        "biaya": "Biaya/ Tarif",
        "produk": "Produk Pelayanan",
        "pengaduan": "Penanganan pengaduan, saran, dan masukan",
        "sarana": "Sarana, Prasarana, dan/atau Fasilitas",
        "kompetensi": "Kompetensi&nbsp;Pelaksana",
        "pengawasan": "Pengawasn Internal",
        "keamanan": "Jaminan Keamanan &amp; Keselamatan",
        "evaluasi": "Evaluasi Kinerja",
    }.items():
        text = text.replace(f"\t{NAMES[name]}\t", f"\t{variant}\t")
    assert one(text).components == one(annex()).components


def test_many_standards_in_one_text_each_keep_their_own() -> None:
    text = "LAMPIRAN I\n" + annex() + "\n\n" + annex("13. Izin KBLI 10710 Industri Roti", biaya="Gratis")
    first, second = read_annex(text)
    assert (first.id, second.id) == ("izin-perahu-wisata", "kbli-10710")
    assert second.fee == Fee(True, 0)
    assert first.components[Component.EVALUATION] == second.components[Component.EVALUATION]


def test_what_closes_the_annex_belongs_to_no_component() -> None:
    closed = annex() + "\n\nBUPATI CONTOH,\n\nttd\n\nNAMA PEJABAT\n"
    assert one(closed).components == one(annex()).components


@pytest.mark.parametrize("slug", list(CELLS))
def test_a_missing_component_is_named(slug: str) -> None:
    assert f"missing: {slug} ({NAMES[slug].split(' ')[0][:6]}" in troubles(annex(**{slug: None}))


@pytest.mark.parametrize("nothing", ["", ":", ": -", "<p>:&nbsp;</p>", "<ol><li></li></ol>"])
def test_a_component_without_text_is_unreadable(nothing: str) -> None:
    assert "unreadable: biaya" in troubles(annex(biaya=nothing))


def test_every_gap_is_named_at_once() -> None:
    said = troubles(annex(biaya=None, evaluasi=""))
    assert "missing: biaya" in said
    assert "unreadable: evaluasi" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no numbered title"),
        ("Halo, ini bukan lampiran.", "no numbered title"),
        ("12. Izin Perahu Wisata\n\nTabelnya menyusul.", "standard 12: no table"),
        (annex("Izin Perahu Wisata"), "without a numbered title"),
        (annex().replace("\tBiaya/Tarif\t", "\tXyz\t"), "row 4 names no known component"),
        (annex() + annex("13. Izin Perahu Wisata"), "two standards would be called izin-perahu-wisata"),
        (annex() + annex("Izin lain"), "without a numbered title"),
        (annex() + "3\tJangka Waktu Penyelesaian\t5 hari kerja\n", "without a numbered title"),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, said: str) -> None:
    assert said in troubles(text)


def test_one_bad_standard_refuses_the_whole_text() -> None:
    assert "standard 13: component missing: produk" in troubles(annex() + "\n" + annex("13. Izin Lain", produk=None))


SCRAPS = st.sampled_from(
    [
        "\t",
        "\n",
        "\n\n",
        HEAD,
        "1. ",
        "2. ",
        "12. Izin",
        "<ol>",
        "<li>",
        "</li",
        "</ol>",
        "<p",
        "&nbsp;",
        "&amp",
        ": ",
    ]
    + [
        "A. ",
        "B. Persyaratan Khusus:",
        "a. ",
        "1) ",
        "7 hari kerja",
        "Rp 5.",
        "Gratis",
        "\f",
        "\ue000",
        "<!--",
        "-",
    ]
    + [f"{n}\t{name}\t" for n, name in enumerate(NAMES.values(), start=1)]
)


def read_or_refused(text: str) -> tuple[tuple[ServiceStandard, ...], tuple[str, ...]]:
    try:
        return read_annex(text), ()
    except AnnexTrouble as trouble:
        return (), trouble.lines


def assert_read_or_refused(text: str) -> None:
    standards, lines = read_or_refused(text)
    assert bool(standards) != bool(lines)
    assert all(lines)
    for standard in standards:
        assert standard.title
        assert standard.id
        assert set(standard.components) == set(OF_A_STANDARD)
        assert all(item == " ".join(item.split()) and item for items in standard.components.values() for item in items)


@given(st.one_of(st.text(), st.lists(st.one_of(SCRAPS, st.text(max_size=8)), max_size=40).map("".join)))
@example("1.\t" * 300)
@example("9" * 5000 + ". x\n1\tPersyaratan\t" + "9" * 5000 + " hari kerja Rp " + "9" * 5000)
def test_any_text_is_read_or_refused(text: str) -> None:
    assert_read_or_refused(text)


@settings(max_examples=150)
@given(st.data())
def test_a_damaged_annex_is_read_or_refused(data: st.DataObject) -> None:
    text = annex() + "\n" + annex("13. Izin KBLI 10710 Roti")
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 40))
        text = text[:at] + data.draw(SCRAPS) + text[at + cut :]
    assert_read_or_refused(text)


@given(st.lists(st.sampled_from(["Denah tempat", "Salinan KTP", "Foto 4x6", "Surat kuasa"]), min_size=1, max_size=60))
def test_lists_of_any_length_keep_their_count(names: list[str]) -> None:
    numbered = "; ".join(f"{n}. {name}" for n, name in enumerate(names, start=1))
    marked = "<ol>" + "".join(f"<li>{name}" for name in names)
    assert requirements(numbered) == requirements(marked) == tuple(names)
