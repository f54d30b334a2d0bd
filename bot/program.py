"""The program: one place wires everything, from the settings to the running channels."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot import failpoints
from bot.agency import AgencyTrouble, load_office
from bot.channel import RunningChannel, SettingsTrouble
from bot.clock import Clock
from bot.groups import KeptGroup
from bot.health import Health
from bot.lease import DatabaseLease
from bot.menus import StaffMenus, telegram_menus
from bot.receive import Receiver
from bot.sender import Sender
from bot.settings import KEY_FILE, Settings
from bot.signed import SignedFiles
from bot.telegram.channel import TelegramChannel
from bot.twilio.channel import TwilioAccount, twilio_channels
from bot.web.channel import WebChannel
from handlers.desk.team import TELEGRAM_NAME
from handlers.recount import bring_closures
from handlers.status import looked_up
from messages.envelope import Channel
from rules.office import Office
from storage.database import Database, DatabaseTrouble
from storage.files import FileStore
from storage.vault import KeyRetired, WrongKey

log = structlog.get_logger()


Run = Callable[[], Awaitable[None]]


class _Server(uvicorn.Server):
    """Signals are the program's: it stops everything in order, and this with it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@dataclass(slots=True)
class Program:
    """What runs: the database, the receiver, the channels, the sender and the clock."""

    settings: Settings
    office: Office
    database: Database
    receiver: Receiver
    sender: Sender
    clock: Clock
    channels: dict[Channel, RunningChannel]
    app: Starlette
    leases: list[DatabaseLease] = field(default_factory=list)
    menus: list[StaffMenus] = field(default_factory=list)

    async def serve(self, listening: socket.socket, ready: Callable[[], None] = lambda: None) -> None:
        """Serve on this socket until a signal says to stop. Raises `SettingsTrouble` when a provider refuses a key, and
        `KeyRetired` when the database was given a newer key than ours.

        Stopping: no new work is begun, what is in hand is finished, the pages of the web chat are let go.
        """
        stopping = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            loop.add_signal_handler(number, stopping.set)
        config = uvicorn.Config(
            self.app,
            log_config=None,
            access_log=False,
            lifespan="off",
            forwarded_allow_ips=self.settings.FORWARDED_ALLOW_IPS,
            timeout_graceful_shutdown=5,
        )
        server = _Server(config)
        work: list[asyncio.Task[None]] = []
        try:
            await _all(channel.start() for channel in self.channels.values())
            serving = asyncio.create_task(server.serve(sockets=[listening]))
            work = [asyncio.create_task(_lasting(run)) for run in self._runs()]
            ready()
            ends = [asyncio.create_task(end.wait()) for end in (stopping, self.database.retired)]
            await asyncio.wait([serving, *ends], return_when=asyncio.FIRST_COMPLETED)
            await self.channels[Channel.WEB].stop()  # its streams would keep the server waiting
            server.should_exit = True
            await serving
        finally:
            for task in work:
                task.cancel()
            await asyncio.gather(*work, return_exceptions=True)
            for channel in self.channels.values():
                await channel.stop()
            for lease in self.leases:
                await lease.give_up()
        if self.database.retired.is_set():
            raise KeyRetired

    def _runs(self) -> list[Run]:
        return [
            self.sender.send_forever,
            self.clock.tick_forever,
            *(channel.receive_forever for channel in self.channels.values()),
            *(menus.keep_forever for menus in self.menus),
        ]


async def _all(starts: Iterable[Awaitable[None]]) -> None:
    """Side by side, since a provider that hangs must not hold up the others; the first trouble is raised."""
    for outcome in await asyncio.gather(*starts, return_exceptions=True):
        if isinstance(outcome, BaseException):
            raise outcome


async def _lasting(run: Run) -> None:
    """Run until cancelled: a mistake in one part must not silence it while the others go on."""
    while True:
        try:
            return await run()
        except Exception as trouble:
            log.error("a part of the program begins anew", error=type(trouble).__name__)
            await asyncio.sleep(5)


def office_of(settings: Settings) -> Office:
    try:
        return load_office(settings.AGENCY_DIR)
    except AgencyTrouble as trouble:
        raise SettingsTrouble(str(trouble)) from None


@asynccontextmanager
async def opened_database(settings: Settings) -> AsyncIterator[Database]:
    """The database, its tables up to date, its key checked. Raises `DatabaseTrouble`, `WrongKey`, `SettingsTrouble`."""
    vault = settings.vault()
    try:
        database = Database(settings.DATABASE_URL, vault, FileStore(settings.files_dir, vault))
    except DatabaseTrouble:
        settings.take_back_new_key()
        raise
    try:
        try:
            await database.open()
        except (DatabaseTrouble, WrongKey) as trouble:
            if settings.take_back_new_key() and isinstance(trouble, WrongKey):
                raise SettingsTrouble(
                    f"DATA_KEY: the database has its key, but {settings.DATA_DIR / KEY_FILE} is not there. "
                    "Put the key file back, or set DATA_KEY."
                ) from None
            raise
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def opened_program(settings: Settings) -> AsyncIterator[Program]:
    office = office_of(settings)
    _warn_of_missing_leave(office)
    if settings.FAILPOINT:
        try:
            failpoints.arm(settings.FAILPOINT)
        except ValueError as wrong:
            raise SettingsTrouble(str(wrong)) from None
    async with opened_database(settings) as database:
        await bring_closures(database, office, datetime.now(UTC))
        yield _wired(settings, office, database)


def _wired(settings: Settings, office: Office, database: Database) -> Program:
    receiver = Receiver(database, office, settings.timing)
    channels: dict[Channel, RunningChannel] = {}
    sender = Sender(database, channels)
    clock = Clock(database, office, settings.timing, woken=sender.wake)
    receiver.woken = sender.wake
    signed = SignedFiles(database, database.vault.derived("files"), settings.PUBLIC_URL)
    leases: list[DatabaseLease] = []
    menus: list[StaffMenus] = []
    web = WebChannel(
        database=database,
        receive=receiver,
        report=receiver.report_delivery,
        profile=office.profile,
        secret=database.vault.derived("web"),
        clock=lambda: datetime.now(UTC),
        public_url=settings.PUBLIC_URL or None,
        leave=receiver.leave,
        look_up=partial(looked_up, office),
    )
    channels[Channel.WEB] = web
    if settings.TELEGRAM_BOT_TOKEN:
        leases.append(DatabaseLease(database, f"telegram:{settings.TELEGRAM_BOT_TOKEN.partition(':')[0]}"))
        telegram = TelegramChannel(
            settings.TELEGRAM_BOT_TOKEN,
            receive=receiver,
            lease=leases[0],
            fetch_file=_fetch_file(database),
            api_url=settings.TELEGRAM_API_URL or None,
            mode=settings.TELEGRAM_MODE,
            public_url=settings.PUBLIC_URL or None,
            webhook_secret=settings.TELEGRAM_WEBHOOK_SECRET or database.vault.derived("telegram webhook").hex(),
            commands=telegram_menus(),
            named=_named(database),
            group=KeptGroup(database),
        )
        channels[Channel.TELEGRAM] = telegram
        menus.append(StaffMenus(database, telegram.set_menu))
    if settings.TWILIO_ACCOUNT_SID:
        account = TwilioAccount(
            settings.TWILIO_ACCOUNT_SID,
            settings.TWILIO_AUTH_TOKEN,
            settings.PUBLIC_URL or None,
            settings.TWILIO_API_URL or None,
            {"notice": settings.TWILIO_TEMPLATE_NOTICE, "digest": settings.TWILIO_TEMPLATE_DIGEST},
        )
        for channel in twilio_channels(
            account,
            whatsapp=settings.TWILIO_WHATSAPP_FROM or None,
            sms=settings.TWILIO_SMS_FROM or None,
            receive=receiver,
            report=receiver.report_delivery,
            known=receiver.knows,
            first_start=_first_start(database),
            file_address=signed.address if settings.PUBLIC_URL else None,
        ):
            channels[channel.name] = channel
    health = Health(database, office, channels, settings.METRICS_TOKEN)
    routes: list[BaseRoute] = [*health.routes(), signed.route()]
    for running in channels.values():
        routes += running.routes
    app = Starlette(routes=routes)
    return Program(settings, office, database, receiver, sender, clock, channels, app, leases, menus)


def _fetch_file(database: Database) -> Callable[[int], Awaitable[bytes]]:
    async def fetch(attachment_id: int) -> bytes:
        async with database.reading(datetime.now(UTC)) as work:
            attachment = await work.attachments.get(attachment_id)
            content = work.attachments.content(attachment) if attachment else None
        if content is None:
            raise LookupError("the attachment is gone")
        return content

    return fetch


def _named(database: Database) -> Callable[[str], Awaitable[None]]:
    """The bot's name is kept as a fact, for the links of invitations."""

    async def named(username: str) -> None:
        now = datetime.now(UTC)
        async with database.work(now) as work:
            if await work.jobs.fact(TELEGRAM_NAME) != username:
                await work.jobs.note_fact(TELEGRAM_NAME, username)
                await work.commit()

    return named


def _first_start(database: Database) -> Callable[[Channel, str], Awaitable[datetime]]:
    """When a number of ours was first served from this database, kept as a fact; the first time it is now."""

    async def first_start(channel: Channel, number: str) -> datetime:
        name = f"first_start:{channel}:{number}"
        now = datetime.now(UTC)
        async with database.work(now) as work:
            kept = await work.jobs.fact(name)
            if kept is None:
                await work.jobs.note_fact(name, now.isoformat())
                await work.commit()
            return datetime.fromisoformat(kept) if kept else now

    return first_start


def listen(host: str, port: int) -> socket.socket:
    """The socket to serve on, before anything else is begun. Raises `SettingsTrouble` when it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(512)
    except (OSError, UnicodeError) as trouble:
        listening.close()
        reason = getattr(trouble, "strerror", None) or "no such address"
        raise SettingsTrouble(
            f"Cannot listen on {host}:{port} ({reason}). Is another program there? Set PORT to another number."
        ) from None
    return listening


def _warn_of_missing_leave(office: Office) -> None:
    """From some year on the calendar knows no joint leave yet: deadlines there may still move."""
    today = datetime.now(UTC).date()
    missing = office.calendar.years_without_joint_leave(today, today.replace(year=today.year + 1, day=1))
    if missing:
        years = ", ".join(str(year) for year in missing)
        log.warning("no joint leave is known yet", years=years, todo="upgrade the holidays package or add closures")
