"""What an answer of Twilio's API means for the message that was being sent."""

from typing import Final

from bot.channel import SendTrouble, TryLater, Uncertain, Undeliverable, WindowClosed
from bot.twilio.client import ApiError, NoAnswerError

WINDOW_CLOSED: Final = "63016"

CONTENT_TROUBLES: Final = frozenset({"21654", "21655", "21656", "21658"})
"""The content or its variables are not taken: the same words may still go as text."""

_OURS: Final = frozenset({"20003", "20005", "21212", "21603", "21606", "21659", "63007", "63038"})
"""The account, the sender, its daily limit: so for everybody until the operator acts; nothing is given up."""


def of_sending(error: ApiError | NoAnswerError) -> SendTrouble:
    """Trouble while a message was handed over."""
    if isinstance(error, NoAnswerError):
        return Uncertain(error.code) if error.written else TryLater(error.code, whole_channel=True)
    if error.status == 429 or error.code == "20429":
        return TryLater(error.code, error.after, whole_channel=True)
    if error.status >= 500:
        return Uncertain(error.code)
    if error.code == WINDOW_CLOSED:
        return WindowClosed(error.code)
    if error.status in {401, 403, 404} or error.code in _OURS:
        return TryLater(error.code, whole_channel=True)
    return Undeliverable(error.code)


def of_asking(error: ApiError | NoAnswerError) -> TryLater:
    """Trouble while something was only looked up: nothing was sent by it."""
    whole = isinstance(error, NoAnswerError) or error.status in {401, 403, 429}
    return TryLater(error.code, error.after if isinstance(error, ApiError) else None, whole_channel=whole)
