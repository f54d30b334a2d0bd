"""Telegram as the program runs it."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, partial
from typing import Final, Literal

import httpx
import structlog
from starlette.routing import BaseRoute
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat, Update
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.channel import Posted, Receive, Sent, SettingsTrouble
from bot.rate import Rate, RateEach
from bot.telegram.files import FILE_LIMIT
from bot.telegram.group import NoGroup, OfficeGroup
from bot.telegram.polling import FETCHED_AT_ONCE, Backoff, Pauses, Polling, PollingLease
from bot.telegram.read import ALLOWED_UPDATES
from bot.telegram.send import FetchFile, Rates, Sender
from bot.telegram.take import Intake
from bot.telegram.webhook import PATH, webhook_route
from messages.envelope import Channel

API_URL: Final = "https://api.telegram.org"
MAX_CONNECTIONS: Final = 40
"""How many updates Telegram may deliver to the webhook at once."""

Commands = Mapping[str, Sequence[tuple[str, str]]]
"""Language (ISO 639-1) -> (command, description). Indonesian is also what every other language sees."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """What the channel keeps to. Seconds, messages a second, bytes."""

    poll_seconds: int = 25
    call_seconds: float = 15
    file_seconds: float = 30
    webhook_seconds: float = 20
    """How long a delivery may wait, for a file above all; Telegram gives up after about a minute."""
    file_bytes: int = FILE_LIMIT
    overall_per_second: float = 30
    chat_per_second: float = 1
    chat_burst: int = 3
    """Telegram lets short bursts to one chat pass; the parts of a long answer then come together."""
    group_per_second: float = 20 / 60
    pauses: Pauses = field(default_factory=Pauses)


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates we trust; loading them takes longer than everything else here."""
    return httpx.create_ssl_context()


async def _nobody_asks(username: str) -> None:
    """Whoever invites staff wants to know the bot's name; alone, the channel does not."""


async def username_of(token: str, api_url: str | None) -> str | None:
    """The bot's name as Telegram tells it now; None when it cannot be reached or does not know the token."""
    bot = Bot(token, base_url=f"{(api_url or API_URL).rstrip('/')}/bot")
    try:
        async with bot:
            return bot.username
    except TelegramError:
        return None


class TelegramChannel:
    """Polling or webhook, and sending. A `RunningChannel`.

    `api_url`: root of another Bot API server (`/bot<token>/method` and `/file/bot<token>/path` under it). In
    webhook mode `public_url` and `webhook_secret` (1-256 of `A-Za-z0-9_-`) are needed. `username` (without @,
    for links) is known once Telegram has answered, and told to `named`; `account`, the bot's id, stands in the token.
    `group`: the office's group, if it has one.
    """

    name = Channel.TELEGRAM

    def __init__(
        self,
        token: str,
        *,
        receive: Receive,
        lease: PollingLease,
        fetch_file: FetchFile,
        api_url: str | None = None,
        mode: Literal["polling", "webhook"] = "polling",
        public_url: str | None = None,
        webhook_secret: str = "",
        commands: Commands | None = None,
        named: Callable[[str], Awaitable[None]] = _nobody_asks,
        group: OfficeGroup | None = None,
        limits: Limits | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        limits, group = limits or Limits(), group or NoGroup()
        account, colon, rest = token.partition(":")
        if not (account.isdecimal() and colon and rest):
            raise SettingsTrouble("TELEGRAM_BOT_TOKEN is not of the form 123456:ABC...")
        if mode == "webhook" and not (public_url and webhook_secret):
            raise SettingsTrouble("TELEGRAM_MODE=webhook needs PUBLIC_URL and a webhook secret")
        root = (api_url or API_URL).rstrip("/")
        self.account = account
        self.username: str | None = None
        self._mode = mode
        self._public_url = (public_url or "").rstrip("/")
        self._secret = webhook_secret
        self._commands = commands or {}
        self._named = named
        self._limits = limits
        self._requests = (
            HTTPXRequest(connection_pool_size=1, read_timeout=limits.call_seconds, httpx_kwargs={"verify": _trusted()}),
            HTTPXRequest(
                connection_pool_size=64,
                read_timeout=limits.call_seconds,
                write_timeout=limits.call_seconds,
                connect_timeout=limits.call_seconds,
                pool_timeout=limits.call_seconds,
                httpx_kwargs={"verify": _trusted()},
            ),
        )
        self._bot = Bot(
            token,
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            get_updates_request=self._requests[0],
            request=self._requests[1],
        )
        self._intake = Intake(
            self._bot,
            account,
            receive,
            now,
            username=lambda: self.username,
            group=group,
            file_limit=limits.file_bytes,
            file_seconds=limits.file_seconds,
            soon_seconds=limits.webhook_seconds,
        )
        self._sender = Sender(
            self._bot,
            fetch_file,
            Rates(
                Rate(limits.overall_per_second, burst=max(1, int(limits.overall_per_second))),
                RateEach(limits.chat_per_second, limits.chat_burst),
                RateEach(limits.group_per_second, limits.chat_burst),
            ),
            group,
        )
        self._polling = Polling(
            self._fetch, self._intake.take, lease, limits.pauses, partial(self._intake.take, bare=True)
        )
        self._arranged = False
        self.routes: Sequence[BaseRoute] = (
            (webhook_route(webhook_secret, self._bot, self._intake.take_soon),) if mode == "webhook" else ()
        )

    async def start(self) -> None:
        """Check the token, set or delete the webhook, set the command menus.

        Raises `SettingsTrouble` when Telegram does not accept the token or the webhook's address. When it
        cannot be reached, the rest of the program starts all the same and `receive_forever` tries again.
        """
        try:
            await self._arrange()
        except TelegramError as error:
            log.warning("telegram cannot be reached yet", trouble=type(error).__name__)

    async def _arrange(self) -> None:
        try:
            me = await self._bot.get_me()
        except InvalidToken:
            raise SettingsTrouble("TELEGRAM_BOT_TOKEN is not accepted by Telegram") from None
        self.username = me.username
        await self._named(me.username or "")
        if self._mode == "polling":
            await self._bot.delete_webhook(drop_pending_updates=False)
        else:
            await self._set_webhook()
        self._arranged = True
        await self._set_menus()

    async def _set_webhook(self) -> None:
        try:
            await self._bot.set_webhook(
                f"{self._public_url}{PATH}",
                secret_token=self._secret,
                allowed_updates=ALLOWED_UPDATES,
                max_connections=MAX_CONNECTIONS,
                drop_pending_updates=False,
            )
        except BadRequest:  # a private address, http, a port it does not deliver to, a malformed secret
            raise SettingsTrouble(
                "Telegram does not accept PUBLIC_URL (https; port 443, 80, 88 or 8443)"
                " or TELEGRAM_WEBHOOK_SECRET (1-256 of A-Za-z0-9_-)"
            ) from None

    async def _set_menus(self) -> None:
        """Best effort: people can write every command without a menu."""
        try:
            for language, commands in self._commands.items():
                menu = [BotCommand(command, description) for command, description in commands]
                scope = BotCommandScopeAllPrivateChats()
                await self._bot.set_my_commands(menu, scope=scope, language_code=language)
                if language == "id":
                    await self._bot.set_my_commands(menu, scope=scope)
        except TelegramError as error:
            log.warning("telegram did not take the command menus", trouble=type(error).__name__)

    async def set_menu(self, chat: str, commands: Sequence[tuple[str, str]]) -> bool:
        """The commands of one chat alone; none takes them away again. Whether it was done."""
        scope = BotCommandScopeChat(int(chat))
        try:
            if commands:
                await self._bot.set_my_commands([BotCommand(*command) for command in commands], scope=scope)
            else:
                await self._bot.delete_my_commands(scope=scope)
        except TelegramError as error:
            log.warning("telegram did not take a member's menu", trouble=type(error).__name__)
            return isinstance(error, BadRequest | Forbidden)  # it will not later either
        return True

    async def receive_forever(self) -> None:
        """Poll, or see to it that the webhook is set; until cancelled."""
        await self._arrange_at_last()
        if self._mode == "polling":
            await self._polling.forever()
        else:
            await asyncio.Event().wait()  # updates come to the route

    async def _arrange_at_last(self) -> None:
        backoff = Backoff(self._limits.pauses)
        while not self._arranged:
            await asyncio.sleep(backoff.next())
            try:
                await self._arrange()
            except SettingsTrouble as trouble:
                log.error(str(trouble))
            except TelegramError:
                continue  # said at the start
            else:
                log.info("telegram is reached now")

    async def _fetch(self, offset: int | None) -> Sequence[Update]:
        return await self._bot.get_updates(
            offset=offset, limit=FETCHED_AT_ONCE, timeout=self._limits.poll_seconds, allowed_updates=ALLOWED_UPDATES
        )

    async def send(self, posted: Posted) -> Sent:
        """See `Sender.send`."""
        return await self._sender.send(posted)

    async def find(self, posted: Posted) -> Sent | None:
        """Telegram has no list of what was sent: None, so an uncertain message is sent again."""
        return None

    async def healthy(self) -> bool:
        """Whether Telegram answers and knows us, asked now."""
        try:
            await self._bot.get_me(read_timeout=5, connect_timeout=5, pool_timeout=5)
        except TelegramError:
            return False
        return True

    async def stop(self) -> None:
        """Close the connections. The webhook stays: Telegram keeps updates until we are back."""
        await self._intake.stop()
        for request in self._requests:
            await request.shutdown()
