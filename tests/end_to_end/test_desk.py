"""The officers' desk with the program as a process: invited by the command, a case from the first word to its end."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.people import Citizen, OnTwilio, complains, until
from tests.end_to_end.process import command
from tests.end_to_end.town import Surroundings, surroundings

ANSWER = "Kapasitasnya sudah dibetulkan menjadi 5.000 unit."


async def invited(town: Surroundings, role: str, name: str) -> str:
    ended = await command(
        town.house.folder, "invite", "--role", role, "--name", name, "--json", settings=town.house.settings
    )
    assert ended.status == 0, ended.err
    code: str = json.loads(ended.out)["code"]
    return code


async def says(person: Citizen, text: str, hears: str) -> str:
    """Says it, and waits for an answer with these words in it."""
    before = len(person.texts)
    await person.says(text)
    await until(lambda: any(hears in heard for heard in person.texts[before:]), 20, lambda: person.texts[before:])
    return next(heard for heard in person.texts[before:] if hears in heard)


async def arrives(person: Citizen) -> None:
    """On WhatsApp the provider says later that all parts were delivered; Telegram's ok says so at once."""
    if isinstance(person, OnTwilio):
        for message in person.person.heard:
            await person.person.marks_delivered(message)


@pytest.mark.parametrize("way", ["telegram", "whatsapp"])
async def test_a_case_from_the_first_word_to_its_end(way: str, tmp_path: Path) -> None:
    async with surroundings(tmp_path, ways=(way,)) as town:
        await town.house.start()
        officer, superior, citizen = await town.citizen(way, 1), await town.citizen(way, 2), await town.citizen(way, 3)
        code = await invited(town, "officer", "Rina Marlina")
        start = "/start " if way == "telegram" else ""
        await says(officer, f"{start}{code}", "Selamat datang, Rina Marlina")
        await says(superior, await invited(town, "supervisor", "Agus Salim"), "Selamat datang, Agus Salim")
        number = await complains(citizen)
        await until(lambda: any(number in heard for heard in officer.texts), 20)
        await says(officer, "antrean", "belum diambil")
        await says(officer, "ambil 1", "sekarang milik Anda")
        await says(officer, "telaah 1", "6a")
        await says(officer, "pakai usulan", "6b")
        await says(officer, "1", "6c")
        await says(officer, "tidak ada", "6d")
        await says(officer, "2 ke bagian penerbitan", "tersimpan")
        await says(officer, "jalur 1 internal", "atasan langsung")
        await until(lambda: any("jalur internal dimulai" in heard for heard in superior.texts), 20)
        await says(officer, f"balas 1 {ANSWER}", "Kirim sekarang?")
        await says(officer, "kirim", "begitu sampai")
        await until(lambda: any(ANSWER in heard for heard in citizen.texts), 20)
        await arrives(citizen)
        await until(lambda: any("SAMPAI" in heard for heard in officer.texts), 30, lambda: officer.texts[-2:])
        await until(lambda: any("DIJAWAB" in heard for heard in superior.texts), 20)
        await arrives(superior)
        await says(citizen, "selesai", "dicatat selesai")
        await until(lambda: any("menurut pelapor" in heard for heard in officer.texts), 30, lambda: officer.texts[-2:])
        if way == "telegram":
            menu = town.telegram.chat_menus[5001]
            assert {"antrean", "ambil", "balas"} <= {entry["command"] for entry in menu}
        assert await town.house.stop() == 0
        ended = await command(tmp_path, "verify", settings=town.house.settings)
        assert ended.status == 0, ended.err
        assert "Rina" not in town.house.output
        assert "Kurniawan" not in town.house.output


async def test_a_group_as_the_desk(tmp_path: Path) -> None:
    """A supervisor adds the bot to the office's group; a case is answered from its topic; what is not marked stays."""
    async with surroundings(tmp_path, ways=("telegram",)) as town:
        await town.house.start()
        officer, superior = await town.citizen("telegram", 1), await town.citizen("telegram", 2)
        citizen = await town.citizen("telegram", 3)
        await says(officer, f"/start {await invited(town, 'officer', 'Rina Marlina')}", "Selamat datang")
        await says(superior, f"/start {await invited(town, 'supervisor', 'Agus Salim')}", "Selamat datang")
        rina, agus = town.telegram.person(5001), town.telegram.person(5002)
        group = town.telegram.group()
        await group.adds_the_bot(agus)
        await until(lambda: any("Pakai grup" in heard for heard in superior.texts), 20)
        await agus.presses("Pakai grup ini")
        await until(lambda: any("meja petugas" in heard.text for heard in group.heard), 20)

        number = await complains(citizen)
        await until(lambda: bool(group.topics) and bool(group.topic(number).heard), 30)
        topic = group.topic(number)
        await group.presses(rina, topic, "Ambil")
        await until(lambda: any("sekarang milik Anda" in heard for heard in officer.texts), 20)
        await group.writes(agus, topic, "balas hari ini juga ya")
        await group.writes(rina, topic, "/tanya Kapan berkas diserahkan?")
        await until(lambda: any("Kirim sekarang?" in said for said in topic.texts), 20)
        await group.presses(rina, topic, "Kirim")
        await until(lambda: any("Kapan berkas" in heard for heard in citizen.texts), 20)
        await citizen.says("dua minggu yang lalu")
        await until(lambda: any("DARI PELAPOR" in said and "dua minggu" in said for said in topic.texts), 90)
        assert not any("hari ini juga" in heard for heard in citizen.texts)
        assert not any("Kurniawan" in said for said in topic.texts)
        await until(lambda: "balas" in {c["command"] for c in town.telegram.chat_menus.get(group.chat_id, [])}, 20)
        assert await town.house.stop() == 0
        assert "hari ini juga" not in town.house.output
