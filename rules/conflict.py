"""Conflict of interest: whether a text names somebody on the staff. Nobody handles what is about themselves.

Source: the service standard, component 7 (internal supervision) and the equal treatment its guarantees promise. A name
that is only like one is suspected, and a superior decides; until then it counts.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

_SHORTEST = 3  # letters of a part of a name
_SHORTEST_ALONE = 4  # of a part that names somebody without the others
_NEAR = 86
_NEAR_ALONE = 90
_APART = 3  # words between two parts of one name
# What people put before the name of somebody who serves them.
_ADDRESSED = frozenset(
    [
        "pak",
        "bapak",
        "bu",
        "ibu",
        "bpk",
        "mas",
        "mbak",
        "mba",
        "kang",
        "teh",
        "teteh",
        "neng",
        "sdr",
        "sdri",
        "saudara",
        "saudari",
        "petugas",
        "pegawai",
        "staf",
        "oknum",
        "loket",
        "bernama",
        "namanya",
        "nama",
        "atas",
        "mr",
        "mrs",
        "ms",
        "miss",
        "officer",
        "named",
        "called",
        "an",
    ]
)


def named_in(text: str, people: Mapping[int, str]) -> frozenset[int]:
    """The ids of those of `people` (id to name) that the text seems to name.

    A whole name anywhere, its parts at most three words apart; or one part behind what people put before a name
    ("bu Rina", "petugas bernama Agus").
    """
    words = _words(text)
    return frozenset(who for who, name in people.items() if _names(words, _parts(name)))


def _names(words: Sequence[str], parts: Sequence[str]) -> bool:
    if not parts:
        return False
    if len(parts) > 1 and _whole(words, parts):
        return True
    alone = [part for part in parts if len(part) >= _SHORTEST_ALONE]
    return any(
        words[i - 1] in _ADDRESSED and any(_near(word, part, _NEAR_ALONE) for part in alone)
        for i, word in enumerate(words)
        if i
    )


def _whole(words: Sequence[str], parts: Sequence[str]) -> bool:
    """Two of its parts in their order, or all of them, not far apart."""
    for i, word in enumerate(words):
        if not _near(word, parts[0], _NEAR):
            continue
        behind = words[i + 1 : i + 1 + _APART]
        if any(_near(other, part, _NEAR) for other in behind for part in parts[1:]):
            return True
    return False


def _near(said: str, part: str, least: int) -> bool:
    if said[:1] != part[:1] and len(part) < 6:
        return False
    return fuzz.ratio(said, part) >= least


def _parts(name: str) -> list[str]:
    """Of a name without its titles: parts of three and more letters."""
    bare = re.sub(r",.*$", "", name)  # "Rina Marlina, S.Sos."
    return [word for word in _words(bare) if len(word) >= _SHORTEST and word not in _ADDRESSED]


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[^\W\d_]+", "".join(c for c in folded if not unicodedata.combining(c)))
