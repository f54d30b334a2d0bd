"""Service standards and the catalogue of services: what the office promised, as data rules can compute with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from rules.components import OF_A_STANDARD, Component

DayUnit = Literal["working", "calendar"]


@dataclass(frozen=True, slots=True)
class Completion:
    """The promised time (component 3). `days` counts from the day the file is complete and correct, which is day 0."""

    days: int
    unit: DayUnit


@dataclass(frozen=True, slots=True)
class Fee:
    """The promised fee (component 4). `amount` is integer rupiah: 0 when free, None when it depends on a tariff."""

    free: bool
    amount: int | None


@dataclass(frozen=True, slots=True)
class ServiceStandard:
    """One service standard of the annex. What the text does not say is None.

    `reply_days` are the working days for the reply to a complaint (component 6, point 4), `window_days` the calendar
    days within which one may complain (component 6, point 2), `staff` the number of people (component 11).
    """

    id: str
    number: int
    title: str
    kbli: str | None
    completion: Completion | None
    fee: Fee | None
    reply_days: int | None
    window_days: int | None
    staff: int | None
    components: Mapping[Component, tuple[str, ...]]

    def missing_components(self) -> tuple[Component, ...]:
        """Components without any text, in the order of the standard."""
        return tuple(c for c in OF_A_STANDARD if not self.components.get(c))


@dataclass(frozen=True, slots=True)
class Service:
    """A service that a citizen can name. `standard` is None while the office has not loaded its text.

    `name` is what people are shown, by language ("id" always there); `aliases` are what people say.
    `variants` are narrower services that a citizen may mean (ids of other services), offered when only this is said.
    """

    id: str
    names: Mapping[str, str]
    aliases: tuple[str, ...] = ()
    kbli: str | None = None
    standard: ServiceStandard | None = None
    variants: tuple[str, ...] = ()

    def name(self, language: str = "id") -> str:
        """The name in that language, else in Indonesian."""
        return self.names.get(language, self.names["id"])


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every service of the office, by id."""

    services: Mapping[str, Service] = field(default_factory=dict)

    @classmethod
    def of(cls, services: Iterable[Service]) -> "Catalogue":
        return cls({service.id: service for service in services})

    def get(self, service_id: str | None) -> Service | None:
        return self.services.get(service_id) if service_id else None

    def by_kbli(self, code: str) -> Service | None:
        """The service of that five-digit KBLI code, if the office has one."""
        return next((s for s in self.services.values() if s.kbli == code), None)
