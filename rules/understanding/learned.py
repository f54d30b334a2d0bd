"""What single words tell of a component, learned from labelled messages, beside the phrases that people wrote down.

The weights are a file of the lexicon (`learned.toml`, made by `aduan train`): one line a word, readable and small.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from rules.components import Component
from rules.understanding.phrases import NEGATORS
from rules.understanding.words import Word

_SLUGS = tuple(Component)
# A day stands in every sort of complaint.
# fmt: off
_DAYS = frozenset({
    "tanggal", "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober",
    "november", "desember", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "ahad",
})
# fmt: on
PIECE = "~"  # before a piece of a word
_PIECE_LETTERS = 5
_PIECES = 0.5  # what a piece counts beside a word
Weights = Mapping[str, Mapping[Component, float]]


def features(words: Sequence[Word]) -> Mapping[str, float]:
    """The words of a message, what they come from and the pieces they are made of; long messages count no more.

    What is denied is another word: `belum terbit` tells nothing of what `terbit` tells.
    """
    forms = {form for word, before in _with_before(words) for form in _known_as(word, before)}
    share = 1 / math.sqrt(len(forms) or 1)
    found: dict[str, float] = {}
    for form in sorted(forms):
        for name, part in _parts(form):
            found[name] = found.get(name, 0.0) + part * share
    return found


@lru_cache(maxsize=20_000)
def _parts(form: str) -> tuple[tuple[str, float], ...]:
    """A form and its pieces of five letters (`~kembal`), by which words are known that nobody taught."""
    word = form.rpartition(" ")[2]
    pieces = [word[at : at + _PIECE_LETTERS] for at in range(len(word) - _PIECE_LETTERS + 1)]
    pieces = pieces if len(pieces) > 1 else []  # a word of five letters is its only piece
    return ((form, 1.0), *((PIECE + piece, _PIECES) for piece in pieces))


def _with_before(words: Sequence[Word]) -> Iterator[tuple[Word, Word | None]]:
    return zip(words, (None, *words), strict=False)


def _known_as(word: Word, before: Word | None) -> Iterator[str]:
    """What a word counts as; figures count as nothing."""
    denied = before is not None and before.plain in NEGATORS and before.clause == word.clause
    for form in {word.plain, *word.forms}:
        if not form[0].isdigit() and form not in _DAYS:
            yield f"{before.plain} {form}" if denied and before is not None else form


@dataclass(frozen=True, slots=True)
class Learned:
    """`bias`: what each component has before any word is read. Empty where nothing was learned."""

    words: Weights = field(default_factory=dict)
    bias: Mapping[Component, float] = field(default_factory=dict)

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> "Learned":
        """From the parsed file. Raises ValueError for a component that does not exist."""
        words = {word: _weights(told) for word, told in table.get("words", {}).items()}
        return cls(words, _weights(table.get("bias", {})))

    def scores(self, words: Sequence[Word]) -> dict[Component, float]:
        """For every component, in the unit of log odds; nothing but the bias for words that were never seen."""
        scores = {component: self.bias.get(component, 0.0) for component in _SLUGS}
        for word, share in features(words).items():
            for component, weight in self.words.get(word, {}).items():
                scores[component] += weight * share
        return scores

    def telling(self, words: Sequence[Word], component: Component, most: int = 4) -> list[tuple[str, str]]:
        """(as said, as known) of the words that tell most of that component, the most telling first."""
        found: dict[str, tuple[float, str]] = {}
        for word, before in _with_before(words):
            for form in sorted(_known_as(word, before)):
                weight = self.words.get(form, {}).get(component, 0.0)
                if weight > found.get(word.plain, (0.0, ""))[0]:
                    found[word.plain] = (weight, form)
        best = sorted(found.items(), key=lambda pair: (-pair[1][0], pair[0]))[:most]
        return [(said, form) for said, (_weight, form) in best]


def _weights(told: Mapping[str, float]) -> dict[Component, float]:
    return {Component(slug): float(weight) for slug, weight in told.items()}
