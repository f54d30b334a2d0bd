"""`aduan bench`: how fast the main paths are, all in one run on this machine. Quote ratios and medians."""

import asyncio
import secrets
import tempfile
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Annotated

import typer

from bot.agency import load_office
from bot.channel import DeliveryState, Posted, Sent
from bot.cli.bench_classify import time_classify
from bot.cli.bench_register import time_register
from bot.cli.bench_similar import time_similar
from bot.cli.labelled import lines_of
from bot.cli.shared import progress
from bot.cli.timing import clocked, report, timed
from bot.cli.training import MESSAGES
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


def bench(
    talks: Annotated[int, typer.Option("--talks", min=1, help="Whole talks to receive.")] = 50,
    cases: Annotated[int, typer.Option("--cases", min=1, help="Cases among which similar ones are found.")] = 100_000,
    register: Annotated[int, typer.Option("--register", min=1, help="Cases of a digest and an export.")] = 1_000_000,
    held_out: Annotated[
        list[Path] | None, typer.Option("--held-out", metavar="FILE", help="Labelled messages nothing learned from.")
    ] = None,
) -> None:
    """Measure the reader, the rules, finding similar cases, receiving and sending."""
    office = load_office()
    today = date(2026, 11, 23)
    print(f"{'':44}{'median':>12}{'p95':>12}")
    report("classify a typical message", timed(lambda: office.reader.classify(_STORY), 300))
    other = count()  # the reader remembers what it read a moment ago
    report("read a typical message", timed(lambda: office.reader.read(f"{_STORY} {next(other)}", today), 300))
    report("reply deadline", timed(lambda: reply_due(today, office.calendar), 300))
    taught = sorted(MESSAGES.glob("*.jsonl"))
    time_classify(office.reader, taught, held_out or [])
    messages = [(told["text"], told["label"]) for _, told in lines_of(taught)]
    with progress() as bar:
        task = bar.add_task(f"filing {cases:,} cases", total=cases)
        seconds = time_similar(office, messages, cases, lambda n: bar.advance(task, n))
    report(f"similar cases among {cases:,} (SQLite)", seconds)
    asyncio.run(_through_the_house(talks))
    with progress() as bar:
        task = bar.add_task(f"filling a register of {register:,} cases", total=register)
        asyncio.run(time_register(office, register, lambda n: bar.advance(task, n)))


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
                received.append(await clocked(partial(receiver, message)))
                sent.append(await clocked(sender.send_due))
        report("receive and answer a message (SQLite)", received)
        report("send what is due (SQLite)", sent)
        print(f"{'messages a second, in and out':44}{len(received) / (sum(received) + sum(sent)):>12.0f}")
        await database.close()


class _Nowhere:
    """A provider that takes everything at once."""

    name = Channel.TELEGRAM

    async def send(self, posted: Posted) -> Sent:
        return Sent((posted.key,), DeliveryState.DELIVERED)

    async def find(self, posted: Posted) -> Sent | None:
        return None
