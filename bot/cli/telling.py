"""`aduan classify`, `understand` and `deadline`: the rules and the reader, asked directly."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Annotated, Any

import typer

from bot.cli.shared import Json, stop
from bot.program import office_of
from bot.settings import load_settings
from messages.speech import Words
from rules.components import Component
from rules.days import local_date
from rules.deadlines import reply_due
from rules.understanding.understood import Classification, Gist, Progress, SaidService, Understood

Text = Annotated[str | None, typer.Argument(help="The message; without it, one message a line from standard input.")]


def telling_commands(app: typer.Typer) -> None:
    app.command("classify")(classify)
    app.command("understand")(understand)
    app.command("deadline")(deadline)


def classify(text: Text = None, as_json: Json = False) -> None:
    """What a message complains about, by component of the service standard, with the evidence."""
    reader = office_of(load_settings()).reader
    for message in _messages(text):
        found = reader.classify(message)
        if as_json:
            print(json.dumps(_classified(found), ensure_ascii=False))
            continue
        print(f"{found.component.value}  {found.score:.2f}{'' if found.sure else '  (would ask)'}")
        for evidence in found.evidence:
            print(f"  {evidence.component.value}: {evidence.said!r} ~ {evidence.matched!r}")


def understand(
    text: Text = None,
    today: Annotated[str, typer.Option("--today", help="The day it was written, YYYY-MM-DD.")] = "",
    as_json: Json = False,
) -> None:
    """What a first message already says."""
    office = office_of(load_settings())
    day = _day(today, "--today") if today else local_date(datetime.now(UTC))
    for message in _messages(text):
        said = slots_of(office.reader.read(message, day))
        if as_json:
            print(json.dumps(said, ensure_ascii=False))
        else:
            for name, value in said.items():
                print(f"{name}: {'-' if value is None else value}")


def deadline(
    received: Annotated[str, typer.Argument(metavar="DATE", help="The day it was received complete, YYYY-MM-DD.")],
    days: Annotated[int, typer.Option("--days", min=1, max=366, help="Working days.")] = 14,
    as_json: Json = False,
) -> None:
    """When the reply is due, and which days were skipped."""
    office = office_of(load_settings())
    due = reply_due(_day(received, "DATE"), office.calendar, days)
    skipped = [{"date": off.day.isoformat(), "name": off.name} for off in due.skipped]
    if as_json:
        told = {
            "received": due.received.isoformat(),
            "due": due.due.isoformat(),
            "working_days": due.working_days,
        }
        print(json.dumps({**told, "skipped": skipped}, ensure_ascii=False))
        return
    words = Words("id")
    print(f"{due.due.isoformat()}  {words.day(due.due)} ({due.working_days} hari kerja)")
    for off in due.skipped:
        print(f"  {off.day.isoformat()}  {off.name}")


def _messages(text: str | None) -> Iterator[str]:
    if text is not None:
        yield text
        return
    for raw in sys.stdin.buffer:
        yield raw.decode("utf-8", "replace").rstrip("\r\n")


def _day(text: str, where: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if 2000 <= day.year <= 2098:
        return day
    return stop(f"{where}: {text!r} is not a date between 2000-01-01 and 2098-12-31.")


def _classified(found: Classification) -> dict[str, Any]:
    return {
        "component": found.component.value,
        "score": round(found.score, 4),
        "ranked": [{"component": r.component.value, "score": round(r.score, 4)} for r in found.ranked],
        "evidence": [{"component": e.component.value, "said": e.said, "matched": e.matched} for e in found.evidence],
    }


def _received_on(said: Understood) -> str | None:
    """A service that is still pending has not been received on any day; what somebody did meanwhile has one."""
    pending = said.progress is Progress.PENDING and not said.misdeed
    if pending or said.when is None or said.when.day is None:
        return None
    return said.when.day.isoformat()


def _likely(said: SaidService) -> str | None:
    """A single likely service ("Maksudnya ...?"), or the wide one of which the bot asks which variant it is."""
    return said.candidates[0] if said.unsure and len(said.candidates) == 1 else said.wide


def slots_of(said: Understood) -> dict[str, Any]:
    """What `aduan understand --json` prints."""
    component = said.classification.component if said.classification else None
    identity = said.identity
    about_us = component not in (None, Component.OTHER) or said.service.service_id is not None
    return {
        "name": identity.name or identity.organisation,
        "service": said.service.service_id or _likely(said.service),
        "kbli": said.service.kbli,
        "received_on": _received_on(said),
        "component": component.value if component else None,
        "wants_secret": said.wants_secret,
        "has_identity": bool(identity.name or identity.organisation),
        "has_object": bool(said.classification) and said.gist is Gist.STORY and about_us,
    }
