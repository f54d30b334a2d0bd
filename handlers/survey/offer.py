"""The survey of a quarter is offered: at most once to a person. Fill it in, later, no; or the word `survei`."""

from handlers.say import IDLE, Line, Option, Say, line
from handlers.survey.nine import begin_survey, served_with, this_quarter
from handlers.turn import Turn
from messages.envelope import Channel
from storage.asked import DECLINED, DONE, LATER
from storage.tables import Contact
from storage.work import Work

FILL, NOT_NOW, NO = "survey_fill", "survey_later", "survey_no"
NO_SURVEY = (Channel.SMS,)  # channels that count each character: nine questions are too many there


async def with_offer(work: Work, contact: Contact, *lines: Line, offer: Line | None = None) -> Say | None:
    """The lines, and the offer after them; None where it is not offered: not there, or it was this quarter already."""
    quarter = this_quarter(work)
    if contact.channel in NO_SURVEY or not await work.asked.invite(contact.person_id, quarter):
        return None
    options = (
        Option(f"{FILL}:{quarter}", line("choice-survey-fill")),
        Option(f"{NOT_NOW}:{quarter}", line("choice-survey-later")),
        Option(f"{NO}:{quarter}", line("choice-survey-no")),
    )
    return Say((*lines, offer or line("survey-offer")), options, question=IDLE)


async def answered_offer(turn: Turn, what: str, about: str) -> list[Say]:
    """A choice of the offer. `about`: the quarter that it was made in."""
    quarter = this_quarter(turn.work)
    if about != str(quarter):
        return [Say((line("survey-over"),))]
    invitation = await turn.work.asked.invitation(turn.contact.person_id, quarter)
    if invitation is None:
        return [Say((line("button-old"),))]
    if invitation.status == DONE:
        return [Say((line("survey-done-already"),))]
    if what == FILL:
        return await begin_survey(turn, quarter)
    if what == NOT_NOW:
        invitation.status = LATER
        return [Say((line("survey-later", until=quarter.last),))]
    invitation.status = DECLINED
    return [Say((line("survey-declined"),))]


async def asked_for(turn: Turn) -> list[Say]:
    """`survei`: whoever was served may fill it in at any time of the quarter, once."""
    if turn.contact.channel in NO_SURVEY:
        return [Say((line("survey-not-here"),))]
    if await served_with(turn) is None:
        return [Say((line("survey-not-yet"),))]
    quarter = this_quarter(turn.work)
    invitation = await turn.work.asked.invitation(turn.contact.person_id, quarter)
    if invitation is not None and invitation.status == DONE:
        return [Say((line("survey-done-already"),))]
    return await begin_survey(turn, quarter)
