"""What staff write at the desk, and the buttons they press: found in the table, and done. Rights are checked here and
nowhere else.

A command that is not among somebody's rights does not exist for them: the message is heard as anybody's.
"""

from typing import Any

from handlers.desk import (
    agency,
    closing_days,
    delayed,
    ending,
    merging,
    recording,
    routing,
    study,
    talking,
)
from handlers.desk.access import case_for, member_of
from handlers.desk.door import redeemed
from handlers.desk.screen import action, route_options
from handlers.desk.table import COMMANDS, Command
from handlers.desk.words import Needs
from handlers.form import Asked, Finished, Form, Heard, Missed, Outcome, Question, begin, end, heard_in
from handlers.form import ask as ask_form
from handlers.say import DESK, Line, Option, Say, line
from handlers.speak import in_words, words_for
from handlers.turn import Turn
from messages import desk_vocabulary, vocabulary
from messages.desk_vocabulary import begins_with_number, desk_command
from rules.number import RegisterNumber, find_number, staff_number
from rules.refused import Refused
from rules.roles import Right
from storage.tables import Case

# What is to be done first, by what was refused without it.
_FIRST = {
    "life-needs-taking": "take",
    "desk-nobody-holds": "take",
    "life-needs-study": "study",
    "life-needs-route": "route",
}
_AN_ANSWER = 3  # words from which what an agency writes may be its answer
_CLOSED = ("confirm", "look")  # questions of the desk that no free words answer
_SHOWN = "case"  # among the answers of an idle talk: the case that was shown last


def command_of(turn: Turn, meaning: str) -> Command | None:
    """The command, when it exists for whoever writes."""
    command = COMMANDS.get(meaning)
    if command is None or turn.member is None:
        return None
    return command if command.rights & turn.member.rights else None


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
    if in_words and spoken.rest and not _is_surely_a_command(turn, text, spoken.rest):
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


def _is_surely_a_command(turn: Turn, text: str, rest: str) -> bool:
    """Where words are asked for, "catatan 1 lembar KTP" is words: there a command has a slash, the whole number, or
    nothing behind the number.
    """
    if not begins_with_number(rest):
        return False
    found = staff_number(rest, turn.office.profile.prefix, turn.today.year)
    whole = found is not None and not found.said.strip(" #").isdecimal()
    return text.lstrip().startswith("/") or whole or (found is not None and found.said.strip() == rest.strip())


async def _numbered(turn: Turn, form: Form | None, meaning: str, rest: str) -> list[Say] | None:
    """A command about a case: the one whose number follows, whose message is quoted, or that was shown last."""
    found = staff_number(rest, turn.office.profile.prefix, turn.today.year) if rest else None
    in_front = found is not None and rest.lstrip(" #").startswith(found.said)
    if found is not None and (in_front or found.number is not None):
        if found.number is None:
            return [Say((line("number-wrong-check", prefix=turn.office.profile.prefix),))]
        words = desk_vocabulary.without_number(rest, found.said)
        return await run_on(turn, form, meaning, found.number, words)
    if form is not None:
        return None
    if not rest and COMMANDS[meaning].alone is not None:
        return await _run_alone(turn, form, meaning, rest)
    number = await _quoted(turn) or await _waiting_for(turn, meaning) or _shown_last(turn)
    if number is None:
        word = desk_vocabulary.first_word(meaning)
        return [Say((line("desk-which-case", word=word),))]
    return await run_on(turn, form, meaning, number, rest)


async def _quoted(turn: Turn) -> RegisterNumber | None:
    ref = turn.inbound.refers_to
    case_id = await turn.work.outbox.case_of_message(turn.contact.id, ref) if ref else None
    if case_id is None:
        return None
    found = find_number(await turn.work.cases.number_of(case_id), turn.office.profile.prefix)
    return found.number if found else None


async def _waiting_for(turn: Turn, meaning: str) -> RegisterNumber | None:
    """ "setujui" alone: the one request that waits for a decision, if it is one."""
    if meaning not in ("approve", "refuse") or Right.DECIDE not in member_of(turn).rights:
        return None
    waiting = await turn.work.routes.waiting()
    if len(waiting) != 1:
        return None
    found = find_number(await turn.work.cases.number_of(waiting[0].case_id), turn.office.profile.prefix)
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
    return await run_on(turn, form, meaning, found.number, rest)


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


async def run_on(turn: Turn, form: Form | None, meaning: str, number: RegisterNumber, rest: str) -> list[Say]:
    command = COMMANDS[meaning]
    if command.on_case is None:
        return [Say((line("button-old"),))]
    beside = form is not None and form.name not in DESK_FORMS
    left = [] if beside else _leave(turn, form)
    kept = (dict(turn.talk.answers), turn.talk.case_id, turn.talk.instance)
    case: Case | None = None
    try:
        case = await case_for(turn, number)
        done = await command.on_case(turn, case, rest)
    except Refused as refused:
        return _after(left, [_refusal(refused, case)])
    if isinstance(done, Needs):
        if form is not None and beside:
            return [Say((line("desk-report-first"),)), await ask_form(turn, form)]
        words = words_for(turn.contact)
        answers = {
            "meaning": meaning,
            "number": case.number,
            "before": done.before,
            "asked": _plain(done.asked),
            "options": [[option.value, in_words(option.label, words)] for option in done.options],
        }
        begin(turn, MISSING, answers, case.id)
        return _after(left, [await ask_form(turn, MISSING)])
    if form is not None and beside:
        if turn.talk.form == form.name:
            return [*done, await ask_form(turn, form)]
        _put_back(turn, form, kept)  # the command asks something itself: a report of one's own comes first
        return [Say((line("desk-report-first"),)), await ask_form(turn, form)]
    if not turn.talk.form:
        turn.talk.answers = {**turn.talk.answers, _SHOWN: case.number}
    return _after(left, done)


def _put_back(turn: Turn, form: Form, kept: tuple[dict[str, Any], int | None, str]) -> None:
    """The report that was open stays as it was."""
    talk = turn.talk
    talk.form, talk.form_version, (talk.answers, talk.case_id, talk.instance) = form.name, form.version, kept


def _plain(asked: Line) -> dict[str, Any]:
    return {"id": asked.id, "values": {name: str(value) for name, value in asked.values.items()}}


def _leave(turn: Turn, form: Form | None) -> list[Line]:
    """An open form of the desk gives way to the next command; a text that was about to go is named."""
    if form is None:
        return []
    unsent = form.name in _UNSENT and turn.talk.answers.get("text")
    unfinished = form.name != study.STUDY.name  # a study is kept with every answer
    number = turn.talk.answers.get("number")
    end(turn)
    if unsent:
        return [line("desk-left-unsent")]
    return [line("desk-left-unfinished", number=number)] if unfinished and number else []


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
    text, member = heard.text.strip(), member_of(turn)
    if not text:
        return []
    number = staff_number(text, turn.office.profile.prefix, turn.today.year)
    if number is not None and number.number is not None and number.said.strip() == text:
        return await run_on(turn, None, "case", number.number, "")
    if member.foreign and len(text.split()) >= _AN_ANSWER:
        asked = await turn.work.routes.open_at(member.unit or "")
        if len(asked) == 1:  # what the only question is answered with; shown before it goes
            number = find_number(await turn.work.cases.number_of(asked[0].case_id), turn.office.profile.prefix)
            if number is not None and number.number is not None:
                return await run_on(turn, None, "reply", number.number, text)
    options = [Option("queue::", line("desk-do-queue")), Option("help::", line("desk-do-help"))]
    if (shown := _shown_last(turn)) is not None:
        options.insert(0, Option(f"case:{shown}", line("desk-do-open-this", running=shown.running)))
    return [Say((line("desk-unknown"),), tuple(options), question=DESK)]


# -- a command that lacks its words ----------------------------------------------------------------------------------


async def _ask_missing(turn: Turn, answers: dict[str, Any]) -> Asked:
    asked = answers["asked"]
    return Asked((line(asked["id"], **asked["values"]),), tuple(Option(*option) for option in answers["options"]))


async def _read_missing(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    said = (heard.value or heard.text).strip()
    if vocabulary.means(said, "no"):
        return Finished((Say((line("desk-not-done"),)),))
    if len(said) < 2 or (said.isdecimal() and heard.value is None):
        return Missed((line("desk-words-missed"),))
    words = f"{answers['before']} {said}".strip()
    found = find_number(answers["number"], turn.office.profile.prefix)
    assert found is not None
    assert found.number is not None
    number, meaning = found.number, answers["meaning"]

    async def then() -> list[Say]:
        return await run_on(turn, None, meaning, number, words)

    return Finished((), then=then)


MISSING = Form("desk_words", 1, (Question("words", lambda a: True, _ask_missing, _read_missing),))
FORMS_OF_THE_DESK = (
    MISSING,
    study.STUDY,
    routing.TO_AGENCY,
    talking.QUESTION,
    talking.REPLY,
    talking.ACKNOWLEDGEMENT,
    delayed.DELAY,
    ending.REFERRAL,
    ending.TO_SUGGESTION,
    recording.RECORD,
    agency.ANSWER,
    merging.MERGE,
    closing_days.CLOSE_DAY,
)
DESK_FORMS = frozenset(form.name for form in FORMS_OF_THE_DESK)
_UNSENT = frozenset(
    form.name
    for form in (
        talking.QUESTION,
        talking.REPLY,
        talking.ACKNOWLEDGEMENT,
        delayed.DELAY,
        ending.REFERRAL,
        agency.ANSWER,
    )
)
