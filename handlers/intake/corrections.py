"""A field of the review corrected in a sentence: "nama saya Dani", "alamatnya salah, harusnya Cijaya"."""

import re

_WORDS = (
    ("E", re.compile(r"\b(?:nama|nami|namanya|name|jenengan)\b(?: (?:saya|abdi|is|sy))?", re.IGNORECASE)),
    ("F", re.compile(r"\b(?:alamat\w*|address|tinggal)\b(?: (?:saya|abdi|is|sy|di))?", re.IGNORECASE)),
    ("D", re.compile(r"\b(?:tanggal\w*|tgl\w*|kejadian\w*|date)\b", re.IGNORECASE)),
    ("B", re.compile(r"\b(?:layanan\w*|izinnya|ijinnya|service)\b", re.IGNORECASE)),
    ("C", re.compile(r"\b(?:masalah\w*|problem)\b", re.IGNORECASE)),
)
# What stands between the field and its new value.
_INSTEAD = re.compile(
    r"^.*\b(?:harusnya|seharusnya|mestinya|yang benar|yg benar|yg bener|tapi|tp|jadi|menjadi|should be|to|nu leres)\b"
    r"\s*[:=]?|^\s*[:=]|^\s*(?:salah|keliru|bukan)\b",
    re.IGNORECASE | re.DOTALL,
)
_LETTERED = re.compile(
    r"\b(?:ubah|ganti|robih|change|edit)\s+(?P<letter>[A-Fa-f])\s+(?:jadi|menjadi|ke|to)?\s*(?P<value>.+)", re.DOTALL
)
_LONGEST = 14  # words
_NEAR_THE_BEGINNING = 25  # characters


def corrected_field(text: str) -> tuple[str, str] | None:
    """The letter of the field that a short sentence corrects, and what it says instead; None where it corrects none."""
    if len(text.split()) > _LONGEST:
        return None
    lettered = _LETTERED.search(text)
    if lettered:
        return lettered["letter"].upper(), lettered["value"].strip()
    for letter, word in _WORDS:
        match = word.search(text)
        if match and match.start() <= _NEAR_THE_BEGINNING:
            value = _INSTEAD.sub("", text[match.end() :], count=1).strip(" ,.:;")
            return (letter, value) if value else None
    return None
