"""Which service of the catalogue a message is about: by its KBLI code, its name, or what people call it."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import OSA

from rules.standard import Catalogue, Service
from rules.understanding.kbli import KBLI_DIGITS, is_a_slip, said_kbli, slipped_codes
from rules.understanding.understood import SaidService
from rules.understanding.words import Word, Wording

_CLITICS = ("nya", "na", "ku", "mu", "lah", "kah")
_GAP = 1
_MOST = 5
_MOST_HITS = 60  # whoever names more services than that means none of them
_ALIKE = 86
_TITLE_WORDS_NEEDED = 2
# What stands before and behind the service that somebody applied for.
_BEFORE = {
    "izin",
    "urus",
    "buat",
    "ajukan",
    "pengajuan",
    "daftar",
    "sertifikat",
    "perpanjang",
    "cetak",
    "permohonan",
    "syarat",
    "tanya",
}
_BEHIND = {"terbit", "keluar", "ditolak", "belum", "salah", "tidak", "jadi", "mana", "proses", "saya", "kapan"}
_LITTLE = {
    "untuk", "dan", "yang", "di", "saya", "dari", "kbli", "sertifikat", "standar", "izin", "risiko",
    "menengah", "tinggi", "rendah",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of a service in plain words."""

    service: Service
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    name: _Name
    at: tuple[int, ...]


class Services:
    """Finds services of the catalogue in what people say."""

    def __init__(self, catalogue: Catalogue, wording: Wording) -> None:
        self._catalogue = catalogue
        self._wording = wording
        self._names: list[_Name] = []
        self._by_first: dict[str, list[_Name]] = {}
        self._spelled: dict[str, str] = {}
        self._kinds: list[frozenset[str]] = []
        self._titles: dict[str, frozenset[str]] = {}
        seen: set[tuple[str, tuple[str, ...]]] = set()
        for service in catalogue.services.values():
            for text in (*service.names.values(), *service.aliases):
                words = self._plain(text)
                if not words or (service.id, words) in seen:
                    continue
                seen.add((service.id, words))
                name = _Name(service, words)
                self._names.append(name)
                self._by_first.setdefault(words[0], []).append(name)
                self._spelled.setdefault(utils.default_process(text), service.id)
            if service.kbli:
                self._kinds += [frozenset(self._plain(text)) for text in service.names.values()]
                title = service.standard.title if service.standard else " ".join(service.names.values())
                self._titles[service.id] = frozenset(self._plain(title)) - _LITTLE
        self._known = frozenset(word for name in self._names for word in name.words)
        self._long = sorted(word for word in self._known if len(word) >= 6)

    def _plain(self, text: str) -> tuple[str, ...]:
        return tuple(word.plain for word in self._wording.words(text))

    def in_story(self, text: str, words: Sequence[Word]) -> SaidService:
        """What a story says of the service."""
        code = said_kbli(text, {s.kbli for s in self._catalogue.services.values() if s.kbli})
        if code is not None and (service := self._catalogue.by_kbli(code)) is not None:
            return SaidService(service.id, (service.id,), code)
        if (slipped := self._slipped(text, words)) is not None:
            return SaidService(None, (slipped.id,), slipped.kbli, unsure=True)
        hits = self._hits(words)
        if code is not None:  # "sertifikat standar KBLI 27202" is none of ours, "NIB, KBLI 27202" is the NIB
            hits = [hit for hit in hits if not hit.name.service.kbli and not self._is_general(hit.name)]
            found = self._among(hits, words)
            return SaidService(found.service_id, found.candidates, code, found.unsure)
        return self._among(hits, words)

    def _slipped(self, text: str, words: Sequence[Word]) -> Service | None:
        """A code that is no other industry's ("272003", "27213"), beside words of the title: to be confirmed."""
        for typed in slipped_codes(text):
            for service in self._catalogue.services.values():
                needed = _TITLE_WORDS_NEEDED if len(typed) == KBLI_DIGITS else 1
                if service.kbli and is_a_slip(typed, service.kbli) and self._tells_title(service, words, needed):
                    return service
        return None

    def _is_general(self, name: _Name) -> bool:
        """It names what the services with a code are, too ("Sertifikat Standar"): behind a code it tells nothing."""
        return any(set(name.words) <= said for said in self._kinds)

    def _among(self, hits: Sequence[_Hit], words: Sequence[Word]) -> SaidService:
        """The one that is meant among those that are named."""
        services = list(dict.fromkeys(hit.name.service.id for hit in hits))
        if not services:
            return SaidService(None, (), None)
        if len(services) > 1:
            owned = list(dict.fromkeys(h.name.service.id for h in hits if _is_owned(words, h.at)))
            if len(owned) != 1:
                return SaidService(None, tuple(services[:_MOST]), None)
            services = owned
        return self._meant(self._catalogue.services[services[0]], words)

    def answer(self, text: str) -> SaidService:
        """An answer to "which service?": near spellings count too."""
        found = self.in_story(text, self._wording.words(text))
        if found.service_id or found.candidates or found.kbli:
            return found
        asked = utils.default_process(text[:200])
        if len(asked) < 3:
            return found
        near = process.extract(asked, self._spelled.keys(), scorer=fuzz.WRatio, score_cutoff=_ALIKE, limit=12)
        ids = list(dict.fromkeys(self._spelled[spelled] for spelled, score, _ in near if _fair(asked, spelled, score)))
        if len(ids) == 1:
            return SaidService(None, (ids[0],), None, unsure=True)
        return SaidService(None, tuple(ids[:_MOST]), None)

    def _meant(self, service: Service, words: Sequence[Word]) -> SaidService:
        if service.variants:
            return SaidService(None, service.variants[:_MOST], None, wide=service.id)
        # Neighbouring codes sound alike: a name that tells only half of the title is asked back.
        if service.id in self._titles and not self._tells_title(service, words):
            return SaidService(None, (service.id,), None, unsure=True)
        return SaidService(service.id, (service.id,), None)

    def _tells_title(self, service: Service, words: Sequence[Word], needed: int = _TITLE_WORDS_NEEDED) -> bool:
        said = {form for word in words for form in (word.plain, *word.forms)}
        title = self._titles.get(service.id, frozenset())
        return len({t for t in title if t in said or t.removeprefix("ber") in said}) >= needed

    def _hits(self, words: Sequence[Word]) -> list[_Hit]:
        """Names in the words, without those that are only a part of a longer one or of a narrower service."""
        said = [self._readings(word) for word in words]
        found: list[_Hit] = []
        for index in range(len(words)):
            names = [name for reading in said[index] for name in self._by_first.get(reading, ())]
            matched = ((name, _match(name.words, said, words, index)) for name in names)
            found += [_Hit(name, at) for name, at in matched if at is not None]
            if len(found) > _MOST_HITS:
                break
        found = [
            hit
            for hit in found
            if not any(set(hit.at) < set(other.at) and other.name.service is not hit.name.service for other in found)
        ]
        return [hit for hit in found if not any(self._is_part(hit, other) for other in found)]

    def _is_part(self, hit: _Hit, other: _Hit) -> bool:
        """The other service is narrower: a variant, or one whose names hold this name's words."""
        mine, theirs = hit.name.service, other.name.service
        if mine is theirs:
            return False
        if theirs.id in mine.variants:
            return True
        if mine.id in theirs.variants:
            return False
        own = set(hit.name.words)
        return any(name.service is theirs and own < set(name.words) for name in self._names)

    def _readings(self, word: Word) -> set[str]:
        """The words of the catalogue that a word may be."""
        typed = word.plain
        found = {typed, *word.forms} & self._known
        found |= {typed.removesuffix(c) for c in _CLITICS if typed.endswith(c) and typed.removesuffix(c) in self._known}
        if not found and not word.forms and 6 <= len(typed) <= 20:
            found = {known for known in self._long if OSA.distance(typed, known, score_cutoff=1) <= 1}
        return found


def _match(name: Sequence[str], said: Sequence[set[str]], words: Sequence[Word], index: int) -> tuple[int, ...] | None:
    at = [index]
    for wanted in name[1:]:
        for following in range(at[-1] + 1, min(at[-1] + 2 + _GAP, len(words))):
            if wanted in said[following] and words[following].sentence == words[index].sentence:
                at.append(following)
                break
        else:
            return None
    return tuple(at)


def _is_owned(words: Sequence[Word], at: Sequence[int]) -> bool:
    """It is what the writer applied for: `urus`, `izin`, `belum`, ... stand beside it."""
    if at[0] and words[at[0] - 1].plain == "karena":  # "PBG ditolak karena NIB belum ada" is about the PBG
        return False
    before = words[max(0, at[0] - 2) : at[0] + 1]
    behind = words[at[-1] + 1 : at[-1] + 2]
    return any(_is_one_of(word, _BEFORE) for word in before) or any(_is_one_of(word, _BEHIND) for word in behind)


def _is_one_of(word: Word, among: set[str]) -> bool:
    return word.plain in among or not word.forms.isdisjoint(among)


def _fair(asked: str, spelled: str, score: float) -> bool:
    """WRatio takes any short text inside a long one for alike; lengths must be alike too."""
    return score >= _ALIKE and min(len(asked), len(spelled)) * 2 >= max(len(asked), len(spelled))
