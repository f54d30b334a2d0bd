"""What the officers hear without asking: a new case, more of an old one, a question answered."""

from collections.abc import Sequence

from handlers.desk.desk import Desk
from handlers.desk.screen import action, head, head_with
from handlers.say import Line, Option, Quote, Say, line
from rules.kind import Kind
from rules.roles import Role
from storage.tables import Case

_SHOWN = 160


async def for_everybody(desk: Desk, case: Case, lines: Sequence[Line]) -> list[Say]:
    """For every officer who may take it and is not away; for the superiors while there is no officer."""
    crew = await desk.crew()
    at_work = [m for m in crew.of_role(Role.OFFICER) if not m.is_away(desk.today)]
    says: list[Say] = []
    for member in at_work or [*crew.of_role(Role.SUPERVISOR), *crew.heads()]:
        if member.foreign or member.person_id == case.person_id:
            continue
        says += await desk.tell(member, lines, (action("take", case), action("case", case)), case=case)
    return says


async def registered(desk: Desk, case: Case) -> list[Say]:
    """A new case: days left, what it is about. Its words stay where they are until somebody opens it."""
    said = line("desk-new-suggestion" if case.kind == Kind.SUGGESTION else "desk-new")
    return await for_everybody(desk, case, (head(desk, case), said))


async def became_complaint(desk: Desk, case: Case) -> list[Say]:
    lines = (head_with(desk, case, line("desk-now-complaint")),)
    holder = await desk.holder_of(case)
    if holder is None:
        return await for_everybody(desk, case, lines)
    return await desk.tell(holder, lines, (action("case", case),), case=case)


async def more_said(desk: Desk, case: Case, kind: str, text: str, files: int) -> list[Say]:
    """The complainant added words or files, or answered: its holder hears. Nobody, while nobody holds it."""
    holder = await desk.holder_of(case)
    if holder is None:
        return []
    said = line("desk-question-answered" if kind == "answer" else "desk-more-said")
    lines: list[Line] = [head_with(desk, case, said)]
    if text.strip():
        lines.append(line("quoted", text=Quote(text, _SHOWN)))
    if files:
        lines.append(line("desk-more-files", count=files))
    options: tuple[Option, ...] = (action("case", case),)
    if files:
        options = (*options, action("files", case))
    return await desk.tell(holder, lines, options, case=case)
