"""Named steps of a message's way at which the process can be told to die, to prove that nothing is lost.

`FAILPOINT=in.committed` kills the process the first time that step is reached, as `kill -9` would. Inert otherwise.
Inbound: in.received, in.kept, in.handled, in.committed. Outbound: out.claimed, out.sent, out.recorded.
"""

import os
import signal

STEPS = ("in.received", "in.kept", "in.handled", "in.committed", "out.claimed", "out.sent", "out.recorded")
_armed: list[str] = []


def arm(step: str) -> None:
    """Set from the settings at the start. Raises ValueError for a step that does not exist."""
    if step not in STEPS:
        raise ValueError(f"FAILPOINT must be one of: {', '.join(STEPS)}")
    _armed[:] = [step]


def reach(step: str) -> None:
    if step in _armed:
        os.kill(os.getpid(), signal.SIGKILL)
