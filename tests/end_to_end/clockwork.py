"""Clocks in processes of their own, which look when they are told to, and die when they are told to.

Run as a program, with a database's address, a folder and a socket's path, it waits at the socket: each connection gets
a process of its own, forked from this one since starting costs seconds. A line is a request, answered when it was done.
"""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

from sqlalchemy import event
from sqlalchemy.orm import configure_mappers

from bot.agency import load_office
from bot.clock import Clock
from handlers.turn import Timing
from rules.office import Office
from storage.database import Database
from tests.conftest import a_database

_PATIENCE = 60.0  # seconds


@dataclass(slots=True)
class Process:
    """One of several that run the same clock on one database."""

    told: IO[str]
    pid: int = 0
    alive: bool = True

    def __post_init__(self) -> None:
        self.pid = int(self.told.readline())

    def looks(self, now: datetime, *, dies_at: int = 0) -> None:
        """Its clock looks at that instant; `dies_at`: and is killed before its so-many-eth statement."""
        self.told.write(json.dumps({"now": now.isoformat(), "dies_at": dies_at}) + "\n")
        self.told.flush()

    def has_looked(self) -> bool:
        """Waits until it is done; False when it died instead."""
        self.alive = self.alive and bool(self.told.readline())
        return self.alive

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)


@dataclass(slots=True)
class Clockwork:
    """Starts them."""

    path: Path
    _started: list[Process] = field(default_factory=list)

    def starts(self) -> Process:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(_PATIENCE)
            line.connect(str(self.path))
            self._started.append(Process(line.makefile("rw")))
        return self._started[-1]

    def close(self) -> None:
        for process in self._started:
            with suppress(BrokenPipeError):
                process.told.close()


@contextmanager
def a_clockwork(url: str, folder: Path) -> Iterator[Clockwork]:
    """What they print, troubles above all, is in `clockwork.txt` of the folder."""
    path = folder / "clockwork"
    with (folder / "clockwork.txt").open("w") as printed:
        arguments = [sys.executable, "-m", __name__, url, str(folder), str(path)]
        process = subprocess.Popen(arguments, stdout=printed, stderr=printed, cwd=Path(__file__).parents[2])
    clockwork = Clockwork(path)
    try:
        until = time.monotonic() + _PATIENCE
        while not path.exists() and process.poll() is None and time.monotonic() < until:
            time.sleep(0.02)  # a process of its own: nothing tells when it listens
        yield clockwork
    finally:
        clockwork.close()
        process.kill()
        process.wait()


# -- in the processes themselves ---------------------------------------------------------------------------------------


def _serve(url: str, folder: Path, path: Path) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who died is gone at once
    office, database = load_office(), a_database(url, folder)  # not connected yet: each has its own connections
    configure_mappers()
    waiting = socket.socket(socket.AF_UNIX)
    waiting.bind(str(path.with_suffix(".draft")))
    waiting.listen()
    path.with_suffix(".draft").rename(path)
    while True:
        line, _ = waiting.accept()
        if os.fork() == 0:
            waiting.close()
            with line, line.makefile("rw") as told:
                asyncio.run(_run(told, database, office))
            os._exit(0)
        line.close()


async def _run(told: IO[str], database: Database, office: Office) -> None:
    await database._check_keys()  # its tables are there
    now, left = datetime.now(UTC), 0
    clock = Clock(database, office, Timing(timedelta(0), timedelta(hours=20), timedelta(hours=24)), lambda: now)

    def counted(*_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(database.engine.sync_engine, "before_cursor_execute", counted)
    event.listen(database.engine.sync_engine, "commit", counted)
    told.write(f"{os.getpid()}\n")
    told.flush()
    for line in told:
        request = json.loads(line)
        now, left = datetime.fromisoformat(request["now"]), request["dies_at"]
        await clock.hourly()
        told.write("done\n")
        told.flush()
    await database.close()


if __name__ == "__main__":
    _serve(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
