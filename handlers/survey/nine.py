"""The nine questions of the SKM, as a form. It gives way to everything else, and only a whole one is counted.

What was answered is kept without a name: each answer's message is emptied as soon as it was understood, and the
answers lie in the talk alone until the last one.
"""

from typing import Any

from handlers import choices
from handlers.form import Asked, Finished, Form, Heard, Missed, Outcome, Question, Took, begin, end
from handlers.form import ask as ask_form
from handlers.say import Option, Say, line
from handlers.speak import in_words, words_for
from handlers.turn import Turn
from rules.days import local_date
from rules.lifecycle import State
from rules.periods import Quarter
from rules.satisfaction import SCALE, Element
from storage.asked import BEGUN, DONE
from storage.cases import ENDED
from storage.tables import Case
from storage.work import Work

# The words of each element's four values, as on the form of the regulation.
_SCALES = {
    Element.REQUIREMENTS: "fits",
    Element.PROCEDURE: "easy",
    Element.COMPLETION_TIME: "fast",
    Element.FEE: "fee",
    Element.PRODUCT: "fits",
    Element.COMPETENCE: "skilled",
    Element.BEHAVIOUR: "polite",
    Element.COMPLAINTS: "handled",
    Element.FACILITIES: "good",
}


def this_quarter(work: Work) -> Quarter:
    return Quarter.of(local_date(work.now))


async def begin_survey(turn: Turn, quarter: Quarter) -> list[Say]:
    """Open the form of that quarter. Whoever has it open already is asked the present question (`route.py`)."""
    if turn.talk.form == SURVEY.name:
        return []
    if turn.talk.form:
        return [Say((line("form-still-open"),))]
    await turn.work.asked.invite(turn.contact.person_id, quarter)
    invitation = await turn.work.asked.invitation(turn.contact.person_id, quarter)
    assert invitation is not None
    invitation.status = BEGUN
    served = await served_with(turn)
    begin(turn, SURVEY, {"quarter": str(quarter), "service": served.service_id if served else None, "said": {}})
    return [await ask_form(turn, SURVEY, line("survey-begin"))]


async def served_with(turn: Turn) -> Case | None:
    """The newest case of this person that was answered: who was not served is not asked."""
    cases = await turn.work.cases.of_person(turn.contact.person_id)
    return next((c for c in cases if c.erased_at is None and State(c.state) in (State.ANSWERED, *ENDED)), None)


def stopped(turn: Turn) -> list[Say]:
    end(turn)
    return [Say((line("survey-stopped"),))]


async def forget_words(turn: Turn) -> None:
    """The message that gave an opinion is emptied: kept, it would tell whose opinion it was."""
    inbound = turn.inbound
    await turn.work.inbox.forget_one(inbound.channel, inbound.account, inbound.provider_id)


def _question(element: Element) -> Question:
    options = tuple(Option(str(value), line(f"choice-{_SCALES[element]}-{value}")) for value in SCALE)

    def is_open(answers: dict[str, Any]) -> bool:
        return element not in answers["said"] or element is Element.FACILITIES  # the last of a form is always open

    async def ask(turn: Turn, answers: dict[str, Any]) -> Asked:
        return Asked((line(f"survey-{element}"),), options)

    async def read(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
        value = heard.value or _typed(turn, heard.text, options)
        if value is None:
            return Finished((Say((line("survey-ended"),)),)) if turn.talk.misses else Missed((line("survey-missed"),))
        await forget_words(turn)
        answers["said"] = {**answers["said"], element.value: int(value)}
        return Took() if len(answers["said"]) < len(Element) else await _counted(turn, answers)

    def forget(answers: dict[str, Any]) -> None:
        answers["said"] = {name: value for name, value in answers["said"].items() if name != element}

    return Question(element.value, is_open, ask, read, forget)


def _typed(turn: Turn, text: str, options: tuple[Option, ...]) -> str | None:
    """The value in words or as a number: of an answer that was edited, when its choices are not the newest."""
    words = words_for(turn.contact)
    offered = [
        {"key": option.value, "label": in_words(option.label, words), "number": int(option.value)} for option in options
    ]
    found = choices.typed(text, offered)
    return found[0] if found else None


async def _counted(turn: Turn, answers: dict[str, Any]) -> Finished:
    quarter = Quarter.named(answers["quarter"])
    invitation = await turn.work.asked.invitation(turn.contact.person_id, quarter)
    if invitation is None or invitation.status == DONE:
        return Finished((Say((line("survey-done-already"),)),))
    invitation.status = DONE
    said = {Element(name): value for name, value in answers["said"].items()}
    await turn.work.ratings.filled_in(quarter, answers["service"], turn.contact.channel, said)
    return Finished((Say((line("survey-thanks", quarter=quarter.roman, year=quarter.year),)),))


SURVEY = Form("survey", 1, tuple(_question(element) for element in Element))
