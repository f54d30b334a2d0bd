"""Workbooks and tables, read back with another library."""

import csv
import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from messages import workbook
from messages.table import CsvTable, XlsxTable
from messages.workbook import Column, Sheet, Value, xlsx_bytes

COLUMNS = (Column("Nomor", 20), Column("Nilai"))
WRITTEN = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
FORMULAS = [
    "izin saya;=HYPERLINK(1)",
    "a;b; +1",
    "baris\n=1",
    "=1+1",
    "+62812",
    "-5",
    "@sum(A1)",
    '=HYPERLINK("http://x","klik")',
    "{=1}",
    "http://contoh.id",
]


def rows_of(content: bytes | Path, sheet: int = 0) -> list[tuple[object, ...]]:
    source = BytesIO(content) if isinstance(content, bytes) else content
    return [tuple(row) for row in load_workbook(source).worksheets[sheet].iter_rows(values_only=True)]


def test_values_keep_their_kind() -> None:
    rows: list[tuple[Value, ...]] = [("ADU-2026-00412-6", 3), ("teks", 2.5), (None, date(2026, 12, 11))]
    title, note_gap, heading, *read = rows_of(xlsx_bytes([Sheet("Isi", COLUMNS, rows, ("Catatan",))], title="Judul"))
    assert (title[0], note_gap[0], heading) == ("Catatan", None, ("Nomor", "Nilai"))
    assert read[:2] == [("ADU-2026-00412-6", 3), ("teks", 2.5)]
    assert str(read[2][1]).startswith("2026-12-11")


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_is_read_as_a_formula(text: str, tmp_path: Path) -> None:
    sheet = load_workbook(BytesIO(xlsx_bytes([Sheet("Isi", COLUMNS, [(text, 1)])], title=""))).worksheets[0]
    assert (sheet["A2"].value, sheet["A2"].data_type, sheet["A2"].hyperlink) == (text, "s", None)
    with CsvTable(tmp_path / "isi.csv", COLUMNS) as table:
        table.add([(text, 1)])
    with (tmp_path / "isi.csv").open(encoding="utf-8-sig", newline="") as file:
        _, (read, _) = csv.reader(file)
    assert not re.search(r"(^|[;,\t\n]\s*)[=+\-@]", read), "also where a semicolon ends a value"
    assert read.replace("'", "") == text


@given(st.lists(st.tuples(WRITTEN, st.integers(-(10**9), 10**9)), max_size=8))
def test_what_was_written_is_read(rows: list[tuple[str, int]]) -> None:
    _, *read = rows_of(xlsx_bytes([Sheet("Isi", COLUMNS, rows)], title=""))
    assert [(text or "", number) for text, number in read] == rows


def test_control_characters_and_very_long_texts_do_not_spoil_the_file() -> None:
    _, (read, _) = rows_of(
        xlsx_bytes([Sheet("A[b]:c*d?e/f\\g" * 9, COLUMNS, [("a\x00b\x1f" + "x" * 40_000, 1)])], title="")
    )
    assert str(read).startswith("ab")
    assert len(str(read)) == 32_767


def test_what_is_more_than_a_sheet_goes_on_in_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    path = tmp_path / "isi.xlsx"
    with XlsxTable(path, "Register", COLUMNS) as table:
        table.add((str(n), n) for n in range(5))
    book = load_workbook(path)
    assert book.sheetnames == ["Register", "Register 2", "Register 3"]
    assert [rows_of(path, n)[1:] for n in range(3)] == [[("0", 0), ("1", 1)], [("2", 2), ("3", 3)], [("4", 4)]]


def test_the_same_sheets_give_the_same_bytes() -> None:
    sheets = [Sheet("Isi", COLUMNS, [("a", 1)])]
    assert xlsx_bytes(sheets, title="x") == xlsx_bytes(sheets, title="x")
