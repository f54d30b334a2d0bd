"""What a superior sees at a word: `terlambat`, what is past its date; `beban`, who holds how much."""

from collections.abc import Sequence

from handlers.desk.access import member_of
from handlers.desk.desk import Desk
from handlers.desk.queue import queue_row
from handlers.say import DESK, Line, Option, Say, line
from handlers.turn import Turn
from rules.kind import Kind
from rules.roles import Right, Role
from storage.queue import Waiting

_LATE_SHOWN, _PEOPLE_SHOWN, _OPENED = 6, 8, 2


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
    opened = tuple(Option(f"case:{c.number}", line("desk-do-open-this", running=c.running)) for c in cases[:_OPENED])
    lines = (line("late-title", count=len(past)), *rows, *more, *tail)
    return [Say(lines, (*opened, Option("load::", line("late-do-load"))), question=DESK)]


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
