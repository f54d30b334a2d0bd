"""An edited message: before it was sent the new words replace the old; afterwards they are an addition on the case."""

from handlers import burst
from handlers.add import added
from handlers.form import Form, Heard, Outcome, Took, ask, hear
from handlers.forms import open_form
from handlers.intake.form import INTAKE
from handlers.intake.matter import reread
from handlers.intake.report import Report
from handlers.intake.review import REVIEW, change_field
from handlers.say import Say, line
from handlers.turn import Turn
from rules.refused import Refused

_SENDING = ("confirm", "sending", "look")  # questions whose answer does something at once


async def edited(turn: Turn) -> list[Say]:
    """The first version stays in the inbox. What belongs to no open talk and to no case is let be."""
    text, ref = turn.inbound.text.strip(), turn.inbound.refers_to
    original = await turn.work.inbox.by_ref(turn.contact.id, ref)
    if original is None or not text:
        return []
    if original.case_id is not None:
        case = await turn.work.cases.locked(original.case_id)
        return [] if case.erased_at else await added(turn, case, text, kind="edited_message")
    form = open_form(turn)
    if form is None or original.instance != turn.talk.instance:
        return []
    await burst.interrupt(turn)
    return await _in_form(turn, form, ref, text)


async def _in_form(turn: Turn, form: Form, ref: str, text: str) -> list[Say]:
    answers = dict(turn.talk.answers)
    report = Report(answers)
    if report.replace_piece(ref, text):
        reread(turn, report)
        turn.talk.answers = answers
        return [await ask(turn, form, line("intake-edited"))]
    name = answers.get("refs", {}).get(ref)
    question = next((q for q in form.questions if q.name == name), None)
    if question is None or question.name in _SENDING:  # nothing is sent, or sent again, by editing an older message
        return []
    heard = Heard(text=text, ref=ref)
    if question is REVIEW:
        return await hear(turn, form, heard) if form.current(answers) is REVIEW else []
    try:
        outcome: Outcome | None = await change_field(turn, answers, question.name, heard) if form is INTAKE else None
        outcome = outcome or await question.read(turn, answers, heard)
    except Refused as refused:
        return [await ask(turn, form, line(refused.message_id, **refused.values))]
    if isinstance(outcome, Took):
        turn.talk.answers = answers
        return [await ask(turn, form, *(outcome.lines or (line("intake-edited"),)))]
    return [await ask(turn, form, *getattr(outcome, "lines", ()))]
