"""What staff type at their desk: a command word, then a case or other words."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from messages.vocabulary import Spoken, behind_words, plainly

_FORGIVES_FROM = 5
_LONGEST = 3  # words of a command
_BEFORE_A_NUMBER = re.compile(r"\W*(?:(?:no|nomor|nomer|adu)\b\W*)*\d", re.IGNORECASE)

_ONLY_A_LABEL = re.compile(r"\W*(?:(?:no|nomor|nomer|adu)\b\W*)*", re.IGNORECASE)


def desk_command(text: str) -> Spoken | None:
    """The command that a message opens with, and what stands behind it; None when it opens with none.

    With or without `/`, any case. Words of five letters and more forgive one slip, where a number follows or nothing.
    """
    words = plainly(text).split()
    for length in range(min(_LONGEST, len(words)), 0, -1):
        head, rest = " ".join(words[:length]), behind_words(text, length)
        exact = _table().get(head)
        sure = not rest or begins_with_number(rest) or text.lstrip().startswith("/")
        meaning = exact or (_near(head) if sure else None)
        if meaning is not None and (not rest or takes(meaning)):
            return Spoken(meaning, rest)
    return None


def begins_with_number(text: str) -> bool:
    return _BEFORE_A_NUMBER.match(text) is not None


def without_number(text: str, number: str) -> str:
    """What stands beside the case's number: "no. 412 sudah terbit" is "sudah terbit"."""
    before, _, after = text.partition(number)
    if _ONLY_A_LABEL.fullmatch(before):
        before = ""
    return f"{before}{after}".strip(" :,-\n")


def takes(meaning: str) -> str:
    """What stands behind the word: "number", "rest", or nothing."""
    found: str = _source()[meaning]["takes"]
    return found


def first_word(meaning: str) -> str:
    """The word by which the command is taught."""
    found: str = _source()[meaning]["words"][0]
    return found


def _near(head: str) -> str | None:
    if len(head) < _FORGIVES_FROM:
        return None
    close = (word for word in _table() if len(word) >= _FORGIVES_FROM and " " not in word)
    hits = {_table()[word] for word in close if DamerauLevenshtein.distance(head, word, score_cutoff=1) <= 1}
    return hits.pop() if len(hits) == 1 else None


@cache
def _table() -> dict[str, str]:
    return {plainly(word): meaning for meaning, entry in _source().items() for word in entry["words"]}


@cache
def _source() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resources.files("messages").joinpath("desk_vocabulary.toml").read_text(encoding="utf-8"))
