"""What the commands have in common: the option for scripts, and one line when something is wrong."""

import sys
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
