"""A Twilio on this machine: its API, its signed calls to us, and people whom a test speaks through.

`async with TwilioServer(sid, token, webhook_url) as server:` serves on `server.url` (for TWILIO_API_URL).
`webhook_url` is what an operator enters in Twilio (public address, fragment and all); the bot under test may
run in this process or another.
"""

import asyncio
import contextlib
import itertools
import secrets
import socket
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, urldefrag, urlencode

import httpx
import uvicorn
from starlette.applications import Starlette
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]  # it ships no types

from tests.servers.twilio_api import Content, Fault, routes
from tests.servers.twilio_people import Message, Person

ACCOUNT_SID = "AC" + "5a" * 16
AUTH_TOKEN = "twilio-token-that-must-not-be-logged"
WHATSAPP_FROM = "+62264820001"
SMS_FROM = "+62264820002"


class _QuietServer(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to the test run."""
        yield


TOO_MANY = Fault(429, 20429, retry_after=3)
BROKEN = Fault(500)
BROKEN_BUT_SENT = Fault(500, sent=True)
HANGING = Fault(hangs=True, sent=True)
CUT = Fault(breaks=True, sent=True)


@dataclass
class Call:
    """One try to call a webhook, and the status we got (0: no answer)."""

    url: str
    form: dict[str, str]
    status: int


@dataclass
class TwilioServer:
    account_sid: str = ACCOUNT_SID
    auth_token: str = AUTH_TOKEN
    webhook_url: str = "http://127.0.0.1:8000/twilio/message#rc=5&rp=all"
    reached_at: str | None = None
    """Scheme, host and port of the program itself, when `webhook_url` is a proxy in front of it."""
    whatsapp_from: str = WHATSAPP_FROM
    sms_from: str = SMS_FROM
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    repeat_after: float = 0.05
    """Seconds before a failed call is repeated."""
    statuses: Sequence[str] = ()
    """What becomes of every message by itself, one status after another."""
    faults: deque[Fault | None] = field(default_factory=deque)
    """What the next sendings get, one each; None lets one through."""
    content_is_broken: bool = False
    content_hangs: bool = False
    content_calls: int = 0
    """How often the Content API was asked for anything."""
    list_is_broken: bool = False
    lists: int = 0
    """How often the list of messages was asked for."""
    lists_since: list[datetime | None] = field(default_factory=list)
    """And from when on, each time."""
    media_lists: dict[str, int] = field(default_factory=dict)
    """Message SID -> the HTTP status that its list of media is refused with."""
    late_window: bool = False
    """Free text outside the window is taken at first and fails afterwards, as a status."""
    media_delay: float = 0
    media_redirect: str | None = None
    """Where media are redirected to instead of to the store on `store_url`."""
    messages: dict[str, Message] = field(default_factory=dict)
    contents: dict[str, Content] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    store_requests: list[Mapping[str, str]] = field(default_factory=list)
    """The headers of every request to the store of media."""
    url: str = ""
    store_url: str = ""

    def __post_init__(self) -> None:
        self._numbers = itertools.count(1)
        self._people: dict[str, Person] = {}
        self._sockets: list[socket.socket] = []
        self._running: set[asyncio.Task[None]] = set()

    # -- running

    async def __aenter__(self) -> Self:
        self._client = httpx.AsyncClient(timeout=15, trust_env=False)
        await self._serve(0, 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        await self._client.aclose()
        await self._close()

    @contextlib.asynccontextmanager
    async def refusing(self) -> AsyncIterator[None]:
        """Nobody listens at `url` meanwhile."""
        ports = [listening.getsockname()[1] for listening in self._sockets]
        await self._close()
        yield
        await self._serve(*ports)

    async def _serve(self, *ports: int) -> None:
        self._sockets = [socket.create_server(("127.0.0.1", port)) for port in ports]
        self.url, self.store_url = (f"http://127.0.0.1:{one.getsockname()[1]}" for one in self._sockets)
        app = Starlette(routes=routes(self))
        config = uvicorn.Config(app, log_config=None, lifespan="off", access_log=False, timeout_graceful_shutdown=1)
        self._server = _QuietServer(config)
        self._serving = asyncio.create_task(self._server.serve(sockets=self._sockets))
        while not self._server.started:  # noqa: ASYNC110 - uvicorn has a flag, no event
            await asyncio.sleep(0.005)

    async def _close(self) -> None:
        self._server.should_exit = True
        await self._serving

    # -- what the API's routes need

    def new_sid(self, prefix: str) -> str:
        return f"{prefix}{next(self._numbers):08x}{secrets.token_hex(12)}"

    def now(self) -> datetime:
        return self.clock().astimezone(UTC).replace(microsecond=0)

    def media_url(self, message_sid: str, medium_sid: str) -> str:
        path = f"/2010-04-01/Accounts/{self.account_sid}/Messages/{message_sid}/Media/{medium_sid}"
        return f"{self.url}{path}"

    def accept(self, message: Message) -> None:
        """Keep a message of the bot's, and let its person hear it."""
        self.messages[message.sid] = message
        statuses: list[tuple[str, int | None]] = [("failed", message.error_code)]
        if message.error_code is None:
            self.person_at(message.to).hear(message)
            statuses = [(status, None) for status in self.statuses]
        if statuses:
            task = asyncio.create_task(self._go_through(message, statuses))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def _go_through(self, message: Message, statuses: Sequence[tuple[str, int | None]]) -> None:
        for status, code in statuses:
            await self.status(message, status, code)

    # -- people and what an operator does

    def goes_through(self, transport: httpx.AsyncBaseTransport) -> None:
        """Call webhooks through this from now on: the program is in this process."""
        self._client = httpx.AsyncClient(transport=transport, timeout=15)

    def person(self, number: str = "+6281200000001", channel: str = "whatsapp") -> Person:
        """The person with this number on this channel; the same one every time."""
        return self.person_at(f"whatsapp:{number}" if channel == "whatsapp" else number)

    def person_at(self, address: str) -> Person:
        prefix = "whatsapp:" if address.startswith("whatsapp:") else ""
        ours = self.whatsapp_from if prefix else self.sms_from
        number = address.removeprefix(prefix)
        return self._people.setdefault(address, Person(self, number, ours, prefix))

    def approve(self, body: str, name: str = "notice") -> str:
        """Make a template that may go outside the window; its content SID."""
        content = Content(self.new_sid("HX"), name, body, {}, approved=True)
        self.contents[content.sid] = content
        return content.sid

    def sent_to(self, person: Person) -> list[str]:
        """The texts of all messages to this person, in order."""
        return [message.body for message in self.messages.values() if message.to == person.address]

    # -- calling the program

    async def status(self, message: Message, status: str, code: int | None = None, **more: str) -> None:
        """The message got further, and its callback says so (in whatever order a test likes)."""
        message.status, message.error_code = status, code
        if not message.status_callback:
            return
        form = {
            "MessageSid": message.sid,
            "SmsSid": message.sid,
            "MessageStatus": status,
            "SmsStatus": status,
            "AccountSid": self.account_sid,
            "From": message.from_,
            "To": message.to,
            "ApiVersion": "2010-04-01",
        }
        if code is not None:
            form["ErrorCode"] = str(code)
        await self.call(message.status_callback, form | more)

    async def call(self, url: str, form: Mapping[str, str], signature: str | None = None) -> int:
        """Call a webhook, signed, with the repeats that its fragment asks for; the last status (0: none).

        Twilio's own default is one repeat, and only when it could not connect.
        """
        bare, fragment = urldefrag(url)
        asked = dict(parse_qsl(fragment))
        policies = asked.get("rp", "ct").split(",")
        signature = signature or RequestValidator(self.auth_token).compute_signature(bare, dict(form))
        body = urlencode(list(form.items()))
        status = 0
        for number in range(int(asked.get("rc", 1)) + 1):
            if number:
                await asyncio.sleep(self.repeat_after)
            status, reason = await self._call_once(bare, body, signature)
            self.calls.append(Call(bare, dict(form), status))
            if not reason or not ({reason, "all"} & set(policies)):
                break
        return status

    async def _call_once(self, url: str, body: str, signature: str) -> tuple[int, str]:
        headers = {
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "X-Twilio-Signature": signature,
            "User-Agent": "TwilioProxy/1.1",
        }
        if self.reached_at:
            target = httpx.URL(url)
            url = f"{self.reached_at.rstrip('/')}{target.raw_path.decode()}"
        try:
            answer = await self._client.post(url, content=body, headers=headers)
        except httpx.ConnectError:
            return 0, "ct"
        except httpx.HTTPError:
            return 0, "rt"
        return answer.status_code, f"{answer.status_code // 100}xx" if answer.status_code >= 400 else ""
