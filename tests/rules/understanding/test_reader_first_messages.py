"""First messages in many voices, slot by slot: `first_messages.jsonl`, one message a line.

A slot that a line does not name is expected to be empty; `component` lists what a reasonable officer accepts.
All were written on Monday 23 November 2026; the people in them are invented.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.agency import load_office
from rules.understanding.reader import Reader
from rules.understanding.understood import Progress, Understood

MONDAY = date(2026, 11, 23)
LINES = (Path(__file__).parent / "first_messages.jsonl").read_text("utf-8").splitlines()
MESSAGES: list[dict[str, Any]] = [json.loads(line) for line in LINES]


@pytest.fixture(scope="module")
def office_reader() -> Reader:
    return load_office().reader


def heard(said: Understood) -> dict[str, object]:
    """What the message says, with a likely service taken; a permit that is still pending was not received."""
    service = said.service
    likely = service.candidates[0] if service.unsure and len(service.candidates) == 1 else None
    day = said.when.day if said.when and said.progress is not Progress.PENDING else None
    return {
        "name": said.identity.name,
        "service": service.service_id or likely,
        "kbli": service.kbli,
        "received_on": day.isoformat() if day else None,
        "secret": said.wants_secret or None,
    }


@pytest.mark.parametrize("message", MESSAGES, ids=[message["text"][:40] for message in MESSAGES])
def test_a_first_message(office_reader: Reader, message: dict[str, Any]) -> None:
    said = office_reader.read(message["text"], MONDAY)
    slots = heard(said)
    assert slots == {slot: message.get(slot) for slot in slots}


def test_the_components_of_first_messages(office_reader: Reader) -> None:
    """Learned weights are never right everywhere: at most three in a hundred may be wrong."""
    wrong = []
    for message in MESSAGES:
        said = office_reader.read(message["text"], MONDAY)
        component = said.classification.component.value if said.classification else None
        if component not in message.get("component", [None]):
            wrong.append((message["text"], component))
    assert len(wrong) <= 0.03 * len(MESSAGES), wrong
