from collections.abc import AsyncIterator

import pytest

from tests.bot.telegram.stage import Stage
from tests.servers.telegram import TelegramServer


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with TelegramServer() as server:
        yield Stage(server)
