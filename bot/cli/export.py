"""`aduan export register`: the register as a file, however long it is."""

import asyncio
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.shared import day_of, draft_of, progress, stop
from bot.program import office_of, opened_database
from bot.settings import Settings, load_settings
from handlers.desk.desk import Desk
from handlers.desk.evaluation import evaluation
from handlers.desk.register import FIRST_DAY, LAST_DAY, Format, Span, write_register
from rules.calendar import ONE_DAY
from rules.days import local_date
from rules.periods import Quarter
from storage.figures import WHOLE_OFFICE

export_app = typer.Typer(help="Files for the archive and for others.", no_args_is_help=True)


@export_app.callback()
def _group() -> None:
    """Without it `register` would be the whole of `export`."""


@export_app.command("register")
def register(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write; one that is there is kept.")],
    form: Annotated[Format, typer.Option("--format", help="A workbook, or values with commas.")] = Format.XLSX,
    first: Annotated[str, typer.Option("--from", help="Registered on this day or later, YYYY-MM-DD.")] = "",
    last: Annotated[str, typer.Option("--to", help="Registered on this day or before, YYYY-MM-DD.")] = "",
) -> None:
    """Write the register. Secret identities and what they told are left out; that it was exported is on the audit."""
    span = Span(day_of("--from", first) or FIRST_DAY, day_of("--to", last) or LAST_DAY)
    if span.last < span.first:
        stop("--to: it lies before --from.")
    if out.exists():
        stop(f"--out: {out} is there already; name a new file.")
    try:
        written = asyncio.run(_write(load_settings(), out, form, span))
    except OSError as trouble:
        stop(f"--out: {out} cannot be written ({trouble.strerror}).")
    print(f"{out}: {written} cases")


@export_app.command("evaluation")
def report(
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="The workbook to write; one that is there is kept.")
    ],
    quarter: Annotated[str, typer.Option("--quarter", metavar="YEAR-N", help="As 2026-4; the last whole one.")] = "",
) -> None:
    """Write the report for the evaluation of the service standards: what is complained about, broken, proposed."""
    said = re.fullmatch(r"(20\d\d|21\d\d)-([1-4])", quarter)
    if quarter and not said:
        stop(f"--quarter: {quarter!r} is not a quarter, as 2026-4.")
    if out.exists():
        stop(f"--out: {out} is there already; name a new file.")
    today = local_date(datetime.now(UTC))
    of = Quarter(int(said[1]), int(said[2])) if said else Quarter.of(Quarter.of(today).first - ONE_DAY)
    try:
        asyncio.run(_write_report(load_settings(), out, of))
    except OSError as trouble:
        stop(f"--out: {out} cannot be written ({trouble.strerror}).")
    print(out)


async def _write_report(settings: Settings, out: Path, quarter: Quarter) -> None:
    office, now = office_of(settings), datetime.now(UTC)
    with draft_of(out) as draft:
        async with opened_database(settings) as database:
            async with database.reading(now) as work:
                content = await evaluation(Desk(work, office, now), quarter, WHOLE_OFFICE)
            async with database.work(now) as work:
                work.audit.record("evaluation_exported", by="operator", quarter=str(quarter))
                await work.commit()
        draft.write_bytes(content)


async def _write(settings: Settings, out: Path, form: Format, span: Span) -> int:
    office, now = office_of(settings), datetime.now(UTC)
    with draft_of(out) as draft:
        async with opened_database(settings) as database:
            async with database.reading(now) as work:
                total = await work.register.count(span.first, span.last, WHOLE_OFFICE)
                with progress() as bar:
                    task = bar.add_task(f"writing {total:,} cases", total=total)
                    desk = Desk(work, office, now)
                    written = await write_register(
                        desk, draft, form, span, WHOLE_OFFICE, advance=lambda n: bar.advance(task, n)
                    )
            async with database.work(now) as work:
                work.audit.record("register_exported", by="operator", cases=written, form=form)
                await work.commit()
    return written
