"""Leaving a report: what is lost is said first, and noting it as a suggestion is offered."""

from typing import Any

from handlers.form import Asked, Finished, Heard, Missed, Outcome, Question, Took
from handlers.intake.report import Report
from handlers.intake.send import filed
from handlers.say import Option, Say, line
from handlers.turn import Turn
from messages import vocabulary

ERASE, NOTE, GO_ON = "erase", "note", "go_on"
_ON = ("lanjut", "terus", "go on", "continue")


async def ask_cancel(turn: Turn, answers: dict[str, Any]) -> Asked:
    files = await turn.work.attachments.of_draft(turn.contact.id, turn.talk.instance)
    what = line("cancel-ask-files", count=len(files)) if files else line("cancel-ask")
    options = (
        Option(ERASE, line("choice-erase")),
        Option(NOTE, line("choice-note-suggestion")),
        Option(GO_ON, line("choice-go-on")),
    )
    return Asked((what,), options)


async def read_cancel(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    said = heard.text
    if heard.value == ERASE or vocabulary.means(said, "cancel"):  # a mere "ya" erases nothing
        await drop_draft(turn)
        return Finished((Say((line("cancel-erased"),)),))
    if heard.value == NOTE:
        answers.pop("cancelling", None)
        return Finished(tuple(await filed(turn, Report(answers), confirmed=False)))
    if heard.value == GO_ON or vocabulary.means(said, "no") or any(w in said.casefold() for w in _ON):
        answers.pop("cancelling", None)
        return Took()
    if heard.text.strip() or heard.value:
        return Missed((line("cancel-missed"),))
    answers.pop("cancelling", None)
    return Took()


async def drop_draft(turn: Turn) -> None:
    """Erase the words and files of the open draft; their stored content goes after the commit."""
    files = await turn.work.attachments.of_draft(turn.contact.id, turn.talk.instance)
    turn.removed_files += await turn.work.attachments.forget(files)
    await turn.work.inbox.forget(turn.contact.id, instance=turn.talk.instance)


CANCEL = Question(
    "cancel",
    lambda a: bool(a.get("cancelling")),
    ask_cancel,
    read_cancel,
    lambda a: a.pop("cancelling", None),
    passing=True,
)
