"""What the commands have in common: the option for scripts, and one line when something is wrong."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import Progress

Json = Annotated[bool, typer.Option("--json", help="One JSON object a line and nothing else.")]


def stop(said: str) -> NoReturn:
    """Bad input: one line on standard error, exit 2."""
    print(f"aduan: {said}", file=sys.stderr)
    raise typer.Exit(2)


def progress() -> Progress:
    """A bar on standard error; nothing at all where nobody watches."""
    console = Console(stderr=True)
    return Progress(console=console, transient=True, disable=not console.is_terminal)


@contextmanager
def draft_of(out: Path) -> Iterator[Path]:
    """Where it is written first: what is interrupted does not look like the whole, and nobody else reads it."""
    draft = out.with_name(f".{out.name}.part")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
        yield draft
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)


def day_of(option: str, said: str) -> date | None:
    """The day that an option names; None where it is empty. What is none, or no day of an office, ends the command."""
    try:
        day = date.fromisoformat(said) if said else None
    except ValueError:
        stop(f"{option}: {said!r} is not a date of the form YYYY-MM-DD.")
    if day is not None and not 2000 <= day.year < 2200:
        stop(f"{option}: {said!r} lies in no year of this program (2000 to 2199).")
    return day
