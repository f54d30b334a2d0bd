"""APIP, the government's internal auditor (component 6, point 7c): asked for with a reason, decided by a head.

Nobody approves an own request. In the place of an approval a regulation that demands it may be cited. Both are on
record.
"""

from handlers.desk.access import member_of, without_identity
from handlers.desk.desk import Desk
from handlers.desk.moves import move
from handlers.desk.screen import action, head, head_with, next_steps
from handlers.desk.studied import core_row, study_rows
from handlers.desk.words import Needs
from handlers.say import DESK, Line, Quote, Say, line
from handlers.turn import Turn
from rules.lifecycle import Actor, Fact, State
from rules.refused import Refused
from rules.roles import Right, Role
from storage.routes import APIP, OPEN, REFUSED, REQUESTED
from storage.tables import Case, Route, Staff

_REGULATION = ("peraturan", "menurut", "regulation")
_OTHER_HEAD = ("kepala", "kepala lain")


async def request_apip(turn: Turn, case: Case, reason: str) -> list[Say] | Needs:
    """`jalur N apip REASON`: by the holder, or by a head. The clock runs on."""
    desk, me = Desk.of(turn), member_of(turn)
    is_head = Role.HEAD in me.roles
    if not is_head and case.holder_id != me.id:
        holder = await desk.holder_of(case)
        raise Refused("desk-held-by", number=case.number, name=holder.name if holder else "-")
    if case.state == State.APIP_REQUESTED:
        raise Refused("desk-apip-requested-already", number=case.number)
    actor = Actor.HEAD if is_head else Actor.OFFICER
    if not reason:
        if State(case.state) not in (State.STUDIED, State.INTERNAL, State.AGENCY):
            await move(desk, case, State.APIP_REQUESTED, actor=actor, by=me.ref)  # says which step comes first
        return Needs(line("desk-apip-why", number=case.number), before="apip")
    await move(desk, case, State.APIP_REQUESTED, actor=actor, by=me.ref, facts=(Fact.REASON,))
    for open_one in await turn.work.routes.of_case(case.id):
        if open_one.status == OPEN:
            await turn.work.routes.end(open_one, case, "ended", by=me.id)
    requested = await turn.work.routes.begin(case, APIP, asked_by=me.id, status=REQUESTED, reason=reason)
    told = await _heads_are_asked(desk, case, requested, me)
    said = line("desk-apip-requested" if told else "desk-apip-no-head")
    return [Say((head_with(desk, case, said),), case_id=case.id), *told]


async def _heads_are_asked(desk: Desk, case: Case, requested: Route, me: Staff) -> list[Say]:
    """Whoever decides for the office, but never the one who asks."""
    says: list[Say] = []
    for chief in await _deciding(desk, case, me):
        lines = await _what_is_asked(desk, case, requested, me.name)
        options = (action("approve", case), action("refuse", case), action("study_look", case))
        says += await desk.tell(chief, lines, options, case=case)
    return says


async def _deciding(desk: Desk, case: Case, me: Staff) -> list[Staff]:
    """The heads of the office but this member, or who stands in for them today. A head whose stand-in is who asks is
    asked on leave, too.
    """
    crew = await desk.crew()
    deciding: dict[int, Staff] = {}
    for chief in crew.heads():
        acting = crew.stands_in(chief, desk.today)
        chosen = chief if acting is None or acting.id == me.id else acting
        if chosen.id != me.id and not await desk.work.queue.has_conflict(case.id, chosen.id):
            deciding[chosen.id] = chosen
    return list(deciding.values())


async def _what_is_asked(desk: Desk, case: Case, requested: Route, name: str) -> list[Line]:
    return [
        head_with(desk, case, line("desk-apip-asked", name=name)),
        await core_row(desk, case),
        _reason(case, requested),
    ]


def _reason(case: Case, requested: Route) -> Line:
    said = str(requested.said.get("reason", ""))
    return line("desk-row-reason", reason=Quote(without_identity(case, said) if case.secret else said, 300))


async def approve(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`setujui N`: by a head who did not ask; or `setujui N peraturan ...` by whoever asked, citing what demands it."""
    desk, me = Desk.of(turn), member_of(turn)
    requested = await _requested(turn, case)
    word, _, regulation = rest.strip().partition(" ")
    own = requested.asked_by == me.id
    if word.casefold() in _REGULATION:
        return await _by_regulation(turn, case, requested, regulation.strip())
    if own:
        return [await _own_request(desk, case, me)]
    if not await _decides(desk, me, requested):
        raise Refused("desk-apip-head-decides", number=case.number)
    await move(desk, case, State.APIP, actor=Actor.HEAD, by=me.ref, facts=(Fact.NOT_OWN_REQUEST,))
    await turn.work.routes.decide(requested, case, OPEN, by=me.id, decision=rest.strip())
    return [
        Say((line("desk-apip-approved", number=case.number),), case_id=case.id),
        *await _let_in(desk, case, requested),
    ]


async def _by_regulation(turn: Turn, case: Case, requested: Route, regulation: str) -> list[Say] | Needs:
    desk, me = Desk.of(turn), member_of(turn)
    if requested.asked_by != me.id and not await _decides(desk, me, requested):
        raise Refused("desk-apip-head-decides", number=case.number)
    if len(regulation.split()) < 2:
        return Needs(line("desk-apip-which-regulation", number=case.number), before="peraturan")
    actor = Actor.HEAD if Role.HEAD in me.roles else Actor.OFFICER
    await move(desk, case, State.APIP, actor=actor, by=me.ref, facts=(Fact.REGULATION_CITED,))
    await turn.work.routes.decide(requested, case, OPEN, by=me.id, regulation=regulation)
    said = line("desk-apip-by-regulation", number=case.number, regulation=Quote(regulation, 120))
    return [Say((said,), case_id=case.id), *await _let_in(desk, case, requested)]


async def _own_request(desk: Desk, case: Case, me: Staff) -> Say:
    """Nobody decides on what they asked for themselves: who does, and the way by a regulation."""
    names = ", ".join(one.name for one in await _deciding(desk, case, me))
    cite = action("approve", case, rest="peraturan", label="desk-do-cite")
    said = line("desk-apip-own", name=names) if names else line("desk-apip-own-nobody")
    options = [cite]
    if Role.HEAD in me.roles:
        options.insert(0, action("other_head", case))
    return Say((said,), tuple(options), question=DESK, case_id=case.id)


async def other_head(turn: Turn, case: Case, rest: str) -> list[Say]:
    """A head's own request goes to the head of the agency concerned."""
    desk, me = Desk.of(turn), member_of(turn)
    requested = await _requested(turn, case)
    crew = await desk.crew()
    foreign = [m for m in crew.of_role(Role.HEAD) if m.foreign and m.id != me.id]
    routes = await turn.work.routes.of_case(case.id)
    concerned = [m for m in foreign if any(route.unit == m.unit for route in routes)] or foreign
    if not concerned:
        return [
            Say((line("desk-apip-no-other-head"),), (action("approve", case, rest="peraturan", label="desk-do-cite"),))
        ]
    chief = concerned[0]
    await turn.work.routes.point_at(requested, chief.unit, None)  # they see this case from now on
    asked = await _what_is_asked(desk, case, requested, me.name)
    told = await desk.tell(chief, asked, (action("approve", case), action("refuse", case)), case=case)
    return [Say((line("desk-apip-sent-to", name=chief.name),), case_id=case.id), *told]


async def refuse(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`tolak N REASON`: the case goes back to the internal route, and who asked reads why."""
    desk, me = Desk.of(turn), member_of(turn)
    requested = await _requested(turn, case)
    if requested.asked_by == me.id:
        return [await _own_request(desk, case, me)]
    if not await _decides(desk, me, requested):
        raise Refused("desk-apip-head-decides", number=case.number)
    asked_by = await turn.work.team.get(requested.asked_by)
    if not rest.strip():
        return Needs(line("desk-apip-refuse-why", name=asked_by.name))
    await move(desk, case, State.INTERNAL, actor=Actor.HEAD, by=me.ref, facts=(Fact.REASON,))
    await turn.work.routes.decide(requested, case, REFUSED, by=me.id, decision=rest.strip())
    told = (head_with(desk, case, line("desk-apip-refused")), line("quoted", text=rest.strip()))
    says = [Say((line("desk-apip-refused-told", name=asked_by.name),), case_id=case.id)]
    return [*says, *await desk.tell(asked_by, told, next_steps(asked_by, case), case=case)]


async def _requested(turn: Turn, case: Case) -> Route:
    requested = await turn.work.routes.current(case.id, APIP)
    if requested is None or requested.status != REQUESTED:
        raise Refused("desk-apip-nothing-asked", number=case.number)
    return requested


async def _decides(desk: Desk, me: Staff, requested: Route) -> bool:
    """A head of the office, whoever stands in for one, or the head of the agency that was asked instead."""
    crew = await desk.crew()
    if requested.unit is not None:
        return any(chief.id == me.id for chief in crew.heads(requested.unit))
    acting = (crew.stands_in(chief, desk.today) for chief in crew.heads())
    return any(one is not None and one.id == me.id for one in acting) or (Right.DECIDE in me.rights and not me.foreign)


async def _let_in(desk: Desk, case: Case, requested: Route) -> list[Say]:
    """The auditor's people get the matter, without a secret name; the holder hears that the reply stays theirs."""
    crew = await desk.crew()
    auditors = crew.of_role(Role.APIP)
    named = next((agency.id for agency in desk.office.profile.agencies if agency.apip), "apip")
    unit = (auditors[0].unit if auditors else None) or named
    await desk.work.routes.point_at(requested, unit, case.clocks[-1].due if case.clocks else None)
    let_in = line("desk-apip-let-in", number=case.number, office=desk.office.profile.short_name)
    lines = [let_in, await core_row(desk, case), _reason(case, requested)]
    says: list[Say] = []
    for auditor in auditors:
        options = (action("case", case), action("reply", case, label="desk-do-answer"))
        says += await desk.tell(auditor, lines, options, case=case)
    holder = await desk.holder_of(case)
    if holder is not None:
        said = line("desk-apip-yours" if auditors else "desk-apip-yours-by-letter")
        says += await desk.tell(holder, (head_with(desk, case, said),), next_steps(holder, case), case=case)
    return says


async def look_at_study(turn: Turn, case: Case, rest: str) -> list[Say]:
    """The study as it is on file, for whoever decides."""
    study = await turn.work.cases.latest_entry(case.id, "study")
    rows = study_rows((study.body or {}) if study else {}, besides=case if case.secret else None)
    turn.work.cases.note("seen", case, by=member_of(turn).ref, study=True)
    return [Say((head(Desk.of(turn), case), *rows), (action("approve", case), action("refuse", case)), question=DESK)]
