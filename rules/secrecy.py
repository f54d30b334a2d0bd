"""Who sees an identity, and what is masked in a text when it is secret.

Source: RULES and DECISIONS: the officers assigned to a case see who brought it, an agency by default does
not. Secret: nobody else does, also no supervisor, head, APIP, digest or export, and the name is masked in
story and file names.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum

MASK = "***"


class Reader(StrEnum):
    """Who, or what, would read an identity. A supervisor who works a case reads it as its officer."""

    COMPLAINANT = "complainant"
    OFFICER = "officer"
    SUPERVISOR = "supervisor"
    HEAD = "head"
    AGENCY = "agency"
    APIP = "apip"
    ADMIN = "admin"  # runs the machine, works no case
    DIGEST = "digest"
    EXPORT = "export"


def may_see_identity(reader: Reader, *, secret: bool, assigned: bool = False, shared: bool = False) -> bool:
    """Whether that reader gets name, address and contacts of the complainant. Every reveal belongs on the
    audit.

    `assigned`: the officer is on this case. `shared`: an officer chose to send the identity along to this
    agency, which a secret one never allows. A digest names nobody.
    """
    if reader is Reader.COMPLAINANT:
        return True
    if reader is Reader.OFFICER:
        return assigned
    if secret:
        return False
    if reader is Reader.AGENCY:
        return shared
    return reader in (Reader.SUPERVISOR, Reader.HEAD, Reader.APIP, Reader.EXPORT)


# A word may begin and end at anything but a letter, or where capitals do it: "fotoAsepKTP.jpg".
_START = r"(?:(?<![^\W\d_])|(?-i:(?<=[a-z])(?=[A-Z])))"
_END = r"(?:(?:nya|na|ku|mu|lah|kah|pun|'s|’s)?(?:(?![^\W\d_])|(?-i:(?<=[a-z])(?=[A-Z]))))"
_BETWEEN = r"[\W_]*"
_SHORTEST_PART = 3  # letters: shorter ones ("H", "Al") are masked as part of the whole name alone
_SHORTEST_GLUED = 6  # letters of a whole name that is masked even inside another word
_SHORTEST_PLACE = 4
# In a file name words run together ("fotoasep.jpg"), so there a part is masked wherever it stands.
_FILE_NAME = re.compile(
    r"(?<!\S)\S+\.(?:jpe?g|png|gif|webp|heic|pdf|docx?|xlsx?|pptx?|txt|mp[34]|ogg|opus|oga|m4a|aac|wav|3gp|mov)(?!\w)",
    re.IGNORECASE,
)
_DESIGNATIONS = re.compile(
    r"^(?:desa|ds|kelurahan|kel|kecamatan|kec|kabupaten|kab|kampung|kp|dusun|dsn|jalan|jln|jl|gang|gg|perum|blok)\b\W*",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    "|".join(
        (
            r"(?<![\w.+\-])[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+",  # e-mail
            r"(?<!\d)\d(?:[ .\-]?\d){15}(?!\d)",  # NIK, or a card
            r"\+\d(?:[ .\-()]{0,2}\d){7,14}(?!\d)",  # a telephone with its country
            r"(?<!\d)(?:62[ .\-]?|0)8\d(?:[ .\-]{0,2}\d){6,10}(?!\d)",  # a mobile
            r"(?<!\d)8[1-35-9]\d{8,10}(?!\d)",  # a mobile without its zero
            r"(?<!\d)\(?0[2-79]\d{1,2}\)?[ .\-]{0,2}\d{5,8}(?!\d)",  # a landline with its area
            r"\bRT\W{0,2}\d{1,3}(?:\W{0,3}RW)?(?:\W{0,2}\d{1,3})?",  # RT 03/05, RT 3 RW 5
        )
    ),
    re.IGNORECASE,
)


def masked(text: str, names: Iterable[str], extra: Iterable[str] = ()) -> str:
    """The text with `***` for what tells who wrote it; for stories and file names of a secret complainant.

    Masked: each of `names` (whole, also glued or with other separators, and each part of three or more
    letters as a word; any case, with or without accents, with endings such as -nya), each of `extra`
    (addresses, an organisation: whole, and their parts between commas), telephone numbers, NIK, e-mail
    addresses and RT/RW.
    """
    text = unicodedata.normalize("NFC", text)
    text = _NUMBERS.sub(MASK, text)
    names = tuple(names)
    parts = {part for name in names for part in _letters(name) if len(part) >= _SHORTEST_PART}
    text = _FILE_NAME.sub(lambda file: _masked_in(file[0], "|".join(_longest_first(parts))), text)
    patterns = {pattern for name in names for pattern in _of_a_name(name)}
    patterns |= {pattern for place in extra for pattern in _of_an_address(place)}
    # Whole names first, then the longest, so that "Siti Aminah" is one mask.
    for pattern in sorted(patterns, key=lambda p: (p.startswith(_START), -len(p), p)):
        text = _masked_in(text, pattern)
    return text


def _masked_in(text: str, pattern: str) -> str:
    """Finds in the text without accents, replaces in the text itself: both have the same length."""
    if not pattern:
        return text
    pieces, last = [], 0
    for match in re.finditer(pattern, _plain(text), re.IGNORECASE):
        pieces += [text[last : match.start()], MASK]
        last = match.end()
    return "".join((*pieces, text[last:]))


def _of_a_name(name: str) -> Iterator[str]:
    parts = _letters(name)
    if not parts:
        return
    glued = len(parts) > 1 and sum(map(len, parts)) >= _SHORTEST_GLUED
    whole = _BETWEEN.join(map(re.escape, parts))
    yield whole if glued else _word(whole)
    for part in parts:
        if len(part) >= _SHORTEST_PART:
            yield _word(re.escape(part))


def _of_an_address(address: str) -> Iterator[str]:
    for piece in (address, *re.split(r"[,;\n]", address)):
        plain = _plain(unicodedata.normalize("NFC", piece)).strip()
        words = re.findall(r"[^\W_]+", _DESIGNATIONS.sub("", plain))
        if sum(map(len, words)) >= _SHORTEST_PLACE:
            yield _word(_BETWEEN.join(map(re.escape, words)))


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _word(pattern: str) -> str:
    return _START + pattern + _END


def _letters(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", _plain(unicodedata.normalize("NFC", name)))


def _plain(text: str) -> str:
    """Without accents, letter for letter."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)
