"""The catalogue: the services of `services.toml`, each with its standard when `standards/` has it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import bot
from bot.agency_standard import StandardFile, read_standard
from bot.agency_table import AgencyTrouble, Table, read_table
from rules.standard import Catalogue, Service

LANGUAGES = ("id", "su", "en")


def shipped_folder() -> Path:
    """The folder of the office that comes with the program; it lies beside the program's own packages."""
    return Path(bot.__path__[0]).parent / "agency" / "purwakarta"


def load_catalogue(folder: Path) -> Catalogue:
    """Every service of the office of that folder. Raises `AgencyTrouble`.

    A standard belongs to the service of the same id; one without such a service is a service of its own.
    """
    table = read_table(folder / "services.toml")
    services: dict[str, Service] = {}
    for one in table.tables("services"):
        service = _service(one)
        if service.id in services:
            raise table.trouble(f"service {service.id} is there twice")
        services[service.id] = service
    table.done()
    for path in sorted((folder / "standards").glob("*.toml")):
        found = read_standard(path)
        services[found.standard.id] = _with_standard(services.get(found.standard.id), found, path)
    _check(folder, services)
    return Catalogue.of(services.values())


def service_called(catalogue: Catalogue, title: str) -> Service | None:
    """The service that has that very name or alias, in any case and spacing, if there is one."""
    wanted = _plain(title)
    for service in catalogue.services.values():
        if wanted and wanted in map(_plain, _said(service)):
            return service
    return None


def _service(table: Table) -> Service:
    service_id = table.id()
    names = table.text_table("names")
    if "id" not in names:
        raise table.trouble("names must have one in Indonesian (id)")
    _known_languages(table, names)
    service = Service(
        id=service_id,
        names=names,
        aliases=table.texts("aliases"),
        kbli=table.optional("kbli", table.text),
        variants=table.texts("variants"),
    )
    table.done()
    return service


def _with_standard(service: Service | None, found: StandardFile, path: Path) -> Service:
    standard = found.standard
    _known_languages(Table(path, {}), found.names)
    if service is None:
        names = {"id": standard.title, **found.names}
        return Service(standard.id, names, found.aliases, standard.kbli, standard)
    aliases = tuple(dict.fromkeys((*service.aliases, *found.aliases)))
    kbli = service.kbli if standard.kbli is None else standard.kbli
    return replace(service, names={**service.names, **found.names}, aliases=aliases, kbli=kbli, standard=standard)


def _known_languages(table: Table, names: Mapping[str, str]) -> None:
    if unknown := sorted(set(names) - set(LANGUAGES)):
        raise table.trouble(f"names: unknown language {', '.join(unknown)}")


def _check(folder: Path, services: Mapping[str, Service]) -> None:
    """Whatever a citizen says must mean one service, and every variant and code must lead somewhere."""
    means: dict[str, str] = {}
    codes: dict[str, str] = {}
    for service in services.values():
        for said in _said(service):
            other = means.setdefault(_plain(said), service.id)
            if other != service.id:
                raise AgencyTrouble(f"{folder}: {said!r} is said for two services, {other} and {service.id}")
        for variant in service.variants:
            if variant not in services or variant == service.id:
                raise AgencyTrouble(f"{folder}: service {service.id}: no other service is called {variant}")
        other = codes.setdefault(service.kbli, service.id) if service.kbli else service.id
        if other != service.id:
            raise AgencyTrouble(f"{folder}: KBLI {service.kbli} is given to both {other} and {service.id}")


def _said(service: Service) -> tuple[str, ...]:
    return (*service.names.values(), *service.aliases)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
