"""A register full of cases, put into the tables directly from plain facts, so that a test can count them on its own."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from rules.components import Component
from rules.days import JAKARTA
from rules.kind import Kind
from rules.lifecycle import State
from rules.number import RegisterNumber
from storage.tables import Base, Case, CaseClock, Person, Route
from storage.work import Work
from tests.talk import the_office

_CHANNELS = ("telegram", "whatsapp", "web", "letter", "mall", "a-closed-way")
_SERVICES = ("nib", "kkpr", "kbli-27203", None)
_COMPONENTS = tuple(map(Component, ("jangka_waktu", "produk", "biaya", "kompetensi")))


@dataclass
class Told:
    """One round: begun, due, and the day on which the reply arrived (None: it did not)."""

    start: date
    due: date
    answered: date | None


@dataclass
class Facts:
    """A case as the test knows it."""

    number: str
    kind: Kind
    state: State
    registered: date
    component: str
    service: str | None
    channel: str
    holder: int | None
    route: str | None
    secret: bool
    rounds: list[Told] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        return self.state not in (State.ANSWERED, State.CLOSED, State.REFERRED)

    @property
    def open_due(self) -> date | None:
        """The date of an open complaint."""
        return self.rounds[-1].due if self.kind is Kind.COMPLAINT and self.is_open else None


async def fill(work: Work, days: tuple[date, date], count: int, holders: tuple[int, ...]) -> list[Facts]:
    """So many cases registered from the first to the last day, with every fate; answered on any day until then."""
    chance, (first, last) = random.Random(1), days
    person = Person(language="id", created_at=datetime.combine(first, time(9), JAKARTA))
    work.session.add(person)
    await work.session.flush()
    found = []
    for n in range(1, count + 1):
        day = first + timedelta(days=chance.randrange((last - first).days + 1))
        facts = _fate(chance, n, (day, last), holders)
        found.append(facts)
        work.session.add_all(_rows(person.id, n, facts, chance))
    await work.session.flush()
    return found


def _fate(chance: random.Random, n: int, days: tuple[date, date], holders: tuple[int, ...]) -> Facts:
    (day, last), working_day = days, the_office().calendar.working_day
    number = str(RegisterNumber("ADU", day.year, n))
    facts = Facts(
        number,
        Kind.SUGGESTION if chance.random() < 0.25 else Kind.COMPLAINT,
        State.NEW,
        day,
        chance.choice(_COMPONENTS),
        chance.choice(_SERVICES),
        chance.choice(_CHANNELS),
        None,
        None,
        chance.random() < 0.2,
    )
    if facts.kind is Kind.SUGGESTION:
        facts.state = chance.choice((State.NEW, State.TAKEN, State.CLOSED))
        facts.holder = None if facts.state is State.NEW else chance.choice(holders)
        return facts
    start = day
    for _ in range(chance.choice((1, 1, 1, 2))):
        due = working_day(start, 14)
        answered = start + timedelta(days=chance.randrange(0, 45))
        facts.rounds.append(Told(start, due, answered if answered <= last and chance.random() < 0.8 else None))
        if facts.rounds[-1].answered is None:
            break
        start = answered + timedelta(days=chance.randrange(1, 6))
        if start > last:
            break
    if facts.rounds[-1].answered is not None:
        facts.state, facts.holder = chance.choice((State.ANSWERED, State.CLOSED)), chance.choice(holders)
        facts.route = chance.choice(("internal", "agency"))
        return facts
    facts.state = chance.choice((State.NEW, State.TAKEN, State.INTERNAL, State.AGENCY))
    facts.holder = None if facts.state is State.NEW else chance.choice(holders)
    facts.route = facts.state.value if facts.state in (State.INTERNAL, State.AGENCY) else None
    return facts


def _rows(person_id: int, n: int, facts: Facts, chance: random.Random) -> Iterator[Base]:
    at = datetime.combine(facts.registered, time(chance.choice((0, 6, 7, 12, 23)), 30), JAKARTA)
    yield Case(
        id=n,
        number=facts.number,
        year=facts.registered.year,
        running=n,
        kind=facts.kind,
        state=facts.state,
        person_id=person_id,
        draft=f"d{n}",
        channel=facts.channel,
        language="id",
        service_id=facts.service,
        component=facts.component,
        story="izin belum terbit juga",
        name="Wawan Setiawan",
        progress="pending",
        secret=facts.secret,
        holder_id=facts.holder,
        brought_at=at,
        registered_at=at,
        received_at=at if facts.rounds else None,
        updated_at=at,
    )
    for number, told in enumerate(facts.rounds, 1):
        answered = None
        if told.answered is not None:
            answered = datetime.combine(told.answered, time(chance.choice((0, 6, 7, 23)), 45), JAKARTA)
        yield CaseClock(
            case_id=n,
            round=number,
            start=told.start,
            working_days=14,
            due=told.due,
            skipped=[],
            calendar="",
            answered_at=answered,
        )
    if facts.route and facts.holder:
        yield Route(case_id=n, kind=facts.route, status="open", asked_by=facts.holder, asked_at=at)
