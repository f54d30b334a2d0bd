"""Numbers in words ("dua puluh lima"), and how long somebody has waited."""

import re
from collections.abc import Mapping, Sequence

from rules.understanding.words import Word

_UNITS: Mapping[str, int] = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11,
    "hiji": 1, "tilu": 3, "opat": 4, "genep": 6, "dalapan": 8, "salapan": 9, "sapuluh": 10,
    "siji": 1, "loro": 2, "telu": 3, "papat": 4, "limo": 5, "pitu": 7, "wolu": 8, "songo": 9,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip
ONE_SCALE: Mapping[str, int] = {
    "seratus": 100, "saratus": 100, "seribu": 1_000, "sarebu": 1_000, "sejuta": 1_000_000,
    "sajuta": 1_000_000,
}  # fmt: skip
_DAYS: Mapping[str, int] = {"hari": 1, "minggu": 7, "pekan": 7, "bulan": 30, "tahun": 365}
_ONE_SPAN: Mapping[str, int] = {
    "sehari": 1, "seharian": 1, "seminggu": 7, "semingguan": 7, "sepekan": 7, "sebulan": 30, "sebulanan": 30,
    "setahun": 365,
    "setahunan": 365,
}  # fmt: skip
_WAITING = {
    "sudah",
    "hampir",
    "lebih",
    "selama",
    "tunggu",
    "menunggu",
    "lewat",
    "hingga",
    "mau",
    "didiamkan",
    "didiemin",
    "diemin",
    "digantung",
    "for",
    "over",
}
_WAITED = {"lebih", "belum", "tidak", "tunggu", "didiamkan", "lamanya", "kurang", "now", "masih"}
_LONGEST_WAIT = 365 * 30


def figure(text: str) -> float | None:
    """A number as typed in Indonesia: `500.000` is half a million, `1,5` one and a half. None beyond counting."""
    if re.fullmatch(r"\d{1,3}(\.\d{3}){1,5}(,\d{1,9})?", text):
        return float(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(,\d{3}){1,5}(\.\d{1,9})?", text):
        return float(text.replace(",", ""))
    if re.fullmatch(r"\d{1,12}([.,]\d{1,2})?", text):
        return float(text.replace(",", "."))
    return None


def spoken(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """The number below a thousand, in figures or in words, that begins there, and how many words it takes."""
    if words[at][:1].isdigit():
        typed = figure(words[at])
        return (typed, 1) if typed is not None else None
    if words[at] in ("setengah", "satengah", "half"):
        return 0.5, 1
    total, taken = 0.0, 0
    while at + taken < len(words):
        word = words[at + taken]
        following = words[at + taken + 1] if at + taken + 1 < len(words) else ""
        if word in ONE_SCALE and ONE_SCALE[word] == 100:
            total += 100
            taken += 1
        elif word in _UNITS and following in ("belas", "puluh", "ratus", "hundred"):
            total += 10 + _UNITS[word] if following == "belas" else _UNITS[word] * (10 if following == "puluh" else 100)
            taken += 2
        elif word in _UNITS:
            total += _UNITS[word]
            taken += 1
            break
        else:
            break
    if taken and words[at + taken : at + taken + 1] in (["setengah"], ["satengah"]):  # "satu setengah"
        return total + 0.5, taken + 1
    return (total, taken) if taken else None


def days_waited(words: Sequence[Word]) -> int | None:
    """The longest wait said ("sudah 3 minggu": 21), in calendar days; None when none of a day or more is."""
    texts = [word.plain for word in words]
    found = []
    for at, word in enumerate(texts):
        if word in _ONE_SPAN:
            days, taken = float(_ONE_SPAN[word]), 1
        else:
            number = spoken(texts, at)
            if number is None or at + number[1] >= len(texts) or texts[at + number[1]] not in _DAYS:
                continue
            days, taken = number[0] * _DAYS[texts[at + number[1]]], number[1] + 1
        before = set(texts[max(0, at - 3) : at])
        after = texts[at + taken : at + taken + 3]
        ago = bool(after) and (after[0] in ("lalu", "ago", "kemarin", "depan") or after[:2] == ["yang", "lalu"])
        if not ago and (before & _WAITING or _WAITED & set(after)) and 1 <= days <= _LONGEST_WAIT:
            found.append(round(days))
    return max(found, default=None)
