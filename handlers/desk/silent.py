"""Answered cases of which nothing more is heard: closed after ten working days, once the superior has the report."""

from datetime import datetime

from handlers.desk.arrivals import close_if_settled, report_again, superior_has_report
from handlers.desk.desk import Desk
from handlers.desk.ending import closes_on
from handlers.desk.moves import move, to_complainant
from handlers.desk.screen import head_with
from handlers.say import line
from rules.lifecycle import Actor, Fact, State
from rules.office import Office
from storage.database import Database


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
                await desk.send(await to_complainant(desk, case, (line("news-closed-silent", number=case.number),)))
                said = (head_with(desk, case, line("desk-closed-silent")),)
                await desk.send(await desk.tell(await desk.holder_of(case), said, case=case))
                closed += 1
            await work.commit()
    return closed
