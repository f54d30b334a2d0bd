"""Phrases of the lexicon, and where they stand in a text.

A phrase is written as people say it, in standard words: `belum .. terbit`. `|` parts words that may stand for
each other, `..` lets up to three words lie between, `#` is any number, and `+` joins parts in any order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from rules.understanding.words import Word

_GAP = 3
_AFTER_NOT = 2
NEGATORS = frozenset({"tidak", "bukan", "tanpa", "not", "never", "jangan", "belum"})
Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class _Step:
    """One word of a phrase: any of `options`, or any number when `#` is one, after at most `gap` other words."""

    options: frozenset[str]
    gap: int

    def fits(self, word: Word) -> bool:
        if "#" in self.options and word.plain[0].isdigit():
            return True
        return word.plain in self.options or not self.options.isdisjoint(word.forms)


@dataclass(frozen=True, slots=True)
class Phrase(Generic[Meaning]):
    """A phrase and what it means to its owner. `text` is as written in the lexicon."""

    text: str
    parts: tuple[tuple[_Step, ...], ...]
    meaning: Meaning

    @classmethod
    def of(cls, text: str, meaning: Meaning) -> "Phrase[Meaning]":
        """Raises ValueError for a phrase without words."""
        parts = []
        for part in text.split("+"):
            steps: list[_Step] = []
            gap = 0
            for word in part.split():
                if word == "..":
                    gap = _GAP
                    continue
                options = frozenset(word.split("|")) - {""}
                if not options:
                    raise ValueError(f"a phrase of the lexicon has an empty word: {text!r}")
                steps.append(_Step(options, gap if steps else 0))
                # "tidak dijawab" is also "tidak pernah dijawab", "tidak ada yang jawab".
                gap = _AFTER_NOT if options <= NEGATORS else 0
            if not steps:
                raise ValueError(f"a phrase of the lexicon has no words: {text!r}")
            parts.append(tuple(steps))
        return cls(text, tuple(parts), meaning)

    def vocabulary(self) -> set[str]:
        return {option for part in self.parts for step in part for option in step.options} - {"#"}


@dataclass(frozen=True, slots=True)
class Found(Generic[Meaning]):
    """A phrase that stands in the words: from index `first` to index `last`, both included."""

    phrase: Phrase[Meaning]
    first: int
    last: int
    at: tuple[int, ...]

    @property
    def length(self) -> int:
        return len(self.at)


class PhraseBook(Generic[Meaning]):
    """Finds many phrases at once, by the first word of each and whether its next word stands there at all."""

    def __init__(self, phrases: Iterable[Phrase[Meaning]]) -> None:
        self.phrases = tuple(phrases)
        self._by_first: dict[str, list[tuple[int, Phrase[Meaning], frozenset[str]]]] = {}
        for place, phrase in enumerate(self.phrases):
            first, *rest = (step.options for part in phrase.parts for step in part)
            for option in first:
                self._by_first.setdefault(option, []).append((place, phrase, rest[0] if rest else first))

    def find(self, words: Sequence[Word]) -> list[Found[Meaning]]:
        """Every phrase, once for each place where it begins, in the order of the words."""
        known = [_known_as(word.plain, word.forms) for word in words]
        there = set().union(*known)
        found: list[Found[Meaning]] = []
        for index, options in enumerate(known):
            seen: set[int] = set()
            for option in options:
                for place, phrase, following in self._by_first.get(option, ()):
                    if place not in seen and not there.isdisjoint(following):
                        seen.add(place)
                        _add(found, phrase, words, index)
        return found

    def any(self, words: Sequence[Word]) -> Found[Meaning] | None:
        """The first one that stands in the words."""
        return next(iter(self.find(words)), None)


@lru_cache(maxsize=20_000)
def _known_as(plain: str, forms: frozenset[str]) -> frozenset[str]:
    return frozenset({plain, *forms, "#"} if plain[:1].isdigit() else {plain, *forms})


def _add(found: list[Found[Meaning]], phrase: Phrase[Meaning], words: Sequence[Word], index: int) -> None:
    at = _match(phrase.parts[0], words, index)
    if at is None:
        return
    everything = set(at)
    for part in phrase.parts[1:]:
        for start in range(len(words)):
            other = _match(part, words, start)
            if other is not None and everything.isdisjoint(other):
                everything.update(other)
                break
        else:
            return
    places = tuple(sorted(everything))
    found.append(Found(phrase, places[0], places[-1], places))


def _match(steps: Sequence[_Step], words: Sequence[Word], index: int) -> tuple[int, ...] | None:
    if not steps[0].fits(words[index]):
        return None
    at = [index]
    for step in steps[1:]:
        for following in range(at[-1] + 1, min(at[-1] + 2 + step.gap, len(words))):
            if step.fits(words[following]):
                at.append(following)
                break
        else:
            return None
    return tuple(at)
