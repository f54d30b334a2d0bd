"""What is wrong with the catalogue of an office, service by service."""

from collections.abc import Iterator
from dataclasses import dataclass

from rules.agency import Profile
from rules.standard import Catalogue, Service, ServiceStandard


@dataclass(frozen=True, slots=True)
class Checked:
    """A service and what is wrong with its standard; nothing is when the office has not loaded one."""

    service: Service
    problems: tuple[str, ...]

    @property
    def loaded(self) -> bool:
        return self.service.standard is not None

    def line(self) -> str:
        """For the operator, in one line."""
        standard = self.service.standard
        if standard is None:
            return f"{self.service.id}: standard not loaded"
        state = "; ".join(self.problems) or "complete"
        return f"{self.service.id}: standard {standard.number} loaded, {state}"


def check_catalogue(catalogue: Catalogue, profile: Profile) -> tuple[Checked, ...]:
    """Every service, those with a standard first."""
    services = sorted(catalogue.services.values(), key=lambda service: service.standard is None)
    return tuple(
        Checked(service, () if service.standard is None else tuple(_problems(service.standard, profile)))
        for service in services
    )


def _problems(standard: ServiceStandard, profile: Profile) -> Iterator[str]:
    if missing := standard.missing_components():
        yield f"components missing: {', '.join(missing)}"
    if standard.completion is None:
        yield "no completion time"
    if standard.fee is None:
        yield "no fee"
    if standard.staff is None:
        yield "no number of staff"
    if standard.reply_days is None:
        yield "no time for the reply to a complaint"
    elif standard.reply_days != profile.reply_days:
        yield f"replies within {standard.reply_days} working days, the profile says {profile.reply_days}"
    if standard.window_days is not None and standard.window_days != profile.window_days:
        yield f"complaints within {standard.window_days} days, the profile says {profile.window_days}"
