from collections.abc import AsyncIterator

import pytest

from tests.bot.twilio.stage import Stage, on_stage


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with on_stage() as made:
        yield made
