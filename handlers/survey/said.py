"""How satisfied somebody is, or whether they fill in the survey, said in words instead of the choice's own.

Only where that is what was asked last, and only when it is the whole message: anything more is a story, or praise.
"""

from datetime import timedelta

from handlers import choices
from handlers.survey.after_case import RATINGS
from handlers.survey.nine import this_quarter
from handlers.survey.offer import FILL, NO, NOT_NOW
from handlers.turn import Turn
from messages import vocabulary

_RATED = {"not_satisfied": "rate1", "less_satisfied": "rate2", "satisfied": "rate3", "very_satisfied": "rate4"}
_OFFERED = {"yes": FILL, "later": NOT_NOW, "no": NO, "unwilling_to_rate": NO}
_A_MOMENT = timedelta(days=1)  # how long "ok" and "no" still answer the offer


async def meant(turn: Turn, text: str) -> str | None:
    """The key of the choice among those shown last; None for anything else."""
    keys = {_what(choice["key"]): str(choice["key"]) for choice in turn.talk.offered}
    if RATINGS.keys() & keys.keys():
        meaning = vocabulary.means(text, *_RATED, slips=False)
        return keys.get(_RATED[meaning]) if meaning else None
    if FILL in keys:
        meaning = vocabulary.means(text, *_OFFERED, slips=False)
        return keys.get(_OFFERED[meaning]) if meaning and await _was_just_offered(turn) else None
    return None


def is_rating(key: str) -> bool:
    return _what(key) in RATINGS


def _what(key: str) -> str:
    pressed = choices.pressed(key)
    return pressed[2].partition(":")[0] if pressed else ""


async def _was_just_offered(turn: Turn) -> bool:
    invitation = await turn.work.asked.invitation(turn.contact.person_id, this_quarter(turn.work))
    return invitation is not None and turn.work.now - invitation.offered_at <= _A_MOMENT
