"""`telaah N`: the officer's study of a case (component 6, point 6): core, rule, what is on file, plan, parties.

Kept on the case with every answer, so that nothing is lost when the officer is called away; editable at any time.
"""

import re
from collections.abc import Mapping
from typing import Any

from handlers.desk.access import holding, member_of, without_identity
from handlers.desk.desk import Desk
from handlers.desk.moves import move
from handlers.desk.reports import report_step
from handlers.desk.screen import head, next_steps, on_file, route_options
from handlers.desk.studied import study_rows
from handlers.desk.words import case_of
from handlers.form import Asked, Finished, Form, Heard, Missed, Outcome, Question, Took, begin
from handlers.form import ask as ask_form
from handlers.intake.matter import component_name
from handlers.say import DESK, Line, Option, Quote, Say, line
from handlers.similar import Alike
from handlers.speak import in_words
from handlers.turn import Turn
from messages import vocabulary
from messages.speech import LANGUAGES, Words
from rules.breach import Breach
from rules.components import Component
from rules.lifecycle import Actor, Fact, State
from rules.number import find_number
from rules.refused import Refused
from storage.tables import Case, Staff

PLANS = ("clarify", "confirm", "examine", "investigate")  # 6d: klarifikasi, konfirmasi, penelitian, investigasi
FIELDS = ("core", "rule", "before", "plan", "parties")
_STUDIED = (State.TAKEN, State.STUDIED, State.INTERNAL, State.AGENCY, State.APIP_REQUESTED, State.APIP)
_RULES_OFFERED = 5
_QUOTED = 90


async def study(turn: Turn, case: Case, rest: str) -> list[Say]:
    """Begin the study, go on where it stopped, or look at it and change a part."""
    await holding(turn, case)
    if State(case.state) not in _STUDIED:
        raise Refused("life-not-allowed")
    kept = await turn.work.cases.latest_entry(case.id, "study")
    answers: dict[str, Any] = dict((kept.body or {}) if kept else {})
    answers["editing"] = _is_complete(answers)
    begin(turn, STUDY, answers, case.id)
    return [await ask_form(turn, STUDY)]


# -- 6a: the core ----------------------------------------------------------------------------------------------------


async def _ask_core(turn: Turn, answers: dict[str, Any]) -> Asked:
    case = await case_of(turn)
    core = _proposed_core(Desk.of(turn), case)
    answers["proposed"] = core
    return Asked(
        (line("study-core-ask"), line("study-core-proposed", core=core)), (Option("use", line("choice-use-proposed")),)
    )


def _proposed_core(desk: Desk, case: Case) -> str:
    """A sentence to begin with, in the language of the file: what was promised and is not kept, or what is told."""
    words = Words("id")
    service = desk.office.catalogue.get(case.service_id)
    name = service.name() if service else in_words(line("desk-service-unknown"), words)
    late = next((b for b in map(Breach.from_plain, case.breach) if b.breached and b.unit == "working"), None)
    if late is not None:
        return in_words(line("study-core-late", service=name, promised=late.promised), words)
    component = component_name(Component(case.component))
    told = Quote(without_identity(case, case.story or "-"), _QUOTED)  # others read the core who may not know the name
    return in_words(line("study-core-told", service=name, component=component, told=told), words)


async def _read_core(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    if heard.value == "use" or vocabulary.means(heard.text, "yes", "send"):
        answers["core"] = answers["proposed"]
    elif len(heard.text.split()) < 2 or _is_aside(heard.text):
        return Missed((line("study-core-missed"),))
    else:
        answers["core"] = heard.text.strip()
    return await _kept(turn, answers)


# -- 6b: the rule ----------------------------------------------------------------------------------------------------


def rules_offered(desk: Desk, case: Case) -> list[str]:
    """What the standard of that service says, the components that are complained about first."""
    service = desk.office.catalogue.get(case.service_id)
    standard = service.standard if service else None
    if standard is None:
        return []
    words = Words("id")
    second = [Component(case.second_component)] if case.second_component else []
    wanted = [Component(case.component), *second, Component.PROCEDURE, Component.LEGAL_BASIS]
    offered = []
    for component in dict.fromkeys(wanted):
        items = standard.components.get(component, ())
        if not items:
            continue
        first = Quote("; ".join(items), _QUOTED)
        name = component_name(component)
        offered.append(in_words(line("study-rule", number=standard.number or "-", component=name, text=first), words))
    return offered[:_RULES_OFFERED]


async def _ask_rule(turn: Turn, answers: dict[str, Any]) -> Asked:
    offered = rules_offered(Desk.of(turn), await case_of(turn))
    answers["rules"] = offered
    if not offered:
        return Asked((line("study-rule-ask-free"),))
    options = tuple(Option(str(i), text) for i, text in enumerate(offered))
    return Asked((line("study-rule-ask"),), (*options, Option("other", line("choice-other-rule"), number=0)))


async def _read_rule(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    if heard.value == "other":
        return Missed((line("study-rule-write"),)) if not heard.text.strip() else await _rule(turn, answers, heard.text)
    if heard.value is not None and heard.value.isdecimal():
        chosen = answers.get("rules", [])[int(heard.value)]
        more = f"; {heard.text.strip()}" if heard.text.strip() else ""
        return await _rule(turn, answers, chosen + more)
    if not heard.text.strip() or _is_aside(heard.text):
        return Missed((line("study-rule-write"),))
    return await _rule(turn, answers, heard.text)


async def _rule(turn: Turn, answers: dict[str, Any], text: str) -> Outcome:
    answers["rule"] = text.strip()
    return await _kept(turn, answers)


# -- 6c: what is on file ---------------------------------------------------------------------------------------------


async def _ask_before(turn: Turn, answers: dict[str, Any]) -> Asked:
    case = await case_of(turn)
    me = member_of(turn)
    found = (await on_file(Desk.of(turn), me, case))[:3]
    answers["found"] = [one.case.number for one in found]
    if not found:
        return Asked((line("study-before-none"),), (Option("none", line("choice-nothing-before")),))
    rows = [_found_row(me, one) for one in found]
    options = (Option("tie", line("choice-tie")), Option("none", line("choice-not-related")))
    return Asked((line("study-before-ask"), *rows), options)


def _found_row(me: Staff, one: Alike) -> Line:
    state = line(f"state-{one.case.state.replace('_', '-')}")
    known = not one.case.secret or one.case.holder_id == me.id  # or it would tell who a secret complainant is
    same = "-same-person" if one.same_person and known else ""
    return line(f"desk-row-found{same}", number=one.case.number, state=state)


async def _read_before(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    said = heard.text.strip()
    first, _, rest = said.partition(".")
    named = find_number(said, turn.office.profile.prefix, turn.today.year)
    if heard.value == "tie" or vocabulary.means(first, "yes") or _is_label(first, "choice-tie"):
        comment = rest.strip() if heard.value is None else said
        answers["before"] = {"numbers": answers.get("found", []), "text": comment}
    elif heard.value == "none" or vocabulary.means(said, "no", "skip"):
        answers["before"] = {"numbers": [], "text": said if heard.value == "none" else ""}
    elif named is not None and named.number is not None:
        answers["before"] = {"numbers": [str(named.number)], "text": said}
    elif said and not _is_aside(said):
        answers["before"] = {"numbers": [], "text": said}
    else:
        return Missed()
    return await _kept(turn, answers)


# -- 6d, 6e: the plan, and with whom ---------------------------------------------------------------------------------


async def _ask_plan(turn: Turn, answers: dict[str, Any]) -> Asked:
    return Asked((line("study-plan-ask"),), tuple(Option(plan, line(f"plan-{plan}")) for plan in PLANS))


async def _read_plan(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    plan, more = heard.value, heard.text.strip()
    numbered = re.match(rf"([1-{len(PLANS)}])\b[.,)]?\s*", more) if plan is None else None
    if numbered:  # "2 ke bagian penerbitan"
        plan, more = PLANS[int(numbered[1]) - 1], more[numbered.end() :]
    if plan is None:
        first, _, rest = more.partition(" ")
        plan = next((name for name in PLANS if _is_label(first, f"plan-{name}")), None)
        more = rest.strip() if plan else more
    if plan is None:
        return Missed((line("study-plan-missed"),))
    answers["plan"] = plan
    if more:
        answers["parties"] = more
    return await _kept(turn, answers)


def _is_label(said: str, message_id: str) -> bool:
    """Whether a word is (the first word of) that label, in any language that the desk is spoken in."""
    word = said.casefold().strip(" .,:")
    labels = (in_words(line(message_id), Words(language)).casefold() for language in LANGUAGES)
    return bool(word) and any(word in (label, label.split()[0]) for label in labels)


def _is_aside(said: str) -> bool:
    """A question back, a word about what was just done, a single letter or figure: no part of a study."""
    text = said.strip()
    if text.endswith("?") or len(text) < 2 or text.isdecimal() or _is_label(text, "choice-study-done"):
        return True
    first = " ".join(text.split()[:2])
    aside = ("change", "small_talk", "no_answer", "yes", "unknown", "send")
    return vocabulary.means(text, *aside) is not None or vocabulary.means(first, "change") is not None


async def _ask_parties(turn: Turn, answers: dict[str, Any]) -> Asked:
    return Asked((line("study-parties-ask"),), (Option("none", line("choice-nobody")),))


async def _read_parties(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    nobody = heard.value == "none" or vocabulary.means(heard.text, "no", "skip") is not None
    if not nobody and (not heard.text.strip() or _is_aside(heard.text)):
        return Missed()
    answers["parties"] = in_words(line("study-parties-none"), Words("id")) if nobody else heard.text.strip()
    return await _kept(turn, answers)


# -- looking at it, and the end --------------------------------------------------------------------------------------


async def _ask_look(turn: Turn, answers: dict[str, Any]) -> Asked:
    case = await case_of(turn)
    rows = study_rows(answers)
    done = Option("done", line("choice-study-done"))
    return Asked((head(Desk.of(turn), case), *rows, line("study-change-which")), (done,))


async def _read_look(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    letter = heard.text.strip()[:1].upper()
    if heard.value == "done" or vocabulary.means(heard.text, "send", "yes", "no"):
        return await _done(turn, answers)
    if letter in "ABCDE" and letter and len(heard.text.strip()) == 1:
        field = FIELDS["ABCDE".index(letter)]
        answers[field] = None
        return Took()
    return Missed((line("study-change-which"),))


async def _done(turn: Turn, answers: Mapping[str, Any]) -> Finished:
    case = await case_of(turn)
    desk, me = Desk.of(turn), await holding(turn, case)
    if case.state == State.TAKEN:
        await move(desk, case, State.STUDIED, actor=Actor.OFFICER, by=me.ref, facts=(Fact.STUDY_FILLED,))
    if case.state == State.STUDIED:
        lines = (*study_rows(answers), line("study-kept", number=case.number))
        return Finished((Say(lines, route_options(case), question=DESK),))
    reported = await report_step(desk, case, me, line("step-study-changed")) if case.state == State.INTERNAL else []
    said = Say((line("study-kept-edited", number=case.number),), next_steps(me, case), question=DESK)
    return Finished((said, *reported))


def _is_complete(body: Mapping[str, Any] | None) -> bool:
    return body is not None and all(body.get(field) for field in FIELDS)


async def _kept(turn: Turn, answers: Mapping[str, Any]) -> Outcome:
    """Write the study on the case as far as it goes: one entry while it is being filled in. Done with the last part."""
    case = await case_of(turn)
    me = await holding(turn, case)
    body = {field: answers.get(field) for field in FIELDS}
    kept = await turn.work.cases.latest_entry(case.id, "study")
    if kept is not None and kept.by == me.ref and not _is_complete(kept.body):
        kept.body = body
        turn.work.cases.note("study_continued", case, by=me.ref)
    else:
        await turn.work.cases.add_entry(case, "study", by=me.ref, body=body, visibility="internal")
    complete = _is_complete(body) and not answers.get("editing")
    return await _done(turn, answers) if complete else Took()


def _open(field: str) -> Any:
    return lambda answers: not answers.get(field)


def _forget(field: str) -> Any:
    def forget(answers: dict[str, Any]) -> None:
        answers[field] = None

    return forget


STUDY = Form(
    "desk_study",
    1,
    (
        Question("core", _open("core"), _ask_core, _read_core, _forget("core")),
        Question("rule", _open("rule"), _ask_rule, _read_rule, _forget("rule")),
        Question("before", _open("before"), _ask_before, _read_before, _forget("before")),
        Question("plan", _open("plan"), _ask_plan, _read_plan, _forget("plan")),
        Question("parties", _open("parties"), _ask_parties, _read_parties, _forget("parties")),
        Question("look", lambda a: True, _ask_look, _read_look),
    ),
)
