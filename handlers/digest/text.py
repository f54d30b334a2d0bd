"""A digest as a text of at most a screen: what is late first, by the step it waits at and who holds it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from handlers.desk.desk import Desk
from handlers.desk.queue import queue_row
from handlers.digest.count import Digest
from handlers.digest.tally import Flow
from handlers.intake.matter import component_name
from handlers.say import DESK, DayOnly, Line, Month, Option, Several, line
from handlers.speak import in_words
from messages.speech import Words
from rules.calendar import ONE_DAY
from rules.components import Component
from rules.lifecycle import State
from rules.performance import Kept
from rules.periods import Period, PeriodKind, Quarter
from storage.figures import OpenCase
from storage.tables import Staff

_LATE, _TODAY, _MOST, _LOADS = 2, 1, 3, 4  # rows of cases, items of a row
MOST_ROWS, MOST_CHARACTERS = 9, 1000  # on one screen, under a picture; what is needed least is left to the workbook
_PLACES = {
    State.NEW: "free",
    State.AGENCY: "agency",
    State.APIP_REQUESTED: "apip-requested",
    State.APIP: "apip",
    State.REPLYING: "replying",
}


@dataclass(frozen=True, slots=True)
class _Row:
    """`need`: the rows of the highest numbers are left out first."""

    need: int
    line: Line


async def digest_lines(
    desk: Desk, reader: Staff | None, digest: Digest, words: Words, *, whole: bool = False
) -> list[Line]:
    """The whole digest; one line where there is nothing to report, three where nothing is new, unless it is asked for
    `whole`. `reader`: None for what is written to a file.
    """
    title = _title(digest)
    if digest.is_silent:
        return [line("digest-nothing", title=title)]
    nothing_new = not (digest.this.came or digest.this.replied or digest.late or digest.today)
    if nothing_new and not whole and digest.period.kind is PeriodKind.DAILY:
        return [title, line("digest-late-none"), _open(digest)]
    rows = [_Row(0, title), *await _urgent(desk, reader, digest)]
    rows.append(_Row(1, _open(digest)))
    if digest.nearness.total:
        rows.append(_Row(4, _where(digest)))
    if digest.this_week:
        last = max(case.due for case in digest.this_week if case.due is not None)
        rows.append(_Row(5, line("digest-week", day=DayOnly(last), number=len(digest.this_week))))
    rows += [_Row(2, came) for came in _came(digest)]
    rows.append(_Row(3, kept_line(digest)))
    if digest.period.kind is not PeriodKind.DAILY and digest.this.median is not None:
        rows.append(_Row(5, _median(digest)))
    rows += _less_needed(desk, digest)
    if digest.requested:
        rows.append(
            _Row(1, line("digest-decisions", count=len(digest.requested), numbers=Several(digest.requested[:2])))
        )
    while len(rows) > MOST_ROWS or (len(rows) > 1 and _length(rows, words) > MOST_CHARACTERS):
        rows.remove(max(rows, key=lambda row: row.need))
    return [row.line for row in rows]


def _length(rows: list[_Row], words: Words) -> int:
    return sum(len(in_words(row.line, words)) + 1 for row in rows)


def digest_options(digest: Digest) -> tuple[Option, ...]:
    """What can be done about it at once."""
    options = []
    if digest.late:
        options.append(Option("late::", line("digest-do-late")))
    if digest.requested:
        running = str(int(digest.requested[0].split("-")[-2]))
        options.append(Option(f"case:{digest.requested[0]}", line("desk-do-open-this", running=running)))
    if digest.unread:
        options.append(Option("queue::saran", line("desk-do-suggestions")))
    if not digest.late:
        options.append(Option("load::", line("late-do-load")))
    return tuple(options[:3])


QUESTION = DESK


def _title(digest: Digest) -> Line:
    title = title_of(digest.period, digest.day)
    return line("digest-title-unit", title=title, unit=digest.scope.unit) if digest.scope.unit else title


def title_of(period: Period, day: date) -> Line:
    """`Ringkasan Senin, 14 Desember 2026`, `Ringkasan triwulan 4 2026`."""
    match period.kind:
        case PeriodKind.DAILY:
            return line("digest-title-daily", day=day)
        case PeriodKind.WEEKLY:
            same_month = period.first.month == period.last.month
            first = period.first.day if same_month else DayOnly(period.first)
            return line("digest-title-weekly", first=first, last=DayOnly(period.last), year=period.last.year)
        case PeriodKind.MONTHLY:
            return line("digest-title-monthly", month=Month(period.first))
        case PeriodKind.QUARTERLY:
            return line("digest-title-quarterly", quarter=Quarter.of(period.first).number, year=period.first.year)


async def _urgent(desk: Desk, reader: Staff | None, digest: Digest) -> list[_Row]:
    """What is late, then what is due today, each case with where it lies."""
    if not digest.late:
        rows = [_Row(1, line("digest-late-none"))]
    else:
        rows = [_Row(1, one) for one in await _cases(desk, reader, digest.late[:_LATE])]
        more = len(digest.late) - _LATE
        if more > 0:
            rows[-1] = _Row(1, line("digest-and-late", row=rows[-1].line, count=more))
    today = [_Row(3, one) for one in await _cases(desk, reader, digest.today[:_TODAY])]
    more = len(digest.today) - _TODAY
    if more > 0:
        today[-1] = _Row(3, line("digest-and-today", row=today[-1].line, count=more))
    return rows + today


async def _cases(desk: Desk, reader: Staff | None, rows: list[OpenCase]) -> list[Line]:
    return [await queue_row(desk, reader, case) for case in await desk.work.queue.cases([row.id for row in rows])]


def _open(digest: Digest) -> Line:
    near = digest.nearness
    if not near.total:
        return line("digest-open-none")
    counted = {
        "late": near.late,
        "today": near.today,
        "within-3": near.within_3,
        "within-7": near.within_7,
        "later": near.later,
    }
    parts = tuple(_item(line(f"picture-{name}"), number) for name, number in counted.items() if number)
    return line("digest-open", number=near.total, parts=Several(parts))


def _item(name: object, number: int) -> Line:
    return line("digest-item", name=name, number=number)


def place_of(case: OpenCase) -> str:
    """Where an open complaint lies: the end of a message id."""
    if case.state == State.REPLYING and case.held:
        return "held"
    if case.holder_id is None and case.state in (State.NEW, State.TAKEN, State.STUDIED, State.INTERNAL):
        return "free"
    return _PLACES.get(State(case.state), "internal")


def _where(digest: Digest) -> Line:
    found = Counter(place_of(case) for case in digest.open if case.due is not None)
    places = tuple(_item(line(f"digest-place-{place}"), number) for place, number in found.most_common())
    return line("digest-where", places=Several(places))


def _came(digest: Digest) -> list[Line]:
    this = digest.this
    said = {
        "came": this.came,
        "complaints": this.complaints,
        "suggestions": this.suggestions,
        "replied": this.replied,
        "reopened": this.reopened,
    }
    if digest.period.kind is PeriodKind.DAILY:
        since = digest.period.first
        first = "digest-came-since" if since < digest.day - ONE_DAY else "digest-came-yesterday"
        if since == digest.day:
            first = "digest-came-today"
        return [line(first, since=since, **said)]
    return [line("digest-came", trend=_trend(this, digest.before), before=digest.before.came, **said)]


def _trend(this: Flow, before: Flow) -> Line:
    change = this.came - before.came
    return line("digest-trend-same" if not change else "digest-trend-more" if change > 0 else "digest-trend-less")


def kept_line(digest: Digest) -> Line:
    """How many were answered in time, of how many, and how it was before."""
    share, before = digest.share, digest.share_before
    span = line("digest-span-period")
    if digest.period.kind is PeriodKind.DAILY:
        span = line("digest-span-month", month=Month(digest.share_span.first))
    if share.percent is None:
        return line("digest-kept-none", span=span)
    said = {"span": span, "kept": share.in_time, "judged": share.judged, "percent": percent(share)}
    if before.percent is None:
        return line("digest-kept", **said)
    return line("digest-kept-trend", before=percent(before), **said)


def percent(share: Kept) -> str:
    """`95%`; `-` where nothing was judged."""
    return "-" if share.percent is None else f"{share.percent}%"


def days(value: float | None) -> str:
    """Working days, with a comma where they are a half."""
    return "-" if value is None else f"{value:g}".replace(".", ",")


def _median(digest: Digest) -> Line:
    if digest.before.median is None:
        return line("digest-median", days=days(digest.this.median))
    return line("digest-median-trend", days=days(digest.this.median), before=days(digest.before.median))


def _less_needed(desk: Desk, digest: Digest) -> list[_Row]:
    """What fits if there is room: the rest of it stands in the workbook."""
    rows = []
    most = [row for row in digest.tallies["component"] if row.open and row.key]
    most.sort(key=lambda row: -row.open)
    if most:
        named = tuple(_item(component_name(Component(row.key or "")), row.open) for row in most[:_MOST])
        rows.append(_Row(6, line("digest-most", items=Several(named))))
    if digest.loads:
        held = tuple(
            _item(load.holder.name if load.holder else line("digest-free"), load.open) for load in digest.loads[:_LOADS]
        )
        rows.append(_Row(5, line("digest-load", items=Several(held))))
    if digest.unread:
        rows.append(_Row(7, line("digest-suggestions", number=digest.unread)))
    failed = Counter[str]()
    for one in digest.failed:
        failed[one.first] += one.count
    if failed:
        named = tuple(_item(desk.channel_name(name), number) for name, number in failed.most_common())
        rows.append(_Row(4, line("digest-failed", items=Several(named))))
    if digest.corrected:
        rows.append(_Row(8, line("digest-corrected", number=sum(one.count for one in digest.corrected))))
    return rows
