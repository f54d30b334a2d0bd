from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.web.stage import Stage, web_stage
from tests.browser import browser

__all__ = ["browser"]


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with web_stage(tmp_path) as running:
        yield running
