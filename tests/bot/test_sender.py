"""The sender with a provider: what went out once does not go out again."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.channel import Posted, Sent, Uncertain
from bot.sender import Delays, Sender
from messages.envelope import Channel, Outgoing
from storage.database import Database
from tests.bot.twilio.stage import on_stage
from tests.servers.twilio import BROKEN, BROKEN_BUT_SENT, TOO_MANY, WHATSAPP_FROM
from tests.servers.twilio_api import Fault

LONG = ("Pertama. " * 100, "Kedua. " * 120, "Ketiga. " * 150)
PARTS = ["Pertama.", "Kedua.", "Ketiga."]


@pytest.mark.parametrize(
    "faults",
    [
        pytest.param([None, TOO_MANY], id="a later part is refused"),
        pytest.param([None, None, TOO_MANY, TOO_MANY], id="and once more"),
        pytest.param([None, BROKEN, TOO_MANY], id="uncertain, then refused"),
        pytest.param([None, BROKEN_BUT_SENT, TOO_MANY], id="sent after all, then refused"),
    ],
)
@pytest.mark.parametrize("restarted", [False, True])
async def test_no_part_of_a_long_text_goes_twice(
    faults: list[Fault | None], restarted: bool, database: Database
) -> None:
    passed = timedelta(0)

    def clock() -> datetime:
        return datetime.now(UTC) + passed

    async with on_stage() as stage, on_stage(api_url=stage.server.url) as other:
        warga = stage.server.person()
        await warga.writes("lapor")
        async with database.work(clock()) as work:
            contact = await work.contacts.at("whatsapp", WHATSAPP_FROM, "+6281200000001", "id")
            contact.last_inbound_at = clock()
            posting = await work.outbox.put(contact, Outgoing(LONG))
            await work.commit()
        stage.server.faults.extend(faults)
        for number in range(len(faults)):
            channel = other.whatsapp if restarted and number else stage.whatsapp
            sender = Sender(database, {Channel.WHATSAPP: channel}, clock, delays=Delays(first=1, longest=1))
            await sender.send_due()
            passed += timedelta(seconds=10)
        assert [one.text.split()[0] for one in warga.heard] == PARTS
        async with database.reading(clock()) as work:
            assert (await work.outbox.get(posting.id)).status == "sent"


class _Unsure:
    """Loses its first answer, and says how long to wait before asking for another."""

    name = Channel.TELEGRAM

    def __init__(self) -> None:
        self.tried = 0

    async def send(self, posted: Posted) -> Sent:
        self.tried += 1
        if self.tried == 1:
            raise Uncertain("timeout", after=300)
        return Sent((posted.key,))

    async def find(self, posted: Posted) -> Sent | None:
        return None


async def test_a_channel_says_how_long_an_uncertain_message_waits(database: Database) -> None:
    now = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
    channel = _Unsure()
    sender = Sender(database, {Channel.TELEGRAM: channel}, lambda: now)
    async with database.work(now) as work:
        await work.outbox.put(await work.contacts.at("telegram", "us", "5001", "id"), Outgoing(("Halo",)))
        await work.commit()
    tried = []
    for seconds in (0, 299, 2):
        now += timedelta(seconds=seconds)
        tried.append(await sender.send_due())
    assert tried == [1, 0, 1]
