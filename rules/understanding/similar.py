"""Whether two complaints tell of the same matter: by their words, the service and the component (study step 6c).

Words are compared as the reader takes them, so "blm kluar" and "teu acan kaluar" are the same ones, and near ones
(`rapidfuzz`) count, too. Rare words tell more than those that stand in every complaint.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from rules.understanding.words import Word

# E-mail and web addresses, handles, telephone numbers, NIK: who it is, never what it is about.
# Each word is looked at once, from its beginning: a megabyte without a blank costs no more than any other.
REACHED_AT = re.compile(
    r"(?<!\S)(?=\S*?(?:[@/]\S|[^\s.]\.(?:com|co|id|net|org)\b))\S+|\+?\d(?:[ .\-]?\d){8,}", re.IGNORECASE
)
ALIKE = 0.25  # from here on two cases are shown as perhaps the same matter
_SHORTEST_TERM = 3
_SHORTEST_FIGURE = 3  # "27203", "500": particulars; "3" and "12" stand everywhere
_NEAR = 80  # of 100: how alike two words must be that are no same word
_NEAR_LETTERS = 5  # shorter words have too many neighbours
_ORDINARY = 5.0  # the rarity of a word of which nothing is known
_FEW_WORDS = 12.0  # as if something unshared stood beside: two short texts that share one word are not alike by it
_SAME_SERVICE, _SAME_COMPONENT = 0.1, 0.05
_OTHER_SERVICE = 0.6


@dataclass(frozen=True, slots=True)
class Matter:
    """What a case is about, as far as likeness goes. `components`: the first, and the second where there is one."""

    terms: frozenset[str]
    service_id: str | None
    components: tuple[str, ...]


def terms_of(words: Sequence[Word], empty: frozenset[str], besides: Iterable[str] = ()) -> frozenset[str]:
    """The words that tell one matter from another: none that stand in every text, and none of `besides`.

    `besides` holds words of who complains, so that likeness never tells whose case it is.
    """
    left_out = {*empty, *besides}
    return frozenset(
        term for word in words if word.plain not in left_out and (term := _term(word)) not in left_out and _tells(term)
    )


def likeness(one: Matter, other: Matter, rarity: Mapping[str, float]) -> float:
    """0 to 1. `rarity`: what a word tells, by how few cases hold it; `_ORDINARY` where nothing is known of it."""
    score = _shared(one.terms, other.terms, rarity)
    if not score:
        return 0.0
    if not set(one.components).isdisjoint(other.components):
        score += _SAME_COMPONENT
    if one.service_id and other.service_id:
        score = score + _SAME_SERVICE if one.service_id == other.service_id else score * _OTHER_SERVICE
    return min(score, 1.0)


def _shared(one: frozenset[str], other: frozenset[str], rarity: Mapping[str, float]) -> float:
    """How much of both is said by both, near words counted by how near they are."""
    same = one & other
    shared = sum(_told(term, rarity) for term in same)
    rest = [term for term in other - same if len(term) >= _NEAR_LETTERS]
    for term in one - same:
        if rest and len(term) >= _NEAR_LETTERS:
            near = process.extractOne(term, rest, scorer=fuzz.ratio, score_cutoff=_NEAR)
            shared += _told(term, rarity) * near[1] / 100 if near else 0.0
    return 2 * shared / (sum(_told(term, rarity) for term in (*one, *other)) + _FEW_WORDS)


def _told(term: str, rarity: Mapping[str, float]) -> float:
    return rarity.get(term, _ORDINARY)


def _term(word: Word) -> str:
    """One name for all forms of a word: the shortest that the lexicon knows."""
    return min(word.forms, key=lambda form: (len(form), form), default=word.plain)


def _tells(term: str) -> bool:
    return len(term) >= (_SHORTEST_FIGURE if term[0].isdigit() else _SHORTEST_TERM)
