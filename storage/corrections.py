"""What officers corrected: the text as it was read, from what, to what. `aduan train` learns of it."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from rules.components import Component
from storage.audit import Audit
from storage.tables import Case, Correction
from storage.topics import touched


class Corrections:
    """Kept as long as the case's own words: erasing a person erases their text here, too (`Cases.erase`)."""

    def __init__(self, session: AsyncSession, audit: Audit, now: datetime) -> None:
        self._session = session
        self._audit = audit
        self._now = now

    async def correct(self, case: Case, component: Component, *, by: str) -> Correction | None:
        """The case (locked) is about `component`; None when it was of that already, and nothing changes.

        The second component stays, unless it is the new first.
        """
        if case.component == component:
            return None
        correction = Correction(
            case_id=case.id, at=self._now, by=by, before=case.component, after=component, text=case.story
        )
        self._session.add(correction)
        case.component, case.component_by = component, by
        if case.second_component == component:
            case.second_component = None
        await touched(self._session, case, self._now)
        self._audit.record(
            "classified", by=by, case_number=case.number, before=correction.before, after=correction.after
        )
        return correction

    async def last_words(self) -> list[tuple[Correction, Case]]:
        """The last correction of each case, oldest first; none whose words were erased."""
        last = select(func.max(Correction.id)).group_by(Correction.case_id)
        found = await self._session.execute(
            select(Correction, Case)
            .join(Case, Case.id == Correction.case_id)
            .where(Correction.id.in_(last), Correction.text.is_not(None))
            .order_by(Correction.id)
        )
        return [(correction, case) for correction, case in found.all()]
