"""Who sees which case, and who may act on it: asked here and nowhere else."""

from collections.abc import Iterable

from handlers.desk.desk import Desk
from handlers.turn import Turn
from rules.number import RegisterNumber
from rules.refused import Refused
from rules.roles import Right, Role
from rules.secrecy import Reader, masked, may_see_identity
from storage.routes import REQUESTED
from storage.tables import Case, Route, Staff


def member_of(turn: Turn) -> Staff:
    """Who on the staff is writing. The commands are looked up for members alone."""
    assert turn.member is not None
    return turn.member


async def case_for(turn: Turn, number: RegisterNumber) -> Case:
    """The case with that number, locked, when this member may see it.

    Raises Refused ("desk-no-case") where there is none, and in the same words where it is not for their eyes. A bare
    number of this year that does not exist yet means last year's, as in January.
    """
    desk, member = Desk.of(turn), member_of(turn)
    case = await turn.work.cases.by_number(number)
    if case is None and number.year == turn.today.year:
        case = await turn.work.cases.by_number(RegisterNumber(number.prefix, number.year - 1, number.running))
    if case is None or case.erased_at is not None or not await may_see(desk, member, case):
        raise Refused("desk-no-case", number=str(number))
    return await turn.work.cases.locked(case.id)


async def may_see(desk: Desk, member: Staff, case: Case) -> bool:
    """The office's people see its cases, less those that name them; others only what they were asked about."""
    if await desk.work.queue.has_conflict(case.id, member.id):
        return False
    if member.foreign:
        return any(_shows(route, member) for route in await desk.work.routes.of_case(case.id))
    return Right.SEE in member.rights


def _shows(route: Route, member: Staff) -> bool:
    """What an agency was asked it may look at, also afterwards; what a head is asked to decide, the head alone."""
    if route.unit is None or route.unit != member.unit:
        return False
    return route.status != REQUESTED or Role.HEAD in member.roles


async def still_asked(desk: Desk, member: Staff, case: Case) -> None:
    """Raises Refused when nothing is open at this agency any more: it may look, and writes nothing."""
    route = await desk.work.routes.current(case.id)
    if route is None or route.unit != member.unit:
        raise Refused("desk-nothing-asked", number=case.number)


async def holding(turn: Turn, case: Case) -> Staff:
    """The member who writes, if they hold the case. Raises Refused otherwise: who does, or that nobody does yet."""
    member = member_of(turn)
    if case.holder_id == member.id:
        return member
    holder = await Desk.of(turn).holder_of(case)
    if holder is None:
        raise Refused("desk-nobody-holds", number=case.number)
    raise Refused("desk-held-by", number=case.number, name=holder.name)


def sees_identity(member: Staff, case: Case) -> bool:
    """Whether name, address and contacts of the complainant are shown to them (`rules/secrecy.py`)."""
    assigned = case.holder_id == member.id
    return may_see_identity(_reads_as(member, assigned=assigned), secret=case.secret, assigned=assigned)


def story_for(member: Staff | None, case: Case) -> str:
    """The story as this member may read it; None: as somebody outside of the case reads it."""
    story = case.story or ""
    if member is not None and sees_identity(member, case):
        return story
    if not case.secret and (member is None or Right.SEE in member.rights):
        return story  # a name that somebody wrote into an open story is no secret of theirs
    return without_identity(case, story)


def text_for(member: Staff, case: Case, text: str) -> str:
    """Words that the office wrote on a case, as this member may read them."""
    if sees_identity(member, case) or not (case.secret or member.foreign):
        return text
    return without_identity(case, text)


def text_for_export(case: Case, text: str) -> str:
    """Words that were written on a case, as somebody outside of the office reads them."""
    return without_identity(case, text) if case.secret else text


def without_identity(case: Case, text: str) -> str:
    """The text with `***` for whatever tells who complains: for eyes outside of the office, and where it is secret."""
    return without_names(text, (case.name, case.on_behalf_of), (case.address, case.organisation))


def without_names(text: str, names: Iterable[str | None], places: Iterable[str | None]) -> str:
    """The text with `***` for these."""
    return masked(text, [name for name in names if name], [place for place in places if place])


def _reads_as(member: Staff, *, assigned: bool) -> Reader:
    """A supervisor who works a case reads it as its officer."""
    if assigned:
        return Reader.OFFICER
    if member.foreign:
        return Reader.APIP if Role.APIP in member.roles else Reader.AGENCY
    for role, reader in (
        (Role.AGENCY, Reader.AGENCY),
        (Role.HEAD, Reader.HEAD),
        (Role.SUPERVISOR, Reader.SUPERVISOR),
        (Role.APIP, Reader.APIP),
        (Role.OFFICER, Reader.OFFICER),
    ):
        if role in member.roles:
            return reader
    return Reader.ADMIN
