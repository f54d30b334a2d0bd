"""Indonesian number words up to 999: `empat belas` is 14, `tiga puluh` 30, `seratus dua puluh` 120."""

_ONES = {
    "nol": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
_TIMES = {"puluh": 10, "ratus": 100}


def number_in_words(text: str) -> int | None:
    """The number that the last words of the text say. None when the very last word says none."""
    words: list[str] = []
    for word in reversed(text.casefold().split()):
        if word not in _ONES and word not in _WHOLE and word not in _TIMES and word != "belas":
            break
        words.insert(0, word)
    if not words:
        return None
    total, one = 0, 0
    for word in words:
        if word in _ONES:
            total, one = total + one, _ONES[word]
        elif word in _WHOLE:
            total, one = total + one + _WHOLE[word], 0
        elif word == "belas":
            total, one = total + one + 10, 0
        else:
            total, one = total + (one or 1) * _TIMES[word], 0
    return total + one
