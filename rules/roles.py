"""Who works here, and what each may do. A command that is not among one's rights does not exist for that person.

Source: the service standard, component 6, points 5 to 8 (officer, direct superior, head, technical team or agency,
APIP), and component 14 for whom the office evaluates with. `admin` runs the machine and works no case.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum


class Role(StrEnum):
    OFFICER = "officer"  # works cases
    SUPERVISOR = "supervisor"  # direct superior: reads reports, hands cases over, may work one
    HEAD = "head"  # of the office, or of an agency where the unit says so: decides on APIP
    AGENCY = "agency"  # technical team or another agency: only what it is asked
    APIP = "apip"  # government internal auditor: only what it was let into
    ADMIN = "admin"  # runs the machine, invites people, enters closures


class Right(StrEnum):
    """What somebody may do. The commands name one of these each (`handlers/desk/commands.py`)."""

    SEE = "see"  # the queue and the cases of the office, less those one is named in
    WORK = "work"  # take, study, ask, note, route, reply, end
    ASSIGN = "assign"  # hand over what is another's
    DECIDE = "decide"  # on involving APIP, never on an own request
    ANSWER = "answer"  # what an agency or APIP was asked, and nothing else
    TEAM = "team"  # who is who, leave and substitutes of others
    INVITE = "invite"
    CLOSE_DAYS = "close_days"  # enter days on which the office is closed


_RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.OFFICER: frozenset({Right.SEE, Right.WORK}),
    Role.SUPERVISOR: frozenset({Right.SEE, Right.WORK, Right.ASSIGN, Right.TEAM, Right.INVITE}),
    Role.HEAD: frozenset({Right.SEE, Right.ASSIGN, Right.DECIDE, Right.TEAM, Right.INVITE, Right.CLOSE_DAYS}),
    Role.AGENCY: frozenset({Right.ANSWER}),
    Role.APIP: frozenset({Right.ANSWER}),
    Role.ADMIN: frozenset({Right.TEAM, Right.INVITE, Right.CLOSE_DAYS}),
}
# Nobody makes others mightier than themselves.
_INVITES: Mapping[Role, frozenset[Role]] = {
    Role.SUPERVISOR: frozenset({Role.OFFICER, Role.AGENCY, Role.APIP}),
    Role.HEAD: frozenset(Role),
    Role.ADMIN: frozenset(Role),
}


def rights_of(roles: Iterable[str], *, foreign: bool = False) -> frozenset[Right]:
    """Everything that somebody with these roles may do. `foreign`: of another agency, whose head decides and answers
    what it is asked, and has no say in this office.
    """
    rights = frozenset[Right]().union(*(_RIGHTS[Role(role)] for role in roles))
    if not foreign:
        return rights
    return (rights & {Right.ANSWER, Right.DECIDE}) | ({Right.ANSWER} if rights else frozenset())


def may_invite(roles: Iterable[str], role: Role) -> bool:
    """Whether somebody with these roles may invite into that one."""
    return any(role in _INVITES.get(Role(own), frozenset()) for own in roles)
