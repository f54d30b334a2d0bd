"""The desk's commands: which word does what, and who has it. The words themselves: `messages/desk_vocabulary.toml`."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from handlers.desk import (
    agency,
    apip,
    bundle,
    canned,
    classify,
    closing_days,
    conflicts,
    delayed,
    ending,
    group,
    merging,
    oversight,
    queue,
    recording,
    register,
    reports,
    routing,
    study,
    take,
    talking,
    team,
)
from handlers.desk.access import member_of
from handlers.desk.words import Needs
from handlers.digest.command import digest
from handlers.say import Say
from handlers.turn import Turn
from rules.roles import Right
from storage.routes import REQUESTED
from storage.tables import Case

OnCase = Callable[[Turn, Case, str], Awaitable[list[Say] | Needs]]
Alone = Callable[[Turn, str], Awaitable[list[Say]]]


@dataclass(frozen=True, slots=True)
class Command:
    """`rights`: whoever has one of them may; `on_case` does it to a case, `alone` without one."""

    rights: frozenset[Right]
    on_case: OnCase | None = None
    alone: Alone | None = None


def _for(*rights: Right, on_case: OnCase | None = None, alone: Alone | None = None) -> Command:
    return Command(frozenset(rights), on_case, alone)


async def _reply(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`balas` by whoever holds the case goes to the complainant; by whoever was asked, to the holder."""
    return await (agency.answer if member_of(turn).foreign else talking.reply)(turn, case, rest)


async def _refuse(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`tolak` by an agency's people: not theirs; by a head: no APIP."""
    waiting = await turn.work.routes.current(case.id)
    decides = waiting is not None and waiting.status == REQUESTED
    foreign = member_of(turn).foreign
    return await (agency.decline if foreign and not decides else apip.refuse)(turn, case, rest)


_ANYBODY = tuple(Right)
COMMANDS: dict[str, Command] = {
    "queue": _for(Right.SEE, Right.ANSWER, alone=queue.queue),
    "record": _for(Right.WORK, alone=recording.record),
    "search": _for(Right.SEE, alone=queue.search),
    "case": _for(Right.SEE, Right.ANSWER, on_case=take.show),
    "history": _for(Right.SEE, on_case=take.history),
    "files": _for(Right.SEE, on_case=take.files),
    "sheet": _for(Right.SEE, on_case=reports.sheet),
    "take": _for(Right.WORK, on_case=take.take, alone=take.take_first),
    "release": _for(Right.WORK, on_case=take.release),
    "hand_over": _for(Right.WORK, Right.ASSIGN, on_case=take.hand_over),
    "classify": _for(Right.WORK, on_case=classify.classify),
    "service": _for(Right.WORK, on_case=classify.set_service),
    "study": _for(Right.WORK, on_case=study.study),
    "study_look": _for(Right.SEE, on_case=apip.look_at_study),
    "route": _for(Right.WORK, Right.DECIDE, on_case=routing.route),
    "escalate": _for(Right.WORK, on_case=routing.escalate),
    "ask": _for(Right.WORK, on_case=talking.ask),
    "note": _for(Right.SEE, Right.ANSWER, on_case=talking.note),
    "reply": _for(Right.WORK, Right.ANSWER, on_case=_reply),
    "finish": _for(Right.WORK, on_case=ending.finish),
    "heard": _for(Right.WORK, on_case=ending.heard),
    "refer": _for(Right.WORK, on_case=ending.refer),
    "restore": _for(Right.WORK, on_case=ending.restore),
    "suggest": _for(Right.WORK, on_case=ending.suggest),
    # Whoever asked is told that somebody else decides, so they are heard with it, too.
    "approve": _for(Right.DECIDE, Right.WORK, on_case=apip.approve),
    "refuse": _for(Right.DECIDE, Right.ANSWER, on_case=_refuse),
    "other_head": _for(Right.DECIDE, on_case=apip.other_head),
    "bundle": _for(Right.DECIDE, on_case=bundle.bundle),
    "conflict": _for(Right.ASSIGN, on_case=conflicts.decide),
    "merge": _for(Right.WORK, on_case=merging.merge),
    "access": _for(Right.WORK, on_case=merging.give_access),
    "canned": _for(Right.WORK, Right.ASSIGN, alone=canned.canned_replies),
    "close_day": _for(Right.CLOSE_DAYS, alone=closing_days.close_day),
    "open_day": _for(Right.CLOSE_DAYS, alone=closing_days.open_day),
    "remind": _for(Right.ASSIGN, Right.WORK, on_case=delayed.remind_now),
    "delay": _for(Right.ASSIGN, Right.WORK, on_case=delayed.tell_delay),
    "late": _for(Right.ASSIGN, alone=oversight.late),
    "load": _for(Right.ASSIGN, alone=oversight.load),
    "export": _for(Right.ASSIGN, alone=register.export),
    "digest": _for(Right.ASSIGN, alone=digest),
    "team": _for(Right.TEAM, alone=team.team),
    "superior": _for(Right.TEAM, alone=team.put_under),
    "invite": _for(Right.INVITE, alone=team.invite_by_chat),
    "group": _for(Right.INVITE, alone=group.group),
    "remove": _for(Right.INVITE, alone=team.remove),
    "leave": _for(*_ANYBODY, alone=team.leave),
    "back": _for(*_ANYBODY, alone=team.back),
    "help": _for(*_ANYBODY, alone=team.guide),
}
