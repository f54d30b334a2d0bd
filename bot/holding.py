"""What WhatsApp refuses outside its 24 hours: held until the person writes; one template says that there is news."""

from messages.envelope import Outgoing
from storage.outgoing import outgoing_from_json
from storage.tables import Posting
from storage.work import Work


async def hold_with_notice(work: Work, posting: Posting) -> None:
    """Hold it; put the template in the outbox, unless one has gone since the person last wrote.

    The template names a report, or tells of a digest in its one line; what is neither waits without being announced.
    """
    held = await work.outbox.hold(posting)
    if not held:
        return
    digest = outgoing_from_json(posting.body)
    if digest.announced:
        variables = {"name": "digest", "1": digest.announced}
        said = Outgoing((digest.announced,), files=digest.files[:1], ids=("template-digest",), template=variables)
        await work.outbox.put(posting.contact, said, purpose="digest", expires_at=posting.expires_at)
        return
    if posting.case_id is None or await work.outbox.notice_waits(posting.contact):
        return
    number = await work.cases.number_of(posting.case_id)
    # The template's own words, in Indonesian whatever the chat's language: it was approved like that.
    text = f"Ada kabar untuk laporan {number}. Balas BACA untuk membukanya."
    message = Outgoing(lines=(text,), ids=("template-notice",), template={"name": "notice", "1": number})
    await work.outbox.put(posting.contact, message, case_id=posting.case_id, purpose="notice")
