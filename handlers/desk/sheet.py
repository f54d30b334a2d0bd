"""The case sheet: everything on file about a case on a page or two, as a PDF, made from the file and nothing else.

Goes to the direct superior with each step (component 6, point 7a) and with the result (point 8). In Indonesian whatever
the reader's chat speaks: it is a paper of the office.
"""

import asyncio
from datetime import datetime

from handlers.desk.access import sees_identity, story_for, without_identity
from handlers.desk.desk import Desk
from handlers.desk.screen import how_far, what_happened, where
from handlers.desk.studied import study_rows
from handlers.intake.matter import component_name
from handlers.intake.when import breach_line
from handlers.say import Line, line
from handlers.speak import in_words
from messages.paper import Paper, Section, to_pdf
from messages.speech import Words
from rules.breach import Breach
from rules.components import Component
from rules.days import JAKARTA
from rules.kind import Kind
from storage.tables import Attachment, Case, Staff

_WORDS = Words("id")


async def case_sheet(desk: Desk, case: Case, reader: Staff) -> Attachment:
    """Make the sheet and keep it with the case. Who complains stands on it where its reader may know, and never of a
    secret case: a paper goes from hand to hand.
    """
    content = await sheet_content(desk, case, reader)
    return await desk.work.attachments.make(case.id, content, name=f"{case.number}.pdf", media_type="application/pdf")


async def sheet_content(desk: Desk, case: Case, reader: Staff | None) -> bytes:
    """The sheet as a PDF. `reader`: None for an export."""
    return await asyncio.to_thread(to_pdf, await _paper(desk, case, reader))


async def _paper(desk: Desk, case: Case, reader: Staff | None) -> Paper:
    sections = (
        Section(_say("sheet-case"), _case_rows(desk, case)),
        Section(_say("sheet-complainant"), _person_rows(case, reader)),
        Section(_say("sheet-story"), paragraphs=(story_for(None, case),)),
        Section(_say("sheet-promise"), paragraphs=tuple(_promises(case))),
        Section(_say("sheet-study"), await _study(desk, case)),
        Section(_say("sheet-routes"), await _routes(desk, case)),
        Section(_say("sheet-steps"), await _steps(desk, case)),
        Section(_say("sheet-now"), ((_say("sheet-where"), in_words(await where(desk, case), _WORDS)),)),
    )
    made = desk.now.astimezone(JAKARTA)
    return Paper(
        title=_say("sheet-title", number=case.number),
        subtitle=desk.office.profile.name,
        sections=sections,
        footer=_say("sheet-footer", day=_WORDS.day(made.date()), hour=_WORDS.hour(made)),
        page_words=_say("sheet-page", page="{page}", pages="{pages}"),
    )


def _case_rows(desk: Desk, case: Case) -> tuple[tuple[str, str], ...]:
    service = desk.office.catalogue.get(case.service_id)
    rows = [
        (_say("sheet-kind"), _say(f"sheet-kind-{case.kind}")),
        (_say("sheet-registered"), _moment(case.registered_at)),
        (_say("sheet-channel"), in_words(desk.channel_name(case.channel), _WORDS)),
        (_say("sheet-service"), service.name() if service else _say("desk-service-unknown")),
        (_say("sheet-component"), in_words(component_name(Component(case.component)), _WORDS)),
    ]
    if case.kind == Kind.COMPLAINT:
        for clock in case.clocks:
            rows.append((_say("sheet-due", round=str(clock.round)), _WORDS.day(clock.due)))
            if clock.answered_at:
                rows.append((_say("sheet-answered"), _moment(clock.answered_at)))
    return tuple(rows)


def _person_rows(case: Case, reader: Staff | None) -> tuple[tuple[str, str], ...]:
    if case.secret:
        return ((_say("sheet-name"), _say("sheet-secret")),)
    if case.name is None:
        return ((_say("sheet-name"), _say("sheet-nobody")),)
    if reader is not None and not sees_identity(reader, case):
        return ((_say("sheet-name"), _say("sheet-hidden")),)
    rows = [(_say("sheet-name"), f"{case.name}, {case.organisation}" if case.organisation else case.name)]
    if case.address:
        rows.append((_say("sheet-address"), case.address))
    return tuple(rows)


def _promises(case: Case) -> list[str]:
    return [in_words(breach_line(Breach.from_plain(breach)), _WORDS) for breach in case.breach]


async def _study(desk: Desk, case: Case) -> tuple[tuple[str, str], ...]:
    study = await desk.work.cases.latest_entry(case.id, "study")
    if study is None or study.body is None:
        return ()
    rows = [in_words(row, _WORDS) for row in study_rows(study.body, besides=case if case.secret else None)]
    return tuple((label, value) for label, _, value in (row.partition(": ") for row in rows))


async def _routes(desk: Desk, case: Case) -> tuple[tuple[str, str], ...]:
    rows: list[tuple[str, str]] = []
    for route in await desk.work.routes.of_case(case.id):
        asker = await desk.work.team.get(route.asked_by)
        unit = f" ({desk.agency_name(route.unit)})" if route.unit and not route.unit.isdecimal() else ""
        said = [f"{_say(f'route-{route.kind}')}{unit}, {asker.name}", _say(f"route-status-{route.status}")]
        said += [
            str(route.said[key])
            for key in ("question", "reason", "decision", "regulation", "answer")
            if route.said.get(key)
        ]
        rows.append((_moment(route.asked_at), _shown(case, "\n".join(said))))
    return tuple(rows)


async def _steps(desk: Desk, case: Case) -> tuple[tuple[str, str], ...]:
    """What was written on it; a secret complainant's own words stay out, since they may tell who it is."""
    rows: list[tuple[str, str]] = []
    for entry in await desk.work.cases.entries(case):
        staff = await desk.work.team.by_ref(entry.by)
        by = staff.name if staff else _say(f"entry-by-{entry.by}")
        text = str((entry.body or {}).get("text") or "")
        if case.secret and entry.by == "citizen":
            text = ""
        said = f"{in_words(what_happened(entry), _WORDS)}, {by}"
        if entry.delivery:
            said += f" ({in_words(how_far(entry.delivery), _WORDS)})"
        rows.append((_moment(entry.at), _shown(case, f"{said}\n{text}" if text else said)))
    return tuple(rows)


def _shown(case: Case, text: str) -> str:
    """An officer may have named a secret complainant in their own words."""
    return without_identity(case, text) if case.secret else text


def _moment(at: datetime) -> str:
    local = at.astimezone(JAKARTA)
    return f"{_WORDS.day(local.date())}, {_WORDS.hour(local)}"


def _say(message_id: str, **values: object) -> str:
    return in_words(Line(message_id, values) if values else line(message_id), _WORDS)
