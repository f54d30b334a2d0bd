"""The outbox: in order for each address, claimed once, rank only rises, a status that comes early is not lost."""

import asyncio
from datetime import UTC, datetime, timedelta

from messages.envelope import Outgoing
from storage.database import Database
from storage.outgoing import outgoing_from_json
from storage.tables import Posting

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
LEASE = timedelta(seconds=60)
CHANNELS = ["telegram", "whatsapp", "web"]


async def _put(
    database: Database, address: str, *texts: str, channel: str = "telegram", wait: float = 0, **more: str
) -> None:
    async with database.work(NOW) as work:
        contact = await work.contacts.at(channel, "us", address, "id")
        for text in texts:
            await work.outbox.put(contact, Outgoing((text,)), wait=timedelta(seconds=wait), **more)  # type: ignore[arg-type]
        await work.commit()


async def _claim(database: Database, now: datetime = NOW, limit: int = 10) -> list[Posting]:
    async with database.work(now) as work:
        claimed = await work.outbox.claim(CHANNELS, limit, LEASE)
        await work.commit()
        return claimed


def _texts(postings: list[Posting]) -> list[str]:
    return [outgoing_from_json(posting.body).text for posting in postings]


async def _sent(database: Database, posting: Posting, provider_id: str, state: str = "sent") -> None:
    async with database.work(NOW) as work:
        await work.outbox.sent(await work.outbox.get(posting.id), [provider_id], state)
        await work.commit()


async def _status(database: Database, posting: Posting) -> str:
    async with database.reading(NOW) as work:
        return (await work.outbox.get(posting.id)).status


async def test_an_address_gets_its_messages_one_after_the_other(database: Database) -> None:
    await _put(database, "a", "a1", "a2")
    await _put(database, "b", "b1")
    first = await _claim(database)
    assert sorted(_texts(first)) == ["a1", "b1"]
    assert await _claim(database) == [], "a2 waits until a1 has left"
    for posting in first:
        await _sent(database, posting, f"m{posting.id}")
    assert _texts(await _claim(database)) == ["a2"]


async def test_a_message_that_must_wait_holds_back_what_follows_it(database: Database) -> None:
    await _put(database, "a", "later", wait=30)
    await _put(database, "a", "at once")
    assert await _claim(database) == []
    assert _texts(await _claim(database, NOW + timedelta(seconds=31))) == ["later"]


async def test_several_senders_never_claim_one_message_twice(database: Database) -> None:
    for i in range(30):
        await _put(database, f"person {i}", "x")
    claims = await asyncio.gather(*(_claim(database, limit=7) for _ in range(8)))
    ids = [posting.id for claim in claims for posting in claim]
    assert len(ids) == len(set(ids))


async def test_what_a_dead_sender_held_is_due_again_and_marked_uncertain(database: Database) -> None:
    await _put(database, "a", "x")
    (posting,) = await _claim(database)
    later = NOW + LEASE + timedelta(seconds=1)
    async with database.work(later) as work:
        assert await work.outbox.recover() == 1
        await work.commit()
    (again,) = await _claim(database, later)
    assert (again.id, again.uncertain, again.attempts) == (posting.id, True, 2)


async def test_only_what_nobody_claimed_can_be_taken_back(database: Database) -> None:
    await _put(database, "a", "question", supersede_key="talk:1")
    async with database.work(NOW) as work:
        assert await work.outbox.withdraw("talk:1") == 1
        await work.commit()
    assert await _claim(database) == []
    await _put(database, "a", "question", supersede_key="talk:1")
    assert len(await _claim(database)) == 1
    async with database.work(NOW) as work:
        assert await work.outbox.withdraw("talk:1") == 0


async def test_a_status_that_comes_before_our_own_record_is_not_lost(database: Database) -> None:
    await _put(database, "a", "x", channel="whatsapp")
    (posting,) = await _claim(database)
    async with database.work(NOW) as work:
        assert await work.outbox.note_delivery("whatsapp", "SM1", "delivered", "", NOW) is None
        await work.commit()
    await _sent(database, posting, "SM1")
    assert await _status(database, posting) == "delivered"


async def test_an_older_status_never_overwrites_a_newer_one(database: Database) -> None:
    await _put(database, "a", "x", channel="whatsapp")
    (posting,) = await _claim(database)
    await _sent(database, posting, "SM1")
    for state, expected in (("read", "read"), ("delivered", "read"), ("sent", "read"), ("failed", "read")):
        async with database.work(NOW) as work:
            await work.outbox.note_delivery("whatsapp", "SM1", state, "", NOW)
            await work.commit()
        assert await _status(database, posting) == expected


async def test_failed_gives_way_to_delivered_alone(database: Database) -> None:
    await _put(database, "a", "x", channel="whatsapp")
    (posting,) = await _claim(database)
    await _sent(database, posting, "SM1")
    for state, expected in (("failed", "failed"), ("sent", "failed"), ("delivered", "delivered")):
        async with database.work(NOW) as work:
            await work.outbox.note_delivery("whatsapp", "SM1", state, "30008", NOW)
            await work.commit()
        assert await _status(database, posting) == expected


async def test_a_message_in_parts_has_arrived_when_all_parts_have(database: Database) -> None:
    await _put(database, "a", "x", channel="whatsapp")
    (posting,) = await _claim(database)
    async with database.work(NOW) as work:
        await work.outbox.sent(await work.outbox.get(posting.id), ["SM1", "SM2"], "sent")
        await work.commit()
    for provider_id, expected in (("SM1", "sent"), ("SM2", "delivered")):
        async with database.work(NOW) as work:
            await work.outbox.note_delivery("whatsapp", provider_id, "delivered", "", NOW)
            await work.commit()
        assert await _status(database, posting) == expected


async def test_held_messages_are_released_by_a_word_and_stay_in_order(database: Database) -> None:
    await _put(database, "a", "held", channel="whatsapp")
    (posting,) = await _claim(database)
    async with database.work(NOW) as work:
        await work.outbox.hold(await work.outbox.get(posting.id))
        await work.commit()
    await _put(database, "a", "answer", channel="whatsapp")
    async with database.work(NOW) as work:
        contact = await work.contacts.find("whatsapp", "a")
        assert contact
        assert await work.outbox.release(contact.id) == 1
        await work.commit()
    assert _texts(await _claim(database)) == ["held"]


async def test_a_secret_code_is_blotted_out_once_it_was_delivered(database: Database) -> None:
    await _put(database, "a", "Kode rahasia: 7KM4QX", channel="whatsapp", code="7KM4QX")
    (posting,) = await _claim(database)
    await _sent(database, posting, "SM1")
    async with database.reading(NOW) as work:
        assert "7KM4QX" in outgoing_from_json((await work.outbox.get(posting.id)).body).text
    async with database.work(NOW) as work:
        await work.outbox.note_delivery("whatsapp", "SM1", "delivered", "", NOW)
        await work.commit()
    async with database.reading(NOW) as work:
        assert "7KM4QX" not in str((await work.outbox.get(posting.id)).body)


async def test_a_held_answer_starts_anew_when_it_is_released(database: Database) -> None:
    """Days of holding are no tries: the first hiccup after the release must not make it a dead letter."""
    await _put(database, "a", "held", channel="whatsapp")
    (posting,) = await _claim(database)
    async with database.work(NOW) as work:
        await work.outbox.hold(await work.outbox.get(posting.id))
        await work.commit()
    later = NOW + timedelta(days=3)
    async with database.work(later) as work:
        await work.outbox.release(posting.contact_id)
        await work.commit()
    (again,) = await _claim(database, later)
    assert (again.attempts, again.first_tried_at) == (1, later)
