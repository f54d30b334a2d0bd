"""All forms by name, and the one that is open in a talk."""

from handlers.add import ADD
from handlers.complete import COMPLETE
from handlers.desk.commands import FORMS_OF_THE_DESK
from handlers.form import Form, end
from handlers.intake.form import INTAKE
from handlers.mydata import MY_DATA
from handlers.status import CODE
from handlers.survey.nine import SURVEY
from handlers.turn import Turn

FORMS: dict[str, Form] = {
    form.name: form for form in (INTAKE, COMPLETE, CODE, ADD, MY_DATA, SURVEY, *FORMS_OF_THE_DESK)
}
# A new story told while one of these is open is a story, not a wrong answer.
GIVES_WAY = (CODE, MY_DATA, SURVEY)


def open_form(turn: Turn) -> Form | None:
    """The form that is open. One of an older version is read with today's questions: answers keep their names.

    A form of the desk ends when whoever had it open does not work here any more.
    """
    form = FORMS.get(turn.talk.form)
    if form in FORMS_OF_THE_DESK and turn.member is None:
        end(turn)
        return None
    return form


def present_question(turn: Turn) -> str:
    """The name of the question that is open; "" when none is."""
    form = open_form(turn)
    return form.current(turn.talk.answers).name if form else ""
