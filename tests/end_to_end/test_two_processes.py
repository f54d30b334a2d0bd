"""Two processes on one database: one polls Telegram, both send, nothing comes twice; one may die at any time."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.end_to_end.people import complains, number_in
from tests.end_to_end.process import House, a_house
from tests.end_to_end.town import Surroundings, surroundings


@pytest.fixture
async def pair(database_url: str, tmp_path: Path) -> AsyncIterator[tuple[Surroundings, House]]:
    """Two houses with one database and the same providers."""
    async with surroundings(tmp_path, database_url, ways=("telegram", "sms")) as town:
        settings = {name: value for name, value in town.house.settings.items() if name != "DATABASE_URL"}
        (tmp_path / "other").mkdir()
        async with a_house(tmp_path / "other", database_url, **settings) as other:
            yield town, other


async def test_both_start_at_once_on_a_new_database(pair: tuple[Surroundings, House]) -> None:
    town, other = pair
    await asyncio.gather(town.house.start(), other.start())
    await complains(await town.citizen("telegram"))
    assert (await town.house.runs("verify")).status == 0


async def test_one_polls_both_send_and_nothing_comes_twice(pair: tuple[Surroundings, House]) -> None:
    town, other = pair
    await town.house.start()
    await other.start()
    people = [await town.citizen("telegram", n) for n in range(6)] + [await town.citizen("sms", n) for n in range(6)]
    receipts = await asyncio.gather(*(complains(person) for person in people))
    assert sorted(int(number_in(receipt).split("-")[2]) for receipt in receipts) == list(range(1, 13))
    assert [len(person.texts) for person in people] == [3] * 12
    assert town.telegram.conflicts == 0, "Telegram answers 409 when two poll"


async def test_the_other_takes_over_when_the_poller_dies(pair: tuple[Surroundings, House]) -> None:
    town, other = pair
    await town.house.start()
    await complains(await town.citizen("telegram", 1))
    await other.start()
    await town.house.kill()
    await complains(await town.citizen("telegram", 2))
    await town.house.start()
    assert await other.stop() == 0
    await complains(await town.citizen("telegram", 3))
    assert await town.house.figure('aduan_cases{kind="complaint"}') == 3
