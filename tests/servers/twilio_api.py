"""The REST API of the local Twilio server: messages, media, contents; refusals with Twilio's own numbers."""

import asyncio
import base64
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from tests.servers.twilio_people import Message

if TYPE_CHECKING:
    from tests.servers.twilio import TwilioServer

ROOT = "/2010-04-01/Accounts/{account}"
BODY_LIMIT = 1600
QUICK_REPLY_LIMIT = 1024


@dataclass(frozen=True)
class Fault:
    """What the next sending gets instead of its answer. `sent`: it is done all the same."""

    status: int = 500
    code: int = 20500
    sent: bool = False
    hangs: bool = False
    breaks: bool = False
    """The connection is cut instead of an answer."""
    retry_after: int | None = None


@dataclass
class Content:
    sid: str
    name: str
    body: str
    variables: dict[str, str]
    actions: list[dict[str, str]] = field(default_factory=list)
    approved: bool = False


class Refusal(Exception):  # what Twilio says, not a fault of the server
    def __init__(self, code: int, status: int = 400) -> None:
        super().__init__(code)
        self.code = code
        self.status = status


class Cut(Response):
    """Ends the connection in the middle of the answer."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-length", b"1000"), (b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 201, "headers": headers})
        await send({"type": "http.response.body", "body": b'{"sid": "SM', "more_body": True})
        await asyncio.sleep(0.01)


def routes(server: "TwilioServer") -> list[Route]:
    """The routes of the API, and of the store that media are redirected to."""
    api = Api(server)
    return [
        Route(f"{ROOT}/Messages.json", api.guarded(api.messages), methods=["GET", "POST"]),
        Route(f"{ROOT}/Messages/{{sid}}/Media.json", api.guarded(api.media_list)),
        Route(f"{ROOT}/Messages/{{sid}}/Media/{{medium}}", api.guarded(api.medium)),
        Route(f"{ROOT}/Messages/{{sid}}.json", api.guarded(api.message)),
        Route("/v1/Content", api.guarded(api.contents), methods=["GET", "POST"]),
        Route("/v1/Content/{sid}", api.guarded(api.content), methods=["GET", "DELETE"]),
        Route("/store/{medium}", api.stored),
    ]


Endpoint = Callable[[Request], Awaitable[Response]]


class Api:
    def __init__(self, server: "TwilioServer") -> None:
        self.server = server

    def guarded(self, endpoint: Endpoint) -> Endpoint:
        async def answer(request: Request) -> Response:
            given = request.headers.get("Authorization", "").removeprefix("Basic ")
            wanted = f"{self.server.account_sid}:{self.server.auth_token}"
            try:
                if given != base64.b64encode(wanted.encode()).decode():
                    raise Refusal(20003, 401)
                if request.path_params.get("account", self.server.account_sid) != self.server.account_sid:
                    raise Refusal(20404, 404)
                return await endpoint(request)
            except Refusal as refusal:
                return error(refusal.status, refusal.code)

        return answer

    # -- messages

    async def messages(self, request: Request) -> Response:
        if request.method == "GET":
            return self.listed(request)
        async with request.form() as form:
            asked = {name: [str(value) for value in form.getlist(name)] for name in form}
        fault = self.server.faults.popleft() if self.server.faults else None
        if fault and not fault.sent:
            return await self.failing(fault)
        message = self.sent({name: values[0] for name, values in asked.items()}, asked.get("MediaUrl", []))
        self.server.accept(message)
        if fault:
            return await self.failing(fault)
        return JSONResponse(as_json(message, self.server.account_sid), 201)

    async def failing(self, fault: Fault) -> Response:
        if fault.hangs:
            await asyncio.sleep(3600)
        if fault.breaks:
            return Cut()
        answer = error(fault.status, fault.code)
        if fault.retry_after is not None:
            answer.headers["Retry-After"] = str(fault.retry_after)
        return answer

    def sent(self, asked: Mapping[str, str], media: list[str]) -> Message:
        server = self.server
        to, from_, sid = asked.get("To", ""), asked.get("From", ""), asked.get("ContentSid", "")
        if from_ not in {f"whatsapp:{server.whatsapp_from}", server.sms_from}:
            raise Refusal(21606)
        if not re.fullmatch(r"(whatsapp:)?\+[1-9]\d{6,14}", to):
            raise Refusal(21211)
        content = server.contents.get(sid)
        if sid and content is None:
            raise Refusal(21655)
        values = variables(asked.get("ContentVariables", "{}")) if content else {}
        body = filled(content.body, content.variables | values) if content else asked.get("Body", "")
        if not body and not media:
            raise Refusal(21602)
        if len(body) > BODY_LIMIT:
            raise Refusal(21617)
        if content and content.actions and len(body) > QUICK_REPLY_LIMIT:
            raise Refusal(63021)
        closed = to.startswith("whatsapp:") and not (content and content.approved) and not self.is_open(to)
        if closed and not server.late_window:
            raise Refusal(63016)
        message = Message(server.new_sid("SM"), "outbound-api", from_, to, body, server.now(), "queued")
        message.error_code = 63016 if closed else None
        message.content_sid, message.media_url = sid, media
        message.status_callback = asked.get("StatusCallback", "")
        for action in content.actions if content else []:
            title = filled(action["title"], content.variables | values) if content else ""
            message.buttons[title] = filled(action["id"], values)
        return message

    def is_open(self, address: str) -> bool:
        """WhatsApp takes free text for 24 hours after the person's last message."""
        since = self.server.now() - timedelta(hours=24)
        return any(one.from_ == address and one.at >= since for one in self.server.messages.values())

    def listed(self, request: Request) -> Response:
        self.server.lists += 1
        if self.server.list_is_broken:
            raise Refusal(20500, 500)
        asked = request.query_params
        after = datetime.fromisoformat(asked["DateSent>"]).astimezone(UTC) if "DateSent>" in asked else None
        self.server.lists_since.append(after)
        found = [
            message
            for message in reversed(self.server.messages.values())
            if asked.get("To", message.to) == message.to
            and asked.get("From", message.from_) == message.from_
            and (after is None or message.at >= after)
        ]
        size, page = int(asked.get("PageSize", 50)), int(asked.get("Page", 0))
        shown = found[page * size : (page + 1) * size]
        more = urlencode([*((k, v) for k, v in asked.items() if k != "Page"), ("Page", page + 1)])
        path = request.url.path
        return JSONResponse(
            {
                "messages": [as_json(one, self.server.account_sid) for one in shown],
                "page": page,
                "page_size": size,
                "next_page_uri": f"{path}?{more}" if len(found) > (page + 1) * size else None,
                "uri": path,
            }
        )

    async def message(self, request: Request) -> Response:
        return JSONResponse(as_json(self.one(request), self.server.account_sid))

    def one(self, request: Request) -> Message:
        try:
            return self.server.messages[request.path_params["sid"]]
        except KeyError:
            raise Refusal(20404, 404) from None

    # -- media

    async def media_list(self, request: Request) -> Response:
        message = self.one(request)
        if message.sid in self.server.media_lists:
            raise Refusal(20404, self.server.media_lists[message.sid])
        path = request.url.path.removesuffix(".json")
        listed = [
            {"sid": one.sid, "content_type": one.media_type, "uri": f"{path}/{one.sid}.json"} for one in message.media
        ]
        return JSONResponse({"media_list": listed, "next_page_uri": None, "page": 0, "page_size": 50})

    async def medium(self, request: Request) -> Response:
        message = self.one(request)
        sid = request.path_params["medium"]
        if sid not in {one.sid for one in message.media}:
            raise Refusal(20404, 404)
        await asyncio.sleep(self.server.media_delay)
        return RedirectResponse(self.server.media_redirect or f"{self.server.store_url}/store/{sid}", 307)

    async def stored(self, request: Request) -> Response:
        self.server.store_requests.append(dict(request.headers))
        sid = request.path_params["medium"]
        for message in self.server.messages.values():
            for one in message.media:
                if one.sid == sid:
                    return Response(one.content, media_type=one.media_type)
        return Response(status_code=404)

    # -- contents

    async def contents(self, request: Request) -> Response:
        self.server.content_calls += 1
        if self.server.content_hangs:
            await asyncio.sleep(3600)
        if self.server.content_is_broken:
            raise Refusal(20500, 503)
        if request.method == "POST":
            return JSONResponse(content_json(self.made(await request.json())), 201)
        listed = [content_json(one) for one in self.server.contents.values()]
        return JSONResponse({"contents": listed, "meta": {"key": "contents", "next_page_url": None}})

    def made(self, asked: Mapping[str, Any]) -> Content:
        reply = asked["types"]["twilio/quick-reply"]
        actions = reply["actions"]
        titles = [action["title"] for action in actions]
        bad = not 1 <= len(actions) <= 3 or len(set(titles)) < len(titles)
        if bad or not reply["body"] or any(not 1 <= len(title) <= 20 for title in titles):
            raise Refusal(20001)
        sid = self.server.new_sid("HX")
        made = Content(sid, asked["friendly_name"], reply["body"], dict(asked["variables"]), actions)
        self.server.contents[sid] = made
        return made

    async def content(self, request: Request) -> Response:
        if request.path_params["sid"] not in self.server.contents:
            raise Refusal(20404, 404)
        return JSONResponse(content_json(self.server.contents[request.path_params["sid"]]))


def variables(said: str) -> dict[str, str]:
    """`ContentVariables`, held to the rules that Twilio publishes."""
    try:
        values = json.loads(said)
    except ValueError:
        raise Refusal(21656) from None
    wrong = [value for value in values.values() if not value or re.search(r"[\n\t]| {5}", value)]
    if wrong:
        raise Refusal(21656)
    if sum(len(value) for value in values.values()) > BODY_LIMIT:
        raise Refusal(21658)
    return {str(name): str(value) for name, value in values.items()}


def filled(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\{\{\s*(\w+)\s*\}\}", lambda found: values.get(found[1], found[0]), text)


def error(status: int, code: int) -> Response:
    return JSONResponse({"status": status, "code": code, "message": "refused", "more_info": ""}, status)


def content_json(content: Content) -> dict[str, Any]:
    return {
        "sid": content.sid,
        "friendly_name": content.name,
        "language": "id",
        "variables": content.variables,
        "types": {"twilio/quick-reply": {"body": content.body, "actions": content.actions}},
    }


def as_json(message: Message, account_sid: str) -> dict[str, Any]:
    """A message as the API gives it."""
    when = message.at.strftime("%a, %d %b %Y %H:%M:%S +0000")
    path = f"/2010-04-01/Accounts/{account_sid}/Messages/{message.sid}"
    return {
        "sid": message.sid,
        "account_sid": account_sid,
        "body": message.body,
        "direction": message.direction,
        "from": message.from_,
        "to": message.to,
        "status": message.status,
        "error_code": message.error_code,
        "num_media": str(len(message.media) + len(message.media_url)),
        "num_segments": "1",
        "date_created": when,
        "date_sent": when,
        "date_updated": when,
        "uri": f"{path}.json",
        "subresource_uris": {"media": f"{path}/Media.json"},
    }
