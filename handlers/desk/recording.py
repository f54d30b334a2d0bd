"""`catat`: what came by letter, telephone, counter, e-mail, X, Instagram, form or box (component 6, point 2).

The same register, the same clock, the same questions as in the chat; the receipt is a text and a paper to hand over.
Replies go out by that way, and an officer records how (`handlers/desk/ending.py`).
"""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from rapidfuzz import fuzz, process, utils

from handlers.desk.access import member_of
from handlers.desk.conflicts import look_for_conflicts
from handlers.desk.desk import Desk
from handlers.desk.news import registered
from handlers.desk.papers import receipt_paper
from handlers.desk.screen import action
from handlers.form import Asked, Finished, Form, Heard, Missed, Outcome, Question, Took, begin
from handlers.form import ask as ask_form
from handlers.intake.matter import KIND, SERVICE, component_name, take_story
from handlers.intake.report import CITIZEN, Report
from handlers.intake.send import due_lines, new_case
from handlers.intake.when import WHEN
from handlers.intake.who import NAME, PLACE
from handlers.say import DESK, Line, Option, Quote, Say, line
from handlers.similar import matter_of
from handlers.turn import Turn
from messages import vocabulary
from rules.agency import WayIn
from rules.days import JAKARTA
from rules.deadlines import reply_due
from rules.identity import normalised_phone
from rules.kind import Judged, Kind, Why
from rules.secret_code import make_code
from storage.cases import NewCase
from storage.tables import Case, Staff

_OFFERED = 9
_NEAR = 75
_NOON = time(12)
_STORY = 160


def ways(turn: Turn) -> tuple[WayIn, ...]:
    """The ways in that no bot answers."""
    return tuple(way for way in turn.office.profile.ways_in if not way.answered_by_bot)


async def record(turn: Turn, rest: str) -> list[Say]:
    """`catat [surat|telepon|loket|...]`: a short form, a question at a time."""
    answers: dict[str, Any] = {"introduced": True, "noticed": True}
    way = _way(turn, rest) if rest.strip() else None
    if way is not None:
        answers["way"] = way.id
    begin(turn, RECORD, answers)
    return [await ask_form(turn, RECORD)]


# -- by which way, and when ------------------------------------------------------------------------------------------


def _way(turn: Turn, said: str) -> WayIn | None:
    names = {way.id: way.name for way in ways(turn)}
    names |= {f"{way.id}|id": way.id for way in ways(turn)}
    best = process.extractOne(said, names, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=_NEAR)
    if best is None:
        return None
    return next(way for way in ways(turn) if way.id == str(best[2]).split("|")[0])


async def _ask_way(turn: Turn, answers: dict[str, Any]) -> Asked:
    offered = ways(turn)[:_OFFERED]
    return Asked((line("record-way-ask"),), tuple(Option(way.id, way.name) for way in offered))


async def _read_way(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    known = {way.id for way in ways(turn)}
    way = heard.value if heard.value in known else None
    if way is None and heard.text.strip():
        found = _way(turn, heard.text)
        way = found.id if found else None
    if way is None:
        return Missed((line("record-way-missed"),))
    answers["way"] = way
    return Took()


async def _ask_arrived(turn: Turn, answers: dict[str, Any]) -> Asked:
    return Asked((line("record-arrived-ask"),), (Option("today", line("choice-today")),))


async def _read_arrived(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    if heard.value == "today" or vocabulary.means(heard.text, "today"):
        answers["arrived"] = turn.today.isoformat()
        return Took()
    found = turn.office.reader.date(heard.text, turn.today)
    if found is None or found.day is None:
        return Missed((line("record-arrived-missed"),))
    answers["arrived"] = found.day.isoformat()
    return Took((line("intake-when-noted", day=found.day),))


def _arrived(turn: Turn, answers: dict[str, Any]) -> tuple[date, datetime]:
    """The day it was received, day 0 of the clock; and an instant of that day, never later than now."""
    day = date.fromisoformat(answers["arrived"])
    return day, min(turn.now, datetime.combine(day, _NOON, tzinfo=JAKARTA))


# -- what it says ----------------------------------------------------------------------------------------------------


async def _ask_story(turn: Turn, answers: dict[str, Any]) -> Asked:
    return Asked((line("record-story-ask"),))


async def _read_story(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    if not heard.text.strip():
        return Took((line("record-file-kept"),)) if turn.attachments else Missed()
    return take_story(turn, Report(answers), heard)


def _as_of_arrival(question: Question) -> Question:
    """The same question; days such as "kemarin" count from the day on which it arrived."""

    async def read(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
        turn.talk.brought_at = _arrived(turn, answers)[1]
        return await question.read(turn, answers, heard)

    async def ask(turn: Turn, answers: dict[str, Any]) -> Asked:
        turn.talk.brought_at = _arrived(turn, answers)[1]
        return await question.ask(turn, answers)

    return Question(question.name, question.open, ask, read, question.forget, question.passing)


async def _ask_phone(turn: Turn, answers: dict[str, Any]) -> Asked:
    return Asked((line("record-phone-ask"),), (Option("none", line("choice-nothing-before")),))


async def _read_phone(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    if heard.value == "none" or vocabulary.means(heard.text, "no", "skip", "unknown"):
        answers["phone"] = ""
        return Took()
    phone = normalised_phone(heard.text)
    if phone is None:
        return Missed((line("record-phone-missed"),))
    answers["phone"] = phone
    return Took()


# -- the review ------------------------------------------------------------------------------------------------------


async def _ask_review(turn: Turn, answers: dict[str, Any]) -> Asked:
    report, desk = Report(answers), Desk.of(turn)
    day, _ = _arrived(turn, answers)
    service = report.service(turn.office)
    judged = report.judged(day, turn.office)
    kind = "record-row-complaint" if judged.kind is Kind.COMPLAINT else "record-row-suggestion"
    secret = "-secret" if report.secret else ""
    rows: list[Line] = [
        line(kind),
        line("record-row-way", way=desk.channel_name(answers["way"]), day=day),
        line("desk-row-story", story=Quote(report.story or "-", _STORY)),
        line(
            "record-row-matter",
            service=service.name() if service else line("desk-service-unknown"),
            component=component_name(report.component),
        ),
    ]
    if report.name:
        rows.append(line(f"record-row-person{secret}", name=report.name, address=report.address or "-"))
    else:
        rows.append(line("desk-row-person-none"))
    send = Option("send", line("choice-record"))
    return Asked((*rows, line("record-right")), (send, Option("change", line("choice-change"))))


async def _read_review(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    if heard.value == "change" or vocabulary.means(heard.text, "change"):
        for name in ("pieces", "kind", "service", "when", "name", "place", "phone", "arrived"):
            answers.pop(name, None)
        return Took((line("record-again"),))
    if vocabulary.means(heard.text, "secret"):
        answers["secret"] = True
        return Took((line("intake-secret-noted"),))
    if heard.value == "send" or vocabulary.means(heard.text, "send", "yes"):
        return await _registered(turn, Report(answers))
    return Missed((line("desk-send-or-change"),))


async def _registered(turn: Turn, report: Report) -> Finished:
    desk, me, work = Desk.of(turn), member_of(turn), turn.work
    answers = report.answers
    day, instant = _arrived(turn, answers)
    judged = report.judged(day, turn.office)
    answers["phone"] = answers.get("phone") or None
    code = make_code(turn.pick)
    case = await work.cases.register(
        _by_the_officer(new_case(report, turn.office, judged, brought_at=instant, registered_at=turn.now), me),
        person_id=await work.contacts.somebody("id"),
        contact=None,
        channel=answers["way"],
        draft=turn.talk.instance,
        language="id",
        prefix=turn.office.profile.prefix,
        code=code,
        by=me.ref,
    )
    await work.terms.keep(case.id, matter_of(case, turn.office).terms)
    await work.attachments.tie_to_case(turn.contact.id, turn.talk.instance, case.id)
    await work.cases.add_entry(case, "recorded", by=me.ref, body={"text": ""}, visibility="office", way=answers["way"])
    if judged.kind is Kind.COMPLAINT:
        calendar = turn.office.calendar
        due = reply_due(day, calendar, report.reply_days(turn.office))
        await work.cases.start_clock(case, due, instant, calendar.fingerprint(due.received, due.due))
    lines = receipt_lines(case, code, judged)
    paper = await receipt_paper(desk, case, lines)
    options = (action("take", case), action("case", case))
    said = Say(lines, options, question=DESK, case_id=case.id, code=code, files=(paper,))
    asked = await look_for_conflicts(desk, case, case.story or "")
    others = [told for told in await registered(desk, case) if told.to is not None and told.to.id != turn.contact.id]
    return Finished((said, *others, *asked))


def _by_the_officer(new: NewCase, me: Staff) -> NewCase:
    """What was chosen in the form was chosen by the officer, not by the complainant."""
    return replace(new, component_by=me.ref) if new.component_by == CITIZEN else new


def receipt_lines(case: Case, code: str, judged: Judged) -> tuple[Line, ...]:
    """The receipt, as a citizen gets it in the chat: to read out, or to hand over."""
    rows = [line("receipt-number", number=case.number), line("receipt-code", code=code)]
    if judged.kind is Kind.COMPLAINT:
        return (line("receipt-complaint"), *rows, *due_lines(case), line("receipt-next"))
    late = Why.LATE in judged.reasons
    title = line("receipt-correction" if late else "receipt-suggestion")
    return (title, *rows, line("receipt-suggestion-late" if late else "receipt-suggestion-next"))


def _pop(name: str) -> Any:
    def forget(answers: dict[str, Any]) -> None:
        answers.pop(name, None)

    return forget


RECORD = Form(
    "desk_record",
    1,
    (
        Question("way", lambda a: "way" not in a, _ask_way, _read_way, _pop("way")),
        Question("arrived", lambda a: "arrived" not in a, _ask_arrived, _read_arrived, _pop("arrived")),
        _as_of_arrival(Question("story", lambda a: not a.get("pieces"), _ask_story, _read_story, _pop("pieces"))),
        _as_of_arrival(KIND),
        _as_of_arrival(SERVICE),
        _as_of_arrival(WHEN),
        _as_of_arrival(NAME),
        _as_of_arrival(PLACE),
        Question("phone", lambda a: "phone" not in a and bool(Report(a).name), _ask_phone, _read_phone, _pop("phone")),
        Question("confirm", lambda a: True, _ask_review, _read_review),
    ),
)
