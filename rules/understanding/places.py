"""Villages and districts as people write them: `desa cigelam babakancikao`, `kel ciseureuh`, `plered`."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from rules.agency import Place, Places
from rules.understanding.words import plain

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ALIKE = 87  # of 100: one slip in seven letters
_SHORTEST_FUZZY = 5
_LONGEST_NAME = 3
_LONGEST_ADDRESS = 120
_VILLAGE = {"desa", "ds", "kelurahan", "kel", "lurah", "village"}
_DISTRICT = {"kecamatan", "kec", "district"}
_STREET = {
    "kampung", "kp", "kampoeng", "dusun", "dsn", "jalan", "jl", "jln", "gang", "gg", "perumahan", "perum",
    "blok", "rt", "rw",
}  # fmt: skip
_AROUND = _VILLAGE | _DISTRICT | {
    "di", "dari", "ti", "alamat", "alamatnya", "alamatna", "saya", "abdi", "sy", "kampung", "kp",
    "kampoeng", "dusun", "dsn", "jalan", "jl", "jln", "gang", "gg", "perumahan", "perum", "blok", "rt",
    "rw", "no", "nomor", "warga", "orang", "kab", "kabupaten", "asal", "purwakarta", "jawa", "barat",
    "jabar", "tinggal", "bumi", "rumah", "in", "from", "daerah", "at", "the", "my", "is", "address", "teh",
    "mah", "aja", "saja", "pak", "bu", "min", "kak", "ya", "yah",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place in a text, and the words that named it (from word `first` to before word `after`)."""

    place: Place
    first: int
    after: int


class Gazetteer:
    """Finds places of the office's list."""

    def __init__(self, places: Places) -> None:
        self._villages: dict[str, list[Place]] = {}
        self._districts: dict[str, Place] = {}
        for place in places.places:
            if place.village is None:
                self._districts[_key(place.district)] = place
            else:
                self._villages.setdefault(_key(place.village), []).append(place)
        for among in list(self._villages.values()):
            for place in among:
                self._districts.setdefault(_key(place.district), Place(place.district))
        self._names = sorted({*self._villages, *self._districts})

    @property
    def names(self) -> frozenset[str]:
        """The words that are a place's whole name."""
        return frozenset(self._names)

    def answer(self, text: str) -> tuple[Place | None, str | None]:
        """An answer to "which village?": the place with the street before it, else the text as typed.

        (None, None) without words.
        """
        words = _words(text)
        if not words:
            return None, None
        found = self.find(words, fuzzy=True)
        if found is not None:
            return found.place, _street(text, found)
        return None, _trimmed(text)

    def whole(self, text: str) -> Place | None:
        """The place, when the text names a place and nothing else."""
        words = _words(text)
        found = self.find(words, fuzzy=False)
        if found is None:
            return None
        rest = words[: found.first] + words[found.after :]
        return found.place if all(word in _AROUND for word in rest) else None

    def find(self, words: list[str], *, fuzzy: bool) -> FoundPlace | None:
        """The one place that plain words name; None when there is none, or the name stands for several."""
        named = self._named(words, fuzzy=False) or (self._named(words, fuzzy=True) if fuzzy else [])
        districts = [(at, after, self._districts[key]) for at, after, key in named if key in self._districts]
        for at, after, key in named:
            if key not in self._villages or (at > 0 and words[at - 1] in _DISTRICT):
                continue
            among = self._villages[key]
            for d_at, d_after, district in districts:
                for place in among:
                    apart = d_after <= at or d_at >= after
                    if place.district == district.district and apart:
                        return FoundPlace(place, min(at, d_at), max(after, d_after))
            is_district = key in self._districts and not (at > 0 and words[at - 1] in _VILLAGE)
            if len(among) == 1 and not is_district and not any(d[0] != at for d in districts):
                return FoundPlace(among[0], at, after)
        if districts:
            at, after, district = districts[0]
            return FoundPlace(district, at, after)
        return None

    def _named(self, words: list[str], *, fuzzy: bool) -> list[tuple[int, int, str]]:
        """Where names stand, longest first at each word."""
        found: list[tuple[int, int, str]] = []
        at = 0
        while at < len(words):
            for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
                key = self._known("".join(words[at : at + length]), fuzzy=fuzzy)
                if key is not None and words[at] not in _VILLAGE | _DISTRICT:
                    found.append((at, at + length, key))
                    at += length
                    break
            else:
                at += 1
        return found

    def _known(self, key: str, *, fuzzy: bool) -> str | None:
        if key in self._villages or key in self._districts:
            return key
        if not fuzzy or not _SHORTEST_FUZZY <= len(key) <= 24 or key in _AROUND:
            return None
        near = process.extract(key, self._names, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=2)
        if not near or (len(near) == 2 and near[0][1] == near[1][1]):
            return None
        return near[0][0]


def names_street(text: str) -> bool:
    """A street, a hamlet, a block of houses is named, not only a village."""
    return not _STREET.isdisjoint(_words(text))


def _street(text: str, found: FoundPlace) -> str | None:
    """What stands before the place, where it is a street, a hamlet, a number: `Jl. Veteran no 12`."""
    matches = list(_WORD.finditer(plain(text[:600])))
    first = found.first
    while first > 0 and matches[first - 1][0] in _VILLAGE | _DISTRICT:
        first -= 1
    before = text[: matches[first].start()] if len(plain(text[:600])) == len(text[:600]) else ""
    at = next((i for i in range(first) if matches[i][0] in _STREET), None)
    return _trimmed(before[matches[at].start() :]) if at is not None else None


def _trimmed(text: str) -> str | None:
    return " ".join(text.split())[:_LONGEST_ADDRESS].strip(" .,!?") or None


def _key(name: str) -> str:
    return "".join(_words(name))


def _words(text: str) -> list[str]:
    return [match[0].replace("'", "") for match in _WORD.finditer(plain(text[:600]))]
