"""`aduan digest`: what superiors would get on a day, written to files and sent to nobody."""

import asyncio
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.shared import day_of, stop
from bot.program import office_of, opened_database
from bot.settings import Settings, load_settings
from handlers.desk.desk import Desk
from handlers.digest.make import file_name, make
from handlers.digest.text import digest_lines
from handlers.speak import in_words
from messages.speech import Words
from rules.days import JAKARTA, local_date
from rules.periods import PeriodKind
from storage.figures import Scope


def digest_commands(app: typer.Typer) -> None:
    app.command("digest")(digest)


def digest(
    kind: Annotated[PeriodKind, typer.Argument(help="Of the working day, week, month or quarter before the date.")],
    day: Annotated[str, typer.Option("--date", help="The day it would go out, YYYY-MM-DD; today.")] = "",
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the files are written.")] = Path(),
    unit: Annotated[str, typer.Option("--unit", help="Only cases held by officers of this unit.")] = "",
) -> None:
    """Write a digest (text, picture, workbook) without sending it. What is open is counted as it stands now."""
    on = day_of("--date", day) or local_date(datetime.now(UTC))
    try:
        out.mkdir(parents=True, exist_ok=True)
        written = asyncio.run(_write(load_settings(), kind, on, out, unit or None))
    except OSError as trouble:
        stop(f"--out: {out} cannot be written ({trouble.strerror}).")
    for path in written:
        print(path)


async def _write(settings: Settings, kind: PeriodKind, day: date, out: Path, unit: str | None) -> list[Path]:
    office, words = office_of(settings), Words("id")
    now = datetime.combine(day, time(7, 30), JAKARTA)
    async with opened_database(settings) as database, database.reading(now) as work:
        desk = Desk(work, office, now)
        units = {member.unit for member in await work.team.everybody() if member.unit and not member.foreign}
        if unit is not None and unit not in units:
            stop(f"--unit: nobody here works in {unit!r}; there is {', '.join(sorted(units)) or 'no unit'}.")
        made = await make(desk, kind, Scope(unit), words)
        text = "\n".join(in_words(one, words) for one in await digest_lines(desk, None, made.digest, words, whole=True))
    name = file_name(made.digest)
    written = {"txt": f"{text}\n".encode(), "png": made.picture, "xlsx": made.workbook}
    paths = []
    for ending, content in written.items():
        if content is not None:
            paths.append(out / f"{name}.{ending}")
            paths[-1].touch(mode=0o600)  # it names officers
            paths[-1].write_bytes(content)
    return paths
