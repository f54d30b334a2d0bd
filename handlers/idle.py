"""A message while no form is open: a new report, more for a case, a question, praise, a greeting, thanks."""

import re
from datetime import datetime, timedelta
from typing import Any

from handlers import outcome
from handlers.add import add, added
from handlers.after import asks_after_it, courtesy, short_answer
from handlers.commands import open_cases, standard_of
from handlers.complete import complete
from handlers.desk.commands import unknown_at_desk
from handlers.form import Heard, begin, hear
from handlers.form import ask as ask_form
from handlers.intake.files import is_recording
from handlers.intake.form import INTAKE
from handlers.intake.matter import add_to_story
from handlers.intake.opening import opening_lines
from handlers.intake.report import Report
from handlers.say import IDLE, Line, Option, Quote, Say, line
from handlers.similar import alike_among, matter_said
from handlers.status import own_cases, state_lines, status
from handlers.turn import Turn
from handlers.waiting import keep_waiting
from messages import vocabulary
from rules.kind import Kind, Why
from rules.understanding.understood import Gist, Understood
from storage.tables import Case

_OFFERED = 4
_COMPARED = 20  # of the newest open cases it is asked whether this is the same matter
_SMALL_TALK = 3  # words
_FIRST_WORDS = 40  # characters
_JUST_SENT = timedelta(hours=1)
_NO_MATTER = (Gist.EMPTY, Gist.GREETING, Gist.THANKS)
_SENDING = ("kirim", "kintun", "send", "submit")
_ABOUT_A_NAME = {"nama", "namanya", "identitas", "name", "ngaran", "jenengan", "nami"}


async def hear_idle(turn: Turn, heard: Heard) -> list[Say]:
    """What to say to something new."""
    text = heard.text
    said = turn.office.reader.read(text, turn.today)
    sent = bool(turn.attachments) or "location" in turn.facts
    cases = await open_cases(turn)
    if not sent and vocabulary.means(text, "send", "yes"):
        return _said_yes(turn, cases, text)
    if not sent and said.gist is Gist.THANKS:
        return courtesy(turn)
    if (said_of_it := await outcome.said_of_it(turn, await own_cases(turn.work, turn.contact), text)) is not None:
        return said_of_it
    if cases and (to_officer := await outcome.answers_officer(turn, cases, text)) is not None:
        return to_officer
    if cases and not sent and (short := await short_answer(turn, cases, text)) is not None:
        return short
    quoted = await _quoted_case(turn)
    if quoted and (text.strip() or sent):
        return await added(turn, quoted, text)
    if sent and (not text.strip() or said.gist in _NO_MATTER):
        if len(cases) == 1:
            return await added(turn, cases[0], text)
        return _which(turn, cases, heard) if cases else await start_report(turn, heard)
    match said.gist:
        case Gist.EMPTY if cases and not any(c.isalnum() for c in text):
            return courtesy(turn)  # a thumb up, folded hands: thanks without words
        case Gist.EMPTY:
            return [Say((*opening_lines(turn, {}), line("intake-story-missed")))] if text.strip() else []
        case Gist.GREETING:
            return [Say((*opening_lines(turn, {}), line("intake-story-ask")))]
        case Gist.QUESTION | Gist.STORY if cases and asks_after_it(said, text):
            return await status(turn, None)
        case Gist.QUESTION:
            return _answer_question(turn, said, heard)
        case Gist.PRAISE:
            return _offer_to_note(turn, heard)
        case Gist.OTHER_OFFICE:
            return _referred(turn, heard)
        case Gist.STORY if not cases and _says_nothing(said, text):
            return [Say((*opening_lines(turn, {}), line("intake-story-ask")))]
        case Gist.STORY if cases:
            return await _more_or_new(turn, cases, said, heard)
    return await start_report(turn, heard)


async def hear_member(turn: Turn, heard: Heard) -> list[Say]:
    """Somebody on the staff, as the citizen they also are: what they said of their own report. All else is no report:
    `lapor` opens one.
    """
    cases = await own_cases(turn.work, turn.contact)
    for understood in (outcome.said_of_it, outcome.answers_officer):
        if (said := await understood(turn, cases, heard.text)) is not None:
            return said
    if vocabulary.means(heard.text, "yes", "small_talk") or turn.office.reader.gist(heard.text) is Gist.THANKS:
        return courtesy(turn)
    return await unknown_at_desk(turn, heard)


async def start_report(turn: Turn, heard: Heard, *, brought_at: datetime | None = None, **answers: Any) -> list[Say]:
    """Open the form with what was said; the first question left is asked. `brought_at`: when it was said, if before."""
    if "forwarded" in turn.facts:
        answers["forwarded"] = True
    begin(turn, INTAKE, dict(answers))
    turn.talk.brought_at = brought_at or turn.talk.brought_at
    voices = any(map(is_recording, turn.attachments))
    if not heard.text.strip() and not voices:
        return [await ask_form(turn, INTAKE)]
    if "as_is" in answers:  # noted without questions: the words are the story, not an answer to the review
        noted = dict(turn.talk.answers)
        add_to_story(turn, Report(noted), heard)
        turn.talk.answers = noted
        return [await ask_form(turn, INTAKE)]
    says = await hear(turn, INTAKE, heard)
    if turn.talk.form:
        turn.talk.answers = {**turn.talk.answers, "trail": []}
    return says


# -- what an idle message is -----------------------------------------------------------------------------------------


def _says_nothing(said: Understood, text: str) -> bool:
    """ "oh gitu", "ditunggu ya": a few words with no matter, service, day or name in them."""
    matter = said.classification or said.service.candidates or said.service.service_id or said.when or said.paid
    return not matter and said.identity.name is None and len(text.split()) <= _SMALL_TALK


def _said_yes(turn: Turn, cases: list[Case], text: str) -> list[Say]:
    """ "ok" to nothing. `kirim` once more, right after the receipt: one case, and its number again."""
    newest = next((case for case in cases if case.contact_id == turn.contact.id), None)
    if newest is None:
        return [Say((*opening_lines(turn, {}), line("intake-story-ask")))]
    if turn.now - newest.registered_at <= _JUST_SENT and any(w in text.casefold() for w in _SENDING):
        shown = state_lines(newest, turn.office, turn.now)
        return [Say((line("receipt-again"), *shown), case_id=newest.id)]
    return courtesy(turn)


def _answer_question(turn: Turn, said: Understood, heard: Heard) -> list[Say]:
    service = turn.office.catalogue.get(said.service.service_id or next(iter(said.service.candidates), None))
    keep_waiting(turn, heard)
    report = Option("new", line("choice-make-report"))
    if service:
        return [standard_of(turn, service, report)]
    missing = line("question-not-held", phone=turn.office.profile.phone)
    return [Say((missing,), (report,), question=IDLE)]


def _offer_to_note(turn: Turn, heard: Heard) -> list[Say]:
    keep_waiting(turn, heard)
    return [Say((line("praise"),), (Option("note", line("choice-note")),), question=IDLE)]


def _referred(turn: Turn, heard: Heard) -> list[Say]:
    """Whose matter it is and how to reach them; noting it as a suggestion is still offered."""
    words = " ".join(re.findall(r"[^\W_]+", heard.text.casefold()))
    folded = f" {words} "
    referrals = turn.office.profile.referrals
    hit = next((r for r in referrals if any(f" {topic.casefold()} " in folded for topic in r.topics)), None)
    other = hit or next((r for r in referrals if not r.topics), None)
    whose: Line = line("not-ours")
    if other is not None:
        whose = line("not-ours-but", name=other.name, contact=other.contact)
    keep_waiting(turn, heard)
    options = (Option("note", line("choice-note")), Option("new", line("choice-still-yours")))
    return [Say((*opening_lines(turn, {}), whose), options, question=IDLE)]


async def _more_or_new(turn: Turn, cases: list[Case], said: Understood, heard: Heard) -> list[Say]:
    """More for a case that is open, or a new report? Giving one's name for a suggestion needs no question."""
    newest = cases[0]
    lacks_name = newest.kind == Kind.SUGGESTION and Why.NO_IDENTITY in newest.reasons
    if lacks_name and len(cases) == 1 and _gives_identity(said, heard.text):
        return await complete(turn, newest, heard.text)
    own = [case for case in cases if case.person_id == turn.contact.person_id]
    same = await alike_among(turn.work, turn.office, matter_said(heard.text, said, turn.office), own[:_COMPARED])
    likest_first = [*same, *(case for case in cases if case not in same)]
    return _which(turn, likest_first, heard, asked="case-same-or-new" if same else "case-or-new-one")


def _which(turn: Turn, cases: list[Case], heard: Heard, asked: str = "case-or-new-one") -> list[Say]:
    keep_waiting(turn, heard)
    shown = cases[:_OFFERED]
    new = Option("new", line("choice-new-report"))
    rows = tuple(_named(turn, case) for case in shown)
    if len(shown) == 1:
        more = Option(f"to:{shown[0].number}", line("choice-add"))
        return [Say((line(asked), *rows), (more, new), question=IDLE)]
    options = tuple(Option(f"to:{case.number}", line("choice-for-case", number=case.number)) for case in shown)
    return [Say((line("case-or-new"), *rows), (*options, new), question=IDLE)]


def _named(turn: Turn, case: Case) -> Line:
    """By its number and its first words; one that is secret, or that is only followed, by its number alone."""
    if case.secret or not case.story or case.person_id != turn.contact.person_id:
        return line("case-which-row", number=case.number)
    return line("case-which-row-story", number=case.number, story=Quote(case.story, _FIRST_WORDS))


def _gives_identity(said: Understood, text: str) -> bool:
    """ "saya pikir2 lagi, mau kasih nama aja": about giving the name, with no new matter in it."""
    words = [word.strip(".,!") for word in text.casefold().split()]
    about_name = any(word in _ABOUT_A_NAME for word in words)
    if about_name and len(words) <= 10:
        return True
    return (about_name or said.identity.name is not None) and said.classification is None and len(words) <= 12


async def _quoted_case(turn: Turn) -> Case | None:
    """A quoted message decides which case is meant, without asking."""
    ref = turn.inbound.refers_to
    if not ref:
        return None
    said = await turn.work.inbox.by_ref(turn.contact.id, ref)
    case_id = said.case_id if said else await turn.work.outbox.case_of_message(turn.contact.id, ref)
    if case_id is None:
        return None
    mine = {case.id for case in await own_cases(turn.work, turn.contact)}  # access may have ended since
    return await turn.work.cases.locked(case_id) if case_id in mine else None


async def pressed_add(turn: Turn, case: Case, heard: Heard) -> list[Say]:
    """The words and files that waited are for this case."""
    turn.attachments += await turn.work.attachments.of_draft(turn.contact.id, turn.talk.instance)
    for _, ref in heard.pieces:
        row = await turn.work.inbox.by_ref(turn.contact.id, ref) if ref else None
        if row:
            row.case_id = case.id
    return await add(turn, case, heard.text)
