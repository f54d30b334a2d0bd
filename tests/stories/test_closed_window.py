"""WhatsApp's 24 hours: what may not go is held, one template tells of it, and the person's next word releases it."""

from bot.channel import DeliveryState
from handlers.say import Say, line
from handlers.speak import put
from messages.envelope import Channel
from storage.deliveries import HELD
from tests.talk import Citizen, Town


async def _filed(town: Town) -> Citizen:
    ujang = town.citizen(Channel.WHATSAPP)
    for text in (
        "petugas loket 3 ketus, saya tanya syarat NIB malah dibentak tadi pagi",
        "Ujang",
        "ciseureuh",
        "kirim",
    ):
        await ujang.says(text)
    ujang.hears("receipt-complaint")
    return ujang


async def _news(town: Town, number: str) -> int:
    """The office has something to say about the case."""
    async with town.database.work(town.now) as work:
        case = await work.cases.locked((await town.case(number)).id)
        (contact,) = await work.cases.followers(case)
        said = Say((line("status-last", day=town.now.date()),), case_id=case.id, purpose="news")
        (posting,) = await put(work, [said], contact, None)
        await work.commit()
    await town.sender.send_due()
    return posting.id


async def test_news_after_a_day_waits_for_a_word_and_is_announced_once(town: Town) -> None:
    ujang = await _filed(town)
    number = ujang.number
    await town.until("2026-11-25 10.00")
    seen = len(ujang.heard)
    await _news(town, number)
    await _news(town, number)
    told = ujang.heard[seen:]
    assert [message.ids for message in told] == [("template-notice",)]
    assert told[0].template == {"name": "notice", "1": number}
    await ujang.says("baca")
    assert [message.ids for message in ujang.heard] == [("status-last",), ("status-last",)]


async def test_a_refusal_that_comes_afterwards_is_held_as_well(town: Town) -> None:
    ujang = await _filed(town)
    posting = await _news(town, ujang.number)
    refused = DeliveryState.WINDOW_CLOSED
    await town.receiver.report_delivery(Channel.WHATSAPP, f"whatsapp:{posting}", refused, "63016", town.now)
    async with town.database.reading(town.now) as work:
        assert (await work.outbox.get(posting)).status == HELD
    await town.sender.send_due()
    assert ujang.last.ids == ("template-notice",)
    await ujang.says("halo")
    assert ujang.heard[0].ids == ("status-last",)
    await town.receiver.report_delivery(Channel.WHATSAPP, f"whatsapp:{posting}", DeliveryState.DELIVERED, "", town.now)
    async with town.database.reading(town.now) as work:
        assert (await work.outbox.get(posting)).status == "delivered"
