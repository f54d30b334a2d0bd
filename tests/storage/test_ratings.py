"""Opinions are sums in which nobody is found; who was asked is known once, and forgotten with the person."""

import asyncio
from datetime import UTC, datetime

from sqlalchemy import inspect

from rules.periods import Quarter
from rules.satisfaction import Element
from storage.asked import DECLINED, DONE, LATER, OFFERED
from storage.database import Database
from storage.ratings import AFTER_A_CASE, Opinion
from storage.tables import OpinionCount

NOW = datetime(2026, 12, 10, 2, 0, tzinfo=UTC)
THIS, LAST = Quarter(2026, 4), Quarter(2026, 3)
ALL_THREE = dict.fromkeys(Element, 3)


async def test_what_several_say_at_once_is_all_counted(database: Database) -> None:
    async def say(better: bool) -> None:
        async with database.work(NOW) as work:
            await work.ratings.filled_in(THIS, "kbli-27203", "web", {**ALL_THREE, Element.FEE: 4 if better else 3})
            await work.ratings.asked(THIS, None, "web")
            await work.commit()

    await asyncio.gather(*(say(nth % 2 == 0) for nth in range(6)))
    async with database.reading(NOW) as work:
        told = await work.ratings.of(THIS)
    assert Opinion(None, "web", AFTER_A_CASE, None, 6) in told
    fee = {one.value: one.times for one in told if one.question == Element.FEE}
    assert fee == {3: 3, 4: 3}
    assert {one.times for one in told if one.question not in (Element.FEE, AFTER_A_CASE)} == {6}


async def test_quarters_services_and_channels_are_counted_apart(database: Database) -> None:
    async with database.work(NOW) as work:
        await work.ratings.answered(LAST, "nib", "web", 1)
        await work.ratings.answered(THIS, "nib", "web", 4)
        await work.ratings.answered(THIS, "nib", "telegram", 4)
        await work.ratings.answered(THIS, None, "telegram", 4)
        await work.commit()
    async with database.reading(NOW) as work:
        told = await work.ratings.of(THIS)
        assert await work.ratings.of(Quarter(2026, 1)) == []
    assert sorted((one.service_id or "", one.channel, one.times) for one in told) == [
        ("", "telegram", 1),
        ("nib", "telegram", 1),
        ("nib", "web", 1),
    ]


async def test_nothing_in_an_opinion_leads_to_a_person_or_an_hour(database: Database) -> None:
    assert set(inspect(OpinionCount).columns.keys()) == {
        "quarter",
        "service_id",
        "channel",
        "question",
        "value",
        "times",
    }
    assert not OpinionCount.__table__.foreign_keys


async def _person(database: Database, address: str) -> int:
    async with database.work(NOW) as work:
        person_id = (await work.contacts.at("web", "us", address, "id")).person_id
        await work.commit()
    return person_id


async def test_an_invitation_is_for_one_quarter_and_made_once(database: Database) -> None:
    person_id = await _person(database, "somebody")

    async def invite() -> bool:
        async with database.work(NOW) as work:
            made = await work.asked.invite(person_id, THIS)
            await work.commit()
            return made

    assert sorted(await asyncio.gather(*(invite() for _ in range(4)))) == [False] * 3 + [True]
    async with database.work(NOW) as work:
        assert await work.asked.invite(person_id, LAST, DECLINED)
        kept = await work.asked.invitations(person_id)
        assert {one.quarter: one.status for one in kept} == {"2026-4": OFFERED, "2026-3": DECLINED}
        await work.asked.forget(person_id)
        assert await work.asked.invitations(person_id) == []
        assert await work.asked.invitation(person_id, THIS) is None


async def test_nobody_is_willing_without_a_case_that_ended(database: Database) -> None:
    async with database.work(NOW) as work:
        for nth, status in enumerate((LATER, DONE, DECLINED)):
            contact = await work.contacts.at("web", "us", f"somebody {nth}", "id")
            await work.asked.invite(contact.person_id, LAST, status)
        assert await work.asked.willing(THIS) == {}
