"""How people become staff: a code, once, within 72 hours."""

import pytest

from handlers.desk.door import invite
from handlers.desk.team import TELEGRAM_NAME
from messages.envelope import Channel
from rules.refused import Refused
from rules.roles import Role
from tests.stories.desk.conftest import Desk
from tests.talk import Town

EVERYWHERE = pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WHATSAPP, Channel.WEB], ids=str)


async def code_for(town: Town, role: Role = Role.OFFICER, name: str = "Lilis Suryani", unit: str = "") -> str:
    async with town.database.work(town.now) as work:
        invited = await invite(
            work, town.office, town.now, town.receiver.pick, role=role, name=name, unit=unit, by="operator"
        )
        await work.commit()
    return invited.code


@EVERYWHERE
async def test_whoever_sends_the_code_works_here(town: Town, channel: Channel) -> None:
    code = await code_for(town)
    lilis = town.citizen(channel)
    await lilis.says(f"/start {code}" if channel is Channel.TELEGRAM else code.lower())
    lilis.reads("Selamat datang, Lilis Suryani", "petugas pengaduan", 'Mulailah dengan "antrean"')
    await lilis.says("antrean")
    lilis.hears("desk-queue-none-yours")


async def test_a_code_is_good_once(town: Town) -> None:
    code = await code_for(town)
    await town.citizen().says(code)
    second = town.citizen()
    await second.says(code)
    second.hears("desk-invite-used")
    await second.says("antrean")
    second.reads_no("desk", "laporan menunggu")
    async with town.database.reading(town.now) as work:
        assert len(await work.team.everybody()) == 1


async def test_a_code_is_good_for_72_hours(town: Town) -> None:
    first, second = await code_for(town), await code_for(town, name="Dadan Ramdani")
    await town.passes(hours=71, minutes=59)
    lilis = town.citizen()
    await lilis.says(first)
    lilis.reads("Selamat datang")
    await town.passes(minutes=2)
    dadan = town.citizen()
    await dadan.says(second)
    dadan.hears("desk-invite-expired")
    async with town.database.reading(town.now) as work:
        assert [member.name for member in await work.team.everybody()] == ["Lilis Suryani"]


async def test_an_unknown_code_gives_nothing_and_guessing_is_stopped(town: Town) -> None:
    code = await code_for(town)
    stranger = town.citizen()
    for n in range(10):
        await stranger.says(f"A{n}B2C3D4E{n}".replace("0", "F").replace("1", "G"))
        stranger.hears("desk-invite-unknown")
    await stranger.says(code)
    stranger.hears("desk-invite-wait")
    await town.passes(hours=2)
    await stranger.says(code)
    stranger.reads("Selamat datang")


async def test_sms_is_no_desk(town: Town) -> None:
    code = await code_for(town)
    by_sms = town.citizen(Channel.SMS)
    await by_sms.says(code)
    by_sms.hears("desk-invite-channel")
    on_telegram = town.citizen()
    await on_telegram.says(code)
    on_telegram.reads("Selamat datang")


async def test_a_second_role_joins_the_first(town: Town) -> None:
    lilis = town.citizen()
    await lilis.says(await code_for(town))
    await lilis.says(await code_for(town, Role.ADMIN))
    lilis.reads("admin", "ambil N", "undang")
    async with town.database.reading(town.now) as work:
        (member,) = await work.team.everybody()
    assert member.roles == [Role.OFFICER, Role.ADMIN]


async def test_an_agency_is_invited_with_its_name_however_it_is_called(town: Town) -> None:
    member = await town.staff(Role.AGENCY, "Yuyun", unit="Dinas kesehatan")
    member.reads("petugas dinas, Dinas Kesehatan")
    with pytest.raises(Refused, match="desk-invite-unit"):
        await code_for(town, Role.AGENCY, "Yuyun")


async def test_superiors_invite_by_chat(desk: Desk) -> None:
    await desk.superior.says("undang petugas Lilis Suryani")
    desk.superior.hears("desk-invited", "desk-invite-code")
    code = next(line for line in desk.superior.last.lines if line.startswith("Kode: ")).removeprefix("Kode: ")
    lilis = desk.town.citizen(desk.channel)
    await lilis.says(code)
    lilis.reads("Selamat datang, Lilis Suryani")
    desk.superior.reads("Lilis Suryani sudah masuk")
    await desk.superior.says("tim")
    desk.superior.reads("4 orang", "Lilis Suryani · petugas pengaduan", "Hendra Wijaya · kepala")


async def test_nobody_makes_others_mightier_than_themselves(desk: Desk) -> None:
    await desk.superior.says("undang kepala Lilis Suryani")
    desk.superior.hears("desk-invite-not-yours")
    await desk.officer.says("undang petugas Lilis Suryani")
    desk.officer.hears("desk-unknown")
    await desk.head.says("undang opd dinkes Yuyun Yuningsih")
    desk.head.reads("Yuyun Yuningsih", "petugas dinas")


async def test_who_leaves_sees_nothing_more_and_what_they_held_is_free(desk: Desk) -> None:
    _, number = await desk.taken()
    await desk.superior.says("keluarkan Rina")
    desk.superior.hears("desk-remove-sure")
    await desk.superior.presses("Ya, hapus")
    desk.superior.reads("Rina Marlina", "1 laporan")
    await desk.officer.says(f"kasus {number}")
    desk.officer.reads_no("Cerita")
    assert (await desk.case(number)).holder_id is None
    await desk.superior.says("antrean bebas")
    desk.superior.reads(number, "belum diambil")


async def test_a_link_with_the_code_is_offered_where_the_bot_has_a_name(desk: Desk) -> None:
    async with desk.town.database.work(desk.town.now) as work:
        await work.jobs.note_fact(TELEGRAM_NAME, "aduan_contoh_bot")
        await work.commit()
    await desk.head.says("undang admin Wawan")
    desk.head.reads("https://t.me/aduan_contoh_bot?start=")
