"""What stands before the first question of a report: the greeting returned, who answers, one word for the feeling."""

from datetime import timedelta
from typing import Any

from handlers.say import Line, line
from handlers.turn import Turn

_SALAM = {"salam", "sampurasun", "morning", "noon", "afternoon", "evening"}
_REMEMBERED = timedelta(hours=12)


def opening_lines(turn: Turn, answers: dict[str, Any]) -> tuple[Line, ...]:
    """Together with the first question, never a message of its own. Who answers here is not said twice in a row."""
    if answers.get("introduced"):
        return ()
    answers["introduced"] = True
    last, turn.contact.introduced_at = turn.contact.introduced_at, turn.now
    known = last is not None and turn.now - last < _REMEMBERED
    said = turn.office.reader.read(_first_words(answers, turn), turn.today)
    office = turn.office.profile.short_name
    if said.angry:
        return (line("feeling-waited" if said.waited_days else "feeling-angry", office=office),)
    if said.greeting in _SALAM:
        return (line(f"intro-{said.greeting}", office=office),)
    return () if known else (line("intro", office=office),)


def _first_words(answers: dict[str, Any], turn: Turn) -> str:
    pieces = answers.get("pieces") or []
    return str(pieces[0]["text"]) if pieces else turn.inbound.text
