"""Nothing that a person said stands readable in the database, on the disk, or in a log line."""

import logging
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from messages.envelope import Channel, SharedContact
from tests.files import a_photo
from tests.talk import Town

# Invented, and found nowhere else.
SAID = {
    "name": "Zulfikar Qudratullah",
    "place": "Cihuni",
    "story": "membentak",
    "phone": "81290909090",
    "file": "ijazah-zulfikar",
    "nik": "3214010101900001",
}
STORY = f"petugas loket PBG {SAID['story']} saya kemarin, NIK saya {SAID['nik']}"


def on_the_disk(folder: Path) -> bytes:
    """SQLite's files with their journals, and the attachments."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def everything_kept(town: Town, folder: Path) -> bytes:
    """All rows of all tables, and all bytes on the disk."""
    kept = on_the_disk(folder)
    async with town.database.engine.connect() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
        for name in names:
            rows = await connection.execute(text(f'SELECT * FROM "{name}"'))
            for row in rows:
                kept += b"\n".join(v if isinstance(v, bytes) else str(v).encode() for v in row)
    return kept


@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WHATSAPP])
async def test_what_was_said_is_sealed_wherever_it_lies(
    town: Town, channel: Channel, tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    citizen = town.citizen(channel, "+6281290909090" if channel is Channel.WHATSAPP else "77712345")
    await citizen.says(STORY)
    await citizen.shows(a_photo(f"{SAID['file']}.jpg"))
    await citizen.says(contact=SharedContact(f"0{SAID['phone']}", own=True))
    await citizen.says(f"{SAID['name']}, {SAID['place']}")
    citizen.hears("review-anything-wrong")
    kept = await everything_kept(town, tmp_path)  # while it is a draft
    await citizen.says("kirim")
    citizen.hears("receipt-complaint")
    await citizen.says(f"tambah {citizen.number} petugas itu {SAID['story']} lagi, saksinya {SAID['name']}")
    await citizen.says("dataku")
    citizen.reads(SAID["name"])
    kept += await everything_kept(town, tmp_path)
    printed = capsys.readouterr()
    logged = caplog.text + printed.out + printed.err
    for what, word in {**SAID, "address": citizen.address}.items():
        folded = word.encode().lower()
        assert folded not in kept.lower(), f"{what} is readable in what is kept"
        assert word.lower() not in logged.lower(), f"{what} is in the log"


async def test_a_message_that_no_handler_could_answer_is_kept_and_logged_without_its_words(
    town: Town, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    async def stumbles(turn: object) -> None:
        raise RuntimeError(f"cannot read {SAID['name']}")

    monkeypatch.setattr("bot.receive.answer", stumbles)
    citizen = town.citizen()
    await citizen.says(f"{STORY}, saya {SAID['name']}")
    citizen.hears("sorry")
    async with town.database.reading(town.now) as work:
        assert await work.inbox.failures() == 1
    printed = capsys.readouterr()
    assert SAID["name"] not in caplog.text + printed.out + printed.err
