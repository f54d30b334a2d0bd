"""The questions about the complainant: a name, a village; both refused by one button, both kept secret by another."""

from typing import Any

from handlers.form import Asked, Heard, Missed, Outcome, Question, Took
from handlers.intake.matter import add_to_story, complains
from handlers.intake.opening import opening_lines
from handlers.intake.report import CITIZEN, Report
from handlers.say import Line, Option, line
from handlers.turn import Turn
from messages import vocabulary
from rules.days import local_date
from rules.kind import Why
from rules.understanding.identity import without_nik
from rules.understanding.understood import Gist, whole_address

ANONYMOUS, SECRET = "anonymous", "secret"
_SENTENCE = 4  # words without a name from which an answer to "your name?" is rather more of the story
_LONGEST_ADDRESS = 14
_NO_ADDRESS = (Gist.EMPTY, Gist.GREETING, Gist.THANKS, Gist.PRAISE, Gist.QUESTION)


def _anonymous() -> Option:
    return Option(ANONYMOUS, line("choice-anonymous"))


async def ask_name(turn: Turn, answers: dict[str, Any]) -> Asked:
    """The reason comes with the question, and refusing is an equal answer. NIK is never asked."""
    report = Report(answers)
    opening = opening_lines(turn, answers)
    if answers.pop("explain_anonymous", None):
        options = (Option(SECRET, line("choice-secret-name")), _anonymous())
        return Asked((line("intake-name-explain", days=report.reply_days(turn.office)),), options)
    noticed = answers.get("noticed")
    answers["noticed"] = True
    if report.secret:
        question = line("intake-name-ask-secret") if not noticed else line("intake-name-ask-short")
        return Asked((*opening, question), (_anonymous(),))
    question = line("intake-name-ask-short") if noticed else _why_a_name(turn, report)
    return Asked((*opening, question), (_anonymous(), Option(SECRET, line("choice-secret"))))


def _why_a_name(turn: Turn, report: Report) -> Line:
    """A name obliges the office to answer in time, unless something else makes it a suggestion."""
    judged = report.judged(local_date(turn.talk.brought_at or turn.now), turn.office)
    if set(judged.reasons) <= {Why.NO_IDENTITY}:
        return line("intake-name-ask", days=report.reply_days(turn.office))
    return line("intake-name-ask-notice")


async def read_name(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    report = Report(answers)
    reader = turn.office.reader
    text = heard.text
    means = vocabulary.means(text, "anonymous", "unwilling", "secret", "skip", "unknown")
    if heard.value != SECRET and "?" in text and (reader.refuses_identity(text) or reader.wants_secret(text)):
        answers["explain_anonymous"] = True
        return Took()
    if heard.value == ANONYMOUS or means in ("anonymous", "unwilling", "skip", "unknown"):
        report.refuse_identity()
        return Took((line("intake-anonymous-noted"),))
    if heard.value == SECRET or means == "secret":
        report.answers["secret"] = True
        if not text.strip() or means == "secret":
            return Took((line("intake-secret-noted"),))
    secret_now = reader.wants_secret(text) and not report.secret
    if secret_now:
        report.answers["secret"] = True
    if reader.refuses_identity(text):
        report.refuse_identity()
        return Took((line("intake-anonymous-noted"),))
    report.note_nik(text)
    if _answers_nothing(turn, text) and not vocabulary.means(text, "secret"):
        if "?" in text and not answers.get("explained") and not answers.get("changing"):
            answers["explain_anonymous"] = answers["explained"] = True
            return Took()
        return Missed((line("intake-name-missed"),))
    said = reader.identity(text)
    place = said.address
    if said.name or said.organisation:
        report.set_name(said.name, said.organisation, by=CITIZEN)
        if place:
            report.set_place(place, by=CITIZEN)
        return Took((line("intake-secret-noted"),) if secret_now else ())
    if len(text.split()) >= _SENTENCE or complains(turn, text):
        add_to_story(turn, report, heard)
        return Took((line("intake-added-to-story"),))
    if secret_now:
        return Took((line("intake-secret-noted"),))
    return Missed((line("intake-name-missed"),))


async def ask_place(turn: Turn, answers: dict[str, Any]) -> Asked:
    report = Report(answers)
    opening = opening_lines(turn, answers)
    notice = () if answers.get("noticed") else (line("notice"),)
    answers["noticed"] = True
    if report.secret:
        return Asked((*opening, *notice, line("intake-place-ask-secret")), (_anonymous(),))
    question = "intake-place-ask-organisation" if report.organisation else "intake-place-ask"
    return Asked((*opening, *notice, line(question)), (_anonymous(),))


async def read_place(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    report = Report(answers)
    reader = turn.office.reader
    text = heard.text
    means = vocabulary.means(text, "anonymous", "unwilling", "secret", "skip", "unknown")
    if heard.value == ANONYMOUS or means in ("anonymous", "unwilling", "skip") or reader.refuses_identity(text):
        report.refuse_identity()
        return Took((line("intake-anonymous-noted"),))
    if means == "secret":
        report.answers["secret"] = True
        return Took((line("intake-secret-noted"),))
    report.note_nik(text)
    place, said = reader.place(without_nik(text))
    if place is None and (means == "unknown" or _answers_nothing(turn, text)):
        return Missed((line("intake-place-missed"),))
    if place is None and reader.wants_secret(text):
        report.answers["secret"] = True
        return Took((line("intake-secret-noted"),))
    if place is None and _is_more_of_the_story(turn, text):
        add_to_story(turn, report, heard)
        return Took((line("intake-added-to-story"),))
    label = whole_address(place, said)
    if label:
        report.set_place(label, by=CITIZEN)
        if reader.wants_secret(text) and not report.secret:
            report.answers["secret"] = True
            return Took((line("intake-secret-noted"),))
        return Took()
    return Missed((line("intake-place-missed"),))


def _answers_nothing(turn: Turn, text: str) -> bool:
    """Assent, thanks, a greeting, a question: no address, however freely one may be written."""
    said = vocabulary.means(
        text, "send", "yes", "no", "no_answer", "change", "solved", "unsolved", "today", "yesterday", slips=False
    )
    date = turn.office.reader.date(text, turn.today)
    only_a_date = date is not None and len(date.said) >= len(text.strip()) - 1
    return said is not None or only_a_date or "?" in text or turn.office.reader.gist(text) in _NO_ADDRESS


def _is_more_of_the_story(turn: Turn, text: str) -> bool:
    """A sentence that complains, or one too long for an address."""
    return len(text.split()) > _LONGEST_ADDRESS or complains(turn, text)


def _forget_name(answers: dict[str, Any]) -> None:
    answers.pop("name", None)
    answers.pop("place", None)


def _forget_place(answers: dict[str, Any]) -> None:
    answers.pop("place", None)


NAME = Question("name", lambda a: "name" not in a and not a.get("as_is"), ask_name, read_name, _forget_name)
PLACE = Question(
    "place",
    lambda a: "place" not in a and not Report(a).refuses_identity and bool(Report(a).name) and not a.get("as_is"),
    ask_place,
    read_place,
    _forget_place,
)
