"""An answer to the open question of a form, and what else may come in its place."""

from handlers.add import ADD
from handlers.form import Form, Heard, ask, end, hear, name_files
from handlers.forms import GIVES_WAY, present_question
from handlers.idle import hear_idle
from handlers.intake.files import files_added
from handlers.intake.form import AS_IS, INTAKE
from handlers.intake.report import Report
from handlers.say import Say, line
from handlers.survey.nine import SURVEY
from handlers.turn import Turn
from messages import vocabulary
from rules.understanding.understood import Gist

_STORY_WORDS = 6
_ANOTHER_MATTER = (
    "satu lagi",
    "oh iya satu lagi",
    "sama satu lagi",
    "terus satu lagi",
    "aya deui",
    "hiji deui",
    "one more thing",
)


async def answered(turn: Turn, form: Form, heard: Heard) -> list[Say]:
    """What to say to it. Raises nothing of its own: what is refused is said by the form."""
    talk = turn.talk
    if heard.value == AS_IS or (form is INTAKE and _as_is(turn, heard)):
        talk.answers = {**talk.answers, AS_IS: True}
        return [await ask(turn, form)]
    if form is SURVEY and turn.attachments:  # nothing is asked there that a file could answer
        end(turn)
        name_files(turn)
        return await hear_idle(turn, heard)
    if heard.value is None and not heard.text.strip():
        wordless = await _wordless(turn, form)
        if wordless is not None:
            return wordless
    if heard.value is None and form in GIVES_WAY and _gives_way(turn, form, heard.text):
        end(turn)
        return await hear_idle(turn, heard)
    if form is INTAKE and _another_matter(heard.text) and present_question(turn) != "story":
        talk.answers = {**talk.answers, "other": [*talk.answers.get("other", []), heard.text]}
        return [await ask(turn, form, line("intake-other-later"))]
    return await hear(turn, form, heard)


async def _wordless(turn: Turn, form: Form) -> list[Say] | None:
    """Files, a place, a card: no wrong answer to what was asked. None where the question takes them."""
    if turn.attachments:
        if form is INTAKE and present_question(turn) not in ("story", "review"):
            return [await ask(turn, form, *files_added(turn))]
        return None
    if form is ADD and "location" in turn.facts:
        return None
    return [await ask(turn, form)]


def _as_is(turn: Turn, heard: Heard) -> bool:
    """In its own words, or by assent right after it was offered."""
    offered = any(str(choice["key"]).endswith(f".{AS_IS}") for choice in turn.talk.offered)
    said = vocabulary.means(heard.text, AS_IS, *(("send", "yes") if offered else ()))
    return said is not None and Report(turn.talk.answers).has_substance


def _gives_way(turn: Turn, form: Form, text: str) -> bool:
    """To a story; a survey, when no answer came twice, also to a few words that are about some matter."""
    again = form is SURVEY and turn.talk.misses > 0
    return _tells_a_story(turn, text) or (
        again and turn.office.reader.read(text, turn.today).classification is not None
    )


def _tells_a_story(turn: Turn, text: str) -> bool:
    return len(text.split()) >= _STORY_WORDS and turn.office.reader.gist(text) is Gist.STORY


def _another_matter(text: str) -> bool:
    said = text.casefold().lstrip()
    return len(said.split()) >= 5 and said.startswith(_ANOTHER_MATTER)
