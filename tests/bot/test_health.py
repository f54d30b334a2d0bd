"""What /readyz tells: anybody may ask, so it is asked further only now and then."""

import asyncio

from bot.health import Lately


class Provider:
    def __init__(self) -> None:
        self.asked = 0
        self.well = True
        self.hangs: asyncio.Event | None = None

    async def healthy(self) -> bool:
        self.asked += 1
        if self.hangs:
            await self.hangs.wait()
        return self.well


async def test_all_who_ask_at_once_wait_for_one_answer() -> None:
    provider = Provider()
    provider.hangs = asyncio.Event()
    lately = Lately(provider.healthy, 15)
    asking = [asyncio.create_task(lately.answer()) for _ in range(50)]
    await asyncio.sleep(0)
    provider.hangs.set()
    assert await asyncio.gather(*asking) == [True] * 50
    assert provider.asked == 1


async def test_an_answer_is_good_for_a_while() -> None:
    now = 100.0
    provider = Provider()
    lately = Lately(provider.healthy, 15, clock=lambda: now)
    assert await lately.answer()
    provider.well = False
    now += 14.9
    assert await lately.answer()
    now += 0.1
    assert not await lately.answer()
    assert provider.asked == 2


async def test_who_asks_first_and_goes_away_leaves_the_question_to_the_next() -> None:
    provider = Provider()
    provider.hangs = asyncio.Event()
    lately = Lately(provider.healthy, 15)
    first, second = asyncio.create_task(lately.answer()), asyncio.create_task(lately.answer())
    await asyncio.sleep(0)
    first.cancel()
    provider.hangs.set()
    assert await second
