"""What a superior sees at a word: `terlambat`, what is past its date; `beban`, who holds how much."""

from collections.abc import Sequence

from handlers.desk.access import member_of
from handlers.desk.delayed import told_of_delay
from handlers.desk.desk import Desk
from handlers.desk.queue import queue_row
from handlers.desk.screen import action, open_these
from handlers.say import DESK, Line, Option, Say, line
from handlers.turn import Turn
from rules.days import local_date
from rules.kind import Kind
from rules.roles import Right, Role
from storage.deliveries import ARRIVED, SENT
from storage.queue import Waiting
from storage.routes import AGENCY
from storage.tables import Case

_LATE_SHOWN, _PEOPLE_SHOWN = 6, 8


async def late(turn: Turn, rest: str) -> list[Say]:
    """`terlambat`: the latest first; by whom, and what each waits for."""
    desk, me = Desk.of(turn), member_of(turn)
    waiting = await turn.work.queue.at_work(besides_conflicts_of=me.id)
    past = [row for row in waiting if row.is_late(desk.today)]
    today = sum(row.due == desk.today for row in waiting)
    tail = [line("late-today", count=today)] if today else []
    if not past:
        return [Say((line("late-none"), *tail), (Option("load::", line("late-do-load")),), question=DESK)]
    cases = await desk.work.queue.cases([row.case_id for row in past[:_LATE_SHOWN]])
    rows = [await queue_row(desk, me, case) for case in cases]
    more = [line("late-more", count=len(past) - len(cases))] if len(past) > len(cases) else []
    if len(cases) == 1:
        lines = (*rows, *await _what_was_done(desk, cases[0]), *tail)
        return [Say(lines, late_steps(cases[0]), question=DESK, case_id=cases[0].id)]
    lines = (line("late-title", count=len(past)), *rows, *more, *tail)
    return [Say(lines, (*open_these(cases), Option("load::", line("late-do-load"))), question=DESK)]


async def _what_was_done(desk: Desk, case: Case) -> list[Line]:
    """Who was reminded and when, and whether the complainant knows."""
    route = await desk.work.routes.current(case.id, AGENCY)
    done = []
    if route is not None and route.reminded:
        unit = desk.agency_name(route.unit)
        done.append(line("late-agency-reminded", unit=unit, count=len(route.reminded)))
    told = await told_of_delay(desk, case)
    if told is None:
        done.append(line("late-not-told"))
    else:
        arrived = "late-told" if told.delivery in (SENT, *ARRIVED) else "late-told-waits"
        done.append(line(arrived, day=local_date(told.at)))
    return done


def late_steps(case: Case) -> tuple[Option, ...]:
    """What a superior can do about it at once."""
    return action("remind", case), action("hand_over", case), action("delay", case)


async def load(turn: Turn, rest: str) -> list[Say]:
    """`beban`: how many complaints each holds, how many of them are late; what nobody has taken; suggestions beside."""
    desk, me = Desk.of(turn), member_of(turn)
    waiting = await turn.work.queue.at_work(besides_conflicts_of=me.id)
    complaints = [row for row in waiting if row.kind == Kind.COMPLAINT]
    officers = [m for m in (await desk.crew()).members if not m.foreign and Right.WORK in m.rights]
    held = {m.id: [row for row in complaints if row.holder_id == m.id] for m in officers}
    busy = sorted(
        (m for m in officers if held[m.id] or Role.OFFICER in m.roles), key=lambda m: (-len(held[m.id]), m.id)
    )
    rows = [_row(desk, m.name, held[m.id], away=m.is_away(desk.today)) for m in busy[:_PEOPLE_SHOWN]]
    if len(busy) > _PEOPLE_SHOWN:
        others = busy[_PEOPLE_SHOWN - 1 :]
        rows[-1] = line("load-others", people=len(others), count=sum(len(held[m.id]) for m in others))
    free = [row for row in complaints if row.holder_id not in held]
    suggestions = sum(row.kind == Kind.SUGGESTION for row in waiting)
    tail = [line("load-free", count=len(free))] if free else []
    if suggestions:
        tail.append(line("desk-queue-suggestions", count=suggestions))
    options = (Option("late::", line("load-do-late")), Option("queue::bebas", line("load-do-free")))
    return [Say((line("load-title", count=len(complaints)), *rows, *tail), options, question=DESK)]


def _row(desk: Desk, name: str, rows: Sequence[Waiting], *, away: bool) -> Line:
    past = sum(row.is_late(desk.today) for row in rows)
    kind = "-late" if past else ""
    return line(f"load-row{kind}{'-away' if away else ''}", name=name, count=len(rows), late=past)
