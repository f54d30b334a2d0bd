"""The desk: one office at one instant, with the people who work there and how to reach them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers.say import DESK, Line, Option, Say, line
from handlers.speak import put
from handlers.turn import Turn
from messages.envelope import Channel
from rules.days import local_date
from rules.ladder import Ladder, Member
from rules.office import Office
from rules.roles import Role
from storage.tables import Attachment, Case, Staff
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Desk:
    """What the desk's handlers work with, whether somebody wrote or the clock ticked. `now` is aware."""

    work: Work
    office: Office
    now: datetime

    @classmethod
    def of(cls, turn: Turn) -> "Desk":
        return cls(turn.work, turn.office, turn.now)

    @property
    def today(self) -> date:
        return local_date(self.now)

    async def crew(self) -> "Crew":
        """Everybody who works here now."""
        tiers = tuple(tier.id for tier in self.office.profile.tiers)
        members = tuple(await self.work.team.everybody())
        return Crew(members, Ladder(tuple(member.standing for member in members), tiers))

    async def superior_of(self, staff: Staff, case: Case | None = None) -> Staff | None:
        """The direct superior, or who stands in for them today; of a case that names them, the next one above."""
        crew, above, seen = await self.crew(), staff, {staff.id}
        while (superior := crew.superior_of(above)) is not None and superior.id not in seen:
            seen.add(superior.id)
            acting = crew.stands_in(superior, self.today)
            if acting is not None and acting.id != staff.id and not await self._is_named(case, acting):
                return acting
            above = superior
        return None

    async def _is_named(self, case: Case | None, staff: Staff) -> bool:
        return case is not None and await self.work.queue.has_conflict(case.id, staff.id)

    async def holder_of(self, case: Case) -> Staff | None:
        """The officer who works the case; None when nobody does, or they left."""
        if case.holder_id is None:
            return None
        holder = await self.work.team.get(case.holder_id)
        return None if holder.left_at else holder

    async def tell(
        self,
        staff: Staff | None,
        lines: Sequence[Line],
        options: tuple[Option, ...] = (),
        *,
        case: Case | None = None,
        entry_id: int | None = None,
        files: tuple[Attachment, ...] = (),
        nameless: bool = False,
    ) -> list[Say]:
        """Something for somebody on the staff, by the chat they used last; nothing when there is none."""
        if staff is None or (case is not None and await self.work.queue.has_conflict(case.id, staff.id)):
            return []  # nobody is told of a case that names them
        contact = await self.work.team.contact_of(staff)
        if contact is None:
            return []
        case_id = case.id if case else None
        return [
            Say(
                tuple(lines),
                options,
                to=contact,
                case_id=case_id,
                purpose="desk",
                question=DESK,
                files=files,
                entry_id=entry_id,
                nameless=nameless,
            )
        ]

    async def send(self, says: Sequence[Say]) -> None:
        """Put into the outbox what nobody's message is answered with."""
        for said in says:
            assert said.to is not None
            await put(self.work, [said], said.to, None)

    def channel_name(self, channel: str) -> Line | str:
        """How a case came in: a chat, or a way that officers record; its id where the office has it no more."""
        way = next((w for w in self.office.profile.ways_in if w.id == channel and not w.answered_by_bot), None)
        if way is not None:
            return way.name
        return line(f"channel-{channel}") if channel in set(Channel) else channel

    def agency_name(self, unit: str | None) -> str:
        """How the people call an agency: its name in the profile, else as it was typed."""
        known = next((a for a in self.office.profile.agencies if a.id == unit), None)
        return known.name if known else unit or "-"


@dataclass(frozen=True, slots=True)
class Crew:
    """The people on the ladder (`rules/ladder.py`)."""

    members: tuple[Staff, ...]
    _ladder: Ladder

    def superior_of(self, staff: Staff) -> Staff | None:
        return self._staff(self._ladder.superior_of(staff.standing))

    def stands_in(self, staff: Staff, day: date) -> Staff | None:
        return self._staff(self._ladder.stands_in(staff.standing, day))

    def is_top(self, staff: Staff) -> bool:
        return self._ladder.is_top(staff.standing)

    def of_role(self, role: Role) -> list[Staff]:
        return self._all(self._ladder.of_role(role))

    def of_unit(self, unit: str) -> list[Staff]:
        return self._all(self._ladder.of_unit(unit))

    def heads(self, unit: str | None = None) -> list[Staff]:
        return self._all(self._ladder.heads(unit))

    def _staff(self, member: Member | None) -> Staff | None:
        return next((staff for staff in self.members if member is not None and staff.id == member.id), None)

    def _all(self, members: Sequence[Member]) -> list[Staff]:
        wanted = {member.id for member in members}
        return [staff for staff in self.members if staff.id in wanted]
