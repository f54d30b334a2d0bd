"""Sending a report: it becomes a case with a number; a complaint starts its clock; the receipt says what comes next."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.desk.conflicts import look_for_conflicts
from handlers.desk.desk import Desk
from handlers.desk.news import registered
from handlers.form import Finished, Heard
from handlers.intake.report import Report
from handlers.intake.when import breach_line
from handlers.say import IDLE, DayOnly, Line, Option, Say, Several, line
from handlers.similar import matter_of
from handlers.turn import Turn
from handlers.waiting import waiting_answers
from rules.breach import Breach
from rules.components import Component
from rules.days import local_date
from rules.deadlines import Due, reply_due
from rules.kind import Judged, Kind, Why
from rules.office import Office
from rules.secret_code import make_code
from rules.understanding.understood import Progress
from storage.cases import NewCase
from storage.tables import Case


async def send(turn: Turn, report: Report) -> Finished:
    other = report.answers.get("other")
    says = await filed(turn, report)
    if other:
        offer = Option("new", line("choice-report-other"))
        says.append(Say((line("intake-other-kept"),), (offer,), question=IDLE))
        return Finished(tuple(says), waiting_answers(Heard("\n".join(other)), turn.now))
    return Finished(tuple(says))


async def filed(turn: Turn, report: Report, *, confirmed: bool = True) -> list[Say]:
    """Write the case down; its receipt, and what the officers hear of it. Not `confirmed`: the person fell silent, or
    wants it noted as it is.
    """
    case, code, judged = await _registered(turn, report, confirmed=confirmed)
    files = await turn.work.attachments.of_case(case.id)
    desk = Desk.of(turn)
    asked = await look_for_conflicts(desk, case, case.story or "")
    return [_receipt(turn, case, code, judged, files=len(files)), *await registered(desk, case), *asked]


async def _registered(turn: Turn, report: Report, *, confirmed: bool) -> tuple[Case, str, Judged]:
    office, talk, work = turn.office, turn.talk, turn.work
    brought_at = talk.brought_at or turn.now
    judged = report.judged(local_date(brought_at), office, expired=not confirmed)
    code = make_code(turn.pick)
    case = await work.cases.register(
        new_case(report, office, judged, brought_at=brought_at, registered_at=turn.now),
        person_id=turn.contact.person_id,
        contact=turn.contact,
        channel=turn.contact.channel,
        draft=talk.instance,
        language=turn.language,
        prefix=office.profile.prefix,
        code=code,
    )
    await work.terms.keep(case.id, matter_of(case, office).terms)
    await work.attachments.tie_to_case(turn.contact.id, talk.instance, case.id)
    await work.inbox.tie_to_case(turn.contact.id, talk.instance, case.id)
    if location := report.answers.get("location"):
        await work.cases.add_entry(case, "location", by="citizen", body={"location": location}, visibility="citizen")
    if judged.kind is Kind.COMPLAINT:
        await start_clock(turn, case, report.reply_days(office))
    return case, code, judged


def new_case(
    report: Report, office: Office, judged: Judged, *, brought_at: datetime, registered_at: datetime
) -> NewCase:
    """What the report says, as the register keeps it."""
    classified = office.reader.classify(report.story)
    service = report.service(office)
    return NewCase(
        kind=judged.kind,
        reasons=tuple(judged.reasons),
        story=report.story,
        progress=report.progress,
        component=report.component,
        second_component=report.second_component,
        component_by=report.answers.get("kind", {}).get("by", "reader"),
        classification={
            "ranked": [[r.component, round(r.score, 4)] for r in classified.ranked],
            "evidence": [[e.component, e.said, e.matched] for e in classified.evidence],
        },
        service_id=service.id if service else None,
        received_on=report.day or report.event_day,
        received_about=report.month,
        complete_on=report.complete_on,
        breach=[b.to_plain() for b in report.breach(local_date(registered_at), office)],
        name=report.name,
        organisation=report.organisation,
        address=report.address,
        nik=report.answers.get("nik"),
        phone=report.answers.get("phone"),
        on_behalf_of=report.answers.get("behalf"),
        late_reason=report.answers.get("late_reason"),
        secret=report.secret,
        flags=tuple(_flags(report)),
        brought_at=brought_at,
        registered_at=registered_at,
    )


async def start_clock(turn: Turn, case: Case, days: int) -> Due:
    """Day 0 of a new round is today, the day it was received complete."""
    calendar = turn.office.calendar
    due = reply_due(turn.today, calendar, days)
    await turn.work.cases.start_clock(case, due, turn.now, calendar.fingerprint(due.received, due.due))
    return due


def _receipt(turn: Turn, case: Case, code: str, judged: Judged, *, files: int) -> Say:
    """Number, code, what comes next: the date with the days skipped, or that none is owed and what would change it."""
    rows = [line("receipt-number", number=case.number), line("receipt-code", code=code)]
    if files:
        rows.append(line("receipt-files", count=files))
    options: tuple[Option, ...] = ()
    if judged.kind is Kind.COMPLAINT:
        title = line("receipt-complaint-secret" if case.secret else "receipt-complaint")
        rows += [*due_lines(case), *next_lines(turn, case)]
    else:
        title = line("receipt-correction" if Why.LATE in judged.reasons else "receipt-suggestion")
        rows.append(_suggestion_line(turn, judged))
        if Why.LATE not in judged.reasons:
            how, word = _way_on(judged)
            rows.append(line(how))
            options = (Option(f"complete:{case.number}", line(word)),)
    return Say((title, *rows), options, case_id=case.id, purpose="receipt", code=code, question=IDLE)


def due_lines(case: Case) -> list[Line]:
    """The date of the answer, and the days off that were skipped, with their names."""
    clock = case.clocks[-1]
    lines = [line("receipt-due", due=clock.due, days=clock.working_days)]
    if clock.skipped:
        days = Several(
            tuple(
                line("receipt-skipped-day", day=DayOnly(date.fromisoformat(d["date"])), name=d["name"])
                for d in clock.skipped
            )
        )
        lines.append(line("receipt-skipped", days=days))
    return lines


def next_lines(turn: Turn, case: Case) -> list[Line]:
    """What was promised and is not kept, else who reads it and when; and what may still be sent."""
    again = works_again(turn.now, turn.office)
    broken = [breach for breach in map(Breach.from_plain, case.breach) if breach.breached]
    if not broken:
        first = line("receipt-next-opens", day=again) if again else line("receipt-next")
        return [first, line("receipt-more-welcome")]
    last = line("receipt-office-opens", day=again) if again else line("receipt-more-welcome")
    return [*(breach_line(breach) for breach in broken), last]


def _way_on(judged: Judged) -> tuple[str, str]:
    """What would make it a complaint, and the button for it."""
    if Why.NOT_OURS in judged.reasons or Why.NO_OBJECT in judged.reasons:
        return "receipt-suggestion-elsewhere", "choice-finish"
    if Why.NO_IDENTITY in judged.reasons:
        return "receipt-suggestion-complete", "choice-complete"
    return "receipt-suggestion-confirm", "choice-finish"


def _suggestion_line(turn: Turn, judged: Judged) -> Line:
    if Why.LATE in judged.reasons:
        return line("receipt-suggestion-late")
    if Why.SILENT in judged.reasons:
        return line("receipt-suggestion-silent")
    again = works_again(turn.now, turn.office)
    return line("receipt-suggestion-opens", day=again) if again else line("receipt-suggestion-next")


def _flags(report: Report) -> list[str]:
    flags = list(report.answers.get("flags", []))
    pending = report.progress is Progress.PENDING
    if not pending and report.day is None:
        flags.append("date_unknown")
    if pending and report.complete_on is None and report.component is Component.COMPLETION_TIME:
        flags.append("date_unknown")
    if report.when.get("declared") is False:
        flags.append("not_declared")
    if report.answers.get("as_is"):
        flags.append("as_is")
    return flags


def works_again(now: datetime, office: Office) -> date | None:
    """The day officers next work, when they are not at work now; None when they are."""
    profile = office.profile
    local = now.astimezone(ZoneInfo(profile.time_zone))
    today = local.date()
    if office.calendar.is_working_day(today):
        if local.time() < profile.opens:
            return today
        if local.time() <= profile.closes:
            return None
    return office.calendar.next_working_day(today)
