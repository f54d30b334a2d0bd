"""What only one process may do at a time, told apart by machine and process."""

import hashlib
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from storage.database import Database


@dataclass(slots=True)
class DatabaseLease:
    """A lease in the database. Renewed by its holder; free again after `seconds`, or at once when its holder died here."""

    database: Database
    name: str
    seconds: float = 120
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    async def hold(self) -> bool:
        """Take or renew it; False while another living process has it."""
        async with self.database.work(self.clock()) as work:
            held = await work.jobs.hold_lease(self.name, _me(), self.seconds)
            if not held:
                holder = await work.jobs.lease_holder(self.name)
                if holder and _died_here(holder):
                    await work.jobs.give_up_lease(self.name, holder)
                    held = await work.jobs.hold_lease(self.name, _me(), self.seconds)
            await work.commit()
            return held

    async def give_up(self) -> None:
        """Leave it to others at once: called when the program stops."""
        async with self.database.work(self.clock()) as work:
            await work.jobs.give_up_lease(self.name, _me())
            await work.commit()


def _machine() -> str:
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:16]


def _me() -> str:
    return f"{_machine()}:{os.getpid()}"


def _died_here(holder: str) -> bool:
    """Whether the holder was a process of this machine that is no more, so that a restart after a crash need not wait."""
    machine, _, pid = holder.partition(":")
    if machine != _machine() or not pid.isdecimal():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
