"""What is done about a case that is late: whoever is waited for is reminded (`ingatkan N`), the complainant is told of
the delay (`kabari N`).
"""

from datetime import date

from handlers.desk.access import holding, member_of
from handlers.desk.desk import Desk
from handlers.desk.moves import to_complainant
from handlers.desk.screen import action, head, head_with
from handlers.desk.talking import goes_to
from handlers.desk.words import Needs, confirm, outgoing
from handlers.say import Line, Say, line
from handlers.speak import in_words
from handlers.turn import Turn
from messages.speech import Words
from rules.days import end_of, local_date
from rules.kind import Kind
from rules.lifecycle import AT_WORK, State
from rules.refused import Refused
from rules.roles import Right
from storage.deliveries import FAILED
from storage.entries import WAITING
from storage.routes import AGENCY, APIP, OPEN
from storage.tables import Case, CaseEntry, Route, Staff

TOLD = "delay_told"
_NEWS_WITHIN = 2  # working days: by then the complainant hears again


async def remind_now(turn: Turn, case: Case, rest: str) -> list[Say]:
    """`ingatkan N`: the agency that was asked, else whoever holds the case, hears of it now; once a day."""
    desk, me = Desk.of(turn), member_of(turn)
    if State(case.state) not in AT_WORK:
        raise Refused("life-not-allowed")
    crew = await desk.crew()
    route = await desk.work.routes.current(case.id, AGENCY, APIP)
    if route is not None and route.unit and route.status == OPEN and (asked := crew.of_unit(route.unit)):
        return await _remind_agency(desk, me, case, route, asked)
    holder = await desk.holder_of(case)
    if case.state == State.APIP_REQUESTED:
        waited_for = [head for head in crew.heads() if head.id != me.id]
    elif holder is None:
        raise Refused("desk-nobody-holds", number=case.number)
    else:
        acting = crew.stands_in(holder, desk.today) or holder
        if acting.id == me.id:
            raise Refused("delay-yours", number=case.number)
        waited_for = [acting]
    said = (head_with(desk, case, line("delay-reminded-by", name=me.name)),)
    says: list[Say] = []
    for member in waited_for:
        if not await desk.work.jobs.claim(f"nudge:{case.id}", f"{desk.today.isoformat()}:{member.id}"):
            raise Refused("delay-reminded-today", name=member.name)
        says += await desk.tell(member, said, (action("case", case),), case=case)
    if not says:
        raise Refused("delay-nobody-reached", number=case.number)
    desk.work.cases.note("reminded", case, by=me.ref, whom=[member.ref for member in waited_for])
    names = ", ".join(member.name for member in waited_for)
    return [Say((line("delay-reminded", number=case.number, name=names),), case_id=case.id), *says]


async def _remind_agency(desk: Desk, me: Staff, case: Case, route: Route, asked: list[Staff]) -> list[Say]:
    step, unit = f"by hand {desk.today.isoformat()}", desk.agency_name(route.unit)
    if step in route.reminded:
        raise Refused("delay-reminded-today", name=unit)
    route.reminded = [*route.reminded, step]
    which = "today" if route.due is None or route.due == desk.today else "late" if route.due < desk.today else "before"
    said = (line(f"desk-remind-{which}", unit=unit, due=route.due or desk.today, number=case.number),)
    options = (action("reply", case, label="desk-do-answer"), action("refuse", case, label="desk-do-not-ours"))
    says: list[Say] = []
    for member in asked:
        says += await desk.tell(member, said, options, case=case)
    if not says:
        raise Refused("delay-nobody-reached", number=case.number)
    desk.work.cases.note("reminded", case, by=me.ref, unit=route.unit)
    return [Say((line("delay-reminded", number=case.number, name=unit),), case_id=case.id), *says]


async def tell_delay(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`kabari N [TEXT]`: that the reply is late, and when the next news comes; shown before it goes."""
    desk, me = Desk.of(turn), member_of(turn)
    if Right.ASSIGN not in me.rights:
        await holding(turn, case)
    if not is_late(desk, case):
        raise Refused("delay-not-late", number=case.number)
    return await confirm(turn, DELAY, case, rest.strip() or await _proposed(desk, case))


def is_late(desk: Desk, case: Case) -> bool:
    """An open complaint whose day is over."""
    clock = case.clocks[-1] if case.clocks else None
    if clock is None or not clock.runs or case.kind != Kind.COMPLAINT:
        return False
    return State(case.state) in AT_WORK and clock.due < desk.today


async def _proposed(desk: Desk, case: Case) -> str:
    """In the complainant's language."""
    words = Words(case.language)
    route = await desk.work.routes.current(case.id, AGENCY)
    soon = _soon(desk)
    due = case.clocks[-1].due
    if route is not None:
        unit = desk.agency_name(route.unit)
        return in_words(line("delay-proposed-agency", number=case.number, due=due, unit=unit, soon=soon), words)
    return in_words(line("delay-proposed", number=case.number, due=due, soon=soon), words)


def _soon(desk: Desk) -> date:
    """By then the complainant hears again; news of a delay that could not be sent until then are none any more."""
    return desk.office.calendar.working_day(desk.today, _NEWS_WITHIN)


async def _to(turn: Turn, case: Case, text: str) -> tuple[Line, ...]:
    return await goes_to(turn, case, text, "delay-send", nameless=True)


async def _send(turn: Turn, case: Case, text: str) -> list[Say]:
    desk, me = Desk.of(turn), member_of(turn)
    if not is_late(desk, case):  # the reply was faster
        raise Refused("delay-not-late", number=case.number)
    if not await desk.work.jobs.claim(f"delay:{case.id}", desk.today.isoformat()):
        raise Refused("delay-told-today", number=case.number)
    entry = await turn.work.cases.add_entry(
        case, TOLD, by=me.ref, body={"text": text}, visibility="citizen", delivery=WAITING
    )
    lines = (line("delay-for", number=case.number), line("quoted", text=text))
    says = await to_complainant(desk, case, lines, entry_id=entry.id, expires_at=end_of(_soon(desk)))
    if not any(said.entry_id for said in says):
        entry.delivery = FAILED
        return [Say((head(desk, case), line("delay-no-chat", number=case.number)), case_id=case.id)]
    return [Say((line("delay-told", number=case.number),), case_id=case.id), *says]


DELAY = outgoing("desk_delay", _to, _send)


async def told_of_delay(desk: Desk, case: Case) -> CaseEntry | None:
    """The last news of it to the complainant in this round, however far they got."""
    entry = await desk.work.cases.latest_entry(case.id, TOLD)
    begun = case.clocks[-1].start if case.clocks else None
    return entry if entry is not None and begun is not None and local_date(entry.at) >= begun else None
