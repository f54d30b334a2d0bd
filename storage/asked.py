"""Who was asked for an opinion, so that nobody is asked twice. What they answered is kept elsewhere, without a name."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from rules.lifecycle import State
from rules.periods import Quarter
from storage.tables import Case, CaseFollower, CaseQuestion, Contact, SurveyInvitation
from storage.upsert import insert_into

OFFERED, LATER, BEGUN, DONE, DECLINED = "offered", "later", "begun", "done", "declined"  # of an invitation
_AGREED = (LATER, DONE)


class Asked:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    # -- the one question after a case ------------------------------------------------------------------------------

    async def about_case(self, case: Case, contact: Contact, quarter: Quarter) -> bool:
        """Note that somebody is asked about a case of theirs; False when they were before."""
        insert = insert_into(self._session, CaseQuestion).values(
            case_id=case.id,
            person_id=contact.person_id,
            quarter=str(quarter),
            service_id=case.service_id,
            channel=contact.channel,
            asked_at=self._now,
            answered=False,
        )
        noted = insert.on_conflict_do_nothing(index_elements=["case_id", "person_id"]).returning(CaseQuestion.id)
        return (await self._session.execute(noted)).scalar_one_or_none() is not None

    async def question(self, case_id: int, person_id: int) -> CaseQuestion | None:
        found = await self._session.execute(
            select(CaseQuestion).where(CaseQuestion.case_id == case_id, CaseQuestion.person_id == person_id)
        )
        return found.scalar_one_or_none()

    # -- the survey of a quarter ------------------------------------------------------------------------------------

    async def invite(self, person_id: int, quarter: Quarter, status: str = OFFERED) -> bool:
        """Note that somebody is invited to the survey of the quarter; False when they were before."""
        insert = insert_into(self._session, SurveyInvitation).values(
            person_id=person_id, quarter=str(quarter), status=status, offered_at=self._now
        )
        noted = insert.on_conflict_do_nothing(index_elements=["person_id", "quarter"]).returning(SurveyInvitation.id)
        return (await self._session.execute(noted)).scalar_one_or_none() is not None

    async def invitation(self, person_id: int, quarter: Quarter) -> SurveyInvitation | None:
        found = await self._session.execute(
            select(SurveyInvitation).where(
                SurveyInvitation.person_id == person_id, SurveyInvitation.quarter == str(quarter)
            )
        )
        return found.scalar_one_or_none()

    async def invitations(self, person_id: int) -> list[SurveyInvitation]:
        """All of this person's, newest first."""
        found = await self._session.execute(
            select(SurveyInvitation).where(SurveyInvitation.person_id == person_id).order_by(SurveyInvitation.id.desc())
        )
        return list(found.scalars())

    async def willing(self, quarter: Quarter) -> dict[int, list[int]]:
        """Whom to invite now, with the contacts where they hear of their case: a case of theirs ended in the quarter,
        they agreed in an earlier one, and they were not invited in this. Of a secret case nobody writes unasked.
        """
        agreed = select(SurveyInvitation.person_id).where(
            SurveyInvitation.status.in_(_AGREED), SurveyInvitation.quarter < str(quarter)
        )
        invited = select(SurveyInvitation.person_id).where(SurveyInvitation.quarter == str(quarter))
        found = await self._session.execute(
            select(CaseQuestion.person_id, Contact.id)
            .join(Case, Case.id == CaseQuestion.case_id)
            .join(CaseFollower, CaseFollower.case_id == Case.id)
            .join(Contact, Contact.id == CaseFollower.contact_id)
            .where(
                CaseQuestion.quarter == str(quarter),
                CaseQuestion.person_id.in_(agreed),
                CaseQuestion.person_id.not_in(invited),
                Contact.person_id == CaseQuestion.person_id,
                CaseFollower.stopped_at.is_(None),
                Contact.blocked_at.is_(None),
                Case.erased_at.is_(None),
                Case.secret.is_(False),
                Case.state.in_((State.ANSWERED, State.CLOSED)),
            )
            .distinct()
            .order_by(CaseQuestion.person_id, Contact.id.desc())
        )
        willing: dict[int, list[int]] = {}
        for person_id, contact_id in found.all():
            willing.setdefault(person_id, []).append(contact_id)
        return willing

    async def forget(self, person_id: int) -> None:
        """Erase that this person was ever asked."""
        await self._session.execute(delete(CaseQuestion).where(CaseQuestion.person_id == person_id))
        await self._session.execute(delete(SurveyInvitation).where(SurveyInvitation.person_id == person_id))
