"""What people type when they mean a command or one of a question's standing answers, in any of the three languages."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

# Shorter words match to the letter only: adu and ada, cek and cuk are one slip apart.
_FORGIVES_FROM = 5
# Assent is doubled: each word means it alone.
_SAID_AGAIN = ("send", "yes")
# Padding that says something when nothing else is left: "tolong ya".
_PLEAS = frozenset({"tolong"})
# People put these around a command; they change nothing.
_PADDING = frozenset(
    [
        "min",
        "kak",
        "pak",
        "bu",
        "bapak",
        "ibu",
        "bang",
        "mas",
        "mbak",
        "teh",
        "kang",
        "gan",
        "dong",
        "donk",
        "deh",
        "sih",
        "ya",
        "yaa",
        "aja",
        "saja",
        "atuh",
        "euh",
        "mah",
        "tolong",
        "please",
        "pls",
        "plis",
        "nih",
        "nya",
        "lah",
        "punten",
        "mangga",
        "the",
        "it",
        "my",
        "dulu",
    ]
)
_ORDINALS = {
    "pertama": 1, "kesatu": 1, "kahiji": 1, "first": 1, "satu": 1, "hiji": 1, "one": 1,
    "kedua": 2, "kadua": 2, "second": 2, "dua": 2, "two": 2,
    "ketiga": 3, "katilu": 3, "third": 3, "tiga": 3, "tilu": 3, "three": 3,
    "keempat": 4, "kaopat": 4, "fourth": 4, "empat": 4, "opat": 4, "four": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spoken:
    """A command word that was said; `rest` is what followed it."""

    meaning: str
    rest: str = ""


def command(text: str) -> Spoken | None:
    """The command a message is (almost) the whole of, up to three words or with what the command takes behind it."""
    plain = plainly(text)
    if not plain:
        return Spoken("help") if "?" in text and not text.strip("?!. \n") else None
    slashed = text.lstrip().startswith("/")
    whole = means(plain, *_commands())
    if whole:
        return Spoken(whole)
    words = plain.split()
    for length in range(min(3, len(words) - 1), 0, -1):
        if words[length - 1] in _PADDING:
            continue  # it belongs to what follows: "report: the counter was closed"
        meaning = _leads(" ".join(words[:length]), slips=slashed)
        if meaning and (slashed or _belongs(meaning, words[length:])):
            return Spoken(meaning, behind_words(text, length))
    return None


def _leads(head: str, *, slips: bool) -> str | None:
    """The command that these words open, when something stands behind them."""
    meaning = means(head, *_commands("rest"), slips=slips)
    return None if meaning and head in _alone(meaning) else meaning


def _belongs(meaning: str, rest: list[str]) -> bool:
    """Whether what stands behind a word is what the command takes, rather than a story that begins with that word."""
    most = _source()["command"][meaning].get("behind")
    return most is None or (len(rest) <= most and not _complains().intersection(rest))


def behind_alone(text: str, meaning: str) -> str:
    """What follows a word that is a command only by itself ("syarat NIB"); nothing where that begins a story."""
    words = plainly(text).split()
    most = _source()["command"][meaning]["behind"]
    for length in range(min(3, len(words) - 1), 0, -1):
        rest = words[length:]
        if " ".join(words[:length]) in _alone(meaning) and len(rest) <= most and not _complains().intersection(rest):
            return behind_words(text, length)
    return ""


def with_number(text: str, number_said: str) -> Spoken | None:
    """The command around a register number that was found in the text."""
    around = text.replace(number_said, " ")
    meaning = means(plainly(around), *_commands("number", "rest"))
    if meaning:
        return Spoken(meaning)
    words = plainly(around).split()
    for word in words[:4]:
        meaning = means(word, *_commands("number", "rest"), slips=False)
        if meaning:
            return Spoken(meaning, behind_words(around, words.index(word) + 1))
    return None


def asks_for_a_number(text: str) -> bool:
    """`status 1`, `cek adu 2026 1`: a number was meant, and none can be read."""
    words = plainly(text).split()
    heads = (" ".join(words[:length]) for length in range(1, min(4, len(words))))
    meant = any(means(head, "status", slips=False) for head in heads)
    return meant and words[-1].isdecimal() and len(words) <= 5


def means(text: str, *meanings: str, slips: bool = True) -> str | None:
    """Which of these meanings the whole text has.

    `slips`: words of five letters and more forgive one that is wrong, missing, added or swapped.
    """
    said = plainly(text)
    if not said:
        return None
    candidates = [said]
    for padding in (_PADDING, _PADDING - _PLEAS):
        trimmed = " ".join(word for word in said.split() if word not in padding)
        if trimmed and trimmed not in candidates:
            candidates.append(trimmed)
    table = _table()
    for candidate in candidates:
        for meaning in meanings:
            if candidate in table[meaning]:
                return meaning
    words = [word for word in said.split() if word not in _PADDING]
    for meaning in meanings:
        if meaning in _SAID_AGAIN and len(words) > 1 and all(word in table[meaning] for word in words):
            return meaning  # "iya betul", "sudah benar", "yes send it"
    if not slips:
        return None
    for candidate in candidates:
        if any(candidate in phrases for phrases in table.values()):
            continue  # another word, spelt right: "beres" is no slip of "leres"
        for meaning in meanings:
            if any(_slipped(candidate, phrase) for phrase in table[meaning]):
                return meaning
    return None


def _slipped(said: str, meant: str) -> bool:
    """The same words, the longer ones with one slip each; or the same letters, spaced differently."""
    if len(said) < _FORGIVES_FROM:
        return False
    words, targets = said.split(), meant.split()
    if len(words) != len(targets):
        return said.replace(" ", "") == meant.replace(" ", "")
    return all(map(_near, words, targets))


def _near(said: str, meant: str) -> bool:
    if said == meant:
        return True
    if min(len(said), len(meant)) < _FORGIVES_FROM or said in _real_words():
        return False
    return DamerauLevenshtein.distance(said, meant, score_cutoff=1) <= 1


def ordinal(text: str) -> int | None:
    """`yang kedua`, `nomor 2`, `no. 2`, `the second one`: 2."""
    words = [
        word
        for word in plainly(text).split()
        if word not in {"yang", "nu", "nomor", "nomer", "no", "the", "one", "number", *_PADDING}
    ]
    if len(words) != 1:
        return None
    if words[0].isdecimal() and len(words[0]) == 1:
        return int(words[0])
    return _ORDINALS.get(words[0])


@cache
def _source() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resources.files("messages").joinpath("vocabulary.toml").read_text(encoding="utf-8"))


@cache
def _table() -> dict[str, frozenset[str]]:
    entries = {**_source()["answer"], **_source()["command"]}
    return {meaning: _plain_words(entry["words"] + entry.get("alone", [])) for meaning, entry in entries.items()}


@cache
def _alone(meaning: str) -> frozenset[str]:
    return _plain_words(_source()["command"][meaning].get("alone", []))


@cache
def _complains() -> frozenset[str]:
    return _plain_words(_source()["complains"]["words"])


@cache
def _real_words() -> frozenset[str]:
    return _plain_words(_source()["real_words"]["words"])


def _plain_words(words: list[str]) -> frozenset[str]:
    return frozenset(plainly(word) for word in words) - {""}


@cache
def _commands(*takes: str) -> tuple[str, ...]:
    """The command words; with `takes`, those that something may follow."""
    entries = _source()["command"]
    return tuple(meaning for meaning, entry in entries.items() if not takes or entry.get("takes") in takes)


@lru_cache(4096)
def plainly(text: str) -> str:
    """Lower case, without accents, slashes and punctuation."""
    if text.strip() == "-":
        return "-"
    folded = unicodedata.normalize("NFKD", text.casefold())
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", folded.replace("'", "")).split())


def behind_words(text: str, words: int) -> str:
    """What stands behind the first so many words, as it was written."""
    match = re.match(rf"\W*(?:[\w'’]+[^\w]+){{{words}}}", text)
    return text[match.end() :].strip() if match else ""
