"""Changing the code ends the access that the old one gave; guessing is slow, and shuts no case for its owner."""

import asyncio

from messages.envelope import Channel
from tests.talk import Citizen, Town


async def _filed(town: Town) -> Citizen:
    dedi = town.citizen(Channel.TELEGRAM)
    for text in ("petugas loket 3 ketus, saya tanya syarat NIB malah dibentak tadi pagi", "Dedi", "ciseureuh", "kirim"):
        await dedi.says(text)
    dedi.hears("receipt-complaint")
    return dedi


async def test_a_new_code_ends_the_access_that_the_old_one_gave(town: Town) -> None:
    dedi = await _filed(town)
    stranger = town.citizen(Channel.WHATSAPP)
    await stranger.says(f"status {dedi.number}")
    await stranger.says(dedi.code)
    await stranger.says("kabari di sini juga")
    stranger.hears("news-here-too")
    await dedi.says("ganti kode")
    dedi.hears("code-new")
    await stranger.says("status")
    stranger.hears("status-none")
    await stranger.says(f"tambah {dedi.number} saya cabut laporan ini")
    stranger.reads_no("Ditambahkan")


async def test_a_button_from_before_the_new_code_opens_nothing(town: Town) -> None:
    dedi = await _filed(town)
    stranger = town.citizen(Channel.WHATSAPP)
    await stranger.says(f"status {dedi.number}")
    await stranger.says(dedi.code)
    await dedi.says("ganti kode")
    await stranger.says("kabari di sini juga")
    stranger.hears("case-not-yours")


async def test_guesses_that_come_at_once_are_counted_one_by_one(town: Town) -> None:
    dedi = await _filed(town)
    stranger = town.citizen(Channel.WHATSAPP)
    await stranger.says(f"status {dedi.number}")
    await asyncio.gather(*(stranger.sends(text="2222" + pair) for pair in ("22", "23", "24", "25", "26", "27", "28")))
    await stranger.says(dedi.code)
    stranger.reads_no("sisa 14")


async def test_one_stranger_does_not_shut_a_case_for_its_owner(town: Town) -> None:
    dedi = await _filed(town)
    for number in range(5):
        stranger = town.citizen(Channel.WHATSAPP, f"stranger {number}")
        await stranger.says(f"status {dedi.number}")
        for guess in ("222222", "222223", "222224", "222225", "222226"):
            await stranger.says(guess)
        stranger.hears("code-wait")
    other = town.citizen(Channel.WEB)
    await other.says(f"status {dedi.number}")
    await other.says(dedi.code)
    other.hears("status-due")
