"""What people say, as data: the files under `lexicon/`, parsed elsewhere and made ready here.

- a file named after a component (`persyaratan.toml`): phrases, certain (whatever the learned words say), decisive,
  strong, plain or a hint;
- files with a table `says`: slang and other languages, as typed -> standard words (`"teu acan" = "belum"`);
- a table `markers`: words that show a language (`su = [...]`);
- `talk.toml`, `secrecy.toml`: phrases by what they show beside the matter (a threat, praise, a wish for secrecy, ...);
- a table `classes`: words that stand for each other in the phrases of its file (`@who`);
- `learned.tsv`: weights of words, made by `aduan train` (learned.py);
- `common.toml` and `names.toml`: lists of single words.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from rules.components import Component
from rules.understanding.learned import Learned
from rules.understanding.phrases import Phrase, PhraseBook
from rules.understanding.words import Vocabulary, Wording, plain

Meaning = TypeVar("Meaning")
Says = Mapping[tuple[str, ...], tuple[str, ...]]
_LISTS = {"common", "names"}
WEIGHTS: Mapping[str, float] = {"certain": 40.0, "decisive": 4.0, "strong": 2.5, "plain": 1.2, "hint": 0.5}


@dataclass(frozen=True, slots=True)
class Sign:
    """What a phrase of a component's file means: the component, and how much it tells."""

    component: Component
    weight: float


@dataclass(frozen=True)
class Lexicon:
    """Everything the reader knows of words. Build it with `from_tables`."""

    wording: Wording
    signs: PhraseBook[Sign]
    talk: Mapping[str, PhraseBook[str]]
    lists: Mapping[str, frozenset[str]]
    languages: Mapping[str, frozenset[str]]
    learned: Learned = field(default_factory=Learned)

    @property
    def known(self) -> frozenset[str]:
        """The words that stand in any phrase."""
        return self.wording.known

    @classmethod
    def from_tables(cls, tables: Mapping[str, Mapping[str, Any]], learned: Learned | None = None) -> "Lexicon":
        """From the parsed files, by file name without ending. Raises ValueError with the file and key."""
        says: dict[tuple[str, ...], tuple[str, ...]] = {}
        signs: list[Phrase[Sign]] = []
        talk: dict[str, list[Phrase[str]]] = {}
        lists: dict[str, frozenset[str]] = {}
        languages: dict[str, frozenset[str]] = {}
        components = {component.value: component for component in Component}
        for name, table in sorted(tables.items()):
            if name not in components and "says" in table:
                says |= _says(name, table["says"])
        for name, table in sorted(tables.items()):
            if name in components:
                signs += _signs(name, components[name], table, says)
                continue
            classes = {key: _texts(name, key, content) for key, content in table.get("classes", {}).items()}
            for key, content in table.items():
                if key in ("says", "classes"):
                    continue
                if key == "markers":
                    languages |= {k: frozenset(map(plain, _texts(name, k, v))) for k, v in content.items()}
                    continue
                if name in _LISTS:
                    lists[key] = frozenset(plain(word) for word in _texts(name, key, content))
                else:
                    texts = [_with_classes(name, text, classes) for text in _texts(name, key, content)]
                    talk.setdefault(key, []).extend(_phrase(name, text, key, says) for text in texts)
        known = {word for phrase in signs for word in phrase.vocabulary()}
        known |= {word for phrases in talk.values() for phrase in phrases for word in phrase.vocabulary()}
        known |= {word for said in says.values() for word in said}
        common = lists.get("common", frozenset()) | {key[0] for key in says if len(key) == 1}
        return cls(
            wording=Wording(says, Vocabulary(known, common, lists.get("whole", ()))),
            signs=PhraseBook(signs),
            talk={key: PhraseBook(phrases) for key, phrases in talk.items()},
            lists=lists,
            languages=languages,
            learned=learned or Learned(),
        )

    def says(self, key: str) -> PhraseBook[str]:
        """The phrases of `talk.toml` under that key; empty when the office deleted them."""
        return self.talk.get(key, _NOTHING)

    def all_talk(self) -> PhraseBook[str]:
        """The phrases of `talk.toml` in one book; what is found means its key."""
        return PhraseBook([phrase for book in self.talk.values() for phrase in book.phrases])


_CLASS = re.compile(r"@([a-z_]+)")
_NOTHING: PhraseBook[str] = PhraseBook(())


def _texts(name: str, key: str, content: object) -> Sequence[str]:
    if not isinstance(content, list) or not all(isinstance(text, str) for text in content):
        raise ValueError(f"{name}.toml: {key} must be a list of texts")
    return content


def _with_classes(name: str, text: str, classes: Mapping[str, Sequence[str]]) -> str:
    """`jangan .. @show` with the words of the class written out."""

    def words(match: "re.Match[str]") -> str:
        try:
            return "|".join(classes[match[1]])
        except KeyError:
            raise ValueError(f"{name}.toml: there is no class {match[0]!r} in {text!r}") from None

    return _CLASS.sub(words, text)


def _phrase(name: str, text: str, meaning: Meaning, says: Says) -> Phrase[Meaning]:
    """The phrase in standard words: an office may write it as people say it."""
    words = plain(text).split()
    standard: list[str] = []
    while words:
        for length in range(min(3, len(words)), 0, -1):
            said = says.get(tuple(words[:length]))
            if said is not None:
                standard += said
                words = words[length:]
                break
        else:
            standard.append(_options(words.pop(0), says))
    try:
        return Phrase.of(" ".join(standard), meaning)
    except ValueError as error:
        raise ValueError(f"{name}.toml: {error}") from None


def _options(word: str, says: Says) -> str:
    said = (says.get((option,), (option,)) for option in word.split("|"))
    return "|".join(words[0] for words in said if words)


def _signs(name: str, component: Component, table: Mapping[str, Any], says: Says) -> list[Phrase[Sign]]:
    found = []
    for key, content in table.items():
        if key not in WEIGHTS:
            raise ValueError(f"{name}.toml: {key} is none of {', '.join(WEIGHTS)}")
        found += [_phrase(name, t, Sign(component, WEIGHTS[key]), says) for t in _texts(name, key, content)]
    return found


def _says(name: str, content: object) -> dict[tuple[str, ...], tuple[str, ...]]:
    if not isinstance(content, dict):
        raise ValueError(f"{name}.toml: says must be a table of words")
    found = {}
    for typed, said in content.items():
        if not isinstance(said, str) or not plain(typed).split():
            raise ValueError(f"{name}.toml: {typed!r} must stand for words")
        found[tuple(plain(typed).split())] = tuple(plain(said).split())
    return found
