"""The disk is full, the database is away, two works are in each other's way: nothing is lost, nothing piles up."""

import errno
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from handlers import route
from handlers.turn import Turn
from storage.database import Database
from storage.files import FileStore
from storage.work import Work
from tests.files import a_pdf, a_photo, lying_in
from tests.talk import Town

STORY = "petugas loket 3 ketus, saya tanya syarat NIB malah dibentak tadi pagi"
Answer = Callable[[Turn], Awaitable[None]]


def _fails_first(monkeypatch: pytest.MonkeyPatch, failure: Answer, times: int = 1) -> None:
    """The first answers fail like this; later ones are given."""
    really, left = route.answer, times

    async def answer(turn: Turn) -> None:
        nonlocal left
        left -= 1
        if left >= 0:
            await failure(turn)
        await really(turn)

    monkeypatch.setattr("bot.receive.answer", answer)


async def _is_away(turn: Turn) -> None:
    raise OperationalError("select", {}, Exception("disk I/O error"))


async def _outcomes(database: Database) -> list[str]:
    async with database.engine.connect() as connection:
        return list((await connection.execute(text("SELECT outcome FROM inbound ORDER BY id"))).scalars())


async def test_a_file_that_the_disk_does_not_take_is_told_of_and_the_others_are_kept(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = FileStore.put

    def full(store: FileStore, content: bytes) -> str:
        if content.startswith(b"%PDF"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return really(store, content)

    monkeypatch.setattr(FileStore, "put", full)
    citizen = town.citizen()
    await citizen.says(STORY)
    await citizen.shows(a_pdf(), a_photo(), text="Budi")
    citizen.hears("files-unavailable")
    assert len(lying_in(town.database.files)) == 1
    assert await _outcomes(town.database) == ["handled", "handled"]


async def test_tries_that_the_database_does_not_take_leave_no_files(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fails_first(monkeypatch, _is_away, times=3)
    citizen = town.citizen()
    for _ in range(3):
        with pytest.raises(OperationalError):
            await citizen.sends(files=(a_photo(),), text=STORY, ref="same")
        assert lying_in(town.database.files) == []
    await citizen.shows(a_photo(), text=STORY)
    citizen.hears("intake-name-ask")
    assert len(lying_in(town.database.files)) == 1


async def test_a_file_stays_when_nobody_knows_whether_its_row_was_committed(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The commit was done, and its answer was lost: the repeat is recognised, and nobody would bring the file again."""
    really, lost = Work.commit, False

    async def commit(work: Work) -> None:
        nonlocal lost
        await really(work)
        if not lost:
            lost = True
            raise OperationalError("commit", {}, Exception("connection is closed"))

    monkeypatch.setattr(Work, "commit", commit)
    citizen = town.citizen()
    with pytest.raises(OperationalError):
        await citizen.sends(files=(a_photo(),), text=STORY, ref="same")
    await citizen.sends(files=(a_photo(),), text=STORY, ref="same")
    async with town.database.reading(town.now) as work:
        named = await work.attachments.stored_names()
    assert [path.name for path in lying_in(town.database.files)] == list(named)


def _told_by_postgresql(state: str) -> Answer:
    async def fail(turn: Turn) -> None:
        raised = f"DO $$ BEGIN RAISE EXCEPTION 'as told' USING ERRCODE = '{state}'; END $$"
        await turn.work.session.execute(text(raised))

    return fail


@pytest.mark.parametrize("state", ["40P01", "40001"])
async def test_whoever_lost_a_race_is_answered_all_the_same(
    town: Town, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if town.database.is_sqlite:
        return  # one writer: nobody is in the way
    _fails_first(monkeypatch, _told_by_postgresql(state))
    citizen = town.citizen()
    await citizen.shows(a_photo(), text=STORY)
    citizen.hears("intake-name-ask")
    assert await _outcomes(town.database) == ["handled"]
    assert len(lying_in(town.database.files)) == 1


@pytest.mark.parametrize("state", ["08006", "25006", "53100", "53300", "55P03", "57014", "57P01", "57P03"])
async def test_what_passes_is_not_kept_as_failed(town: Town, state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if town.database.is_sqlite:
        return  # it tells by other means
    _fails_first(monkeypatch, _told_by_postgresql(state))
    citizen = town.citizen()
    with pytest.raises(Exception, match="as told"):
        await citizen.sends(text=STORY, ref="same")
    assert await _outcomes(town.database) == []
    await citizen.says(STORY, ref="same")
    citizen.hears("intake-name-ask")


async def test_what_would_fail_for_ever_is_kept_as_failed(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    if town.database.is_sqlite:
        return
    _fails_first(monkeypatch, _told_by_postgresql("22003"))
    citizen = town.citizen()
    await citizen.says(STORY)
    citizen.hears("sorry")
    assert await _outcomes(town.database) == ["failed"]
