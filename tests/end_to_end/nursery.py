"""Starts of the program for a fraction of their price: one process imports it once and forks for every start.

What is started is a process of its own like any other: own pid, environment, folder, outputs; it is killed and ends by
itself alike. `House(script=True)` and a few tests start the installed script instead.

Run as a program it reads requests from standard input, one JSON object a line. For each it leaves `pid` and in the end
`status` (as `subprocess` tells it: negative for a signal) in the request's folder.
"""

import asyncio
import atexit
import json
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO, Any


class Child:
    """A started process, as `asyncio.subprocess.Process` shows one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pid = 0

    @property
    def returncode(self) -> int | None:
        status = self._folder / "status"
        return int(status.read_text()) if status.exists() else None

    async def wait(self) -> int:
        while (code := self.returncode) is None:  # noqa: ASYNC110 - another process notes it
            await asyncio.sleep(0.01)
        return code

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


async def born(
    arguments: Sequence[str], *, cwd: Path, env: Mapping[str, str], stdin: Path, stdout: Path, stderr: Path
) -> Child:
    """Start `aduan` with these arguments."""
    folder = Path(tempfile.mkdtemp(dir=_home()))
    request: dict[str, Any] = {"folder": str(folder), "arguments": list(arguments), "cwd": str(cwd), "env": dict(env)}
    request |= {"stdin": str(stdin), "stdout": str(stdout), "stderr": str(stderr)}
    requests = _nursery().stdin
    assert requests is not None
    requests.write(json.dumps(request) + "\n")
    requests.flush()
    child = Child(folder)
    async with asyncio.timeout(60):
        while not (folder / "pid").exists():  # noqa: ASYNC110 - another process makes it
            await asyncio.sleep(0.005)
    child.pid = int((folder / "pid").read_text())
    return child


@cache
def _home() -> Path:
    home = tempfile.TemporaryDirectory(prefix="aduan-nursery-")
    atexit.register(home.cleanup)
    return Path(home.name)


@cache
def _nursery() -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", __name__], stdin=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    )

    def close() -> None:
        assert process.stdin is not None
        process.stdin.close()
        process.wait()

    atexit.register(close)
    return process


def _serve(requests: IO[str]) -> None:
    import bot.cli  # noqa: F401 - what makes starting slow

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # keepers need no burying
    for line in requests:
        if os.fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _keep(json.loads(line))
            os._exit(0)


def _keep(request: dict[str, Any]) -> None:
    """Bear the process, and note how it ended."""
    folder = Path(request["folder"])
    pid = os.fork()
    if pid == 0:
        _become(request)
    _note(folder / "pid", pid)
    _, status = os.waitpid(pid, 0)
    _note(folder / "status", os.waitstatus_to_exitcode(status))


def _note(path: Path, number: int) -> None:
    draft = path.with_suffix(".draft")
    draft.write_text(str(number))
    draft.rename(path)


def _become(request: dict[str, Any]) -> None:
    """This process is the program from here on."""
    code: object = 1
    try:
        for number, name in enumerate(("stdin", "stdout", "stderr")):
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND if number else os.O_RDONLY
            os.dup2(os.open(request[name], flags, 0o644), number)
        os.chdir(request["cwd"])
        os.environ.clear()
        os.environ.update(request["env"])
        sys.argv = ["aduan", *request["arguments"]]
        from bot.cli import main

        main()
        code = 0
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 0 if code is None else 1)


if __name__ == "__main__":
    with os.fdopen(os.dup(0), encoding="utf-8") as told:  # standard input itself stays unread for those that are born
        _serve(told)
