"""What others say or own: names there are theirs ('petugas bilang "saya Rudi"', "transfer ke BCA a.n. Budi")."""

import re

_SPEAKS = (
    r"bilang\w*|kata\w*|ngomong\w*|omong\w*|jawab\w*|dijawab|ngaku\w*|mengaku\w*|tulis\w*|ditulis|nanya\w*|tanya\w*|ujar\w*|"
    r"balas\w*|dibalas|nyeletuk|teriak|saurna|ceunah|cenah|ngomongna|said|says|told|answered|replied|admin|petugas\w*|cs|operator"
)
_QUOTED = re.compile(
    rf"(?:\b(?:{_SPEAKS})\b[^\"“”'‘’.!?\n]{{0,30}})(?:[\"“”](?P<double>[^\"“”\n]{{3,200}})[\"“”]|['‘](?P<single>[^'‘’\n]{{3,200}})['’](?![^\W\d_]))",
    re.IGNORECASE,
)
_THEIR_LINE = re.compile(
    r"\b(?:admin|petugas|oknum|calo|cs|operator|dia|customer service)(?:[^\n:.]{0,12}\bwa)?\s*:\s*"
    r"(?P<said>(?:dengan|nama saya|saya)\b[^\n]{0,120})",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\b(?:rek(?:ening)?|norek|transfer|ditransfer|tf|bca|bri|bni|bjb|mandiri|bsi|dana|gopay|ovo)\b[^!?\n]{0,40}?"
    r"\b(?:a\.?\s?n\b\.?|a/n\b|atas nama)(?P<holder>\s[^\n,;.!?]{3,40})",
    re.IGNORECASE,
)


def own_words(text: str) -> str:
    """The text with blanks where somebody else is quoted, or an account is named; as long as before."""

    def blanked(match: "re.Match[str]") -> str:
        group = next(name for name, said in match.groupdict().items() if said is not None)
        begin, end = match.start(group) - match.start(), match.end(group) - match.start()
        return match[0][:begin] + " " * (end - begin) + match[0][end:]

    for theirs in (_QUOTED, _THEIR_LINE, _ACCOUNT):
        text = theirs.sub(blanked, text)
    return text
