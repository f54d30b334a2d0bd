"""Moving a case on: the life-cycle table allows it, the register notes it, the complainant hears of it."""

from collections.abc import Iterable
from datetime import datetime

from handlers.desk.desk import Desk
from handlers.say import IDLE, Line, Option, Say, line
from rules.kind import Kind
from rules.lifecycle import Actor, Fact, State, moved
from rules.roles import Role
from storage.routes import ENDED
from storage.tables import Case, Staff


async def move(desk: Desk, case: Case, to: State, *, actor: Actor, by: str, facts: Iterable[Fact] = ()) -> None:
    """Take the case (locked) there. Raises Refused with what is missing (`rules/lifecycle.py`)."""
    allowed = moved(State(case.state), to, by=actor, kind=Kind(case.kind), facts=frozenset(facts))
    await desk.work.cases.move(case, allowed, by=by)


async def end_routes(desk: Desk, case: Case) -> None:
    """Nobody is waited for any more: what was asked elsewhere and is open ends with it."""
    while (waiting := await desk.work.routes.current(case.id)) is not None:
        await desk.work.routes.end(waiting, case, ENDED, by=None)


def actor_of(member: Staff) -> Actor:
    """In which role somebody works a case: who hands over or takes as a superior still works it as an officer."""
    return Actor.SUPERVISOR if Role.OFFICER not in member.roles else Actor.OFFICER


async def to_complainant(
    desk: Desk,
    case: Case,
    lines: tuple[Line, ...],
    options: tuple[Option, ...] = (),
    *,
    entry_id: int | None = None,
    purpose: str = "news",
    expires_at: datetime | None = None,
) -> list[Say]:
    """The same to everybody who follows the case, wherever they do.

    Of a secret case a telephone shows the number alone: the words wait until the person opens them (DECISIONS,
    secrets), and only then count as arrived.
    """
    says: list[Say] = []
    complainants = await desk.work.cases.complainants(case)
    for contact in await desk.work.cases.followers(case):
        # Who follows with the code is told, too; that it reached the complainant is proven by their own chat alone.
        own = contact.person_id in complainants
        said = Say(
            lines,
            options if own else (),
            to=contact,
            case_id=case.id,
            purpose=purpose,
            question=IDLE,
            entry_id=entry_id if own else None,
            hold=case.secret,
            expires_at=expires_at,
        )
        says.append(said)
        if case.secret:
            read = Option(f"read:{case.number}", line("choice-read"))
            notice = line("news-waits", number=case.number)
            says.append(Say((notice,), (read,), to=contact, case_id=case.id, purpose="news", question=IDLE))
    return says
