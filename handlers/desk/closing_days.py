"""`libur`: a day on which the office is closed. Open deadlines are counted again, and each complainant is told once."""

from datetime import date
from typing import Any

from handlers.desk.access import member_of
from handlers.form import Asked, Finished, Form, Heard, Missed, Outcome, Question, begin
from handlers.form import ask as ask_form
from handlers.say import Option, Say, line
from handlers.turn import Turn
from messages import vocabulary
from rules.agency import Closure
from rules.understanding.days_ahead import day_ahead, without_days

_LISTED = 8
_LONGEST_NAME = 80


async def close_day(turn: Turn, rest: str) -> list[Say]:
    """`libur 31 desember NAME`: shown with what it changes, entered on a yes. Alone: the days that are entered."""
    day, name = day_ahead(rest, turn.today), without_days(rest)[:_LONGEST_NAME]
    if day is None:
        return [await _list(turn)]
    if not name:
        return [Say((line("closed-name-missing"),))]
    off = turn.office.calendar.day_off(day)
    if off is not None or day.weekday() >= 5:
        return [Say((line("closed-already", day=day),))]
    begin(turn, CLOSE_DAY, {"day": day.isoformat(), "name": name})
    return [await ask_form(turn, CLOSE_DAY)]


async def open_day(turn: Turn, rest: str) -> list[Say]:
    """`batal libur 31 desember`: open after all; deadlines move back, never into the past."""
    day = day_ahead(rest, turn.today)
    if day is None or not await turn.work.closed_days.withdraw(day, by=member_of(turn).ref):
        return [Say((line("closed-not-entered"),))]
    return [Say((line("closed-withdrawn", day=day),))]


async def _list(turn: Turn) -> Say:
    entered = [closure for closure in await turn.work.closed_days.all() if closure.day >= turn.today]
    rows = [line("desk-row-closed", day=closure.day, name=closure.name) for closure in entered[:_LISTED]]
    return Say((line("closed-how"), *rows))


async def _moves(turn: Turn, closure: Closure) -> int:
    """How many open deadlines the day would move."""
    calendar = turn.office.calendar.with_closures((closure,))
    running = await turn.work.cases.running_rounds()
    return sum(calendar.working_day(start, days) != due for start, days, due in running if due >= closure.day)


async def _ask(turn: Turn, answers: dict[str, Any]) -> Asked:
    closure = Closure(date.fromisoformat(answers["day"]), answers["name"])
    moved = await _moves(turn, closure)
    said = line("closed-sure", day=closure.day, name=closure.name, count=moved)
    return Asked((said,), (Option("yes", line("choice-close-day")), Option("no", line("choice-cancel"))))


async def _read(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    if heard.value == "no" or (heard.value is None and vocabulary.means(heard.text, "no", "cancel")):
        return Finished((Say((line("desk-not-sent"),)),))
    if heard.value == "yes" or vocabulary.means(heard.text, "yes", "send"):
        day = date.fromisoformat(answers["day"])
        await turn.work.closed_days.enter(day, answers["name"], by=member_of(turn).ref)
        return Finished((Say((line("closed-kept", day=day),)),))
    return Missed()


CLOSE_DAY = Form("desk_close_day", 1, (Question("confirm", lambda a: True, _ask, _read),))
