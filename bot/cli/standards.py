"""`aduan standards`: bring service standards into the catalogue, and see what is missing there."""

import json
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot.agency_profile import load_profile
from bot.agency_services import load_catalogue, shipped_folder
from bot.agency_table import AgencyTrouble
from bot.settings import load_settings
from bot.standards_check import check_catalogue
from bot.standards_import import as_json, import_standards
from rules.annex import AnnexTrouble

standards_app = typer.Typer(help="Service standards: import them, check them.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="One JSON object a line and nothing else.")]


@standards_app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="The text of the annex: one standard or many.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="Where to write; the office's standards/ if not given.")
    ] = None,
    as_lines: Json = False,
) -> None:
    """Read every standard of FILE into the catalogue. Writes all or nothing; exit 2 names what is missing."""
    folder = load_settings().AGENCY_DIR or shipped_folder()
    target = out or folder / "standards"
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        _stop([f"{file}: is not UTF-8 text"])
    except OSError as error:
        _stop([f"{file}: cannot be read ({error.strerror})"])
    try:
        standards = import_standards(text, target, load_catalogue(folder))
    except AnnexTrouble as trouble:
        _stop([f"{file}: {line}" for line in trouble.lines] + ["nothing was changed"])
    except AgencyTrouble as trouble:
        _stop([trouble.line, "nothing was changed"])
    except OSError as error:
        _stop([f"{target}: cannot be written ({error.strerror})"])
    for standard in standards:
        if as_lines:
            print(json.dumps(as_json(standard), ensure_ascii=False))
        else:
            print(f"{target / standard.id}.toml: standard {standard.number}, {standard.title}")


@standards_app.command("check")
def check(as_lines: Json = False) -> None:
    """List every service. Exit 1 when a standard that is loaded lacks something or a file cannot be used."""
    folder = load_settings().AGENCY_DIR or shipped_folder()
    try:
        checked = check_catalogue(load_catalogue(folder), load_profile(folder))
    except AgencyTrouble as trouble:
        _stop([trouble.line], code=1)
    for one in checked:
        if as_lines:
            found = {"id": one.service.id, "name": one.service.name(), "loaded": one.loaded}
            print(json.dumps(found | {"problems": list(one.problems)}, ensure_ascii=False))
        else:
            print(one.line())
    if any(one.problems for one in checked):
        raise typer.Exit(1)


def _stop(lines: list[str], *, code: int = 2) -> NoReturn:
    for line in lines:
        typer.echo(line, err=True)
    raise typer.Exit(code)
