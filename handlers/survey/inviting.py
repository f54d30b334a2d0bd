"""Four times a year: in the last two weeks of a quarter those who agreed in an earlier one are invited, once.

Only whose case ended in this quarter and who was not asked yet; in office hours of working days. Where nobody may be
written to unasked, nobody is.
"""

from datetime import datetime, time, timedelta

import structlog

from handlers.say import line
from handlers.speak import put
from handlers.survey.offer import NO_SURVEY, with_offer
from messages.envelope import Channel
from rules.days import JAKARTA, local_date
from rules.office import Office
from rules.periods import Quarter
from storage.away import is_away
from storage.database import Database
from storage.tables import Contact
from storage.work import Work

log = structlog.get_logger()

# WhatsApp: within a day of their last word, else only by a template, which no survey is worth.
_AFTER_A_WORD = {Channel.WHATSAPP: timedelta(hours=23)}


async def invite_to_survey(database: Database, office: Office, now: datetime) -> int:
    """How many were invited. Asked once a day; each person in a work of their own."""
    local, today = now.astimezone(JAKARTA), local_date(now)
    quarter, profile = Quarter.of(today), office.profile
    open_now = office.calendar.is_working_day(today) and profile.opens <= local.time() < profile.closes
    if not quarter.is_ending(today) or not open_now:
        return 0
    async with database.work(now) as work:
        if not await work.jobs.claim("survey", today.isoformat()):
            return 0
        willing = await work.asked.willing(quarter)
        await work.commit()
    invited = 0
    for contacts in willing.values():
        try:
            invited += await _invite(database, now, quarter, contacts)
        except Exception as trouble:
            if is_away(trouble):
                raise
            # One that cannot be read must not keep all others from being invited.
            log.error("somebody could not be invited to the survey", error=type(trouble).__name__)
    return invited


async def _invite(database: Database, now: datetime, quarter: Quarter, contacts: list[int]) -> bool:
    async with database.work(now) as work:
        contact = await _reached(work, contacts)
        if contact is None:
            return False
        offer = line("survey-invite", quarter=quarter.roman, year=quarter.year)
        said = await with_offer(work, contact, offer=offer)
        if said is None:
            return False
        await put(work, [said.until(_end_of(quarter))], contact, None)
        await work.commit()
    return True


async def _reached(work: Work, contacts: list[int]) -> Contact | None:
    """The first of a person's contacts by which they can be asked now."""
    for contact_id in contacts:
        contact = await work.contacts.get(contact_id)
        within = _AFTER_A_WORD.get(Channel(contact.channel))
        heard = contact.last_inbound_at
        if contact.channel not in NO_SURVEY and (within is None or (heard and work.now - heard <= within)):
            return contact
    return None


def _end_of(quarter: Quarter) -> datetime:
    return datetime.combine(quarter.last + timedelta(days=1), time(), JAKARTA)
