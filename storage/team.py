"""Who works here: invitations, roles, leave; and by which chat they are reached."""

from datetime import date, datetime
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.audit import Audit
from storage.tables import Case, Contact, Invitation, Person, Staff
from storage.vault import Vault

_NO_DESK: Final = ("sms",)  # channels that carry no staff talk


class Team:
    def __init__(self, session: AsyncSession, vault: Vault, audit: Audit, now: datetime) -> None:
        self._session = session
        self._vault = vault
        self._audit = audit
        self._now = now

    async def invite(
        self,
        code: str,
        *,
        role: str,
        name: str,
        unit: str | None,
        tier: str | None,
        expires_at: datetime,
        by: str,
        staff_id: int | None = None,
    ) -> Invitation:
        """Keep an invitation; of its code only a keyed digest. `by`: a staff reference, or "operator". `staff_id`: it
        brings another chat of somebody who works here already.
        """
        invitation = Invitation(
            code_hmac=self._digest(code),
            role=role,
            name=name,
            unit=unit,
            tier=tier,
            invited_by=by,
            created_at=self._now,
            expires_at=expires_at,
            staff_id=staff_id,
        )
        self._session.add(invitation)
        await self._session.flush()
        self._audit.record("invited", by=by, invitation=invitation.id, role=role, unit=unit, tier=tier)
        return invitation

    async def invitation(self, code: str) -> Invitation | None:
        """The invitation with this code, locked: two who send it at once do not both get in."""
        found = await self._session.execute(
            select(Invitation).where(Invitation.code_hmac == self._digest(code)).with_for_update()
        )
        return found.scalar_one_or_none()

    async def open_invitations(self) -> list[Invitation]:
        """Not used and still good, oldest first."""
        found = await self._session.execute(
            select(Invitation)
            .where(Invitation.used_at.is_(None), Invitation.expires_at > self._now)
            .order_by(Invitation.id)
        )
        return list(found.scalars())

    async def redeem(self, invitation: Invitation, person_id: int, *, foreign: bool) -> Staff:
        """The person works here now, in that role beside those they had. Who is of the office stays of it."""
        staff = (await self._session.execute(select(Staff).where(Staff.person_id == person_id))).scalar_one_or_none()
        if staff is None:
            staff = Staff(person_id=person_id, name=invitation.name, roles=[], foreign=foreign, joined_at=self._now)
            self._session.add(staff)
        elif staff.left_at is not None:  # they come back: what they were before is over
            staff.roles, staff.left_at, staff.joined_at = [], None, self._now
            staff.unit = staff.tier = staff.superior_id = staff.substitute_id = None
        staff.foreign = foreign and (staff.foreign or not staff.roles)
        staff.name = invitation.name
        staff.roles = [*staff.roles, *(role for role in (invitation.role,) if role not in staff.roles)]
        staff.unit, staff.tier = invitation.unit or staff.unit, invitation.tier or staff.tier
        await self._session.flush()
        invitation.used_at, invitation.staff_id = self._now, staff.id
        await self._session.flush()
        self._audit.record("joined", by=staff.ref, invitation=invitation.id, role=invitation.role, unit=staff.unit)
        return staff

    async def join(self, invitation: Invitation, contact: Contact) -> Staff:
        """The contact is another chat of the member whom the invitation names; what was filed there is theirs."""
        assert invitation.staff_id is not None
        staff = await self.get(invitation.staff_id)
        before = contact.person_id
        contact.person = await self._session.get_one(Person, staff.person_id)
        await self._session.execute(update(Case).where(Case.person_id == before).values(person_id=staff.person_id))
        invitation.used_at = self._now
        await self._session.flush()
        self._audit.record("chat_joined", by=staff.ref, invitation=invitation.id, channel=contact.channel)
        return staff

    async def of_person(self, person_id: int) -> Staff | None:
        """Who on the staff this person is; None for citizens and for those who left."""
        found = await self._session.execute(select(Staff).where(Staff.person_id == person_id, Staff.left_at.is_(None)))
        return found.scalar_one_or_none()

    async def everybody(self) -> list[Staff]:
        """All who work here now, in the order in which they came."""
        found = await self._session.execute(select(Staff).where(Staff.left_at.is_(None)).order_by(Staff.id))
        return list(found.scalars())

    async def with_those_who_left(self) -> list[Staff]:
        return list((await self._session.execute(select(Staff).order_by(Staff.id))).scalars())

    async def get(self, staff_id: int) -> Staff:
        """Also somebody who left: cases and entries still name them."""
        return await self._session.get_one(Staff, staff_id)

    async def by_ref(self, ref: str) -> Staff | None:
        """Whom an entry names; None for "citizen", "clock" and the like."""
        kind, _, number = ref.partition(":")
        return await self._session.get(Staff, int(number)) if kind == "staff" and number.isdecimal() else None

    async def contact_of(self, staff: Staff, channel: str | None = None) -> Contact | None:
        """Where they are reached: the chat they used last, or the one in `channel`; None when they blocked us there."""
        wanted = Contact.channel.not_in(_NO_DESK) if channel is None else Contact.channel == channel
        found = await self._session.execute(
            select(Contact)
            .where(Contact.person_id == staff.person_id, Contact.blocked_at.is_(None), wanted)
            .order_by(Contact.last_inbound_at.desc().nulls_last(), Contact.id.desc())
            .limit(1)
        )
        return found.scalar_one_or_none()

    async def leave(self, staff: Staff, first: date, last: date, substitute_id: int | None, *, by: str) -> None:
        """On leave from the first to the last day, both included; the substitute acts meanwhile."""
        staff.away_from, staff.away_until, staff.substitute_id = first, last, substitute_id
        await self._session.flush()
        self._audit.record("away", by=by, staff=staff.id, first=first, last=last, substitute=substitute_id)

    async def back(self, staff: Staff, *, by: str) -> None:
        staff.away_from = staff.away_until = None
        await self._session.flush()
        self._audit.record("back", by=by, staff=staff.id)

    async def put_under(self, staff: Staff, superior_id: int, *, by: str) -> None:
        """Whom they report to, where it is not whoever stands above on the ladder."""
        staff.superior_id = superior_id
        await self._session.flush()
        self._audit.record("put_under", by=by, staff=staff.id, superior=superior_id)

    async def end(self, staff: Staff, *, by: str) -> None:
        """They do not work here any more. What they did stays under their name."""
        staff.left_at = self._now
        # What they invited to is void, or they could let themselves in again.
        theirs = update(Invitation).where(Invitation.invited_by == staff.ref, Invitation.used_at.is_(None))
        await self._session.execute(theirs.values(expires_at=self._now))
        await self._session.flush()
        self._audit.record("left", by=by, staff=staff.id)

    def _digest(self, code: str) -> bytes:
        return self._vault.blind("invitation.code", code)
