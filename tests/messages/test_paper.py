"""The paper is read back from its own bytes: every word of it, on pages that break where a reader would break them."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader

from messages.lettering import BOX
from messages.paper import Paper, Section, to_pdf

ANY = st.text(st.characters(exclude_categories=()))  # lone surrogates too
SECTIONS = st.lists(
    st.builds(
        Section,
        heading=ANY,
        rows=st.lists(st.tuples(ANY, ANY), max_size=3).map(tuple),
        paragraphs=st.lists(ANY, max_size=3).map(tuple),
    ),
    max_size=3,
).map(tuple)

SHEET = Paper(
    title="Lembar perkara ADU-2026-00017-4",
    subtitle="Kantor Contoh",
    sections=(
        Section("Perkara", rows=(("Nama", "Euis Contoh"), ("Diterima", "Selasa, 10 November 2026"))),
        Section("Cerita", paragraphs=("Izin saya belum keluar.", "Sudah dua kali ditanyakan.")),
    ),
    footer="Kantor Contoh, Jl. Contoh 1",
    page_words="Halaman {page} dari {pages}",
)


def read(paper: Paper) -> list[PageObject]:
    return list(PdfReader(BytesIO(to_pdf(paper))).pages)


def lines(page: PageObject) -> list[str]:
    """What was drawn in one go, from the top: a line of a label, of a value, of a paragraph."""
    return [line.strip() for line in page.extract_text().splitlines() if line.strip()]


def of_value(value: str) -> Paper:
    return Paper("Judul", sections=(Section("Cerita", rows=(("Kata pelapor", value),)),))


def value_of(paper: Paper) -> str:
    """The value on all pages, its lines as they were broken."""
    title, heading, label, *value = (line for page in read(paper) for line in lines(page)[:-1])
    assert (title, heading, label) == ("Judul", "Cerita", "Kata pelapor")
    return "\n".join(value)


def test_everything_is_there_in_the_order_it_is_read() -> None:
    (page,) = read(SHEET)
    assert lines(page) == [
        "Lembar perkara ADU-2026-00017-4",
        "Kantor Contoh",
        "Perkara",
        "Nama",
        "Euis Contoh",
        "Diterima",
        "Selasa, 10 November 2026",
        "Cerita",
        "Izin saya belum keluar.",
        "Sudah dua kali ditanyakan.",
        "Kantor Contoh, Jl. Contoh 1",
        "Halaman 1 dari 1",
    ]


def test_it_is_an_upright_a4_with_its_fonts_inside() -> None:
    (page,) = read(SHEET)
    assert [round(float(side)) for side in page.mediabox] == [0, 0, 595, 842]
    written = to_pdf(SHEET)
    assert written.count(b"/Subtype /TrueType") == written.count(b"/FontFile2") == 2
    assert b"/Type1" not in written


def test_it_tells_its_title_and_nothing_of_where_or_when_it_was_made() -> None:
    assert PdfReader(BytesIO(to_pdf(SHEET))).metadata == {"/Title": "Lembar perkara ADU-2026-00017-4"}
    assert b"Date" not in to_pdf(SHEET)


def test_the_same_paper_gives_the_same_bytes() -> None:
    once = to_pdf(SHEET)
    assert to_pdf(of_value("🙏 sesuatu yang lain")) != once
    assert to_pdf(SHEET) == once
    again = f"from hashlib import sha256; from messages.paper import *; print(sha256(to_pdf({SHEET!r})).hexdigest())"
    other = subprocess.run([sys.executable, "-c", again], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == sha256(once).hexdigest()


def test_several_at_once_do_not_mix_their_letters() -> None:
    papers = [
        of_value(f"{number} réngsé {chr(0xC0 + number)}{chr(0xC1 + number)} ÄÖÜàèùâêîôûčšž") for number in range(60)
    ]
    alone = [to_pdf(paper) for paper in papers]
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # so that they do come in each other's way
    try:
        with ThreadPoolExecutor(16) as threads:
            assert list(threads.map(to_pdf, papers)) == alone
    finally:
        sys.setswitchinterval(usual)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("<b>tebal</b> & <para>&amp; <img src='x'/>", "<b>tebal</b> & <para>&amp; <img src='x'/>"),
        ("satu\ndua", "satu\ndua"),
        ("(kurung) \\ garis) ((", "(kurung) \\ garis) (("),
        ("réngsé… “ya” – ‘tidak’", "réngsé… “ya” – ‘tidak’"),
        ("nuhun 🙏", f"nuhun {BOX}"),
        ("a\x00\x08\x1bb", "ab"),
    ],
)
def test_peoples_own_words_are_shown_as_they_are(value: str, shown: str) -> None:
    assert value_of(of_value(value)) == shown


@settings(max_examples=60, deadline=None)
@given(ANY, ANY, SECTIONS, ANY, ANY)
def test_any_text_makes_a_paper(
    title: str, subtitle: str, sections: tuple[Section, ...], footer: str, page_words: str
) -> None:
    assert read(Paper(title, subtitle, sections, footer, page_words))


@pytest.mark.parametrize("value", ["x" * 50_000, "kata " * 10_000, "漢" * 50_000, "a\n" * 25_000])
def test_a_very_long_value_goes_on_over_the_pages(value: str) -> None:
    pages = read(of_value(value))
    assert len(pages) > 10
    middle = lines(pages[5])
    assert len(middle) > 40
    assert middle[-1] == f"6/{len(pages)}"


def test_no_letter_is_lost_where_pages_break() -> None:
    value = "".join(f"{number:04}" for number in range(3000))
    assert value_of(of_value(value)).replace("\n", "") == value


def test_a_table_breaks_between_its_rows() -> None:
    rows = tuple((f"Langkah {number}", f"baris satu {number}\nbaris dua {number}") for number in range(60))
    pages = read(Paper("Judul", sections=(Section("Jejak", rows),)))
    assert len(pages) > 2
    found = [line for page in pages for line in lines(page)[:-1]]
    assert found[2:] == [line for label, value in rows for line in (label, *value.split("\n"))]
    assert all(lines(page)[0].startswith("Langkah") for page in pages[1:])


@pytest.mark.parametrize("before", range(30, 60))
def test_a_heading_stays_with_what_follows_and_no_line_stands_alone(before: int) -> None:
    above = Section("Atas", paragraphs=("\n".join(f"baris {number}" for number in range(before)),))
    below = Section("Bawah", rows=(("Label", "pertama\nkedua\nketiga\nkeempat"),))
    pages = [lines(page)[:-1] for page in read(Paper("Judul", sections=(above, below)))]
    for page in pages[:-1]:
        assert page[-1] not in {"Bawah", "Label", "pertama", f"baris {before - 2}"}
    assert pages[-1] != ["keempat"]
    assert sum(page.count("Bawah") for page in pages) == 1


def test_what_is_empty_is_left_out() -> None:
    sections = (
        Section("Kosong"),
        Section("Juga", rows=(("", " "),), paragraphs=("\x00\n",)),
        Section("Ada", (("L", ""),)),
    )
    (page,) = read(Paper("Judul", sections=sections))
    assert lines(page) == ["Judul", "Ada", "L", "1/1"]
    (page,) = read(Paper(""))
    assert lines(page) == ["1/1"]


def test_a_section_without_heading_keeps_its_words() -> None:
    (page,) = read(Paper("Judul", sections=(Section("", paragraphs=("Tanpa kepala.",)),)))
    assert lines(page) == ["Judul", "Tanpa kepala.", "1/1"]


def test_the_foot_is_on_every_page_and_counts_them() -> None:
    pages = read(
        Paper(
            "Judul",
            sections=(Section("S", paragraphs=("kata " * 4000,)),),
            footer="Kaki",
            page_words="{page} dari {pages}",
        )
    )
    assert len(pages) > 2
    feet = [["Kaki", f"{number} dari {len(pages)}"] for number in range(1, len(pages) + 1)]
    assert [lines(page)[-2:] for page in pages] == feet


def test_a_foot_that_is_too_long_is_cut_and_says_so() -> None:
    (page,) = read(Paper("Judul", footer="panjang " * 200, page_words="{page} {x} {} " * 100))
    first, number, *rest = lines(page)[1:]
    assert first.startswith("panjang")
    assert number.startswith("1 {x} {}")
    assert number.endswith("…")
    assert len(rest) == 2
    assert rest[-1].endswith("…")
