"""Taking a case, handing it over, and who sees what of it."""

import asyncio

from messages.envelope import Channel, Inbound
from rules.lifecycle import State
from rules.roles import Role
from tests.stories.desk.conftest import Desk

SECRET = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat. rahasiakan nama saya. Siti Aminah, Plered"


async def test_two_take_the_same_case_at_once(desk: Desk) -> None:
    lilis = await desk.colleague(Role.OFFICER, "Lilis Suryani")
    _, number = await desk.complaint(Channel.TELEGRAM)
    town = desk.town

    def taking(member: object, ref: str) -> Inbound:
        address = member.address  # type: ignore[attr-defined]
        return Inbound(desk.channel, "our-account", address, ref, town.now, text=f"ambil {number}", message_ref=ref)

    before = [len(member.heard) for member in (desk.officer, lilis)]
    await asyncio.gather(town.receiver(taking(desk.officer, "at-once-1")), town.receiver(taking(lilis, "at-once-2")))
    await town.sender.send_due()
    heard = [member.heard[n:] for member, n in zip((desk.officer, lilis), before, strict=True)]
    texts = ["\n".join(message.text for message in messages) for messages in heard]
    got = [i for i, text in enumerate(texts) if "sekarang milik Anda" in text]
    assert len(got) == 1, texts
    winner = ("Rina Marlina", "Lilis Suryani")[got[0]]
    assert f"baru saja diambil {winner}" in texts[1 - got[0]]
    entries = [e for e in await desk.entries(number) if e.by != "citizen"]
    assert entries == []
    assert (await desk.case(number)).holder_id is not None


async def test_handing_over(desk: Desk) -> None:
    _, number = await desk.taken(Channel.TELEGRAM)
    lilis = await desk.colleague(Role.OFFICER, "Lilis Suryani")
    await lilis.says(f"serahkan {number} Lilis")
    lilis.reads("dipegang Rina Marlina")
    await desk.officer.says(f"serahkan {number} ke lilis")
    desk.officer.reads("diserahkan kepada Lilis Suryani")
    lilis.reads(number, "diserahkan kepada Anda oleh Rina Marlina")
    await desk.officer.says(f"telaah {number}")
    desk.officer.reads("dipegang Lilis Suryani")
    await desk.superior.says(f"serahkan {number} Rina")
    lilis.reads("sekarang dipegang Rina Marlina")
    desk.officer.reads("diserahkan kepada Anda oleh Agus Salim")


async def test_handing_over_asks_to_whom(desk: Desk) -> None:
    _, number = await desk.taken(Channel.TELEGRAM)
    await desk.colleague(Role.OFFICER, "Lilis Suryani")
    await desk.officer.presses("Serahkan")
    assert "Lilis Suryani" in desk.officer.offered
    await desk.officer.presses("Lilis Suryani")
    desk.officer.reads("diserahkan kepada Lilis Suryani")
    await desk.superior.says(f"serahkan {number} Zulkifli")
    desk.superior.hears("desk-nobody-called-who")


async def test_nobody_is_given_a_case_while_away(desk: Desk) -> None:
    _, number = await desk.taken(Channel.TELEGRAM)
    lilis = await desk.colleague(Role.OFFICER, "Lilis Suryani")
    await lilis.says("cuti hari ini - 27 november pengganti Rina")
    lilis.hears("desk-leave-kept")
    await desk.officer.says(f"serahkan {number} Lilis")
    desk.officer.reads("cuti sampai Jumat, 27 November 2026", "Rina Marlina")
    await desk.town.until("2026-11-28 09.00")
    await desk.officer.says(f"serahkan {number} Lilis")
    desk.officer.reads("diserahkan kepada Lilis Suryani")


async def test_only_the_holder_sees_who_complains(desk: Desk) -> None:
    _, number = await desk.complaint(Channel.TELEGRAM)
    lilis = await desk.colleague(Role.OFFICER, "Lilis Suryani")
    await desk.officer.says(f"ambil {number}")
    await desk.officer.says(f"kasus {number}")
    desk.officer.reads("Pelapor: Dedi Kurniawan", "Plered")
    await lilis.says(f"kasus {number}")
    lilis.reads("terlihat oleh pemegang berkas")
    await desk.superior.says(f"kasus {number}")
    desk.superior.reads("Pelapor: Dedi Kurniawan")


async def test_a_secret_identity_is_for_the_holder_alone(desk: Desk) -> None:
    _, number = await desk.complaint(Channel.TELEGRAM, SECRET)
    for member in (desk.officer, desk.superior, desk.head):
        await member.says(f"kasus {number}")
        member.reads("RAHASIA", "hanya pemegang berkas", "***")
        member.reads_no("Siti", "Aminah", "Plered")
    await desk.officer.says(f"ambil {number}")
    await desk.officer.says(f"kasus {number}")
    desk.officer.reads("RAHASIA, hanya Anda yang melihat", "Siti Aminah", "Plered")
    async with desk.town.database.reading(desk.town.now) as work:
        seen = [e for e in await work.audit.of_case(number) if e.action == "seen"]
    assert ['"identity":true' in e.facts.replace(" ", "") for e in seen] == [False, False, False, True, True]


async def test_what_is_being_worked_on_is_never_free_again_by_itself(desk: Desk) -> None:
    _, number = await desk.taken(Channel.TELEGRAM)
    await desk.officer.says(f"ambil {number}")
    desk.officer.hears("desk-taken-already")
    assert (await desk.case(number)).state == State.TAKEN
