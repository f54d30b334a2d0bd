"""Days as people write them: "tgl 15 bln kmrn", "rabu kemarin", "18 November", "kamari". None to come."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rules.understanding.day_grammar import RULES
from rules.understanding.numbers import spoken
from rules.understanding.understood import SaidDate
from rules.understanding.words import Word, Wording

_ORDINAL = re.compile(r"\b(\d{1,2})\s?(?:st|nd|rd|th)\b", re.IGNORECASE)
_DASHED = re.compile(r"\b(\d{1,2})\s?-\s?(\d{1,2})\s?-\s?(\d{4}|\d{2})\b")
_ISO = re.compile(r"\b(\d{4})[-./](\d{1,2})[-./](\d{1,2})\b")
_RANGE = re.compile(r"\b(\d{1,2})\s?(?:[-–]|s\.?d\.?|s/d)\s?(\d{1,2})(?=\s+[^\W\d_])", re.IGNORECASE)
_AGAIN = re.compile(r"(?:kemarin|kmrn|kemaren|kamari)(?:\s?2|-(?:kemarin|kmrn|kemaren|kamari))\b", re.IGNORECASE)

_RECEIVED = re.compile(
    r"(?:^| )(?:terbit|keluar|kaluar|terima|diterima|jadi|ambil|diambil|selesai|cetak|kejadian\w*|dapat|"
    r"datang|terbitnya|received|got|collected|diterbitkan|dikeluarkan|tertanggal)(?: \S+){0,3} $"
)
_FILED = re.compile(
    r"(?:^| )(?:lengkap|ajukan|mengajukan|pengajuan|masuk|masukkan|daftar|mendaftar|urus|mengurus|applied|filed|"
    r"submitted)(?: \S+){0,7} $"
)
_SINCE = re.compile(r"(?:^| )(?:sejak|dari|mulai|since)(?: \S+){0,2} $")
_FILED_AFTER = re.compile(
    r"(?:\S+ ){0,2}(?:ajukan|diajukan|mengajukan|daftar|mendaftar|didaftarkan|masuk|dimasukkan|masukkan|lengkap|"
    r"submit|submitted|filed|applied)(?: |$)"
)
_NOT_THAT = re.compile(
    r"(?:^| )(?:sampai|hingga|sebelum|berlaku|deadline|tenggat|lambat|lahir|until|by|before|setiap|tiap|"
    r"nanti|jatuh tempo|batas waktu\w*|ka?e?daluw?arsa|expired?|habis|berakhir|ditulis|tertulis|seharusnya|harusnya|"
    r"rt|rw|jam|pukul|rating|batas akhir|loket|blok|gang|akta|ijazah|perjanjian|kontrak|lebaran|puasa|merah|natal|"
    r"nyepi|"
    r"buka|jadwal|antara|perda|nomor|no|pasal|uu|pp|peraturan|undang-undang)"
    r"(?: (?:tanggal|hari|tgl|dengan|paling))* $"
    r"|(?:^| )(?:janji\w*|dijanji\w*|target\w*)(?: \S+){0,3} (?:selesai|jadi|keluar|terbit|beres) $"
)
_TO_COME = re.compile(r"(?:nanti|depan|mendatang|yang akan datang)(?: |$)")

_IMPORTANCE = {2: 2, 0: 1, 1: 0}  # by rank: received, happened, since when


@dataclass(frozen=True, slots=True)
class _Candidate:
    said: SaidDate
    start: int
    rank: int
    bare: bool  # a number or a weekday alone: gives way to a whole date


class Dates:
    """Reads dates with the lexicon's slang and languages."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def answer(self, text: str, today: date) -> SaidDate | None:
        """An answer to "when?": also a bare "15" or "rabu". None when it holds no date."""
        found = self._candidates(text, today, bare=True)
        exact = [c for c in found if c.said.day is not None]
        for group in (exact, found):
            if group:
                return max(group, key=lambda c: (not c.bare, c.rank, -c.start)).said
        return None

    def in_story(self, text: str, today: date) -> SaidDate | None:
        """The day it was received or happened, the latest of several, before the day since when; none to come."""
        found = [c for c in self._candidates(text, today, bare=False) if c.said.problem is None and c.rank >= 0]
        exact = [c for c in found if c.said.day is not None]
        if exact:
            return max(exact, key=lambda c: (_IMPORTANCE[c.rank], c.said.day or today)).said
        months = [c for c in found if c.said.month is not None]
        return max(months, key=lambda c: (c.rank, -c.start)).said if months else None

    def waits_since(self, text: str, today: date) -> bool:
        """Since some day or month it is waited for."""
        return any(c.rank == 1 and c.said.problem is None for c in self._candidates(text, today, bare=False))

    def since_in_story(self, text: str, today: date) -> date | None:
        """The day since which the file lies with the office: "berkas lengkap 30 oktober", "3 agustus saya daftar"."""
        since = [c for c in self._candidates(text, today, bare=False) if c.said.day is not None and c.rank == 1]
        return min(since, key=lambda c: c.start).said.day if since else None

    def _candidates(self, text: str, today: date, *, bare: bool) -> list[_Candidate]:
        plain, said = self._line(text)
        found: list[_Candidate] = []
        for rule in RULES:
            if rule.bare and not bare:
                continue
            for match in list(rule.pattern.finditer(plain)):
                start, end = match.span()
                if not match[0].strip() or "\x00" in plain[start:end]:
                    continue
                made = rule.make(match, today)
                before, after = plain[:start].replace("| ", "")[-60:], plain[end:].lstrip()
                plain = plain[:start] + "\x00" * (end - start) + plain[end:]
                if made is not None:
                    said_words = said(start, end) or made.said
                    one = SaidDate(said_words, made.day, made.month, made.problem)
                    found.append(_Candidate(one, start, _rank(before, after), rule.bare))
        return found

    def _line(self, text: str) -> tuple[str, Callable[[int, int], str]]:
        """The plain words in one line, `|` between clauses, and how to find again what was typed."""
        text = _ISO.sub(r"\3/\2/\1", _DASHED.sub(r"\1/\2/\3", _ORDINAL.sub(r"\1", text)))
        text = _RANGE.sub(r"\1 sampai \2", _AGAIN.sub("dulu", text))
        words = self._wording.words(text)
        texts = [word.plain for word in words]
        line = ""
        places: list[tuple[int, int, Word]] = []
        at = 0
        while at < len(words):
            number = spoken(texts, at) if not texts[at][0].isdigit() else None
            taken = number[1] if number is not None else 1
            shown = str(round(number[0])) if number is not None and number[0] == round(number[0]) else texts[at]
            if number is not None and shown == texts[at]:
                taken = 1
            if places and words[at].clause != places[-1][2].clause:
                line += "| "
            places += [(len(line), len(line) + len(shown), words[at + i]) for i in range(taken)]
            line += shown + " "
            at += taken

        def typed(start: int, end: int) -> str:
            inside = [word for first, last, word in places if first < end and last > start]
            return text[inside[0].start : inside[-1].end] if inside else ""

        return line, typed


def _rank(before: str, after: str) -> int:
    if _NOT_THAT.search(before) or _TO_COME.match(after):
        return -1
    received, filed = _RECEIVED.search(before), _FILED.search(before)
    if received and not (filed and filed.start() > received.start()):  # "belum keluar, berkas lengkap 3 agustus"
        return 2
    return 1 if filed or _SINCE.search(before) or _FILED_AFTER.match(after) else 0
