"""Adding words or files to a case that is on file. A follow-up never restarts the clock."""

from typing import Any

from handlers.desk.conflicts import look_for_conflicts
from handlers.desk.desk import Desk
from handlers.desk.news import more_said
from handlers.form import Asked, Finished, Form, Heard, Missed, Outcome, Question, begin
from handlers.form import ask as ask_form
from handlers.say import Line, Say, line
from handlers.turn import Turn
from rules.identity import nik_in
from storage.tables import Case


async def add(turn: Turn, case: Case, text: str = "") -> list[Say]:
    """`tambah [N] [text]`: at once when something is there, otherwise it is asked for."""
    if text.strip() or turn.attachments or "location" in turn.facts:
        return await added(turn, case, text)
    begin(turn, ADD, {"number": case.number}, case.id)
    return [await ask_form(turn, ADD)]


async def added(turn: Turn, case: Case, text: str, kind: str = "addition") -> list[Say]:
    """Write it on the case and say so, files counted; its holder hears. What came in several messages is one entry."""
    if case.merged_into_id is not None:  # one matter, on file as the other case
        case = await turn.work.cases.locked(case.merged_into_id)
    turn.attachments = [a for a in turn.attachments if a.case_id in (None, case.id)]
    body: dict[str, Any] = {"text": text.strip(), "files": [a.id for a in turn.attachments]}
    for attachment in turn.attachments:
        attachment.case_id = case.id
    if "location" in turn.facts:
        body["location"] = turn.facts["location"]
    cases = turn.work.cases
    earlier = next((e for e in await cases.entries(case) if e.id == turn.entry_id), None)
    before = dict(earlier.body or {}) if earlier else None
    if earlier:
        earlier.body = body
        cases.note(kind, case, by="citizen", continued=True, files=len(turn.attachments))
    else:
        entry = await cases.add_entry(
            case, kind, by="citizen", body=body, visibility="citizen", files=len(turn.attachments)
        )
        turn.entry_id = entry.id
    if case.nik is None and case.person_id == turn.contact.person_id and (nik := nik_in(text)) is not None:
        case.nik = nik
    await _tie_message(turn, case)
    said: Line = line("add-done", number=case.number)
    if turn.attachments:
        said = line("add-done-files", number=case.number, count=len(turn.attachments))
    says, desk = [Say((said,), case_id=case.id)], Desk.of(turn)
    says += await look_for_conflicts(desk, case, text)
    told_before = str((before or {}).get("text", ""))
    if earlier is None or text.strip() != told_before:
        new = text.strip().removeprefix(told_before).strip() if told_before else text
        says += await more_said(desk, case, kind, new, len(turn.attachments))
    return says


async def _tie_message(turn: Turn, case: Case) -> None:
    """This message belongs to the case now: an edit of it is one more addition, a quote of it means this case."""
    ref = turn.inbound.message_ref or turn.inbound.provider_id
    row = await turn.work.inbox.by_ref(turn.contact.id, ref)
    if row:
        row.case_id = case.id


async def ask_addition(turn: Turn, answers: dict[str, Any]) -> Asked:
    return Asked((line("add-ask", number=answers["number"]),))


async def read_addition(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    if not heard.text.strip() and not turn.attachments and "location" not in turn.facts:
        return Missed((line("add-missed"),))
    assert turn.talk.case_id is not None
    case = await turn.work.cases.locked(turn.talk.case_id)
    return Finished(tuple(await added(turn, case, heard.text)))


ADD = Form("add", 1, (Question("addition", lambda a: True, ask_addition, read_addition),))
