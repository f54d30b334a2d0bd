"""What becomes of a case when its words arrive, are held, or fail: a reply counts when it reached the complainant.

Asked after each sending and status, and by the clock, so that a crash in between loses nothing. Each step is taken
once: the entry remembers how far it was acted upon.
"""

from collections.abc import Sequence
from datetime import datetime

from handlers.desk.desk import Desk
from handlers.desk.moves import end_routes, move
from handlers.desk.reports import RESULT, report_result
from handlers.desk.screen import about, action, head_with
from handlers.say import Line, Option, Say, line
from rules.days import JAKARTA, local_date
from rules.deadlines import days_left
from rules.kind import Kind
from rules.lifecycle import Actor, Fact, State
from rules.office import Office
from storage.away import others_go_on
from storage.database import Database
from storage.deliveries import ARRIVED, DEAD, DELIVERED, FAILED, HELD, PENDING, READ, SENDING, SENT, SUPERSEDED
from storage.entries import NOBODY, WAITING
from storage.outbox_views import Carried
from storage.tables import Case, CaseEntry, Staff


def delivered_as(carried: Sequence[Carried]) -> str:
    """How far an entry got by the messages that carry it: as far as the best of them."""
    statuses = {one.status for one in carried if one.status != SUPERSEDED}
    for status in (READ, DELIVERED, SENT):
        if status in statuses:
            return status
    if statuses & {PENDING, SENDING}:
        return WAITING
    return HELD if HELD in statuses else FAILED


async def look_at_deliveries(database: Database, office: Office, now: datetime) -> int:
    """Act on everything that got further since; how many entries did. Each in a work of its own, its case locked."""
    async with database.reading(now) as work:
        open_ones = await work.cases.on_their_way()
        carried = await work.outbox.carrying([entry_id for _, entry_id, _ in open_ones])
    moved = [
        (case_id, entry_id)
        for case_id, entry_id, before in open_ones
        if delivered_as(carried.get(entry_id, ())) != before
    ]
    for case_id, entry_id in moved:
        with others_go_on("a delivery could not be acted upon", entry=entry_id):
            await look_at_one(database, office, now, case_id, entry_id)
    return len(moved)


async def look_at_one(database: Database, office: Office, now: datetime, case_id: int, entry_id: int) -> None:
    """Act on how far one entry got."""
    async with database.work(now) as work:
        case = await work.cases.locked(case_id)
        await look_at(Desk(work, office, now), case, entry_id)
        await work.commit()


async def look_at(desk: Desk, case: Case, entry_id: int) -> None:
    """Act on how far this entry of the case (locked) got, once."""
    entry = await desk.work.cases.entry(entry_id)
    carried = (await desk.work.outbox.carrying([entry_id])).get(entry_id, [])
    after, before = delivered_as(carried), entry.delivery
    if after == before or (before in ARRIVED and after not in ARRIVED):
        return
    entry.delivery = after
    if case.erased_at is not None:
        return
    desk.work.cases.note("delivery", case, by="system", entry=entry.id, what=entry.kind, state=after)
    if before in ARRIVED:
        return  # it is read now: nothing more follows
    if after in ARRIVED:
        at = min((one.settled_at for one in carried if one.status in ARRIVED and one.settled_at), default=desk.now)
        await _arrived(desk, case, entry, before, at)
    elif after == HELD:
        await _held(desk, case, entry, carried)
    elif after == FAILED:
        await _failed(desk, case, entry, carried)


# -- it arrived ------------------------------------------------------------------------------------------------------


async def _arrived(desk: Desk, case: Case, entry: CaseEntry, before: str | None, at: datetime) -> None:
    match entry.kind:
        case "reply":
            if before == FAILED:
                await _arrived_after_all(desk, case, entry)
            if case.state == State.REPLYING:
                await move(desk, case, State.ANSWERED, actor=Actor.SYSTEM, by="system", facts=(Fact.DELIVERED,))
                await desk.send(await answered(desk, case, at))
        case "acknowledgement":
            if case.kind == Kind.SUGGESTION and case.state in (State.NEW, State.TAKEN):
                await move(desk, case, State.CLOSED, actor=Actor.OFFICER, by=entry.by, facts=(Fact.DELIVERED,))
                await tell_writer(desk, case, entry, (line("desk-suggestion-closed", number=case.number),))
        case "referral":
            if case.state in (State.NEW, State.TAKEN):
                facts = (Fact.TOLD_WHERE, Fact.DELIVERED)
                await move(desk, case, State.REFERRED, actor=Actor.OFFICER, by=entry.by, facts=facts)
                await tell_writer(desk, case, entry, (line("desk-referred", number=case.number),))
        case kind if kind == RESULT:
            await close_if_settled(desk, case)


async def _arrived_after_all(desk: Desk, case: Case, entry: CaseEntry) -> None:
    """A provider said that it failed, and later that it was delivered: it counts, unless another reply was begun."""
    newest = await desk.work.cases.latest_entry(case.id, "reply")
    routes = (State.INTERNAL, State.AGENCY, State.APIP)
    if newest is not None and newest.id == entry.id and State(case.state) in routes:
        await move(desk, case, State.REPLYING, actor=Actor.OFFICER, by=entry.by, facts=(Fact.REPLY_TEXT,))


async def answered(desk: Desk, case: Case, at: datetime) -> list[Say]:
    """The case is answered since then: its clock stops, the officer is told, the direct superior gets the result."""
    clock = await desk.work.cases.stop_clock(case, at)
    await end_routes(desk, case)
    holder = await desk.holder_of(case)
    said = line("desk-arrived", day=local_date(at), hour=f"{at.astimezone(JAKARTA):%H.%M}")
    if clock is not None:
        calendar = desk.office.calendar
        nth = calendar.working_days_between(clock.start, local_date(at))
        late = days_left(clock.due, local_date(at), calendar) < 0
        said = line(
            "desk-arrived-late" if late else "desk-arrived-on-day" if nth else "desk-arrived-same-day",
            day=local_date(at),
            hour=f"{at.astimezone(JAKARTA):%H.%M}",
            nth=nth,
            days=clock.working_days,
        )
    by = holder or await _last_hand(desk, case)
    result = line("desk-result", about=about(desk, case), said=said)
    reported = await report_result(desk, case, by, result) if by else []
    entry = await desk.work.cases.latest_entry(case.id, RESULT)
    nobody = entry is not None and entry.delivery == NOBODY
    tail = line("desk-reported-nobody" if nobody else "desk-reported")
    return [
        *await desk.tell(holder, (line("desk-arrived-row", said=said, number=case.number), tail), case=case),
        *reported,
    ]


async def _last_hand(desk: Desk, case: Case) -> Staff | None:
    """Who wrote the reply, when nobody holds the case any more."""
    reply = await desk.work.cases.latest_entry(case.id, "reply")
    return await desk.work.team.by_ref(reply.by) if reply else None


async def superior_has_report(desk: Desk, case: Case) -> bool:
    """Whether the result of the last reply reached the direct superior."""
    reply = await desk.work.cases.latest_entry(case.id, "reply")
    report = await desk.work.cases.latest_entry(case.id, RESULT)
    return report is not None and report.delivery in ARRIVED and (reply is None or report.id > reply.id)


async def close_if_settled(desk: Desk, case: Case) -> bool:
    """The complainant said that it is solved, and the superior has the report: then it is closed."""
    said = await desk.work.cases.latest_entry(case.id, "solved", "reply")
    if case.state != State.ANSWERED or said is None or said.kind != "solved":
        return False
    if not await superior_has_report(desk, case):
        return False
    await move(desk, case, State.CLOSED, actor=Actor.CITIZEN, by="citizen", facts=(Fact.SUPERIOR_HAS_REPORT,))
    await desk.send(
        await desk.tell(await desk.holder_of(case), (head_with(desk, case, line("desk-solved")),), case=case)
    )
    return True


# -- it waits, or it will not arrive ---------------------------------------------------------------------------------


async def _held(desk: Desk, case: Case, entry: CaseEntry, carried: Sequence[Carried]) -> None:
    """Told once, with what to do meanwhile. What was held was never counted as arrived."""
    if entry.kind == "reply":
        why = line("desk-held-secret" if case.secret else "desk-held")
        options = (action("finish", case, label="desk-do-told"),)
        await tell_writer(desk, case, entry, (head_with(desk, case, why), line("desk-held-until")), options)
    elif entry.kind == "question" and not case.secret:
        await tell_writer(desk, case, entry, (head_with(desk, case, line("desk-question-held")),))


async def _failed(desk: Desk, case: Case, entry: CaseEntry, carried: Sequence[Carried]) -> None:
    """BELUM SAMPAI: why, in plain words, what else is known of the complainant, and how to record it then."""
    why = [_why(one) for one in carried if one.status in (FAILED, DEAD)]
    reason = why[-1] if why else line("trouble-nobody")
    if entry.kind == "reply" and case.state == State.REPLYING:
        before = State(str((entry.body or {}).get("from", State.INTERNAL)))
        facts = (Fact.DELIVERY_FAILED, Fact.CAME_FROM_THERE)
        await move(desk, case, before, actor=Actor.SYSTEM, by="system", facts=facts)
    if entry.kind == "question" and case.expects == "answer":
        case.expects = ""
    if entry.kind in ("reply", "question", "acknowledgement", "referral"):
        what_now = line("desk-by-hand-phone", phone=case.phone) if case.phone else line("desk-by-hand")
        lines = (
            head_with(desk, case, line("desk-failed", reason=reason)),
            what_now,
            line("desk-by-hand-record", number=case.number),
        )
        options = (action("finish", case, label="desk-do-told"), action("reply", case, label="desk-do-send-again"))
        await tell_writer(desk, case, entry, lines, options)
    elif entry.kind == RESULT:
        await tell_writer(desk, case, entry, (head_with(desk, case, line("desk-report-failed", reason=reason)),))


def _why(carried: Carried) -> Line:
    """The provider's code in plain words; one that we have no words for is told as it is, for the operator."""
    known = {
        "blocked": "trouble-blocked",
        "chat_not_found": "trouble-no-such",
        "21211": "trouble-no-such",
        "21614": "trouble-no-such",
        "21610": "trouble-blocked",
        "63003": "trouble-no-such",
        "63024": "trouble-no-such",
        "30003": "trouble-off",
        "30005": "trouble-no-such",
        "30006": "trouble-off",
    }
    code = carried.trouble or ""
    if code in known:
        return line(known[code])
    return line("trouble-other", code=code or "-")


async def tell_writer(
    desk: Desk, case: Case, entry: CaseEntry, lines: Sequence[Line], options: tuple[Option, ...] = ()
) -> None:
    """Whoever wrote it; when they left, who holds the case."""
    writer = await desk.work.team.by_ref(entry.by)
    if writer is None or writer.left_at is not None:
        writer = await desk.holder_of(case)
    await desk.send(await desk.tell(writer, lines, options, case=case))


# -- reports that waited for somebody to be invited ------------------------------------------------------------------


async def report_again(desk: Desk, case: Case) -> None:
    """A result for which there was no superior yet goes out, once there is one."""
    entry = await desk.work.cases.latest_entry(case.id, RESULT)
    by = await desk.work.team.by_ref(entry.by) if entry is not None and entry.delivery == NOBODY else None
    if by is None or await desk.superior_of(by, case) is None:
        return
    await desk.send(await report_result(desk, case, by, line("desk-result-late", about=about(desk, case))))
