"""`kill -9` at every step of a message's way, on every channel: the talk goes on where it was, and nothing is lost.

Every step on every channel is in the normal run, the two databases by turns; `make torture` has all of them on both, at
the first, the second and the third message.
"""

import asyncio
import itertools
import signal
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.failpoints import STEPS
from storage.database import Database
from storage.files import FileStore
from storage.vault import Vault
from tests.end_to_end.looking import look
from tests.end_to_end.people import TALK, Citizen, complains, sort_of
from tests.end_to_end.process import DATA_KEY, House
from tests.end_to_end.town import WAYS, surroundings

MATRIX = list(itertools.product(STEPS, WAYS))
DATABASES = ("sqlite", "postgresql")
# The database and the message (the third is the one that makes the case) go round, so that each step meets both.
BY_TURNS = [
    pytest.param(step, way, 1 + n % 3, DATABASES[(n // len(WAYS) + n % len(WAYS)) % 2], id=f"{step}-{way}-{1 + n % 3}")
    for n, (step, way) in enumerate(MATRIX)
]


async def killed_once(house: House, talk: asyncio.Task[str]) -> None:
    """The process dies by its failpoint while they talk, and is started again as a supervisor would."""
    assert house.process is not None
    dying = asyncio.create_task(house.dies(120))
    await asyncio.wait([dying, talk], return_when=asyncio.FIRST_COMPLETED)
    # The last answer may be heard a moment before its sender is seen to be dead.
    assert await asyncio.wait_for(dying, 10) == -signal.SIGKILL, house.output
    await house.start()


async def check_nothing_lost(house: House, people: list[Citizen], numbers: list[str]) -> None:
    url = house.settings["DATABASE_URL"]
    running = sorted(int(number.split("-")[2]) for number in numbers)
    assert running == list(range(1, len(people) + 1)), "numbers without gaps, each given once"
    assert await look(house, 'SELECT count(*) FROM "case"') == [(len(people),)]
    said = sum(person.said for person in people)
    assert await look(house, "SELECT count(*), count(DISTINCT provider_id) FROM inbound") == [(said, said)]
    assert await look(house, "SELECT count(*) FROM inbound WHERE outcome = 'failed'") == [(0,)]
    answers = await look(house, "SELECT status, count(*) FROM outbox GROUP BY status")
    assert {status for status, _ in answers} <= {"sent", "delivered", "read"}, answers
    assert sum(count for _, count in answers) == said  # type: ignore[misc]  # a count is a number
    database = Database(url, Vault.from_text(DATA_KEY), FileStore(house.folder, Vault.from_text(DATA_KEY)))
    async with database.reading(datetime.now(UTC)) as work:
        assert await work.audit.first_broken() is None
    await database.close()


def check_what_was_heard(citizen: Citizen, way: str) -> None:
    """Every answer, in order; twice at most where the provider cannot be asked, once where it can."""
    expected = [answer for _, answer in TALK]
    heard = [sort_of(text) for text in citizen.texts]
    assert list(dict.fromkeys(heard)) == expected
    assert heard == sorted(heard, key=expected.index), "in order"
    most = len(expected) + (1 if way.startswith("telegram") else 0)
    assert len(heard) <= most, heard


async def dies_and_goes_on(step: str, way: str, message: int, folder: Path, url: str) -> None:
    async with surroundings(folder, url, ways=(way,)) as town:
        await town.house.start(failpoint=f"{step}:{message}")
        citizen = await town.citizen(way)
        talk = asyncio.create_task(complains(citizen, seconds=90))
        try:
            await killed_once(town.house, talk)
            number = await talk
        finally:
            talk.cancel()
        later = await town.citizen(way, 2)
        numbers = [number, await complains(later)]
        await until_settled(town.house)
        check_what_was_heard(citizen, way)
        check_what_was_heard(later, way)
        await check_nothing_lost(town.house, [citizen, later], numbers)
        assert await town.house.stop() == 0


async def until_settled(house: House) -> None:
    """Nothing waits in the outbox any more."""
    async with asyncio.timeout(30):
        while await house.figure('aduan_outbox_messages{status="waiting"}'):  # noqa: ASYNC110 - of another process
            await asyncio.sleep(0.05)


@pytest.mark.parametrize(("step", "way", "message", "database_url"), BY_TURNS, indirect=["database_url"])
async def test_killed_at_a_step_the_talk_goes_on_where_it_was(
    step: str, way: str, message: int, tmp_path: Path, database_url: str
) -> None:
    await dies_and_goes_on(step, way, message, tmp_path, database_url)


@pytest.mark.torture
@pytest.mark.parametrize("message", [1, 2, 3])
@pytest.mark.parametrize(("step", "way"), MATRIX)
async def test_killed_at_every_step_on_every_channel(
    step: str, way: str, message: int, tmp_path: Path, database_url: str
) -> None:
    await dies_and_goes_on(step, way, message, tmp_path, database_url)
