"""A complaint from the first word to the receipt, with the real program as a process, on each channel."""

from pathlib import Path

import pytest

from tests.end_to_end.people import complains
from tests.end_to_end.town import WAYS, surroundings


@pytest.mark.parametrize("way", WAYS)
async def test_a_person_files_a_complaint(way: str, tmp_path: Path) -> None:
    async with surroundings(tmp_path, ways=(way,)) as town:
        town.house.script = True
        await town.house.start()
        citizen = await town.citizen(way)
        number = await complains(citizen)
        assert number.endswith("-00001-3")
        assert len(citizen.texts) == 3
        assert await town.house.figure('aduan_cases{kind="complaint"}') == 1
        assert await town.house.figure('aduan_open_complaints{left="more"}') == 1
        assert await town.house.figure("aduan_clock_age_seconds") < 3600
        assert await town.house.stop() == 0
