"""What kind of talk a message is, in which language, and in which mood."""

import re
from collections.abc import Collection, Mapping, Sequence

from rules.components import Component
from rules.understanding.lexicon import Lexicon
from rules.understanding.phrases import NEGATORS, Found
from rules.understanding.understood import Classification, Gist, Progress
from rules.understanding.words import Word, plain

Heard = Mapping[str, Sequence[Found[str]]]  # the phrases of `talk.toml` that stand in a message, by key

# "buka ga?", "perlu surat desa tidak ya pak?": the word asks, it denies nothing.
_TAG = re.compile(r"\s*(?:(?:ya|yah|kah|min|kak|pak|bu|mas|mbak|a|teh)\b\s*)*\?", re.IGNORECASE)
_GREETINGS = ("salam", "sampurasun", "morning", "noon", "afternoon", "evening", "hello")
_COURTESY = (*_GREETINGS, "greeting_filler", "thanks", "intent")
_LETTERS = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.!?;\n]+")
_MASHED = re.compile(r"[^aeiou]{5,}|asdf|qwer|zxcv|hjkl|lkjh|fghj|dfgh|uiop")
_ANNOUNCING = frozenset({"lapor", "mengadu", "komplain", "keluhan", "pengaduan", "aduan", "tapi", "takut", "tolong"})
# Of these no phrase runs over the end of a sentence: "... tanpa kuitansi. Nama saya ..." refuses none.
_IN_ONE_PIECE = frozenset({"secret", "not_secret", "no_identity", "no_trouble"})
_ORDERS = frozenset({"rahasiakan", "samarkan", "sembunyikan", "lindungi", "tutup", "sensor"})
# fmt: off
_OTHERS = frozenset({
    "petugas", "petugasnya", "pegawai", "oknum", "calo", "dia", "mereka", "satpam", "orangnya", "sertifikat", "sk",
    "surat", "kuitansi", "izin",
})
# fmt: on
_SHORTEST_SENTENCE = 3
_OPENING = 6
_LONGEST_QUESTION = 14
_SHOUT = 15  # letters; a shorter text in capitals may be an abbreviation


class Talk:
    """Judges a message as a whole."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._book = lexicon.all_talk()
        self._markers = lexicon.languages
        self._announces = lexicon.says("announces")
        self._announces_not = lexicon.says("announces_not")

    def heard(self, words: Sequence[Word]) -> Heard:
        """What the message shows, by the key of `talk.toml`."""
        heard: dict[str, list[Found[str]]] = {}
        for found in self._book.find(words):
            key = found.phrase.meaning
            first, last = words[found.first], words[found.last]
            whole = first.clause == last.clause if key == "no_identity" else first.sentence == last.sentence
            if whole or key not in _IN_ONE_PIECE:
                heard.setdefault(key, []).append(found)
        _keep(heard, "secret", _wishes(words, heard))
        _keep(heard, "no_identity", [one for one in heard.get("no_identity", ()) if not _of_others(words, one)])
        return heard

    def greeting(self, heard: Heard) -> str | None:
        """The salam to return: one that opens the message, "assalamualaikum" before all others."""
        for key in _GREETINGS:
            opening = [found for found in heard.get(key, ()) if found.first < _OPENING]
            if any(found.first == 0 or key == "salam" or found.length > 1 for found in opening):
                return key
        return "hello" if any(found.first == 1 for found in heard.get("hello", ())) else None

    def language(self, text: str) -> str | None:
        """The language of the last full sentence whose words tell, else of the whole."""
        for sentence in reversed(_SENTENCE.split(text[-4000:])):
            words = _LETTERS.findall(plain(sentence))
            if len(words) >= _SHORTEST_SENTENCE and (found := self._language_of(words)) is not None:
                return found
        return self._language_of(_LETTERS.findall(plain(text[:4000])), else_first=True)

    def _language_of(self, words: Sequence[str], *, else_first: bool = False) -> str | None:
        counts = {language: sum(word in own for word in words) for language, own in self._markers.items()}
        most = max(counts.values(), default=0)
        best = [language for language, count in counts.items() if count == most]
        return best[0] if most and (len(best) == 1 or else_first) else None

    def gist(self, text: str, words: Sequence[Word], heard: Heard, found: Classification) -> Gist:
        """What the message is, by what is left when greetings and thanks are taken away."""
        if _LETTERS.search(text) is None or _mashed(words):
            return Gist.EMPTY
        courtesy = {index for key in _COURTESY for one in heard.get(key, ()) for index in one.at}
        rest = [word for index, word in enumerate(words) if index not in courtesy and word.plain.isalpha()]
        if not rest:
            return Gist.THANKS if "thanks" in heard else Gist.GREETING
        if ("spam" in heard or "elsewhere" in heard) and "office" not in heard:
            return Gist.OTHER_OFFICE
        if "surely_elsewhere" in heard and "licensing" not in heard:
            return Gist.OTHER_OFFICE
        asked = _asked(text, words, heard) | {index for one in heard.get("no_trouble", ()) for index in one.at}
        trouble = any(not asked.issuperset(found.at) for found in heard.get("trouble", ()))
        hurt = any(not asked.issuperset(found.at) for found in heard.get("hurt", ()))
        about_money = bool(found.evidence) and found.component is Component.FEE and "no_trouble" not in heard
        if "praise" in heard and not trouble and not about_money:
            return Gist.PRAISE
        if "rhetorical" in heard and (found.component is not Component.OTHER or "office" in heard):
            return Gist.STORY
        asks = "question" in heard or text.rstrip().endswith("?")
        if asks and not trouble and not _accuses(words, heard, found):
            return Gist.QUESTION
        asks_plainly = "plain_question" in heard or ("what_if" in heard and "?" in text)
        if asks_plainly and not hurt and len(words) <= _LONGEST_QUESTION:
            return Gist.QUESTION
        if "thanks" in heard and not trouble and not found.evidence and len(rest) <= 3:
            return Gist.THANKS
        return Gist.STORY

    def has_result(self, heard: Heard) -> bool:
        """Something was handed out."""
        return not heard.keys().isdisjoint(("received", "wrong_product"))

    def progress(self, heard: Heard, found: Classification, *, waits_since: bool = False) -> Progress:
        """Whether the service was received. What happened on a day counts, too: the 30 days run from it.

        `waits_since`: a day is named since when something is waited for.
        """
        if "wrong_product" in heard:
            return Progress.RECEIVED
        about_time = bool(found.evidence) and found.component is Component.COMPLETION_TIME
        if "pending" in heard or (waits_since and about_time and "received" not in heard):
            return Progress.PENDING
        if not heard.keys().isdisjoint(("received", "misdeed", "happened")):
            return Progress.RECEIVED
        if about_time:  # "kkpr saya kok lama": not out yet
            return Progress.PENDING
        about_product = bool(found.evidence) and found.component is Component.PRODUCT
        return Progress.RECEIVED if about_product else Progress.UNKNOWN

    def misdeed(self, heard: Heard) -> bool:
        """Somebody did something on a day: money asked for, hard words."""
        return "misdeed" in heard

    def angry(self, text: str, heard: Heard) -> bool:
        """Hard words, or shouting: capitals throughout or a row of exclamation marks."""
        letters = [letter for letter in text if letter.isalpha()]
        shouted = len(letters) >= _SHOUT and sum(letter.isupper() for letter in letters) > 0.7 * len(letters)
        return shouted or "!!" in text or "angry" in heard

    def wants_secret(self, heard: Heard) -> bool:
        """A wish that the name be kept; "tidak usah dirahasiakan" and "rahasia umum" are none."""
        return "secret" in heard

    def without_wishes(self, words: Sequence[Word], heard: Heard) -> Sequence[Word]:
        """The words without the wish for secrecy: "data saya jangan disebar" tells of no leak."""
        wish = {index for found in heard.get("secret", ()) for index in found.at}
        return [word for index, word in enumerate(words) if index not in wish] if wish else words

    def matter(self, words: Sequence[Word]) -> Sequence[Word]:
        """The words without what only announces a complaint ("mau komplain soal ..."), where others are left."""
        announced: set[int] = set()
        for found in self._announces.find(words):
            following = words[found.last + 1 : found.last + 2]
            if not (following and self._announces_not.find(following)):
                announced |= set(range(found.first, found.last + 1))
        return [word for index, word in enumerate(words) if index not in announced] or words

    def only_announces(self, words: Sequence[Word], heard: Heard, empty: Collection[str]) -> bool:
        """Nothing is told but that something will be: "mau lapor, tapi rahasia ya"."""
        said = {index for found in self._announces.find(words) for index in found.at}
        said |= {
            index for key in (*_COURTESY, "secret", "no_identity") for found in heard.get(key, ()) for index in found.at
        }
        rest = [word for index, word in enumerate(words) if index not in said]
        return all(word.plain in empty or word.plain in _ANNOUNCING for word in rest)

    def troubled(self, heard: Heard) -> bool:
        """Something went wrong, or somebody did wrong."""
        return not heard.keys().isdisjoint(("trouble", "hurt", "misdeed"))

    def spam(self, heard: Heard) -> bool:
        """Advertising: nothing is complained about, whatever words stand there."""
        return "spam" in heard and "office" not in heard and "trouble" not in heard

    def danger(self, heard: Heard) -> bool:
        """Somebody is in danger now; a fear of what might happen is none."""
        return "danger" in heard and "no_danger" not in heard


def _accuses(words: Sequence[Word], heard: Heard, found: Classification) -> bool:
    """It asks, but no question is so long or begins with "why" where a matter stands in it for sure."""
    told = found.sure and found.phrased and found.component is not Component.OTHER
    long = len(words) > _LONGEST_QUESTION
    if not told or "plain_question" in heard or ("what_if" in heard and not long):
        return False
    return long or any(word.plain == "kenapa" for word in words)


def _wishes(words: Sequence[Word], heard: Heard) -> list[Found[str]]:
    """Where secrecy is wished, and nothing else is told to be secret; what begins a clause is an order."""
    other = {index for found in heard.get("not_secret", ()) for index in found.at}
    return [
        found
        for found in heard.get("secret", ())
        if other.isdisjoint(found.at)
        or (words[found.first].plain in _ORDERS and _begins_a_clause(words, found.first) and found.length > 1)
    ]


def _begins_a_clause(words: Sequence[Word], index: int) -> bool:
    return index == 0 or words[index - 1].clause != words[index].clause


def _of_others(words: Sequence[Word], found: Found[str]) -> bool:
    """Somebody else gives no name: "petugas tidak mau sebut nama"; or a paper bears none."""
    before = words[max(0, found.first - 4) : found.first]
    return any(word.plain in _OTHERS and word.clause == words[found.first].clause for word in before)


def _keep(heard: dict[str, list[Found[str]]], key: str, kept: list[Found[str]]) -> None:
    if kept:
        heard[key] = kept
    else:
        heard.pop(key, None)


def _asked(text: str, words: Sequence[Word], heard: Heard) -> set[int]:
    """The words that ask and tell of no trouble: "buka ga?", "berapa lama?"."""
    keys = ("plain_question", "what_if") if "?" in text else ("plain_question",)
    asking = {index for key in keys for found in heard.get(key, ()) for index in found.at}
    return asking | {
        index for index, word in enumerate(words) if word.plain in NEGATORS and _TAG.match(text, word.end) is not None
    }


def _mashed(words: Sequence[Word]) -> bool:
    """One or two words of no language: keys pressed at random."""
    letters = [word for word in words if word.plain.isalpha()]
    return 0 < len(letters) <= 2 and all(
        not word.forms and len(word.plain) > 3 and _MASHED.search(word.plain) is not None for word in letters
    )
