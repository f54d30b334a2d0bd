"""KBLI codes as people write them: `kbli 272-03`, `2 7 2 0 3`, "tertulis 27202, harusnya 27203"."""

import re
import unicodedata
from collections.abc import Iterator

from rapidfuzz.distance import OSA

KBLI_DIGITS = 5
_CODE_NAMED = re.compile(
    r"\bk\s?b\s?l\s?i\b[^\d]{0,20}(\d{5}(?!\d)|\d(?:[ .,\-]?\d){4}(?![ .]?\d))|\bkbli(\d{5})(?!\d)", re.IGNORECASE
)
_FIVE_DIGITS = re.compile(
    r"(?<![\d.,#])(\d{2}[ .]?\d{3}|\d{3} \d{2}|\d(?: \d){4})"
    r"(?!\s?(?:\d|[.,]\d|m2|m²|m\b|rb|ribu|unit|orang|buah|rupiah))"
)
_CODE_SLIPPED = re.compile(r"\bk\s?b\s?l\s?i\b[^\d]{0,20}(\d(?:[ .]?\d){3,5})(?!\s?\d)", re.IGNORECASE)
_NOT_THIS = re.compile(r"\b(?:bukan|bkn|not|sanes)\s+(?:kode\s+)?(?:kbli\s+)?$", re.IGNORECASE)
# "tertulis 27202, harusnya 27203": the code behind it is the one.
_RATHER = re.compile(
    r"\b(?:(?:se)?harusnya|(?:se)?mestinya|melainkan|(?:yang|yg) (?:benar|bener|betul)|should be|kuduna|"
    r"padahal(?=\W+(?:kbli|saya|sy|kami|yang|yg|seharusnya|harusnya)))"
    r"(?:\W+(?:kbli|kode|saya|sy|kami|yang|yg|itu|adalah|mah|benar|bener|betul|seharusnya|harusnya)){0,4}\W+(\d{5})(?!\d)",
    re.IGNORECASE,
)
# A bare number behind one of these is something else.
_OTHER_NUMBER = re.compile(
    r"\b(?:antri\w*|antre\w*|tiket\w*|ticket|kode\s?pos|kontrak|invoice|resi|regist\w+|ref|bayar|ditagih|tagihan|rp|"
    r"harga\w*|biaya|tarif|rumah|rek\w*|hp|telp\w*|pin|otp|plat|pengaduan|aduan)"
    r"(?:\s(?:saya|sy|kami|no|nomor|nomer|dengan|sebesar|itu))*[\s.:#]*$",
    re.IGNORECASE,
)
_DIGIT_LETTERS = re.compile(r"(?<=\d)[oO](?=\d)")  # "272O3"


def slipped_codes(text: str) -> Iterator[str]:
    """The digits behind "KBLI", four to six of them: perhaps a code with a slip in it."""
    for match in _CODE_SLIPPED.finditer(text):
        yield re.sub(r"\D", "", match[1])


def is_a_slip(typed: str, code: str) -> bool:
    """Typed for that code: a digit too many or too few, two swapped, or another one anywhere but in the last place.

    Codes that differ in the last digit alone are those of neighbouring industries: 27202 is no slip of 27203.
    """
    if OSA.distance(typed, code, score_cutoff=1) > 1 or typed == code:
        return False
    return len(typed) != len(code) or typed[-1] == code[-1] or sorted(typed) == sorted(code)


def said_kbli(text: str, known: set[str]) -> str | None:
    """The five-digit code after "KBLI" (also `2 7 2 0 3`, `272-03`), or alone when the office has it."""
    text = _DIGIT_LETTERS.sub("0", unicodedata.normalize("NFKC", text))
    named = [m for m in _CODE_NAMED.finditer(text) if not _NOT_THIS.search(text[max(0, m.start() - 40) : m.start()])]
    if named and (rather := _RATHER.search(text, named[0].end())) is not None:
        return rather[1]
    if named:
        return re.sub(r"\D", "", named[0][1] or named[0][2])
    for match in _FIVE_DIGITS.finditer(text):
        code = re.sub(r"\D", "", match[1])
        before = text[max(0, match.start() - 60) : match.start()]
        if code in known and not (_NOT_THIS.search(before) or _OTHER_NUMBER.search(before)):
            return code
    return None
