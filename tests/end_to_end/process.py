"""The real program as a process of its own: started, watched, killed and started again."""

import asyncio
import os
import re
import signal
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import httpx

from tests.end_to_end.nursery import Child, born

ADUAN = Path(sys.executable).parent / "aduan"
# Starting costs seconds of compiling unless the compiled modules are kept somewhere; the source tree stays clean.
_COMPILED = Path(tempfile.gettempdir()) / f"aduan-compiled-{os.getuid()}"
DATA_KEY = "a2trawtra2tra2tra2tra2tra2tra2tra2tra2tra2s="


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Only what is given and what any process has: the settings of whoever runs the tests stay outside."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "LANG", "PYTHONPATH") if name in os.environ}
    return {**kept, "PYTHONPYCACHEPREFIX": str(_COMPILED), "PYTHONUTF8": "1", "NO_COLOR": "1", **settings}


def free_port() -> int:
    """A port that nobody takes while the program is down: it must come back on the same one after it was killed.

    So none from where the system takes its own (32768 and up on Linux): there any outgoing connection of this machine
    may take it in between. Each worker of a test run goes through a range of its own.
    """
    for port in _PORTS:
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("no end of ports")


def _ports() -> Iterator[int]:
    many, worker = 1500, int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 8
    start = os.getpid() * 131  # several test runs on one machine
    for step in count():
        yield 20_000 + many * worker + (start + step) % many


_PORTS = _ports()


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it printed."""

    status: int
    out: str
    err: str

    def one_line_of_trouble(self, *words: str) -> str:
        """It was refused with exactly one line for the operator, which holds these words; the line."""
        lines = self.err.splitlines()
        assert self.status != 0, f"it went well: {self.out}"
        assert len(lines) == 1, f"not one line:\n{self.err}"
        assert lines[0].startswith("aduan: "), self.err
        for word in words:
            assert word in lines[0], f"{word!r} not in {lines[0]!r}"
        return lines[0]


async def command(
    folder: Path,
    *arguments: str,
    settings: Mapping[str, str] | None = None,
    said: str | bytes = "",
    script: bool = False,
) -> Ended:
    """Run `aduan` with these arguments to its end. Settings that are not given have their defaults."""
    with tempfile.TemporaryDirectory(prefix="aduan-command-") as name:
        stdin, stdout, stderr = (Path(name) / each for each in ("in", "out", "err"))
        stdin.write_bytes(said.encode() if isinstance(said, str) else said)
        stdout.touch()
        stderr.touch()
        process = await begun(
            arguments,
            cwd=folder,
            env=environment(settings or {}),
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
            script=script,
        )
        try:
            async with asyncio.timeout(60):
                code = await process.wait()
        except BaseException:
            process.kill()
            await process.wait()
            raise
        return Ended(code, stdout.read_text(encoding="utf-8"), stderr.read_text(encoding="utf-8"))


async def begun(
    arguments: Sequence[str],
    *,
    cwd: Path,
    env: dict[str, str],
    stdin: Path,
    stdout: Path,
    stderr: Path,
    script: bool,
) -> Child | asyncio.subprocess.Process:
    """A process of `aduan`: forked from one that has it in memory, or (`script`) by the installed script."""
    if not script:
        return await born(arguments, cwd=cwd, env=env, stdin=stdin, stdout=stdout, stderr=stderr)
    with stdin.open("rb") as said, stdout.open("ab") as out, stderr.open("ab") as err:  # the child keeps its copies
        return await asyncio.create_subprocess_exec(
            ADUAN, *arguments, stdin=said, stdout=out, stderr=err, cwd=cwd, env=env
        )


@dataclass
class House:
    """One office's program: a folder, its settings, and the process that runs with them, if any."""

    folder: Path
    settings: dict[str, str]
    port: int = field(default_factory=free_port)
    process: Child | asyncio.subprocess.Process | None = None
    starts: int = 0
    script: bool = False
    """Whether to start the installed script, from nothing, rather than fork one that is in memory."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def output(self) -> str:
        """Everything that every run printed, on both outputs."""
        return "".join(file.read_text(encoding="utf-8") for file in sorted(self.folder.glob("run*.txt")))

    async def start(self, *, failpoint: str = "", seconds: float = 60, **more: str) -> None:
        """Start it; returns when it answers. Raises with what it printed when it ends instead."""
        await self.begin(failpoint=failpoint, **more)
        await self.answers(seconds)

    async def begin(self, *, failpoint: str = "", **more: str) -> None:
        """Start it, without waiting."""
        assert self.process is None, "it runs already"
        self.starts += 1
        printed = self.folder / f"run{self.starts:03}.txt"
        self.process = await begun(
            ["run"],
            cwd=self.folder,
            env=environment({**self.settings, "PORT": str(self.port), "FAILPOINT": failpoint, **more}),
            stdin=Path(os.devnull),
            stdout=printed,
            stderr=printed,
            script=self.script,
        )

    async def answers(self, seconds: float = 60) -> None:
        """Return when /healthz answers."""
        assert self.process is not None
        async with asyncio.timeout(seconds), httpx.AsyncClient(trust_env=False) as client:
            while True:
                with suppress(httpx.HTTPError):
                    if (await client.get(f"{self.url}/healthz", timeout=2)).status_code == 200:
                        return
                assert self.process.returncode is None, f"it did not start:\n{self.output}"
                await asyncio.sleep(0.05)

    async def dies(self, seconds: float = 60) -> int:
        """Wait until the process ends by itself; its return code (negative: the signal)."""
        assert self.process is not None
        async with asyncio.timeout(seconds):
            code = await self.process.wait()
        self.process = None
        return code

    async def kill(self) -> None:
        """As a power cut would."""
        assert self.process is not None
        self.process.kill()
        await self.dies()

    async def stop(self, seconds: float = 25) -> int:
        """Ask it to stop, as a supervisor does; its return code."""
        assert self.process is not None
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        return await self.dies(seconds)

    async def get(self, path: str, **headers: str) -> httpx.Response:
        async with httpx.AsyncClient(base_url=self.url, trust_env=False) as client:
            return await client.get(path, headers=headers)

    async def runs(self, *arguments: str, **more: str) -> Ended:
        """Another command with the same settings."""
        return await command(self.folder, *arguments, settings={**self.settings, **more})

    async def figure(self, name: str) -> float:
        """One figure of /metrics."""
        text = (await self.get("/metrics")).text
        found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
        assert found, text
        return float(found[1])


@asynccontextmanager
async def a_house(folder: Path, database_url: str = "", **settings: str) -> AsyncIterator[House]:
    """A house that is not started yet; whatever still runs at the end is killed."""
    kept = {
        "DATABASE_URL": database_url or f"sqlite+aiosqlite:///{folder / 'aduan.db'}",
        "DATA_DIR": str(folder / "data"),
        "DATA_KEY": DATA_KEY,
        "BURST_SECONDS": "0",
        **settings,
    }
    house = House(folder, kept)
    try:
        yield house
    finally:
        if house.process is not None:
            with suppress(ProcessLookupError):
                house.process.kill()
            await house.process.wait()
