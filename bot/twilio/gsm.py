"""The characters of an SMS: 160 of GSM 03.38 in a part (153 in a series), 70 (67) when there are others."""

from typing import Final

_BASIC: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED: Final = frozenset("\f^{}\\[~]|€")  # each costs an escape as well

_TYPOGRAPHIC: Final = str.maketrans(
    {
        "…": "...",
        "·": "-",
        "•": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "→": "->",
        "←": "<-",
        "“": '"',
        "”": '"',
        "„": '"',
        "‘": "'",
        "’": "'",
        "×": "x",
        "\t": " ",
        "\u00a0": " ",
        "\u202f": " ",
        "\u200b": "",
    }
)


def gsm_units(text: str) -> int | None:
    """How many GSM characters `text` takes; None when it holds one that GSM does not have."""
    if not all(character in _BASIC or character in _EXTENDED for character in text):
        return None
    return sum(2 if character in _EXTENDED else 1 for character in text)


def to_gsm(text: str) -> str:
    """`text` with typographic signs in GSM characters. Letters that GSM lacks are people's own, and stay."""
    return text.translate(_TYPOGRAPHIC)
