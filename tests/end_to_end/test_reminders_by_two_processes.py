"""Two processes remind of deadlines around Idul Fitri, and one of them is killed again and again, at every statement.

Each reminder comes on its working day all the same, once: who is left makes up for who died. What is expected is
counted in `tests/reminded.py`.
"""

import random
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from rules.days import JAKARTA
from storage.database import Database
from storage.outgoing import outgoing_from_json
from storage.tables import Posting, Staff
from tests.end_to_end.clockwork import Clockwork, Process, a_clockwork
from tests.reminded import Told, differences, is_working, reminder_in
from tests.stories.desk.a_year import Year, a_year
from tests.talk import Town, a_town, at

FIRST, LAST = date(2027, 2, 8), date(2027, 4, 9)
REPORTS = (
    *(("2027-01-18 10.00", "never", "Rina"), ("2027-01-20 10.00", "late", "Lilis")),
    *(("2027-01-25 10.00", "last day", "Rina"), ("2027-01-27 10.00", "late", "Lilis")),
    *(("2027-01-29 10.00", "long nobody", "Rina"), ("2027-02-02 10.00", "late", "Rina")),
    *(("2027-02-08 10.00", "last day", "Lilis"), ("2027-02-12 10.00", "handed over", "Rina")),
    *(("2027-02-16 10.00", "late", "Lilis"), ("2027-02-18 10.00", "last day", "Rina")),
    *(("2027-02-22 10.00", "never", "Lilis"), ("2027-02-25 10.00", "late", "Rina")),
    *(("2027-03-02 10.00", "last day", "Lilis"), ("2027-03-10 10.00", "late", "Rina")),
    *(("2027-03-16 10.00", "last day", "Lilis"), ("2027-03-18 10.00", "never", "Rina")),
)


Look = Callable[[datetime], None]


@dataclass
class Pair:
    """Two processes; whoever died is started anew when the next day begins."""

    clockwork: Clockwork
    chance: random.Random
    processes: list[Process] = field(default_factory=list)
    died_among_two: int = 0
    died_at: int = 0
    """Before each statement up to this one a process died that looked alone."""

    def begins(self) -> None:
        self.processes = [one for one in self.processes if one.alive]
        self.processes += [self.clockwork.starts() for _ in range(2 - len(self.processes))]
        self.chance.shuffle(self.processes)

    def look(self, now: datetime) -> None:
        """All that live, at once."""
        living = [one for one in self.processes if one.alive]
        for one in living:
            one.looks(now)
        for one in living:
            assert one.has_looked(), "nobody told it to die"

    def two_die_alone(self, now: datetime) -> None:
        """One after the other, each one statement later than the one before it; nobody else looks meanwhile.

        A look that is over before that statement, since little was due, kills nobody: it is tried again another day.
        """
        self.processes.append(self.clockwork.starts())
        for victim in (self.processes[0], self.processes[-1]):
            victim.looks(now, dies_at=self.died_at + 1)
            self.died_at += not victim.has_looked()

    def one_dies_among_two(self, now: datetime) -> None:
        """At a statement, or at any moment, while both look."""
        victim, *others = self.processes
        at_a_statement = self.chance.random() < 0.5
        victim.looks(now, dies_at=self.chance.randint(1, 40) if at_a_statement else 0)
        for other in others:
            other.looks(now)
        if not at_a_statement:
            time.sleep(self.chance.uniform(0, 0.05))  # the moment of its death is what is tried here
            victim.kill()
        self.died_among_two += not victim.has_looked()
        victim.alive = victim.alive and at_a_statement
        for other in others:
            assert other.has_looked(), "nobody told it to die"

    def day(self, day: date) -> list[tuple[datetime, Look]]:
        """When the clocks look on that day, and what is done to them."""
        if not is_working(day):
            return [(at(f"{day} 08.00"), self.look)]
        opening = at(f"{day} 08.00")
        if self.chance.random() < 0.4:  # nothing ran until the last hour
            opening = at(f"{day} 15.08")
        dies = self.two_die_alone if self.chance.random() < 0.7 else self.one_dies_among_two
        later = [opening + timedelta(minutes=2), at(f"{day} 15.29"), at(f"{day} 18.00")]
        return [(at(f"{day} 05.30"), self.look), (opening, dies), *((look, self.look) for look in later)]


async def kept_reminders(database: Database, now: datetime, names: Sequence[str]) -> list[Told]:
    """All reminders that the outbox holds, by the first names of those whom they go to."""
    async with database.reading(now) as work:
        staff = (await work.session.execute(select(Staff))).scalars()
        name_of = {one.person_id: next(name for name in names if one.name.startswith(name)) for one in staff}
        postings = (await work.session.execute(select(Posting).order_by(Posting.id))).scalars()
        told = [
            reminder_in(
                outgoing_from_json(one.body), one.created_at.astimezone(JAKARTA), name_of[one.contact.person_id]
            )
            for one in postings
            if one.contact.person_id in name_of
        ]
    return [one for one in told if one is not None]


@pytest.fixture
async def town(database: Database) -> AsyncIterator[Town]:
    async with a_town(database, "2027-01-18 09.00") as town:
        yield town


def on_that_day(told: Sequence[Told]) -> list[Told]:
    """With the day alone: whoever made up for another came minutes later."""
    return [Told(at(f"{one.at.date()} 00.00"), one.to, one.own, one.below) for one in told]


async def walked(year: Year, pair: Pair) -> list[datetime]:
    looks = []
    for n in range((LAST - FIRST).days + 1):
        pair.begins()
        for moment, look in pair.day(FIRST + timedelta(days=n)):
            await year.happens_before(moment)
            look(moment)
            looks.append(moment)
    return looks


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_each_reminder_comes_once_and_on_its_day_whoever_is_killed(
    town: Town, database_url: str, tmp_path: Path
) -> None:
    year = await a_year(town)
    for report in REPORTS:
        year.arrives(*report)
    with a_clockwork(database_url, tmp_path) as clockwork:
        pair = Pair(clockwork, random.Random(1448))
        looks = await walked(year, pair)
    kept = await kept_reminders(town.database, town.now, list(year.people))
    assert (tmp_path / "clockwork.txt").read_text() == "", "no trouble but the deaths"
    assert differences(on_that_day(kept), on_that_day(year.expected.at(looks))) == ""
    for one in kept:
        assert is_working(one.at.date()), one
        assert "08.00" <= f"{one.at:%H.%M}" < "15.30", one
    assert pair.died_at >= 30, "killed before every statement of a look"
    assert pair.died_among_two > 1, "and in the midst of the other's work"
