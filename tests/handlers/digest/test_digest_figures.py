"""The figures of a digest in its text, its picture and its workbook, against a count that shares no code with them."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from statistics import median
from typing import Any

import pytest
from openpyxl import load_workbook

from handlers.desk.desk import Desk
from handlers.digest import workbook
from handlers.digest.make import Made, make
from handlers.digest.picture import picture_of
from handlers.digest.text import digest_lines
from handlers.speak import in_words
from messages.speech import Words
from rules.kind import Kind
from rules.periods import PeriodKind
from rules.roles import Role
from storage.database import Database
from storage.figures import WHOLE_OFFICE, Scope
from tests.registers import Facts, fill
from tests.talk import a_town, at, the_office

WORDS = Words("id")
# A Monday that is the first working day of a week; the year's end with its days off lies behind it.
DAY = date(2027, 1, 11)
# Periods that end before it, written down by hand.
PERIODS = {
    PeriodKind.DAILY: (date(2027, 1, 8), date(2027, 1, 10)),
    PeriodKind.WEEKLY: (date(2027, 1, 4), date(2027, 1, 10)),
    PeriodKind.MONTHLY: (date(2026, 12, 1), date(2026, 12, 31)),
    PeriodKind.QUARTERLY: (date(2026, 10, 1), date(2026, 12, 31)),
}


class Told:
    """A digest with what its three forms say."""

    def __init__(self, made: Made, text: str, facts: list[Facts], people: dict[int, str]) -> None:
        self.made, self.text, self.facts, self.people = made, text, facts, people
        assert made.workbook
        self.book = load_workbook(BytesIO(made.workbook))

    def rows(self, sheet: str) -> list[dict[str, Any]]:
        """The rows of a sheet by the titles of its columns; its note stands above them."""
        _, _, titles, *rows = self.book[sheet].iter_rows(values_only=True)
        return [dict(zip(map(str, titles), row, strict=True)) for row in rows]

    @property
    def summary(self) -> dict[str, Any]:
        return {row["Angka"]: row["Masa ini"] for row in self.rows("Ringkasan")}


@pytest.fixture
async def digests(database: Database) -> list[Told]:
    """One of each kind, of the same register."""
    async with a_town(database, "2026-10-01 09.00") as town:
        for name in ("Rina Marlina", "Lilis Suryani"):
            await town.staff(Role.OFFICER, name, unit="mpp" if name.startswith("L") else "")
        async with database.work(at("2027-01-11 07.30")) as work:
            staff = await work.team.everybody()
            facts = await fill(work, (date(2026, 8, 1), date(2027, 1, 10)), 260, tuple(one.id for one in staff))
            await work.commit()
        people = {one.id: one.name for one in staff}
        return [Told(*await a_digest(database, kind), facts, people) for kind in PERIODS]


async def a_digest(database: Database, kind: PeriodKind, scope: Scope = WHOLE_OFFICE) -> tuple[Made, str]:
    async with database.reading(at("2027-01-11 07.30")) as work:
        desk = Desk(work, the_office(), work.now)
        made = await make(desk, kind, scope, WORDS)
        text = "\n".join(in_words(one, WORDS) for one in await digest_lines(desk, None, made.digest, WORDS, whole=True))
    return made, text


def working_days(after: date, until: date) -> int:
    """Counted one by one."""
    days = (after + timedelta(days=n) for n in range(1, (until - after).days + 1))
    return sum(the_office().calendar.is_working_day(day) for day in days)


def numbers(text: str, pattern: str) -> list[int]:
    found = re.search(pattern, text)
    assert found, f"{pattern} not in:\n{text}"
    return [int(group) for group in found.groups()]


def span(told: Told) -> tuple[date, date]:
    return PERIODS[told.made.digest.period.kind]


def judged_in(facts: list[Facts], first: date, last: date) -> tuple[int, int]:
    """(in time, all) of the rounds that were answered in time in that span, or were due in it and were not."""
    in_time = late = 0
    for case in facts:
        for one in case.rounds:
            if one.answered and one.answered <= one.due:
                in_time += first <= one.answered <= last
            else:
                late += first <= one.due <= last
    return in_time, in_time + late


async def test_what_is_open_by_days_left(digests: list[Told]) -> None:
    for told in digests:
        dues = [case.open_due for case in told.facts if case.open_due]
        left = Counter[str]()
        for due in dues:
            days = working_days(DAY, due)
            left[
                "terlambat"
                if due < DAY
                else "hari ini"
                if due == DAY
                else "sisa 1-3 hari"
                if days <= 3
                else "sisa 4-7 hari"
                if days <= 7
                else "lebih dari 7 hari"
            ] += 1
        assert len(left) >= 3, "the register of this test has something of most"
        assert numbers(told.text, r"Terbuka (\d+):") == [len(dues)]
        (row,) = re.findall(r"Terbuka \d+: (.*)", told.text)
        assert dict(re.findall(r"([^,]+) (\d+)(?:, |$)", row)) == {k: str(v) for k, v in left.items()}
        bars = {bar.label: bar.count for bar in picture_of(told.made.digest, "kantor", WORDS).bars}
        assert {label: count for label, count in bars.items() if count} == dict(left)
        assert told.summary["Terbuka"] == len(dues)
        assert told.summary["Terlambat"] == left["terlambat"]
        week = sum(DAY <= due <= date(2027, 1, 17) for due in dues)
        assert told.summary["Jatuh tempo pekan ini"] == week > 0
        rows = told.rows("Pengaduan terbuka")
        assert [row["Nomor"] for row in rows] == [
            case.number
            for case in sorted((c for c in told.facts if c.open_due), key=lambda c: (c.open_due, c.number[9:]))
        ]
        assert all(row["Pemegang"] in {*told.people.values(), None} for row in rows)


async def test_what_came_and_what_was_answered(digests: list[Told]) -> None:
    for told in digests:
        first, last = span(told)
        came = Counter(case.kind for case in told.facts if first <= case.registered <= last)
        answered = [r for case in told.facts for r in case.rounds if r.answered and first <= r.answered <= last]
        reopened = sum(first <= r.start <= last for case in told.facts for r in case.rounds[1:])
        expected = [came.total(), came[Kind.COMPLAINT], came[Kind.SUGGESTION], len(answered), reopened]
        pattern = (
            r"[Mm]asuk (\d+)[^:]*(?:: pengaduan|\(pengaduan) (\d+), saran (\d+)[);,]+ dijawab (\d+), dibuka lagi (\d+)"
        )
        assert numbers(told.text, pattern) == expected
        summary = told.summary
        assert [summary[k] for k in ("Laporan masuk", "Pengaduan", "Saran", "Dijawab", "Dibuka lagi")] == expected
        days = [working_days(r.start, r.answered) for r in answered if r.answered]
        said = f"{median(days):g}".replace(".", ",") if days else "-"
        assert summary["Nilai tengah hari kerja"] == said
        assert sorted(row["Nomor"] for row in told.rows("Saran")) == sorted(
            case.number for case in told.facts if case.kind is Kind.SUGGESTION and first <= case.registered <= last
        )


async def test_answered_in_time(digests: list[Told]) -> None:
    for told in digests:
        first, last = span(told)
        if told.made.digest.period.kind is PeriodKind.DAILY:
            first = date(2027, 1, 1)  # of a day it would say nothing: the month so far
        in_time, judged = judged_in(told.facts, first, last)
        percent = in_time * 100 // judged
        assert 0 < percent < 100
        assert numbers(told.text, r"tepat waktu [^:]*: (\d+) dari (\d+) \((\d+)%") == [in_time, judged, percent]
        assert (told.summary["Tepat waktu"], told.summary["Wajib terjawab"]) == (in_time, judged)
        assert told.summary["Persen tepat waktu"] == f"{percent}%"


TABLES: tuple[tuple[str, str, Callable[[Facts], str | None]], ...] = (
    ("Menurut masalah", "Masalah", lambda case: case.component),
    ("Menurut layanan", "Layanan", lambda case: case.service),
    ("Menurut cara masuk", "Cara masuk", lambda case: case.channel),
    ("Menurut jalur", "Jalur", lambda case: case.route),
)


async def test_by_component_service_channel_and_route(digests: list[Told]) -> None:
    titles = ("Pengaduan", "Saran", "Dijawab", "Wajib terjawab", "Tepat waktu", "Terbuka", "Terlambat")
    for told in digests:
        for sheet, column, of in TABLES:
            rows = told.rows(sheet)
            assert len({row[column] for row in rows}) == len(rows)
            if sheet == "Menurut jalur":  # cases come without a route
                rows = [{**row, "Pengaduan": 0, "Saran": 0} for row in rows]
            counted = Counter(tuple(row[title] for title in titles) for row in rows)
            expected = Counter(tally(told, of, came=sheet != "Menurut jalur").values())
            nothing = (0,) * len(titles)
            assert {k: n for k, n in counted.items() if k != nothing} == {
                k: n for k, n in expected.items() if k != nothing
            }


def tally(told: Told, of: Callable[[Facts], str | None], *, came: bool) -> dict[str | None, tuple[int, ...]]:
    """A row of figures for each value, counted from the facts."""
    first, last = span(told)
    rows: dict[str | None, tuple[int, ...]] = {}
    for key in {of(case) for case in told.facts}:
        mine = [case for case in told.facts if of(case) == key]
        kinds = Counter(case.kind for case in mine if came and first <= case.registered <= last)
        in_time, judged = judged_in(mine, first, last)
        answered = sum(bool(r.answered and first <= r.answered <= last) for case in mine for r in case.rounds)
        waiting = [case.open_due for case in mine if case.open_due]
        late = sum(due < DAY for due in waiting)
        rows[key] = (kinds[Kind.COMPLAINT], kinds[Kind.SUGGESTION], answered, judged, in_time, len(waiting), late)
    return rows


async def test_the_lines_of_the_picture_and_their_days(digests: list[Told]) -> None:
    for told in digests:
        first, last = span(told)
        days = max(30, (last - first).days + 1)
        shown = [last - timedelta(days=n) for n in reversed(range(days))]
        came = Counter(case.registered for case in told.facts if case.kind is Kind.COMPLAINT)
        replied = Counter(r.answered for case in told.facts for r in case.rounds)
        expected = [(day, came[day], replied[day]) for day in shown]
        curves = {curve.label: curve.counts for curve in picture_of(told.made.digest, "kantor", WORDS).curves}
        assert curves == {"masuk": tuple(c for _, c, _ in expected), "dijawab": tuple(r for *_, r in expected)}
        rows = told.rows("Per hari")
        assert [(row["Tanggal"].date(), row["Pengaduan"], row["Dijawab"]) for row in rows] == expected


async def test_who_holds_how_much(digests: list[Told]) -> None:
    for told in digests:
        held = Counter(case.holder for case in told.facts if case.open_due)
        late = Counter(case.holder for case in told.facts if case.open_due and case.open_due < DAY)
        rows = {row["Pemegang"]: (row["Terbuka"], row["Terlambat"]) for row in told.rows("Beban petugas")}
        expected = {told.people[h] if h else "belum diambil": (n, late[h]) for h, n in held.items()}
        assert rows == expected


async def test_only_the_cases_of_a_unit(database: Database, digests: list[Told]) -> None:
    told = digests[0]
    made, _ = await a_digest(database, PeriodKind.DAILY, Scope(unit="mpp"))
    theirs = {i for i, name in told.people.items() if name.startswith("Lilis")}
    expected = sum(bool(case.open_due) and case.holder in theirs for case in told.facts)
    assert 0 < expected < told.made.digest.nearness.total
    assert made.digest.nearness.total == expected
    assert {load.holder.name for load in made.digest.loads if load.holder} == {"Lilis Suryani"}


async def test_what_a_sheet_has_no_room_for_is_told(
    database: Database, digests: list[Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "_OPEN", 5)
    made, _ = await a_digest(database, PeriodKind.DAILY)
    assert made.workbook
    rows = list(load_workbook(BytesIO(made.workbook))["Pengaduan terbuka"].iter_rows(values_only=True))
    assert rows[1][0] == f"Yang paling mendesak; {digests[0].made.digest.nearness.total - 5} lagi ada di register."
    assert len(rows) == 2 + 1 + 1 + 5  # notes, a gap, the titles
