"""WhatsApp's window opens at the person's word: also when that comes while a message is being refused."""

from bot.channel import Posted, Sent, WindowClosed
from handlers.say import Say, line
from handlers.speak import put
from messages.envelope import Channel
from tests.talk import COMPLAINT, Citizen, Town


async def _a_year_ago(town: Town) -> Citizen:
    citizen = town.citizen(Channel.WHATSAPP)
    await citizen.files(COMPLAINT)
    await town.passes(days=2)
    return citizen


async def _told(town: Town, citizen: Citizen, *, of_the_case: bool = True) -> None:
    """The office has something to say, about the case or not."""
    async with town.database.work(town.now) as work:
        contact = await work.contacts.find(citizen.channel, citizen.address)
        assert contact
        case_id = (await town.case(citizen.number)).id if of_the_case else None
        await put(work, [Say((line("status-last", day=town.now.date()),), case_id=case_id)], contact, None)
        await work.commit()


async def test_a_word_that_comes_while_it_is_refused_lets_it_go_at_once(town: Town) -> None:
    citizen = await _a_year_ago(town)
    await _told(town, citizen)
    line_, refused = town.lines[Channel.WHATSAPP], False
    send = line_.send

    async def refuses_meanwhile(posted: Posted) -> Sent:
        nonlocal refused
        if refused:
            return await send(posted)
        refused = True
        await citizen.sends(text="halo, apa kabar laporan saya?")
        raise WindowClosed("63016")

    line_.send = refuses_meanwhile  # type: ignore[method-assign]  # the provider's answer crosses the person's word
    await town.sender.send_due()
    ids = [message.ids for message in citizen.heard]
    assert ("status-last",) in ids, "the word has opened the window; nothing else would release it"
    assert ("template-notice",) not in ids


async def test_what_is_about_no_report_waits_without_being_announced_as_one(town: Town) -> None:
    citizen = await _a_year_ago(town)
    before = len(citizen.heard)
    await _told(town, citizen, of_the_case=False)
    await town.sender.send_due()
    assert citizen.heard[before:] == []
    await citizen.says("halo")
    assert citizen.heard[0].ids == ("status-last",)


async def test_a_nudge_whose_hour_is_over_is_not_told_before_the_receipt(town: Town) -> None:
    """The window closed before the nudge went: what comes after the draft has become a suggestion is the receipt."""
    citizen = town.citizen(Channel.WHATSAPP)
    await citizen.says("petugas loket 3 ketus, saya tanya syarat NIB malah dibentak tadi pagi")
    line_ = town.lines[Channel.WHATSAPP]
    line_.troubles = [WindowClosed("63016")]
    await town.until("2026-11-24 08.00")
    await town.passes(days=1)
    await town.passes(days=1)
    before = len(citizen.heard)
    await citizen.says("baca")
    told = [message_id for message in citizen.heard[before:] or citizen.heard for message_id in message.ids]
    assert "nudge" not in told
    assert any(message_id.startswith("receipt") for message_id in told)
