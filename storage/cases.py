"""The register: one series of numbers, every case with its clock, its entries, its followers and its audit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from rules.days import local_date
from rules.kind import Kind
from rules.lifecycle import State
from rules.number import RegisterNumber
from storage.audit import REGISTERED, Audit
from storage.clocks import Clocks
from storage.entries import Entries
from storage.tables import Case, CaseClock, CaseEntry, CaseFollower, CaseTerm, Contact, Correction, Counter, Route
from storage.topics import touched
from storage.upsert import insert_into
from storage.vault import Vault

# States in which nothing more is expected of the office.
ENDED = (State.CLOSED, State.REFERRED, State.MERGED)
# What is erased with a person.
_PERSONAL = (
    "story",
    "name",
    "organisation",
    "address",
    "nik",
    "phone",
    "on_behalf_of",
    "late_reason",
    "classification",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """What is known when a draft becomes a case. Instants are aware; see `storage.tables.Case` for the fields."""

    kind: Kind
    reasons: tuple[str, ...]
    story: str
    progress: str
    component: str
    second_component: str | None
    component_by: str
    classification: dict[str, Any] | None
    service_id: str | None
    received_on: date | None
    received_about: date | None
    complete_on: date | None
    breach: list[dict[str, Any]]
    name: str | None
    organisation: str | None
    address: str | None
    nik: str | None
    phone: str | None
    on_behalf_of: str | None
    late_reason: str | None
    secret: bool
    flags: tuple[str, ...]
    brought_at: datetime
    registered_at: datetime


class Cases(Clocks, Entries):
    """The cases themselves, (`Clocks`) the rounds in which the office owes a reply, and (`Entries`) what is written on
    them."""

    def __init__(self, session: AsyncSession, vault: Vault, audit: Audit, now: datetime) -> None:
        super().__init__(session, audit, now)
        self._vault = vault

    async def register(
        self,
        new: NewCase,
        *,
        person_id: int,
        contact: Contact | None,
        channel: str,
        draft: str,
        language: str,
        prefix: str,
        code: str,
        by: str = "citizen",
    ) -> Case:
        """Give it the next number of its Jakarta year and write it down. The clock is started by `start_clock`.

        `contact`: where it was sent from and the news go; None for what came by letter, telephone or counter, which an
        officer (`by`) wrote down. `channel`: the way it came in.
        """
        year = local_date(new.registered_at).year
        running = await self._next_running(year)
        case = Case(
            number=str(RegisterNumber(prefix, year, running)),
            year=year,
            running=running,
            state=State.NEW,
            person_id=person_id,
            contact_id=contact.id if contact else None,
            draft=draft,
            channel=channel,
            language=language,
            code_hmac=None,
            received_at=None,
            updated_at=self._now,
            clocks=[],
            **{name: getattr(new, name) for name in NewCase.__dataclass_fields__ if name not in ("reasons", "flags")},
            reasons=list(new.reasons),
            flags=list(new.flags),
        )
        self.set_code(case, code)
        self._session.add(case)
        await self._session.flush()
        if contact is not None:
            await self.follow(case, contact)
        self._audit.record(
            REGISTERED,
            by=by,
            case_number=case.number,
            kind=case.kind,
            reasons=case.reasons,
            channel=case.channel,
            component=case.component,
            service=case.service_id,
            secret=case.secret,
            breach=case.breach,
            story=self._audit.commitment("case.story", case.story),
            identity=self._audit.commitment("case.identity", identity_text(case)),
        )
        return case

    async def running_clocks(self, other_than: str) -> list[tuple[int, int]]:
        """(case id, clock id) of open rounds that were counted with another calendar."""
        found = await self._session.execute(
            select(CaseClock.case_id, CaseClock.id)
            .join(Case, Case.id == CaseClock.case_id)
            .where(
                CaseClock.answered_at.is_(None),
                CaseClock.ended_at.is_(None),
                CaseClock.calendar != other_than,
                Case.kind == Kind.COMPLAINT,
                Case.state.not_in(ENDED),
            )
            .order_by(CaseClock.id)
        )
        return [(case_id, clock_id) for case_id, clock_id in found.all()]

    async def running_rounds(self) -> list[tuple[date, int, date]]:
        """(first day, working days, due) of every open round."""
        found = await self._session.execute(
            select(CaseClock.start, CaseClock.working_days, CaseClock.due)
            .join(Case, Case.id == CaseClock.case_id)
            .where(
                CaseClock.answered_at.is_(None),
                CaseClock.ended_at.is_(None),
                Case.kind == Kind.COMPLAINT,
                Case.state.not_in(ENDED),
            )
        )
        return [(start, days, due) for start, days, due in found.all()]

    async def locked(self, case_id: int) -> Case:
        """Locked against changes, but not against what only refers to it: a notice in the outbox need not wait."""
        return await self._session.get_one(Case, case_id, with_for_update={"key_share": True}, populate_existing=True)

    async def number_of(self, case_id: int) -> str:
        """Its register number, which never changes, without a lock: for whoever holds another one already."""
        found = await self._session.execute(select(Case.number).where(Case.id == case_id))
        return found.scalar_one()

    async def by_number(self, number: RegisterNumber) -> Case | None:
        found = await self._session.execute(select(Case).where(Case.number == str(number)))
        return found.scalar_one_or_none()

    async def from_draft(self, contact: Contact, draft: str) -> Case | None:
        """The case that a run of the form became, if it did."""
        found = await self._session.execute(select(Case).where(Case.contact_id == contact.id, Case.draft == draft))
        return found.scalar_one_or_none()

    async def registered_after(self, case_id: int, limit: int) -> list[Case]:
        """The next ones in the order of their registration, behind the one with this id (0: from the first).

        Locked like `locked`: who erases one meanwhile waits, and nothing of it is written again afterwards.
        """
        rows = select(Case).where(Case.id > case_id).order_by(Case.id).limit(limit).with_for_update(key_share=True)
        return list((await self._session.execute(rows)).scalars())

    async def newest(self) -> int:
        """The id of the newest case; 0 when there is none."""
        return (await self._session.execute(select(func.max(Case.id)))).scalar_one() or 0

    async def of_person(self, person_id: int, limit: int = 500) -> list[Case]:
        """The person's own cases, newest first."""
        found = await self._session.execute(
            select(Case).where(Case.person_id == person_id).order_by(Case.id.desc()).limit(limit)
        )
        return list(found.scalars())

    async def followed_by(self, contact: Contact, limit: int = 500) -> list[Case]:
        """Cases of which this contact gets the news, newest first."""
        found = await self._session.execute(
            select(Case)
            .join(CaseFollower, CaseFollower.case_id == Case.id)
            .where(CaseFollower.contact_id == contact.id, CaseFollower.stopped_at.is_(None))
            .order_by(Case.id.desc())
            .limit(limit)
        )
        return list(found.scalars())

    async def complainants(self, case: Case) -> set[int]:
        """The ids of the persons whose matter it is: who brought it, and whose report was merged into it."""
        merged = await self._session.execute(select(Case.person_id).where(Case.merged_into_id == case.id))
        return {case.person_id, *merged.scalars()}

    async def follow(self, case: Case, contact: Contact) -> None:
        insert = insert_into(self._session, CaseFollower).values(
            case_id=case.id, contact_id=contact.id, since=self._now
        )
        await self._session.execute(
            insert.on_conflict_do_update(index_elements=["case_id", "contact_id"], set_={"stopped_at": None})
        )

    async def unfollow(self, contact: Contact, case: Case | None = None) -> int:
        """No more news here, of one case or of all; how many it were."""
        stop = update(CaseFollower).where(CaseFollower.contact_id == contact.id, CaseFollower.stopped_at.is_(None))
        if case is not None:
            stop = stop.where(CaseFollower.case_id == case.id)
        stopped = await self._session.execute(stop.values(stopped_at=self._now).returning(CaseFollower.id))
        return len(stopped.all())

    async def followers(self, case: Case) -> list[Contact]:
        found = await self._session.execute(
            select(Contact)
            .join(CaseFollower, CaseFollower.contact_id == Contact.id)
            .where(
                CaseFollower.case_id == case.id,
                CaseFollower.stopped_at.is_(None),
                Contact.blocked_at.is_(None),
            )
            .order_by(CaseFollower.id)
        )
        return list(found.scalars())

    async def became(self, case: Case, kind: Kind, reasons: Iterable[str], *, by: str, why: str) -> None:
        """Suggestion to complaint or back. The number stays."""
        before, case.kind, case.reasons = case.kind, kind, list(reasons)
        if kind is Kind.SUGGESTION:
            await self.end_clock(case)
        await touched(self._session, case, self._now)
        self._audit.record(
            "kind_changed",
            by=by,
            case_number=case.number,
            before=before,
            after=kind,
            why=why,
            identity=self._audit.commitment("case.identity", identity_text(case)),
        )

    async def make_secret(self, case: Case, *, by: str) -> None:
        """From now on who complains is told to nobody but the officer on the case (locked)."""
        case.secret = True
        await touched(self._session, case, self._now)
        self._audit.record("made_secret", by=by, case_number=case.number)

    async def merged_into(self, case: Case) -> list[Case]:
        """The cases about the same matter that were merged into this one."""
        found = await self._session.execute(select(Case).where(Case.merged_into_id == case.id).order_by(Case.id))
        return list(found.scalars())

    async def move(self, case: Case, to: State, *, by: str, **facts: object) -> None:
        """The case (locked) is in another state; `rules.lifecycle.moved` has allowed it."""
        before, case.state = case.state, to
        if to in ENDED:
            await self.end_clock(case)
        await touched(self._session, case, self._now)
        self._audit.record("moved", by=by, case_number=case.number, before=before, after=to, **facts)

    async def give_to(self, case: Case, staff_id: int | None, *, by: str) -> None:
        """Somebody on the staff holds the case (locked) from now on; None: nobody."""
        before, case.holder_id = case.holder_id, staff_id
        await touched(self._session, case, self._now)
        self._audit.record("given", by=by, case_number=case.number, before=before, after=staff_id)

    def set_code(self, case: Case, code: str) -> None:
        """Only a keyed digest of the secret code is kept."""
        case.code_hmac = self._vault.blind("case.code", f"{case.number}:{code}")

    def code_matches(self, case: Case, code: str) -> bool:
        return case.code_hmac == self._vault.blind("case.code", f"{case.number}:{code}")

    def note(self, action: str, case: Case, *, by: str, **facts: object) -> None:
        """An audit entry about a case that changes nothing on it (seen, opened by code, ...)."""
        self._audit.record(action, by=by, case_number=case.number, **facts)

    async def erase(self, case: Case) -> None:
        """Erase whom and what it was about. A numbered tombstone stays in the register, and the audit stays whole."""
        for name in _PERSONAL:
            setattr(case, name, None)
        case.erased_at, case.code_hmac = self._now, None
        await self._session.execute(update(CaseEntry).where(CaseEntry.case_id == case.id).values(body=None))
        await self._session.execute(update(Route).where(Route.case_id == case.id).values(said={}))
        await self._session.execute(update(Correction).where(Correction.case_id == case.id).values(text=None))
        await self._session.execute(delete(CaseTerm).where(CaseTerm.case_id == case.id))
        await touched(self._session, case, self._now)
        self._audit.record("erased", by="citizen", case_number=case.number)

    async def count(self, kind: Kind | None = None) -> int:
        statement = select(func.count()).select_from(Case)
        if kind is not None:
            statement = statement.where(Case.kind == kind)
        return int((await self._session.execute(statement)).scalar_one())

    async def _next_running(self, year: int) -> int:
        insert = insert_into(self._session, Counter).values(year=year, value=1)
        taken = await self._session.execute(
            insert.on_conflict_do_update(index_elements=["year"], set_={"value": Counter.value + 1}).returning(
                Counter.value
            )
        )
        return int(taken.scalar_one())


def identity_text(case: Case) -> str:
    """The identity as one text, for a commitment."""
    return "\0".join(part or "" for part in (case.name, case.organisation, case.address, case.nik, case.phone))
