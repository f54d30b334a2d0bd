"""The command line `aduan`. Errors are one line on standard error; exit 2: bad input, 1: something was found wrong."""

import os
import sys

import typer

from bot.channel import SettingsTrouble
from bot.cli.bench import bench_commands
from bot.cli.bundle import bundle_commands
from bot.cli.digest import digest_commands
from bot.cli.export import export_app
from bot.cli.measure import measure_commands
from bot.cli.people import people_commands
from bot.cli.register import register_commands
from bot.cli.serving import serving_commands
from bot.cli.simulate import simulate_commands
from bot.cli.standards import standards_app
from bot.cli.study import study_commands
from bot.cli.telling import telling_commands
from bot.cli.training import training_commands
from storage.database import DatabaseTrouble
from storage.vault import WrongKey

app = typer.Typer(
    name="aduan",
    help="The complaint bot of a one-stop licensing office.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
serving_commands(app)
telling_commands(app)
register_commands(app)
people_commands(app)
bench_commands(app)
training_commands(app)
study_commands(app)
measure_commands(app)
bundle_commands(app)
digest_commands(app)
simulate_commands(app)
app.add_typer(export_app, name="export")
app.add_typer(standards_app, name="standards")


def main() -> None:
    """The entry point: trouble an operator can mend is one line, not a traceback."""
    try:
        app()
    except (SettingsTrouble, DatabaseTrouble, WrongKey) as trouble:
        print(f"aduan: {trouble}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # Whoever read our output has stopped; that is no mistake.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
