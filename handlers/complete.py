"""`lengkapi`: what was missing arrives; the same number becomes a complaint, and its clock starts today."""

from typing import Any

from handlers.desk.desk import Desk
from handlers.desk.news import became_complaint
from handlers.form import Asked, Finished, Form, Heard, Missed, Outcome, Question, Took, begin
from handlers.form import ask as ask_form
from handlers.intake.matter import KIND, SERVICE
from handlers.intake.report import CITIZEN, READER, Report
from handlers.intake.send import due_lines, next_lines, start_clock
from handlers.intake.who import ANONYMOUS, NAME, PLACE
from handlers.say import IDLE, Option, Say, line
from handlers.turn import Turn
from messages import vocabulary
from rules.days import local_date
from rules.kind import Kind, Why
from rules.lifecycle import Actor, Fact, State, changed_kind
from storage.tables import Case

YES, CHANGE, STAY = "yes", "change", "stay"


async def complete(turn: Turn, case: Case, text: str = "") -> list[Say]:
    """Open the form for a case that is a suggestion. `text`: what was already said with it."""
    if case.person_id != turn.contact.person_id:  # opened with its code: names are not shown this way
        return [Say((line("complete-first-channel", number=case.number),), case_id=case.id)]
    if case.kind == Kind.COMPLAINT:
        return [Say((line("complete-is-complaint", number=case.number),), case_id=case.id)]
    if Why.LATE in case.reasons:
        return [Say((line("complete-late", number=case.number),), case_id=case.id)]
    answers: dict[str, Any] = {
        "introduced": True,
        "number": case.number,
        "pieces": [{"text": case.story or "", "ref": ""}],
    }
    report = Report(answers)
    asks_object = Why.NO_OBJECT in case.reasons or Why.NOT_OURS in case.reasons
    if asks_object:
        answers["kind"] = {"slug": case.component, "by": "reader", "sure": False, "second": None}
    else:
        report.set_component(_component(case), by=CITIZEN)
    if not asks_object or case.service_id:
        report.set_service(case.service_id, by=CITIZEN)
    report.answers["secret"] = case.secret
    if case.name:
        report.set_name(case.name, case.organisation, by=CITIZEN)
    if case.address:
        report.set_place(case.address, by=CITIZEN)
    begin(turn, COMPLETE, answers, case.id)
    said = turn.office.reader.read(text, turn.today)
    if text and not case.name and not said.refuses_identity:
        report.learn_identity(said)
        turn.talk.answers = answers
    return [await ask_form(turn, COMPLETE, line("complete-for", number=case.number))]


async def ask_confirm(turn: Turn, answers: dict[str, Any]) -> Asked:
    report = Report(answers)
    secret = "-secret" if report.secret else ""
    name = f"{report.name}, {report.organisation}" if report.organisation else report.name
    rows = [line(f"review-name{secret}", name=name), line(f"review-address{secret}", address=report.address)]
    options = (
        Option(YES, line("choice-make-complaint")),
        Option(CHANGE, line("choice-change")),
        Option(STAY, line("choice-stay-suggestion")),
    )
    return Asked((*rows, line("complete-confirm")), options)


async def read_confirm(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    report = Report(answers)
    if heard.value == YES or vocabulary.means(heard.text, "yes", "send"):
        return await _make_complaint(turn, report)
    if heard.value == STAY or vocabulary.means(heard.text, "no", "cancel"):
        return Finished((Say((line("complete-stays", number=answers["number"]),)),))
    if heard.value == CHANGE or vocabulary.means(heard.text, "change"):
        answers.pop("name", None)
        answers.pop("place", None)
        return Took()
    if vocabulary.means(heard.text, "secret"):
        answers["secret"] = True
        return Took((line("intake-secret-noted"),))
    letter = heard.text.strip()[:1].upper()
    if letter in ("E", "F") and len(heard.text.strip()) == 1:
        answers.pop("name" if letter == "E" else "place", None)
        return Took()
    return Missed((line("review-missed"),))


async def _make_complaint(turn: Turn, report: Report) -> Finished:
    assert turn.talk.case_id is not None
    cases, case = turn.work.cases, await turn.work.cases.locked(turn.talk.case_id)
    if case.kind == Kind.COMPLAINT:
        return Finished((Say((line("complete-is-complaint", number=case.number),), case_id=case.id),))
    case.name, case.organisation, case.address = report.name, report.organisation, report.address
    case.secret, case.service_id = report.secret, report.service_id
    if case.component_by in (READER, CITIZEN):  # what an officer decided meanwhile stays
        case.component = report.component
    judged = report.judged(local_date(case.brought_at), turn.office)
    if judged.reasons:
        await cases.became(case, Kind.SUGGESTION, judged.reasons, by="citizen", why="completed in part")
        return Finished((Say((line("complete-still-suggestion", number=case.number),), case_id=case.id),))
    facts = frozenset({Fact.IDENTITY, Fact.OBJECT, Fact.IN_TIME})  # no reason is left
    changed = changed_kind(Kind.SUGGESTION, Kind.COMPLAINT, by=Actor.CITIZEN, state=State(case.state), facts=facts)
    case.state = changed.state
    await cases.became(case, Kind.COMPLAINT, (), by="citizen", why="identity and object are there")
    await start_clock(turn, case, report.reply_days(turn.office))
    lines = (
        line("complete-done", number=case.number),
        line("complete-counts-from", day=turn.today),
        *due_lines(case),
        *next_lines(turn, case),
    )
    told = await became_complaint(Desk.of(turn), case)
    return Finished((Say(lines, case_id=case.id, purpose="receipt", question=IDLE), *told))


async def _ask_name(turn: Turn, answers: dict[str, Any]) -> Asked:
    """Here the name is what it is all about; leaving it out means staying a suggestion."""
    return _or_stay(await NAME.ask(turn, answers))


async def _ask_place(turn: Turn, answers: dict[str, Any]) -> Asked:
    return _or_stay(await PLACE.ask(turn, answers))


def _or_stay(asked: Asked) -> Asked:
    stay = Option(STAY, line("choice-stay-suggestion"))
    return Asked(asked.lines, tuple(stay if o.value == ANONYMOUS else o for o in asked.options))


async def _read_or_stay(turn: Turn, answers: dict[str, Any], heard: Heard, question: Question) -> Outcome:
    outcome = await question.read(turn, answers, heard) if heard.value != STAY else Took()
    if heard.value == STAY or Report(answers).refuses_identity:
        return Finished((Say((line("complete-stays", number=answers["number"]),)),))
    return outcome


async def _read_name(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    return await _read_or_stay(turn, answers, heard, NAME)


async def _read_place(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    return await _read_or_stay(turn, answers, heard, PLACE)


def _component(case: Case) -> Any:
    return Report({"kind": {"slug": case.component}}).component


COMPLETE = Form(
    "complete",
    1,
    (
        KIND,
        SERVICE,
        Question("name", NAME.open, _ask_name, _read_name, NAME.forget),
        Question("place", PLACE.open, _ask_place, _read_place, PLACE.forget),
        Question("confirm", lambda a: True, ask_confirm, read_confirm),
    ),
)
