"""Providers repeat, people write at the same moment: one case, one answer, and no word lost."""

import asyncio

import pytest

from messages.envelope import Channel, InboundKind
from rules.number import check_digit
from tests.talk import COMPLAINT, Town


async def test_the_same_message_twice_is_answered_once(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says(COMPLAINT, ref="one")
    heard = len(citizen.heard)
    await citizen.sends(text=COMPLAINT, ref="one")
    await town.sender.send_due()
    citizen.hears_nothing()
    assert heard == 1
    await citizen.says("kirim", ref="two")
    await citizen.says("kirim", ref="two")
    citizen.hears_nothing()
    assert len(await town.cases()) == 1


async def test_the_same_message_many_times_at_once_is_one_case_and_one_answer(town: Town) -> None:
    citizen = town.citizen()
    await asyncio.gather(*(citizen.sends(text=COMPLAINT, ref="story") for _ in range(6)))
    await asyncio.gather(*(citizen.sends(text="kirim", ref="send") for _ in range(6)))
    await town.sender.send_due()
    assert len(await town.cases()) == 1
    said = town.lines[Channel.TELEGRAM].heard[citizen.address]
    assert [m.ids[0] for m in said] == ["intro", "receipt-complaint"]


async def test_a_button_pressed_twice_at_once_sends_once(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says(COMPLAINT)
    key = next(c.key for c in citizen.last.choices if c.label == "Kirim")
    await asyncio.gather(*(citizen.sends(kind=InboundKind.CHOICE, choice=key) for _ in range(2)))
    await town.sender.send_due()
    assert len(await town.cases()) == 1
    said = town.lines[Channel.TELEGRAM].heard[citizen.address]
    assert sum("receipt-number" in m.ids for m in said) == 1
    assert sum("receipt-again" in m.ids for m in said) == 1


async def test_two_messages_of_one_person_at_the_same_moment_are_both_kept(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says("petugas loket PBG kasar sekali kemarin waktu saya tanya syarat")
    citizen.hears("intake-name-ask")
    await asyncio.gather(
        citizen.sends(text="Budi Santoso"),
        citizen.sends(text="malah saya disuruh pulang lalu datang lagi minggu depan"),
    )
    await town.sender.send_due()
    await citizen.reaches_review(name="Budi Santoso", place="Plered")
    citizen.reads("Budi Santoso")
    await citizen.says("kirim")
    case = await town.case(citizen.number)
    assert case.name == "Budi Santoso"
    assert case.story is not None
    assert "disuruh pulang" in case.story


async def test_a_story_in_five_pieces_at_the_same_moment_is_kept_whole(patient_town: Town) -> None:
    town = patient_town
    citizen = town.citizen()
    pieces = [
        "AC di MPP mati",
        "kursinya rusak semua",
        "antrinya tiga jam kemarin",
        "ibu saya sampai pingsan",
        "tolong",
    ]
    await asyncio.gather(*(citizen.sends(text=piece) for piece in pieces))
    await town.passes(seconds=30)
    said = town.lines[Channel.TELEGRAM].heard[citizen.address]
    answers = [m for m in said if any(i.startswith("intake-") for i in m.ids)]
    assert answers, "the story was answered"
    await citizen.reaches_review(name="Budi", place="Plered", service="NIB")
    await citizen.says("kirim")
    story = (await town.case(citizen.number)).story
    assert story is not None
    assert all(piece in story for piece in pieces[:4])


async def test_twenty_people_at_once_get_numbers_without_gaps_or_doubles(town: Town) -> None:
    people = [town.citizen(channel) for channel in (Channel.TELEGRAM, Channel.WHATSAPP) for _ in range(10)]
    await asyncio.gather(*(person.sends(text=COMPLAINT) for person in people))
    await asyncio.gather(*(person.sends(text="kirim") for person in people))
    await town.sender.send_due()
    numbers = sorted(person.number for person in people)
    assert numbers == [f"ADU-2026-{n:05d}-{check_digit(n)}" for n in range(1, 21)]
    async with town.database.reading(town.now) as work:
        assert await work.audit.first_broken() is None
        assert await work.inbox.failures() == 0


@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WHATSAPP])
async def test_two_receivers_on_one_database_answer_a_repeat_once(town: Town, channel: Channel) -> None:
    from bot.receive import Receiver

    citizen = town.citizen(channel)
    first, second = town.receiver, Receiver(town.database, town.office, town.timing, lambda: town.now)
    ref = "same"
    await citizen.sends(text=COMPLAINT, ref=ref)
    town.receiver = second
    await citizen.sends(text=COMPLAINT, ref=ref)
    await citizen.sends(text="kirim", ref="send")
    town.receiver = first
    await citizen.sends(text="kirim", ref="send")
    await town.sender.send_due()
    assert len(await town.cases()) == 1
