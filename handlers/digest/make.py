"""A digest as a message: counted once, then said, drawn and put into a workbook for whoever reads it."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from handlers.desk.desk import Desk
from handlers.digest.count import Digest, count
from handlers.digest.picture import digest_picture
from handlers.digest.text import QUESTION, digest_lines, digest_options, title_of
from handlers.digest.workbook import digest_workbook
from handlers.say import Line, Say, line
from handlers.speak import words_for
from messages.speech import Words
from messages.workbook import XLSX
from rules.days import JAKARTA
from rules.office import Office
from rules.periods import PeriodKind
from storage.digests import Wish
from storage.figures import Scope
from storage.tables import Attachment, Contact, Staff
from storage.work import Work

_GOOD_FOR = timedelta(days=7)  # a longer one that could not be sent


@dataclass(frozen=True, slots=True)
class Made:
    """A digest with its files; both None where there is nothing to report, or nothing new."""

    digest: Digest
    picture: bytes | None
    workbook: bytes | None


async def scope_of(work: Work, reader: Staff, wish: Wish) -> Scope:
    """Whose cases are counted: never those that name the reader."""
    return Scope(wish.unit, reader.id if await work.queue.names(reader.id) else None)


async def make(desk: Desk, kind: PeriodKind, scope: Scope, words: Words, *, so_far: bool = False) -> Made:
    """Count, draw and write what goes out today, or (`so_far`) how today went until now. Reads only; takes a second or
    two where there are a million cases.
    """
    digest = await count(desk, kind, scope, so_far=so_far)
    if digest.is_silent:
        return Made(digest, None, None)
    picture = await asyncio.to_thread(digest_picture, digest, desk.office.profile.short_name, words)
    workbook = await asyncio.to_thread(digest_workbook, desk, digest, words)
    return Made(digest, picture, workbook)


async def said(desk: Desk, reader: Staff, contact: Contact, made: Made, *, whole: bool = False) -> Say:
    """The message, with its files kept in this work. `whole`: see `digest_lines`."""
    digest = made.digest
    lines = await digest_lines(desk, reader, digest, words_for(contact), whole=whole)
    with_files = len(lines) > _SHORT
    files: list[Attachment] = []
    if with_files and made.picture is not None and made.workbook is not None:
        name = file_name(digest)
        keep = desk.work.attachments.make
        files.append(await keep(None, made.picture, name=f"{name}.png", media_type="image/png", kind="photo"))
        files.append(await keep(None, made.workbook, name=f"{name}.xlsx", media_type=XLSX))
    return Say(
        tuple(lines),
        digest_options(digest) if with_files else (),
        to=contact,
        purpose="digest",
        question=QUESTION,
        files=tuple(files),
        expires_at=_expires(desk.office, digest),
        captioned=bool(files),
        announced=_announced(digest),
    )


_SHORT = 3  # lines of a digest that tells of nothing new: no picture


def file_name(digest: Digest) -> str:
    """`ringkasan-harian-2026-12-14`: by the morning on which it goes out."""
    return f"ringkasan-{_KINDS[digest.period.kind]}-{digest.day.isoformat()}"


_KINDS = {
    PeriodKind.DAILY: "harian",
    PeriodKind.WEEKLY: "mingguan",
    PeriodKind.MONTHLY: "bulanan",
    PeriodKind.QUARTERLY: "triwulan",
}


def _announced(digest: Digest) -> Line:
    near = digest.nearness
    title = title_of(digest.period, digest.day)
    return line("digest-announced", title=title, late=near.late, today=near.today, open=near.total)


def _expires(office: Office, digest: Digest) -> datetime:
    """When the next one says it better."""
    if digest.period.kind is PeriodKind.DAILY:
        after = office.calendar.next_working_day(digest.day)
    else:
        after = digest.day + _GOOD_FOR
    return datetime.combine(after, time(7), JAKARTA)
