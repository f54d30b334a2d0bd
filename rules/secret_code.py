"""The secret code of a receipt: with it and the number, a case is opened from another channel.

Six of thirty-one letters and digits, without those that people mix up (O and 0, I, L and 1).
"""

import re
from collections.abc import Callable
from itertools import pairwise

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 6

# What stands before a code: "kode rahasianya: 7KM 4QX", "my code is ...".
LEAD_IN = re.compile(
    r"^\W*(?:(?:ini|ieu|my|the|kode|kodena|kodenya|code|rahasia|rahasianya|rusiah|rusiahna|secret|adalah|yaitu|is|nih|nya)\b[\W_]*)+",
    re.IGNORECASE,
)
UNITS = ("TAHUN", "YEARS", "WEEKS")  # "2tahun" is made of letters of the code


def make_code(pick: Callable[[str], str]) -> str:
    """A new code. `pick` chooses one letter of those it is given; `secrets.choice` outside of tests."""
    return "".join(pick(ALPHABET) for _ in range(LENGTH))


def read_code(text: str) -> str | None:
    """The code in a text, in capitals; None when there is none.

    Alone or behind "kode", it may be anything of six good letters, spaced or dashed. In a sentence it must
    hold letters and digits both, because words, years and amounts do not.
    """
    alone = _joined(LEAD_IN.sub("", text))
    if _is_code(alone):
        return alone
    return next((code for code in _candidates(text) if _is_code(code)), None)


def looks_like_code(text: str) -> bool:
    """Six letters and digits, right or wrong: an answer such as `7KM4OX` deserves to hear which letters codes
    have.
    """
    alone = _joined(LEAD_IN.sub("", text))
    return any(
        len(code) == LENGTH and any(c.isdigit() for c in code) and not code.endswith(UNITS)
        for code in (alone, *_candidates(text))
    )


def _is_code(text: str) -> bool:
    return len(text) == LENGTH and all(letter in ALPHABET for letter in text) and not text.endswith(UNITS)


def _joined(text: str) -> str:
    """Without what people put between the letters; anything else stays, so that a sentence is not a code."""
    return re.sub(r"[\s\-–—_.*\"'`]", "", text).upper()


def _candidates(text: str) -> list[str]:
    words = [_joined(word.strip(",;:!?()")) for word in text.split()]
    words += [a + b for a, b in pairwise(words) if _is_half(a) and _is_half(b)]
    return [word for word in words if _is_mixed(word)]


def _is_half(word: str) -> bool:
    return len(word) == LENGTH // 2 and _is_mixed(word)


def _is_mixed(word: str) -> bool:
    return word.isascii() and word.isalnum() and any(c.isdigit() for c in word) and any(c.isalpha() for c in word)
