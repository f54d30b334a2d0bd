"""Somebody sends more than anybody has to tell: it fills no disk and keeps nobody waiting."""

import asyncio
import gc
from datetime import timedelta

import pytest

from storage.tables import InboundMessage
from tests.talk import Citizen, Town

STORY = "petugas loket 3 ketus, saya tanya syarat NIB malah dibentak tadi pagi"


async def _kept(town: Town, citizen: Citizen) -> list[InboundMessage]:
    async with town.database.reading(town.now) as work:
        contact = await work.contacts.find(citizen.channel, citizen.address)
        assert contact
        return await work.inbox.talk_of(contact.id)


async def test_of_a_flood_the_beginnings_are_kept(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.floods.FLOOD_MESSAGES", 2)
    citizen = town.citizen()
    for n in range(4):
        await citizen.says(f"{n} {STORY} " + "x" * 5000)
    kept = await _kept(town, citizen)
    assert [row.outcome for row in kept] == ["handled", "handled", "flood", "flood"]
    assert [len((row.body or {})["text"]) for row in kept[2:]] == [500, 500]
    assert (kept[2].body or {})["text"].startswith(f"2 {STORY}")
    await town.passes(minutes=11)
    await citizen.says("halo")
    assert (await _kept(town, citizen))[-1].outcome == "handled"


async def test_words_have_a_quota_of_a_day_as_well(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.floods.QUOTA_OF_WORDS", 30_000)
    citizen, other = town.citizen(), town.citizen()
    for _ in range(5):
        await citizen.says("y" * 10_000)
        town.now += timedelta(hours=1)
    kept = await _kept(town, citizen)
    assert [row.outcome for row in kept] == ["handled", "handled", "flood", "flood", "flood"]
    await other.says(STORY)
    other.hears("intake-name-ask")
    await town.passes(days=1)
    await citizen.says("halo")
    assert (await _kept(town, citizen))[-1].outcome == "handled"


async def test_one_person_who_sends_much_at_once_keeps_nobody_else_waiting(town: Town) -> None:
    flooder, other = town.citizen(), town.citizen()
    answered: list[str] = []

    async def sends(citizen: Citizen, text: str) -> None:
        await citizen.sends(text=text)
        answered.append(text)

    await asyncio.gather(*(sends(flooder, f"{n} {STORY}") for n in range(12)), sends(other, "halo"))
    assert answered.index("halo") < 4, answered
    assert [text for text in answered if text != "halo"] == [f"{n} {STORY}" for n in range(12)], "in their order"


async def test_nothing_is_remembered_of_people_who_have_been_answered(town: Town) -> None:
    await asyncio.gather(*(town.citizen().sends(text="halo") for _ in range(6)))
    gc.collect()
    assert dict(town.receiver._turns) == {}
