"""The ladder of the office: who is above whom, and who stands in while somebody is away.

Source: the service standard, component 6, points 7a and 8: a case climbs tier by tier, and each step is reported in
writing to the one above.
"""

from dataclasses import dataclass
from datetime import date

from rules.roles import Role


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody on the staff, as far as the ladder is concerned. `tier` is an id of the profile's tiers.

    `foreign`: of another agency. `away_from` and `away_until` are the first and the last day of a leave.
    """

    id: int
    roles: tuple[str, ...]
    unit: str | None = None
    foreign: bool = False
    tier: str | None = None
    superior_id: int | None = None
    substitute_id: int | None = None
    away_from: date | None = None
    away_until: date | None = None


def is_away(member: Member, day: date) -> bool:
    """On leave on that day, first and last day included."""
    if member.away_from is None or member.away_until is None:
        return False
    return member.away_from <= day <= member.away_until


@dataclass(frozen=True, slots=True)
class Ladder:
    """Everybody who works here now, over the office's tiers, lowest first."""

    members: tuple[Member, ...]
    tiers: tuple[str, ...]

    def superior_of(self, member: Member) -> Member | None:
        """The direct superior: the one named, else the lowest one above; never one of another unit of the office while
        there is one of the own, or one without a unit.

        None for whoever stands at the top, or while nobody above was invited yet.
        """
        named = self._by_id(member.superior_id)
        if named is not None and named.id != member.id:
            return named
        above = [other for other in self.members if self._is_above(other, member)]
        elsewhere = {m.id for m in above if member.unit is not None and m.unit not in (None, member.unit)}
        above.sort(key=lambda m: (m.id in elsewhere, self._height(m), m.unit != member.unit, m.id))
        return above[0] if above else None

    def is_top(self, member: Member) -> bool:
        """Nobody of the own office could be above: a head, or whoever stands on the last tier."""
        return Role.HEAD in member.roles or self._height(member) >= len(self.tiers) - 1

    def stands_in(self, member: Member, day: date) -> Member | None:
        """Who acts for somebody on that day: themselves, or while they are away their substitute, else their superior.

        None when all of them are away.
        """
        seen: set[int] = set()
        acting: Member | None = member
        while acting is not None and is_away(acting, day):
            seen.add(acting.id)
            after = self._by_id(acting.substitute_id) or self.superior_of(acting)
            acting = after if after is not None and after.id not in seen else None
        return acting

    def of_role(self, role: Role) -> list[Member]:
        return [member for member in self.members if role in member.roles]

    def of_unit(self, unit: str) -> list[Member]:
        """The people of an agency's unit who answer what it is asked."""
        return [m for m in self.members if m.unit == unit and {Role.AGENCY, Role.APIP}.intersection(m.roles)]

    def heads(self, unit: str | None = None) -> list[Member]:
        """The head of the office, or of that agency."""
        heads = self.of_role(Role.HEAD)
        return [m for m in heads if (m.foreign and m.unit == unit if unit else not m.foreign)]

    def _by_id(self, member_id: int | None) -> Member | None:
        return next((m for m in self.members if m.id == member_id), None)

    def _is_above(self, other: Member, member: Member) -> bool:
        """Superiors are supervisors and heads: of an agency's people their own agency's, of ours ours."""
        if other.id == member.id or not {Role.SUPERVISOR, Role.HEAD}.intersection(other.roles):
            return False
        if other.foreign != member.foreign or (member.foreign and other.unit != member.unit):
            return False
        return self._height(other) > self._height(member)

    def _height(self, member: Member) -> int:
        """The step somebody stands on; without a tier it follows from the role."""
        if member.tier in self.tiers:
            return self.tiers.index(member.tier)
        if Role.HEAD in member.roles:
            return len(self.tiers) - 1
        return min(1, len(self.tiers) - 1) if Role.SUPERVISOR in member.roles else 0
