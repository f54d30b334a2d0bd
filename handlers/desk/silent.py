"""What falls silent: an agency that does not answer is reminded; an answered case of which nothing more is heard is
closed after ten working days, once the superior has the report.
"""

from datetime import datetime

from handlers.desk.arrivals import close_if_settled, report_again, superior_has_report
from handlers.desk.desk import Desk
from handlers.desk.ending import closes_on
from handlers.desk.moves import move, to_complainant
from handlers.desk.screen import action, head_with
from handlers.say import Say, line
from handlers.survey.after_case import with_question
from rules.days import JAKARTA, local_date
from rules.lifecycle import Actor, Fact, State
from rules.office import Office
from storage.database import Database
from storage.routes import AGENCY, OPEN
from storage.tables import Case, Route

_FROM = 8  # o'clock in Jakarta: nobody is reminded at night


async def remind_agencies(database: Database, office: Office, now: datetime) -> int:
    """An agency's people are reminded one working day before their date; on the date their superior, too; the day after
    ours. The complainant's date never moves for it. How many reminders went out; each once.
    """
    if now.astimezone(JAKARTA).hour < _FROM or not office.calendar.is_working_day(local_date(now)):
        return 0
    async with database.reading(now) as work:
        waiting = [route.case_id for route in await work.routes.waiting(OPEN) if route.kind == AGENCY and route.due]
    reminded = 0
    for case_id in waiting:
        async with database.work(now) as work:
            desk, case = Desk(work, office, now), await work.cases.locked(case_id)
            route = await work.routes.current(case_id, AGENCY)
            step = _step(desk, route) if route is not None else ""
            if route is None or not step or step in route.reminded or case.erased_at is not None:
                continue
            route.reminded = [*route.reminded, step]
            await desk.send(await _reminders(desk, case, route, step))
            await work.commit()
            reminded += 1
    return reminded


def _step(desk: Desk, route: Route) -> str:
    assert route.due is not None
    if desk.today > route.due:
        return "late"
    if desk.today == route.due:
        return "today"
    return "before" if desk.office.calendar.next_working_day(desk.today) >= route.due else ""


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
        ours = [holder, await desk.superior_of(holder, case) if holder else None]
        for member_of_ours in ours:
            says += await desk.tell(member_of_ours, (said,), (action("case", case),), case=case)
    return says


async def close_silent_cases(database: Database, office: Office, now: datetime) -> int:
    """Look at every answered case, each in a work of its own; how many were closed."""
    async with database.reading(now) as work:
        answered = await work.queue.answered()
    closed = 0
    for case_id in answered:
        async with database.work(now) as work:
            desk, case = Desk(work, office, now), await work.cases.locked(case_id)
            if case.state != State.ANSWERED or case.erased_at is not None:
                continue
            await report_again(desk, case)
            if await close_if_settled(desk, case):
                closed += 1
            elif desk.today >= closes_on(desk, case) and await superior_has_report(desk, case):
                facts = (Fact.SILENT_10_DAYS, Fact.SUPERIOR_HAS_REPORT)
                await move(desk, case, State.CLOSED, actor=Actor.CLOCK, by="clock", facts=facts)
                await desk.send(await _closed(desk, case))
                said = (head_with(desk, case, line("desk-closed-silent")),)
                await desk.send(await desk.tell(await desk.holder_of(case), said, case=case))
                closed += 1
            await work.commit()
    return closed


async def _closed(desk: Desk, case: Case) -> list[Say]:
    """Everybody who follows it is told; whose matter it is, they are asked how satisfied they are."""
    complainants = await desk.work.cases.complainants(case)
    says: list[Say] = []
    for said in await to_complainant(desk, case, (line("news-closed-silent", number=case.number),)):
        own = said.to is not None and said.to.person_id in complainants
        says.append(await with_question(desk.work, case, said.to, said) if own and said.to else said)
    return says
