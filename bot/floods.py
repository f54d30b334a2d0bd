"""How much one person, and everybody together, may send: a flood must not fill the disk."""

from datetime import datetime, timedelta

from messages.envelope import Inbound
from storage.work import Work

FLOOD_WINDOW = timedelta(minutes=10)
FLOOD_MESSAGES = 120  # of one person in that window; more is kept (its beginning), but no longer answered
KEPT_OF_A_FLOOD = 500  # characters of each message
QUOTA_WINDOW = timedelta(hours=24)
QUOTA_OF_WORDS = 2 * 1024 * 1024  # bytes of text of one person in that window: more than a thousand pages
QUOTA_OF_ONE = 100 * 1024 * 1024  # bytes of files that are kept of one person in that window
QUOTA_OF_ALL = 5 * 1024 * 1024 * 1024  # and of everybody together


async def floods(work: Work, contact_id: int, now: datetime) -> bool:
    """Whether this person has sent more than anybody who has something to tell."""
    if await work.inbox.said_since(contact_id, now - FLOOD_WINDOW) > FLOOD_MESSAGES:
        return True
    return await work.inbox.bytes_since(contact_id, now - QUOTA_WINDOW) > QUOTA_OF_WORDS


async def over_quota(work: Work, contact_id: int, size: int) -> bool:
    """Whether a file of that size would be too much, of this person or of everybody together."""
    since = work.now - QUOTA_WINDOW
    if await work.attachments.bytes_since(since, contact_id) + size > QUOTA_OF_ONE:
        return True
    return await work.attachments.bytes_since(since) + size > QUOTA_OF_ALL


def beginning(inbound: Inbound) -> dict[str, object]:
    """What is kept of a message in a flood."""
    return {"text": inbound.text[:KEPT_OF_A_FLOOD], "choice": inbound.choice[:KEPT_OF_A_FLOOD]}
