"""A new key while the office answers: nothing is lost, and who has the old key alone stops with one clear line."""

import base64
from pathlib import Path

from tests.end_to_end.people import PLACE, SEND, STORY
from tests.end_to_end.process import DATA_KEY, a_house, command

NEW = base64.b64encode(b"the key of the year that follows").decode()


async def test_a_key_is_rotated_as_documented(tmp_path: Path, database_url: str) -> None:
    async with a_house(tmp_path, database_url) as house:
        await house.start(DATA_KEY=f"{NEW},{DATA_KEY}")
        talk = f"{STORY}\n{PLACE}\n{SEND}\n"
        both = {**house.settings, "DATA_KEY": f"{NEW},{DATA_KEY}"}
        talked = await command(tmp_path, "chat", said=talk, settings=both)
        assert talked.status == 0, talked.err
        sealed = await house.runs("rekey", DATA_KEY=f"{NEW},{DATA_KEY}")
        assert sealed.status == 0, sealed.err
        assert "may be taken out" in sealed.out
        assert await house.stop() == 0
        await house.start(DATA_KEY=NEW)
        assert (await house.runs("doctor", DATA_KEY=NEW)).out.count("1 complaints") == 1
        assert await house.stop() == 0
        refused = await house.runs("doctor")
        refused.one_line_of_trouble("DATA_KEY")


async def test_a_server_that_was_not_restarted_stops_when_the_rotation_begins(
    tmp_path: Path, database_url: str
) -> None:
    async with a_house(tmp_path, database_url) as house:
        await house.start()
        assert (await house.runs("rekey", DATA_KEY=f"{NEW},{DATA_KEY}")).status == 0
        assert await house.dies() == 2
        assert house.output.splitlines()[-1].startswith("aduan: DATA_KEY: the database is sealed with a newer key")
        await house.start(DATA_KEY=NEW)
