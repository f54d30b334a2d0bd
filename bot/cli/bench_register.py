"""How long a digest takes over a long register, and how much memory an export of all of it."""

import asyncio
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as hour
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from bot.cli.timing import clocked, report
from handlers.desk.desk import Desk
from handlers.desk.register import Format
from handlers.digest.make import make
from messages.speech import Words
from rules.components import Component
from rules.days import JAKARTA
from rules.number import RegisterNumber
from rules.office import Office
from rules.periods import PeriodKind
from storage.database import Database
from storage.figures import WHOLE_OFFICE
from storage.files import FileStore
from storage.tables import Case, CaseClock, Person
from storage.upsert import insert_into
from storage.vault import Vault, new_key

_DAY = date(2026, 12, 14)
_YEARS = 5  # in which the cases came, evenly
_BATCH = 10_000
_RUNS = 3
_CHANNELS = ("whatsapp", "telegram", "web", "mall", "letter")
_STORY = "Izin usaha kami belum terbit padahal berkasnya sudah lengkap sejak bulan lalu dan sudah ditanyakan ke loket."


@dataclass(frozen=True, slots=True)
class _Filled:
    """A long register in a folder of its own, with its key, so that another process can read it."""

    database: Database
    folder: Path
    key: str


async def time_register(office: Office, cases: int, advance: Callable[[int], None]) -> None:
    """Fill a register and print the figures."""
    async with _filled(office, cases, advance) as filled:
        for kind in PeriodKind:
            seconds = [await clocked(partial(_digest, filled, office, kind)) for _ in range(_RUNS)]
            report(f"{kind} digest over {cases:,} cases (SQLite)", seconds)
        for form in Format:
            megabytes, seconds_taken = await asyncio.to_thread(_export, filled, form)
            print(f"{f'export of {cases:,} cases as {form}':44}{megabytes:>9.0f} MB{seconds_taken:>10.1f} s")


async def _digest(filled: _Filled, office: Office, kind: PeriodKind) -> None:
    now = datetime.combine(_DAY, hour(7, 30), JAKARTA)
    async with filled.database.reading(now) as work:
        await make(Desk(work, office, now), kind, WHOLE_OFFICE, Words("id"))


def _export(filled: _Filled, form: Format) -> tuple[float, float]:
    """The most memory that a process of its own takes for it, in megabytes, and the seconds."""
    begun = time.perf_counter()
    out = filled.folder / f"register.{form}"
    ours = {
        "DATABASE_URL": filled.database.engine.url.render_as_string(hide_password=False),
        "DATA_DIR": str(filled.folder),
        "DATA_KEY": filled.key,
    }
    called = [sys.executable, "-c", "from bot.cli import main; main()", "export", "register"]
    child = subprocess.Popen(  # noqa: S603 - our own program
        [*called, "--format", form, "--out", str(out)], env={**os.environ, **ours}, stdout=subprocess.DEVNULL
    )
    most = 0.0
    while child.poll() is None:
        most = max(most, _peak_megabytes(child.pid))
        time.sleep(0.05)  # nobody tells of a new peak: it is looked at now and then
    if child.returncode:
        raise RuntimeError("the export did not end well")
    return most, time.perf_counter() - begun


def _peak_megabytes(pid: int) -> float:
    """The most that it took so far, as Linux tells it; what a parent had before does not count in it."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0


@asynccontextmanager
async def _filled(office: Office, cases: int, advance: Callable[[int], None]) -> AsyncIterator[_Filled]:
    with tempfile.TemporaryDirectory(prefix="aduan-bench-") as name:
        folder, key = Path(name), new_key()
        vault = Vault.from_text(key)
        database = Database(f"sqlite+aiosqlite:///{folder}/aduan.db", vault, FileStore(folder / "attachments", vault))
        await database.open()
        rows = _rows(office, cases)
        async with database.work(datetime.combine(_DAY, hour(), JAKARTA)) as work:
            work.session.add(Person(id=1, language="id", created_at=datetime.combine(_DAY, hour(), JAKARTA)))
            await work.session.flush()
            while batch := list(islice(rows, _BATCH)):
                await work.session.execute(insert_into(work.session, Case), [case for case, _ in batch])
                clocks = [clock for _, clock in batch if clock]
                await work.session.execute(insert_into(work.session, CaseClock), clocks)
                advance(len(batch))
            await work.commit()
        yield _Filled(database, folder, key)
        await database.close()


def _rows(office: Office, cases: int) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
    """A case and its round of the clock: a quarter of them suggestions, most complaints answered within their days."""
    chance = random.Random(5)  # noqa: S311 - cases, no secrets
    services, components = (None, *office.catalogue.services), tuple(Component)
    start = _DAY - timedelta(days=365 * _YEARS)
    days = [start + timedelta(days=n) for n in range(365 * _YEARS)]
    dues = {day: office.calendar.working_day(day, 14) for day in days}
    for running in range(1, cases + 1):
        day = days[(running - 1) * len(days) // cases]
        at = datetime.combine(day, hour(9), JAKARTA)
        complaint, answered = chance.random() < 0.75, day + timedelta(days=chance.randrange(24))
        done = answered < _DAY
        yield (
            {
                "id": running,
                "number": str(RegisterNumber("ADU", day.year, running)),
                "year": day.year,
                "running": running,
                "kind": "complaint" if complaint else "suggestion",
                "state": "closed" if done else "new",
                "person_id": 1,
                "draft": str(running),
                "channel": chance.choice(_CHANNELS),
                "language": "id",
                "service_id": chance.choice(services),
                "component": chance.choice(components),
                "story": _STORY,
                "name": "Budi Santoso",
                "address": "Desa Cigelam, Babakancikao",
                "progress": "unknown",
                "brought_at": at,
                "registered_at": at,
                "updated_at": at,
            },
            {
                "case_id": running,
                "round": 1,
                "start": day,
                "working_days": 14,
                "due": dues[day],
                "calendar": "",
                "answered_at": datetime.combine(answered, hour(10), JAKARTA) if done else None,
            }
            if complaint
            else None,
        )
