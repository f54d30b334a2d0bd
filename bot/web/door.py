"""The door of the web chat: where a request comes from, how big it is, what may be done with the answer."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Final
from urllib.parse import urlsplit

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

log = structlog.get_logger(__name__)
Endpoint = Callable[[Request], Awaitable[Response]]

_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
TOO_LARGE: Final = "too-large"  # more is coming than may be read
_DRAINED_BYTES: Final = 8 * 1024 * 1024
_DRAINED_SECONDS: Final = 5
HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Turned(Exception):
    """Not let in. `status` and a short word for the page, which says it in the person's language."""

    def __init__(self, status: int, word: str) -> None:
        super().__init__(word)
        self.status = status
        self.word = word


class Door:
    """Guards endpoints. `public_url`: the address as browsers see it, where a proxy stands in between."""

    def __init__(self, public_url: str | None, cookie: str) -> None:
        self._public = _origin(public_url) if public_url else None
        self._cookie = cookie

    def guard(self, endpoint: Endpoint, *, keep: str = "no-store") -> Endpoint:
        """The endpoint with its headers; a POST from elsewhere is turned away. `keep`: its Cache-Control."""

        async def guarded(request: Request) -> Response:
            try:
                if request.method == "POST" and not self.is_ours(request):
                    raise Turned(403, "elsewhere")
                response = await endpoint(request)
            except Turned as turned:
                response = JSONResponse({"trouble": turned.word}, turned.status)
                if turned.status in (429, 503):
                    response.headers["Retry-After"] = "10"
                if turned.word == TOO_LARGE:
                    await _drain(request)
                    response.headers["Connection"] = "close"
            except ClientDisconnect:
                response = Response(status_code=400)
            except Exception as trouble:  # the database is away: the page tries again, and says so meanwhile
                log.warning("the web chat could not answer", path=request.url.path, trouble=type(trouble).__name__)
                response = JSONResponse({"trouble": "later"}, 503)
            for name, value in HEADERS.items():
                response.headers.setdefault(name, value)
            response.headers.setdefault("Cache-Control", keep)
            return response

        return guarded

    def is_ours(self, request: Request) -> bool:
        """Whether one of our own pages sent it, by what the browser says of itself.

        With neither header it is no browser of these years; it may come in as long as it brings no session.
        """
        site = request.headers.get("sec-fetch-site")
        if site is not None:
            return site == "same-origin"
        origin = request.headers.get("origin")
        if origin is not None:
            return _origin(origin) in (
                self._public,
                _origin(f"{request.url.scheme}://{request.headers.get('host', '')}"),
            )
        return self._cookie not in request.cookies


async def body(request: Request, most: int) -> bytes:
    """The request's body. Raises `Turned` as soon as it is over the limit, without reading the rest."""
    declared = request.headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared) > most:
        raise Turned(413, TOO_LARGE)
    read = bytearray()
    async for chunk in request.stream():
        read += chunk
        if len(read) > most:
            raise Turned(413, TOO_LARGE)
    return bytes(read)


async def json_object(request: Request, most: int) -> dict[str, Any]:
    """The JSON object in the body. Raises `Turned` with 413, 415 or 400."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Turned(415, "not-json")
    try:
        told = json.loads(await body(request, most))
    except (ValueError, RecursionError):
        raise Turned(400, "not-json") from None
    if not isinstance(told, dict):
        raise Turned(400, "not-json")
    return told


async def _drain(request: Request) -> None:
    """Take in a little more of what is too much: cut off in the middle, a browser would not hear our answer."""
    left = _DRAINED_BYTES
    with suppress(ClientDisconnect, TimeoutError):
        async with asyncio.timeout(_DRAINED_SECONDS):
            async for chunk in request.stream():
                left -= len(chunk)
                if left < 0:
                    return


def client_address(request: Request) -> str:
    """The IP address the request came from; behind a proxy uvicorn has already looked through it."""
    return request.client.host if request.client else "unknown"


def _origin(url: str) -> tuple[str, str, int] | None:
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
    except ValueError:
        return None
    return (parts.scheme, parts.hostname, port) if parts.hostname else None
