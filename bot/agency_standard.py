"""A service standard as a file of the agency folder: `standards/<id>.toml`, read and written."""

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.agency_table import Table, read_table
from rules.components import OF_A_STANDARD, Component
from rules.standard import Completion, DayUnit, Fee, ServiceStandard

UNITS: Mapping[str, DayUnit] = {"working": "working", "calendar": "calendar"}


@dataclass(frozen=True, slots=True)
class StandardFile:
    """A standard with what the office adds: names by language, and what citizens call the service."""

    standard: ServiceStandard
    names: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()


def read_standard(path: Path) -> StandardFile:
    """The standard in that file. Raises `AgencyTrouble`."""
    table = read_table(path)
    standard_id = table.id()
    if standard_id != path.stem:
        raise table.trouble(f"id is {standard_id!r}, so the file must be named {standard_id}.toml")
    standard = ServiceStandard(
        id=standard_id,
        number=table.number("number", least=1),
        title=table.text("title"),
        kbli=_kbli(table),
        completion=_completion(table.table("completion")) if table.has("completion") else None,
        fee=_fee(table.table("fee")) if table.has("fee") else None,
        reply_days=table.optional("reply_days", lambda key: table.number(key, least=1)),
        window_days=table.optional("window_days", lambda key: table.number(key, least=1)),
        staff=table.optional("staff", lambda key: table.number(key, least=1)),
        components=_components(table.table("components")),
    )
    aliases = table.texts("aliases")
    names = table.text_table("names") if table.has("names") else {}
    table.done()
    return StandardFile(standard, names, aliases)


def write_standards(folder: Path, files: Iterable[StandardFile]) -> tuple[Path, ...]:
    """Write each as `<id>.toml`: all of them are complete on disk before the first takes its place.

    Raises OSError when the folder cannot be written; then nothing that was there has changed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    staged: list[tuple[Path, Path]] = []
    try:
        for file in files:
            number, name = tempfile.mkstemp(dir=folder, prefix=".standard-", suffix=".part")
            staged.append((Path(name), folder / f"{file.standard.id}.toml"))
            with os.fdopen(number, "w", encoding="utf-8") as part:
                part.write(standard_toml(file))
                part.flush()
                os.fsync(part.fileno())
            Path(name).chmod(0o644)  # mkstemp makes it readable by its owner alone; this is public text
        for part_path, target in staged:
            part_path.replace(target)
    finally:
        for part_path, _ in staged:
            part_path.unlink(missing_ok=True)
    return tuple(target for _, target in staged)


def standard_toml(file: StandardFile) -> str:
    """The text of the file; `read_standard` reads back the same."""
    standard = file.standard
    lines = [f"id = {_text(standard.id)}", f"number = {standard.number}", f"title = {_text(standard.title)}"]
    if standard.kbli is not None:
        lines.append(f"kbli = {_text(standard.kbli)}")
    for key in ("reply_days", "window_days", "staff"):
        value: int | None = getattr(standard, key)
        if value is not None:
            lines.append(f"{key} = {value}")
    lines += _list("aliases", file.aliases)
    if file.names:
        lines += ["", "[names]", *(f"{language} = {_text(name)}" for language, name in file.names.items())]
    if standard.completion is not None:
        days, unit = standard.completion.days, standard.completion.unit
        lines += ["", "[completion]", f"days = {days}", f"unit = {_text(unit)}"]
    if standard.fee is not None:
        lines += ["", "[fee]", f"free = {'true' if standard.fee.free else 'false'}"]
        if standard.fee.amount is not None:
            lines.append(f"amount = {standard.fee.amount}")
    lines += ["", "[components]"]
    for component in OF_A_STANDARD:
        if items := standard.components.get(component):
            lines += _list(component.value, items)
    return "\n".join(lines) + "\n"


def _completion(table: Table) -> Completion:
    days = table.number("days", least=0)
    unit = UNITS.get(said := table.text("unit"))
    if unit is None:
        raise table.trouble(f"unit must be working or calendar, not {said!r}")
    table.done()
    return Completion(days, unit)


def _fee(table: Table) -> Fee:
    free = table.flag("free")
    amount = table.optional("amount", table.number)
    table.done()
    if free and amount != 0:
        raise table.trouble("amount must be 0 when free")
    if amount == 0 and not free:
        raise table.trouble("an amount of 0 must be free = true")
    return Fee(free, amount)


def _kbli(table: Table) -> str | None:
    code = table.optional("kbli", table.text)
    if code is not None and not (len(code) == 5 and code.isascii() and code.isdigit()):
        raise table.trouble(f"kbli must be five digits, not {code!r}")
    return code


def _components(table: Table) -> Mapping[Component, tuple[str, ...]]:
    found = {component: table.texts(component.value) for component in OF_A_STANDARD}
    table.done()
    return {component: items for component, items in found.items() if items}


def _text(text: str) -> str:
    # A JSON string is a TOML string, save for what JSON leaves as it is and TOML forbids.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(key: str, texts: tuple[str, ...]) -> list[str]:
    if not texts:
        return []
    return [f"{key} = [", *(f"    {_text(text)}," for text in texts), "]"]
