"""Names at the edges of a message: "Iwan, Plered: ...", "... salah alamat. nina", "- Wawan, Cibatu", "ttd Rahmat"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.agency import Place
from rules.understanding.names import Names
from rules.understanding.organisations import ORGANISATION, Organisations
from rules.understanding.places import Gazetteer
from rules.understanding.written import bare_words

PARTS = re.compile(r"\s*[,/|()]\s*|\s+[-–—]\s*|\s*[-–—]\s+|:\s+|\n+")
_LONGEST_HEAD = 90
_LONGEST_TAIL = 70
_MOST_WORDS = 5
_SIGNED = re.compile(
    r"(?:(?:^|[\s.,!?])(?P<dash>[-–—~]{1,2})|\b(?P<from>from|dari(?:\s+saya)?|ti(?:\s+abdi)?)[\s,]|"
    r"\b(?P<sign>ttd|tertanda|hormat\s+(?:saya|kami)|a\.\s?n\.?|pelapor)\b|"
    r"\b(?P<thanks>terima\s?kasih|makasih|trims|tks|nuhun|salam|wassalam|thanks|thank you|regards|sincerely)\b"
    r"(?:\s+(?:atas|banyak|hormat|sebelumnya|perhatian\w*|bantuan\w*|kerja\s?sama\w*|hangat|kami|saya|pak|bu|min|wr|wb|you|"
    r"kind|best|dan|semuanya)\b\.?){0,5}\s*[,.\n(]|"
    r"(?P<bracket>\())"
    r"[\s,.:_]*(?P<who>[^\n()]{3,60}(?:\n[^\n()]{3,40})?)\)?[\s.!🙏~–—-]*$",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"(?:pak|bapak|bpk|bu|ibu|mas|mba|mbak|kang|teh|kak|min|admin)\b", re.IGNORECASE)
_LAST_SENTENCE = re.compile(r"(?:[.!?;\n]|\s{2})\s*(?P<who>[^.!?;\n]{3,60})[\s.!🙏]*$")
_FULL_STOP = re.compile(r"(?<=\w{3})[\s.!~–—-]+$")  # "Winda Pardede."; but "Deden K."
_NAMED_BEFORE = frozenset(
    {
        "minta", "uang", "dia", "lain", "marah", "perihal",
        "nama", "namanya", "bernama", "tertulis", "jadi", "menjadi", "yaitu", "petugas", "petugasnya", "pegawai", "pak",
        "bu", "bapak", "ibu", "kepala", "oleh", "sama", "dengan", "kepada", "oknum", "calo", "pengacara", "notaris",
    }
)  # fmt: skip
_DEGREE = re.compile(
    r"(?:[SMAD]\.?\s?[A-Z][A-Za-z]{0,3}|SH|SE|ST|MM|Amd|Apt|Ph\.?D)\.?(?:\s?[SMAD]\.?[A-Z][a-z]{0,3}\.?)?"
)
# "(nama saya disamarkan ya)" behind the signature.
_WISH_BEHIND = re.compile(r"\s*\([^()]*\b(?:nama|identitas|rahasia|samar|sembunyi)[^()]*\)[\s.]*$", re.IGNORECASE)
_TITLED = re.compile(r"(?:pak|bapak|bu|ibu|haji|hj?\.?)\s+(?P<name>[^\W\d_]+)\s+(?P<place>[^\W\d_]+)", re.IGNORECASE)
_OPENING = re.compile(r"\s*(?P<who>(?:[^\W\d_]{1,5}\.\s?)?[^.!?;:,\n]{5,40})[.:\n]")
_TELEPHONE = re.compile(r"(?:\b(?:hp|wa|telp|no|nomor)\b[\s.:]*)?\+?\d[\dx \-]{5,}", re.IGNORECASE)


def _each(pattern: "re.Pattern[str]", text: str) -> Iterator["re.Match[str]"]:
    """Every match, also those that begin inside another: "dari Maniis. -Ocim" is signed behind the dash."""
    at = 0
    while (match := pattern.search(text, at)) is not None:
        yield match
        at = match.start() + 1


@dataclass(frozen=True, slots=True)
class Pieces:
    """What a line tells of who writes."""

    name: str | None = None
    organisation: str | None = None
    place: Place | None = None


class Signatures:
    """Reads the head and the tail of a message."""

    def __init__(self, names: Names, organisations: Organisations, gazetteer: Gazetteer) -> None:
        self._names = names
        self._organisations = organisations
        self._gazetteer = gazetteer

    def head(self, text: str) -> Pieces:
        """A name with an address, a firm or an occupation, before the story begins."""
        parts = [part for part in PARTS.split(text[:_LONGEST_HEAD]) if part.strip()]
        if len(text) > _LONGEST_HEAD:
            parts = parts[:-1]
        found, others = self._pieces(parts)
        if found.name and others and not (_ADDRESSED.match(text) and ":" not in text[:_LONGEST_TAIL]):
            return found  # "Pak Dedi, Plered, adalah calo" tells of somebody else
        opening = _OPENING.match(text)
        alone = self._names.titled(opening["who"]) if opening is not None else None
        return Pieces(alone) if alone and not _ADDRESSED.match(text) else Pieces()

    def tail(self, text: str) -> Pieces:
        """How a letter is signed: behind a dash, "ttd", thanks, or as a last sentence of its own."""
        end = _WISH_BEHIND.sub("", text[-160:])
        for match in _each(_SIGNED, end):
            who = _FULL_STOP.sub("", _TELEPHONE.sub(" ", match["who"]))
            if (match["thanks"] or match["from"]) and _ADDRESSED.match(who):
                continue
            found = self._whole(who)
            if found.name is not None and (match["from"] is None or self._names.is_given(found.name)):
                return found
        last = _LAST_SENTENCE.search(end)
        if last is not None and not _ADDRESSED.match(last["who"]):
            found = self._whole(_TELEPHONE.sub(" ", last["who"]))
            if found.name is not None and self._names.is_given(found.name):
                return found
        parts = [part for part in PARTS.split(re.split(r"[.!?;]\s", end[-_LONGEST_TAIL:])[-1]) if part.strip()]
        if len(parts) > 1 and (alone := self._set_off(parts[-2], parts[-1])) is not None:
            return Pieces(alone)
        if len(parts) > 2:  # "..., Siti, Plered"
            found, others = self._pieces(parts[-2:])
            if found.place and found.name and others == 1 and self._names.is_given(found.name):
                return found
        return self._with_place(parts[-1]) if len(parts) > 1 else Pieces()

    def _set_off(self, before: str, part: str) -> str | None:
        """ "..., Parlindungan Sitorus": two words or more that can only be a name, where nobody is told of."""
        words = _FULL_STOP.sub("", part).split()
        if not 1 < len(words) <= _MOST_WORDS - 1 or not all(word[0].isupper() for word in words) or part.isupper():
            return None
        told_of = bare_words(before)[-2:]
        sure = self._names.sure(" ".join(words))
        if (
            sure is None
            or sure[1] is not None
            or _ADDRESSED.match(part.strip())
            or not _NAMED_BEFORE.isdisjoint(told_of)
        ):
            return None
        return sure[0]

    def _with_place(self, part: str) -> Pieces:
        """ "..., ibu Entin Darangdan": a title, a given name and a place, with nothing between them."""
        titled = _TITLED.fullmatch(part.strip())
        place = self._gazetteer.whole(titled["place"]) if titled else None
        if titled is None or place is None or not self._names.is_given(titled["name"]):
            return Pieces()
        return Pieces(titled["name"], None, place)

    def _whole(self, who: str) -> Pieces:
        """Nothing but a name, and what stands beside one."""
        parts = [part for part in PARTS.split(who) if part.strip()]
        found, _others = self._pieces(parts)
        taken = sum(1 for part in parts if self._is_piece(part, found))
        return found if taken == len(parts) else Pieces()

    def _is_piece(self, part: str, found: Pieces) -> bool:
        return self._is_beside(part) or (found.name is not None and self._name(part) is not None)

    def _is_beside(self, part: str) -> bool:
        """An address, a firm, an occupation or a courtesy: it may stand beside a name."""
        return (
            self._gazetteer.whole(part) is not None
            or self._organisations.find(part, anywhere=True) is not None
            or not self._names.occupations.isdisjoint(bare_words(part)[:1])
            or _DEGREE.fullmatch(part.strip()) is not None
            or all(word in self._names.roles | self._names.lead for word in bare_words(part))
            or self._names.is_greeting(part)
        )

    def _pieces(self, parts: Sequence[str]) -> tuple[Pieces, int]:
        """What the first parts tell, up to one that tells nothing, and how many stand beside the name."""
        name = organisation = None
        place: Place | None = None
        others = 0
        for part in parts:
            firm = self._organisations.find(part, anywhere=True)
            if firm is not None:
                rest = bare_words(ORGANISATION.sub(" ", part))
                if any(word not in self._names.roles | self._names.lead | self._names.stops for word in rest):
                    break
                organisation, others = firm, others + 1
            elif (found := self._gazetteer.whole(part)) is not None:
                place, others = found, others + 1
            elif name is None and (sure := self._name(part)) is not None:
                name = sure[0]
                place = place or sure[1]
                others += sure[1] is not None
            elif self._is_beside(part):
                others += _DEGREE.fullmatch(part.strip()) is not None or any(
                    word in self._names.roles | self._names.occupations for word in bare_words(part)
                )
            else:
                break
        return Pieces(name, organisation, place), others

    def _name(self, part: str) -> tuple[str, Place | None] | None:
        """A name with capitals, or a common one without."""
        if len(part.split()) > _MOST_WORDS:
            return None
        sure = self._names.sure(part)
        if sure is None:
            return None
        capital = any(word[0].isupper() for word in part.split()) and not part.isupper()
        return sure if capital or self._names.is_given(sure[0]) else None
