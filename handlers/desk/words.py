"""Words that a command still lacks, and words that go out: shown with whom they go to, and sent on a yes."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from handlers.desk.access import may_see, member_of
from handlers.desk.desk import Desk
from handlers.form import Asked, Finished, Form, Heard, Missed, Outcome, Question, Took, begin
from handlers.form import ask as ask_form
from handlers.say import Line, Option, Say, line
from handlers.turn import Turn
from messages import vocabulary
from rules.refused import OutOfReach
from storage.tables import Case

SEND, CHANGE = "send", "change"
_SENDS = re.compile(
    r"(?:ya|iya|oke|ok|muhun|yes)?[ ,]*(?:kirim(?:kan)?|kintun|send)(?: (?:saja|aja|sekarang|now|it))*|ya|muhun|yes",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Needs:
    """A command cannot go on without words: `asked` asks for them, and they come behind `before`. `options`: what they
    may be, where that is known.
    """

    asked: Line
    before: str = ""
    options: tuple[Option, ...] = ()


Preview = Callable[[Turn, Case, str], Awaitable[tuple[Line, ...]]]
Deliver = Callable[[Turn, Case, str], Awaitable[list[Say]]]


def outgoing(name: str, preview: Preview, deliver: Deliver) -> Form:
    """A form that shows a text before it goes: `preview` says to whom and how, `deliver` sends it on a yes."""

    async def ask_text(turn: Turn, answers: dict[str, Any]) -> Asked:
        return Asked((line("desk-send-rewrite"),))

    async def read_text(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
        if not heard.text.strip():
            return Missed()
        answers["text"] = heard.text.strip()
        return Took()

    async def ask_confirm(turn: Turn, answers: dict[str, Any]) -> Asked:
        lines = await preview(turn, await case_of(turn), answers["text"])
        return Asked(lines, (Option(SEND, line("choice-send")), Option(CHANGE, line("choice-change"))))

    async def read_confirm(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
        if heard.value == CHANGE or (heard.value is None and vocabulary.means(heard.text, "change")):
            answers["text"] = ""
            return Took()
        if heard.value == SEND or says_send(heard.text):
            case, text = await case_of(turn), answers["text"]
            found = [await turn.work.attachments.get(file_id) for file_id in answers.get("files", ())]
            turn.attachments += [attachment for attachment in found if attachment is not None]

            async def then() -> list[Say]:
                return await deliver(turn, case, text)

            return Finished((), then=then)
        if vocabulary.means(heard.text, "no"):
            return Finished((Say((line("desk-not-sent"),)),))
        return Missed((line("desk-send-or-change"),))

    def forget_text(answers: dict[str, Any]) -> None:
        answers["text"] = ""

    return Form(
        name,
        1,
        (
            Question("text", lambda a: not a.get("text"), ask_text, read_text, forget_text),
            Question("confirm", lambda a: True, ask_confirm, read_confirm),
        ),
    )


def says_send(text: str) -> bool:
    """A clear yes in so many words: what is sent cannot be called back, so "ok" and slips are asked about again."""
    return _SENDS.fullmatch(text.strip(" .!")) is not None


async def confirm(turn: Turn, form: Form, case: Case, text: str) -> list[Say]:
    """Open such a form with a text."""
    files = [attachment.id for attachment in turn.attachments]
    begin(turn, form, {"text": text.strip(), "files": files}, case.id)
    said = await ask_form(turn, form)
    if turn.attachments:  # kept with the case for the office; what goes out is the text
        for attachment in turn.attachments:
            attachment.case_id, attachment.origin = case.id, "office"
        said = said.after(line("desk-file-stays", count=len(turn.attachments)))
    return [said]


async def case_of(turn: Turn) -> Case:
    """The case that the open form is about, locked. Raises Refused when it is no longer for this member's eyes."""
    assert turn.talk.case_id is not None
    case = await turn.work.cases.locked(turn.talk.case_id)
    if case.erased_at is not None or not await may_see(Desk.of(turn), member_of(turn), case):
        raise OutOfReach("desk-no-case", number=case.number)
    return case
