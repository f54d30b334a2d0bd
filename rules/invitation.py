"""Invitation codes: whoever sends one to the bot gets the role, once, within 72 hours.

Ten of the letters and digits of secret codes: longer than those (six), so that neither is taken for the other, and
within what a Telegram link carries (64 characters of A-Z, a-z, 0-9, _ and -).
"""

import re
from collections.abc import Callable
from datetime import timedelta

from rules.secret_code import ALPHABET, LEAD_IN

LENGTH = 10
GOOD_FOR = timedelta(hours=72)
_LEAST_DIGITS, _LEAST_LETTERS = 2, 2  # so that no word and no number looks like one
_FEW_WORDS = 6
_WHOLE = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}")
_SHAPE = re.compile(rf"\s*(?:/?start[\s=]+)?([{ALPHABET}]{{{LENGTH}}})\s*[.!]?\s*", re.IGNORECASE)


def make_invitation_code(pick: Callable[[str], str]) -> str:
    """A new code. `pick` chooses one letter of those it is given; `secrets.choice` outside of tests."""
    while True:
        code = "".join(pick(ALPHABET) for _ in range(LENGTH))
        if _is_mixed(code):
            return code


def read_invitation_code(text: str) -> str | None:
    """The code, in capitals: alone, behind `/start` as a Telegram link sends it, spaced or dashed, or in a few words
    ("ini kodenya cz6e p34v k5"). None when there is none.
    """
    match = _SHAPE.fullmatch(text)
    if match and _is_mixed(match[1]):
        return match[1].upper()
    words = LEAD_IN.sub("", text).split()
    if len(words) > _FEW_WORDS:
        return None
    joined = re.sub(r"[\s\-–_.!]", "", "".join(words)).upper()
    candidates = [joined, *(word.strip(".,;:!?()").upper() for word in words)]
    return next((code for code in candidates if _WHOLE.fullmatch(code) and _is_mixed(code)), None)


def _is_mixed(code: str) -> bool:
    digits = sum(letter.isdigit() for letter in code)
    return digits >= _LEAST_DIGITS and len(code) - digits >= _LEAST_LETTERS
