"""Who is told what: nothing to whom a case names, no secret name in anybody's words, no say for a mere follower."""

import pytest

from bot.channel import Undeliverable
from messages.envelope import Channel
from rules.kind import Kind
from rules.lifecycle import State
from rules.roles import Role
from tests.stories.desk.conftest import ANSWER, STORY, Desk
from tests.talk import Citizen

SECRET = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat. rahasiakan nama saya. Siti Aminah, Plered"


async def follower(desk: Desk, citizen: Citizen, number: str) -> Citizen:
    """Somebody else who follows with the number and the code."""
    other = desk.town.citizen(Channel.WHATSAPP)
    await other.says(f"status {number}")
    await other.says(citizen.code)
    await other.presses("Kabari di sini juga")
    return other


async def test_a_report_passes_over_the_superior_whom_the_case_names(desk: Desk) -> None:
    _, number = await desk.studied(Channel.TELEGRAM, STORY.replace("saya", "saya ditahan pak Agus Salim,"))
    await desk.officer.says(f"jalur {number} internal")
    desk.superior.reads_no(number)
    desk.head.reads(number, "jalur internal dimulai")


async def test_what_the_office_writes_of_a_secret_case_hides_its_name(desk: Desk) -> None:
    _, number = await desk.taken(Channel.TELEGRAM, SECRET)
    await desk.officer.says(f"telaah {number}")
    await desk.officer.says("Siti Aminah dibentak petugas loket saat menanyakan syarat")
    await desk.officer.says(f"catatan {number} sudah bicara dengan Siti Aminah di Plered")
    for said in (f"kasus {number}", f"riwayat {number}"):
        await desk.superior.says(said)
        desk.superior.reads(number)
        desk.superior.reads_no("Siti", "Aminah", "Plered")
    await desk.officer.says(f"riwayat {number}")
    desk.officer.reads("Siti Aminah")


async def test_the_words_of_a_reopening_are_for_the_holder_alone(desk: Desk) -> None:
    citizen, number = await desk.answered(Channel.TELEGRAM)
    lilis = await desk.colleague(Role.OFFICER, "Lilis Suryani")
    await desk.superior.says("keluarkan Rina")
    await desk.superior.presses("Ya, hapus")
    await citizen.says("belum selesai, saya Dedi Kurniawan masih menunggu")
    lilis.reads("DIBUKA LAGI", number)
    lilis.reads_no("Dedi")


async def test_who_is_named_in_a_reopening_loses_the_case(desk: Desk) -> None:
    citizen, number = await desk.answered(Channel.TELEGRAM)
    await citizen.says("belum selesai, petugas bernama Rina minta uang lagi")
    assert (await desk.case(number)).holder_id is None
    desk.officer.reads_no("minta uang")
    desk.superior.reads("menyebut Rina Marlina")


async def test_a_follower_is_told_and_neither_proves_nor_ends_anything(desk: Desk) -> None:
    citizen, number = await desk.internal(Channel.TELEGRAM)
    other = await follower(desk, citizen, number)
    desk.town.lines[Channel.TELEGRAM].fails_for[citizen.address] = Undeliverable("blocked")
    await desk.replies(number)
    await desk.town.arrives(other)
    other.reads(ANSWER)
    assert (await desk.case(number)).state == State.INTERNAL, "it did not reach the complainant"
    desk.town.lines[Channel.TELEGRAM].fails_for.clear()
    await desk.replies(number, "Sertifikat terbit hari ini.")
    await desk.town.arrives(citizen, desk.superior)
    await other.says("belum selesai")
    await other.says("selesai")
    assert (await desk.case(number)).state == State.ANSWERED


async def test_a_head_of_another_agency_has_no_say_here(desk: Desk) -> None:
    _, number = await desk.studied(Channel.TELEGRAM)
    euis = await desk.colleague(Role.HEAD, "Euis Rohaeti", unit="dinkes")
    for said in (f"kasus {number}", "antrean semua", "tim", "undang admin Wawan", "keluarkan Rina", f"lembar {number}"):
        await euis.says(said)
        euis.reads_no("Cerita", "Dedi", "Rina Marlina ·", "Kode:")
    async with desk.town.database.reading(desk.town.now) as work:
        assert len(await work.team.everybody()) == 4
        assert await work.team.open_invitations() == []


async def test_nobody_takes_their_own_complaint(desk: Desk) -> None:
    await desk.officer.says("lapor petugas loket PBG kasar sekali kemarin waktu saya tanya syarat")
    await desk.officer.reaches_review(name="Rina Marlina", place="Plered")
    await desk.officer.says("kirim")
    number = desk.officer.number
    await desk.officer.says(f"ambil {number}")
    assert (await desk.case(number)).holder_id is None


async def test_a_number_means_the_newest_list(desk: Desk) -> None:
    citizen, number = await desk.internal(Channel.TELEGRAM)
    await desk.officer.says(f"balas {number} {ANSWER}")
    await desk.complaint(Channel.TELEGRAM, "petugas loket PBG kasar kemarin waktu saya tanya syarat. Budi, Plered")
    await desk.officer.says("1")
    desk.officer.hears("desk-number-which", "desk-send-reply")
    citizen.reads_no(ANSWER)
    await desk.officer.says("ok")
    citizen.reads_no(ANSWER)
    await desk.officer.says("kirim")
    citizen.reads(ANSWER)


async def test_long_words_go_whole(desk: Desk) -> None:
    citizen, number = await desk.internal(Channel.TELEGRAM)
    long = "Kami jelaskan satu per satu. " * 150
    await desk.replies(number, long)
    assert long.strip() in citizen.text
    await desk.town.arrives(citizen, desk.superior)
    await citizen.says("belum selesai, " + "masih ada yang kurang, " * 200)
    citizen.hears("outcome-reopened")


async def test_one_that_a_rule_refuses_keeps_no_other_from_being_counted(desk: Desk) -> None:
    late = "PBG saya keluar 12 oktober tp luasnya salah, mohon dibetulkan. Yayat Hidayat, Cibening Bungursari"
    citizen = desk.town.citizen(Channel.WHATSAPP)
    await citizen.says(late)
    await citizen.reaches_review()
    await citizen.says("kirim")
    number = citizen.number
    await desk.officer.says(f"ambil {number}")
    await desk.officer.says(f"balas {number} Luasnya kami periksa pada arsip.")
    await desk.officer.says("kirim")
    await desk.officer.says(f"pulihkan {number} dirawat di rumah sakit")
    other, replied = await desk.internal(Channel.TELEGRAM)
    await desk.replies(replied)
    await desk.town.arrives(citizen, other)
    case = await desk.case(number)
    assert (case.kind, case.state) == (Kind.COMPLAINT, State.TAKEN)
    assert (await desk.case(replied)).state == State.ANSWERED


@pytest.mark.parametrize("said", ["halo", "kabar apa ya"])
async def test_a_secret_answer_is_opened_by_asking_for_it(desk: Desk, said: str) -> None:
    citizen, number = await desk.internal(Channel.TELEGRAM, SECRET)
    await desk.replies(number, "Petugas loket sudah ditegur.")
    await desk.town.settles()
    await citizen.says(said)
    citizen.reads_no("ditegur")
    await citizen.says("baca")
    citizen.reads("ditegur")


async def test_delivered_after_failed_counts(desk: Desk) -> None:
    citizen, number = await desk.internal(Channel.WHATSAPP)
    await desk.replies(number)
    key = desk.town.lines[Channel.WHATSAPP].taken[citizen.address][-1]
    await desk.town.fails(citizen, "30003")
    assert (await desk.case(number)).state == State.INTERNAL
    desk.town.lines[Channel.WHATSAPP].taken[citizen.address] = [key]
    await desk.town.arrives(citizen)
    assert (await desk.case(number)).state == State.ANSWERED
