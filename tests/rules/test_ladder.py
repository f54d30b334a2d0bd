"""Who is above whom, and who stands in."""

from datetime import date

from rules.ladder import Ladder, Member, is_away
from rules.roles import Right, Role, may_invite, rights_of

TIERS = ("pelaksana", "atasan", "kepala")
DAY = date(2026, 11, 24)
OFFICER = Member(1, (Role.OFFICER,))
SUPERVISOR = Member(2, (Role.SUPERVISOR,))
HEAD = Member(3, (Role.HEAD,))
CLERK = Member(4, (Role.AGENCY,), "dinkes", foreign=True)
THEIR_HEAD = Member(5, (Role.HEAD,), "dinkes", foreign=True)


def ladder(*members: Member) -> Ladder:
    return Ladder(members, TIERS)


def test_the_lowest_one_above_is_the_direct_superior() -> None:
    office = ladder(OFFICER, SUPERVISOR, HEAD, CLERK, THEIR_HEAD)
    assert office.superior_of(OFFICER) == SUPERVISOR
    assert office.superior_of(SUPERVISOR) == HEAD
    assert office.superior_of(HEAD) is None
    assert office.superior_of(CLERK) == THEIR_HEAD
    assert office.heads() == [HEAD]
    assert office.heads("dinkes") == [THEIR_HEAD]


def test_without_a_supervisor_the_head_is_next() -> None:
    assert ladder(OFFICER, HEAD).superior_of(OFFICER) == HEAD
    assert ladder(OFFICER, THEIR_HEAD).superior_of(OFFICER) is None


def test_the_own_unit_comes_before_another() -> None:
    officer = Member(1, (Role.OFFICER,), "perizinan")
    ours = Member(2, (Role.SUPERVISOR,), "perizinan")
    theirs = Member(6, (Role.SUPERVISOR,), "penanaman modal")
    assert ladder(officer, theirs, ours, HEAD).superior_of(officer) == ours
    assert ladder(officer, theirs, HEAD).superior_of(officer) == HEAD


def test_a_named_superior_wins() -> None:
    officer = Member(1, (Role.OFFICER,), superior_id=3)
    assert ladder(officer, SUPERVISOR, HEAD).superior_of(officer) == HEAD


def test_the_substitute_stands_in_then_the_superior_then_nobody() -> None:
    supervisor = Member(2, (Role.SUPERVISOR,), substitute_id=1, away_from=DAY, away_until=DAY)
    assert is_away(supervisor, DAY)
    assert not is_away(supervisor, date(2026, 11, 25))
    assert ladder(OFFICER, supervisor, HEAD).stands_in(supervisor, DAY) == OFFICER
    alone = Member(2, (Role.SUPERVISOR,), away_from=DAY, away_until=DAY)
    assert ladder(OFFICER, alone, HEAD).stands_in(alone, DAY) == HEAD
    both = Member(3, (Role.HEAD,), substitute_id=2, away_from=DAY, away_until=DAY)
    assert ladder(alone, both).stands_in(alone, DAY) is None


def test_rights_of_an_agency_end_at_its_own_door() -> None:
    assert rights_of([Role.HEAD], foreign=True) == {Right.DECIDE, Right.ANSWER}
    assert rights_of([Role.AGENCY], foreign=True) == {Right.ANSWER}


def test_nobody_invites_above_themselves() -> None:
    assert may_invite([Role.SUPERVISOR], Role.OFFICER)
    assert not may_invite([Role.SUPERVISOR], Role.SUPERVISOR)
    assert not may_invite([Role.OFFICER, Role.AGENCY], Role.OFFICER)
    assert may_invite([Role.ADMIN], Role.HEAD)
