"""A workbook: sheets of a heading row and rows of values, as an .xlsx file that every office program opens.

What people wrote stays text: nothing of it is read as a formula or a link. The same sheets give the same bytes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Value = str | int | float | date | None
MOST_ROWS = 1_048_576  # of one sheet
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


def xlsx_bytes(sheets: Iterable[Sheet], *, title: str) -> bytes:
    """A small workbook."""
    file = BytesIO()
    book = Book(Workbook(file, {**_SETTINGS, "in_memory": True}), title)
    for sheet in sheets:
        begun = book.begin(sheet)
        for row in sheet.rows:
            begun.add(row)
    book.close()
    return file.getvalue()


def book_at(path: Path, folder: str, *, title: str) -> "Book":
    """A workbook that is written to a file row by row. What is laid by on the way lies in `folder`: whoever made it
    takes it away.
    """
    return Book(Workbook(path, {**_SETTINGS, "constant_memory": True, "tmpdir": folder}), title)


class Book:
    """A workbook that is being written: one sheet after the other."""

    def __init__(self, workbook: Workbook, title: str) -> None:
        self._workbook = workbook
        workbook.set_properties({"title": title, "created": _WHEN_MADE})
        self.heading = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.day = workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self.note = workbook.add_format({"italic": True})

    def begin(self, sheet: Sheet) -> "OpenSheet":
        """The next sheet, with its notes and headings."""
        return OpenSheet(self, sheet)

    def worksheet(self, name: str) -> Worksheet:
        return self._workbook.add_worksheet(name)

    def close(self) -> None:
        """Only now the file is whole."""
        self._workbook.close()


class OpenSheet:
    """Takes rows one by one; what is more than a sheet holds goes on in another."""

    def __init__(self, book: Book, sheet: Sheet) -> None:
        self._book, self._sheet = book, sheet
        self._part = 1
        self._worksheet, self._at = self._begun()

    def add(self, row: Sequence[Value]) -> None:
        if self._at >= MOST_ROWS:
            self._part += 1
            self._worksheet, self._at = self._begun()
        for column, value in enumerate(row):
            self._put(column, value)
        self._at += 1

    def _begun(self) -> tuple[Worksheet, int]:
        """A worksheet; and the row that is next."""
        sheet, ending = self._sheet, f" {self._part}" if self._part > 1 else ""
        name = sheet.name.translate(_FORBIDDEN_IN_NAMES)[: _LONGEST_NAME - len(ending)] + ending
        worksheet = self._book.worksheet(name)
        for number, column in enumerate(sheet.columns):
            worksheet.set_column(number, number, column.width)
        for number, note in enumerate(sheet.notes):
            worksheet.write_string(number, 0, note, self._book.note)
        at = len(sheet.notes) + bool(sheet.notes)
        for number, column in enumerate(sheet.columns):
            worksheet.write_string(at, number, column.title, self._book.heading)
        worksheet.freeze_panes(at + 1, 0)
        return worksheet, at + 1

    def _put(self, column: int, value: Value) -> None:
        match value:
            case None:
                return
            case str():
                self._worksheet.write_string(self._at, column, _clean(value))
            case date():
                day = datetime(value.year, value.month, value.day)  # noqa: DTZ001  # a day has no zone
                self._worksheet.write_datetime(self._at, column, day, self._book.day)
            case _:
                self._worksheet.write_number(self._at, column, value)


def _clean(text: str) -> str:
    """Without control characters, which the format does not allow, and not longer than a cell may be."""
    return "".join(char for char in text if char >= " " or char in "\n\t")[:_LONGEST_TEXT]
