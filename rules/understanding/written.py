"""How names are taken from a text and shown again."""

import re
from collections.abc import Sequence

from rules.understanding.words import plain

NAME_WORD = r"[^\W\d_][^\W\d_]*(?:['’\-.][^\W\d_]+)*\.?"
_NAME_WORD = re.compile(NAME_WORD)
_SMALL = frozenset({"bin", "binti"})


def name_words(text: str) -> list[str]:
    """The words of a text as names are written: `H.`, `O'Brien`, `Siti`."""
    return _NAME_WORD.findall(text)


def bare(word: str) -> str:
    """A word as the lexicon's lists have it."""
    return plain(word).rstrip(".")


def bare_words(text: str) -> list[str]:
    return [bare(word) for word in name_words(text)]


def written(words: Sequence[str], *, firm: bool = False) -> str:
    """With capitals where the writer used none, or nothing but (a firm may be called `PT ABC`)."""
    whole = "".join(words)
    if not (whole.islower() or (whole.isupper() and len(whole) > 3 and not firm)):
        return " ".join(words)
    return " ".join(w.lower() if w.lower() in _SMALL else w[:1].upper() + w[1:].lower() for w in words)
