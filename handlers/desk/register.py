"""The register as a file: by `ekspor` in the chat, and by `aduan export register`.

Who complains stands in it where it is no secret (`rules/secrecy.py`, `Reader.EXPORT`); of a secret case neither who nor
what was told. Every export is on the audit, since it shows who complained.
"""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from handlers.desk.access import member_of
from handlers.desk.desk import Desk
from handlers.desk.evaluation import evaluation
from handlers.desk.names import Names
from handlers.say import DESK, Say, line
from handlers.speak import in_words
from handlers.turn import Turn
from messages.speech import Words
from messages.table import CSV, CsvTable, Table, XlsxTable
from messages.workbook import XLSX, Column, Value
from rules.calendar import ONE_DAY
from rules.periods import Quarter
from storage.figures import Scope
from storage.register import RegisterRow

_WORDS = Words("id")  # a paper of the office, whatever its reader's chat speaks
_MOST_BY_CHAT = 5_000  # cases; more than that is for the operator
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)


class Format(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"


MEDIA_TYPES = {Format.XLSX: XLSX, Format.CSV: CSV}


@dataclass(frozen=True, slots=True)
class Span:
    """What was registered from the first to the last day."""

    first: date = FIRST_DAY
    last: date = LAST_DAY


async def write_register(
    desk: Desk, path: Path, form: Format, span: Span, scope: Scope, *, advance: Callable[[int], object] = lambda _: None
) -> int:
    """Write it to a file that is not there yet; how many cases. `advance` is called with each chunk's number of cases.

    Raises OSError when the disk does not take it.
    """
    people = {member.id: member.name for member in await desk.work.team.with_those_who_left()}
    names = Names(desk, _WORDS)
    title = in_words(line("register-title", office=desk.office.profile.short_name), _WORDS)
    columns = [Column(names.said(f"register-{name}"), width) for name, width in _COLUMNS]
    opened: Table = CsvTable(path, columns) if form is Format.CSV else XlsxTable(path, title, columns)
    written = 0
    with opened as table:
        async for rows in desk.work.register.rows(span.first, span.last, scope):
            # Beside the loop: others are answered meanwhile.
            await asyncio.to_thread(table.add, [_row(desk, names, row, people) for row in rows])
            written += len(rows)
            advance(len(rows))
    return written


_COLUMNS = (
    ("number", 20),
    ("registered", 14),
    ("kind", 12),
    ("state", 16),
    ("component", 30),
    ("service", 34),
    ("channel", 16),
    ("start", 14),
    ("due", 14),
    ("answered", 14),
    ("in-time", 12),
    ("rounds", 10),
    ("route", 14),
    ("holder", 24),
    ("name", 24),
    ("address", 30),
    ("story", 60),
)


def _row(desk: Desk, names: Names, row: RegisterRow, people: dict[int, str]) -> tuple[Value, ...]:
    who, where, what = row.name, row.address, row.story
    if row.organisation:
        who = f"{row.name}, {row.organisation}" if row.name else row.organisation
    if row.secret:
        who = where = what = names.said("register-secret")
    if row.erased:
        who = where = what = names.said("register-erased")
    in_time = _in_time(desk, row)
    return (
        row.number,
        row.registered,
        names.said(f"register-kind-{row.kind}"),
        names.said(f"register-state-{row.state.replace('_', '-')}"),
        names.component(row.component),
        names.service(row.service_id),
        names.channel(row.channel),
        row.start,
        row.due,
        row.answered,
        None if in_time is None else names.said("register-yes" if in_time else "register-no"),
        row.rounds or None,
        names.route(row.route),
        people.get(row.holder_id) if row.holder_id is not None else None,
        who,
        where,
        what,
    )


def _in_time(desk: Desk, row: RegisterRow) -> bool | None:
    """Of the last round; None while it runs and is not late."""
    if row.due is None:
        return None
    if row.answered is not None:
        return row.answered <= row.due
    return False if row.state not in _OVER and row.due < desk.today else None


_OVER = ("closed", "referred", "merged")


async def _evaluation(turn: Turn, words: list[str]) -> list[Say]:
    """Of the quarter that is named, `4 2026` or `2026 4`; without a year the last one of that number that is over."""
    desk, me = Desk.of(turn), member_of(turn)
    before = Quarter.of(Quarter.of(desk.today).first - ONE_DAY)
    numbers = [int(word) for word in words if word.isdecimal()]
    year = next((number for number in numbers if _YEAR.fullmatch(str(number))), None)
    of = next((number for number in numbers if number in (1, 2, 3, 4)), None)
    known = sum(value is not None for value in (year, of))
    if len(numbers) != known or (year is not None and of is None):
        return [Say((line("export-how"),))]
    if of is None:
        quarter = before
    elif year is None:
        quarter = Quarter(before.year if of <= before.number else before.year - 1, of)
    else:
        quarter = Quarter(year, of)
    content = await evaluation(desk, quarter, Scope(besides_conflicts_of=me.id))
    name = f"evaluasi-{quarter}.xlsx"
    file = await turn.work.attachments.make(None, content, name=name, media_type=XLSX)
    turn.work.audit.record("evaluation_exported", by=me.ref, quarter=str(quarter))
    return [Say((line("export-evaluation", quarter=quarter.number, year=quarter.year),), question=DESK, files=(file,))]


_FORMATS = ("csv", "xlsx", "excel", "register")
_EVALUATION = ("evaluasi", "triwulan", "evaluation")
_YEAR = re.compile(r"20\d\d")


async def export(turn: Turn, rest: str) -> list[Say]:
    """`ekspor [csv] [2026]`: the register of this year, or of that one; `ekspor evaluasi [triwulan 4 2026]`: the
    report of the last quarter, or of that one. Less the cases that name whoever asks.
    """
    desk, me = Desk.of(turn), member_of(turn)
    words = rest.casefold().replace("-", " ").split()
    if any(word in _EVALUATION for word in words):
        return await _evaluation(turn, words)
    years = [int(word) for word in words if _YEAR.fullmatch(word)]
    if len(years) > 1 or any(word not in _FORMATS and not _YEAR.fullmatch(word) for word in words):
        return [Say((line("export-how"),))]
    year = years[0] if years else desk.today.year
    form = Format.CSV if "csv" in words else Format.XLSX
    span = Span(date(year, 1, 1), date(year, 12, 31))
    scope = Scope(besides_conflicts_of=me.id)
    count = await turn.work.register.count(span.first, span.last, scope)
    if not count:
        return [Say((line("export-none", year=year),))]
    if count > _MOST_BY_CHAT:
        return [Say((line("export-too-many", count=count),))]
    with TemporaryDirectory(prefix="aduan-export-") as folder:
        path = Path(folder) / f"register-{year}.{form}"
        await write_register(desk, path, form, span, scope)
        content = path.read_bytes()
    file = await turn.work.attachments.make(None, content, name=path.name, media_type=MEDIA_TYPES[form])
    turn.work.audit.record("register_exported", by=me.ref, cases=count, first=span.first, last=span.last, form=form)
    return [Say((line("export-done", year=year, count=count),), question=DESK, files=(file,))]
