"""A town for every story: Monday, 23 November 2026, 09.00 in Jakarta; nothing waits for a burst."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests.talk import Town, a_town


@pytest.fixture
async def town(database: Database) -> AsyncIterator[Town]:
    async with a_town(database) as town:
        yield town


@pytest.fixture
async def patient_town(database: Database) -> AsyncIterator[Town]:
    """Here the bot waits three seconds for more of a story."""
    async with a_town(database, burst=3) as town:
        yield town
