"""Who writes: name, organisation, address. Never the name of the officer who is complained about.

In a story a name counts only where people put their own: after "nama saya", after "saya" (before "dari",
"warga", a comma), in an opening line "Kenji Sato, PT ..., Jatimekar." or in a closing one "Yayat, Cibening
Bungursari". As an answer to "your name?" nearly any words that are not plain talk are a name.
"""

import re
from dataclasses import dataclass

from rules.agency import Place
from rules.understanding.lexicon import Lexicon
from rules.understanding.names import Names
from rules.understanding.organisations import LEGAL_FORMS, ORGANISATION, Organisations
from rules.understanding.phrases import PhraseBook
from rules.understanding.places import Gazetteer
from rules.understanding.understood import SaidIdentity
from rules.understanding.words import plain
from rules.understanding.written import bare_words

_READ = 6_000  # characters of a story in which an identity is looked for
_READ_ANSWER = 400
_LONGEST_LINE = 140
_MOST_WORDS_OF_A_PART = 7
# A sentence ends, but not behind an initial or a title: "H. Ujang", "Drs. Asep".
_ENDS = re.compile(
    r"(?<!\b[^\W\d_])(?<!\b(?:dr|ir|hj|st|sh|se))(?<!\b(?:drs|muh|moh|ust))(?<!\bmoch)[.!?;]+(?=\s|$)|\n+",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[,/|()]\s*|\s+[-–—]\s*|\s*[-–—]\s+|:\s+")
_INTRODUCED = re.compile(
    r"\b(?:nama\s+(?:lengkap\s+)?(?:saya|sy|aku|gw|gue|abdi|kuring|kulo|pelapor)|nm\s+(?:saya|sy)|saya\s+bernama|"
    r"perkenalkan,?(?:\s+nama)?\s+saya|kenalkan,?(?:\s+nama)?\s+saya|nami\s+abdi|nami\s+kuring|wasta\s+abdi|"
    r"ngaran\s+(?:abdi|kuring|urang)|jeneng\s+kulo|pelapor|my\s+name\s+is|my\s+name['’]s|nama(?=\s*[:=]))"
    r"(?:\s+(?:adalah|teh|téh|yaitu|is))?\s*[:=]?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_I_AM = re.compile(
    r"\b(?:saya|sy|abdi|aku|kulo|kula|kuring|gw|gue|i am|i['’]m|this is|dengan)\s+(?=[^\W\d_])", re.IGNORECASE
)
_NOT_MINE = ("atas", "petugas", "pegawai", "bernama", "sama", "salah")
_AFTER_A_NAME = re.compile(
    r"\s*(?:,|\(|dari\b|ti\b|from\b|of\b|warga\b|asal\b|di\b|umur\b|usia\b|selaku\b|sebagai\b|pemilik\b|owner\b|"
    r"direktur\b|pt\b|cv\b)",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s*,?\s*(?:dari|ti|from|of|warga|asal|di)\s+([^\n.!?;]{3,80})", re.IGNORECASE)
_LIVES = re.compile(
    r"\b(?:warga|alamat(?:nya|na)?(?:\s+saya)?|tinggal\s+di|domisili(?:\s+di)?|rumah\s+(?:saya|kami)\s+di|asal|"
    r"bumi\s+di|live\s+in|urang|saya\s+(?:orang|dari|di)|abdi\s+ti)\s*:?\s+([^\n.!?;]{3,80})",
    re.IGNORECASE,
)
_BEHALF = re.compile(
    r"\b(?:mewakili|mewakilan|ngawakilan|wakil dari|on behalf of|representing|melaporkan untuk|"
    r"laporan ini untuk|dititipi(?: oleh)?)\s+([^\n.,!?;]{2,60})",
    re.IGNORECASE,
)
_BEHALF_ENDS = frozenset({"yang", "yg", "karena", "krn", "untuk", "tapi", "mau", "soal", "who", "di", "sudah"})
# Telephone numbers and academic degrees stand beside a name and are no part of it.
_NO_NAME = re.compile(
    r"\+?\d[\d \-]{6,}|\b(?:[SMABD]\.?(?:Si|H|E|Pd|Kom|T|Farm|Kep|Keb|Ag|M|Sos|Ak|Ip|I\.?P)|Amd|Apt)\b\.?"
)


@dataclass(frozen=True, slots=True)
class _Pieces:
    name: str | None = None
    organisation: str | None = None
    place: Place | None = None


class Identities:
    """Finds who writes."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._wording = lexicon.wording
        self._gazetteer = gazetteer
        self._names = Names(lexicon, gazetteer)
        self._organisations = Organisations(self._names.stops, self._names.means_something)
        wishes = ("secret", "no_identity", "angry", "threat")
        self._wishes = PhraseBook([phrase for key in wishes for phrase in lexicon.says(key).phrases])

    def in_story(self, text: str) -> SaidIdentity:
        """Only what is surely the writer's own. A firm without a person's name is itself the name."""
        text = text[:_READ]
        sentences = [part.strip() for part in _ENDS.split(text) if part and part.strip()]
        found = _Pieces()
        for line in dict.fromkeys((*sentences[:2], *sentences[-2:])):
            one = self._line(line, text)
            found = _Pieces(found.name or one.name, found.organisation or one.organisation, found.place or one.place)
        introduced, after = self._introduced(text)
        name = found.name or introduced
        organisation = found.organisation or self._organisations.find(text)
        place = found.place or self._home(text, after)
        return SaidIdentity(name or organisation, organisation, place, None, _on_behalf_of(text))

    def answer(self, text: str) -> SaidIdentity:
        """An answer to "your name?"; an address behind the name is taken, too."""
        text = text[:_READ_ANSWER]
        name = organisation = place_text = None
        place: Place | None = None
        for part in (part for sentence in _ENDS.split(text) for part in _PARTS.split(sentence)):
            said = _NO_NAME.sub(" ", part[: self._wish_begins(part)])
            if (firm := self._organisations.find(said, anywhere=True)) is not None:
                organisation = organisation or firm
                said = ORGANISATION.sub(" ", said)
            if all(word in self._names.roles or word in self._names.lead for word in bare_words(said)):
                continue
            if name is None:
                name, rest = self._names.answered(said)
                if name is not None:
                    beside = self._gazetteer.find(bare_words(rest), fuzzy=False)
                    place = place or (beside.place if beside else None)
                    continue
            if place is None:
                place, typed = self._gazetteer.answer(said)
                if place is None and name is not None and not self._names.is_talk(said):
                    place_text = place_text or typed
        return SaidIdentity(
            name or organisation, organisation, place, None if place else place_text, _on_behalf_of(text)
        )

    def _wish_begins(self, text: str) -> int:
        """Where a wish for secrecy, an insult, ... begins: behind it no name is looked for."""
        words = self._wording.words(text)
        return min((words[found.first].start for found in self._wishes.find(words)), default=len(text))

    def _line(self, line: str, text: str) -> _Pieces:
        """A line that is nothing but a name with an address or a firm, or a name alone at the end."""
        parts = [part for part in _PARTS.split(line) if part.strip()]
        if len(line) > _LONGEST_LINE or any(len(part.split()) > _MOST_WORDS_OF_A_PART for part in parts):
            return _Pieces()
        name: str | None = None
        organisation: str | None = None
        place: Place | None = None
        for part in parts:
            if (firm := self._organisations.find(part, anywhere=True)) is not None:
                rest = bare_words(ORGANISATION.sub(" ", part))
                if any(word not in self._names.roles | self._names.lead | self._names.stops for word in rest):
                    return _Pieces()
                organisation = firm
            elif (found := self._gazetteer.whole(part)) is not None:
                place = found
            elif name is None and (sure := self._names.sure(part)) is not None:
                name = sure[0]
                place = place or sure[1]
            elif not all(word in self._names.roles for word in bare_words(part)) and not self._names.is_greeting(part):
                return _Pieces()
        closing = " .!\n🙏"
        rest_of_text = len(line) < len(text.strip())
        last = text.rstrip(closing).endswith(line.rstrip(closing)) and rest_of_text and len(parts) == 1
        if name is not None and (place or organisation or (last and line[0].isupper() and not text.isupper())):
            return _Pieces(name, organisation, place)
        if name is None and organisation is not None and (place or rest_of_text):
            return _Pieces(None, organisation, place)
        return _Pieces(place=place) if name is None and last else _Pieces()

    def _introduced(self, text: str) -> tuple[str | None, int]:
        """The name after "nama saya" and the like, and where it ends."""
        for pattern, sure in ((_INTRODUCED, True), (_I_AM, False)):
            for match in pattern.finditer(text):
                before = plain(text[max(0, match.start() - 12) : match.start()]).split()
                if before and before[-1] in _NOT_MINE:
                    continue
                name, after = self._names.beginning_at(text, match.end())
                if name is None:
                    continue
                shown = text[match.end()].isupper() and not text.isupper()
                if sure or (_AFTER_A_NAME.match(text, after) if shown else self._is_from(text, after)):
                    return name, after
        return None, len(text)

    def _is_from(self, text: str, after: int) -> bool:
        """Behind a name without capitals: "dari" and a known place or a firm; much else follows "saya"."""
        beside = _FROM.match(text, after)
        if beside is None:
            return False
        found = self._gazetteer.find(bare_words(beside[1])[:5], fuzzy=False)
        firm = ORGANISATION.match(beside[1])
        return (found is not None and found.first <= 2) or (firm is not None and firm["kind"].lower() in LEGAL_FORMS)

    def _home(self, text: str, after_name: int) -> Place | None:
        """Where the writer lives: behind the name, or after "warga", "alamat", "tinggal di"."""
        beside = _FROM.match(text, after_name)
        for said in [*([beside] if beside else []), *_LIVES.finditer(text)]:
            found = self._gazetteer.find(bare_words(said[1])[:8], fuzzy=False)
            if found is not None and found.first <= 3:
                return found.place
        return None


def _on_behalf_of(text: str) -> str | None:
    """The person for whom somebody reports ("mewakili ibu saya": `ibu saya`). A firm is no such person."""
    match = _BEHALF.search(text)
    if match is None:
        return None
    words = match[1].split()
    end = next((i for i, word in enumerate(words) if i and plain(word) in _BEHALF_ENDS), len(words))
    if not words or plain(words[0]).rstrip(".") in LEGAL_FORMS:
        return None
    return " ".join(words[: min(end, 5)])
