"""What WhatsApp refuses outside its 24 hours: held until the person writes; one template says that there is news."""

from messages.envelope import Outgoing
from storage.tables import Posting
from storage.work import Work


async def hold_with_notice(work: Work, posting: Posting) -> None:
    """Hold it; put the template in the outbox, unless one has gone since the person last wrote.

    The template names a report: what belongs to none waits without being announced.
    """
    held = await work.outbox.hold(posting)
    if not held or posting.case_id is None or await work.outbox.notice_waits(posting.contact):
        return
    number = await work.cases.number_of(posting.case_id)
    # The template's own words, in Indonesian whatever the chat's language: it was approved like that.
    text = f"Ada kabar untuk laporan {number}. Balas BACA untuk membukanya."
    message = Outgoing(lines=(text,), ids=("template-notice",), template={"name": "notice", "1": number})
    await work.outbox.put(posting.contact, message, case_id=posting.case_id, purpose="notice")
