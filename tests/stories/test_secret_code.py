"""A case is followed from another channel with its number and the secret code of its receipt."""

import pytest

from bot.channel import DeliveryState
from handlers.status import looked_up
from messages.envelope import Channel
from rules.number import check_digit
from tests.talk import COMPLAINT, Citizen, Town

WRONG = "AAAAAA"


async def filed(town: Town, channel: Channel = Channel.TELEGRAM) -> Citizen:
    owner = town.citizen(channel)
    await owner.files()
    return owner


@pytest.mark.parametrize("channel", [Channel.WHATSAPP, Channel.SMS, Channel.WEB])
async def test_with_the_right_code_it_is_shown_and_the_owner_hears_of_it(town: Town, channel: Channel) -> None:
    owner = await filed(town)
    other = town.citizen(channel)
    await other.says(f"min status {owner.number.lower().replace('-', ' ')} gmn ya")
    other.hears("code-ask")
    owner.seen = len(town.lines[Channel.TELEGRAM].heard[owner.address])
    await other.says(owner.code.lower())
    other.hears("status-state", "status-due")
    other.reads_no("Budi", "Plered", "kasar")
    assert other.offered == ["Kabari di sini juga", "Tambah keterangan"]
    owner.hears("code-opened")
    assert owner.offered == ["Ganti kode", "Itu saya"]
    async with town.database.reading(town.now) as work:
        assert await work.audit.first_broken() is None


async def test_a_wrong_code_and_a_number_that_does_not_exist_get_the_same_sentence(town: Town) -> None:
    owner = await filed(town)
    said = []
    for number in (owner.number, f"ADU-2026-00999-{check_digit(999)}"):
        other = town.citizen(Channel.WHATSAPP)
        await other.says(f"status {number}")
        await other.says(WRONG)
        other.hears("code-wrong", "code-ask")
        said.append(other.text)
    assert said[0] == said[1]


async def test_after_five_wrong_codes_that_address_waits_an_hour(town: Town) -> None:
    owner = await filed(town)
    other = town.citizen(Channel.WHATSAPP)
    await other.says(f"status {owner.number}")
    for left in (4, 3, 2, 1):
        await other.says(WRONG)
        other.hears("code-wrong")
        other.reads(f"{left} kali")
    await other.says(WRONG)
    other.hears("code-wait")
    await other.says(f"status {owner.number}")
    await other.says(owner.code)
    other.hears("code-wait")
    await town.passes(minutes=61)
    await other.says(f"status {owner.number}")
    await other.says(owner.code)
    other.hears("status-state")


async def test_a_code_with_a_letter_that_codes_do_not_have_is_an_answer(town: Town) -> None:
    owner = await filed(town)
    other = town.citizen(Channel.WHATSAPP)
    await other.says(f"status {owner.number}")
    await other.says("7KM4OX")
    other.hears("code-wrong")
    await other.says("tidak tahu")
    other.hears("code-lost")


async def test_a_story_told_instead_of_the_code_is_a_story(town: Town) -> None:
    owner = await filed(town)
    other = town.citizen(Channel.WHATSAPP)
    await other.says(f"status {owner.number}")
    await other.says(COMPLAINT)
    other.hears("review-anything-wrong")


async def test_news_goes_to_both_until_it_is_stopped(town: Town) -> None:
    owner = await filed(town)
    other = town.citizen(Channel.WHATSAPP)
    await other.says(f"status {owner.number}")
    await other.says(owner.code)
    await other.says("kabari di sini juga")
    other.hears("news-here-too")
    case = await town.case(owner.number)
    async with town.database.reading(town.now) as work:
        assert {c.channel for c in await work.cases.followers(case)} == {Channel.TELEGRAM, Channel.WHATSAPP}
    await other.says("stop kabar")
    other.hears("news-stopped")
    async with town.database.reading(town.now) as work:
        assert {c.channel for c in await work.cases.followers(case)} == {Channel.TELEGRAM}


async def test_whoever_follows_with_the_code_sees_no_name_and_changes_no_code(town: Town) -> None:
    owner = town.citizen()
    await owner.says("petugas loket PBG kasar sekali kemarin waktu saya tanya syarat. Budi Santoso, Plered")
    await owner.says("batal")
    await owner.presses("Catat saran")
    other = town.citizen(Channel.WHATSAPP)
    await other.says(f"status {owner.number}")
    await other.says(owner.code)
    await other.says("kabari di sini juga")
    await other.says("lengkapi")
    other.hears("complete-first-channel")
    await other.says("ganti kode")
    other.hears("code-only-first-channel")
    await other.says("dataku")
    other.reads_no("Budi", "Plered")


async def test_a_new_code_makes_the_old_one_worthless(town: Town) -> None:
    owner = await filed(town)
    old = owner.code
    await owner.says("ganti kode")
    owner.hears("code-new", "receipt-code")
    assert owner.code != old
    other = town.citizen(Channel.WHATSAPP)
    await other.says(f"status {owner.number}")
    await other.says(old)
    other.hears("code-wrong")
    await other.says(owner.code)
    other.hears("status-state")


async def test_the_owner_changes_the_code_with_the_button_of_the_warning(town: Town) -> None:
    owner = await filed(town, Channel.WHATSAPP)
    old = owner.code
    other = town.citizen()
    await other.says(f"status {owner.number}")
    await other.says(old)
    await owner.says("1")
    owner.hears("code-new")
    assert owner.code != old


async def test_the_web_page_opens_it_too_and_the_owner_hears_of_it(town: Town) -> None:
    owner = await filed(town)
    owner.seen = len(town.lines[Channel.TELEGRAM].heard[owner.address])
    async with town.database.work(town.now) as work:
        shown = await looked_up(
            town.office, work, owner.number, owner.code, source="web:1.2.3.4", language="id", now=town.now
        )
        await work.commit()
    assert shown.found
    await town.sender.send_due()
    owner.hears("code-opened")


@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WHATSAPP, Channel.SMS])
async def test_the_code_is_blotted_out_of_what_is_kept_once_it_was_delivered(town: Town, channel: Channel) -> None:
    owner = await filed(town, channel)
    code = owner.code
    if channel is not Channel.TELEGRAM:
        assert code in await _kept(town, owner)
        async with town.database.reading(town.now) as work:
            contact = await work.contacts.find(channel, owner.address)
            assert contact is not None
            receipt = (await work.outbox.shown_to(contact.id))[-1]
        key = f"{channel}:{receipt.id}"
        await town.receiver.report_delivery(channel, key, DeliveryState.DELIVERED, "", town.now)
    assert code not in await _kept(town, owner)


async def _kept(town: Town, owner: Citizen) -> str:
    async with town.database.reading(town.now) as work:
        contact = await work.contacts.find(owner.channel, owner.address)
        assert contact is not None
        return "\n".join(str(posting.body) for posting in await work.outbox.shown_to(contact.id))
