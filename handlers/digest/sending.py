"""Digests on their schedule: each superior once a working day at most, at the minute they chose."""

from dataclasses import dataclass
from datetime import date, datetime

from handlers.desk.desk import Desk
from handlers.digest.make import Made, make, said, scope_of
from messages.speech import Words
from rules.days import JAKARTA, local_date
from rules.office import Office
from rules.periods import PeriodKind, digest_of
from rules.roles import Right
from storage.away import others_go_on
from storage.database import Database
from storage.digests import Wish
from storage.figures import Scope
from storage.tables import Contact, Staff
from storage.work import Work


@dataclass(frozen=True, slots=True)
class _Due:
    staff_id: int
    kind: PeriodKind
    scope: Scope
    language: str


def gets_digests(member: Staff) -> bool:
    """Superiors of the own office."""
    return Right.ASSIGN in member.rights and not member.foreign


async def send_digests(database: Database, office: Office, now: datetime) -> int:
    """How many went into the outbox. Any number of processes may ask at any time; on a day off nothing is due.

    What is the same for several readers is counted and drawn once, before anything is locked.
    """
    today = local_date(now)
    if not office.calendar.is_working_day(today) or now.astimezone(JAKARTA).time() >= office.profile.closes:
        return 0
    async with database.reading(now) as work:
        due = await _due(work, office, now)
    made: dict[tuple[PeriodKind, Scope, str], Made] = {}
    sent = 0
    for one in due:
        key = (one.kind, one.scope, one.language)
        with others_go_on("a digest could not be made", staff=one.staff_id):
            if key not in made:
                async with database.reading(now) as work:
                    made[key] = await make(Desk(work, office, now), one.kind, one.scope, Words(one.language))
            async with database.work(now) as work:
                if await _put(Desk(work, office, now), one, made[key]):
                    await work.commit()
                    sent += 1
    return sent


async def _due(work: Work, office: Office, now: datetime) -> list[_Due]:
    """Who gets which digest now and has not got it yet."""
    local, today = now.astimezone(JAKARTA), local_date(now)
    minute = local.hour * 60 + local.minute
    found = []
    for member in await work.team.everybody():
        if not gets_digests(member) or member.is_away(today):
            continue
        wish = await work.digests.of(member)
        kind = digest_of(today, wish.kinds, office.calendar)
        if kind is None or minute < wish.minute or await work.jobs.is_claimed(*_slot(member, today)):
            continue
        contact = await _contact(work, member, wish)
        if contact is not None:
            found.append(_Due(member.id, kind, await scope_of(work, member, wish), contact.person.language))
    return found


async def _put(desk: Desk, due: _Due, made: Made) -> bool:
    """The message into the outbox; False when another process was faster, or they are gone."""
    member = await desk.work.team.get(due.staff_id)
    contact = await _contact(desk.work, member, await desk.work.digests.of(member))
    if contact is None or not await desk.work.jobs.claim(*_slot(member, desk.today)):
        return False
    await desk.send([await said(desk, member, contact, made)])
    return True


async def _contact(work: Work, member: Staff, wish: Wish) -> Contact | None:
    """The chat they chose; the one used last where they cannot be reached by it any more."""
    chosen = await work.team.contact_of(member, wish.channel) if wish.channel else None
    return chosen or await work.team.contact_of(member)


def _slot(member: Staff, day: date) -> tuple[str, str]:
    return f"digest:{member.id}", day.isoformat()
