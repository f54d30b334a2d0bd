"""Words that wait while the person chooses what they are for: a new report, more for a case, a suggestion."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from handlers.form import Heard, name_files
from handlers.turn import Turn


@dataclass(frozen=True, slots=True)
class Waiting:
    """`at`: when they were said, aware; judges the 30 days when they become a report."""

    heard: Heard
    at: datetime


def keep_waiting(turn: Turn, heard: Heard) -> None:
    """Keep these words, with the files that came along. Buttons that were about other words are old from now on."""
    talk = turn.talk
    if not talk.burst:  # a burst has named its files and messages already
        talk.instance = turn.new_instance()
    name_files(turn)
    talk.answers = {**_lasting(talk.answers), **waiting_answers(heard, turn.now)}


def waiting_answers(heard: Heard, at: datetime) -> dict[str, Any]:
    return {"waiting": {"pieces": [list(piece) for piece in heard.pieces], "at": at.isoformat()}}


async def take_waiting(turn: Turn) -> Waiting | None:
    """The words that wait; they wait no longer. Their messages belong to what the talk does next."""
    talk = turn.talk
    kept: Mapping[str, Any] | None = talk.answers.get("waiting")
    talk.answers = _lasting(talk.answers)
    if kept is None:
        return None
    parts = tuple((text, ref) for text, ref in kept["pieces"])
    for _, ref in parts:
        row = await turn.work.inbox.by_ref(turn.contact.id, ref) if ref else None
        if row and row.case_id is None:
            row.instance = talk.instance
    text = "\n".join(text for text, _ in parts if text.strip())
    return Waiting(Heard(text, ref=parts[-1][1], parts=parts), datetime.fromisoformat(kept["at"]))


def _lasting(answers: Mapping[str, Any]) -> dict[str, Any]:
    """What stays at hand between forms: which case was opened with its code."""
    return {"opened": answers["opened"]} if "opened" in answers else {}
