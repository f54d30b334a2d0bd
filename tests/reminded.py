"""Who is to hear of which deadline, and at which look of the clock: counted day by day, in the words of the standard.

Nothing of `rules/` is in it: days off come from the `holidays` package itself, and are counted one by one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache

from holidays.countries.indonesia import Indonesia

from messages.envelope import Outgoing

OPENS, CLOSES = time(8), time(15, 30)  # the office of these tests
REPLY_DAYS = 14
LEFT = (0, 1, 3, 7)  # working days before the date on which somebody is told
_NUMBER = re.compile(r"ADU-\d{4}-\d{5}-\d")


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """One message: what its reader is to do, and what lies with those below them. By register numbers."""

    at: datetime
    to: str
    own: tuple[str, ...]
    below: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.at:%a %Y-%m-%d %H.%M} {self.to}: {' '.join(self.own)} / {' '.join(self.below)}"


@dataclass(slots=True)
class Asked:
    """What an agency was asked about a case, and until when; its people are reminded, too."""

    at: datetime
    due: date
    ended: datetime | None = None


@dataclass(slots=True)
class Life:
    """What became of one report: rounds of its clock (from, until), and who held it since when, "" for nobody."""

    number: str
    rounds: list[tuple[datetime, datetime | None]] = field(default_factory=list)
    holders: list[tuple[datetime, str]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    def begins(self, at: datetime) -> None:
        self.rounds.append((at, None))

    def ends(self, at: datetime) -> None:
        self.rounds[-1] = (self.rounds[-1][0], at)

    def held_by(self, at: datetime, name: str) -> None:
        self.holders.append((at, name))

    def holder(self, at: datetime) -> str:
        return next((name for since, name in reversed(self.holders) if since <= at), "")


@dataclass(frozen=True, slots=True)
class Closed:
    """A day on which the office is closed, as it is known from one instant to another."""

    day: date
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Away:
    name: str
    first: date
    last: date
    substitute: str = ""


@dataclass(slots=True)
class Crew:
    """Who is above whom. `agency`: the people of the one agency that is asked, `agency_head` their superior."""

    officers: tuple[str, ...]
    above: dict[str, str]
    agency: tuple[str, ...] = ()
    agency_head: str = ""
    away: list[Away] = field(default_factory=list)

    def acting(self, name: str, day: date) -> str:
        """Themselves, or who stands in for them on that day; "" when nobody does."""
        while name and (leave := self._leave(name, day)) is not None:
            name = leave.substitute or self.above.get(name, "")
        return name

    def _leave(self, name: str, day: date) -> Away | None:
        return next((one for one in self.away if one.name == name and one.first <= day <= one.last), None)


@cache
def national(year: int) -> frozenset[date]:
    """Holidays and joint leave."""
    return frozenset(Indonesia(years=year, expand=False, categories=("public", "government")))


def is_working(day: date, closed: Iterable[date] = ()) -> bool:
    return day.weekday() < 5 and day not in national(day.year) and day not in closed


def working_days(first: date, last: date) -> list[date]:
    every = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in every if is_working(day)]


def after(start: date, n: int, closed: Iterable[date] = ()) -> date:
    """The n-th working day after that day; it counts as none itself."""
    day = start
    while n:
        day += timedelta(days=1)
        n -= is_working(day, closed)
    return day


def passed(start: date, end: date, closed: Iterable[date] = ()) -> int:
    """Working days after `start`, up to and including `end`."""
    return sum(is_working(start + timedelta(days=n), closed) for n in range(1, (end - start).days + 1))


@dataclass(slots=True)
class Expected:
    """Goes through the looks of the clock in their order and says what each has to bring."""

    crew: Crew
    lives: list[Life] = field(default_factory=list)
    closures: list[Closed] = field(default_factory=list)
    _done: set[tuple[str, int, str]] = field(default_factory=set)

    def at(self, looks: Sequence[datetime]) -> list[Told]:
        return [told for look in looks for told in self._at(look)]

    def _at(self, look: datetime) -> list[Told]:
        closed = {c.day for c in self.closures if c.since <= look and (c.until is None or look < c.until)}
        if not is_working(look.date(), closed) or not OPENS <= look.time() < CLOSES:
            return []
        own, below = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
        for life in self.lives:
            for nth, (start, end) in enumerate(life.rounds):
                if start > look or (end is not None and end <= look):
                    continue
                due = after(start.date(), REPLY_DAYS, closed)
                step, tiers = _step(due, look.date(), closed)
                if not step or (life.number, nth, step) in self._done:
                    continue
                self._done.add((life.number, nth, step))
                self._note(life, look, tiers, own, below)
        people = sorted({*own, *below})
        return [Told(look, one, tuple(sorted(own[one])), tuple(sorted(below[one]))) for one in people]

    def _note(
        self, life: Life, look: datetime, tiers: int, own: dict[str, list[str]], below: dict[str, list[str]]
    ) -> None:
        holder, day = life.holder(look), look.date()
        working = (holder,) if holder else self.crew.officers
        first = {self.crew.acting(one, day) for one in working} - {""}
        higher = set[str]()
        for one in working:
            for _ in range(tiers):
                one = self.crew.above.get(one, "")  # noqa: PLW2901 - up the ladder
                higher.add(self.crew.acting(one, day))
        for name in first:
            own[name].append(life.number)
        for name in higher - first - {""}:
            below[name].append(life.number)

    def of_agencies(self, looks: Sequence[datetime]) -> list[Told]:
        """Reminders of what an agency was asked: its people the day before and on the day, then its superior, too; the
        day after it, ours, too.
        """
        told = []
        for life in self.lives:
            for asked in life.asked:
                done = set[str]()
                for look in looks:
                    open_then = asked.at < look and (asked.ended is None or look < asked.ended)
                    if not open_then or not is_working(look.date()) or not OPENS <= look.time() < CLOSES:
                        continue
                    step, people = self._agency_step(life, asked, look)
                    if step and step not in done:
                        done.add(step)
                        told += [Told(look, one, (life.number,)) for one in sorted(people)]
        return told

    def _agency_step(self, life: Life, asked: Asked, look: datetime) -> tuple[str, set[str]]:
        day = look.date()
        if day > asked.due:
            holder = life.holder(look)
            ours = {self.crew.acting(holder, day), self.crew.acting(self.crew.above[holder], day)}
            return "late", {*self.crew.agency, *ours}
        if day == asked.due:
            return "today", {*self.crew.agency, self.crew.agency_head}
        before = after(day, 1) >= asked.due and day > asked.at.date()
        return ("before", set(self.crew.agency)) if before else ("", set())


def _step(due: date, day: date, closed: Iterable[date]) -> tuple[str, int]:
    """The name of the reminder of that working day, "" for none, and how many tiers above hear it."""
    if day > due:
        late = passed(due, day, closed)
        weekly = late if late <= 5 else late - late % 5
        return f"{weekly} late", weekly
    nearest = next((one for one in LEFT if passed(day, due, closed) <= one), None)
    return ("", 0) if nearest is None else (f"{nearest} left", 1 if nearest == 3 else 0)


def reminder_in(message: Outgoing, at: datetime, to: str) -> Told | None:
    """What a message tells of deadlines; None when it is about something else."""
    numbers: dict[str, list[str]] = {"remind-own": [], "remind-below": []}
    under = ""
    for message_id, line in zip(message.ids, message.lines, strict=True):
        assert message_id != "remind-more", "a message of this test holds all of its cases"
        under = message_id if message_id in numbers else under
        if under and message_id.startswith("desk-row-queue"):
            numbers[under] += _NUMBER.findall(line)
    if not under:
        return None
    return Told(at, to, tuple(sorted(numbers["remind-own"])), tuple(sorted(numbers["remind-below"])))


def agency_reminder_in(message: Outgoing, at: datetime, to: str) -> Told | None:
    told = [line for one, line in zip(message.ids, message.lines, strict=True) if one.startswith("desk-remind-")]
    return Told(at, to, tuple(_NUMBER.findall(told[0]))) if told else None


def differences(heard: Iterable[Told], expected: Iterable[Told]) -> str:
    """A line for each message that came and was not to come, or came twice, and for each that did not come."""
    came, due = Counter(heard), Counter(expected)
    lines = [f"not expected: {one}" for one in sorted((came - due).elements())]
    lines += [f"did not come: {one}" for one in sorted((due - came).elements())]
    return "\n".join(lines)
