"""What Twilio calls: a message came, or one of ours got further. Nothing counts without its signature."""

import re
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

# Whoever knows the address may call: what a call may cost before its signature is checked is bounded here.
_MOST_BYTES: Final = 256 * 1024
_MOST_FIELDS: Final = 200
"""Twilio sends some thirty, and two for each of at most ten media."""
_SIGNATURE: Final = re.compile(r"[A-Za-z0-9+/]{27}=", re.ASCII)
"""HMAC-SHA1 in base64: anything else is not even compared."""

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
        signature = request.headers.get("X-Twilio-Signature", "")
        if not self._public_url or not _SIGNATURE.fullmatch(signature):
            return _refused(path)
        body = await _body_of(request)
        if body is None:
            return PlainTextResponse("too long\n", 413)
        try:
            said = body.decode("utf-8", "replace")
            pairs = parse_qsl(said, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
        except ValueError:
            return PlainTextResponse("too many fields\n", 413)
        if not self._is_genuine(request, path, pairs, signature):
            return _refused(path)
        try:
            status = await take(Form(pairs))
        except Exception as error:
            # Whatever it was, the message is not committed: Twilio must not take it as received.
            log.error("call not carried out", path=path, trouble=type(error).__name__)
            status = 500
        if status != 200:
            return PlainTextResponse("\n", status)
        return Response("<Response/>", media_type="text/xml")

    def _is_genuine(self, request: Request, path: str, pairs: list[tuple[str, str]], signature: str) -> bool:
        signed = _Signed()
        for name, value in pairs:
            signed.setdefault(name, []).append(value)
        query = request.scope["query_string"].decode("latin-1")
        # The address as Twilio knows it; behind a proxy the request itself knows another one. Whether Twilio
        # signs the fragment that we registered is not documented, so both are right; both need the token to
        # be made.
        address = f"{self._public_url}{path}{'?' if query else ''}{query}"
        return any(self._validator.validate(one, signed, signature) for one in (address, f"{address}{REPEATS}"))


class _Signed(dict[str, list[str]]):
    """Fields as the validator asks for them. It asks name by name: a form that searches itself each time would make
    a few kilobytes of names cost seconds."""

    def getlist(self, name: str) -> list[str]:
        return self[name]


def _refused(path: str) -> Response:
    log.warning("forged or misdirected call refused", path=path)
    return PlainTextResponse("signature does not match\n", 403)


async def _body_of(request: Request) -> bytes | None:
    body = bytearray()
    async for some in request.stream():
        body += some
        if len(body) > _MOST_BYTES:
            return None
    return bytes(body)
