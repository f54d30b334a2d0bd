"""What only one process may do at a time, told apart by machine and process."""

import hashlib
import os
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final

from storage.database import Database
from storage.vault import KeyRetired

# A process number comes back, in a container even at once: a life is told from the one before it.
_THIS_LIFE: Final = secrets.token_hex(4)


@dataclass(slots=True)
class DatabaseLease:
    """A lease in the database, renewed by its holder; free after `seconds`, or at once when its holder died here."""

    database: Database
    name: str
    seconds: float = 120
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    async def hold(self) -> bool:
        """Take or renew it; False while another living process has it."""
        async with self.database.work(self.clock()) as work:
            held = await work.jobs.hold_lease(self.name, this_process(), self.seconds)
            if not held:
                holder = await work.jobs.lease_holder(self.name)
                if holder and died_here(holder):
                    await work.jobs.give_up_lease(self.name, holder)
                    held = await work.jobs.hold_lease(self.name, this_process(), self.seconds)
            await work.commit()
            return held

    async def give_up(self) -> None:
        """Leave it to others at once: called when the program stops."""
        with suppress(KeyRetired):  # it stops because it may not write any more; the lease runs out by itself
            async with self.database.work(self.clock()) as work:
                await work.jobs.give_up_lease(self.name, this_process())
                await work.commit()


def this_process() -> str:
    """The name of this process among all that work on one database; at most 32 characters."""
    return f"{_machine()}:{os.getpid()}:{_THIS_LIFE}"


def died_here(name: str) -> bool:
    """Whether that was a process of this machine that is no more, so that a restart after a crash need not wait."""
    machine, _, rest = name.partition(":")
    pid = rest.partition(":")[0]
    if machine != _machine() or not pid.isdecimal() or name == this_process():
        return False
    if int(pid) == os.getpid():
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


@cache
def _machine() -> str:
    """This machine as processes see it: two containers with one host name, or two machines, are told apart."""
    told = [socket.gethostname()]
    for path in (Path("/proc/sys/kernel/random/boot_id"), Path("/proc/self/ns/pid")):
        with suppress(OSError):
            told.append(str(path.readlink()) if path.is_symlink() else path.read_text(encoding="ascii"))
    return hashlib.sha256("\0".join(told).encode()).hexdigest()[:12]
