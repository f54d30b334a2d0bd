"""A case that names somebody who works here is kept from them until a superior says that it is not them."""

from messages.envelope import Channel
from rules.roles import Role
from tests.stories.desk.conftest import Desk

RUDE = "bu Rina Marlina di loket PBG kasar sekali kemarin waktu saya tanya syarat. Budi Santoso, Plered"


async def test_who_is_named_neither_sees_nor_takes_nor_answers(desk: Desk) -> None:
    lilis = await desk.colleague(Role.OFFICER, "Lilis Suryani")
    _, number = await desk.complaint(Channel.TELEGRAM, RUDE)
    desk.officer.reads_no(number)
    lilis.reads(number)
    for said in (f"kasus {number}", f"ambil {number}", f"balas {number} maaf", f"riwayat {number}", f"cari {number}"):
        await desk.officer.says(said)
        desk.officer.reads_no("kasar", "Budi", "sikap")
    await desk.officer.says("antrean semua")
    desk.officer.reads_no(number)
    await desk.superior.says(f"serahkan {number} Rina")
    desk.superior.hears("life-conflict")
    assert (await desk.case(number)).holder_id is None


async def test_a_superior_says_whether_it_is_them(desk: Desk) -> None:
    _, number = await desk.complaint(Channel.TELEGRAM, RUDE)
    desk.superior.reads("menyebut Rina Marlina")
    await desk.superior.presses("Bukan dia")
    desk.superior.hears("desk-conflict-dismissed")
    await desk.officer.says(f"kasus {number}")
    desk.officer.reads("Cerita")
    await desk.head.presses("Ya, sembunyikan")
    await desk.officer.says(f"kasus {number}")
    desk.officer.hears("desk-no-case")


async def test_who_is_named_later_loses_the_case(desk: Desk) -> None:
    citizen, number = await desk.taken(Channel.TELEGRAM)
    await citizen.says(f"tambah {number} yang menahan petugas bernama Rina")
    case = await desk.case(number)
    assert case.holder_id is None
    desk.superior.reads("menyebut Rina Marlina")
    await desk.officer.says(f"kasus {number}")
    desk.officer.hears("desk-no-case")


async def test_a_complainant_of_the_same_name_is_no_conflict(desk: Desk) -> None:
    story = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat. nama saya Agustina, Plered"
    _, number = await desk.complaint(Channel.TELEGRAM, story)
    desk.officer.reads(number)
    desk.superior.reads_no("menyebut")
