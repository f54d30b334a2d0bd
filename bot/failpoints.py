"""Named steps of a message's way at which the process can be told to die, to prove that nothing is lost.

`FAILPOINT=in.committed` kills the process the first time that step is reached, as `kill -9` would;
`FAILPOINT=in.committed:3` the third time. Inert otherwise.
Inbound: in.received, in.kept, in.handled, in.committed. Outbound: out.claimed, out.sent, out.recorded.
"""

import os
import signal

STEPS = ("in.received", "in.kept", "in.handled", "in.committed", "out.claimed", "out.sent", "out.recorded")
_left: dict[str, int] = {}


def arm(setting: str) -> None:
    """Set from the settings at the start. Raises ValueError, with a line for the operator, for what is no step."""
    step, colon, times = setting.partition(":")
    if step not in STEPS or (colon and not (times.isascii() and times.isdecimal() and int(times) > 0)):
        raise ValueError(f"FAILPOINT must be one of {', '.join(STEPS)}; with :3 behind it, the third time.")
    _left.clear()
    _left[step] = int(times) if colon else 1


def reach(step: str) -> None:
    """Die here, if this is the step and the time."""
    if step not in _left:
        return
    _left[step] -= 1
    if _left[step] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
