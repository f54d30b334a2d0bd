"""The dialogue is a form: answers are kept, the question is derived. Back forgets one; silence is one more input.

A question that was not understood twice in a row is not asked a third time: people are offered (the form's `stuck`).
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from handlers import choices
from handlers.say import Line, Option, Say, line
from handlers.turn import Turn
from rules.refused import OutOfReach, Refused

Answers = dict[str, Any]
TRAIL = "trail"  # names of the questions the person answered, in order: what `back` walks


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer. `value`: it is one of the choices offered; `text`: what was typed (or said with it).

    `parts` are the messages that `text` was joined from, each with its `ref`, when it came in several.
    """

    text: str = ""
    value: str | None = None
    ref: str = ""
    parts: tuple[tuple[str, str], ...] = ()

    @property
    def pieces(self) -> tuple[tuple[str, str], ...]:
        """(text, ref) of each message that has words."""
        return tuple(part for part in self.parts if part[0].strip()) or ((self.text, self.ref),)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in words, with its choices."""

    lines: tuple[Line, ...]
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Took:
    """The answer was understood and is in the answers now. `lines` acknowledge it, before the next question."""

    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Missed:
    """Not understood: `lines` say what was read or give an example; the question is asked once more."""

    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Finished:
    """The form is over; its answers go unless the handler kept some in `keep`. `then` is done once it is over, and may
    open another one.
    """

    says: tuple[Say, ...]
    keep: Mapping[str, Any] | None = None
    then: Callable[[], Awaitable[list[Say]]] | None = None


Outcome = Took | Missed | Finished


@dataclass(frozen=True, slots=True)
class Question:
    """`open`: whether it still is to be asked. `read` changes the answers it is given; `ask` does not.

    `passing`: it came in between (changing a field, leaving); `back` goes back to where it came from.
    """

    name: str
    open: Callable[[Answers], bool]
    ask: Callable[[Turn, Answers], Awaitable[Asked]]
    read: Callable[[Turn, Answers, Heard], Awaitable[Outcome]]
    forget: Callable[[Answers], None] = lambda answers: None
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """`stuck`: what is offered after the second misunderstanding; without it people are named, the question stays."""

    name: str
    version: int
    questions: tuple[Question, ...]
    stuck: Callable[[Turn, Answers], Asked] | None = None

    def current(self, answers: Answers) -> Question:
        """The first question that is still open. The last of a form is always open."""
        return next(question for question in self.questions if question.open(answers))


def begin(turn: Turn, form: Form, answers: Answers, case_id: int | None = None) -> None:
    """Open the form in this talk. A run that is already named (a burst that is read anew) keeps its name."""
    talk = turn.talk
    talk.form, talk.form_version, talk.case_id = form.name, form.version, case_id
    talk.answers, talk.misses = answers, 0
    talk.instance = talk.instance or turn.new_instance()
    name_files(turn)


def name_files(turn: Turn) -> None:
    """The files of this message belong to the present run."""
    for attachment in turn.attachments:
        if attachment.case_id is None:
            attachment.instance = turn.talk.instance


def end(turn: Turn, keep: Mapping[str, Any] | None = None) -> None:
    """The talk is idle again; its next run gets another name."""
    talk = turn.talk
    talk.form, talk.form_version, talk.case_id, talk.asked = "", 0, None, ""
    talk.answers, talk.misses = dict(keep or {}), 0
    talk.snapshot, talk.burst, talk.burst_since = None, [], None
    talk.brought_at = talk.nudge_at = talk.nudged_at = talk.expire_at = None
    talk.instance = turn.new_instance()
    talk.offered = []


async def ask(turn: Turn, form: Form, *before: Line) -> Say:
    """The present question, after what is said before it."""
    answers = dict(turn.talk.answers)
    question = form.current(answers)
    try:
        asked = await question.ask(turn, answers)
    except OutOfReach as gone:
        return _over(turn, gone)
    turn.talk.answers = answers
    turn.talk.asked = question.name
    return Say((*before, *asked.lines), asked.options, question=question.name)


async def hear(turn: Turn, form: Form, heard: Heard) -> list[Say]:
    """Read an answer to the present question, and go on."""
    answers = dict(turn.talk.answers)
    question = form.current(answers)
    try:
        outcome = await question.read(turn, answers, heard)
    except OutOfReach as gone:
        return [_over(turn, gone)]
    except Refused as refused:
        outcome = Missed((line(refused.message_id, **refused.values),))
    if isinstance(outcome, Finished):
        end(turn, outcome.keep)
        return [*outcome.says, *await _then(outcome)]
    if isinstance(outcome, Took):
        if heard.ref:
            answers["refs"] = {heard.ref: question.name, **answers.get("refs", {})}
        answers[TRAIL] = [*answers.get(TRAIL, []), question.name]
        turn.talk.answers, turn.talk.misses = answers, 0
        return [await ask(turn, form, *outcome.lines)]
    turn.talk.misses += 1
    turn.talk.answers = answers
    if turn.talk.misses >= 2:
        turn.talk.misses = 0
        return [_stuck(turn, form, answers, question)]
    return [await ask(turn, form, *outcome.lines)]


def _over(turn: Turn, gone: OutOfReach) -> Say:
    end(turn)
    return Say((line(gone.message_id, **gone.values),))


async def _then(outcome: Finished) -> list[Say]:
    """What follows the form; a rule that says no there is answered like anywhere else."""
    if outcome.then is None:
        return []
    try:
        return await outcome.then()
    except Refused as refused:
        return [Say((line(refused.message_id, **refused.values),))]


async def back(turn: Turn, form: Form) -> list[Say]:
    """Forget the last answer and ask it again; at the first question there is nothing to forget."""
    answers = dict(turn.talk.answers)
    present = form.current(answers)
    if present.passing:
        present.forget(answers)
        turn.talk.answers = answers
        return [await ask(turn, form, line("form-back"))]
    trail = list(answers.get(TRAIL, []))
    if not trail:
        return [await ask(turn, form, line("form-nothing-before"))]
    name = trail.pop()
    question = next((q for q in form.questions if q.name == name), None)
    answers[TRAIL] = trail
    if question:
        question.forget(answers)
    turn.talk.answers = answers
    return [await ask(turn, form, line("form-back"))]


def heard_in(turn: Turn, text: str, ref: str = "") -> Heard:
    """What a typed text means among the choices last offered in this run."""
    found = choices.typed(text, turn.talk.offered) if turn.talk.offered else None
    pressed = choices.pressed(found[0]) if found else None
    if found and pressed and pressed[0] == turn.talk.instance and pressed[1] == turn.talk.asked:
        return Heard(text=found[1], value=pressed[2], ref=ref)
    return Heard(text=text, ref=ref)


def _stuck(turn: Turn, form: Form, answers: Answers, question: Question) -> Say:
    profile = turn.office.profile
    people = line("form-people", phone=profile.phone, desk=profile.desk)
    if form.stuck is None:
        return Say((people,), question=question.name)
    asked = form.stuck(turn, answers)
    return Say((people, *asked.lines), asked.options, question=question.name)
