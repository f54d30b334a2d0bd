"""Sums of money as people say them: "setengah juta", "2 jt 500 rb", "diminta 50.000", "gocap"."""

import re
from collections.abc import Mapping, Sequence

from rules.understanding.numbers import ONE_SCALE, figure, spoken
from rules.understanding.words import Word

_SCALES: Mapping[str, int] = {
    "ribu": 1_000,
    "juta": 1_000_000,
    "k": 1_000,
    "million": 1_000_000,
    "thousand": 1_000,
}
# Market words for sums of money, from Hokkien.
_SLANG_SUMS: Mapping[str, int] = {
    "gocap": 50_000, "goban": 50_000, "noban": 20_000, "ceban": 10_000, "cepekceng": 100_000,
    "gopekceng": 500_000, "goceng": 5_000, "seceng": 1_000,
}  # fmt: skip
_PAYING = frozenset(
    {
        "minta", "diminta", "dimintai", "dimintain", "bayar", "dibayar", "membayar", "ditarik", "tarik", "ditagih",
        "tagih", "kasih", "transfer", "tf", "biaya", "tarif", "harga", "uang", "duit", "artos", "pungut", "dipungut",
        "setor", "paid", "pay", "asked", "charged",
    }
)  # fmt: skip
_PAYING_NEAR = 3  # words between
_MEASURES = frozenset(
    {"m2", "m", "meter", "orang", "unit", "km", "kg", "kali", "buah", "pcs", "hari", "lembar", "people"}
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_LARGEST_SUM = 10**12


def sums_of_money(words: Sequence[Word]) -> tuple[int, ...]:
    """Every sum in rupiah, in the order said, each once."""
    texts = [word.plain for word in words]
    found: list[int] = []
    at = 0
    while at < len(texts):
        amount, taken = _sum_at(texts, at)
        if amount is not None and 0 < amount <= _LARGEST_SUM and amount not in found:
            found.append(amount)
        at += taken
    return tuple(found)


def _sum_at(texts: Sequence[str], at: int) -> tuple[int | None, int]:
    word = texts[at]
    if word in _SLANG_SUMS:
        return _SLANG_SUMS[word], 1
    if ONE_SCALE.get(word, 0) >= 1_000:
        return _with_rest(texts, at + 1, ONE_SCALE[word], 1)
    if word in ("rp", "idr", "rupiah") and at + 1 < len(texts):
        amount, taken = _scaled(texts, at + 1)
        return amount, 1 + taken
    number = spoken(texts, at)
    if number is None:
        return None, 1
    value, taken = number
    following = texts[at + taken] if at + taken < len(texts) else ""
    if following in _SCALES:
        return _scaled(texts, at)
    if following in ("rupiah", "perak") and value >= 100:
        return round(value), taken + 1
    if (
        _THOUSANDS.fullmatch(word)
        and following not in _MEASURES
        and (following == "per" or not _PAYING.isdisjoint(texts[max(0, at - _PAYING_NEAR) : at]))
    ):
        return round(value), taken
    return None, taken


def _scaled(texts: Sequence[str], at: int) -> tuple[int | None, int]:
    """A number and the thousands or millions behind it, with what follows of the same sum."""
    number = spoken(texts, at)
    if number is None:
        return None, 0
    value, taken = number
    scale = _SCALES.get(texts[at + taken], 1) if at + taken < len(texts) else 1
    if scale == 1:
        return round(value), taken
    return _with_rest(texts, at + taken + 1, round(value * scale), taken + 1)


def _with_rest(texts: Sequence[str], at: int, millions: int, taken: int) -> tuple[int, int]:
    """`2 juta` and what is added to it: `500 ribu`, `5 ratus`, or the bare `500` of "1jt500"."""
    if millions < _SCALES["juta"] or millions % _SCALES["juta"] or at >= len(texts):
        return millions, taken
    number = spoken(texts, at)
    if number is None or not number[0] < 1000:
        return millions, taken
    value, words = number
    unit = texts[at + words] if at + words < len(texts) else ""
    if unit in ("ratus", "hundred") and value < 10:
        thousands = at + words + 1 < len(texts) and _SCALES.get(texts[at + words + 1]) == _SCALES["ribu"]
        return millions + round(value * 100_000), taken + words + 1 + thousands
    if _SCALES.get(unit) == _SCALES["ribu"]:
        return millions + round(value * 1_000), taken + words + 1
    whole = figure(texts[at]) == value and value >= 100 and not unit.isalpha()
    return (millions + round(value * 1_000), taken + words) if whole else (millions, taken)
