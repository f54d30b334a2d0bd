"""Figures from the words of a standard: days, rupiah, people. None where the text does not say one."""

import re
from collections.abc import Iterable

from rules.annex.numerals import number_in_words
from rules.standard import Completion, DayUnit, Fee

_KBLI = re.compile(r"\bKBLI\b(?:\s+(?:20[0-9]{2}|Nomor|No\.?|Kode))*\s*[:.]?\s*([0-9]{5})(?![0-9])", re.I)
_UNIT = r"(?P<unit>hari|jam|menit|minggu|pekan|bulan|tahun)\b(?P<kind>\s+(?:kerja|kalender|kalendar|takwim))?"
_FIGURE = re.compile(
    r"(?<![\w.,/])(?P<n>[0-9]{1,4})(?![\w,]|\.[0-9])\s*(?:\([^()]{0,60}\)\s*)?"
    r"(?:(?:-|–|s\.?/?d\.?|sampai(?:\s+dengan)?|hingga)\s*(?P<to>[0-9]{1,4})\s*(?:\([^()]{0,60}\)\s*)?)?" + _UNIT,
    re.I,
)
_WORDED = re.compile(r"(?P<words>(?:\b[a-z]+\s+){1,5})\(?" + _UNIT, re.I)
_VALID_FOR = re.compile(r"\b(?:masa\s+)?berlaku\w*\s+(?:selama\s+|untuk\s+)?(?:paling\s+lama\s+)?$", re.I)
_FREE = re.compile(
    r"\bgratis\b|\b(?:tidak|tanpa|bebas)\s+(?:(?:di)?(?:pungut|kenakan?|kenai|bebani)\s+)?(?:biaya|tarif|retribusi)\b"
    r"|\bnihil\b|\bcuma-cuma\b|\bnol\s+rupiah\b",
    re.I,
)
_RUPIAH = re.compile(
    r"\bRp\.?\s*:?\s*(?P<a>[0-9][0-9.]{0,17})(?:,(?P<fraction>[0-9]{1,2}))?(?:,?-+)?(?:\s*(?P<times>juta|ribu)\b)?"
    r"|(?<![\w.,])(?P<b>[0-9][0-9.]{0,17})(?:,(?P<fraction2>[0-9]{1,2}))?\s*(?:\([^()]{0,80}\)\s*)?"
    r"(?P<times2>juta|ribu)?\s*rupiah\b",
    re.I,
)
_RATE = re.compile(
    r"[\s,.=-]*(?:\([^()]{0,80}\)\s*)?(?:/|per\b|tiap\b|setiap\b|x\b|×|\bs\.?/?d\b|-|–|sampai\b|hingga\b)"
    r"\s*(?!\W*(?:permohonan|berkas|izin|dokumen|sertifikat|surat|penerbitan|orang|pemohon|lembar|kali)\b)\w",
    re.I,
)
_TARIFF = re.compile(r"\b(?:sesuai|tarif|retribusi|PNBP|perda|peraturan|ketentuan|dihitung|persen)\b|%", re.I)
_ANSWER = re.compile(
    r"menanggapi|tanggapan|ditanggapi|jawaban|dijawab|menjawab|tindak\s*lanjut|ditindak\s*lanjuti|diselesaikan",
    re.I,
)
_RECEIVING = re.compile(
    r"(?:sejak|setelah|dari)\s+(?:\w+\s+){0,4}?(?:menerima\s+(?:\w+\s+)?(?:pelayanan|layanan)"
    r"|(?:pelayanan|layanan|izin|produk)\s+(?:\w+\s+)?diterima|diterimanya\s+(?:pelayanan|layanan|izin))",
    re.I,
)
_PEOPLE = re.compile(
    r"(?<![\w.,])([0-9]{1,4})(?![\w,]|\.[0-9])\s*(?:\([^()]{0,60}\)\s*)?(?:orang|petugas|pegawai|personil|personel|staf)\b",
    re.I,
)
_TOTAL = re.compile(r"\b(?:total|seluruhnya|jumlah(?:\s+seluruhnya)?)\b\W*(?=[0-9])", re.I)
_LONE_NUMBER = re.compile(r"\W*([0-9]{1,4})\W*(?:\([^()]{0,60}\)\W*)?")


def kbli_of(title: str) -> str | None:
    """The first five-digit KBLI code of a title."""
    found = _KBLI.search(title)
    return found[1] if found else None


def slug(title: str) -> str:
    """A title as an id: its words in lower case with dashes, cut at a word when it gets long."""
    words = re.findall(r"[a-z0-9]+", title.casefold())
    kept: list[str] = []
    for word in words:
        if len("-".join([*kept, word])) > 60:
            break
        kept.append(word)
    return "-".join(kept)


def completion(text: str) -> Completion | None:
    """The promised time. Of several the longest, so that no breach is claimed that was not promised.

    Days that do not say which are working days, as the licensing rules count (PP 5/2021, article 1). Weeks,
    months and years are calendar days (7, 30, 365). Hours are rounded up to days: up to eight are one working
    day, beyond that working hours are eight a working day and others twenty-four a calendar day.
    """
    return max(_times(text), key=_length, default=None)


def fee(text: str) -> Fee | None:
    """The promised fee. Its amount is None when there are several, or a rate, or a tariff found elsewhere."""
    amounts = {_rupiah(match) for match in _RUPIAH.finditer(text)}
    amounts_are_rates = any(_RATE.match(text, match.end()) for match in _RUPIAH.finditer(text))
    free = _FREE.search(text) is not None
    if amounts == {0} or (free and not amounts - {0}):
        return Fee(free=True, amount=0)
    if amounts:
        one = next(iter(amounts)) if len(amounts) == 1 and not free and not amounts_are_rates else None
        return Fee(free=False, amount=one)
    return Fee(free=False, amount=None) if _TARIFF.search(text) else None


def reply_days(items: Iterable[str]) -> int | None:
    """Working days within which a complaint is answered (component 6)."""
    for sentence in _sentences(items):
        if _ANSWER.search(sentence) and not _RECEIVING.search(sentence):
            for time in _times(sentence):
                if time.unit == "working":
                    return time.days
    return None


def window_days(items: Iterable[str]) -> int | None:
    """Calendar days after the service within which one may complain (component 6)."""
    for sentence in _sentences(items):
        if _RECEIVING.search(sentence):
            for time in _times(sentence):
                if time.unit == "calendar":
                    return time.days
    return None


def staff(text: str) -> int | None:
    """The number of people (component 11); where several groups are counted without a total, their sum."""
    total = _TOTAL.search(text)
    found = [int(n) for n in _PEOPLE.findall(text[total.end() :] if total else text)]
    if found:
        return (found[0] if total else sum(found)) or None
    lone = _LONE_NUMBER.fullmatch(text)
    if lone:
        return int(lone[1]) or None
    worded = re.search(r"((?:\b[a-z]+\s+){1,5})(?:orang|petugas|pegawai)\b", text, re.I)
    return (number_in_words(worded[1]) if worded else None) or None


def _sentences(items: Iterable[str]) -> list[str]:
    return [part for item in items for part in re.split(r"(?<=[.;])\s+(?=[A-Z0-9])", item)]


def _times(text: str) -> list[Completion]:
    figures = [m for m in _FIGURE.finditer(text) if not _VALID_FOR.search(text[max(0, m.start() - 60) : m.start()])]
    if figures:
        return [_time(int(m["to"] or m["n"]), m["unit"], m["kind"]) for m in figures]
    worded = [(number_in_words(m["words"]), m) for m in _WORDED.finditer(text)]
    return [_time(n, m["unit"], m["kind"]) for n, m in worded if n is not None]


def _time(n: int, unit: str, kind: str | None) -> Completion:
    said = (kind or "").strip().casefold()
    unit = unit.casefold()
    counts: DayUnit = "calendar" if said.startswith(("kal", "tak")) else "working"
    if unit == "hari":
        return Completion(n, counts)
    if unit == "menit":
        n, unit = -(-n // 60), "jam"
    if unit == "jam":
        if n <= 8:
            return Completion(1 if n else 0, "working")
        return Completion(-(-n // 8), "working") if said == "kerja" else Completion(-(-n // 24), "calendar")
    return Completion(n * {"minggu": 7, "pekan": 7, "bulan": 30, "tahun": 365}[unit], "calendar")


def _length(time: Completion) -> float:
    return time.days * (1.4 if time.unit == "working" else 1.0)


def _rupiah(match: re.Match[str]) -> int:
    said = match["a"] or match["b"]
    times = (match["times"] or match["times2"] or "").casefold()
    whole = int(said.replace(".", "") or 0)
    factor = {"juta": 1_000_000, "ribu": 1_000}.get(times, 1)
    fraction = match["fraction"] or match["fraction2"]
    parts = int(fraction) * factor // 10 ** len(fraction) if fraction and times else 0
    return whole * factor + parts
