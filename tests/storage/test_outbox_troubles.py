"""The outbox when something is wrong: what does not open, comes too late or meets a lock stops nobody else."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.holding import hold_with_notice
from messages.envelope import Channel, Outgoing
from storage.database import Database
from storage.outgoing import outgoing_from_json
from storage.tables import Posting
from tests.spoiled import spoil
from tests.talk import COMPLAINT, a_town

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
LEASE = timedelta(seconds=60)


async def _put(database: Database, address: str, text: str, *, expires_at: datetime | None = None) -> int:
    async with database.work(NOW) as work:
        contact = await work.contacts.at("whatsapp", "us", address, "id")
        posting = await work.outbox.put(contact, Outgoing((text,)), expires_at=expires_at)
        await work.commit()
        return posting.id


async def _claim(database: Database, now: datetime = NOW, limit: int = 10) -> list[Posting]:
    async with database.work(now) as work:
        claimed = await work.outbox.claim(["whatsapp"], limit, LEASE)
        await work.commit()
        return claimed


def _texts(postings: list[Posting]) -> list[str]:
    return [outgoing_from_json(posting.body).text for posting in postings]


async def _status(database: Database, posting_id: int) -> tuple[str, str | None]:
    async with database.reading(NOW) as work:
        posting = await work.outbox.get(posting_id)
        return posting.status, posting.trouble


async def test_what_does_not_open_is_buried_and_the_others_go(database: Database) -> None:
    broken = await _put(database, "a", "never read again")
    await _put(database, "a", "what follows it")
    await _put(database, "b", "somebody else's")
    await spoil(database, "outbox", "body", broken)
    assert _texts(await _claim(database)) == ["somebody else's"]
    assert _texts(await _claim(database)) == ["what follows it"]
    async with database.reading(NOW) as work:
        (letter,) = await work.outbox.dead_letters()
    assert (letter.id, letter.channel, letter.trouble) == (broken, "whatsapp", "unreadable")


async def test_only_what_can_go_counts_as_a_round_of_sending(database: Database) -> None:
    """A round that only buries would look like an empty outbox."""
    broken = await _put(database, "a", "never read again")
    await _put(database, "a", "what follows it")
    await spoil(database, "outbox", "body", broken)
    assert _texts(await _claim(database, limit=1)) == ["what follows it"]


async def test_an_address_that_does_not_open_stops_nobody_else(database: Database) -> None:
    broken = await _put(database, "a", "to whom?")
    await _put(database, "b", "somebody else's")
    async with database.reading(NOW) as work:
        contact_id = (await work.outbox.get(broken)).contact_id
    await spoil(database, "contact", "address", contact_id)
    assert _texts(await _claim(database)) == ["somebody else's"]


async def test_what_is_too_late_is_dropped_and_does_not_hold_up_what_follows(database: Database) -> None:
    late = await _put(database, "a", "you have until ten", expires_at=NOW + timedelta(hours=1))
    await _put(database, "a", "it is done")
    assert _texts(await _claim(database, NOW + timedelta(hours=1))) == ["it is done"]
    assert (await _status(database, late))[0] == "superseded"


async def test_what_was_erased_while_it_was_being_sent_is_not_tried_again(database: Database) -> None:
    posting_id = await _put(database, "a", "about somebody who wants to be forgotten")
    (posting,) = await _claim(database)
    async with database.work(NOW) as work:
        await work.outbox.forget(posting.contact_id, keep_cases=False)
        await work.outbox.try_later(await work.outbox.get(posting_id), timedelta(0), "429")
        await work.commit()
    assert await _claim(database) == []
    assert (await _status(database, posting_id))[0] == "superseded"


async def test_what_is_in_time_goes(database: Database) -> None:
    await _put(database, "a", "you have until ten", expires_at=NOW + timedelta(hours=1))
    assert _texts(await _claim(database, NOW + timedelta(minutes=59))) == ["you have until ten"]


async def test_holding_a_message_does_not_wait_for_whoever_has_its_case(database: Database) -> None:
    """Erasing locks a case and then its messages; holding has locked a message: waiting for the case is a deadlock."""
    if database.is_sqlite:
        return  # one writer: two works never meet
    async with a_town(database) as town:
        citizen = town.citizen(Channel.WHATSAPP)
        await citizen.files(COMPLAINT)
        case = await town.case(citizen.number)
        async with town.database.work(town.now) as work:
            contact = await work.contacts.get(case.contact_id or 0)
            await work.outbox.put(contact, Outgoing(("news",)), case_id=case.id)
            await work.commit()
        (news,) = await _claim(database, town.now)
        has_case, may_go_on = asyncio.Event(), asyncio.Event()

        async def erase() -> None:
            async with database.work(town.now) as work:
                await work.cases.erase(await work.cases.locked(case.id))
                has_case.set()
                await may_go_on.wait()
                await work.outbox.forget(contact.id, keep_cases=False)
                await work.commit()

        erasing = asyncio.create_task(erase())
        await has_case.wait()
        async with database.work(town.now) as work:
            held = await work.outbox.get(news.id)
            may_go_on.set()
            await hold_with_notice(work, held)
            await work.commit()
        await erasing
        async with database.reading(town.now) as work:
            assert (await work.outbox.get(news.id)).body is None
