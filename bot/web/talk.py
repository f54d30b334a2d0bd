"""A talk as the page shows it: what was said and answered, in order, as plain JSON."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from messages.envelope import Channel, Outgoing
from storage.outgoing import outgoing_from_json
from storage.tables import InboundMessage, Posting
from storage.work import Work

Said = dict[str, Any]
_ROWS = 200


async def talk_of(work: Work, address: str) -> list[Said] | None:
    """What was said and answered, oldest first; None when nobody is known by that address."""
    contact = await work.contacts.find(Channel.WEB, address)
    if contact is None:
        return None
    heard = await work.inbox.talk_of(contact.id, _ROWS)
    told = await work.outbox.shown_to(contact.id, limit=_ROWS)
    return merged(heard, told)


def merged(heard: Iterable[InboundMessage], told: Sequence[Posting]) -> list[Said]:
    """Both sides in order of time; an answer stands after what it answers, even if kept in one instant.

    Where one side was cut off at the row limit, what is older on the other side is still shown.
    """
    answers = [(posting, outgoing_from_json(posting.body)) for posting in told]
    labels = {choice.key: choice.label for _, message in answers for choice in message.choices}
    rows: list[tuple[datetime, int, int, Said]] = []
    for row in heard:
        said = person_said(row, labels)
        if said is not None:
            rows.append((row.stored_at, 0, row.id, said))
    for posting, message in answers:
        if message.lines or message.files:
            rows.append((posting.created_at, 1, posting.id, office_said(posting, message)))
    rows.sort(key=lambda row: row[:3])
    return [said for *_, said in rows]


def person_said(row: InboundMessage, labels: dict[str, str]) -> Said | None:
    """What a person said; None for what was erased or held no words."""
    body = row.body or {}
    label = body.get("label") or labels.get(body.get("choice") or "", "")
    said = {
        "from": "person",
        "client_id": row.provider_id,
        "at": row.at.isoformat(),
        "text": body.get("text") or "",
        "label": label,
        "files": [
            {"name": file.get("name") or "", "kind": file.get("kind") or "document"} for file in body.get("files") or ()
        ],
    }
    return said if said["text"] or label or said["files"] else None


def office_said(posting: Posting, message: Outgoing | None = None) -> Said:
    """What the office said, as the stream sends it too."""
    message = outgoing_from_json(posting.body) if message is None else message
    return {
        "from": "office",
        "id": posting.id,
        "at": posting.created_at.isoformat(),
        "lines": list(message.lines),
        "choices": [{"key": choice.key, "label": choice.label, "number": choice.number} for choice in message.choices],
        "files": [{"name": file.name, "media_type": file.media_type} for file in message.files],
    }
