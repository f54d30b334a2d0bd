"""Following a case: one's own, or any with its number and the secret code of its receipt.

A number that does not exist and a wrong code get the same sentence. Names, texts and files are never shown this way.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from handlers.desk.merging import take_access
from handlers.form import Asked, Finished, Form, Heard, Missed, Outcome, Question, begin
from handlers.form import ask as ask_form
from handlers.say import IDLE, Line, Option, Say, line
from handlers.speak import in_words, put
from handlers.turn import Turn
from messages import vocabulary
from messages.speech import Words
from rules.days import local_date
from rules.deadlines import days_left
from rules.kind import Kind, Why
from rules.lifecycle import State
from rules.number import Found, RegisterNumber, find_number
from rules.office import Office
from rules.secret_code import LENGTH, looks_like_code, read_code
from storage.tables import Case, Contact
from storage.work import Work

MOST_TRIES = 5
WAIT = timedelta(hours=1)
_CASE_IS_PATIENT = 40  # times as many wrong tries as an address
_LISTED = 6


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What the page `/lacak` shows: words, and whether the case was opened."""

    found: bool
    lines: tuple[str, ...]


async def looked_up(
    office: Office, work: Work, number: str, code: str, *, source: str, language: str, now: datetime
) -> LookedUp:
    """Open a case by number and code from the web page. `source` counts wrong tries. The caller commits."""
    words = Words(language)
    found = find_number(number, office.profile.prefix, local_date(now).year)
    if found is None or found.number is None:
        wrong = line("number-wrong-check" if found else "number-unreadable", prefix=office.profile.prefix)
        return LookedUp(False, (in_words(wrong, words),))
    opened = await _open(work, found.number, code, *source.split())
    if isinstance(opened, Line):
        return LookedUp(False, (in_words(opened, words),))
    work.cases.note("opened_by_code", opened, by="citizen", channel="web")
    for told in await _tell_owner(work, opened, "web"):
        assert told.to is not None
        await put(work, [told], told.to, None)
    return LookedUp(True, tuple(in_words(x, words) for x in state_lines(opened, office, now)))


# -- in the chat -----------------------------------------------------------------------------------------------------


async def status(turn: Turn, found: Found | None) -> list[Say]:
    """`status [number]`."""
    cases = await own_cases(turn.work, turn.contact)
    if found is None:
        if not cases:
            return [Say((line("status-none"),))]
        if len(cases) == 1:
            return [_shown(turn, cases[0])]
        rows = [_row(turn, case) for case in cases[:_LISTED]]
        return [Say((line("status-several"), *rows))]
    if found.number is None:
        return [Say((line("number-wrong-check", prefix=turn.office.profile.prefix),))]
    mine = next((case for case in cases if case.number == str(found.number)), None)
    if mine:
        return [_shown(turn, mine)]
    begin(turn, CODE, {"number": str(found.number), "year": found.number.year, "running": found.number.running})
    return [await ask_form(turn, CODE)]


async def own_cases(work: Work, contact: Contact) -> list[Case]:
    """The person's cases and those whose news come here, newest first; erased ones are gone."""
    cases = {case.id: case for case in await work.cases.of_person(contact.person_id)}
    cases.update({case.id: case for case in await work.cases.followed_by(contact)})
    return sorted((c for c in cases.values() if c.erased_at is None), key=lambda c: -c.id)


def _shown(turn: Turn, case: Case) -> Say:
    options = [Option(f"add:{case.number}", line("choice-add"))]
    mine = case.person_id == turn.contact.person_id
    if mine and case.kind == Kind.SUGGESTION and Why.LATE not in case.reasons:
        complete = line("choice-finish" if case.name else "choice-complete")
        options.insert(0, Option(f"complete:{case.number}", complete))
    return Say(tuple(state_lines(case, turn.office, turn.now)), tuple(options), question=IDLE, case_id=case.id)


def state_lines(case: Case, office: Office, now: datetime) -> list[Line]:
    """State, last step, due date: no name, no story, no file."""
    suggestion = case.kind == Kind.SUGGESTION
    state = f"state-{case.state.replace('_', '-')}" + ("-suggestion" if suggestion and case.state == State.NEW else "")
    lines = [line("status-state", number=case.number, state=line(state))]
    lines.append(line("status-last", day=local_date(case.updated_at)))
    if suggestion:
        lines.append(line("status-no-date"))
    elif case.clocks and case.clocks[-1].runs:
        due = case.clocks[-1].due
        left = days_left(due, local_date(now), office.calendar)
        if left >= 0:
            lines.append(line("status-due", due=due, left=left))
        else:
            lines.append(line("status-late", due=due, left=-left, phone=office.profile.phone))
    return lines


def _row(turn: Turn, case: Case) -> Line:
    if case.kind == Kind.COMPLAINT and case.clocks:
        return line(
            "status-row",
            number=case.number,
            state=line(f"state-{case.state.replace('_', '-')}"),
            due=case.clocks[-1].due,
        )
    return line("status-row-suggestion", number=case.number)


# -- the secret code -------------------------------------------------------------------------------------------------


async def ask_code(turn: Turn, answers: dict[str, Any]) -> Asked:
    return Asked((line("code-ask"),))


async def read_code_answer(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    if vocabulary.means(heard.text, "unknown", "skip", "no"):
        return Finished((Say((line("code-lost", phone=turn.office.profile.phone, desk=turn.office.profile.desk),)),))
    if read_code(heard.text) is None and not looks_like_code(heard.text):
        return Missed((line("code-form", letters=LENGTH),))
    number = RegisterNumber(turn.office.profile.prefix, answers["year"], answers["running"])
    source = f"{turn.contact.channel}:{turn.contact.address}"
    opened = await _open(turn.work, number, heard.text, source)
    if isinstance(opened, Line):
        if opened.id == "code-wait":
            return Finished((Say((opened,)),))
        turn.talk.misses = 0  # a wrong code is an answer; the tries are counted elsewhere
        return Missed((opened,))
    turn.work.cases.note("opened_by_code", opened, by="citizen", channel=turn.contact.channel)
    options = (
        Option(f"follow:{opened.number}", line("choice-follow")),
        Option(f"add:{opened.number}", line("choice-add")),
    )
    shown = Say(tuple(state_lines(opened, turn.office, turn.now)), options, question=IDLE, case_id=opened.id)
    taken = await take_access(turn, opened)
    return Finished(
        (shown, *taken, *await _tell_owner(turn.work, opened, turn.contact.channel, turn.contact)),
        {"opened": opened_mark(opened)},
    )


def opened_mark(case: Case) -> list[str]:
    """Remembers which case a talk opened, and with which code: after a new code it opens nothing more."""
    return [case.number, case.code_hmac.hex()[:16] if case.code_hmac else ""]


async def _open(work: Work, number: RegisterNumber, code_text: str, *sources: str) -> Case | Line:
    """The case, or the sentence that says why not. Wrong tries are counted for each address and for the case.

    `sources`: whoever asks may have several (an IP and a session). The limit of a case is wide: it
    stops guessing from many addresses, and must not let one stranger shut a case for its owner.
    """
    await work.contacts.in_turn(*sources, str(number))
    tried = max(
        [await work.contacts.wrong_codes(one, WAIT) for one in sources]
        + [await work.contacts.wrong_codes(str(number), WAIT) // _CASE_IS_PATIENT]
    )
    if tried >= MOST_TRIES:
        return line("code-wait")
    code = read_code(code_text)
    case = await work.cases.by_number(number)
    if code and case and case.erased_at is None and work.cases.code_matches(case, code):
        return case
    await work.contacts.note_wrong_code(*sources, str(number))
    left = MOST_TRIES - tried - 1
    return line("code-wrong", left=left) if left else line("code-wait")


async def _tell_owner(work: Work, case: Case, channel: str, asker: Contact | None = None) -> list[Say]:
    """Whoever filed it, and who follows it, hears that it was opened elsewhere and how to change the code."""
    told = {contact.id: contact for contact in await work.cases.followers(case)}
    if case.contact_id is not None:  # also after "stop kabar": this is about the code, not about the news
        told[case.contact_id] = await work.contacts.get(case.contact_id)
    opened = line("code-opened", number=case.number, channel=line(f"channel-{channel}"))
    says = []
    for contact in told.values():
        if asker is not None and contact.id == asker.id:
            continue
        mine = Option(f"mine:{case.number}", line("choice-it-was-me"))
        new_code = Option(f"new_code:{case.number}", line("choice-new-code"))
        options = (new_code, mine) if contact.id == case.contact_id else (mine,)
        says.append(Say((opened,), options, to=contact, case_id=case.id, purpose="news", question=IDLE))
    return says


CODE = Form("code", 1, (Question("code", lambda a: True, ask_code, read_code_answer),))
