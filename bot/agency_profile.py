"""Who the office is and where its citizens live: `profile.toml`, `closures.toml` and `places.toml`."""

from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.agency_table import Table, read_table
from rules.agency import Agency, Closure, Place, Places, Profile, Referral, Tier, WayIn


def load_profile(folder: Path) -> Profile:
    """The office of that folder, its closures included, in the order of days. Raises `AgencyTrouble`."""
    table = read_table(folder / "profile.toml")
    closures = _closures(read_table(folder / "closures.toml"))
    profile = Profile(
        id=table.id(),
        name=table.text("name"),
        short_name=table.text("short_name"),
        regency=table.text("regency"),
        time_zone=_time_zone(table),
        prefix=_prefix(table),
        address=table.text("address"),
        phone=table.text("phone"),
        desk=table.text("desk"),
        ways_in=tuple(_way_in(t) for t in table.tables("ways_in")),
        tiers=tuple(_tier(t) for t in table.tables("tiers")),
        closures=closures,
        agencies=tuple(_agency(t) for t in table.tables("agencies", optional=True)),
        referrals=tuple(_referral(t) for t in table.tables("referrals")),
        emergency=table.text_table("emergency"),
        canned=table.optional("canned", table.text_table) or {},
        opens=table.clock("opens"),
        closes=table.clock("closes"),
        reply_days=table.number("reply_days", least=1),
        window_days=table.number("window_days", least=1),
    )
    table.done()
    if profile.opens >= profile.closes:
        raise table.trouble("opens must be earlier than closes")
    _once(table, "ways_in", [way.id for way in profile.ways_in])
    _once(table, "tiers", [tier.id for tier in profile.tiers])
    _not_twice(table, "agencies", [agency.id for agency in profile.agencies])
    if sum(agency.apip for agency in profile.agencies) > 1:
        raise table.trouble("agencies: only one may be the internal auditor (apip)")
    _once(table, "referrals", [referral.id for referral in profile.referrals])
    if sum(not referral.topics for referral in profile.referrals) > 1:
        raise table.trouble("referrals: only one may be without topics, the one for everything else")
    return profile


def _time_zone(table: Table) -> str:
    name = table.text("time_zone")
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise table.trouble(f"time_zone {name!r} is not known") from None
    return name


def _prefix(table: Table) -> str:
    prefix = table.text("prefix")
    if not (prefix.isascii() and prefix.isalpha() and prefix.isupper() and 2 <= len(prefix) <= 6):
        raise table.trouble(f"prefix must be 2 to 6 capital letters, not {prefix!r}")
    return prefix


def _way_in(table: Table) -> WayIn:
    way = WayIn(table.id(), table.text("name"), table.text("detail"), table.flag("answered_by_bot"))
    table.done()
    return way


def _tier(table: Table) -> Tier:
    tier = Tier(table.id(), table.text("name"))
    table.done()
    return tier


def _agency(table: Table) -> Agency:
    agency = Agency(table.id(), table.text("name"), table.texts("aliases"), table.flag("apip"))
    table.done()
    return agency


def _referral(table: Table) -> Referral:
    referral = Referral(table.id(), table.text("name"), table.text("contact"), table.texts("topics"))
    table.done()
    return referral


def _closures(table: Table) -> tuple[Closure, ...]:
    found: list[Closure] = []
    for one in table.tables("closures"):
        found.append(Closure(one.day("day"), one.text("name")))
        one.done()
    table.done()
    _not_twice(table, "closures", [closure.day.isoformat() for closure in found])
    return tuple(sorted(found, key=lambda closure: closure.day))


def load_places(folder: Path) -> Places:
    """Every district and village of that folder's regency. Raises `AgencyTrouble`."""
    table = read_table(folder / "places.toml")
    found: list[Place] = []
    for one in table.tables("districts"):
        district = one.text("name")
        found.append(Place(district))
        found += (Place(district, village, urban=True) for village in one.texts("urban_villages"))
        found += (Place(district, village) for village in one.texts("villages"))
        one.done()
    table.done()
    _once(table, "districts", [place.label().casefold() for place in found])
    return Places(tuple(found))


def _once(table: Table, what: str, names: Sequence[str]) -> None:
    if not names:
        raise table.trouble(f"{what} must not be empty")
    _not_twice(table, what, names)


def _not_twice(table: Table, what: str, names: Sequence[str]) -> None:
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise table.trouble(f"{what}: {', '.join(twice)} is there twice")
