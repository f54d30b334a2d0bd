"""What must not be shown again: one-time codes, passwords, NIK, card and account numbers."""

import re

_LABELLED = re.compile(
    r"\b(?:otp|kode\s+(?:otp|verifikasi|rahasia\s+bank)|one[- ]time\s+(?:code|password)|pin|cvv|cvc)\b"
    r"(?:nya)?[^\d\n]{0,25}(\d{3,8})(?!\d)",
    re.IGNORECASE,
)
_PASSWORD = re.compile(
    r"\b(?:password|passwd|pass|pwd|pw|kata\s+sandi|sandi|katasandi|kata\s+kunci)(?:nya|na|\s+saya|\s+akun(?:nya)?|\s+oss)*"
    r"(?:\s*[:=]\s*|\s+(?:adalah|yaitu|is)\s+|\s+)(?P<word>\S{4,64})",
    re.IGNORECASE,
)
_LONG_NUMBER = re.compile(r"(?<![\d])\d(?:[ .\-]?\d){12,18}(?!\d)")
_ACCOUNT = re.compile(r"\b(?:rekening|norek|no\.?\s*rek)\b[^\d\n]{0,25}(\d(?:[ \-]?\d){7,15})(?!\d)", re.IGNORECASE)
_STRONG = re.compile(r"[:=]|\b(?:adalah|yaitu|is)\b", re.IGNORECASE)


def secrets_in(text: str) -> tuple[str, ...]:
    """Parts of the text to mask in every echo, as typed, each once, in their order."""
    found: list[tuple[int, str]] = []
    for pattern in (_LABELLED, _ACCOUNT):
        found += [(match.start(1), match[1]) for match in pattern.finditer(text)]
    for match in _PASSWORD.finditer(text):
        word = match["word"].strip("\"'.,;!?()")
        said_so = _STRONG.search(text[match.start() : match.start("word")]) is not None
        # "password saya tidak bisa" is talk; "password rahasia123" or "password: kucing" is a secret.
        if len(word) >= 4 and (said_so or any(letter.isdigit() for letter in word)):
            found.append((match.start("word"), word))
    for match in _LONG_NUMBER.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if len(digits) == 16 or (13 <= len(digits) <= 19 and _luhn(digits)):
            found.append((match.start(), match[0]))
    return tuple(dict.fromkeys(part for _at, part in sorted(found)))


def _luhn(digits: str) -> bool:
    doubled = [int(d) * 2 if i % 2 else int(d) for i, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0
