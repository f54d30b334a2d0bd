"""The people: `undang`, `tim`, `cuti`, `masuk lagi`, `keluarkan`, and what one may write here (`bantuan`)."""

from handlers.desk.access import member_of
from handlers.desk.desk import Desk
from handlers.desk.door import invite
from handlers.desk.guide import guide_lines
from handlers.desk.take import called
from handlers.say import DESK, Line, Option, Say, Several, line
from handlers.turn import Turn
from rules.refused import Refused
from rules.roles import Role, may_invite
from rules.understanding.days_ahead import days_ahead, without_days
from storage.tables import Staff

_ROLE_WORDS: dict[str, Role] = {
    "petugas": Role.OFFICER, "officer": Role.OFFICER,
    "atasan": Role.SUPERVISOR, "supervisor": Role.SUPERVISOR, "penyelia": Role.SUPERVISOR,
    "kepala": Role.HEAD, "head": Role.HEAD,
    "opd": Role.AGENCY, "dinas": Role.AGENCY, "agency": Role.AGENCY, "tim": Role.AGENCY,
    "apip": Role.APIP, "inspektorat": Role.APIP,
    "admin": Role.ADMIN,
}  # fmt: skip
_LISTED = 8
TELEGRAM_NAME = "telegram:username"  # the fact that holds the bot's name, for links
_SUBSTITUTE = ("digantikan", "diganti", "pengganti", "substitute")


async def invite_by_chat(turn: Turn, rest: str) -> list[Say]:
    """`undang petugas NAME`, `undang opd dinkes NAME`: a code for one person, good for 72 hours."""
    desk, me = Desk.of(turn), member_of(turn)
    word, _, more = rest.strip().partition(" ")
    role = _ROLE_WORDS.get(word.casefold())
    if role is None or not more.strip():
        return [Say((line("desk-invite-how"), line("desk-invite-how-agency")))]
    if not may_invite(me.roles, role):
        raise Refused("desk-invite-not-yours")
    unit, name = _unit_and_name(turn, role, more)
    invited = await invite(turn.work, desk.office, turn.now, turn.pick, role=role, name=name, unit=unit, by=me.ref)
    lines = [line("desk-invited", name=name, role=line(f"role-{role}")), line("desk-invite-code", code=invited.code)]
    username = await turn.work.jobs.fact(TELEGRAM_NAME)
    if username:
        lines.append(line("desk-invite-link", link=telegram_link(username, invited.code)))
    lines.append(line("desk-invite-until"))
    return [Say(tuple(lines), code=invited.code)]


def telegram_link(username: str, code: str) -> str:
    """What to press instead of typing the code."""
    return f"https://t.me/{username}?start={code}"


def _unit_and_name(turn: Turn, role: Role, more: str) -> tuple[str, str]:
    """ "dinkes Rina Marlina": the agency in front, the name behind it; "Rina Marlina, dinkes" as well."""
    before, comma, behind = more.partition(",")
    if comma:
        return behind.strip(), before.strip()
    if role is not Role.AGENCY:
        return "", more.strip()
    unit, _, name = more.strip().partition(" ")
    return (unit, name.strip()) if name.strip() else ("", more.strip())


async def team(turn: Turn, rest: str) -> list[Say]:
    """`tim`: who is who, who is away and who acts, what each holds, which invitations wait."""
    desk = Desk.of(turn)
    crew = await desk.crew()
    waiting = await turn.work.queue.at_work()
    rows: list[Line] = []
    for member in crew.members[:_LISTED]:
        holds = sum(row.holder_id == member.id for row in waiting)
        role = _role(desk, member)
        if member.is_away(desk.today):
            acting = crew.stands_in(member, desk.today)
            other = acting.name if acting else "-"
            rows.append(line("desk-row-member-away", name=member.name, role=role, until=member.away_until, other=other))
        else:
            rows.append(line("desk-row-member", name=member.name, role=role, count=holds))
    invitations = await turn.work.team.open_invitations()
    tail = [line("desk-invitations-open", count=len(invitations))] if invitations else []
    more = len(crew.members) - _LISTED
    if more > 0:
        tail.append(line("desk-team-more", count=more))
    return [Say((line("desk-team", count=len(crew.members)), *rows, *tail))]


def _role(desk: Desk, member: Staff) -> Several:
    """What they are, and of which agency."""
    roles: tuple[object, ...] = tuple(line(f"role-{role}") for role in member.roles)
    return Several((*roles, desk.agency_name(member.unit)) if member.unit else roles)


async def put_under(turn: Turn, rest: str) -> list[Say]:
    """`atasan Rina: Agus`: whom somebody reports to, where the ladder says another."""
    desk, me = Desk.of(turn), member_of(turn)
    ours = [member for member in (await desk.crew()).members if not member.foreign]
    of, _, to = rest.partition(":")
    below, above = called(of.strip(), ours), called(to.strip(), ours)
    if below is None or above is None or below.id == above.id:
        return [Say((line("desk-superior-how"),))]
    await turn.work.team.put_under(below, above.id, by=me.ref)
    return [Say((line("desk-superior-set", name=below.name, superior=above.name),))]


async def leave(turn: Turn, rest: str) -> list[Say]:
    """`cuti 1 des - 5 des pengganti Lilis`: away on these days; the substitute gets what is due meanwhile."""
    desk, me = Desk.of(turn), member_of(turn)
    days = days_ahead(rest, turn.today)
    if not days:
        return [Say((line("desk-leave-how"),))]
    first, last = days[0], days[-1]
    said = without_days(rest)
    others = [m for m in (await desk.crew()).members if m.id != me.id]
    name = next((said.partition(word)[2].strip() for word in _SUBSTITUTE if word in said), "")
    substitute = called(name, others) if name else None
    if name and substitute is None:
        return [Say((line("desk-nobody-called", name=name),))]
    await turn.work.team.leave(me, first, last, substitute.id if substitute else None, by=me.ref)
    if substitute is None:
        stands_in = (await desk.crew()).superior_of(me)
        known = line("desk-leave-superior", first=first, last=last, name=stands_in.name) if stands_in else None
        return [Say((known or line("desk-leave-nobody", first=first, last=last),))]
    told = (line("desk-leave-told", name=me.name, first=first, last=last),)
    says = [Say((line("desk-leave-kept", first=first, last=last, name=substitute.name),))]
    return [*says, *await desk.tell(substitute, told)]


async def back(turn: Turn, rest: str) -> list[Say]:
    """`masuk lagi`: back before the leave is over."""
    desk, me = Desk.of(turn), member_of(turn)
    substitute = next((m for m in (await desk.crew()).members if m.id == me.substitute_id and me.away_until), None)
    await turn.work.team.back(me, by=me.ref)
    told = await desk.tell(substitute, (line("desk-back-told", name=me.name),))
    return [Say((line("desk-back", name=me.name),)), *told]


async def remove(turn: Turn, rest: str) -> list[Say]:
    """`keluarkan NAME`: does not work here any more; what they held waits to be taken. Asks once, by a button."""
    desk, me = Desk.of(turn), member_of(turn)
    people = list((await desk.crew()).members)
    sure = rest.strip().startswith("=")
    gone = called(rest.strip(), people) if rest.strip() else None
    if gone is None:
        return [Say((line("desk-nobody-called", name=rest.strip() or "-"),))]
    if gone.id == me.id or not all(may_invite(me.roles, Role(role)) for role in gone.roles):
        raise Refused("desk-invite-not-yours")
    if not sure:
        option = Option(f"remove::={gone.id}", line("desk-do-remove"))
        return [Say((line("desk-remove-sure", name=gone.name),), (option,), question=DESK)]
    await turn.work.team.end(gone, by=me.ref)
    await turn.work.outbox.withdraw_from_staff(gone.person_id)
    free = [row for row in await turn.work.queue.at_work() if row.holder_id == gone.id]
    for row in free:
        case = await turn.work.cases.locked(row.case_id)
        await turn.work.cases.give_to(case, None, by=me.ref)
    told = await desk.tell(gone, (line("desk-you-are-out", office=desk.office.profile.short_name),))
    return [Say((line("desk-removed", name=gone.name, count=len(free)),)), *told]


async def guide(turn: Turn, rest: str) -> list[Say]:
    """What this member may write here."""
    return [Say(tuple(guide_lines(member_of(turn))))]
