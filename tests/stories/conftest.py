"""A town for every story: Monday, 23 November 2026, 09.00 in Jakarta; nothing waits for a burst."""

from collections import defaultdict
from collections.abc import AsyncIterator
from itertools import cycle, islice
from pathlib import Path

import pytest

from storage.database import Database
from tests.talk import Town, a_town

_HERE = Path(__file__).parent
_DATABASES = ("sqlite", "postgresql")
# Told on every pair of channel and database, with all that a case goes through.
_ON_EVERY_PAIR = ("test_whole_case", "test_routes", "test_talking", "test_turn_budgets")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Each story on both databases. One that is told in several variants (channels, words) tells them by turns.

    `make torture` tells every variant on both.
    """
    if config.getoption("--every-pair"):
        return
    variants: dict[str, dict[str, dict[str, pytest.Item]]] = defaultdict(lambda: defaultdict(dict))
    for item in items:
        if item.path.is_relative_to(_HERE) and item.path.stem not in _ON_EVERY_PAIR:
            database, variant = _variant(item)
            if database:
                variants[item.nodeid.partition("[")[0]][variant][database] = item
    dropped = set[pytest.Item]()
    for told in variants.values():
        if len(told) > 1:
            for on, other in zip(told.values(), islice(cycle(reversed(_DATABASES)), len(told)), strict=True):
                dropped |= {on[other]} if len(on) > 1 and other in on else set()
    if dropped:
        config.hook.pytest_deselected(items=list(dropped))
        items[:] = [item for item in items if item not in dropped]


def _variant(item: pytest.Item) -> tuple[str, str]:
    """The database that a story is told on, and the rest of what it is told with."""
    callspec = getattr(item, "callspec", None)
    if callspec is None or callspec.params.get("database_url") not in _DATABASES:
        return "", ""
    rest = {name: repr(value) for name, value in callspec.params.items() if name != "database_url"}
    return callspec.params["database_url"], repr(sorted(rest.items()))


@pytest.fixture
async def town(database: Database) -> AsyncIterator[Town]:
    async with a_town(database) as town:
        yield town


@pytest.fixture
async def patient_town(database: Database) -> AsyncIterator[Town]:
    """Here the bot waits three seconds for more of a story."""
    async with a_town(database, burst=3) as town:
        yield town
