"""What falls silent: an agency that does not answer is reminded; an answered case of which nothing more is heard is
closed after ten working days, once the superior has the report.
"""

from datetime import datetime

from handlers.desk.agency import or_superiors
from handlers.desk.arrivals import close_if_settled, report_again, superior_has_report
from handlers.desk.desk import Desk
from handlers.desk.ending import closes_on
from handlers.desk.moves import move, to_complainant
from handlers.desk.screen import action, head_with
from handlers.say import Say, line
from handlers.survey.after_case import with_question
from rules.days import local_date
from rules.lifecycle import Actor, Fact, State
from rules.office import Office
from storage.away import others_go_on
from storage.database import Database
from storage.routes import AGENCY, OPEN
from storage.tables import Case, Route


async def remind_agencies(database: Database, office: Office, now: datetime) -> int:
    """An agency's people are reminded one working day before their date; on the date their superior, too; the day after
    ours; all in office hours. The complainant's date never moves for it. How many reminders went out; each once.
    """
    if not office.is_open(now):
        return 0
    async with database.reading(now) as work:
        waiting = [route.case_id for route in await work.routes.waiting(OPEN) if route.kind == AGENCY and route.due]
    reminded = 0
    for case_id in waiting:
        with others_go_on("an agency cannot be reminded of a case", case=case_id):
            reminded += await _remind_agency(database, office, now, case_id)
    return reminded


async def _remind_agency(database: Database, office: Office, now: datetime, case_id: int) -> bool:
    """Whether a reminder was due."""
    async with database.work(now) as work:
        desk, case = Desk(work, office, now), await work.cases.locked(case_id)
        route = await work.routes.current(case_id, AGENCY)
        step = _step(desk, route) if route is not None else ""
        if route is None or not step or step in route.reminded or case.erased_at is not None:
            return False
        route.reminded = [*route.reminded, step]
        await desk.send(await _reminders(desk, case, route, step))
        await work.commit()
    return True


def _step(desk: Desk, route: Route) -> str:
    """Which reminder is due; not on the day on which they were asked, when their date is the next."""
    assert route.due is not None
    if desk.today > route.due:
        return "late"
    if desk.today == route.due:
        return "today"
    near = desk.office.calendar.next_working_day(desk.today) >= route.due
    return "before" if near and local_date(route.asked_at) < desk.today else ""


async def _reminders(desk: Desk, case: Case, route: Route, step: str) -> list[Say]:
    said = line(f"desk-remind-{step}", unit=desk.agency_name(route.unit), due=route.due, number=case.number)
    options = (action("reply", case, label="desk-do-answer"), action("refuse", case, label="desk-do-not-ours"))
    asked = (await desk.crew()).of_unit(route.unit or "")
    says: list[Say] = []
    for member in asked:
        says += await desk.tell(member, (said,), options, case=case)
    if step == "today":
        above = {one.id: one for one in [await desk.superior_of(member, case) for member in asked] if one is not None}
        for superior in above.values():
            says += await desk.tell(superior, (said,), case=case)
    if step == "late":
        holder = await desk.holder_of(case)
        ours = [await or_superiors(desk, holder), await desk.superior_of(holder, case) if holder else None]
        for member_of_ours in {one.id: one for one in ours if one is not None}.values():
            says += await desk.tell(member_of_ours, (said,), (action("case", case),), case=case)
    return says


async def close_silent_cases(database: Database, office: Office, now: datetime) -> int:
    """Look at every answered case, each in a work of its own; how many were closed."""
    async with database.reading(now) as work:
        answered = await work.queue.answered()
    closed = 0
    for case_id in answered:
        with others_go_on("a silent case cannot be closed", case=case_id):
            async with database.work(now) as work:
                closed += await _closed(Desk(work, office, now), await work.cases.locked(case_id))
                await work.commit()
    return closed


async def _closed(desk: Desk, case: Case) -> bool:
    """Whether the case (locked) is closed now."""
    if case.state != State.ANSWERED or case.erased_at is not None:
        return False
    await report_again(desk, case)
    if await close_if_settled(desk, case):
        return True
    if desk.today < closes_on(desk, case) or not await superior_has_report(desk, case):
        return False
    facts = (Fact.SILENT_10_DAYS, Fact.SUPERIOR_HAS_REPORT)
    await move(desk, case, State.CLOSED, actor=Actor.CLOCK, by="clock", facts=facts)
    await desk.send(await _told(desk, case))
    said = (head_with(desk, case, line("desk-closed-silent")),)
    await desk.send(await desk.tell(await desk.holder_of(case), said, case=case))
    return True


async def _told(desk: Desk, case: Case) -> list[Say]:
    """Everybody who follows it is told; whose matter it is, they are asked how satisfied they are."""
    complainants = await desk.work.cases.complainants(case)
    says: list[Say] = []
    for said in await to_complainant(desk, case, (line("news-closed-silent", number=case.number),)):
        own = said.to is not None and said.to.person_id in complainants
        says.append(await with_question(desk.work, case, said.to, said) if own and said.to else said)
    return says
