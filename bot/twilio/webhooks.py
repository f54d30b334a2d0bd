"""What Twilio calls: a message came, or one of ours got further. Nothing counts without its signature."""

from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import parse_qsl

import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]  # it ships no types

from bot.twilio.inbound import Form

MESSAGE_PATH: Final = "/twilio/message"
STATUS_PATH: Final = "/twilio/status"

REPEATS: Final = "#rc=5&rp=all"
"""Makes Twilio repeat a call that failed in any way; without it, once, only when it could not connect."""

_MOST_BYTES: Final = 256 * 1024

log = structlog.get_logger(__name__)

TakeForm = Callable[[Form], Awaitable[int]]
"""Does what a verified form says; the HTTP status to answer with. An exception is a 500, and a repeat."""


def message_webhook(public_url: str) -> str:
    """The address to enter in Twilio under "a message comes in" (HTTP POST), for each of our numbers."""
    return f"{public_url.rstrip('/')}{MESSAGE_PATH}{REPEATS}"


def status_webhook(public_url: str) -> str:
    """The address that each sending carries for its status callbacks."""
    return f"{public_url.rstrip('/')}{STATUS_PATH}{REPEATS}"


class Webhooks:
    """The two routes of an account. Without a public address no signature can be right: all calls are 403."""

    def __init__(self, token: str, public_url: str | None, on_message: TakeForm, on_status: TakeForm) -> None:
        self._validator = RequestValidator(token)
        self._public_url = (public_url or "").rstrip("/")
        self._on_message = on_message
        self._on_status = on_status
        self.routes = (
            Route(MESSAGE_PATH, self._message, methods=["POST"]),
            Route(STATUS_PATH, self._status, methods=["POST"]),
        )

    async def _message(self, request: Request) -> Response:
        return await self._answer(request, MESSAGE_PATH, self._on_message)

    async def _status(self, request: Request) -> Response:
        return await self._answer(request, STATUS_PATH, self._on_status)

    async def _answer(self, request: Request, path: str, take: TakeForm) -> Response:
        body = await _body_of(request)
        if body is None:
            return PlainTextResponse("too long\n", 413)
        form = Form(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        if not self._is_genuine(request, path, form):
            log.warning("forged or misdirected call refused", path=path)
            return PlainTextResponse("signature does not match\n", 403)
        try:
            status = await take(form)
        except Exception as error:
            # Whatever it was, the message is not committed: Twilio must not take it as received.
            log.error("call not carried out", path=path, trouble=type(error).__name__)
            status = 500
        if status != 200:
            return PlainTextResponse("\n", status)
        return Response("<Response/>", media_type="text/xml")

    def _is_genuine(self, request: Request, path: str, form: Form) -> bool:
        signature = request.headers.get("X-Twilio-Signature")
        if not signature or not self._public_url:
            return False
        query = request.scope["query_string"].decode("latin-1")
        # The address as Twilio knows it; behind a proxy the request itself knows another one. Whether Twilio
        # signs the fragment that we registered is not documented, so both are right; both need the token to
        # be made.
        address = f"{self._public_url}{path}{'?' if query else ''}{query}"
        return any(self._validator.validate(signed, form, signature) for signed in (address, f"{address}{REPEATS}"))


async def _body_of(request: Request) -> bytes | None:
    body = bytearray()
    async for some in request.stream():
        body += some
        if len(body) > _MOST_BYTES:
            return None
    return bytes(body)
