"""The workbook behind a digest: every figure of the text and the picture, and the cases they count. No name of a
complainant and no story stands in it.
"""

from collections.abc import Iterable

from handlers.desk.desk import Desk
from handlers.desk.names import Names
from handlers.digest.count import Digest
from handlers.digest.tally import DIMENSIONS, Tally
from handlers.digest.text import days, percent, place_of, title_of
from handlers.say import line
from handlers.speak import in_words
from messages.speech import Words
from messages.workbook import Column, Sheet, Value, xlsx_bytes
from rules.days import local_date
from rules.deadlines import days_left
from storage.figures import OpenCase


def digest_workbook(desk: Desk, digest: Digest, words: Words) -> bytes:
    """As an .xlsx file, in the reader's language."""
    return xlsx_bytes(_Book(desk, digest, words).sheets(), title=in_words(title_of(digest.period, digest.day), words))


class _Book:
    def __init__(self, desk: Desk, digest: Digest, words: Words) -> None:
        self._desk = desk
        self._digest = digest
        self._words = words
        self._names = Names(desk, words)

    def sheets(self) -> Iterable[Sheet]:
        digest = self._digest
        yield self._sheet("summary", (("label", 52), ("value", 22), ("before", 22)), self._summary())
        open_cases = [case for case in digest.open if case.due is not None]
        shown = (self._open(case) for case in open_cases[:_OPEN])
        yield self._sheet("open", _CASE, shown, days=False, left_out=len(open_cases) - _OPEN)
        for name in DIMENSIONS:
            yield self._sheet(name, ((name, 34), *_TALLY), (self._tally(name, row) for row in digest.tallies[name]))
        yield self._sheet("load", (("holder", 30), ("open", 12), ("late", 12)), self._loads(), days=False)
        yield self._sheet("suggestions", _SUGGESTION, (self._suggestion(case) for case in digest.suggestions))
        failed = ((self._names.channel(one.first), one.second, one.count) for one in digest.failed)
        yield self._sheet("failed", (("channel", 20), ("trouble", 24), ("messages", 12)), failed)
        corrected = (
            (self._names.component(one.first), self._names.component(one.second), one.count) for one in digest.corrected
        )
        yield self._sheet("corrected", (("class-before", 30), ("class-after", 30), ("cases", 12)), corrected)
        daily = ((one.day, one.came, one.replied) for one in digest.curve)
        yield self._sheet("daily", (("day", 14), ("complaints", 14), ("replied", 14)), daily, days=False)

    def _sheet(
        self,
        name: str,
        columns: tuple[tuple[str, int], ...],
        rows: Iterable[tuple[Value, ...]],
        *,
        days: bool = True,
        left_out: int = 0,
    ) -> Sheet:
        """`days`: it counts over the period, which then stands above it; else it shows how things stand.

        `left_out`: how many rows more there are, if any.
        """
        period = self._digest.period
        span = line("book-over", first=period.first, last=period.last) if days else line("book-now")
        headed = tuple(Column(self._names.said(f"book-{title}"), width) for title, width in columns)
        notes = [in_words(span, self._words)]
        if left_out > 0:
            notes.append(in_words(line("book-left-out", number=left_out), self._words))
        return Sheet(self._names.said(f"book-sheet-{name}"), headed, rows, tuple(notes))

    def _summary(self) -> Iterable[tuple[Value, ...]]:
        digest = self._digest
        near, this, before = digest.nearness, digest.this, digest.before
        rows: tuple[tuple[str, Value, Value], ...] = (
            ("open", near.total, None),
            ("late", near.late, None),
            ("due-today", near.today, None),
            ("due-week", len(digest.this_week), None),
            ("within-3", near.within_3, None),
            ("within-7", near.within_7, None),
            ("later", near.later, None),
            ("unread", digest.unread, None),
            ("came", this.came, before.came),
            ("complaints", this.complaints, before.complaints),
            ("suggestions", this.suggestions, before.suggestions),
            ("replied", this.replied, before.replied),
            ("reopened", this.reopened, before.reopened),
            ("judged", digest.share.judged, digest.share_before.judged),
            ("in-time", digest.share.in_time, digest.share_before.in_time),
            ("percent", percent(digest.share), percent(digest.share_before)),
            ("median", days(this.median), days(before.median)),
            ("requested", len(digest.requested), None),
        )
        for name, value, earlier in rows:
            yield (self._names.said(f"book-{name}"), value, earlier)
        span = digest.share_span
        yield (self._names.said("book-share-span"), f"{span.first.isoformat()} - {span.last.isoformat()}")
        yield (self._names.said("book-judged-how"),)
        yield (self._names.said("book-audit"), digest.head.seq, digest.head.hash)

    def _open(self, case: OpenCase) -> tuple[Value, ...]:
        desk, digest = self._desk, self._digest
        assert case.due is not None
        place = self._names.said(f"digest-place-{place_of(case)}")
        holder = digest.people.get(case.holder_id) if case.holder_id is not None else None
        left = days_left(case.due, digest.day, desk.office.calendar)
        who = holder.name if holder is not None and not holder.left_at else None
        came = local_date(case.registered_at)
        return (case.number, left, case.due, came, *self._matter(case), place, who, self._secret(case))

    def _suggestion(self, case: OpenCase) -> tuple[Value, ...]:
        state = self._names.said(f"register-state-{case.state.replace('_', '-')}")
        component, service, channel, _ = self._matter(case)
        return (case.number, local_date(case.registered_at), component, service, channel, state, self._secret(case))

    def _matter(self, case: OpenCase) -> tuple[Value, Value, Value, Value]:
        names, route = self._names, self._names.route(case.route)
        return names.component(case.component), names.service(case.service_id), names.channel(case.channel), route

    def _tally(self, name: str, row: Tally) -> tuple[Value, ...]:
        names = self._names
        named = {
            "component": names.component,
            "service": names.service,
            "channel": names.channel,
            "route": names.route,
        }
        counted = (row.complaints, row.suggestions, row.replied, row.kept.judged, row.kept.in_time, percent(row.kept))
        return (named[name](row.key) or names.said(f"book-no-{name}"), *counted, row.median, row.open, row.late)

    def _loads(self) -> Iterable[tuple[Value, ...]]:
        for load in self._digest.loads:
            yield (load.holder.name if load.holder else self._names.said("digest-free"), load.open, load.late)

    def _secret(self, case: OpenCase) -> Value:
        return self._names.said("book-secret-yes") if case.secret else None


_OPEN = 2000  # rows, the most urgent: the rest stands in the queue and in the register
_CASE = (
    ("number", 20),
    ("days-left", 12),
    ("due", 14),
    ("came-on", 14),
    ("component", 30),
    ("service", 34),
    ("channel", 14),
    ("route", 16),
    ("place", 26),
    ("holder", 26),
    ("secret", 12),
)
_SUGGESTION = (
    ("number", 20),
    ("came-on", 14),
    ("component", 30),
    ("service", 34),
    ("channel", 14),
    ("state", 16),
    ("secret", 12),
)
_TALLY = (
    ("complaints", 12),
    ("suggestions", 12),
    ("replied", 12),
    ("judged", 14),
    ("in-time", 14),
    ("percent", 12),
    ("median", 14),
    ("open", 12),
    ("late", 12),
)
