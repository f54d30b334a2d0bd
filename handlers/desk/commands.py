"""The desk's commands: which word does what, for whom. Rights are checked here and nowhere else.

A command that is not among somebody's rights does not exist for them: the message is heard as anybody's.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from handlers.desk import (
    agency,
    apip,
    classify,
    conflicts,
    ending,
    queue,
    recording,
    reports,
    routing,
    study,
    take,
    talking,
    team,
)
from handlers.desk.access import case_for, member_of
from handlers.desk.desk import DESK, Desk
from handlers.desk.door import redeemed
from handlers.desk.screen import action, route_options
from handlers.desk.words import Needs
from handlers.form import Asked, Finished, Form, Heard, Missed, Outcome, Question, begin, end, heard_in
from handlers.form import ask as ask_form
from handlers.say import Line, Say, line
from handlers.turn import Turn
from messages import desk_vocabulary
from messages.desk_vocabulary import begins_with_number, desk_command
from rules.number import RegisterNumber, find_number, staff_number
from rules.refused import Refused
from rules.roles import Right, rights_of
from storage.tables import Case

OnCase = Callable[[Turn, Case, str], Awaitable[list[Say] | Needs]]
Alone = Callable[[Turn, str], Awaitable[list[Say]]]
# What is to be done first, by what was refused without it.
_FIRST = {
    "life-needs-taking": "take",
    "desk-nobody-holds": "take",
    "life-needs-study": "study",
    "life-needs-route": "route",
}
_CLOSED = ("confirm", "look")  # questions of the desk that no free words answer
_SHOWN = "case"  # among the answers of an idle talk: the case that was shown last


@dataclass(frozen=True, slots=True)
class Command:
    """`rights`: whoever has one of them may; `on_case` does it to a case, `alone` without one."""

    rights: frozenset[Right]
    on_case: OnCase | None = None
    alone: Alone | None = None


def _for(*rights: Right, on_case: OnCase | None = None, alone: Alone | None = None) -> Command:
    return Command(frozenset(rights), on_case, alone)


async def _reply(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`balas` by whoever holds the case goes to the complainant; by whoever was asked, to the holder."""
    foreign = (await Desk.of(turn).crew()).is_foreign(member_of(turn))
    return await (agency.answer if foreign else talking.reply)(turn, case, rest)


async def _refuse(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`tolak` by an agency's people: not theirs; by a head: no APIP."""
    return await (agency.decline if Right.ANSWER in rights_of(member_of(turn).roles) else apip.refuse)(turn, case, rest)


_ANYBODY = tuple(Right)
COMMANDS: dict[str, Command] = {
    "queue": _for(Right.SEE, Right.ANSWER, alone=queue.queue),
    "record": _for(Right.WORK, alone=recording.record),
    "search": _for(Right.SEE, alone=queue.search),
    "case": _for(Right.SEE, Right.ANSWER, on_case=take.show),
    "history": _for(Right.SEE, on_case=take.history),
    "files": _for(Right.SEE, on_case=take.files),
    "sheet": _for(Right.SEE, on_case=reports.sheet),
    "take": _for(Right.WORK, on_case=take.take, alone=take.take_first),
    "hand_over": _for(Right.WORK, Right.ASSIGN, on_case=take.hand_over),
    "classify": _for(Right.WORK, on_case=classify.classify),
    "service": _for(Right.WORK, on_case=classify.set_service),
    "study": _for(Right.WORK, on_case=study.study),
    "study_look": _for(Right.SEE, on_case=apip.look_at_study),
    "route": _for(Right.WORK, Right.DECIDE, on_case=routing.route),
    "escalate": _for(Right.WORK, on_case=routing.escalate),
    "ask": _for(Right.WORK, on_case=talking.ask),
    "note": _for(Right.SEE, Right.ANSWER, on_case=talking.note),
    "reply": _for(Right.WORK, Right.ANSWER, on_case=_reply),
    "finish": _for(Right.WORK, on_case=ending.finish),
    "refer": _for(Right.WORK, on_case=ending.refer),
    "restore": _for(Right.WORK, on_case=ending.restore),
    "suggest": _for(Right.WORK, on_case=ending.suggest),
    # Whoever asked is told that somebody else decides, so they are heard with it, too.
    "approve": _for(Right.DECIDE, Right.WORK, on_case=apip.approve),
    "refuse": _for(Right.DECIDE, Right.ANSWER, on_case=_refuse),
    "other_head": _for(Right.DECIDE, on_case=apip.other_head),
    "conflict": _for(Right.ASSIGN, on_case=conflicts.decide),
    "team": _for(Right.TEAM, alone=team.team),
    "invite": _for(Right.INVITE, alone=team.invite_by_chat),
    "remove": _for(Right.INVITE, alone=team.remove),
    "leave": _for(*_ANYBODY, alone=team.leave),
    "back": _for(*_ANYBODY, alone=team.back),
    "help": _for(*_ANYBODY, alone=team.guide),
}


def command_of(turn: Turn, meaning: str) -> Command | None:
    """The command, when it exists for whoever writes."""
    command = COMMANDS.get(meaning)
    if command is None or turn.member is None:
        return None
    return command if command.rights & rights_of(turn.member.roles) else None


async def heard_at_desk(turn: Turn, form: Form | None, text: str) -> list[Say] | None:
    """What the message does at the desk; None when it is nothing of the desk's.

    Beside a report of their own only what carries a number is a command; the report stays open. Inside a question of
    the desk its answers come first: there only a number, or a command that is the whole message, is no answer.
    """
    if (said := await redeemed(turn, text)) is not None:
        return said
    spoken = desk_command(text) if turn.member is not None else None
    command = command_of(turn, spoken.meaning) if spoken else None
    if spoken is None or (form is not None and heard_in(turn, text).value is not None):
        return None
    in_words = form is not None and form.name in DESK_FORMS and turn.talk.asked not in _CLOSED
    if in_words and spoken.rest and not begins_with_number(spoken.rest):
        return None
    if command is None:  # not theirs: as if there were no such word, and no question for a code because of its number
        return [Say((line("desk-unknown"),))] if form is None else None
    if desk_vocabulary.takes(spoken.meaning) == "number":
        return await _numbered(turn, form, spoken.meaning, spoken.rest)
    if form is not None and form.name not in DESK_FORMS:
        return None
    if command.alone is None:
        return None
    return await _run_alone(turn, form, spoken.meaning, spoken.rest)


async def _numbered(turn: Turn, form: Form | None, meaning: str, rest: str) -> list[Say] | None:
    """A command about a case: the one whose number follows, whose message is quoted, or that was shown last."""
    found = staff_number(rest, turn.office.profile.prefix, turn.today.year) if rest else None
    in_front = found is not None and rest.lstrip(" #").startswith(found.said)
    if found is not None and (in_front or found.number is not None):
        if found.number is None:
            return [Say((line("number-wrong-check", prefix=turn.office.profile.prefix),))]
        words = rest.replace(found.said, "", 1).strip(" :,-\n")
        return await _run_on(turn, form, meaning, found.number, words)
    if form is not None:
        return None
    if not rest and COMMANDS[meaning].alone is not None:
        return await _run_alone(turn, form, meaning, rest)
    number = await _quoted(turn) or _shown_last(turn)
    if number is None:
        word = desk_vocabulary.first_word(meaning)
        return [Say((line("desk-which-case", word=word),))]
    return await _run_on(turn, form, meaning, number, rest)


async def _quoted(turn: Turn) -> RegisterNumber | None:
    ref = turn.inbound.refers_to
    case_id = await turn.work.outbox.case_of_message(turn.contact.id, ref) if ref else None
    if case_id is None:
        return None
    found = find_number(await turn.work.cases.number_of(case_id), turn.office.profile.prefix)
    return found.number if found else None


def _shown_last(turn: Turn) -> RegisterNumber | None:
    kept = turn.talk.answers.get(_SHOWN)
    found = find_number(str(kept), turn.office.profile.prefix) if kept else None
    return found.number if found else None


async def pressed_at_desk(turn: Turn, form: Form | None, value: str) -> list[Say]:
    """A button of the desk does what the command would: `take:ADU-2026-00381-0`, `queue::saran`."""
    meaning, _, more = value.partition(":")
    number, _, rest = more.partition(":")
    command = command_of(turn, meaning)
    if command is None or (form is not None and form.name not in DESK_FORMS):
        return [Say((line("button-old"),))]
    if not number:
        return await _run_alone(turn, form, meaning, rest)
    found = find_number(number, turn.office.profile.prefix)
    if found is None or found.number is None:
        return [Say((line("button-old"),))]
    return await _run_on(turn, form, meaning, found.number, rest)


# -- doing it --------------------------------------------------------------------------------------------------------


async def _run_alone(turn: Turn, form: Form | None, meaning: str, rest: str) -> list[Say]:
    command = COMMANDS[meaning]
    if command.alone is None:
        return [Say((line("button-old"),))]
    left = _leave(turn, form)
    try:
        says = await command.alone(turn, rest)
    except Refused as refused:
        says = [_refusal(refused)]
    return _after(left, says)


async def _run_on(turn: Turn, form: Form | None, meaning: str, number: RegisterNumber, rest: str) -> list[Say]:
    command = COMMANDS[meaning]
    if command.on_case is None:
        return [Say((line("button-old"),))]
    beside = form is not None and form.name not in DESK_FORMS
    left = [] if beside else _leave(turn, form)
    case: Case | None = None
    try:
        case = await case_for(turn, number)
        done = await command.on_case(turn, case, rest)
    except Refused as refused:
        return _after(left, [_refusal(refused, case)])
    if isinstance(done, Needs):
        if beside:
            return [Say((done.asked,)), await ask_form(turn, form)]  # type: ignore[arg-type]
        before = {"meaning": meaning, "number": case.number, "before": done.before, "asked": _plain(done.asked)}
        begin(turn, MISSING, before, case.id)
        return _after(left, [await ask_form(turn, MISSING)])
    if beside and turn.talk.form == (form.name if form else ""):
        return [*done, await ask_form(turn, form)]  # type: ignore[arg-type]
    if not turn.talk.form:
        turn.talk.answers = {**turn.talk.answers, _SHOWN: case.number}
    return _after(left, done)


def _plain(asked: Line) -> dict[str, Any]:
    return {"id": asked.id, "values": {name: str(value) for name, value in asked.values.items()}}


def _leave(turn: Turn, form: Form | None) -> list[Line]:
    """An open form of the desk gives way to the next command; a text that was about to go is named."""
    if form is None:
        return []
    unsent = form.name in _UNSENT and turn.talk.answers.get("text")
    end(turn)
    return [line("desk-left-unsent")] if unsent else []


def _after(left: list[Line], says: list[Say]) -> list[Say]:
    return [says[0].after(*left), *says[1:]] if left and says else says


def _refusal(refused: Refused, case: Case | None = None) -> Say:
    """Why not, and the step that comes first as a button."""
    said = line(refused.message_id, **refused.values)
    first = _FIRST.get(refused.message_id)
    if case is None or first is None:
        return Say((said,))
    options = route_options(case) if first == "route" else (action(first, case),)
    return Say((said,), options, question=DESK, case_id=case.id)


async def unknown_at_desk(turn: Turn, heard: Heard) -> list[Say]:
    """Words of staff that are no command. Nothing is made of them; how to report as a citizen is told."""
    if turn.attachments:
        return [Say((line("desk-files-for-which"),))]
    return [Say((line("desk-unknown"),))] if heard.text.strip() else []


# -- a command that lacks its words ----------------------------------------------------------------------------------


async def _ask_missing(turn: Turn, answers: dict[str, Any]) -> Asked:
    asked = answers["asked"]
    return Asked((line(asked["id"], **asked["values"]),))


async def _read_missing(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    if not heard.text.strip():
        return Missed()
    words = f"{answers['before']} {heard.text}".strip()
    found = find_number(answers["number"], turn.office.profile.prefix)
    assert found is not None
    assert found.number is not None
    number, meaning = found.number, answers["meaning"]

    async def then() -> list[Say]:
        return await _run_on(turn, None, meaning, number, words)

    return Finished((), then=then)


MISSING = Form("desk_words", 1, (Question("words", lambda a: True, _ask_missing, _read_missing),))
FORMS_OF_THE_DESK = (
    MISSING,
    study.STUDY,
    routing.TO_AGENCY,
    talking.QUESTION,
    talking.REPLY,
    talking.ACKNOWLEDGEMENT,
    ending.REFERRAL,
    recording.RECORD,
    agency.ANSWER,
)
DESK_FORMS = frozenset(form.name for form in FORMS_OF_THE_DESK)
_UNSENT = DESK_FORMS - {MISSING.name, study.STUDY.name, recording.RECORD.name}
