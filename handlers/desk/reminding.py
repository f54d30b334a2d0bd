"""Reminders of open deadlines: in office hours of working days, one message a person for all cases, each step once.

When, and how far up the ladder: `rules/reminders.py`. What nobody has taken is told to all officers.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from handlers.desk.desk import Crew, Desk
from handlers.desk.queue import queue_row
from handlers.desk.screen import action, next_steps, open_these
from handlers.say import Line, Option, line
from rules.days import local_date
from rules.office import Office
from rules.reminders import Reminder, reminder
from rules.roles import Role
from storage.away import others_go_on
from storage.clocks import OpenRound
from storage.database import Database
from storage.outbox_views import SEVERAL
from storage.tables import Case, Staff

_SHOWN = 7  # rows of one message; the queue has the others


@dataclass(slots=True)
class _Due:
    """What one person is reminded of: cases they are to do, and cases of those below them."""

    staff: Staff
    own: list[Case] = field(default_factory=list)
    below: list[Case] = field(default_factory=list)


async def remind(database: Database, office: Office, now: datetime) -> int:
    """How many people were reminded. Any number of processes may ask at any time."""
    if not office.is_open(now):
        return 0
    today = local_date(now)
    async with database.work(now) as work:
        desk = Desk(work, office, now)
        crew, people = await desk.crew(), dict[int, _Due]()
        for one in await work.cases.open_rounds():
            due = reminder(one.due, one.start, today, office.calendar)
            if due is not None and await work.jobs.claim(f"remind:{one.case_id}:{one.round}", due.step):
                with others_go_on("nobody can be reminded of a case", case=one.case_id):
                    await _note(desk, crew, people, one, due)
        for told in people.values():
            with others_go_on("somebody cannot be reminded", staff=told.staff.id):
                await _tell(desk, told)
        await work.commit()
    return len(people)


async def _note(desk: Desk, crew: Crew, people: dict[int, _Due], one: OpenRound, due: Reminder) -> None:
    (case,) = await desk.work.queue.cases([one.case_id])
    holders = [m for m in crew.members if m.id == one.holder_id] or crew.of_role(Role.OFFICER)
    kept_from = await desk.work.queue.kept_from(case.id)
    hears: dict[str, dict[int, Staff]] = defaultdict(dict)
    for holder in holders:
        acting = crew.stands_in(holder, desk.today)
        if acting is not None:
            hears["own"][acting.id] = acting
        above: Staff | None = holder
        for _ in range(due.tiers):
            above = crew.superior_of(above) if above is not None else None
            superior = crew.stands_in(above, desk.today) if above is not None else None
            if superior is not None:
                hears["below"][superior.id] = superior
    for how, members in hears.items():
        for member in members.values():
            if member.id in kept_from or (how == "below" and member.id in hears["own"]):
                continue
            told = people.setdefault(member.id, _Due(member))
            (told.own if how == "own" else told.below).append(case)


async def _tell(desk: Desk, told: _Due) -> None:
    lines: list[Line] = []
    for cases, title in ((told.own, "remind-own"), (told.below, "remind-below")):
        if not cases:
            continue
        room = _SHOWN - sum(one.id.startswith("desk-row") for one in lines)
        lines.append(line(title, count=len(cases)))
        lines += [await queue_row(desk, told.staff, case) for case in cases[:room]]
        if len(cases) > room:
            lines.append(line("remind-more", count=len(cases) - room))
    cases = [*told.own, *told.below]
    says = await desk.tell(told.staff, lines, _steps(told, cases), case=cases[0])
    await desk.send([replace(say, purpose=SEVERAL) for say in says] if len(cases) > 1 else says)


def _steps(told: _Due, cases: Sequence[Case]) -> tuple[Option, ...]:
    """Of one case the next step itself; of several which to open."""
    if len(cases) > 1:
        return (*open_these(cases), Option("queue::", line("desk-do-queue")))
    (case,) = cases
    if told.below:
        return action("remind", case), action("hand_over", case), action("case", case)
    return (*next_steps(told.staff, case)[:2], action("case", case))
