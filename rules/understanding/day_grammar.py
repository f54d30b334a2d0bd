"""The grammar of days, over words already brought to plain ones: each rule a pattern and what it makes of it.

A day without a year is the latest such day that is not after today. "Minggu lalu" and "bulan lalu" are no one
day. Day stands before month, as Indonesians write: 03/25 is no date. (dateparser was tried: it misses most of
this, and takes 03/25 as 25 March.)
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from rules.understanding.understood import SaidDate

_MONTHS = (
    ("januari", "jan", "january", "januwari"), ("februari", "pebruari", "feb", "peb", "february", "febuari"),
    ("maret", "mar", "march", "maart"), ("april", "apr"), ("mei", "may", "mey"), ("juni", "jun", "june"),
    ("juli", "jul", "july"), ("agustus", "agu", "ags", "agt", "agust", "aug", "august", "agst"),
    ("september", "sep", "sept", "septembar"), ("oktober", "okt", "oct", "october", "oktobr"),
    ("november", "nov", "nop", "nopember", "novembr"), ("desember", "des", "dec", "december", "desembr"),
)  # fmt: skip
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_WEEKDAYS = (
    ("senin", "senen", "monday"), ("selasa", "salasa", "tuesday"), ("rabu", "rebo", "wednesday"),
    ("kamis", "kemis", "thursday"), ("jumat", "jum'at", "jumaah", "juma'ah", "jumuah", "friday"),
    ("sabtu", "saptu", "setu", "saturday"), ("ahad", "minggu", "ngahad", "sunday"),
)  # fmt: skip
_WEEKDAY = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}
_any = "|".join
_M = _any(sorted(_MONTH, key=len, reverse=True))
_W = _any(sorted(_WEEKDAY, key=len, reverse=True))
_NOT_WEEK = _any(name for name in _WEEKDAY if name != "minggu")  # "minggu" is also a week
_PART = r"(?:awal|akhir|pertengahan|tengah|early|late|mid)"
_LAST = r"(?:kemarin|lalu|yang lalu|kmrn|tadi|wingi)"
_GAP = r"(?: \|)? "
# "2 kali", "3 jam": so many of something, no day of the month.
_COUNTED = (
    "kali|x|orang|jam|menit|hari|minggu|pekan|bulan|tahun|rb|ribu|juta|jt|lembar|berkas|times|hours|days|weeks|months"
)
_ON_A = rf"(?:(?:hari )?(?:{_W}){_GAP})?(?:tanggal )?"
# "kemarin 20 november": the date, which is read before, counts; "kemarin" is "lately".
_NOT_DATED = r"(?! \x00)"
Make = Callable[["re.Match[str]", date], SaidDate | None]


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: "re.Pattern[str]"
    make: Make
    bare: bool = False  # only as an answer to "when?"


def _on(day: int, month: int, year: int, said: str) -> SaidDate:
    try:
        return SaidDate(said, date(year, month, day))
    except ValueError:
        return SaidDate(said, None, problem="impossible")


def _checked(said: SaidDate, today: date) -> SaidDate:
    if said.day is not None and said.day > today:
        return SaidDate(said.said, None, problem="future")
    return said


def _latest(day: int, month: int, said: str, today: date) -> SaidDate:
    """The latest such day: this year's, else the year before (29 February: up to eight years back)."""
    for year in range(today.year, today.year - 9, -1):
        found = _on(day, month, year, said)
        if found.day is not None and found.day <= today:
            return found
        if found.day is None and not (day == 29 and month == 2):
            return found
    return SaidDate(said, None, problem="impossible")


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _day_month(m: "re.Match[str]", today: date) -> SaidDate | None:
    month = m["month"]
    number = _MONTH[month] if month in _MONTH else int(month)
    day = int(m["day"])
    if m["year"]:
        return _checked(_on(day, number, _year(m["year"]), m[0]), today)
    if not 1 <= number <= 12:
        return SaidDate(m[0], None, problem="impossible")
    return _latest(day, number, m[0], today)


def _month_back(today: date, back: int) -> date:
    months = today.year * 12 + today.month - 1 - back
    return date(max(1, months // 12), months % 12 + 1, 1)


def _day_of_month(m: "re.Match[str]", today: date) -> SaidDate | None:
    """`tanggal 15`, with or without "this month" or "last month"."""
    day = int(m["day"])
    if m["last"]:
        month = _month_back(today, 1)
        return _on(day, month.month, month.year, m[0])
    if m["this"]:
        return _checked(_on(day, today.month, today.year, m[0]), today)
    if not 1 <= day <= 31:
        return SaidDate(m[0], None, problem="impossible")
    for back in range(3):
        month = _month_back(today, back)
        if day <= calendar.monthrange(month.year, month.month)[1] and month.replace(day=day) <= today:
            return SaidDate(m[0], month.replace(day=day))
    return None


def _weekday(m: "re.Match[str]", today: date) -> SaidDate | None:
    number = _WEEKDAY[m["weekday"]]
    if m["week"]:
        return SaidDate(m[0], today - timedelta(days=today.weekday() + 7 - number))
    back = (today.weekday() - number) % 7
    if back == 0 and not m["this"]:
        back = 7
    return SaidDate(m[0], today - timedelta(days=back))


def _ago(days: int) -> Make:
    return lambda m, today: SaidDate(m[0], today - timedelta(days=days))


def _days_ago(m: "re.Match[str]", today: date) -> SaidDate | None:
    days = int(m["count"])
    return (
        SaidDate(m[0], today - timedelta(days=days)) if 0 < days <= 3660 else SaidDate(m[0], None, problem="impossible")
    )


def _about(m: "re.Match[str]", today: date) -> SaidDate | None:
    """Weeks or months ago: about when, not a day. Years ago: not even a month."""
    count = int(m["count"]) if m["count"] else 1
    if count > 200 or m["unit"] == "tahun":
        return SaidDate(m[0], None)
    if m["unit"] == "minggu":
        return SaidDate(m[0], None, (today - timedelta(days=7 * count)).replace(day=1))
    return SaidDate(m[0], None, _month_back(today, count))


def _this_month(m: "re.Match[str]", today: date) -> SaidDate | None:
    return SaidDate(m[0], None, today.replace(day=1))


def _named_month(m: "re.Match[str]", today: date) -> SaidDate | None:
    number = _MONTH[m["month"]]
    year = _year(m["year"]) if m["year"] else today.year if number <= today.month else today.year - 1
    month = date(year, number, 1) if 1 <= year <= 9999 else None
    if month is not None and month > today:
        return SaidDate(m[0], None, problem="future")
    return SaidDate(m[0], None, month)


def _future(m: "re.Match[str]", _today: date) -> SaidDate | None:
    return SaidDate(m[0], None, problem="future")


def _rule(pattern: str, make: Make, *, bare: bool = False) -> Rule:
    return Rule(re.compile(rf"(?<!\S){pattern}(?!\S)"), make, bare)


def _day_of_last_year(m: "re.Match[str]", today: date) -> SaidDate | None:
    return _on(int(m["day"]), _MONTH[m["month"]], today.year - 1, m[0])


def _weekday_of_a_week(m: "re.Match[str]", today: date) -> SaidDate | None:
    """`dua minggu lalu hari senin`: the Monday of the week before last."""
    weeks = int(m["count"] or 1)
    if not 1 <= weeks <= 52:
        return SaidDate(m[0], None)
    return SaidDate(m[0], today - timedelta(days=today.weekday() + 7 * weeks - _WEEKDAY[m["weekday"]]))


def _some_day(m: "re.Match[str]", today: date) -> SaidDate | None:
    """`3 sampai 5 november`, `tanggal 3 dan 5 november`: no one day, but a month."""
    latest = _latest(int(m["day"]), _MONTH[m["month"]], m[0], today)
    return SaidDate(m[0], None, latest.day.replace(day=1), None) if latest.day else latest


_LAST_YEAR = r"tahun (?:yang )?(?:lalu|kemarin)"
_YEAR = rf"(?:{_GAP}(?:tahun )?(?P<year>\d{{4}}|2\d(?! (?:{_COUNTED})(?: |$))))?"
# In the order they are tried; a later one never takes words that an earlier one took.
RULES = (
    _rule(
        rf"(?:tanggal )?(?:\d{{1,2}}) (?:sampai|dan|atau|hingga|to)(?: tanggal)? (?P<day>\d{{1,2}}) (?P<month>{_M})",
        _some_day,
    ),
    _rule(rf"{_LAST_YEAR} (?:\| )?(?:pada )?(?:tanggal )?(?P<day>\d{{1,2}}) (?P<month>{_M})", _day_of_last_year),
    _rule(rf"(?:tanggal )?(?P<day>\d{{1,2}}) (?P<month>{_M}) {_LAST_YEAR}", _day_of_last_year),
    _rule(
        r"(?:(?P<count>\d{1,2}) |se)?(?:minggu|pekan) (?:yang )?(?:lalu|kemarin|ago)(?: \|)? "
        rf"(?:hari )?(?P<weekday>{_NOT_WEEK})",
        _weekday_of_a_week,
    ),
    _rule(
        rf"(?:(?:hari )?(?:{_W}){_GAP})?(?:tanggal )?(?P<day>\d{{1,2}})(?: of)? (?P<month>{_M}){_YEAR}(?: {_LAST})?",
        _day_month,
    ),
    _rule(rf"(?P<month>{_M})(?: the)? (?P<day>\d{{1,2}})(?:{_GAP}(?P<year>\d{{4}}))?", _day_month),
    _rule(rf"{_ON_A}(?P<day>\d{{1,2}})[/.](?P<month>\d{{1,2}})[/.](?P<year>\d{{4}}|\d{{2}})", _day_month),
    _rule(rf"{_ON_A}(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?P<year>(?!))?", _day_month),
    _rule(
        r"(?:tanggal )?(?P<day>\d{1,2}) (?:bulan|bln) (?P<month>\d{1,2})(?: (?:tahun )?(?P<year>\d{4}))?", _day_month
    ),
    _rule(rf"(?P<day>\d{{1,2}})[-/ ](?P<month>{_M})[-/ ](?P<year>\d{{4}}|\d{{2}})", _day_month),
    _rule(r"(?P<last>bulan (?:kemarin|lalu))(?P<this>(?!))? tanggal (?P<day>\d{1,2})", _day_of_month),
    _rule(
        rf"(?:(?:hari )?(?:{_W}){_GAP})?tanggal (?P<day>\d{{1,2}})"
        rf"(?: (?P<last>bulan {_LAST})| (?P<this>bulan ini)| {_LAST})?",
        _day_of_month,
    ),
    _rule(
        r"(?P<day>1[3-9]|2\d|3[01]) (?P<last>bulan (?:kemarin|lalu))(?P<this>(?!))?",
        _day_of_month,
        bare=True,
    ),
    _rule(r"kemarin (?:lusa|dulu|dulunya)|mangkukna|day before yesterday|lusa kemarin", _ago(2)),
    _rule(r"(?:bulan|minggu|pekan|tahun) depan|besok(?: lusa)?|lusa|tomorrow|next (?:week|month)", _future),
    _rule(rf"(?:hari )?(?P<weekday>{_NOT_WEEK}|(?<=hari )minggu) (?:depan|besok|nanti)", _future),
    _rule(
        rf"(?:hari )?(?P<weekday>{_NOT_WEEK}|(?<=hari )minggu)"
        rf"(?: (?P<week>(?:minggu|pekan) {_LAST}|last week)| (?P<this>ini|minggu ini)| {_LAST})",
        _weekday,
    ),
    _rule(rf"last (?P<weekday>{_NOT_WEEK}|sunday)(?P<week>(?!))?(?P<this>(?!))?", _weekday),
    _rule(
        rf"kemarin (?:hari )?(?P<weekday>{_NOT_WEEK}|(?<=hari )minggu)(?P<week>(?!))?(?P<this>(?!))?(?! {_LAST})"
        rf"{_NOT_DATED}",
        _weekday,
    ),
    _rule(rf"(?:hari|on) (?P<weekday>{_W})(?P<week>(?!))?(?P<this>(?!))?", _weekday),
    _rule(r"(?P<count>\d{1,4}) hari (?:yang )?(?:lalu|ago|kemarin|lepas|silam)", _days_ago),
    _rule(r"(?:tadi malam|semalam|kemarin malam|malam kemarin|last night)", _ago(1)),
    _rule(
        rf"(?:{_PART} )?(?P<count>\d{{1,3}})? ?(?P<unit>minggu|bulan|tahun) (?:yang )?(?:lalu|ago|kemarin|silam)",
        _about,
    ),
    _rule(r"last (?P<unit>minggu|bulan|tahun)(?P<count>(?!))?", _about),
    _rule(r"se(?P<unit>minggu|bulan|tahun)(?:an)?(?P<count>(?!))? (?:yang )?(?:lalu|ago|kemarin|silam)", _about),
    _rule(r"(?:sudah )?se(?P<unit>minggu|bulan|tahun)(?:an)?(?P<count>(?!))?", _about, bare=True),
    _rule(r"(?:sudah )(?P<count>\d{1,3}) (?P<unit>minggu|bulan|tahun)(?:an)?", _about, bare=True),
    _rule(rf"{_PART}(?: bulan)? (?P<month>{_M}){_YEAR}", _named_month),
    _rule(rf"(?:{_PART}|minggu ini|pekan ini)(?: bulan)?(?: ini)?|bulan ini", _this_month),
    _rule(rf"kemarin(?: (?:pagi|siang|sore|jam))?{_NOT_DATED}|yesterday", _ago(1)),
    _rule(
        r"hari ini|tadi(?: (?:pagi|siang|sore|jam|subuh))?|barusan|pagi (?:ini|tadi)|siang (?:ini|tadi)|"
        r"today|this morning|sekarang juga|just now",
        _ago(0),
    ),
    _rule(rf"(?:bulan )?(?P<month>{_M}){_YEAR}", _named_month),
    _rule(
        rf"(?:{_W}){_GAP}(?P<day>[1-9]\d?)(?! (?:{_COUNTED}))(?P<last>(?!))?(?P<this>(?!))?",
        _day_of_month,
        bare=True,
    ),
    _rule(rf"(?P<weekday>{_NOT_WEEK})(?P<week>(?!))?(?P<this>(?!))?", _weekday, bare=True),
    _rule(
        rf"(?<!jam )(?<!pukul )(?P<day>[1-9]\d?)(?! (?:{_COUNTED}))(?P<last>(?!))?(?P<this>(?!))?",
        _day_of_month,
        bare=True,
    ),
)
