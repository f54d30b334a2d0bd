"""An office whose answers satisfy, or do not: everybody on Telegram, on Monday, 23 November 2026."""

from collections.abc import AsyncIterator

import pytest

from messages.envelope import Channel
from rules.roles import Role
from storage.database import Database
from tests.stories.desk.conftest import Desk, without_digests
from tests.talk import Town, a_town


@pytest.fixture
async def desk(database: Database) -> AsyncIterator[Desk]:
    """Monday, 23 November 2026: the fourth quarter."""
    async with a_town(database) as town:
        yield await staffed(town)


async def staffed(town: Town) -> Desk:
    officer = await town.staff(Role.OFFICER, "Rina Marlina")
    superior = await town.staff(Role.SUPERVISOR, "Agus Salim")
    head = await town.staff(Role.HEAD, "Hendra Wijaya")
    await without_digests(town.database, town.now)
    return Desk(town, Channel.TELEGRAM, officer, superior, head)
