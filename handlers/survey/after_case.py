"""One question with the news that a case ended: how satisfied they are. Asked once, never again; silence is silence."""

from dataclasses import replace
from datetime import timedelta

from handlers.say import IDLE, Option, Say, line
from handlers.survey.nine import forget_words, this_quarter
from handlers.survey.offer import with_offer
from handlers.turn import Turn
from rules.lifecycle import State
from rules.periods import Quarter
from rules.satisfaction import SCALE
from storage.tables import Case, Contact
from storage.work import Work

RATINGS = {f"rate{value}": value for value in SCALE}  # choices, as they stand before the number of the case
_FRESH = timedelta(days=30)
_OVER = (State.ANSWERED, State.CLOSED)


async def with_question(work: Work, case: Case, contact: Contact, news: Say) -> Say:
    """The news for somebody whose matter it is, with the question; as it is where they were asked already, or it asks
    something itself.
    """
    quarter = this_quarter(work)
    if news.options or not await work.asked.about_case(case, contact, quarter):
        return news
    await work.ratings.asked(quarter, case.service_id, contact.channel)
    options = tuple(Option(f"{name}:{case.number}", line(f"choice-rate-{value}")) for name, value in RATINGS.items())
    return replace(news, lines=(*news.lines, line("rating-ask")), options=options, question=IDLE)


async def rated(turn: Turn, case: Case, value: int) -> list[Say]:
    """Counted once, without a name; then the survey is offered to whoever was not asked this quarter."""
    question = await turn.work.asked.question(case.id, turn.contact.person_id)
    if question is None:
        return [Say((line("button-old"),))]
    if question.answered:
        return [Say((line("rating-already"),))]
    if turn.work.now - question.asked_at > _FRESH or State(case.state) not in _OVER:
        return [Say((line("rating-over"),))]
    question.answered = True
    quarter = Quarter.named(question.quarter)
    await turn.work.ratings.answered(quarter, question.service_id, question.channel, value)
    await forget_words(turn)
    thanks = line("rating-thanks")
    offer = None if turn.talk.form else await with_offer(turn.work, turn.contact, thanks)
    return [offer or Say((thanks,))]
