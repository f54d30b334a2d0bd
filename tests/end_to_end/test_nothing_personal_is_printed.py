"""Logs at their most talkative: no name, number, story, code or token stands in them, nor in what is on the disk."""

from pathlib import Path

import pytest

from tests.end_to_end.people import STORY, OnTwilio, complains, hears
from tests.end_to_end.town import surroundings
from tests.servers.telegram import TOKEN
from tests.servers.twilio import AUTH_TOKEN, BROKEN

WRITTEN = ("Dedi", "Kurniawan", "Sinar Baterai", "kapasitas", "cigelam", "Cigelam", "babakancikao")
PERSONAL = (*WRITTEN, "628120000", "5001", "5009")
SECRET = (TOKEN, TOKEN.partition(":")[2], AUTH_TOKEN)


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("form", ["console", "json"])
async def test_a_talk_on_every_channel_leaves_nothing_personal_in_the_logs(form: str, tmp_path: Path) -> None:
    settings = {"LOG_LEVEL": "debug", "LOG_FORMAT": form}
    async with surroundings(tmp_path, ways=("telegram", "whatsapp", "sms", "web"), **settings) as town:
        await town.house.start()
        town.telegram.fails("sendMessage", 500)
        town.telegram.fails("sendMessage", 403, "Forbidden: bot was blocked by the user", chat_id=5009)
        town.twilio.faults.append(BROKEN)
        blocked = await town.citizen("telegram", 9)
        await blocked.says(STORY)
        for way in ("telegram", "whatsapp", "sms", "web"):
            await complains(await town.citizen(way))
        photo = await town.citizen("whatsapp", 2)
        assert isinstance(photo, OnTwilio)
        await photo.person.sends_media(b"%PDF-1.4 Dedi Kurniawan", "application/pdf", STORY)
        await hears(photo, "question")
        await town.house.kill()
        await town.house.start()
        await town.house.stop()
        printed = town.house.output
        kept = everything_in(tmp_path)
    assert "answers on http" in printed
    for word in (*PERSONAL, *SECRET):
        assert word not in printed, f"{word} was printed"
    for word in WRITTEN:
        assert word.encode() not in kept, f"{word} lies open on the disk"
