"""The web chat as the program runs it: what the page calls, and the outgoing side."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channel import DeliveryState, Posted, Receive, ReportDelivery, Sent
from bot.web.door import Door, Endpoint, Turned, client_address, json_object
from bot.web.incoming import Reader
from bot.web.limits import Allowance, Limits, Room
from bot.web.pages import Assets, Pages, language_of
from bot.web.session import Sessions
from bot.web.stream import Streams
from bot.web.talk import talk_of
from bot.web.tracking import LookUp, Tracking
from messages.envelope import Channel, Inbound
from rules.agency import Profile
from storage.database import Database
from storage.outgoing import outgoing_from_json

log = structlog.get_logger(__name__)
_SEEN_AT_ONCE: Final = 500
_UPLOADS_IN_MEMORY: Final = 3  # three times ten files of 20 MB at the very worst

Leave = Callable[[str], Awaitable[None]]
"""Told the session's address when somebody leaves: drops the unfinished draft."""


class WebChannel:
    """A `RunningChannel`. An address is a session, `web:<token>`; the page makes the ids of its messages.

    `secret` (any length, lasting) seals the cookie. `public_url`: as browsers see it; https makes
    the cookie Secure. A posted message's key must be `web:<outbox id>`: the page acknowledges by it.
    """

    name = Channel.WEB

    def __init__(
        self,
        database: Database,
        receive: Receive,
        report: ReportDelivery,
        profile: Profile,
        *,
        secret: bytes,
        clock: Callable[[], datetime],
        public_url: str | None,
        leave: Leave,
        look_up: LookUp,
        limits: Limits | None = None,
    ) -> None:
        limits = limits or Limits()
        self._database = database
        self._receive = receive
        self._report = report
        self._clock = clock
        self._leave = leave
        self._limits = limits
        self._sessions = Sessions(secret, secure=(public_url or "").startswith("https:"), days=limits.session_days)
        self._reader = Reader(limits, clock)
        self._streams = Streams(database, clock, limits)
        self._pages = Pages(profile, limits)
        self._uploading = Room(limits.uploads)
        self._in_memory = asyncio.Semaphore(_UPLOADS_IN_MEMORY)
        self._by_session = Allowance(limits.messages_a_minute)
        self._by_address = Allowance(limits.address_messages_a_minute)
        self._new_sessions = Allowance(limits.address_sessions_a_minute)
        lookups = Allowance(limits.address_lookups_a_minute)
        tracking = Tracking(
            database,
            clock,
            prefix=profile.prefix,
            pages=self._pages,
            sessions=self._sessions,
            look_up=look_up,
            lookups=lookups,
        )
        self.routes: Sequence[BaseRoute] = self._routes(Door(public_url, self._sessions.cookie), tracking)

    def _routes(self, door: Door, tracking: Tracking) -> list[BaseRoute]:
        def get(path: str, endpoint: Endpoint, keep: str = "no-store") -> Route:
            return Route(path, door.guard(endpoint, keep=keep), methods=["GET"])

        def post(path: str, endpoint: Endpoint) -> Route:
            return Route(path, door.guard(endpoint), methods=["POST"])

        return [
            get("/", self._page),
            get("/static/{name}", Assets().serve, keep="no-cache"),
            get("/lacak", tracking.form),
            post("/lacak", tracking.look),
            post("/chat/session", self._open),
            post("/chat/message", self._message),
            post("/chat/file", self._files),
            get("/chat/file/{message:int}/{place:int}", self._fetch),
            get("/chat/stream", self._stream),
            get("/chat/history", self._history),
            post("/chat/seen", self._seen),
            post("/chat/leave", self._go),
        ]

    # What the page calls.

    async def _page(self, request: Request) -> Response:
        language, chosen = language_of(request)
        return self._pages.chat(language, chosen=chosen)

    async def _open(self, request: Request) -> Response:
        """Begin a session: the page asks for it when the first message is sent, and not before.

        On its own, before the message: were the cookie given with the message's answer and that answer lost,
        a retry would be recognised as a repeat, and its answer would lie in a session that nobody has.
        """
        if not self._new_sessions.take(client_address(request)):
            raise Turned(429, "slow-down")
        response = JSONResponse({})
        self._sessions.give(response, self._sessions.of(request) or self._sessions.new())
        return response

    async def _message(self, request: Request) -> Response:
        address = self._known(request)
        self._count(request, address)
        return await self._take(await self._reader.message(request, address))

    async def _files(self, request: Request) -> Response:
        address, client = self._known(request), client_address(request)
        self._count(request, address)
        if not self._uploading.has_place(address, client):
            raise Turned(503, "later")
        # A place in memory is taken only when all has come: a connection that dribbles keeps nobody out.
        with self._uploading.place(address, client):
            async with self._reader.upload(request) as form, self._in_memory:
                return await self._take(await self._reader.files(form, address))

    async def _take(self, inbound: Inbound) -> Response:
        try:
            await self._receive(inbound)
        except Exception as trouble:  # whatever it was, it is not committed: the page tries again
            log.warning("a message of the web chat was not received", trouble=type(trouble).__name__)
            raise Turned(503, "later") from None
        response = JSONResponse({"taken": inbound.provider_id})
        self._sessions.give(response, inbound.address)
        return response

    async def _stream(self, request: Request) -> Response:
        address = self._sessions.of(request)
        if address is None or await self._talk_is_gone(address):
            return Response(status_code=204)  # tells an event source not to come back
        client = client_address(request)
        if not self._streams.has_room(address, client):
            raise Turned(503, "later")
        last = request.headers.get("last-event-id") or request.query_params.get("after", "")
        after = int(last) if last.isascii() and last.isdecimal() and len(last) < 19 else 0
        return self._streams.listen(address, after, client)

    async def _talk_is_gone(self, address: str) -> bool:
        async with self._database.reading(self._clock()) as work:
            return await work.contacts.find(Channel.WEB, address) is None

    async def _history(self, request: Request) -> Response:
        address = self._sessions.of(request)
        said = None
        if address is not None:
            async with self._database.reading(self._clock()) as work:
                said = await talk_of(work, address)
        return JSONResponse({"session": address is not None, "talk": said is not None, "said": said or []})

    async def _seen(self, request: Request) -> Response:
        """The page showed these to somebody: the only evidence of delivery that the web chat has."""
        address = self._known(request)
        told = (await json_object(request, self._limits.json_bytes)).get("ids")
        ids = _ids(told)
        if ids:
            async with self._database.reading(self._clock()) as work:
                contact = await work.contacts.find(Channel.WEB, address)
                own = await work.outbox.shown_to(contact.id, min(ids) - 1, _SEEN_AT_ONCE) if contact else []
                mine = [posting.id for posting in own if posting.id in ids]
            for outbox_id in mine:
                await self._report(Channel.WEB, f"web:{outbox_id}", DeliveryState.DELIVERED, "", self._clock())
        return JSONResponse({})

    async def _fetch(self, request: Request) -> Response:
        """A file that was sent to this session, always as a download: nothing of others runs in our page."""
        address = self._known(request)
        message, place = request.path_params["message"], request.path_params["place"]
        async with self._database.reading(self._clock()) as work:
            contact = await work.contacts.find(Channel.WEB, address)
            own = await work.outbox.shown_to(contact.id, message - 1, _SEEN_AT_ONCE) if contact else []
            files = next((outgoing_from_json(posting.body).files for posting in own if posting.id == message), ())
            file = files[place] if place < len(files) else None
            attachment = await work.attachments.get(file.attachment_id) if file else None
            content = await asyncio.to_thread(work.attachments.content, attachment) if attachment else None
        if file is None or content is None:
            return Response(status_code=404)
        disposition = f"attachment; filename*=UTF-8''{quote(file.name or 'berkas')}"
        return Response(content, media_type=file.media_type, headers={"Content-Disposition": disposition})

    async def _go(self, request: Request) -> Response:
        """Leave and clear. The cookie goes in any case: whoever sits down next must not find the talk."""
        address = self._sessions.of(request)
        response = JSONResponse({})
        if address is not None:
            try:
                await self._retire(address)
            except Exception as trouble:
                log.warning("a session could not be left", trouble=type(trouble).__name__)
                response = JSONResponse({"trouble": "later"}, 503)
        self._sessions.take_away(response)
        return response

    async def _retire(self, address: str) -> None:
        await self._leave(address)
        async with self._database.work(self._clock()) as work:
            contact = await work.contacts.find(Channel.WEB, address)
            if contact is not None:
                await work.contacts.retire(contact)
                await work.commit()
        self._streams.wake(address)

    def _known(self, request: Request) -> str:
        address = self._sessions.of(request)
        if address is None:
            raise Turned(401, "no-session")
        return address

    def _count(self, request: Request, address: str) -> None:
        if not (self._by_session.take(address) and self._by_address.take(client_address(request))):
            raise Turned(429, "slow-down")

    # What the program calls.

    async def send(self, posted: Posted) -> Sent:
        """The message lies in the outbox already; the page is told to look. Never fails."""
        self._streams.wake(posted.address)
        return Sent((posted.key,), DeliveryState.SENT)

    async def find(self, posted: Posted) -> Sent | None:
        return None

    async def start(self) -> None: ...

    async def receive_forever(self) -> None:
        """Messages come to the routes; until cancelled."""
        await asyncio.Event().wait()

    async def stop(self) -> None:
        """Let the pages go. To be called before the HTTP server waits for its connections to end.

        These never end by themselves. May be called twice.
        """
        await self._streams.end()

    async def healthy(self) -> bool:
        return True


def _ids(told: Any) -> set[int]:
    """The ids a page reports. Raises `Turned` for anything else."""
    if not isinstance(told, list) or len(told) > _SEEN_AT_ONCE:
        raise Turned(400, "no-ids")
    if not all(isinstance(item, int) and not isinstance(item, bool) and 0 < item < 2**63 for item in told):
        raise Turned(400, "no-ids")
    return set(told)
