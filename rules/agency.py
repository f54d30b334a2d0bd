"""The office's own facts, as the rules need them. Read from `agency/` by `bot/agency.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time


@dataclass(frozen=True, slots=True)
class WayIn:
    """A way a complaint can reach the office (component 6, point 2a-m). `answered_by_bot`: the bot talks there."""

    id: str
    name: str
    detail: str
    answered_by_bot: bool = False


@dataclass(frozen=True, slots=True)
class Closure:
    """A day on which the office is closed beside the national days off."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class Tier:
    """A step of the ladder a case climbs (component 6, point 7a), lowest first."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Agency:
    """A technical team or another agency that works cases with the office (component 6, point 7b), or APIP itself.

    `aliases` are what officers call it; `apip` marks the internal auditor (7c).
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    apip: bool = False


@dataclass(frozen=True, slots=True)
class Referral:
    """Who handles what the office does not: `topics` are words people use for it."""

    id: str
    name: str
    contact: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A village (desa) or urban village (kelurahan) with its district, or a district alone (`village` is None)."""

    district: str
    village: str | None = None
    urban: bool = False

    def label(self) -> str:
        """As people write it: `Desa Cigelam, Babakancikao`, `Kel. Ciseureuh, Purwakarta`, `Kec. Plered`."""
        if self.village is None:
            return f"Kec. {self.district}"
        return f"{'Kel.' if self.urban else 'Desa'} {self.village}, {self.district}"


@dataclass(frozen=True, slots=True)
class Profile:
    """Who the office is and how people reach it.

    `opens`, `closes` are the office hours of working days, in `time_zone`. `reply_days` (working) and `window_days`
    (calendar) hold for a case whose own standard is not loaded. `prefix` opens every register number. `canned` are
    replies by name, with the placeholders {nomor}, {layanan}, {kantor}, {telepon}.
    """

    id: str
    name: str
    short_name: str
    regency: str
    time_zone: str
    prefix: str
    address: str
    phone: str
    desk: str
    ways_in: tuple[WayIn, ...]
    tiers: tuple[Tier, ...]
    closures: tuple[Closure, ...]
    agencies: tuple[Agency, ...]
    referrals: tuple[Referral, ...]
    emergency: Mapping[str, str]
    canned: Mapping[str, str]
    opens: time
    closes: time
    reply_days: int = 14
    window_days: int = 30


@dataclass(frozen=True, slots=True)
class Places:
    """The villages and districts people may name as their address."""

    places: tuple[Place, ...] = field(default_factory=tuple)
