"""No housekeeping touches a file that some database names, whichever database it is the housekeeping of."""

import os
from pathlib import Path

from storage.database import Database
from tests.conftest import a_database
from tests.files import a_photo
from tests.talk import Town, a_town


async def test_a_trial_on_the_same_folder_erases_nothing(town: Town, database: Database, tmp_path: Path) -> None:
    citizen = town.citizen()
    await citizen.shows(a_photo(), text="petugas loket PBG kasar sekali kemarin waktu saya tanya syarat")
    async with database.reading(town.now) as work:
        (stored_as,) = await work.attachments.stored_names()
    long_ago = town.now.timestamp() - 90 * 86_400
    os.utime(tmp_path / "attachments" / stored_as, (long_ago, long_ago))
    trial = a_database(f"sqlite+aiosqlite:///{tmp_path / 'trial.db'}", tmp_path)
    await trial.open()
    async with a_town(trial) as other:
        await other.passes(days=1)
        await other.passes(days=40)
    await trial.close()
    await town.passes(days=1)
    assert database.files.get(stored_as) is not None
