"""`aduan bundle N`: all of a case in one archive."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.shared import draft_of, stop
from bot.program import office_of, opened_database
from bot.settings import Settings, load_settings
from handlers.desk.bundle import write_bundle
from handlers.desk.desk import Desk
from rules.days import local_date
from rules.number import staff_number


def bundle_commands(app: typer.Typer) -> None:
    app.command("bundle")(bundle)


def bundle(
    number: Annotated[str, typer.Argument(metavar="N", help="The case: ADU-2026-00017-4, or 17 of this year.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The archive to write; one there is kept.")],
) -> None:
    """Write all of a case with its audit entries and their proof, for the Ombudsman or APIP."""
    if out.exists():
        stop(f"--out: {out} is there already; name a new file.")
    try:
        seal = asyncio.run(_write(load_settings(), number, out))
    except OSError as trouble:
        stop(f"--out: {out} cannot be written ({trouble.strerror}).")
    print(f"{out}: seal {seal}")


async def _write(settings: Settings, said: str, out: Path) -> str:
    office, now = office_of(settings), datetime.now(UTC)
    found = staff_number(said, office.profile.prefix, local_date(now).year)
    if found is None or found.number is None:
        stop(f"{said!r} is not the number of a case.")
    with draft_of(out) as draft:
        async with opened_database(settings) as database, database.work(now) as work:
            case = await work.cases.by_number(found.number)
            if case is None or case.erased_at is not None:
                stop(f"There is no case {found.number}.")
            seal = await write_bundle(Desk(work, office, now), case, draft, by="operator")
            await work.commit()
    return seal
