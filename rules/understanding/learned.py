"""What words and pairs of words tell of a component, learned from labelled messages, beside the written phrases.

The weights are a table (`lexicon/learned.tsv`, made by `aduan train`), a word in each row, a component in each column.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

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
PAIR = "+"  # between the words of a pair
_PIECE_LETTERS = 5
_PIECES, _PAIRS = 0.5, 0.7  # what a piece and a pair count beside a word
_BIAS = "(before any word)"
Weights = Mapping[str, Mapping[Component, float]]


def features(words: Sequence[Word]) -> Mapping[str, float]:
    """The words of a message, what they come from, their pieces and pairs; long messages count no more.

    What is denied is another word: `belum terbit` tells nothing of what `terbit` tells.
    """
    forms = {form for word, before in _with_before(words) for form in _known_as(word, before)}
    share = 1 / math.sqrt(len(forms) or 1)
    found: dict[str, float] = {}
    for form in sorted(forms):
        for name, part in _parts(form):
            found[name] = found.get(name, 0.0) + part * share
    found |= {pair: _PAIRS * share for pair, _, _ in _pairs(words)}
    return found


@lru_cache(maxsize=20_000)
def _parts(form: str) -> tuple[tuple[str, float], ...]:
    """A form and its pieces of five letters (`~kembal`), by which words are known that nobody taught."""
    word = form.rpartition(" ")[2]
    pieces = [word[at : at + _PIECE_LETTERS] for at in range(len(word) - _PIECE_LETTERS + 1)]
    pieces = pieces if len(pieces) > 1 else []  # a word of five letters is its only piece
    return ((form, 1.0), *((PIECE + piece, _PIECES) for piece in pieces))


def _number(cell: str) -> float:
    value = float(cell)
    if not math.isfinite(value):
        raise ValueError(cell)
    return value


def _pairs(words: Sequence[Word]) -> Iterator[tuple[str, Word, Word]]:
    """Two words that follow each other: `disuruh + balik`."""
    for one, other in pairwise(words):
        if one.sentence == other.sentence and not (_is_no_word(one.plain) or _is_no_word(other.plain)):
            yield f"{one.plain} {PAIR} {other.plain}", one, other


def _is_no_word(form: str) -> bool:
    """Figures and days count as nothing."""
    return form[0].isdigit() or form in _DAYS


def _with_before(words: Sequence[Word]) -> Iterator[tuple[Word, Word | None]]:
    return zip(words, (None, *words), strict=False)


def _known_as(word: Word, before: Word | None) -> Iterator[str]:
    """What a word counts as."""
    denied = before is not None and before.plain in NEGATORS and before.clause == word.clause
    for form in {word.plain, *word.forms}:
        if not _is_no_word(form):
            yield f"{before.plain} {form}" if denied and before is not None else form


@dataclass(frozen=True, slots=True)
class Learned:
    """`bias`: what each component has before any word is read. Empty where nothing was learned."""

    words: Weights = field(default_factory=dict)
    bias: Mapping[Component, float] = field(default_factory=dict)

    @classmethod
    def from_text(cls, text: str) -> "Learned":
        """From the file. Raises ValueError with the line that is no row of the table, or a column that is unknown."""
        rows = [line for line in text.splitlines() if line and not line.startswith("#")]
        if not rows:
            return cls()
        columns = [Component(name) for name in rows[0].split("\t")[1:]]
        if len(set(columns)) != len(columns):
            raise ValueError("a component has two columns")
        words: dict[str, Mapping[Component, float]] = {}
        for row in rows[1:]:
            word, *cells = row.split("\t")
            try:
                words[word] = {c: _number(cell) for c, cell in zip(columns, cells, strict=True) if cell}
            except ValueError:
                raise ValueError(f"no row of weights (numbers as 1.5, without gaps): {row[:60]!r}") from None
        return cls(words, words.pop(_BIAS, {}))

    def to_text(self, made: str) -> str:
        """The file: a table that any spreadsheet opens, a word in each row. `made`: what it says of itself."""
        rows = [(_BIAS, self.bias), *sorted(self.words.items())]
        table = ["\t".join(["word", *(component.value for component in _SLUGS)])]
        table += ["\t".join([word, *(f"{told[c]:g}" if c in told else "" for c in _SLUGS)]) for word, told in rows]
        return f"# {made}\n" + "\n".join(table) + "\n"

    def scores(self, words: Sequence[Word]) -> dict[Component, float]:
        """For every component, in the unit of log odds; nothing but the bias for words that were never seen."""
        scores = {component: self.bias.get(component, 0.0) for component in _SLUGS}
        known = self.words
        for word, share in features(words).items():
            if word in known:
                for component, weight in known[word].items():
                    scores[component] += weight * share
        return scores

    def telling(self, words: Sequence[Word], component: Component, most: int = 4) -> list[tuple[str, str]]:
        """(as said, as known) of the words and pairs that tell most of that component, the most telling first."""
        found: dict[str, tuple[float, str]] = {}
        for word, before in _with_before(words):
            for form in sorted(_known_as(word, before)):
                weight = sum(self._weight(name, component) * part for name, part in _parts(form))
                if weight > found.get(word.plain, (0.0, ""))[0]:
                    found[word.plain] = (weight, form)
        for pair, one, other in _pairs(words):
            if (weight := self._weight(pair, component) * _PAIRS) > 0:
                found[f"{one.plain} {other.plain}"] = (weight, pair)
        best = sorted(found.items(), key=lambda pair: (-pair[1][0], pair[0]))[:most]
        return [(said, form) for said, (_weight, form) in best]

    def _weight(self, name: str, component: Component) -> float:
        return self.words.get(name, {}).get(component, 0.0)
