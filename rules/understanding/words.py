"""Text as words: what was typed, brought to plain lower-case words that the lexicon knows.

People write "blm", "lamaaa", "jadi2", "teu acan", "ngurus". Here accents and capitals go, drawn-out letters
shrink, slang and other languages become standard Indonesian words, and affixes are taken off only as far as a
word the lexicon knows (so no dictionary is needed, and a stem is never invented; a stemmer like Sastrawi
misses "ngurus" and "nunggu").
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

LONGEST = 12_000  # characters that are read for meaning; the case keeps what lies behind them
_RAW = re.compile(
    r"(?P<number>\d+(?:[.,:/]\d+)*)(?P<unit>[^\W\d_]*)|(?P<word>[^\W\d_]+(?:['’\-][^\W\d_]+)*)(?P<twice>2(?!\d))?"
    r"|(?P<stop>[.!?;\n…]+)|(?P<comma>[,:()\-–—\"“”])"
)
_LAST_E = re.compile(r"e([^aeiou]{1,2})$")
_LETTERS_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_ACCENTS = str.maketrans("éèêëàáâäìíîïòóôöùúûü’", "eeeeaaaaiiiioooouuuu'")

_SUFFIXES = ("nya", "na", "lah", "kah", "pun", "ku", "mu", "keun", "kan", "eun", "in", "an", "i", "e")
_PREFIXES = ("di", "ke", "se", "ter", "ber", "be", "te", "per", "pe", "ka", "pang", "nge")
_NASALS = (
    ("meny", "s"), ("peny", "s"), ("meng", "k"), ("peng", "k"), ("mem", "p"), ("pem", "p"), ("men", "t"),
    ("pen", "t"), ("ny", "s"), ("ny", "c"), ("ng", "k"), ("me", ""), ("pe", ""), ("m", "p"), ("m", "b"),
    ("n", "t"),
)  # fmt: skip
_BEGINNINGS = tuple({*_PREFIXES, *(nasal for nasal, _letter in _NASALS if len(nasal) > 1)})
_SHORTEST_STEM = 3  # behind endings
_SHORTEST_ROOT = 4  # behind beginnings: "bekas" is no form of "kas"
_SHORTEST_SLIP = 8  # letters of a word that may hold a slip: shorter ones have too many neighbours
_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


@dataclass(frozen=True, slots=True)
class Word:
    """One plain word. `start`, `end`: its place in the text; `clause` and `sentence` count up from 0.

    `forms` are the words of the lexicon that it may be a form of, itself included when known.
    """

    plain: str
    start: int
    end: int
    clause: int
    sentence: int
    forms: frozenset[str]


def plain(text: str) -> str:
    """Lower case, without accents, look-alike characters made one."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_ACCENTS)


def _shrunk(word: str) -> str:
    """`lamaaaa` -> `lama`: three of a letter or more are one."""
    return _LETTERS_DRAWN_OUT.sub(r"\1", word)


def _ends(word: str) -> set[str]:
    """The word, and what is left without one or two endings."""
    ends = {word, _LAST_E.sub(r"a\1", word)}  # "dateng" is said for "datang"
    for _ in range(2):
        ends |= {e[: -len(s)] for e in ends for s in _SUFFIXES if e.endswith(s) and len(e) - len(s) >= _SHORTEST_STEM}
    return ends


def _stems(word: str) -> tuple[set[str], set[str]]:
    """What the word may come from, by Indonesian, colloquial and Sundanese affixes; most are no words.

    First with letters only taken off, then with the one that a nasal prefix swallowed (`nunggu`: `tunggu`).
    """
    ends = _ends(word)
    starts = set(ends)
    for _ in range(2):
        starts |= {
            s[len(p) :] for s in starts for p in _BEGINNINGS if s.startswith(p) and len(s) - len(p) >= _SHORTEST_ROOT
        }
    nasal = {letter + s[len(p) :] for s in ends | starts for p, letter in _NASALS if s.startswith(p)}
    nasal |= {e for n in nasal for e in _ends(n)}
    return starts, {n for n in nasal if len(n) >= _SHORTEST_ROOT}


def _consonants(word: str) -> str:
    return "".join(letter for letter in word if letter not in "aeiou")


def _is_inside(short: str, long: str) -> bool:
    """All letters of `short` stand in `long` in that order."""
    rest = iter(long)
    return all(letter in rest for letter in short)


def _is_a_slip(typed: str, known: str) -> bool:
    """One letter too many, too few, swapped with the next, or hit beside the right key.

    Any other letter makes another word: `perubahan` is no slip of `perumahan`.
    """
    if OSA.distance(typed, known, score_cutoff=1) > 1:
        return False
    if len(typed) != len(known):
        return True
    wrong = [(a, b) for a, b in zip(typed, known, strict=True) if a != b]
    return len(wrong) == 2 or any(
        abs(row.find(wrong[0][0]) - row.find(wrong[0][1])) == 1 and set(wrong[0]) <= set(row) for row in _KEYBOARD
    )


class Vocabulary:
    """The words the lexicon knows, and how a typed word finds them."""

    def __init__(self, words: Iterable[str], common: Iterable[str], whole: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._common = frozenset(common)
        self._whole = frozenset(whole)
        self._by_consonants: dict[str, list[str]] = {}
        for word in sorted(self.words, key=lambda w: (len(w), w)):
            if len(word) >= 4:
                self._by_consonants.setdefault(_consonants(word), []).append(word)
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self.words):
            self._by_length.setdefault(len(word), []).append(word)
        self.forms = lru_cache(maxsize=20_000)(self._forms)

    def _forms(self, word: str) -> frozenset[str]:
        if word in self._whole:
            return frozenset({word})
        bare, nasal = _stems(word)
        if word in self.words:  # "mau" is not a form of "bau"
            return frozenset({word} | {s for s in self.words & bare if len(s) >= _SHORTEST_ROOT})
        found = self.words & bare or self.words & nasal
        if found or word in self._common or len(word) < 4 or not word.isalpha():
            return frozenset(found)
        return self._mended(word)

    def _mended(self, word: str) -> frozenset[str]:
        """A word with vowels left out (`srtifikat`), or one slip from a known word of six letters or more."""
        vowels = sum(letter in "aeiou" for letter in word)
        if vowels * 4 <= len(word):
            for known in self._by_consonants.get(_consonants(word), ()):
                if known[0] == word[0] and _is_inside(word, known):
                    return frozenset({known})
        if _SHORTEST_SLIP <= len(word) <= 20:
            lengths = (len(word), len(word) - 1, len(word) + 1)
            near = {k for n in lengths for k in self._by_length.get(n, ()) if k[0] == word[0] and _is_a_slip(word, k)}
            if len(near) == 1:
                return frozenset(near)
        return frozenset()


class Wording:
    """Turns text into words: slang and other languages by `says` (as typed -> standard words)."""

    def __init__(self, says: Mapping[tuple[str, ...], tuple[str, ...]], vocabulary: Vocabulary) -> None:
        self._says = says
        self._vocabulary = vocabulary
        self._longest: dict[str, int] = {}  # by the first word
        for key in says:
            self._longest[key[0]] = max(self._longest.get(key[0], 1), len(key))

    @property
    def known(self) -> frozenset[str]:
        """The words of the lexicon."""
        return self._vocabulary.words

    def words(self, text: str) -> list[Word]:
        """The plain words of a text, in order. Never raises; reads at most `LONGEST` characters."""
        raw = _raw_words(text[:LONGEST])
        words: list[Word] = []
        at = 0
        while at < len(raw):
            taken, said = self._said(raw, at)
            first, last = raw[at], raw[at + taken - 1]
            words += [
                Word(word, first.start, last.end, first.clause, first.sentence, self._vocabulary.forms(word))
                for word in said
            ]
            at += taken
        return words

    def _said(self, raw: list[Word], at: int) -> tuple[int, tuple[str, ...]]:
        for length in range(min(self._longest.get(raw[at].plain, 0), len(raw) - at), 0, -1):
            if raw[at].sentence != raw[at + length - 1].sentence:
                continue
            key = tuple(word.plain for word in raw[at : at + length])
            if (said := self._says.get(key)) is not None:
                return length, said
        word = raw[at].plain
        if len(word) > 4:  # glued endings of talk: "antrianna", "gmnya"
            for ending in ("nya", "na", "lah", "mah", "teh"):
                if word.endswith(ending) and (said := self._says.get((word[: -len(ending)],))) is not None:
                    return 1, said
        return 1, (word,)


def _raw_words(text: str) -> list[Word]:
    """Words as typed, with their clause (up to a comma) and sentence."""
    found: list[Word] = []
    clause = sentence = 0
    none: frozenset[str] = frozenset()
    for match in _RAW.finditer(text):
        kind = match.lastgroup
        if match["stop"]:
            sentence += 1
            clause += 1
        elif match["comma"]:
            clause += 1
        elif match["number"]:
            end = match.end("number")
            found.append(Word(match["number"], match.start(), end, clause, sentence, none))
            if match["unit"]:
                found.append(Word(plain(match["unit"]), end, match.end(), clause, sentence, none))
        elif kind is not None:
            word = _shrunk(plain(match["word"]))
            halves = word.split("-")
            if len(halves) == 2 and len(halves[0]) > 2 and halves[1].startswith(halves[0]):
                word = halves[1]  # "macam-macam", "lampu-lampunya"
            place = (match.start(), match.end(), clause, sentence)
            found += [Word(part, *place, none) for part in word.split("-")]
    return found
