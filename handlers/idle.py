"""A message while no form is open: a new report, more for a case, a question, praise, a greeting, thanks."""

from datetime import timedelta
from typing import Any

from handlers.add import add, added
from handlers.commands import COMMANDS, open_cases, set_language, standard_of
from handlers.complete import complete
from handlers.form import Heard, begin, hear
from handlers.form import ask as ask_form
from handlers.intake.form import INTAKE
from handlers.intake.opening import opening_lines
from handlers.say import Option, Say, line
from handlers.status import IDLE, own_cases
from handlers.turn import Turn
from messages.envelope import FileKind
from rules.kind import Kind, Why
from rules.number import find_number
from rules.understanding.understood import Gist, Understood
from storage.tables import Case

COURTESY = timedelta(hours=12)


async def hear_idle(turn: Turn, text: str, ref: str, *, new: bool = False) -> list[Say]:
    """`new`: the person said that this is a new report."""
    said = turn.office.reader.read(text, turn.today)
    files = bool(turn.attachments)
    if not new:
        if said.gist is Gist.THANKS:
            return _courtesy(turn)
        quoted = await _quoted_case(turn)
        if quoted and (text.strip() or files):
            return [await added(turn, quoted, text)]
        cases = await open_cases(turn)
        if (files or turn.inbound.location) and not text.strip() and len(cases) == 1:
            return [await added(turn, cases[0], text)]
        if said.gist is Gist.EMPTY and not files and not turn.inbound.location:
            return [Say((*_intro(turn), line("intake-story-missed")))] if text.strip() else []
        if said.gist is Gist.QUESTION:
            return _answer_question(turn, said, text)
        if said.gist is Gist.PRAISE:
            return _offer(turn, text, line("praise"), "note")
        if said.gist is Gist.OTHER_OFFICE:
            return [_referred(turn, text)]
        if cases and said.gist is Gist.STORY:
            return await _which(turn, cases, said, text)
    if said.gist is Gist.GREETING and not files:
        return [_greeted(turn)]
    return await start_report(turn, text, ref, said)


async def start_report(
    turn: Turn, text: str, ref: str, said: Understood | None = None, **flags: Any
) -> list[Say]:
    """Open the form with what was said; the first question left is asked."""
    answers: dict[str, Any] = dict(flags)
    if turn.inbound.forwarded:
        answers["forwarded"] = True
    begin(turn, INTAKE, answers)
    voices = any(a.kind == FileKind.VOICE for a in turn.attachments)
    if not text.strip() and not voices:
        return [await ask_form(turn, INTAKE)]
    says = await hear(turn, INTAKE, Heard(text=text, ref=ref))
    turn.talk.answers = {**turn.talk.answers, "trail": []} if turn.talk.form else turn.talk.answers
    if said and said.danger:
        emergency = " / ".join(turn.office.profile.emergency.values())
        says[0] = says[0].after(line("danger", numbers=emergency))
    return says


async def pressed_idle(turn: Turn, value: str) -> list[Say]:
    """A button that was offered while no form was open."""
    what, _, number_said = value.partition(":")
    kept = dict(turn.talk.answers)
    if what == "language" and number_said in ("id", "su", "en"):
        return set_language(turn, number_said)
    if what in ("report", "new"):
        return await start_report(turn, str(kept.get("waiting", "")), str(kept.get("ref", "")))
    if what == "report_other" and kept.get("other"):
        return await start_report(turn, "\n".join(kept["other"]), "")
    if what == "note" and kept.get("waiting"):
        anonymous = {"none": True, "by": "citizen"}
        return await start_report(turn, kept["waiting"], kept.get("ref", ""), as_is=True, name=anonymous)
    if what in ("status", "help", "people"):
        return await COMMANDS[what](turn, "", None)
    if what == "mine":
        return [Say((line("thanks"),))]
    found = find_number(number_said, turn.office.profile.prefix)
    if found is None or found.number is None:
        return [Say((line("button-old"),))]
    if what == "new_code":
        return await COMMANDS["new_code"](turn, "", found)
    case = next((c for c in await own_cases(turn.work, turn.contact) if c.number == str(found.number)), None)
    if what in ("follow", "add") and case is None and kept.get("opened") == str(found.number):
        case = await turn.work.cases.by_number(found.number)
    if case is None:
        return [Say((line("case-not-yours", number=number_said),))]
    case = await turn.work.cases.locked(case.id)
    if what == "complete":
        return await complete(turn, case)
    if what == "follow":
        await turn.work.cases.follow(case, turn.contact)
        turn.work.cases.note("followed", case, by="citizen", channel=turn.contact.channel)
        return [Say((line("news-here-too", number=case.number),), case_id=case.id)]
    if what == "add":
        waiting = str(kept.get("waiting", ""))
        turn.talk.answers = {}
        return await add(turn, case, waiting)
    return [Say((line("button-old"),))]


# -- what an idle message is -----------------------------------------------------------------------------------------


def _courtesy(turn: Turn) -> list[Say]:
    """Thanks are answered once in twelve hours, then with silence."""
    last = turn.contact.courtesy_at
    if last and turn.now - last < COURTESY:
        return []
    turn.contact.courtesy_at = turn.now
    return [Say((line("thanks"),))]


def _greeted(turn: Turn) -> Say:
    """No menu and no draft: who answers, and what happened?"""
    return Say((*_intro(turn), line("intake-story-ask")))


def _intro(turn: Turn) -> tuple[Any, ...]:
    return opening_lines(turn, {})


def _answer_question(turn: Turn, said: Understood, text: str) -> list[Say]:
    service = turn.office.catalogue.get(said.service.service_id or next(iter(said.service.candidates), None))
    turn.talk.answers = {"waiting": text, "ref": turn.inbound.message_ref}
    if service:
        return [standard_of(turn, service)]
    phone = turn.office.profile.phone
    return [
        Say(
            (line("question-not-held", phone=phone),),
            (Option("report", line("choice-report")),),
            question=IDLE,
        )
    ]


def _offer(turn: Turn, text: str, first: Any, what: str) -> list[Say]:
    turn.talk.answers = {"waiting": text, "ref": turn.inbound.message_ref}
    return [Say((first,), (Option(what, line("choice-note")),), question=IDLE)]


def _referred(turn: Turn, text: str) -> Say:
    """Whose matter it is and how to reach them; noting it as a suggestion is still offered."""
    folded = text.casefold()
    referrals = turn.office.profile.referrals
    hit = next((r for r in referrals if any(topic.casefold() in folded for topic in r.topics)), None)
    other = hit or next((r for r in referrals if not r.topics), None)
    turn.talk.answers = {"waiting": text, "ref": turn.inbound.message_ref}
    options = (Option("note", line("choice-note")), Option("report", line("choice-still-yours")))
    if other is None:
        return Say((*_intro(turn), line("not-ours")), options, question=IDLE)
    return Say(
        (*_intro(turn), line("not-ours-but", name=other.name, contact=other.contact)), options, question=IDLE
    )


async def _which(turn: Turn, cases: list[Case], said: Understood, text: str) -> list[Say]:
    """More for a case that is open, or a new report? Giving one's name for a suggestion needs no question."""
    newest = cases[0]
    lacks_name = newest.kind == Kind.SUGGESTION and Why.NO_IDENTITY in newest.reasons
    if lacks_name and len(cases) == 1 and _gives_identity(turn, said, text):
        return await complete(turn, newest, text)
    turn.talk.answers = {"waiting": text, "ref": turn.inbound.message_ref}
    options = tuple(Option(f"add:{c.number}", line("choice-for-case", number=c.number)) for c in cases[:4])
    return [Say((line("case-or-new"),), (*options, Option("new", line("choice-new-report"))), question=IDLE)]


def _gives_identity(turn: Turn, said: Understood, text: str) -> bool:
    """ "saya pikir2 lagi, mau kasih nama aja": about giving the name, with no new matter in it."""
    words = text.casefold().split()
    about_name = any(
        w.strip(".,") in {"nama", "namanya", "identitas", "name", "ngaran", "jenengan", "nami"} for w in words
    )
    return (
        ((about_name or said.identity.name is not None)
        and said.classification is None
        and len(words) <= 12)
        or (about_name and len(words) <= 10)
    )


async def _quoted_case(turn: Turn) -> Case | None:
    """A quoted message decides which case is meant, without asking."""
    if not turn.inbound.refers_to:
        return None
    said = await turn.work.inbox.by_ref(turn.contact.id, turn.inbound.refers_to)
    case_id = said.case_id if said else await turn.work.outbox.case_of_message(turn.contact.id, turn.inbound.refers_to)
    if case_id is None:
        return None
    case = await turn.work.cases.locked(case_id)
    return case if case.erased_at is None else None
