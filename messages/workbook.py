"""A workbook: sheets of a heading row and rows of values, as an .xlsx file that every office program opens.

What people wrote stays text: nothing of it is read as a formula or a link. The same sheets give the same bytes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from os import PathLike
from tempfile import TemporaryDirectory
from typing import IO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Value = str | int | float | date | None
MOST_ROWS = 1_048_575  # of one sheet, below its heading row
_LONGEST_NAME, _LONGEST_TEXT = 31, 32_767  # characters of a sheet's name and of a cell
_FORBIDDEN_IN_NAMES = str.maketrans("[]:*?/\\", "       ")
_WHEN_MADE = datetime(2000, 1, 1)  # noqa: DTZ001  # the file's own date tells nothing; it would change the bytes
_SETTINGS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True, slots=True)
class Column:
    """`width`: in characters."""

    title: str
    width: int = 14


@dataclass(frozen=True, slots=True)
class Sheet:
    """`notes` stand above the table, one a row: what it counts, and over which days."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Value]]
    notes: tuple[str, ...] = ()


def to_xlsx(sheets: Iterable[Sheet], target: IO[bytes] | str | PathLike[str], *, title: str) -> None:
    """Write the workbook to a file. Rows are taken one by one and not kept; what is more than a sheet holds goes on in
    another. What has to be laid by on the way is gone from the disk in the end, however it ends.
    """
    with TemporaryDirectory(prefix="aduan-workbook-") as folder:
        _write_all(sheets, Workbook(target, {**_SETTINGS, "constant_memory": True, "tmpdir": folder}), title)


def xlsx_bytes(sheets: Iterable[Sheet], *, title: str) -> bytes:
    """A small workbook."""
    file = BytesIO()
    _write_all(sheets, Workbook(file, {**_SETTINGS, "in_memory": True}), title)
    return file.getvalue()


def _write_all(sheets: Iterable[Sheet], workbook: Workbook, title: str) -> None:
    workbook.set_properties({"title": title, "created": _WHEN_MADE})
    formats = _Formats(
        heading=workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        day=workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        note=workbook.add_format({"italic": True}),
    )
    for sheet in sheets:
        _write(workbook, sheet, formats)
    workbook.close()


@dataclass(frozen=True, slots=True)
class _Formats:
    heading: Format
    day: Format
    note: Format


def _write(workbook: Workbook, sheet: Sheet, formats: _Formats) -> None:
    part, at = 1, 0
    worksheet: Worksheet | None = None
    for row in sheet.rows:
        if worksheet is None or at > MOST_ROWS:
            worksheet, at = _begun(workbook, sheet, formats, part)
            part += 1
        for column, value in enumerate(row):
            _put(worksheet, at, column, value, formats)
        at += 1
    if worksheet is None:
        _begun(workbook, sheet, formats, part)


def _begun(workbook: Workbook, sheet: Sheet, formats: _Formats, part: int) -> tuple[Worksheet, int]:
    """A worksheet with its notes and headings; and the row that is next."""
    ending = f" {part}" if part > 1 else ""
    name = sheet.name.translate(_FORBIDDEN_IN_NAMES)[: _LONGEST_NAME - len(ending)] + ending
    worksheet = workbook.add_worksheet(name)
    for number, column in enumerate(sheet.columns):
        worksheet.set_column(number, number, column.width)
    for number, note in enumerate(sheet.notes):
        worksheet.write_string(number, 0, note, formats.note)
    at = len(sheet.notes) + bool(sheet.notes)
    for number, column in enumerate(sheet.columns):
        worksheet.write_string(at, number, column.title, formats.heading)
    if sheet.columns:
        worksheet.freeze_panes(at + 1, 0)
    return worksheet, at + 1


def _put(worksheet: Worksheet, row: int, column: int, value: Value, formats: _Formats) -> None:
    match value:
        case None:
            return
        case str():
            worksheet.write_string(row, column, _clean(value))
        case date():
            worksheet.write_datetime(row, column, datetime(value.year, value.month, value.day), formats.day)  # noqa: DTZ001
        case _:
            worksheet.write_number(row, column, value)


def _clean(text: str) -> str:
    """Without control characters, which the format does not allow, and not longer than a cell may be."""
    return "".join(char for char in text if char >= " " or char in "\n\t")[:_LONGEST_TEXT]
