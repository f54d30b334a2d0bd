"""Days to come, as staff write them: a date to answer by, a leave from one day to another.

Citizens write of days past (`dates.py`); here nothing lies before today, and a day without a month or year is the next
one of that name.
"""

import re
from datetime import date, timedelta

_MONTHS = (
    ("jan", "januari", "january"),
    ("feb", "peb", "februari", "pebruari", "february"),
    ("mar", "maret", "march"),
    ("apr", "april"),
    ("mei", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("agu", "agt", "agustus", "agustus", "ags", "aug", "august"),
    ("sep", "sept", "september"),
    ("okt", "oct", "oktober", "october"),
    ("nov", "nop", "november", "nopember"),
    ("des", "dec", "desember", "december"),
)
_WEEKDAYS = (
    ("senin", "senen", "monday"),
    ("selasa", "salasa", "tuesday"),
    ("rabu", "rebo", "wednesday"),
    ("kamis", "kemis", "thursday"),
    ("jumat", "jum'at", "jumaah", "friday"),
    ("sabtu", "saptu", "saturday"),
    ("minggu", "ahad", "sunday"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_WEEKDAY = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}
_NEAR = {"hari ini": 0, "sekarang": 0, "today": 0, "besok": 1, "besuk": 1, "enjing": 1, "tomorrow": 1, "lusa": 2}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_DAYS = "|".join(sorted(_WEEKDAY, key=len, reverse=True))
_DAY = re.compile(
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})"
    rf"|(?P<slash>\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{4}})?)(?![\d/])"
    rf"|(?:tanggal|tgl\.?)?\s*(?P<day>\d{{1,2}})\s+(?P<month>{_NAMES})\b\.?(?:\s+(?P<year>\d{{4}}))?"
    rf"|(?:tanggal|tgl\.?)\s*(?P<only>\d{{1,2}})\b"
    rf"|(?P<near>{'|'.join(_NEAR)})\b"
    rf"|(?:hari\s+)?(?P<weekday>{_DAYS})\b",
    re.IGNORECASE,
)
_SHARED_MONTH = re.compile(
    rf"\b(\d{{1,2}})\s*(?:-|–|s/d|sd|sampai|hingga|to)\s*(\d{{1,2}}\s+(?:{_NAMES})\b)", re.IGNORECASE
)


def day_ahead(text: str, today: date) -> date | None:
    """The first day said, today or later; None when none is, or it is over or impossible."""
    days = days_ahead(text, today)
    return days[0] if days else None


def days_ahead(text: str, today: date) -> list[date]:
    """All days said, in the order of the text: "1-5 desember" is two of them. What is over or impossible is left out.

    A second day is never before the first: "senin sampai jumat" ends on the Friday after that Monday.
    """
    text = _SHARED_MONTH.sub(lambda m: f"{m[1]} {m[2].split()[1]} - {m[2]}", text)
    found: list[date] = []
    for match in _DAY.finditer(text):
        day = _read(match, found[-1] if found else today)
        if day is not None and day >= today:
            found.append(day)
    return found


def without_days(text: str) -> str:
    """What is said beside the days."""
    return " ".join(_DAY.sub(" ", _SHARED_MONTH.sub(" ", text)).split())


def _read(match: re.Match[str], earliest: date) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["slash"]:
            day, month, *year = map(int, re.split(r"[/.]", match["slash"]))
            return _next(day, month, year[0] if year else None, earliest)
        if match["month"]:
            year_said = int(match["year"]) if match["year"] else None
            return _next(int(match["day"]), _MONTH[match["month"].casefold()], year_said, earliest)
        if match["only"]:
            return _next_of_month(int(match["only"]), earliest)
        if match["near"]:
            return earliest + timedelta(days=_NEAR[match["near"].casefold()])
        ahead = (_WEEKDAY[match["weekday"].casefold()] - earliest.weekday()) % 7
        return earliest + timedelta(days=ahead)
    except ValueError:
        return None  # 31 November


def _next(day: int, month: int, year: int | None, earliest: date) -> date:
    if year is not None:
        return date(year, month, day)
    this_year = date(earliest.year, month, day)
    return this_year if this_year >= earliest else date(earliest.year + 1, month, day)


def _next_of_month(day: int, earliest: date) -> date:
    month = earliest.replace(day=1)
    for _ in range(3):
        try:
            found = month.replace(day=day)
        except ValueError:
            found = date.min
        if found >= earliest:
            return found
        month = (month + timedelta(days=31)).replace(day=1)
    raise ValueError(day)
