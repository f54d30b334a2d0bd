"""Buttons that were offered while no form was open. `fresh`: they are about what was said last."""

from collections.abc import Awaitable, Callable

from handlers import outcome
from handlers.add import add
from handlers.commands import COMMANDS, set_language
from handlers.complete import complete
from handlers.form import Heard
from handlers.idle import pressed_add, start_report
from handlers.say import Say, line
from handlers.status import opened_mark, own_cases
from handlers.survey.after_case import RATINGS, rated
from handlers.survey.offer import FILL, NO, NOT_NOW, answered_offer
from handlers.turn import Turn
from handlers.waiting import Waiting, take_waiting
from messages.speech import LANGUAGES
from rules.number import RegisterNumber, find_number
from storage.tables import Case

_ABOUT_WORDS = ("new", "note", "to")
_NOBODY = {"none": True, "by": "citizen"}


async def pressed_offer(turn: Turn, value: str, *, fresh: bool, more: str = "") -> list[Say]:
    """What the button does; "already answered" where it is an old one."""
    what, _, about = value.partition(":")
    if what == "language" and about in LANGUAGES:
        return set_language(turn, about)
    if what == "mine":
        return [Say((line("thanks"),))]
    if what == "report":
        return await start_report(turn, Heard(ref=turn.inbound.message_ref))
    if what in ("status", "help", "people"):
        return await COMMANDS[what](turn, "", None)
    if what in (FILL, NOT_NOW, NO):
        return await answered_offer(turn, what, about)
    waiting = await take_waiting(turn) if fresh and what in _ABOUT_WORDS else None
    if what in ("new", "note"):
        return await _new(turn, waiting, note=what == "note")
    found = find_number(about, turn.office.profile.prefix)
    if found is None or found.number is None:
        return [Say((line("button-old"),))]
    if what == "new_code":
        return await COMMANDS[what](turn, "", found)
    case = await _case(turn, found.number, opened=what in ("follow", "add"))
    if case is None:
        return [Say((line("case-not-yours", number=about),))]
    if what in RATINGS:
        return await rated(turn, case, RATINGS[what])
    if what == "unsolved":
        return await outcome.unsolved(turn, case, more)
    if what == "to":
        return await pressed_add(turn, case, waiting.heard) if waiting else [Say((line("button-old"),))]
    does = _ON_A_CASE.get(what)
    return await does(turn, case) if does else [Say((line("button-old"),))]


async def _new(turn: Turn, waiting: Waiting | None, *, note: bool) -> list[Say]:
    if waiting is None:
        return [Say((line("button-old"),))]
    if note:  # praise, a matter of others: nobody is asked who they are
        return await start_report(turn, waiting.heard, brought_at=waiting.at, as_is=True, name=_NOBODY)
    return await start_report(turn, waiting.heard, brought_at=waiting.at)


async def _case(turn: Turn, number: RegisterNumber, *, opened: bool) -> Case | None:
    """One's own case, or the one that was just opened with its code."""
    cases = await own_cases(turn.work, turn.contact)
    case = next((c for c in cases if c.number == str(number)), None)
    if case is None and opened:
        found = await turn.work.cases.by_number(number)
        case = found if found and turn.talk.answers.get("opened") == opened_mark(found) else None
    return await turn.work.cases.locked(case.id) if case else None


async def _follow(turn: Turn, case: Case) -> list[Say]:
    await turn.work.cases.follow(case, turn.contact)
    turn.work.cases.note("followed", case, by="citizen", channel=turn.contact.channel)
    return [Say((line("news-here-too", number=case.number),), case_id=case.id)]


_ON_A_CASE: dict[str, Callable[[Turn, Case], Awaitable[list[Say]]]] = {
    "complete": complete,
    "follow": _follow,
    "add": add,
    "solved": outcome.solved,
    "read": outcome.read,
}
