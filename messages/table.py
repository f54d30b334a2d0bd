"""A long table written to a file row by row, as .xlsx or as .csv: what was written is not kept in memory.

What people wrote stays text in either: nothing of it is read as a formula.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Protocol, Self

from xlsxwriter.exceptions import FileCreateError

from messages.workbook import Column, Sheet, Value, book_at

CSV = "text/csv"
# At the beginning, and behind what another program takes for the end of a value (Excel in Indonesia: a semicolon).
_READ_AS_FORMULA = re.compile(r"(^|[;,\t\r\n]\s*)(?=[=+\-@])")


class Table(AbstractContextManager["Table"], Protocol):
    """`add` rows in the order of the columns; the file is whole when the context is left without an error."""

    def add(self, rows: Iterable[Sequence[Value]]) -> None: ...


class CsvTable:
    """Commas, UTF-8 with its mark at the beginning (Excel needs it), dates as YYYY-MM-DD."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._file = path.open("w", encoding="utf-8-sig", errors="replace", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow([column.title for column in columns])

    def add(self, rows: Iterable[Sequence[Value]]) -> None:
        self._writer.writerows([_csv_value(value) for value in row] for row in rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _csv_value(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return _READ_AS_FORMULA.sub(r"\1'", value)
        case date():
            return value.isoformat()
        case _:
            return str(value)


class XlsxTable:
    """A workbook of one table, that goes on in a further sheet where one is full."""

    def __init__(self, path: Path, name: str, columns: Sequence[Column]) -> None:
        self._folder = TemporaryDirectory(prefix="aduan-table-")
        self._book = book_at(path, self._folder.name, title=name)
        self._sheet = self._book.begin(Sheet(name, tuple(columns), ()))

    def add(self, rows: Iterable[Sequence[Value]]) -> None:
        for row in rows:
            self._sheet.add(row)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._book.close()
        except FileCreateError as trouble:
            raise OSError(0, str(trouble)) from None
        finally:
            self._folder.cleanup()
