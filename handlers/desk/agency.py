"""What a technical team, an agency or APIP answers: to the officer who holds the case, never to the complainant."""

from handlers.desk.access import member_of
from handlers.desk.desk import Desk
from handlers.desk.moves import move
from handlers.desk.screen import action, head_with
from handlers.desk.words import Needs, confirm, outgoing
from handlers.say import Line, Say, line
from handlers.turn import Turn
from rules.lifecycle import Actor, Fact, State
from rules.refused import Refused
from rules.roles import Role
from storage.routes import ANSWERED, DECLINED, OPEN
from storage.tables import Case, Route, Staff


async def answer(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`balas N TEXT` by somebody who was asked: shown with whom it goes to, then sent."""
    await _asked(turn, case)
    if not rest.strip():
        return Needs(line("desk-ask-answer", number=case.number))
    return await confirm(turn, ANSWER, case, rest)


async def _answer_to(turn: Turn, case: Case, text: str) -> tuple[Line, ...]:
    desk = Desk.of(turn)
    superior = await desk.superior_of(member_of(turn))
    to = line("desk-answer-goes-copy" if superior else "desk-answer-goes", office=desk.office.profile.short_name)
    return (to, line("quoted", text=text))


async def _send_answer(turn: Turn, case: Case, text: str) -> list[Say]:
    desk, me = Desk.of(turn), member_of(turn)
    asked = await _asked(turn, case)
    says = await _ended(turn, case, asked, ANSWERED, text)
    superior = await desk.superior_of(me)
    if superior is not None:
        copy = (line("desk-answer-copy", number=case.number, name=me.name), line("quoted", text=text))
        says += await desk.tell(superior, copy, case=case)
    return [Say((line("desk-answer-sent", number=case.number),), case_id=case.id), *says]


ANSWER = outgoing("desk_answer", _answer_to, _send_answer)


async def decline(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`tolak N REASON`, "bukan urusan kami": the case goes back to the officer at once."""
    asked = await _asked(turn, case)
    if not rest.strip():
        return Needs(line("desk-ask-not-ours", number=case.number))
    says = await _ended(turn, case, asked, DECLINED, rest.strip())
    return [Say((line("desk-answer-sent", number=case.number),), case_id=case.id), *says]


async def _ended(turn: Turn, case: Case, asked: Route, status: str, text: str) -> list[Say]:
    """The answer is on record, the case is internal again, and its holder knows."""
    desk, me = Desk.of(turn), member_of(turn)
    auditor = Role.APIP in me.roles
    await move(
        desk, case, State.INTERNAL, actor=Actor.APIP if auditor else Actor.AGENCY, by=me.ref, facts=(Fact.RECORDED,)
    )
    await turn.work.routes.end(asked, case, status, by=me.id, answer=text)
    files = [attachment.id for attachment in turn.attachments]
    for attachment in turn.attachments:
        attachment.case_id, attachment.origin = case.id, "office"
    await turn.work.cases.add_entry(
        case, "agency_answer", by=me.ref, body={"text": text, "files": files}, visibility="internal", files=len(files)
    )
    holder = await desk.holder_of(case)
    said = line(f"desk-agency-{status}", unit=desk.agency_name(asked.unit))
    options = (
        action("reply", case, label="desk-do-write-reply"),
        action("route", case, rest="opd", label="desk-do-ask-again"),
    )
    told = (head_with(desk, case, said), line("quoted", text=text))
    return await desk.tell(await or_superiors(desk, holder), told, options, case=case, files=tuple(turn.attachments))


async def or_superiors(desk: Desk, holder: Staff | None) -> Staff | None:
    """Whoever acts for the holder today; when nobody holds the case any more, somebody above has to hear of it."""
    if holder is not None:
        return (await desk.crew()).stands_in(holder, desk.today) or holder
    crew = await desk.crew()
    ours = [member for member in crew.of_role(Role.SUPERVISOR) if not member.foreign]
    return next(iter([*ours, *crew.heads()]), None)


async def _asked(turn: Turn, case: Case) -> Route:
    """What this member's unit was asked about the case and has not answered. Raises Refused when nothing is open."""
    me = member_of(turn)
    route = await turn.work.routes.current(case.id)
    if route is not None and route.unit == me.unit and route.status == OPEN:
        return route
    raise Refused("desk-nothing-asked", number=case.number)
