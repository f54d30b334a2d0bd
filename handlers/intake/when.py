"""The question about time: when the file was complete, when the service was received, or when it happened."""

from datetime import timedelta
from typing import Any

from handlers.form import Asked, Heard, Missed, Outcome, Question, Took
from handlers.intake.matter import add_to_story, complains
from handlers.intake.opening import opening_lines
from handlers.intake.report import CITIZEN, READER, Report
from handlers.say import Line, Month, Option, line
from handlers.turn import Turn
from messages import vocabulary
from rules.breach import Breach
from rules.components import Component
from rules.understanding.understood import Progress, SaidDate
from rules.window import month_decides

# Troubles on the way to a result that may still be to come; the others are events of a day.
_ON_THE_WAY = (Component.REQUIREMENTS, Component.PROCEDURE, Component.COMPLETION_TIME)
UNKNOWN, NOT_DECLARED, NOT_OUT, TODAY, YESTERDAY = "unknown", "not_declared", "not_out", "today", "yesterday"


async def ask_when(turn: Turn, answers: dict[str, Any]) -> Asked:
    report = Report(answers)
    opening = opening_lines(turn, answers)
    match report.when_mode or answers.get("when_mode") or "happened":
        case "complete":
            options = (
                Option(NOT_DECLARED, line("choice-not-declared")),
                Option(UNKNOWN, line("choice-unknown"), number=0),
            )
            return Asked((*opening, line("intake-when-complete-ask")), options)
        case "received":
            options = (
                Option(NOT_OUT, line("choice-not-out")),
                Option(UNKNOWN, line("choice-unknown"), number=0),
            )
            return Asked((*opening, line("intake-when-received-ask")), options)
        case _:
            days = (Option(TODAY, line("choice-today")), Option(YESTERDAY, line("choice-yesterday")))
            other = (
                Option(NOT_OUT, line("choice-not-out"))
                if report.component in _ON_THE_WAY
                else Option(UNKNOWN, line("choice-unknown"), number=0)
            )
            return Asked((*opening, line("intake-when-happened-ask")), (*days, other))


async def read_when(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    report = Report(answers)
    mode = report.when_mode or answers.get("when_mode") or "happened"
    value = heard.value or vocabulary.means(
        heard.text, "unknown", "skip", "today", "yesterday", "not_out", "not_declared"
    )
    if value in (UNKNOWN, "skip", NOT_DECLARED):
        report.set_when(by=CITIZEN, progress=_progress(mode), settled=True, declared=value != NOT_DECLARED)
        return Took()
    if value == NOT_OUT:
        report.set_when(by=CITIZEN, progress=Progress.PENDING, settled=mode == "complete")
        return Took()
    if value in (TODAY, YESTERDAY):
        day = turn.today - timedelta(days=value == YESTERDAY)
        found: SaidDate | None = SaidDate(said=heard.text, day=day)
    else:
        found = turn.office.reader.date(heard.text, turn.today)
    if found and found.day:
        return _took_day(turn, report, mode, found)
    return _no_exact_day(turn, report, mode, found, heard)


def _took_day(turn: Turn, report: Report, mode: str, found: SaidDate) -> Outcome:
    assert found.day
    report.answers.pop("when_asked", None)
    if mode == "complete":
        report.set_when(by=CITIZEN, progress=Progress.PENDING, complete_on=found.day.isoformat())
        breach = next(
            (b for b in report.breach(turn.today, turn.office) if b.component is Component.COMPLETION_TIME),
            None,
        )
        return Took((breach_line(breach),) if breach else (line("intake-when-noted", day=found.day),))
    if report.progress is Progress.PENDING:
        report.set_when(by=CITIZEN, progress=Progress.PENDING, event=found.day.isoformat(), settled=True)
    else:
        report.set_when(by=CITIZEN, progress=Progress.RECEIVED, day=found.day.isoformat())
    return Took((line("intake-when-noted", day=found.day),))


def _no_exact_day(turn: Turn, report: Report, mode: str, found: SaidDate | None, heard: Heard) -> Outcome:
    """A vague date is taken as it is where it decides nothing; otherwise it is asked once more, then left open."""
    asked_before = bool(report.answers.get("when_asked"))
    report.answers["when_asked"] = True
    window = turn.office.profile.window_days
    decides = bool(found and found.month and mode != "complete" and month_decides(found.month, turn.today, window))
    if found and found.month and (not decides or asked_before):
        report.set_when(by=CITIZEN, progress=_progress(mode), settled=True, month=found.month.isoformat())
        return Took((line("intake-when-about", month=Month(found.month)),))
    if asked_before:
        report.set_when(by=CITIZEN, progress=_progress(mode), settled=True)
        return Took((line("intake-when-left-open"),))
    if found and found.problem == "future":
        return Missed((line("intake-when-future", said=found.said),))
    if found and found.problem:
        return Missed((line("intake-when-impossible", said=found.said),))
    if found:
        return Missed((line("intake-when-vague"),))
    if len(heard.text.split()) >= 6 or complains(turn, heard.text):
        report.answers.pop("when_asked", None)
        add_to_story(turn, report, heard)
        return Took((line("intake-added-to-story"),))
    return Missed((line("intake-when-missed"),))


def _progress(mode: str) -> Progress:
    return Progress.PENDING if mode == "complete" else Progress.RECEIVED if mode == "received" else Progress.UNKNOWN


def breach_line(breach: Breach) -> Line:
    """The promise and the count, in one sentence: facts, no verdict."""
    match breach.unit:
        case "rupiah":
            paid = rupiah(breach.counted)
            if breach.promised == 0:
                return line("breach-fee-free", paid=paid)
            return line("breach-fee", promised=rupiah(breach.promised), paid=paid)
        case _:
            kind = "breach-time" if breach.breached else "breach-time-kept"
            suffix = "" if breach.unit == "working" else "-calendar"
            assert breach.until
            return line(f"{kind}{suffix}", promised=breach.promised, until=breach.until, counted=breach.counted)


def rupiah(amount: int) -> str:
    """`Rp500.000`."""
    return f"Rp{amount:,}".replace(",", ".")


def _forget_when(answers: dict[str, Any]) -> None:
    progress = Report(answers).progress  # said by the story, not by the answer that is taken back
    answers.pop("when_asked", None)
    Report(answers).set_when(by=READER, progress=progress)


WHEN = Question("when", lambda a: bool(Report(a).when_mode) and not a.get("as_is"), ask_when, read_when, _forget_when)
