"""A Bot API server on this machine: what Telegram does, with people in it whom a test speaks through.

`async with TelegramServer() as server:` serves on `server.url` (for TELEGRAM_API_URL) with `server.token`;
the bot under test may run in this process or in another. `server.person(chat_id)` is somebody who writes to
it.
"""

import asyncio
import contextlib
import itertools
import json
import socket
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.servers.telegram_groups import ForumGroup
from tests.servers.telegram_methods import METHODS, ApiRefusal, Call, Webhook
from tests.servers.telegram_people import Person

TOKEN = "700100:test-token-that-must-not-be-logged"  # shaped like a real one, valid here only


class _QuietServer(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.leave = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to the test run."""
        yield

    async def main_loop(self) -> None:
        """Nothing to do on a tick; leaving at once makes many small tests quick."""
        await self.leave.wait()


@contextlib.asynccontextmanager
async def serving(app: Starlette) -> AsyncIterator[str]:
    """The app on a free port of this machine; its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, log_config=None, lifespan="off", access_log=False, timeout_graceful_shutdown=3)
    server = _QuietServer(config)
    task = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started:  # noqa: ASYNC110 - uvicorn has a flag, no event
        await asyncio.sleep(0.005)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.leave.set()
        await task


@dataclass
class Fault:
    """What the next call of `method` gets instead of an answer. `then`: it is done all the same."""

    method: str
    status: int = 500
    description: str = "Internal Server Error"
    retry_after: int | None = None
    chat_id: int | None = None
    hangs: bool = False
    then: bool = False


@dataclass
class TelegramServer:
    token: str = TOKEN
    username: str = "aduan_purwakarta_bot"
    webhook_backoff: float = 0.02
    """Seconds before a refused delivery is repeated, doubling to `webhook_backoff_most` (Telegram: 1-60)."""
    webhook_backoff_most: float = 0.5
    file_limit: int = 20 * 1024 * 1024
    calls: list[Call] = field(default_factory=list)
    """Every call that was accepted, in order."""
    conflicts: int = 0
    deliveries: list[tuple[int, int]] = field(default_factory=list)
    """Webhook: (update_id, status we got; 0 when there was no answer)."""
    pending: list[dict[str, Any]] = field(default_factory=list)
    webhook: Webhook | None = None
    files: dict[str, bytes] = field(default_factory=dict)
    messages: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)
    menus: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    chat_menus: dict[int, list[dict[str, str]]] = field(default_factory=dict)
    """The commands that one chat alone has."""
    people: dict[int, Person] = field(default_factory=dict)
    groups: dict[int, ForumGroup] = field(default_factory=dict)
    allowed: list[str] | None = None
    url: str = ""

    def __post_init__(self) -> None:
        self.message_ids = itertools.count(100)
        self.update_ids = itertools.count(820_000_000)
        self._faults: list[Fault] = []
        self._changed = asyncio.Condition()
        self._polls = 0
        self._closing = asyncio.Event()
        self._workers: dict[int, asyncio.Task[None]] = {}
        self._stack = contextlib.AsyncExitStack()
        self._client = httpx.AsyncClient(timeout=60, trust_env=False, verify=False)  # http alone

    @property
    def bot_id(self) -> int:
        return int(self.token.split(":")[0])

    # -- running

    async def __aenter__(self) -> Self:
        app = Starlette(
            routes=[
                Route("/bot{token}/{method}", self._serve, methods=["GET", "POST"]),
                Route("/file/bot{token}/{path:path}", self._serve_file),
            ]
        )
        self.url = await self._stack.enter_async_context(serving(app))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        async with self._changed:
            self._changed.notify_all()
        await self._stop_workers()
        await self._client.aclose()
        await self._stack.aclose()

    def person(self, chat_id: int = 5001, first_name: str = "Warga", language: str = "id") -> Person:
        """The person with this chat id; the same one every time."""
        return self.people.setdefault(chat_id, Person(self, chat_id, first_name, language))

    def group(self, chat_id: int = -1009001, title: str = "Aduan DPMPTSP") -> ForumGroup:
        """The group with this chat id; the same one every time."""
        return self.groups.setdefault(chat_id, ForumGroup(self, chat_id, title))

    def fails(
        self,
        method: str,
        status: int = 500,
        description: str = "Internal Server Error",
        *,
        times: int = 1,
        retry_after: int | None = None,
        chat_id: int | None = None,
        after_doing: bool = False,
    ) -> None:
        """What the next `times` calls of `method` (to that chat) get; `after_doing`: done, but not told."""
        fault = Fault(method, status, description, retry_after, chat_id, then=after_doing)
        self._faults += [fault] * times

    def hangs(self, method: str, *, times: int = 1, after_doing: bool = False) -> None:
        """The next `times` calls of `method` get no answer at all."""
        self._faults += [Fault(method, hangs=True, then=after_doing)] * times

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    async def settled(self, seconds: float = 10) -> None:
        """Return when the bot has acknowledged every update."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: not self.pending)

    # -- calls

    async def _serve(self, request: Request) -> Response:
        if request.path_params["token"] != self.token:
            return _refusal(ApiRefusal(401, "Unauthorized"))
        call = await _call(request)
        fault = self._fault_for(call)
        try:
            if fault is not None and not fault.then:
                return await self._faulty(fault)
            if call.method == "getUpdates":
                result: object = await self._get_updates(call)
            elif call.method in METHODS:
                self.calls.append(call)
                result = METHODS[call.method](self, call)
                await self._news()
            else:
                raise ApiRefusal(404, "Not Found: method not found")
        except ApiRefusal as refusal:
            return _refusal(refusal)
        if fault is not None:
            return await self._faulty(fault)
        return JSONResponse({"ok": True, "result": result})

    def _fault_for(self, call: Call) -> Fault | None:
        for index, fault in enumerate(self._faults):
            if fault.method == call.method and fault.chat_id in (None, call.number("chat_id")):
                return self._faults.pop(index)
        return None

    async def _faulty(self, fault: Fault) -> Response:
        if fault.hangs:
            await self._closing.wait()
        return _refusal(ApiRefusal(fault.status, fault.description, fault.retry_after))

    async def _serve_file(self, request: Request) -> Response:
        if request.path_params["token"] != self.token:
            return _refusal(ApiRefusal(401, "Unauthorized"))
        fault = self._fault_for(Call("file", {}, {}))
        if fault is not None:
            return await self._faulty(fault)
        content = self.files.get(request.path_params["path"])
        return Response(status_code=404) if content is None else Response(content)

    # -- updates

    async def push(self, chat_id: int, kind: str, content: dict[str, Any]) -> int:
        """Queue an update for the bot; its id."""
        update_id = next(self.update_ids)
        if self.allowed is None or kind in self.allowed:
            self.pending.append({"update_id": update_id, kind: content, "_chat": chat_id})
        await self._news()
        return update_id

    async def _news(self) -> None:
        async with self._changed:
            self._changed.notify_all()
        if self.webhook is not None:
            for update in self.pending:
                worker = self._workers.get(update["_chat"])
                if worker is None or worker.done():
                    chat = update["_chat"]
                    self._workers[chat] = asyncio.create_task(self._deliver(chat, self.webhook))

    async def _get_updates(self, call: Call) -> list[dict[str, Any]]:
        if self.webhook is not None:
            self.conflicts += 1
            raise ApiRefusal(409, "Conflict: can't use getUpdates method while webhook is active")
        if "allowed_updates" in call.params:
            self.allowed = call.parsed("allowed_updates")
        offset, limit = call.number("offset") or 0, call.number("limit") or 100
        self._polls += 1
        mine = self._polls
        async with self._changed:
            self.calls.append(call)
            self.pending[:] = [update for update in self.pending if update["update_id"] >= offset]
            self._changed.notify_all()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(call.number("timeout") or 0):
                    await self._changed.wait_for(
                        lambda: self.pending or self._closing.is_set() or self._polls != mine or self.webhook
                    )
        if self._polls != mine:
            self.conflicts += 1
            raise ApiRefusal(409, "Conflict: terminated by other getUpdates request")
        return [_bare(update) for update in self.pending[:limit]]

    async def _deliver(self, chat: int, webhook: Webhook) -> None:
        """One chat's updates to the webhook, in order, each until it is answered with 2xx."""
        pause = self.webhook_backoff
        while update := next((update for update in self.pending if update["_chat"] == chat), None):
            try:
                headers = {"X-Telegram-Bot-Api-Secret-Token": webhook.secret} if webhook.secret else {}
                answer = await self._client.post(webhook.url, json=_bare(update), headers=headers)
                status = answer.status_code
            except httpx.HTTPError:
                status = 0
            self.deliveries.append((update["update_id"], status))
            if 200 <= status < 300:
                async with self._changed:
                    self.pending.remove(update)
                    self._changed.notify_all()
                pause = self.webhook_backoff
            else:
                await asyncio.sleep(pause)
                pause = min(pause * 2, self.webhook_backoff_most)

    async def _stop_workers(self) -> None:
        for worker in self._workers.values():
            worker.cancel()
        await asyncio.gather(*self._workers.values(), return_exceptions=True)
        self._workers.clear()

    def forget_workers(self) -> None:
        """The webhook changed: what was being delivered goes the new way."""
        for worker in self._workers.values():
            worker.cancel()
        self._workers.clear()


def _bare(update: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in update.items() if name != "_chat"}


def _refusal(refusal: ApiRefusal) -> Response:
    body: dict[str, Any] = {"ok": False, "error_code": refusal.status, "description": refusal.description}
    if refusal.retry_after is not None:
        body["parameters"] = {"retry_after": refusal.retry_after}
    return JSONResponse(body, status_code=refusal.status)


async def _call(request: Request) -> Call:
    """Parameters stand in the query, a form or JSON; files only in a form."""
    params: dict[str, str] = dict(request.query_params)
    files: dict[str, tuple[str, bytes]] = {}
    if request.headers.get("content-type", "").startswith("application/json"):
        told = json.loads(await request.body())
        params |= {name: value if isinstance(value, str) else json.dumps(value) for name, value in told.items()}
    else:
        async with request.form(max_part_size=64 * 1024 * 1024) as form:
            for name, value in form.items():
                if isinstance(value, UploadFile):
                    files[name] = (value.filename or "", await value.read())
                else:
                    params[name] = value
    return Call(request.path_params["method"], params, files, at=time.monotonic())
