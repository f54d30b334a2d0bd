"""An outgoing message as the outbox keeps it, and back."""

from typing import Any

from messages.envelope import Choice, Outgoing, OutgoingFile


def outgoing_to_json(message: Outgoing) -> dict[str, Any]:
    return {
        "lines": list(message.lines),
        "choices": [[c.key, c.label, c.number] for c in message.choices],
        "files": [[f.attachment_id, f.name, f.media_type] for f in message.files],
        "ids": list(message.ids),
        "template": dict(message.template),
        "topic": message.topic,
        "captioned": message.captioned,
        "announced": message.announced,
    }


def outgoing_from_json(body: dict[str, Any] | None) -> Outgoing:
    """A message as it was put; an erased one is empty."""
    body = body or {}
    return Outgoing(
        lines=tuple(body.get("lines", ())),
        choices=tuple(Choice(key, label, number) for key, label, number in body.get("choices", ())),
        files=tuple(OutgoingFile(*file) for file in body.get("files", ())),
        ids=tuple(body.get("ids", ())),
        template=body.get("template", {}),
        topic=body.get("topic", ""),
        captioned=body.get("captioned", False),
        announced=body.get("announced", ""),
    )
