"""Days off changed: open deadlines are counted again, never into the past, each with an audit entry and one message."""

from datetime import datetime

from handlers.say import Say, line
from handlers.speak import put
from rules.days import local_date
from rules.deadlines import Due, recomputed
from rules.office import Office
from storage.away import others_go_on
from storage.database import Database

_FACT = "calendar"


async def bring_closures(database: Database, office: Office, now: datetime) -> None:
    """The days that the office entered by a command are closed from now on, in every process that looks."""
    async with database.reading(now) as work:
        office.calendar.enter(await work.closed_days.all())


async def recount_deadlines(database: Database, office: Office, now: datetime) -> int:
    """Recount every open round whose days off differ from those it was counted with; how many dates moved.

    A fingerprint of the calendar is kept, so that an unchanged one costs a single read.
    """
    today = local_date(now)
    await bring_closures(database, office, now)
    print_ = office.calendar.fingerprint(
        today.replace(month=1, day=1), today.replace(year=today.year + 1, month=12, day=31)
    )
    async with database.reading(now) as work:
        if await work.jobs.fact(_FACT) == print_:
            return 0
        clocks = await work.cases.running_clocks(other_than="")
    moved = 0
    for case_id, clock_id in clocks:
        with others_go_on("a deadline could not be counted again", case=case_id):
            moved += await _recounted(database, office, now, case_id, clock_id)
    async with database.work(now) as work:
        await work.jobs.note_fact(_FACT, print_)
        await work.commit()
    return moved


async def _recounted(database: Database, office: Office, now: datetime, case_id: int, clock_id: int) -> bool:
    """Whether its date moved."""
    async with database.work(now) as work:
        case = await work.cases.locked(case_id)
        clock = next(c for c in case.clocks if c.id == clock_id)
        if not clock.runs or case.erased_at is not None:
            return False
        before = clock.due
        due = recomputed(clock.start, clock.working_days, office.calendar, local_date(now), before)
        own_print = office.calendar.fingerprint(clock.start, max(due.due, before))
        if own_print == clock.calendar and due.due == before:
            return False
        name = _day_that_changed({d["date"]: d["name"] for d in clock.skipped}, due)
        moved = await work.cases.recount(case, clock, due, own_print)
        if moved:
            told = line("deadline-moved", number=case.number, before=before, after=due.due, name=name)
            for contact in await work.cases.followers(case):
                await put(work, [Say((told,), to=contact, case_id=case.id, purpose="news")], contact, None)
        await work.commit()
    return moved


def _day_that_changed(before: dict[str, str], due: Due) -> str:
    """The name of the day off that came or went."""
    after = {d.day.isoformat(): d.name for d in due.skipped}
    changed = [after[day] for day in after if day not in before] + [before[day] for day in before if day not in after]
    return changed[0] if changed else "-"
