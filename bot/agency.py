"""The office's own facts, from the files of its agency folder to what the rules compute with.

Another office writes its own folder (AGENCY_DIR) and changes no code. Every file is checked on load: what is
missing, misspelt or contradictory is one `AgencyTrouble` with one line for the operator.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import rules.understanding
from bot.agency_profile import load_places, load_profile
from bot.agency_services import load_catalogue, shipped_folder
from bot.agency_table import AgencyTrouble, read_toml
from rules.calendar import WorkingCalendar
from rules.office import Office
from rules.understanding.learned import Learned
from rules.understanding.lexicon import Lexicon
from rules.understanding.reader import Reader

WEIGHTS = "learned.tsv"  # in a lexicon folder: made by `aduan train`

__all__ = ["AgencyTrouble", "load_catalogue", "load_office", "load_places", "load_profile", "shipped_folder"]


def load_office(folder: Path | None = None) -> Office:
    """The office of that folder, or the shipped one. Raises `AgencyTrouble` when a file is wrong.

    Needed: `profile.toml`, `closures.toml`, `places.toml`, `services.toml`. There may be `standards/*.toml`
    and `lexicon/*.toml`, whose tables are merged over the program's own and whose lists are added; but weights of
    its own (`learned.tsv`, made by `aduan train`) take the place of the program's.
    """
    folder = shipped_folder() if folder is None else folder
    profile = load_profile(folder)
    catalogue = load_catalogue(folder)
    places = load_places(folder)
    return Office(
        profile=profile,
        catalogue=catalogue,
        places=places,
        reader=Reader(_lexicon(folder), catalogue, places),
        calendar=WorkingCalendar(profile.closures),
    )


def _lexicon(folder: Path) -> Lexicon:
    shipped = Path(rules.understanding.__path__[0]) / "lexicon"
    tables: dict[str, dict[str, Any]] = {}
    for path in sorted(shipped.glob("*.toml")):
        tables[path.stem] = read_toml(path)
    own = folder / "lexicon"
    for path in sorted(own.glob("*.toml")):
        tables[path.stem] = _merged(tables.get(path.stem, {}), read_toml(path))
    learned = own / WEIGHTS if (own / WEIGHTS).exists() else shipped / WEIGHTS
    try:
        weights = Learned.from_text(learned.read_text(encoding="utf-8-sig"))
        if not weights.words:
            raise ValueError("holds no weights; `aduan train` makes them anew")
    except (OSError, ValueError) as error:
        raise AgencyTrouble(f"{learned}: {error}") from None
    try:
        return Lexicon.from_tables(tables, weights)
    except ValueError as error:
        raise AgencyTrouble(f"{own if own.is_dir() else shipped}: {error}") from None


def _merged(shipped: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    # Tables are merged and lists are joined, so that an office adds words without repeating ours.
    merged = dict(shipped)
    for key, value in own.items():
        before = merged.get(key)
        if isinstance(before, dict) and isinstance(value, dict):
            merged[key] = _merged(before, value)
        elif isinstance(before, list) and isinstance(value, list):
            merged[key] = [*before, *value]
        else:
            merged[key] = value
    return merged
