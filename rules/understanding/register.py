"""A register number as people write it in a sentence: any case, with or without dashes. Not checked here."""

import re


def register_number_in(text: str, prefix: str) -> str | None:
    """The first such number as written, e.g. `adu 2026 00412 6`; None when there is none."""
    gap = r"[\s\-–—./_]{0,3}"
    pattern = rf"\b{re.escape(prefix)}{gap}20\d\d{gap}\d{{3,9}}(?:{gap}\d(?!\d))?"
    match = re.search(pattern, text, re.IGNORECASE)
    return match[0] if match else None
