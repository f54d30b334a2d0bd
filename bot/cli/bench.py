"""`aduan bench`: how fast the main paths are, all in one run on this machine. Quote ratios and medians."""

import asyncio
import secrets
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Annotated

import typer

from bot.agency import load_office
from bot.channel import DeliveryState, Posted, Sent
from bot.receive import Receiver
from bot.sender import Sender
from handlers.turn import Timing
from messages.envelope import Channel, Inbound
from rules.deadlines import reply_due
from storage.database import Database
from storage.files import FileStore
from storage.vault import Vault

_STORY = (
    "Selamat pagi, sertifikat standar KBLI 27203 kami terbit Rabu 18 November tapi kapasitasnya ditulis 500 unit, "
    "padahal kami ajukan 5.000. Sudah ke loket, cuma disuruh tunggu."
)
_TALK = (_STORY, "Dedi", "desa cigelam babakancikao", "kirim")


def bench_commands(app: typer.Typer) -> None:
    app.command("bench")(bench)


def bench(talks: Annotated[int, typer.Option("--talks", min=1, help="Whole talks to receive.")] = 50) -> None:
    """Measure the reader, the rules, receiving and sending."""
    office = load_office()
    today = date(2026, 11, 23)
    print(f"{'':36}{'median':>12}{'p95':>12}")
    _report("classify a typical message", _timed(lambda: office.reader.classify(_STORY), 300))
    other = count()  # the reader remembers what it read a moment ago
    _report("read a typical message", _timed(lambda: office.reader.read(f"{_STORY} {next(other)}", today), 300))
    _report("reply deadline", _timed(lambda: reply_due(today, office.calendar), 300))
    asyncio.run(_through_the_house(talks))


async def _through_the_house(talks: int) -> None:
    with tempfile.TemporaryDirectory(prefix="aduan-bench-") as folder:
        vault = Vault([secrets.token_bytes(32)])
        url = f"sqlite+aiosqlite:///{folder}/aduan.db"
        database = Database(url, vault, FileStore(Path(folder) / "attachments", vault))
        await database.open()
        receiver = Receiver(database, load_office(), Timing(burst=timedelta(0)))
        sender = Sender(database, {Channel.TELEGRAM: _Nowhere()})
        received: list[float] = []
        sent: list[float] = []
        for talk in range(talks):
            for text in _TALK:
                message = Inbound(
                    Channel.TELEGRAM, "bench", str(talk), secrets.token_hex(8), datetime.now(UTC), text=text
                )
                received.append(await _clocked(partial(receiver, message)))
                sent.append(await _clocked(sender.send_due))
        _report("receive and answer a message (SQLite)", received)
        _report("send what is due (SQLite)", sent)
        print(f"{'messages a second, in and out':36}{len(received) / (sum(received) + sum(sent)):>12.0f}")
        await database.close()


class _Nowhere:
    """A provider that takes everything at once."""

    name = Channel.TELEGRAM

    async def send(self, posted: Posted) -> Sent:
        return Sent((posted.key,), DeliveryState.DELIVERED)

    async def find(self, posted: Posted) -> Sent | None:
        return None


def _timed(work: Callable[[], object], runs: int) -> list[float]:
    for _ in range(20):
        work()
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return times


async def _clocked(work: Callable[[], Awaitable[object]]) -> float:
    begun = time.perf_counter()
    await work()
    return time.perf_counter() - begun


def _report(what: str, seconds: list[float]) -> None:
    ordered = sorted(seconds)
    p95 = ordered[int(len(ordered) * 0.95) - 1]
    print(f"{what:36}{statistics.median(ordered) * 1000:>9.2f} ms{p95 * 1000:>9.2f} ms")
