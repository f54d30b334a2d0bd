"""Reading the agency's TOML strictly: every key is known and of its kind, or one line says what is wrong."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


class AgencyTrouble(Exception):
    """A file of the agency folder cannot be used. `line` names the file and what is wrong."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


class Table:
    """A TOML table whose keys are taken one by one; `done` refuses what nobody took.

    A key that is asked for without a default must be there. `where` names the place inside the file.
    """

    def __init__(self, file: Path, content: Mapping[str, Any], where: str = "") -> None:
        self.file = file
        self.where = where
        self._content = dict(content)

    def trouble(self, what: str) -> AgencyTrouble:
        """That complaint about this table, with the file's name before it."""
        return AgencyTrouble(f"{self.file}: {self.where + ': ' if self.where else ''}{what}")

    def done(self) -> None:
        """Nothing may be left. Raises `AgencyTrouble` naming the unknown keys, which may be slips."""
        if self._content:
            raise self.trouble(f"unknown key {', '.join(sorted(self._content))}")

    def has(self, key: str) -> bool:
        return key in self._content

    def text(self, key: str) -> str:
        """A text that is not blank."""
        text = self._take(key, str, "a text")
        if not text.strip():
            raise self.trouble(f"{key} must not be empty")
        return text

    def id(self, key: str = "id") -> str:
        """A name for programs: lower case letters, digits and single dashes or underscores."""
        text = self.text(key)
        if not ID.fullmatch(text):
            raise self.trouble(f"{key} must be lower case letters, digits and dashes, not {text!r}")
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, none blank; empty when the key is not there."""
        if key not in self._content:
            return ()
        values = self._take(key, list, "a list of texts")
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.trouble(f"{key} must be a list of texts, none empty")
        return tuple(values)

    def number(self, key: str, *, least: int = 0) -> int:
        """A whole number."""
        value = self._take(key, int, "a whole number")
        if value < least:
            raise self.trouble(f"{key} must be {least} or more, not {value}")
        return value

    def flag(self, key: str) -> bool:
        """true or false; false when the key is not there."""
        return self._take(key, bool, "true or false") if key in self._content else False

    def clock(self, key: str) -> time:
        """A time of day, the office's own, written like 08:00:00."""
        return self._take(key, time, "a time like 08:00:00")

    def day(self, key: str) -> date:
        """A date, written like 2027-07-20."""
        return self._take(key, date, "a date like 2027-07-20")

    def table(self, key: str) -> "Table":
        """The table under that key."""
        return Table(self.file, self._take(key, dict, "a table"), self._inside(key))

    def tables(self, key: str, *, optional: bool = False) -> "Iterator[Table]":
        """The tables of the list under that key, each named by its id or place in the list."""
        if optional and key not in self._content:
            return
        for n, value in enumerate(self._take(key, list, "a list of tables"), start=1):
            if not isinstance(value, dict):
                raise self.trouble(f"{key} must be a list of tables")
            name = value.get("id") or value.get("name") or n
            yield Table(self.file, value, self._inside(f"{key} {name}"))

    def text_table(self, key: str) -> dict[str, str]:
        """A table of texts, in the order of the file."""
        table = self.table(key)
        return {name: table.text(name) for name in tuple(table._content)}

    def optional(self, key: str, take: Callable[[str], T]) -> T | None:
        """What `take` gives for that key, or None when it is not there."""
        return take(key) if key in self._content else None

    def _inside(self, key: str) -> str:
        return f"{self.where}, {key}" if self.where else key

    def _take(self, key: str, kind: type[T], said: str) -> T:
        if key not in self._content:
            raise self.trouble(f"{key} is missing")
        value = self._content.pop(key)
        # In TOML true is no number and a moment is no date, though Python's classes say so.
        other = datetime if kind is date else bool if kind is int else None
        if not isinstance(value, kind) or (other is not None and isinstance(value, other)):
            raise self.trouble(f"{key} must be {said}")
        return value


def read_table(file: Path) -> Table:
    """The whole file. Raises `AgencyTrouble` when it is not there or no TOML."""
    return Table(file, read_toml(file))


def read_toml(file: Path) -> dict[str, Any]:
    """The parsed file. Raises `AgencyTrouble` when it is not there or no TOML."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise AgencyTrouble(f"{file}: the file is missing") from None
    except OSError as error:
        raise AgencyTrouble(f"{file}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise AgencyTrouble(f"{file}: is not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        raise AgencyTrouble(f"{file}: is not TOML: {error}") from None
    except (RecursionError, ValueError):
        raise AgencyTrouble(f"{file}: is not TOML") from None
