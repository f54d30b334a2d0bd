"""From the annex's text to files of the catalogue: what a standard is called here, what an import keeps."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.agency_services import service_called
from bot.agency_standard import StandardFile, read_standard, write_standards
from rules.annex import AnnexTrouble, read_annex
from rules.components import OF_A_STANDARD
from rules.standard import Catalogue, Service, ServiceStandard

_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")


def import_standards(text: str, out: Path, catalogue: Catalogue) -> tuple[ServiceStandard, ...]:
    """Read every standard of the text and write each to `out` as `<id>.toml`; all of them or none.

    A standard of a service that the catalogue has, by KBLI code or by a title that is a name or alias of it,
    takes that service's id. A file that is there keeps its names and aliases.

    Raises `AnnexTrouble` for the text, `AgencyTrouble` for a file in `out` that cannot be read, OSError when
    `out` cannot be written.
    """
    standards = _called_as_known(read_annex(text), catalogue)
    write_standards(out, [_file(standard, out, catalogue) for standard in standards])
    return standards


def as_json(standard: ServiceStandard) -> dict[str, Any]:
    """The standard as `aduan standards import --json` prints it; what the text does not say is None."""
    completion, fee = standard.completion, standard.fee
    return {
        "id": standard.id,
        "number": standard.number,
        "title": standard.title,
        "kbli": standard.kbli,
        "completion": None if completion is None else {"days": completion.days, "unit": completion.unit},
        "fee": None if fee is None else {"free": fee.free, "amount": fee.amount},
        "reply_days": standard.reply_days,
        "staff": standard.staff,
        "components": {c.value: list(standard.components[c]) for c in OF_A_STANDARD},
    }


def _called_as_known(standards: Iterable[ServiceStandard], catalogue: Catalogue) -> tuple[ServiceStandard, ...]:
    called = []
    for standard in standards:
        service = _service_of(standard, catalogue)
        called.append(standard if service is None else replace(standard, id=service.id))
    ids = [standard.id for standard in called]
    if twice := sorted({standard_id for standard_id in ids if ids.count(standard_id) > 1}):
        raise AnnexTrouble([f"two standards are of the same service, {standard_id}" for standard_id in twice])
    return tuple(called)


def _service_of(standard: ServiceStandard, catalogue: Catalogue) -> Service | None:
    if standard.kbli is not None:
        return catalogue.by_kbli(standard.kbli)
    return catalogue.get(standard.id) or service_called(catalogue, standard.title)


def _file(standard: ServiceStandard, out: Path, catalogue: Catalogue) -> StandardFile:
    path = out / f"{standard.id}.toml"
    if path.exists():
        return replace(read_standard(path), standard=standard)
    service = catalogue.get(standard.id)
    if service is not None:
        # What people call it may stand in the file that this one replaces, in the office's own folder.
        return StandardFile(standard) if service.standard is None else _as_called(service, standard)
    aliases = [said for said in _said_for(standard) if service_called(catalogue, said) is None]
    return StandardFile(standard, aliases=tuple(aliases))


def _as_called(service: Service, standard: ServiceStandard) -> StandardFile:
    return StandardFile(standard, service.names, service.aliases)


def _said_for(standard: ServiceStandard) -> Sequence[str]:
    """What citizens may call it, from the title: the trade that follows the KBLI code; `ijin` for `izin`."""
    title = " ".join(_IN_BRACKETS.sub("", standard.title).casefold().split())
    trade = title.split(standard.kbli)[-1].strip(" ,:-") if standard.kbli else title
    slip = re.sub(r"\bizin\b", "ijin", trade)
    return [said for said in dict.fromkeys((trade, slip)) if said and said != standard.title.casefold()]
