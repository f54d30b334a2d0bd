"""A command word: what it does while nothing is open, and beside an open form, which stays as it is."""

from handlers.add import ADD
from handlers.commands import BESIDE_A_FORM, COMMANDS, open_what_waits
from handlers.form import Form, Heard, ask, back, end, hear
from handlers.forms import present_question
from handlers.idle import start_report
from handlers.intake.form import INTAKE
from handlers.intake.report import Report
from handlers.mydata import MY_DATA
from handlers.say import Say, line
from handlers.status import CODE, state_lines
from handlers.survey.nine import SURVEY, stopped
from handlers.turn import Turn
from messages import vocabulary
from messages.vocabulary import Spoken
from rules.number import Found, find_number

_ASKS_AFTER_IT = 4  # words beside a bare number that still only ask after it


async def commanded(turn: Turn, form: Form | None, text: str) -> list[Say] | None:
    """Do what the message commands; None when it is no command, or an answer to what is asked."""
    found = find_number(text, turn.office.profile.prefix, turn.today.year)
    spoken = vocabulary.with_number(text, found.said) if found else vocabulary.command(text)
    if spoken is None and found and form in (None, CODE) and _asks_after(text, found):
        spoken = Spoken("status")
    if spoken is None and form is None and found is None:
        spoken = _asks_of_a_service(turn, text)
        if spoken is None and vocabulary.asks_for_a_number(text):
            return [Say((line("number-unreadable", prefix=turn.office.profile.prefix),))]
    if spoken is None:
        return None
    if form is None:
        if spoken.meaning == "report":
            return await start_report(turn, Heard(_told(text, spoken.rest), ref=turn.inbound.message_ref))
        return await COMMANDS[spoken.meaning](turn, spoken.rest, found)
    return await _beside(turn, form, spoken, found)


async def beside_a_story(turn: Turn, text: str) -> list[Say] | None:
    """What answers at once while a story is still being told, and leaves it untold; None for everything else."""
    spoken = vocabulary.command(text)
    if spoken is None or spoken.rest or spoken.meaning not in BESIDE_A_FORM:
        return None
    return await COMMANDS[spoken.meaning](turn, "", None)


async def _beside(turn: Turn, form: Form, spoken: Spoken, found: Found | None) -> list[Say] | None:
    meaning, rest = spoken.meaning, spoken.rest
    if form is SURVEY and (done := await _beside_survey(turn, spoken, found)) is not None:
        return done
    if meaning == "back":
        return await back(turn, form)
    if meaning == "cancel":
        return None if turn.talk.answers.get("cancelling") else await _cancelled(turn, form)
    if meaning == "report":
        return await _report(turn, form, rest)
    if form is not INTAKE and (
        (meaning in ("status", "complete") and found) or (meaning == "complete" and form is ADD)
    ):
        end(turn)
        return await COMMANDS[meaning](turn, rest, found)
    if meaning == "status" and found:
        return [*await _status_beside(turn, found), await ask(turn, form)]
    if meaning == "my_data":
        return None if form is MY_DATA else [await ask(turn, form, line("mydata-later"))]
    if meaning in ("start", "complete", "survey") or (meaning == "add" and not rest and not turn.attachments):
        return [await ask(turn, form, line("form-still-open"))]
    if meaning == "open":
        return [await ask(turn, form)] if await open_what_waits(turn) else None
    takes_rest = meaning in ("new_code", "stop_news") or (meaning == "add" and found is not None)
    if (meaning in BESIDE_A_FORM and not rest) or takes_rest:
        says = await COMMANDS[meaning](turn, rest, found)
        if meaning == "language" and says[0].options:
            return says  # the choice comes first; the present question follows it
        return [*[_plain(said) for said in says], await ask(turn, form)]
    return None


async def _beside_survey(turn: Turn, spoken: Spoken, found: Found | None) -> list[Say] | None:
    """A survey gives way: what does not merely answer beside it ends it. "stop" is about the survey, "stop kabar" about
    the news.
    """
    meaning = spoken.meaning
    if meaning == "cancel" or (found is None and vocabulary.means(turn.inbound.text, "enough")):
        return stopped(turn)
    if meaning == "survey":
        return [await ask(turn, SURVEY)]
    merely_answers = meaning in BESIDE_A_FORM and meaning != "start" and not (found or spoken.rest)
    if merely_answers or meaning in ("back", "report", "open"):
        return None
    end(turn)
    return await COMMANDS[meaning](turn, spoken.rest, found)


async def _report(turn: Turn, form: Form, rest: str) -> list[Say] | None:
    """`lapor` inside a report: it is being told already."""
    heard = Heard(rest, ref=turn.inbound.message_ref)
    if form is not INTAKE:
        end(turn)
        return await start_report(turn, heard)
    if not rest:
        return [await ask(turn, form, line("form-still-open"))]
    return await hear(turn, form, heard) if present_question(turn) == "story" else None


async def _status_beside(turn: Turn, found: Found) -> list[Say]:
    """One's own case can be looked at beside a form; any other needs its code, after the form."""
    if found.number is None:
        return [Say((line("number-wrong-check", prefix=turn.office.profile.prefix),))]
    case = await turn.work.cases.by_number(found.number)
    if case and case.person_id == turn.contact.person_id and case.erased_at is None:
        return [Say(tuple(state_lines(case, turn.office, turn.now)))]
    return [Say((line("status-later"),))]


async def _cancelled(turn: Turn, form: Form) -> list[Say]:
    if form is INTAKE and Report(turn.talk.answers).has_substance:
        turn.talk.answers = {**turn.talk.answers, "cancelling": True}
        return [await ask(turn, form)]
    end(turn)
    return [Say((line("cancelled"),))]


def _told(text: str, rest: str) -> str:
    """The story behind `lapor`; a sentence that only begins with it ("mau lapor tapi takut") stays whole."""
    return text.strip() if rest and len(text.split()) - len(rest.split()) > 1 else rest


def _asks_of_a_service(turn: Turn, text: str) -> Spoken | None:
    """ "syarat NIB", "biaya PBG": what the standard of that service says."""
    rest = vocabulary.behind_alone(text, "standard")
    known = turn.office.reader.service(rest) if rest else None
    return Spoken("standard", rest) if known and (known.service_id or known.candidates) else None


def _asks_after(text: str, found: Found) -> bool:
    return len(text.replace(found.said, "").split()) <= _ASKS_AFTER_IT


def _plain(said: Say) -> Say:
    """An answer beside a form offers nothing of its own: the choices are the form's."""
    return Say(said.lines, case_id=said.case_id, code=said.code) if said.question else said
