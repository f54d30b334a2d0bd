"""Which words are a person's name."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rules.agency import Place
from rules.understanding.lexicon import Lexicon
from rules.understanding.phrases import PhraseBook
from rules.understanding.places import Gazetteer
from rules.understanding.written import NAME_WORD, bare, bare_words, name_words, written

_WORD = re.compile(NAME_WORD)
# "mengurus", "dipersulit", "ngadukeun", "antriannya": beginnings and endings that names hardly have.
_VERB = re.compile(
    r"(?:meng|meny|mem[bpf]|men[tdcjsz])\w{3,}|(?:ber|ter|nga|nge|ngu|ngi|per)\w{4,}|di\w{4,}(?:kan|in|keun|i)$|"
    r"\w{3,}nya$|\w{4,}(?:kan|keun)$"
)
_BALINESE = re.compile(r"(?:I|Ni)\s+(?:Made|Wayan|Nyoman|Ketut|Putu|Gede|Komang|Gusti|Dewa|Nengah|Kadek|Luh)\b")
_PARTICLES = frozenset({"br", "bin", "binti", "van", "von", "az", "al", "el", "ibn"})  # "Theresia br. Simanjuntak"
_NO_LEAD = frozenset({"dari", "oleh"})  # "saya ibu dari Raka"
_MOST_LEADS = 5
_LONGEST = 5
_MOST_LETTERS = 80
_GREETINGS = ("salam", "morning", "noon", "afternoon", "evening", "hello", "greeting_filler", "thanks")


class Names:
    """Tells names from talk, by the lexicon: a word that means something else is rarely a name."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._wording = lexicon.wording
        self._gazetteer = gazetteer
        self._common = lexicon.lists.get("common", frozenset())
        self._not_names = lexicon.lists.get("not_names", frozenset())
        self._is_word = lru_cache(maxsize=4_000)(self._in_the_lexicon)
        self._greetings = PhraseBook([p for key in _GREETINGS for p in lexicon.says(key).phrases])
        self._given = lexicon.lists.get("given", frozenset())
        self._titles = lexicon.lists.get("titles", frozenset())
        self._everyday = lexicon.lists.get("everyday", frozenset())
        self.occupations = lexicon.lists.get("occupations", frozenset())
        self.lead = lexicon.lists.get("lead", frozenset())
        self.roles = lexicon.lists.get("roles", frozenset())
        self.stops = lexicon.lists.get("stops", frozenset())

    def sure(self, part: str) -> tuple[str, Place | None] | None:
        """A name, when the words mean nothing else; the last words may be a place (`Yayat Cibening`)."""
        words = self._without_lead(name_words(part))
        place = None
        for cut in range(1, len(words)):
            if (found := self._gazetteer.whole(" ".join(words[cut:]))) is not None:
                place, words = found, words[:cut]
                break
        if not 1 <= len(words) < _LONGEST or any(letter.isdigit() for letter in part):
            return None
        if any(self.means_something(word) for word in words) or len("".join(words)) < 3:
            return None
        return written(words), place

    def beginning_at(self, text: str, start: int) -> tuple[str | None, int]:
        """The words from there that can only be a name, and where they end."""
        words: list[str] = []
        at = start
        capital = False
        shouted = text.isupper()
        led = 0
        while len(words) < _LONGEST and (match := _WORD.match(text, at)) is not None:
            word = match[0]
            if (not words and _BALINESE.match(text, at)) or (words and bare(word) in _PARTICLES):
                words.append(word)
                at = _skip_spaces(text, match.end())
                continue
            if not words and led < _MOST_LEADS and bare(word) in self.lead and bare(word) not in _NO_LEAD:
                led += 1
                at = _skip_spaces(text, match.end())
                continue
            titled = word[0].isupper() and not shouted
            if not shouted and (self._is_abbreviation(word) or (words and not titled and bare(word) in self._titles)):
                break
            if bare(word) in self.stops | self.roles or (self.means_something(word) and not (capital and titled)):
                break
            if words and "." in word.rstrip("."):  # a degree: "S.T."
                break
            if capital and not word[0].isupper():
                break
            capital = capital or titled
            full_stop = word.endswith(".") and len(bare(word)) > 1 and bare(word) not in self._titles
            words.append(word.rstrip(".") if full_stop else word)
            at = _skip_spaces(text, match.end())
            if full_stop or at == match.end():
                at = match.end()
                break
        return (written(words), at) if sum(map(len, words)) > 1 else (None, start)

    def answered(self, part: str) -> tuple[str | None, str]:
        """The name in one part of an answer, and what follows it."""
        words = self._without_lead(name_words(part))
        count = next((i for i, word in enumerate(words) if bare(word) in self.stops | self.roles), len(words))
        kept, rest = words[: min(count, _LONGEST)], words[min(count, _LONGEST) :]
        for cut in range(1, len(kept)):
            if self._gazetteer.whole(" ".join(kept[cut:])) is not None:
                kept, rest = kept[:cut], [*kept[cut:], *rest]
                break
        if not kept or self.is_talk(" ".join(kept)):
            return None, ""
        name = written(kept)
        return (name, " ".join(rest)) if 2 <= len(name) <= _MOST_LETTERS else (None, "")

    def is_talk(self, text: str) -> bool:
        """Everyday words: one that never is a name, or several that all mean something."""
        said = [word for word in bare_words(text) if word not in self._titles]  # "drg" is no slang before a name
        standard = [word.plain for word in self._wording.words(" ".join(said))]
        if not self._not_names.isdisjoint([*said, *standard]):
            return True
        return len(said) > 1 and all(self.means_something(word) for word in said)

    def is_greeting(self, part: str) -> bool:
        """Nothing but a greeting, thanks, and whom they are for."""
        words = self._wording.words(part)
        return len({index for found in self._greetings.find(words) for index in found.at}) == len(words)

    def is_given(self, name: str) -> bool:
        """The name, behind any titles, begins with one that is common here."""
        words = [word for word in bare_words(name) if word not in self._titles]
        return bool(words) and words[0] in self._given

    def titled(self, part: str) -> str | None:
        """A name of two words or more that begins with a title or a common name (`drg. Amelia Putri`)."""
        words = name_words(part)
        sure = self.sure(part)
        if sure is None or not all(word[0].isupper() for word in words[1:]) or part.isupper():
            return None
        first = bare(words[0])
        return (
            sure[0]
            if (first in self._titles and len(words) > 1) or (words[0][0].isupper() and first in self._given)
            else None
        )

    def _is_abbreviation(self, word: str) -> bool:
        """`SLF`, `PNS`: capitals only, and short."""
        said = bare(word)
        short = word.isupper() and 1 < len(said) <= 5 and "." not in word
        return short and said not in self._given and said not in self._titles

    def means_something(self, word: str) -> bool:
        """The lexicon knows the word as something other than a name, or it has the form of a verb."""
        said = bare(word)
        if said in self._not_names or said in self.stops or said in self._everyday:
            return True
        if said in self._given or said in self._titles:
            return False
        if word.islower() and _VERB.match(said):
            return True
        return self._is_word(said)

    def _in_the_lexicon(self, said: str) -> bool:
        return any(w.forms or w.plain in self._common for w in self._wording.words(said))

    def _without_lead(self, words: Sequence[str]) -> list[str]:
        first = next((i for i, word in enumerate(words) if bare(word) not in self.lead), len(words))
        return list(words[first:])


def _skip_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t":
        at += 1
    return at
