"""Who writes: name, organisation, address. Never the name of the officer who is complained about.

In a story a name counts only where people put their own: after "nama saya", after "saya" (before "dari",
"warga", a comma), in an opening line "Kenji Sato, PT ..., Jatimekar." or in a closing one "Yayat, Cibening
Bungursari" (the cues: introductions.py; the edges of a message: signatures.py). As an answer to "your name?"
nearly any words that are not plain talk are a name.
"""

import re

from rules.agency import Place
from rules.understanding.introductions import Introductions
from rules.understanding.lexicon import Lexicon
from rules.understanding.names import Names
from rules.understanding.organisations import LEGAL_FORMS, ORGANISATION, Organisations
from rules.understanding.others import own_words
from rules.understanding.phrases import PhraseBook
from rules.understanding.places import Gazetteer, names_street
from rules.understanding.signatures import PARTS, Pieces, Signatures
from rules.understanding.understood import SaidIdentity
from rules.understanding.words import plain
from rules.understanding.written import bare_words

_READ = 6_000  # characters of a story in which an identity is looked for
_READ_ANSWER = 400
_LONGEST_LINE = 140
_MOST_WORDS_OF_A_PART = 7
# A sentence ends, but not behind an initial or a title: "H. Ujang", "Drs. Asep".
_ENDS = re.compile(
    r"(?<!\b[^\W\d_])(?<!\b(?:dr|ir|hj|st|sh|se|kh|ns|mr|ms|rd|tb|ny|tn))(?<!\b(?:drs|dra|drg|drh|apt|mrs|muh|moh|ust|sdr))(?<!\b(?:moch|prof|ustd|sdri))[.!?;]+(?=\s|$)|\n+",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"\b(?:warga|alamat(?:nya|na)?(?:\s+saya)?|tinggal\s+di|domisili(?:\s+di)?|rumah\s+(?:saya|kami)\s+di|asal|"
    r"bumi\s+di|live\s+in|urang|saya\s+(?:orang|dari|di)|abdi\s+ti)\s*:?\s+([^\n.!?;]{3,80})",
    re.IGNORECASE,
)
_KIN = (
    "ibu|bapak|ayah|mama|papa|mamah|orang ?tua|ortu|mertua|nenek|kakek|kakak|adik|adek|istri|suami|anak|saudara|paman|"
    "om|tante|bibi|tetangga|teman|kawan|warga|mother|father|parents|neighbour|neighbor|wife|husband|friend"
)
_BEHALF = re.compile(
    r"\b(?:mewakili|mewakilan|ngawakilan|wakil dari|on behalf of|representing|melaporkan untuk|"
    r"laporan ini untuk|dititipi(?: oleh)?|(?:lapor|ngadu|adukan)(?:kan)? (?:untuk|buat)|"
    rf"(?:atas nama|a\.?n\.?|for)(?= (?:my )?(?:{_KIN})\b))\s+([^\n.,!?;]{{2,60}})",
    re.IGNORECASE,
)
# fmt: off
_BEHALF_ENDS = frozenset({
    "yang", "yg", "karena", "krn", "untuk", "tapi", "mau", "soal", "soalnya", "who", "di", "sudah", "izin", "ijin",
    "belum", "permit",
})
# fmt: on
_NIK = re.compile(
    r"[,;]?\s{0,3}(?:\b(?:nik|no\.?\s?(?:nik|ktp)|ktp)\b\s?(?:saya|sy)?\s?[:=]?\s?)?(?<!\d)\d(?:[ .\-]?\d){15}(?!\d)",
    re.IGNORECASE,
)
# Telephone numbers and academic degrees stand beside a name and are no part of it.
_NO_NAME = re.compile(
    r"\+?\d[\d \-]{6,}|\b(?:[SMABD]\.?(?:Si|H|E|Pd|Kom|T|Farm|Kep|Keb|Ag|M|Sos|Ak|Ip|I\.?P)|Amd|Apt)\b\.?"
)


def without_nik(text: str) -> str:
    """A NIK beside a name or an address is neither."""
    return _NIK.sub(lambda nik: " " if text[: nik.start()].strip() else nik[0], text)


class Identities:
    """Finds who writes."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._wording = lexicon.wording
        self._gazetteer = gazetteer
        self._names = Names(lexicon, gazetteer)
        self._organisations = Organisations(self._names.stops, self._names.means_something)
        self._introductions = Introductions(self._names, gazetteer)
        self._signatures = Signatures(self._names, self._organisations, gazetteer)
        wishes = ("secret", "no_identity", "angry", "threat")
        self._wishes = PhraseBook([phrase for key in wishes for phrase in lexicon.says(key).phrases])

    def in_story(self, text: str) -> SaidIdentity:
        """Only what is surely the writer's own. A firm without a person's name is itself the name."""
        text = own_words(without_nik(text[:_READ]))
        sentences = [part.strip() for part in _ENDS.split(text) if part and part.strip()]
        found = Pieces()
        for line in dict.fromkeys((*sentences[:2], *sentences[-2:])):
            one = self._line(line, text)
            found = Pieces(found.name or one.name, found.organisation or one.organisation, found.place or one.place)
        introduced, after = self._introductions.find(text)
        edge = Pieces()
        if not (found.name or introduced):
            head = self._signatures.head(text)
            edge = head if head.name else self._signatures.tail(text)
        name = found.name or introduced or edge.name
        organisation = found.organisation or edge.organisation or self._organisations.find(text)
        place = found.place or edge.place or self._home(text, after)
        return SaidIdentity(name or organisation, organisation, place, None, _on_behalf_of(text))

    def answer(self, text: str) -> SaidIdentity:
        """An answer to "your name?"; an address behind the name is taken, too."""
        text = without_nik(text[:_READ_ANSWER])
        name = organisation = place_text = None
        place: Place | None = None
        for part in (part for sentence in _ENDS.split(text) for part in PARTS.split(sentence)):
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
                if place is None and name is not None and self._may_be_an_address(said):
                    place_text = place_text or typed
        if place is not None:
            place_text = self._gazetteer.answer(text)[1] if names_street(text) else None
        return SaidIdentity(name or organisation, organisation, place, place_text, _on_behalf_of(text))

    def _may_be_an_address(self, said: str) -> bool:
        """A street, or the name of some other town: "Bandung", not "guru", "45 tahun", "anaknya"."""
        words = bare_words(said)
        talk = self._names.is_talk(said) or not self._names.occupations.isdisjoint(words)
        return names_street(said) or (not talk and said.strip()[:1].isupper())

    def _wish_begins(self, text: str) -> int:
        """Where a wish for secrecy, an insult, ... begins: behind it no name is looked for."""
        words = self._wording.words(text)
        return min((words[found.first].start for found in self._wishes.find(words)), default=len(text))

    def _line(self, line: str, text: str) -> Pieces:
        """A line that is nothing but a name with an address or a firm, or a name alone at the end."""
        parts = [part for part in PARTS.split(line) if part.strip()]
        if len(line) > _LONGEST_LINE or any(len(part.split()) > _MOST_WORDS_OF_A_PART for part in parts):
            return Pieces()
        name: str | None = None
        organisation: str | None = None
        place: Place | None = None
        for part in parts:
            if (firm := self._organisations.find(part, anywhere=True)) is not None:
                rest = bare_words(ORGANISATION.sub(" ", part))
                if any(word not in self._names.roles | self._names.lead | self._names.stops for word in rest):
                    return Pieces()
                organisation = firm
            elif (found := self._gazetteer.whole(part)) is not None:
                place = found
            elif name is None and (sure := self._names.sure(part)) is not None:
                name = sure[0]
                place = place or sure[1]
            elif not all(word in self._names.roles for word in bare_words(part)) and not self._names.is_greeting(part):
                return Pieces()
        closing = " .!\n🙏"
        rest_of_text = len(line) < len(text.strip())
        last = text.rstrip(closing).endswith(line.rstrip(closing)) and rest_of_text and len(parts) == 1
        if name is not None and (place or organisation or (last and line[0].isupper() and not text.isupper())):
            return Pieces(name, organisation, place)
        if name is None and organisation is not None and (place or rest_of_text):
            return Pieces(None, organisation, place)
        return Pieces(place=place) if name is None and last else Pieces()

    def _home(self, text: str, after_name: int) -> Place | None:
        """Where the writer lives: behind the name, or after "warga", "alamat", "tinggal di"."""
        beside = self._introductions.home(text, after_name)
        for said in [*([beside] if beside else []), *(match[1] for match in _LIVES.finditer(text))]:
            found = self._gazetteer.find(bare_words(said)[:8], fuzzy=False)
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
