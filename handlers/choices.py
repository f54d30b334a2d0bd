"""What a typed answer means among the choices last shown: a number, "yang kedua", a label, or nearly a label."""

import re
from collections.abc import Sequence
from typing import Any

from rapidfuzz import fuzz, process

from messages import vocabulary

_NEAR = 88
_TELLING = 4  # letters of a word that may stand for its label
_POINTING = {"yang", "yg", "nu", "the", "aja", "saja", "wae"}
_FINAL = {"hapus", "erase", "delete"}
_STANDING = ("send", "yes", "no", "change", "skip", "unknown", "anonymous", "secret", "unwilling")


def pressed(key: str) -> tuple[str, str, str] | None:
    """(instance, question, value) of a button's payload; None for what we did not make."""
    parts = key.split(".", 2)
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else None


def typed(text: str, offered: Sequence[dict[str, Any]]) -> tuple[str, str] | None:
    """(key, what else was said) of the choice that the text means, or None."""
    if not offered or not text.strip():
        return None
    numbered = re.match(r"\s*(\d)\s*(?:$|[.,;:)\n]+\s*(.*))", text, re.DOTALL)
    if numbered:
        for choice in offered:
            if choice["number"] == int(numbered[1]):
                return choice["key"], (numbered[2] or "").strip()
    nth = vocabulary.ordinal(text)
    if nth is not None:
        for choice in offered:
            if choice["number"] == nth:
                return choice["key"], ""
    labels = {choice["key"]: choice["label"].casefold() for choice in offered}
    said = text.casefold().strip(" .!?[]")
    for key, label in labels.items():
        if said == label:
            return key, ""
    words = set(re.findall(r"[^\W_]+", said)) - _POINTING
    telling = any(len(word) >= _TELLING for word in words)
    # Every word must stand in the label: "jgn kirim" is no "Kirim". And nothing is erased by half a label.
    if telling and not words & _FINAL and vocabulary.means(said, *_STANDING, slips=False) is None:
        with_it = [key for key, label in labels.items() if words <= set(re.findall(r"[^\W_]+", label))]
        if len(with_it) == 1:
            return with_it[0], ""
    if len(said) >= 5:
        best = process.extractOne(said, labels, scorer=fuzz.ratio, score_cutoff=_NEAR)
        if best:
            return str(best[2]), ""
    return None
