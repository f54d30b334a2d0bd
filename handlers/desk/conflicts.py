"""A case that names somebody on the staff is kept from them at once; a superior says whether it is them."""

from handlers.desk.access import member_of
from handlers.desk.desk import Desk
from handlers.desk.screen import head
from handlers.say import DESK, Option, Say, line
from handlers.turn import Turn
from rules.conflict import named_in
from rules.refused import Refused
from rules.roles import Right
from storage.tables import DISMISSED, Case, Staff

_LOOKED_BACK = 500  # cases, when somebody new comes
_YES, _NO = "yes", "no"


async def look_for_conflicts(desk: Desk, case: Case, text: str) -> list[Say]:
    """Whether these words of the complainant name somebody here. Their superiors are asked; a holder loses the case."""
    crew = await desk.crew()
    known = {conflict.staff_id for conflict in await desk.work.queue.conflicts(case.id)}
    people = {m.id: m.name for m in crew.members if m.id not in known and m.person_id != case.person_id}
    named = named_in(text, people)
    if not named:
        return []
    await desk.work.queue.suspect(case.id, named)
    desk.work.cases.note("conflict_suspected", case, by="rules", staff=sorted(named))
    if case.holder_id in named:
        await desk.work.cases.give_to(case, None, by="rules")
    says: list[Say] = []
    for member in crew.members:
        if member.id in named:
            for judge in _judges(desk, list(crew.members), named):
                says += await _asked(desk, case, judge, member)
    return says


async def keep_from(desk: Desk, member: Staff) -> None:
    """Somebody new: cases on file that name them are kept from them, too."""
    for case in sorted(await desk.work.queue.newest(_LOOKED_BACK), key=lambda one: one.id):
        said = [case.story or ""]
        said += [
            str((e.body or {}).get("text") or "") for e in await desk.work.cases.entries(case) if e.by == "citizen"
        ]
        if case.person_id != member.person_id and named_in("\n".join(said), {member.id: member.name}):
            await desk.work.cases.locked(case.id)  # its topic may be brought up just now
            await desk.work.queue.suspect(case.id, {member.id})
            desk.work.cases.note("conflict_suspected", case, by="rules", staff=[member.id])


def _judges(desk: Desk, members: list[Staff], named: frozenset[int]) -> list[Staff]:
    return [m for m in members if m.id not in named and Right.ASSIGN in m.rights]


async def _asked(desk: Desk, case: Case, judge: Staff, member: Staff) -> list[Say]:
    options = (
        Option(f"conflict:{case.number}:{_YES}={member.id}", line("desk-do-conflict")),
        Option(f"conflict:{case.number}:{_NO}={member.id}", line("desk-do-no-conflict")),
    )
    lines = (head(desk, case), line("desk-conflict-asked", name=member.name))
    return await desk.tell(judge, lines, options, case=case)


async def decide(turn: Turn, case: Case, rest: str) -> list[Say]:
    """By a superior's button: it is about them, or it is not. Both are on record."""
    me = member_of(turn)
    said, _, staff_id = rest.partition("=")
    named = {str(conflict.staff_id) for conflict in await turn.work.queue.conflicts(case.id)}
    if said not in (_YES, _NO) or staff_id not in named or staff_id == str(me.id):
        raise Refused("desk-conflict-not-yours")
    member = await turn.work.team.get(int(staff_id))
    status = "confirmed" if said == _YES else DISMISSED
    await turn.work.queue.judge_conflict(case.id, member.id, status, by=me.id)
    turn.work.cases.note(f"conflict_{status}", case, by=me.ref, staff=member.id)
    return [
        Say((line(f"desk-conflict-{status}", number=case.number, name=member.name),), question=DESK, case_id=case.id)
    ]
