"""The web chat on a real server and a real database, with a small stand-in for the bot behind it."""

import asyncio
import socket
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import httpx
import uvicorn
from starlette.applications import Starlette

from bot.channel import DeliveryState, Posted
from bot.web import Limits, WebChannel
from messages.envelope import Channel, Choice, Inbound, Outgoing, OutgoingFile
from rules.agency import Profile, WayIn
from storage.database import Database
from storage.files import FileStore
from storage.outgoing import outgoing_from_json
from storage.vault import Vault
from storage.work import Work

PROFILE = Profile(
    id="contoh",
    name="Dinas Contoh",
    short_name="DPMPTSP Contoh",
    regency="Kabupaten Contoh",
    time_zone="Asia/Jakarta",
    prefix="ADU",
    address="Jalan Contoh 1",
    phone="(0264) 1234567 ext. 103",
    desk="Loket Pengaduan, Mal Pelayanan Publik Contoh, Jalan Contoh 2, Kota Contoh",
    ways_in=(WayIn("whatsapp", "WhatsApp", "081200000000", answered_by_bot=True),),
    tiers=(),
    closures=(),
    agencies=(),
    referrals=(),
    emergency={},
    canned={},
    opens=time(8),
    closes=time(15, 30),
)
SEND = Choice("run1.confirm.send", "Kirim", 1)
CHANGE = Choice("run1.confirm.change", "Ubah", 2)
REVIEW = ("Mohon diperiksa dulu.", 'A Cerita: "{said}"', "Ada yang salah? Balas hurufnya.")
RECEIPT = (
    "Pengaduan tercatat.",
    "Nomor: ADU-2026-00412-6",
    "Kode rahasia: 7KM4QX",
    "Jawaban paling lambat: Jumat, 11 Desember 2026 (14 hari kerja)",
)
MANY = tuple(
    Choice(f"run1.component.{number}", label, number)
    for number, label in enumerate(("Hasil layanan", "Sikap petugas", "Prosedur", "Jangka waktu"), start=1)
)


@dataclass(frozen=True, slots=True)
class Looked:
    found: bool
    lines: tuple[str, ...]


class StandIn:
    """Repeats a story with two buttons, answers [Kirim] with a receipt; keeps what the bot would keep."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.channel: WebChannel
        self.heard: list[Inbound] = []
        self.reported: list[tuple[str, DeliveryState]] = []
        self.left: list[str] = []
        self.asked: list[tuple[str, str, str, str]] = []
        self.away = False
        self.silent = False

    async def receive(self, inbound: Inbound) -> None:
        if self.away:
            raise ConnectionError("the database is away")
        async with self.database.work(inbound.at) as work:
            contact = await work.contacts.at(Channel.WEB, inbound.account, inbound.address, "id")
            row = await work.inbox.keep(
                channel=Channel.WEB,
                account=inbound.account,
                provider_id=inbound.provider_id,
                message_ref=inbound.message_ref,
                kind=inbound.kind,
                body={
                    "text": inbound.text,
                    "choice": inbound.choice,
                    "files": [{"name": file.name, "kind": file.kind} for file in inbound.files],
                },
                at=inbound.at,
            )
            if row is None:
                return
            row.contact_id = contact.id
            self.heard.append(inbound)
            if not self.silent:
                await work.outbox.put(contact, _answer(inbound))
            await work.commit()
        await self.deliver()

    async def say(self, address: str, message: Outgoing) -> None:
        """Something said by itself, days later."""
        async with self.database.work(datetime.now(UTC)) as work:
            contact = await work.contacts.find(Channel.WEB, address)
            assert contact is not None
            await work.outbox.put(contact, message)
            await work.commit()
        await self.deliver()

    async def deliver(self) -> None:
        """As the sender does: claim, hand over, and only then record that it was sent."""
        while True:
            now = datetime.now(UTC)
            async with self.database.work(now) as work:
                claimed = await work.outbox.claim([Channel.WEB], 10, timedelta(seconds=30))
                await work.commit()
            if not claimed:
                return
            for posting in claimed:
                message = outgoing_from_json(posting.body)
                sent = await self.channel.send(
                    Posted(f"web:{posting.id}", "web", posting.contact.address, message, last_inbound=None)
                )
                async with self.database.work(now) as work:
                    await work.outbox.sent(await work.outbox.get(posting.id), sent.provider_ids, sent.state)
                    await work.commit()

    async def report(self, channel: Channel, provider_id: str, state: DeliveryState, code: str, at: datetime) -> None:
        self.reported.append((provider_id, state))
        async with self.database.work(at) as work:
            await work.outbox.note_delivery(channel, provider_id, state, code, at)
            await work.commit()

    async def leave(self, session_address: str) -> None:
        self.left.append(session_address)

    async def look_up(self, work: Work, number: str, code: str, *, source: str, language: str, now: datetime) -> Looked:
        self.asked.append((number, code, source, language))
        if self.away:
            raise ConnectionError("the database is away")
        if code == "7KM4QX":
            return Looked(True, ("ADU-2026-00412-6: sedang diperiksa petugas.", "Jawaban paling lambat: Jumat"))
        return Looked(False, ("Nomor dan kode itu belum cocok. <b>Periksa</b> lagi.",))


def _answer(inbound: Inbound) -> Outgoing:
    if inbound.choice == SEND.key or inbound.choice.startswith("run1.component"):
        return Outgoing(RECEIPT)
    if inbound.choice:
        return Outgoing(("Apa yang diubah?",), choices=MANY)
    if inbound.files:
        return Outgoing((f"{len(inbound.files)} berkas diterima.",))
    return Outgoing(tuple(line.format(said=inbound.text) for line in REVIEW), choices=(SEND, CHANGE))


def new_id() -> str:
    return str(uuid.uuid4())


async def said_by(talker: httpx.AsyncClient, text: str) -> httpx.Response:
    return await talker.post("/chat/message", json={"client_id": new_id(), "text": text})


@dataclass(slots=True)
class Stage:
    bot: StandIn
    url: str
    database: Database
    server: uvicorn.Server

    def visitor(self, ip: str = "") -> httpx.AsyncClient:
        """Somebody else's browser, as far as headers and cookies go; with `ip`, as a proxy on this machine tells."""
        headers = {"Origin": self.url} | ({"X-Forwarded-For": ip} if ip else {})
        return httpx.AsyncClient(base_url=self.url, headers=headers, trust_env=False)

    @asynccontextmanager
    async def talker(self, ip: str = "") -> AsyncIterator[httpx.AsyncClient]:
        """One who has a session already."""
        async with self.visitor(ip) as visitor:
            assert (await visitor.post("/chat/session")).status_code == 200
            yield visitor

    async def attach(self, name: str, content: bytes) -> OutgoingFile:
        """A file that an officer sends along."""
        async with self.database.work(datetime.now(UTC)) as work:
            contact = await work.contacts.at("terminal", "office", "officer", "id")
            attachment = await work.attachments.keep(
                contact,
                stored_as=work.files.put(content),
                content_digest="x",
                size=len(content),
                kind="document",
                media_type="application/pdf",
                name=name,
                seconds=None,
            )
            await work.commit()
            return OutgoingFile(attachment.id, name, "application/pdf")


@asynccontextmanager
async def web_stage(
    folder: Path, *, limits: Limits | None = None, public_url: str | None = None, port: int = 0
) -> AsyncIterator[Stage]:
    """The same folder and port again is the same office after a restart."""
    vault = Vault([b"k" * 32])
    files = FileStore(folder / "files", vault)
    database = Database(f"sqlite+aiosqlite:///{folder / 'web.db'}", vault, files)
    await database.open()
    bot = StandIn(database)
    channel = WebChannel(
        database,
        bot.receive,
        bot.report,
        PROFILE,
        secret=b"s" * 32,
        clock=lambda: datetime.now(UTC),
        public_url=public_url,
        leave=bot.leave,
        look_up=bot.look_up,
        limits=limits or Limits(poll_seconds=0.3, heartbeat_seconds=0.5),
    )
    bot.channel = channel
    listening = socket.create_server(("127.0.0.1", port))
    app = Starlette(routes=channel.routes)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", ws="none"))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    try:
        yield Stage(bot, url, database, server)
    finally:
        await channel.stop()
        server.should_exit = True
        await serving
        await database.close()
