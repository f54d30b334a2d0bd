"""The register number: `ADU-2026-00017-4`, and finding it in what people write.

Prefix from the agency's profile, year in Jakarta, running number without gaps, Damm check digit of the
running number. Damm catches every single wrong digit and every swap of two neighbours.
"""

import re
from dataclasses import dataclass

from stdnum import damm

SHOWN_DIGITS = 5
SEPARATOR = r"[\s\-‐‑‒–—−_./:#]{0,4}"
FIRST_YEAR, LAST_YEAR = 2000, 2099
DASHES = tuple("-‐‑‒–—−")
MOST_DIGITS = 9  # of a running number; keeps a NIK (16 digits) out even where it follows the prefix


@dataclass(frozen=True, slots=True)
class RegisterNumber:
    """A case's number. `running` counts the cases of that year, complaints and suggestions in one series,
    from 1.
    """

    prefix: str
    year: int
    running: int

    @property
    def check_digit(self) -> str:
        return check_digit(self.running)

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year}-{self.running:0{SHOWN_DIGITS}d}-{self.check_digit}"


@dataclass(frozen=True, slots=True)
class Found:
    """What looks like a register number in a text; `said` is the part of the text.

    `number` is None when its check digit is wrong or absent (`wrong_check`): say so, guess at no right one.
    """

    number: RegisterNumber | None
    wrong_check: bool
    said: str


def check_digit(running: int) -> str:
    """The Damm check digit of a running number; leading zeros change nothing (412 and 00412 have 6)."""
    return damm.calc_check_digit(str(running))


def find_number(text: str, prefix: str, year: int | None = None) -> Found | None:
    """The first register number in a text: any case, with or without dashes and spaces, in a sentence.

    `year`: the one to take where the prefix is there and the year is not ("ADU-00412-6"). A number without
    the prefix is taken when it is written in its three parts and its check digit is right, so no telephone
    number, NIK or date is ever taken for one. A right number is preferred to a wrong one before it.
    """
    wrong: Found | None = None
    after_prefix = re.compile(
        rf"(?<![^\W_]){re.escape(prefix)}(?:\s+(?:no|nomor|nomer|number)\b)?"
        rf"{SEPARATOR}(\d+(?:{SEPARATOR}\d+)*)",
        re.IGNORECASE,
    )
    for match in after_prefix.finditer(text):
        found = _read(text, match, prefix, year)
        if found and found.number:
            return found
        wrong = wrong or found
    bare = re.compile(
        r"(?<![\w\-+./])(20\d\d)[\s\-–—]{1,3}"
        rf"(\d{{{SHOWN_DIGITS},{MOST_DIGITS}}})[\s\-–—]{{1,3}}(\d)(?![\w\-/])"
    )
    for match in bare.finditer(text):
        found = _checked(prefix, match[1], match[2], match[3], match[0])
        if found.number:
            return found
    return wrong


def staff_number(text: str, prefix: str, year: int) -> Found | None:
    """The case a staff member means: as `find_number`, or in front that year's `412`, `00412` or `ADU-2026-412`.

    What follows it is the rest of the command ("413 Izin sudah terbit"). `412-6` is held to its check digit.
    """
    found = find_number(text, prefix, year)
    if found and text.lstrip(" #").startswith(found.said):
        return found
    short = re.match(
        rf"\s*#?({re.escape(prefix)}{SEPARATOR}(20\d\d){SEPARATOR}(\d{{1,{SHOWN_DIGITS - 1}}}))(?![\w\-–/]|[.,:]\d)",
        text,
        re.IGNORECASE,
    )
    if short and int(short[3]):
        return Found(RegisterNumber(prefix, int(short[2]), int(short[3])), wrong_check=False, said=short[1])
    bare = re.match(
        rf"\s*(?:(?:no|nomor|nomer|{re.escape(prefix)})\b\.?\s*)?#?\s*((\d{{1,7}})(?:\s?[-–]\s?(\d))?)(?![\w\-–/]|[.,:]\d)",
        text,
        re.IGNORECASE,
    )
    if not bare or not int(bare[2]):
        return found
    if bare[3] is not None:
        return _checked(prefix, str(year), bare[2], bare[3], bare[1])
    return Found(RegisterNumber(prefix, year, int(bare[2])), wrong_check=False, said=bare[1])


def _read(text: str, match: re.Match[str], prefix: str, year: int | None) -> Found | None:
    """What the digit groups behind the prefix mean; whatever follows the number in the sentence is left
    alone.
    """
    groups = [(m[0], match.start(1) + m.end()) for m in re.finditer(r"\d+", match[1])]
    if len(groups) >= 4 + SHOWN_DIGITS + 1 and all(len(digits) == 1 for digits, _ in groups):
        groups = [("".join(digits for digits, _ in groups), groups[-1][1])]  # dictated digit by digit
    first, end = groups[0]
    if FIRST_YEAR <= int(first[:4]) <= LAST_YEAR and len(first) >= 4:
        said_year = first[:4]
        rest = [(first[4:], end), *groups[1:]] if len(first) > 4 else groups[1:]
    elif year is not None and len(first) >= SHOWN_DIGITS and _is_split(groups):
        found = _checked(prefix, str(year), first, groups[1][0], text[match.start() : groups[1][1]])
        return found if found.number else None  # "adu 41115 2 kali" is no number with a slip
    else:
        return None
    if not rest or not (3 <= len(rest[0][0]) <= MOST_DIGITS + 1):
        return None
    running, end = rest[0]
    # Only five digits are padded, so six that begin with a zero are the running number with its check digit.
    glued = len(running) == SHOWN_DIGITS + 1 and running.startswith("0")
    # "057327-3" is a slip in the first digit, not a shorter number.
    if glued and _is_split(rest) and text[end : end + 1] in DASHES:
        return Found(None, wrong_check=True, said=text[match.start() : rest[1][1]])
    if _is_split(rest) and not glued:
        return _checked(prefix, said_year, running, rest[1][0], text[match.start() : rest[1][1]])
    said = text[match.start() : end]
    if len(running) > SHOWN_DIGITS:
        return _checked(prefix, said_year, running[:-1], running[-1], said)
    return Found(None, wrong_check=True, said=said) if len(running) == SHOWN_DIGITS else None


def _is_split(groups: list[tuple[str, int]]) -> bool:
    return len(groups) >= 2 and len(groups[1][0]) == 1


def _checked(prefix: str, year: str, running: str, check: str, said: str) -> Found:
    right = int(running) > 0 and int(check_digit(int(running))) == int(check)
    number = RegisterNumber(prefix, int(year), int(running)) if right else None
    return Found(number, wrong_check=not right, said=said)
