"""One look at everything before it is sent: own words first, fields lettered A-F, each changed by its letter."""

import re
from copy import deepcopy
from typing import Any

from handlers.form import Asked, Heard, Missed, Outcome, Question, Took
from handlers.intake.corrections import corrected_field
from handlers.intake.files import files_added
from handlers.intake.matter import KIND, SERVICE, add_to_story, component_name, service_name, tell_anew
from handlers.intake.opening import opening_lines
from handlers.intake.report import Report
from handlers.intake.send import send
from handlers.intake.when import WHEN, breach_line
from handlers.intake.who import NAME, PLACE, ask_name
from handlers.say import Line, Month, Option, Quote, line
from handlers.turn import Turn
from messages import vocabulary
from rules.components import Component
from rules.days import local_date
from rules.identity import nik_in
from rules.kind import Why
from rules.understanding.understood import Progress

SEND, CHANGE, SECRET, REASON = "send", "change", "secret", "reason"
_LETTER = re.compile(r"\s*([A-Fa-f])(?:\s*$|[\s.:,)\-]+(.*))", re.DOTALL)
_THUMBS = set("👍👌✅🏻🏼🏽🏾🏿 ")
_ADDITION = 4  # words from which a text at the review is more of the story
_FIELDS = {"B": SERVICE, "C": KIND, "D": WHEN, "E": NAME, "F": PLACE}
_SHOWN_OF_STORY = 160


async def ask_review(turn: Turn, answers: dict[str, Any]) -> Asked:
    report = Report(answers)
    brought_on = local_date(turn.talk.brought_at or turn.now)
    judged = report.judged(brought_on, turn.office)
    late = Why.LATE in judged.reasons
    rows = [
        *(opening_lines(turn, answers) or (line("review-lead"),)),
        await _story_row(turn, report),
        _service_row(turn, report),
        _kind_row(report),
        _when_row(turn, report),
    ]
    rows += _who_rows(report)
    in_row_d = report.progress is Progress.PENDING
    rows += [
        breach_line(breach)
        for breach in report.breach(turn.today, turn.office)
        if breach.component is Component.FEE or not in_row_d
    ]
    if late and not answers.get("late_reason"):
        last_day = report.window(brought_on, turn.office).last_day
        rows.append(line("review-late", days=turn.office.profile.window_days, until=last_day))
    else:
        if report.name and not answers.get("noticed"):
            answers["noticed"] = True
            rows.append(line("notice"))
        rows.append(line("review-anything-wrong"))
    options = [Option(SEND, line("choice-send")), Option(CHANGE, line("choice-change"))]
    if late and not answers.get("late_reason"):
        options.append(Option(REASON, line("choice-reason")))
    elif report.name and not report.secret:
        options.append(Option(SECRET, line("choice-secret")))
    return Asked(tuple(rows), tuple(options))


async def read_review(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    report = Report(answers)
    text = heard.text.strip()
    if heard.value == SEND or vocabulary.means(text, "send") or (text and set(text) <= _THUMBS):
        return await send(turn, report)
    if heard.value == SECRET or vocabulary.means(text, "secret"):
        answers["secret"] = True
        return Took((line("intake-secret-noted"),))
    if vocabulary.means(text, "anonymous"):
        report.refuse_identity()
        return Took()
    if heard.value == CHANGE or vocabulary.means(text, "change"):
        answers["changing"] = "?"
        return Took()
    if heard.value == REASON:
        answers["changing"] = "R"
        return Took()
    lettered = _LETTER.fullmatch(text)
    if lettered and (letter := lettered[1].upper()) in _letters(report):
        start_change(report, letter)
        rest = (lettered[2] or "").strip()
        return await read_change(turn, answers, Heard(text=rest, ref=heard.ref)) if rest else Took()
    corrected = await _corrected(turn, answers, text, heard.ref) if text else None
    if corrected is not None:
        return corrected
    if not text:
        return Took(files_added(turn)) if turn.attachments else Missed()
    if turn.office.reader.wants_secret(text) and report.name and not report.secret:
        answers["secret"] = True
        return Took((line("intake-secret-noted"),))
    brought_on = local_date(turn.talk.brought_at or turn.now)
    if Why.LATE in report.judged(brought_on, turn.office).reasons and not answers.get("late_reason"):
        answers["late_reason"] = text
        return Took((line("review-reason-noted"),))
    if len(text.split()) >= _ADDITION:
        add_to_story(turn, report, heard)
        return Took((line("intake-added-to-story"),))
    return Missed((line("review-missed"),))


async def _corrected(turn: Turn, answers: dict[str, Any], text: str, ref: str) -> Outcome | None:
    """A field corrected in a sentence of its own: that field alone, where the new value is understood."""
    found = corrected_field(text)
    if found is None:
        return None
    letter, value = found
    changed = deepcopy(answers)
    if letter == "E" and Report(changed).refuses_identity:
        changed.pop("name", None)
    start_change(Report(changed), letter)
    outcome = await read_change(turn, changed, Heard(text=value, ref=ref))
    understood = isinstance(outcome, Took) and not changed.get("explain_anonymous") and not changed.get("changing")
    if not understood or changed.get("pieces") != answers.get("pieces"):
        return None  # the value was none: it was taken for more of the story
    answers.clear()
    answers.update(changed)
    return outcome


# -- changing one field ----------------------------------------------------------------------------------------------


def start_change(report: Report, letter: str) -> None:
    """Forget nothing yet: the old answer stays until the new one is understood."""
    answers = report.answers
    answers["changing"] = letter
    if letter == "D":
        pending = report.progress is Progress.PENDING and report.event_day is None
        answers["when_mode"] = "complete" if pending else "received" if report.is_about_a_result else "happened"
    if letter == "B":
        answers.pop("service_offered", None)


async def ask_change(turn: Turn, answers: dict[str, Any]) -> Asked:
    letter = answers["changing"]
    if letter == "?":
        return Asked((line("review-which-letter", letters=", ".join(_letters(Report(answers)))),))
    if letter == "A":
        return Asked((line("intake-story-rewrite"),))
    if letter == "R":
        return Asked((line("review-reason-ask"),))
    if letter == "E":
        return await ask_name(turn, answers)
    return await _FIELDS[letter].ask(turn, answers)


async def read_change(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    report = Report(answers)
    letter = answers["changing"]
    text = heard.text.strip()
    if letter == "?":
        lettered = _LETTER.fullmatch(text)
        if lettered and lettered[1].upper() in _letters(report):
            start_change(report, lettered[1].upper())
            rest = (lettered[2] or "").strip()
            return await read_change(turn, answers, Heard(text=rest, ref=heard.ref)) if rest else Took()
        if vocabulary.means(text, "send"):
            answers.pop("changing")
            return Took()
        return Missed((line("review-missed"),))
    if letter in ("A", "R"):
        if not text:
            return Missed((line("intake-story-missed"),))
        if letter == "A":
            tell_anew(turn, report, Heard(text, ref=heard.ref))
        else:
            answers["late_reason"] = text
        outcome: Outcome = Took((line("review-reason-noted"),) if letter == "R" else ())
    else:
        outcome = await _FIELDS[letter].read(turn, answers, heard)
    if isinstance(outcome, Took) and not answers.get("explain_anonymous"):
        _end_change(report, letter)
        if heard.ref and letter in _FIELDS:
            answers["refs"] = {**answers.get("refs", {}), heard.ref: _FIELDS[letter].name}
    return outcome


async def change_field(turn: Turn, answers: dict[str, Any], name: str, heard: Heard) -> Outcome | None:
    """A question answered anew, in place of its old answer. None when that question is no field of the review."""
    letter = next((letter for letter, question in _FIELDS.items() if question.name == name), None)
    if letter is None:
        return None
    open_change = answers.get("changing")
    start_change(Report(answers), letter)
    outcome = await read_change(turn, answers, heard)
    if open_change:
        answers["changing"] = open_change
    return outcome


def _end_change(report: Report, letter: str) -> None:
    answers = report.answers
    answers.pop("changing", None)
    answers.pop("when_mode", None)
    if letter == "B" and answers.get("maybe") and "service" not in answers:
        answers["changing"] = "B"  # narrowed down to a few: ask which


def _letters(report: Report) -> tuple[str, ...]:
    return ("A", "B", "C", "D", "E") if report.refuses_identity or not report.name else ("A", "B", "C", "D", "E", "F")


# -- the rows --------------------------------------------------------------------------------------------------------


async def _story_row(turn: Turn, report: Report) -> Line:
    files = await turn.work.attachments.of_draft(turn.contact.id, turn.talk.instance)
    story = masked_story(turn, report)
    if not story:
        return line("review-story-voice", count=len(files))
    long = len(story) > _SHOWN_OF_STORY
    kind = "review-story-long" if long else "review-story"
    values: dict[str, object] = {"story": Quote(story, _SHOWN_OF_STORY)}
    if files:
        return line(f"{kind}-files", count=len(files), **values)
    return line(kind, **values)


def masked_story(turn: Turn, report: Report) -> str:
    """The story as it may be echoed: codes, passwords and card numbers are masked, of a NIK the end is shown."""
    story = report.story
    for secret in turn.office.reader.read(story, turn.today).secrets:
        story = story.replace(secret, f"***{secret[-4:]}" if nik_in(secret) else "***")
    return story


def _service_row(turn: Turn, report: Report) -> Line:
    service = report.service(turn.office)
    if service is None:
        said = report.answers.get("service_said")
        return line("review-service", service=Quote(said, 60)) if said else line("review-service-none")
    free = service.standard and service.standard.fee and service.standard.fee.free
    if free and report.component is Component.FEE:
        return line("review-service-free", service=Quote(service_name(turn, service)))
    return line("review-service", service=Quote(service_name(turn, service)))


def _kind_row(report: Report) -> Line:
    second = report.second_component
    if second and second is not report.component:
        return line("review-kind-two", kind=component_name(report.component), second=component_name(second))
    return line("review-kind", kind=component_name(report.component))


def _when_row(turn: Turn, report: Report) -> Line:
    if report.progress is Progress.PENDING:
        if report.complete_on is None:
            if report.month:
                return line("review-when-complete-about", month=Month(report.month))
            if report.event_day:
                return line("review-when-event-pending", day=report.event_day)
            return line("review-when-pending")
        time = next(
            (b for b in report.breach(turn.today, turn.office) if b.component is Component.COMPLETION_TIME),
            None,
        )
        if time is None:
            return line("review-when-complete", day=report.complete_on)
        unit = "" if time.unit == "working" else "-calendar"
        return line(f"review-when-counted{unit}", day=report.complete_on, counted=time.counted, promised=time.promised)
    if report.day:
        return line("review-when-received" if report.is_about_a_result else "review-when-happened", day=report.day)
    if report.month:
        return line("review-when-about", month=Month(report.month))
    return line("review-when-unknown")


def _who_rows(report: Report) -> list[Line]:
    if not report.name:
        return [line("review-name-none")]
    named = Quote(f"{report.name}, {report.organisation}" if report.organisation else report.name)
    behalf = report.answers.get("behalf", "-")
    name = named if behalf == "-" else line("review-name-behalf", name=named, behalf=Quote(behalf, 60))
    secret = "-secret" if report.secret else ""
    rows = [line(f"review-name{secret}", name=name)]
    if report.address:
        rows.append(line(f"review-address{secret}", address=Quote(report.address)))
    else:
        rows.append(line("review-address-none"))
    return rows


REVIEW = Question("review", lambda a: True, ask_review, read_review)
CHANGING = Question(
    "change",
    lambda a: bool(a.get("changing")),
    ask_change,
    read_change,
    lambda a: a.pop("changing", None),
    passing=True,
)
