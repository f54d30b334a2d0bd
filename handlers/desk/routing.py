"""`jalur N internal|opd UNIT|apip`: the way a case is solved (component 6, point 7), and `eskalasi N`."""

from datetime import date
from typing import Any

from handlers.desk.access import holding, member_of, without_identity
from handlers.desk.apip import request_apip
from handlers.desk.desk import Desk
from handlers.desk.door import unit_of
from handlers.desk.moves import move, to_complainant
from handlers.desk.reports import report_step
from handlers.desk.screen import action, head, head_with, next_steps, route_options
from handlers.desk.studied import core_row
from handlers.desk.words import CHANGE, SEND, Needs, case_of
from handlers.form import Asked, Finished, Form, Heard, Missed, Outcome, Question, Took, begin
from handlers.form import ask as ask_form
from handlers.say import DESK, Option, Quote, Say, line
from handlers.turn import Turn
from messages import vocabulary
from rules.kind import Kind
from rules.lifecycle import Actor, Fact, State
from rules.refused import Refused
from rules.roles import Role
from rules.understanding.days_ahead import day_ahead
from storage.routes import AGENCY, ANSWERED, ENDED, INTERNAL
from storage.tables import Case, Route

_BEFORE_OURS = 3  # working days that an agency's date lies before ours, where there is room
_WITHOUT_DATE = 5  # working days for an agency where we owe no date (a suggestion)
_INTERNAL = ("internal", "dalam", "sendiri", "kantor")
_AGENCY = ("opd", "dinas", "tim", "teknis", "perangkat", "agency")
_APIP = ("apip", "inspektorat")
_ANOTHER = ("lain", "lainnya", "sanes", "another", "else")  # "dinas lain", as the button says, names none


async def route(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """Which way, by the first word behind the number; without one the three are offered."""
    word, _, more = rest.strip().partition(" ")
    said, more = word.casefold().strip(".,:"), more.strip()
    if said in _APIP:
        return await request_apip(turn, case, more)
    me = await holding(turn, case)
    if said in _INTERNAL:
        return await _internal(turn, case, more)
    if said in _AGENCY:
        return await _to_agency(turn, case, "" if more.casefold() in _ANOTHER else more)
    if said:  # "jalur 396 dinkes"
        unit = unit_of(turn.office, rest)
        if any(agency.id == unit for agency in turn.office.profile.agencies):
            return await _to_agency(turn, case, rest)
    if case.state == State.TAKEN:  # says that the study comes first
        await move(Desk.of(turn), case, State.INTERNAL, actor=Actor.OFFICER, by=me.ref)
    return [Say((head(Desk.of(turn), case), line("desk-route-which")), route_options(case), question=DESK)]


# -- internal --------------------------------------------------------------------------------------------------------


async def _internal(turn: Turn, case: Case, more: str) -> list[Say] | Needs:
    """Solved in the office, from the officer up; or back from an agency or APIP with the answer that came on paper."""
    desk, me = Desk.of(turn), member_of(turn)
    came_back = State(case.state) in (State.AGENCY, State.APIP)
    if came_back and not more:
        return Needs(line("desk-ask-answer-on-paper", number=case.number), before="internal")
    facts = (Fact.RECORDED,) if came_back else ()
    await move(desk, case, State.INTERNAL, actor=Actor.OFFICER, by=me.ref, facts=facts)
    if came_back:
        asked = await turn.work.routes.current(case.id)
        if asked is not None:
            await turn.work.routes.end(asked, case, ANSWERED, by=me.id, answer=more)
        await turn.work.cases.add_entry(case, "agency_answer", by=me.ref, body={"text": more}, visibility="internal")
    else:
        await turn.work.routes.begin(case, INTERNAL, asked_by=me.id, reason=more)
    reported = await report_step(desk, case, me, line("step-internal"))
    said = line("desk-route-internal" if reported else "desk-route-internal-alone")
    return [
        Say((head_with(desk, case, said),), next_steps(me, case), question=DESK, case_id=case.id),
        *reported,
    ]


async def escalate(turn: Turn, case: Case, rest: str) -> list[Say]:
    """`eskalasi N [why]`: one step up the ladder, with a written report; the one above answers with a note."""
    desk, me = Desk.of(turn), await holding(turn, case)
    if case.state != State.INTERNAL:
        await move(desk, case, State.INTERNAL, actor=Actor.OFFICER, by=me.ref)
    steps = [r for r in await turn.work.routes.of_case(case.id) if r.kind == INTERNAL and r.unit]
    crew = await desk.crew()
    below = await turn.work.team.get(int(steps[-1].unit or 0)) if steps else me
    above = crew.superior_of(below)
    acting = await desk.superior_of(below, case)
    if above is None or acting is None:
        options = (action("route", case, rest="apip", label="desk-do-route-apip"),)
        return [Say((head(desk, case), line("desk-escalate-top")), options, question=DESK)]
    await turn.work.routes.begin(case, INTERNAL, asked_by=me.id, unit=str(above.id), reason=rest.strip())
    step = line("step-escalated", why=Quote(rest.strip() or "-", 200))
    reported = await report_step(desk, case, me, step, to=acting)
    said = line("desk-escalated", name=acting.name)
    return [Say((head_with(desk, case, said),), case_id=case.id), *reported]


# -- a technical team or an agency -----------------------------------------------------------------------------------


async def _to_agency(turn: Turn, case: Case, more: str) -> list[Say]:
    """Asks for what is missing (which agency, the question), shows what goes and what does not, and sends it."""
    desk, me = Desk.of(turn), member_of(turn)
    if case.state == State.AGENCY:
        asked = await turn.work.routes.current(case.id)
        raise Refused("desk-agency-open", unit=desk.agency_name(asked.unit if asked else None), number=case.number)
    if State(case.state) not in (State.STUDIED, State.INTERNAL):  # says which step comes first
        await move(desk, case, State.AGENCY, actor=Actor.OFFICER, by=me.ref)
    answers: dict[str, Any] = {}
    if more:
        unit, question = _unit_and_question(turn, more)
        answers = {"unit": unit, "question": question}
    begin(turn, TO_AGENCY, answers, case.id)
    return [await ask_form(turn, TO_AGENCY)]


def _unit_and_question(turn: Turn, said: str) -> tuple[str | None, str]:
    """ "dinkes apakah rekomendasi masih wajib?": the agency is named by the first one to five words that name one."""
    words = said.split()
    known = {agency.id for agency in turn.office.profile.agencies}
    for length in range(min(5, len(words)), 0, -1):
        unit = unit_of(turn.office, " ".join(words[:length]))
        if unit in known:
            return unit, " ".join(words[length:]).strip(" :,")
    return (None, "") if len(words) <= 5 else (None, said)


async def _ask_unit(turn: Turn, answers: dict[str, Any]) -> Asked:
    agencies = [agency for agency in turn.office.profile.agencies if not agency.apip][:9]
    return Asked((line("desk-agency-which"),), tuple(Option(agency.id, agency.name) for agency in agencies))


async def _read_unit(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    said = heard.value or heard.text.strip()
    if not said:
        return Missed()
    unit = unit_of(turn.office, said)
    known = any(agency.id == unit for agency in turn.office.profile.agencies)
    if not known and not (await Desk.of(turn).crew()).of_unit(unit):  # never free words: the complainant is told of it
        return Missed((line("desk-agency-unknown"),))
    answers["unit"] = unit
    return Took()


async def _ask_question(turn: Turn, answers: dict[str, Any]) -> Asked:
    desk, case = Desk.of(turn), await case_of(turn)
    due = proposed_due(desk, case)
    unit = desk.agency_name(answers["unit"])
    return Asked((head(desk, case), line("desk-agency-question", unit=unit), line("desk-agency-due", due=due)))


async def _read_question(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    if len(heard.text.split()) < 2:
        return Missed((line("desk-agency-question-missed"),))
    answers["question"] = heard.text.strip()
    return Took()


def proposed_due(desk: Desk, case: Case) -> date:
    """Three working days before our own date; with less room than that half of it, and never before tomorrow."""
    calendar = desk.office.calendar
    clock = case.clocks[-1] if case.clocks else None
    if case.kind == Kind.SUGGESTION or clock is None:
        return calendar.working_day(desk.today, _WITHOUT_DATE)
    room = calendar.working_days_between(desk.today, clock.due)
    ahead = room - _BEFORE_OURS if room > _BEFORE_OURS + 1 else max(1, room // 2)
    return calendar.working_day(desk.today, ahead)


def _date_before_ours(case: Case, due: date) -> bool:
    """The agency's date lies before ours; once ours is over, any date is as good."""
    clock = case.clocks[-1] if case.clocks else None
    return case.kind == Kind.SUGGESTION or clock is None or due < clock.due


def _room_before_ours(desk: Desk, case: Case) -> bool:
    """Whether a working day lies between today and our own date; without one any date is as good."""
    return desk.office.calendar.next_working_day(desk.today) < case.clocks[-1].due


async def _ask_sending(turn: Turn, answers: dict[str, Any]) -> Asked:
    desk, case = Desk.of(turn), await case_of(turn)
    due = date.fromisoformat(answers["due"]) if answers.get("due") else proposed_due(desk, case)
    unit = desk.agency_name(answers["unit"])
    files = len(await turn.work.attachments.of_case(case.id))
    letter = "" if (await desk.crew()).of_unit(answers["unit"]) else "-letter"
    lines = (
        line(f"desk-row-agency-to{letter}", unit=unit, due=due),
        line("quoted", text=without_identity(case, answers["question"])),
        line("desk-row-agency-with", count=0 if case.secret else files),
        line("desk-row-agency-without"),
        line("desk-agency-send"),
    )
    return Asked(lines, (Option(SEND, line("choice-send")), Option(CHANGE, line("choice-change"))))


async def _read_sending(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    if heard.value == CHANGE or (heard.value is None and vocabulary.means(heard.text, "change")):
        answers["question"] = ""
        return Took()
    if heard.value == SEND or vocabulary.means(heard.text, "send", "yes"):
        return await _sent_to_agency(turn, answers)
    if vocabulary.means(heard.text, "no"):
        return Finished((Say((line("desk-not-sent"),)),))
    due = day_ahead(heard.text, turn.today)
    if due is None or due <= turn.today:
        return Missed((line("desk-agency-send-or-date"),))
    case = await case_of(turn)
    if not _date_before_ours(case, due) and _room_before_ours(Desk.of(turn), case):
        raise Refused("life-needs-earlier-date")
    answers["due"] = due.isoformat()
    return Took()


async def _sent_to_agency(turn: Turn, answers: dict[str, Any]) -> Finished:
    desk, case = Desk.of(turn), await case_of(turn)
    me = await holding(turn, case)
    due = date.fromisoformat(answers["due"]) if answers.get("due") else proposed_due(desk, case)
    facts = {Fact.QUESTION}
    if _date_before_ours(case, due) or not _room_before_ours(desk, case):
        facts.add(Fact.DATE_BEFORE_OURS)
    await move(desk, case, State.AGENCY, actor=Actor.OFFICER, by=me.ref, facts=facts)
    unit, question = answers["unit"], answers["question"]
    for earlier in await turn.work.routes.of_case(case.id):
        if earlier.kind == INTERNAL and earlier.status == "open":
            await turn.work.routes.end(earlier, case, ENDED, by=me.id)
    asked = await turn.work.routes.begin(case, AGENCY, asked_by=me.id, unit=unit, due=due, question=question)
    says = [Say((head_with(desk, case, line("desk-agency-sent", unit=desk.agency_name(unit), due=due)),))]
    says += await tell_agency(desk, case, asked)
    told = line("news-asked-agency", number=case.number, unit=desk.agency_name(unit))
    owed = case.kind == Kind.COMPLAINT and case.clocks
    lines = (told, line("news-our-date", due=case.clocks[-1].due)) if owed else (told,)
    return Finished((*says, *await to_complainant(desk, case, lines)))


async def tell_agency(desk: Desk, case: Case, asked: Route) -> list[Say]:
    """What that agency's people are asked: the core, the question, files; never who complains of a secret case."""
    files = () if case.secret else tuple(await desk.work.attachments.of_case(case.id))
    lines = (
        line("desk-agency-asked", number=case.number, office=desk.office.profile.short_name),
        await core_row(desk, case),
        line("quoted", text=without_identity(case, str(asked.said.get("question", "")))),
        line("desk-agency-answer-by", due=asked.due),
    )
    options = (action("reply", case, label="desk-do-answer"), action("refuse", case, label="desk-do-not-ours"))
    says: list[Say] = []
    for member in (await desk.crew()).of_unit(asked.unit or ""):
        if Role.HEAD not in member.roles:
            says += await desk.tell(member, lines, options, case=case, files=files, nameless=True)
    return says


def _forget_question(answers: dict[str, Any]) -> None:
    answers["question"] = ""


TO_AGENCY = Form(
    "desk_to_agency",
    1,
    (
        Question("unit", lambda a: not a.get("unit"), _ask_unit, _read_unit),
        Question("question", lambda a: not a.get("question"), _ask_question, _read_question, _forget_question),
        Question("sending", lambda a: True, _ask_sending, _read_sending),
    ),
)
