"""Written reports to the direct superior: of each internal step, and of the result (component 6, points 7a and 8)."""

from handlers.desk.access import member_of
from handlers.desk.desk import Desk
from handlers.desk.screen import action, head, head_with
from handlers.desk.sheet import case_sheet
from handlers.say import DESK, Line, Say, line
from handlers.turn import Turn
from storage.deliveries import DELIVERED
from storage.entries import NOBODY, WAITING
from storage.tables import Case, Staff

STEP, RESULT = "step_report", "result_report"


async def report_step(desk: Desk, case: Case, by: Staff, step: Line, *, to: Staff | None = None) -> list[Say]:
    """The case sheet for the one above, with what happened; nothing when there is nobody above."""
    return await _report(desk, case, by, step, kind=STEP, to=to)


async def report_result(desk: Desk, case: Case, by: Staff, result: Line) -> list[Say]:
    """The result for the direct superior: until it arrived the case is not closed."""
    return await _report(desk, case, by, result, kind=RESULT)


async def _report(desk: Desk, case: Case, by: Staff, said: Line, *, kind: str, to: Staff | None = None) -> list[Say]:
    crew = await desk.crew()
    superior = to or await desk.superior_of(by, case)
    if superior is None and not crew.is_top(by):
        if kind == RESULT:  # kept waiting: it goes out when somebody is invited (`arrivals.py`)
            await desk.work.cases.add_entry(
                case, kind, by=by.ref, body={"text": ""}, visibility="internal", delivery=NOBODY
            )
        return []
    if superior is None or superior.id == by.id:
        if kind == RESULT:  # nobody stands above: the result is with them already
            await desk.work.cases.add_entry(
                case, kind, by=by.ref, body={"text": ""}, visibility="internal", delivery=DELIVERED
            )
        return []
    sheet = await case_sheet(desk, case, superior)
    entry = await desk.work.cases.add_entry(
        case,
        kind,
        by=by.ref,
        body={"text": "", "sheet": sheet.id, "to": superior.id},
        visibility="internal",
        delivery=WAITING,
        to=superior.id,
    )
    lines = (head_with(desk, case, said), line("desk-report-by", name=by.name))
    options = (action("note", case), action("case", case))
    return await desk.tell(superior, lines, options, case=case, entry_id=entry.id, files=(sheet,))


async def sheet(turn: Turn, case: Case, rest: str) -> list[Say]:
    """`lembar N`: the case sheet for whoever asks, to print or to file."""
    desk, me = Desk.of(turn), member_of(turn)
    made = await case_sheet(desk, case, me)
    turn.work.cases.note("sheet_made", case, by=me.ref, sheet=made.id)
    return [Say((head(desk, case), line("desk-sheet")), question=DESK, case_id=case.id, files=(made,))]
