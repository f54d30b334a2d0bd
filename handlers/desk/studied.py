"""What a study says, in rows, for whoever reads it (component 6, point 6a-6e)."""

from collections.abc import Mapping
from typing import Any

from handlers.desk.access import without_identity
from handlers.desk.desk import Desk
from handlers.say import Line, Quote, line
from storage.tables import Case

_ROW = 300  # characters


def study_rows(body: Mapping[str, Any], besides: Case | None = None) -> list[Line]:
    """The study in five lettered rows; `besides`: without whatever tells who brought that case."""

    def told(text: str | None) -> Quote:
        return Quote((without_identity(besides, text) if besides and text else text) or "-", _ROW)

    before = body.get("before") or {}
    numbers, said = ", ".join(before.get("numbers", [])), before.get("text", "")
    tied = " · ".join(part for part in (numbers, said) if part)
    return [
        line("desk-row-study-a", text=told(body.get("core"))),
        line("desk-row-study-b", text=told(body.get("rule"))),
        line("desk-row-study-c", text=told(tied)) if tied else line("desk-row-study-c-none"),
        line("desk-row-study-d", plan=line(f"plan-{body['plan']}") if body.get("plan") else "-"),
        line("desk-row-study-e", text=told(body.get("parties"))),
    ]


async def core_row(desk: Desk, case: Case) -> Line:
    """The core of the problem, for eyes that do not see who complains."""
    study = await desk.work.cases.latest_entry(case.id, "study")
    return study_rows((study.body or {}) if study else {}, besides=case)[0]
