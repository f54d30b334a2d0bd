"""The address Telegram delivers to. 200 only after the update is committed; else Telegram repeats it."""

import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Final

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot, Update

log = structlog.get_logger(__name__)

PATH: Final = "/telegram"
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
BODY_LIMIT: Final = 1024 * 1024
"""Bytes. An update is text; files come through getFile."""


def webhook_route(secret: str, bot: Bot, take: Callable[[Update], Awaitable[bool]]) -> Route:
    """`POST /telegram`: 403 without the secret, 400 for no update, 413 for too much, 500 if `take` raised.

    `take` gives False for what is still being received: 503, and Telegram delivers it again.
    """
    expected = secret.encode()
    assert expected, "an empty secret would let everybody in"

    async def receive_update(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, expected):
            return Response(status_code=403)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return Response(status_code=413)
        update = _update(body, bot)
        if update is None:
            return Response(status_code=400)
        try:
            taken = await take(update)
        except Exception as error:  # whatever it was, it is not committed
            log.warning(
                "an update was not received; telegram repeats it",
                update_id=update.update_id,
                trouble=type(error).__name__,
            )
            return Response(status_code=500)
        return Response(status_code=200 if taken else 503)

    return Route(PATH, receive_update, methods=["POST"])


async def _body(request: Request) -> bytes | None:
    """None when it is over the limit, found out without reading all of it."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_LIMIT:
            return None
    return bytes(body)


def _update(body: bytes, bot: Bot) -> Update | None:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or not isinstance(told.get("update_id"), int):
        return None
    try:
        return Update.de_json(told, bot)
    except Exception as error:  # the library raises whatever a field of another shape makes it stumble over
        log.warning("not a readable update", update_id=told["update_id"], trouble=type(error).__name__)
        return None
