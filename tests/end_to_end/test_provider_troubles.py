"""A provider that refuses, fails, hangs or is away: nothing is lost, order is kept, nobody else waits."""

import asyncio
import time
from pathlib import Path

import pytest

from tests.end_to_end.people import PLACE, SEND, STORY, complains, hears, sort_of
from tests.end_to_end.town import surroundings
from tests.servers.twilio import BROKEN, BROKEN_BUT_SENT, CUT, TOO_MANY

ANSWERS = ["question", "review", "receipt"]


async def test_telegram_asks_one_chat_to_wait_and_the_others_go_on(tmp_path: Path, database_url: str) -> None:
    async with surroundings(tmp_path, database_url, ways=("telegram",)) as town:
        await town.house.start()
        limited, free = await town.citizen("telegram", 1), await town.citizen("telegram", 2)
        town.telegram.fails("sendMessage", 429, "Too Many Requests", retry_after=4, chat_id=5001)
        await limited.says(STORY)
        asked = time.monotonic()
        await complains(free)
        assert limited.texts == []
        await limited.says(PLACE)
        await limited.says(SEND)
        await hears(limited, "receipt")
        assert time.monotonic() - asked >= 3.5, "Telegram said how long to wait"
        assert [sort_of(text) for text in limited.texts] == ANSWERS


@pytest.mark.parametrize("after_doing", [False, True])
async def test_telegram_fails_for_a_while(after_doing: bool, tmp_path: Path, database_url: str) -> None:
    async with surroundings(tmp_path, database_url, ways=("telegram",)) as town:
        await town.house.start()
        citizen = await town.citizen("telegram")
        town.telegram.fails("sendMessage", 500, times=2, after_doing=after_doing)
        await complains(citizen)
        assert list(dict.fromkeys(sort_of(text) for text in citizen.texts)) == ANSWERS
        assert len(citizen.texts) == 3 + (2 if after_doing else 0)


async def test_a_sending_that_hangs_holds_up_nobody_else(tmp_path: Path, database_url: str) -> None:
    async with surroundings(tmp_path, database_url, ways=("telegram", "sms")) as town:
        await town.house.start()
        stuck, other, on_sms = [await town.citizen(way, n) for way, n in (("telegram", 1), ("telegram", 2), ("sms", 3))]
        town.telegram.hangs("sendMessage")
        await stuck.says(STORY)
        await asyncio.sleep(0.3)  # until its answer is the one that hangs
        began = time.monotonic()
        await asyncio.gather(complains(other), complains(on_sms))
        assert stuck.texts == [] or time.monotonic() - began > 10
        await hears(stuck, "question")
        await stuck.says(PLACE)
        await stuck.says(SEND)
        await hears(stuck, "receipt")


async def test_telegram_cannot_be_asked_for_a_while(tmp_path: Path, database_url: str) -> None:
    async with surroundings(tmp_path, database_url, ways=("telegram", "web")) as town:
        town.telegram.fails("getUpdates", 502, times=3)
        town.telegram.fails("getUpdates", 429, "Too Many Requests", retry_after=1)
        await town.house.start()
        page = await town.citizen("web")
        await complains(page)
        await complains(await town.citizen("telegram"))


async def test_telegram_is_away_when_the_program_starts(tmp_path: Path, database_url: str) -> None:
    async with surroundings(tmp_path, database_url, ways=("telegram", "web")) as town:
        town.telegram.fails("getMe", 502, "Bad Gateway", times=2)
        await town.house.start()
        await complains(await town.citizen("web"))
        await complains(await town.citizen("telegram"))


@pytest.mark.parametrize(
    "fault", [TOO_MANY, BROKEN, BROKEN_BUT_SENT, CUT], ids=["too-many", "broken", "broken-but-sent", "cut"]
)
async def test_twilio_fails_and_every_answer_comes_once(fault: object, tmp_path: Path, database_url: str) -> None:
    async with surroundings(tmp_path, database_url, ways=("sms",)) as town:
        await town.house.start()
        citizen = await town.citizen("sms")
        town.twilio.faults.extend([fault, None, fault])  # type: ignore[list-item]  # faults, by their names above
        await complains(citizen)
        assert [sort_of(text) for text in citizen.texts] == ANSWERS


async def test_twilio_refuses_connections_for_a_while(tmp_path: Path, database_url: str) -> None:
    async with surroundings(tmp_path, database_url, ways=("whatsapp", "web")) as town:
        await town.house.start()
        citizen = await town.citizen("whatsapp")
        async with town.twilio.refusing():
            # Their webhooks still come; only our answers do not get out.
            await citizen.says(STORY)
            await citizen.says(PLACE)
            await citizen.says(SEND)
            await complains(await town.citizen("web"))
            assert citizen.texts == []
        await hears(citizen, "receipt")
        assert [sort_of(text) for text in citizen.texts] == ANSWERS


async def test_a_person_who_blocks_the_bot_is_a_dead_letter_and_stops_nobody(tmp_path: Path, database_url: str) -> None:
    async with surroundings(tmp_path, database_url, ways=("telegram",)) as town:
        await town.house.start()
        gone, here = await town.citizen("telegram", 1), await town.citizen("telegram", 2)
        gone.person.has_blocked = True  # type: ignore[attr-defined]  # on Telegram
        await gone.says(STORY)
        await complains(here)
        assert await town.house.figure('aduan_outbox_messages{status="dead"}') == 1
        doctor = await town.house.runs("doctor")
        assert doctor.status == 1
        assert "dead letter telegram" in doctor.out
        assert "blocked" in doctor.out
