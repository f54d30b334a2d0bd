"""The intake form: its questions in the order in which they are asked."""

from typing import Any

from handlers.form import Asked, Form
from handlers.intake.cancel import CANCEL
from handlers.intake.matter import KIND, OWN, SERVICE, STORY
from handlers.intake.review import CHANGING, REVIEW
from handlers.intake.when import WHEN
from handlers.intake.who import NAME, PLACE
from handlers.say import Option, line
from handlers.turn import Turn

AS_IS = "as_is"


def _stuck(turn: Turn, answers: dict[str, Any]) -> Asked:
    """No third try: send it as it is, an officer completes it."""
    if not answers.get("pieces"):
        return Asked(())
    return Asked((line("form-stuck"),), (Option(AS_IS, line("choice-as-is")),))


INTAKE = Form("intake", 1, (CANCEL, CHANGING, STORY, OWN, KIND, SERVICE, WHEN, NAME, PLACE, REVIEW), _stuck)
