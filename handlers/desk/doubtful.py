"""What was sent and never confirmed: after a day its writer hears that it may not have arrived, and what to do.

An SMS ends with "sent" in many networks, WhatsApp may wait for a telephone that is off, a web page for being opened
(DECISIONS: only "sent" after 24 hours is uncertain). It counts as soon as it does arrive.
"""

from datetime import datetime, timedelta

from handlers.desk.arrivals import tell_writer
from handlers.desk.desk import Desk
from handlers.desk.screen import action, head_with
from handlers.say import line
from rules.office import Office
from storage.away import others_go_on
from storage.database import Database
from storage.deliveries import SENT
from storage.tables import Case

AFTER = timedelta(hours=24)
_TO_COMPLAINANT = ("reply", "question", "acknowledgement", "referral")
_TOLD = "doubted"  # in the entry: its writer was told


async def doubt_what_was_sent(database: Database, office: Office, now: datetime) -> int:
    """Tell the writers, once each; how many were told."""
    async with database.reading(now) as work:
        open_ones = [(case_id, entry_id) for case_id, entry_id, far in await work.cases.on_their_way() if far == SENT]
    told = 0
    for case_id, entry_id in open_ones:
        with others_go_on("a doubtful sending cannot be told of", entry=entry_id):
            async with database.work(now) as work:
                told += await _told_of(Desk(work, office, now), await work.cases.locked(case_id), entry_id)
                await work.commit()
    return told


async def _told_of(desk: Desk, case: Case, entry_id: int) -> bool:
    """Whether the writer of this entry of the case (locked) is told now."""
    entry = await desk.work.cases.entry(entry_id)
    body = entry.body
    late = entry.delivery == SENT and entry.kind in _TO_COMPLAINANT and desk.now - entry.at > AFTER
    if not late or body is None or body.get(_TOLD) or case.erased_at is not None:
        return False
    entry.body = {**body, _TOLD: True}
    what_now = line("desk-by-hand-phone", phone=case.phone) if case.phone else line("desk-by-hand")
    record = line("desk-by-hand-record", number=case.number)
    lines = (head_with(desk, case, line("desk-doubtful")), what_now, record)
    await tell_writer(desk, case, entry, lines, (action("finish", case, label="desk-do-told"),))
    return True
