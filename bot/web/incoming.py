"""What the page sends, read into an `Inbound`.

The page makes the id of its messages: a retry after a lost answer is recognised by it.
"""

import asyncio
import re
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, Final

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message

from bot.web.door import TOO_LARGE, Turned, json_object
from bot.web.limits import MB, Limits
from messages.envelope import Channel, FileKind, FileTrouble, Inbound, InboundFile, InboundKind
from messages.speech import LANGUAGES

ACCOUNT: Final = "web"
_CHOICE: Final = re.compile(r"[A-Za-z0-9_:.-]{1,64}", re.ASCII)
_KINDS: Final = {"image": FileKind.PHOTO, "audio": FileKind.AUDIO, "video": FileKind.VIDEO}


class Reader:
    """Reads requests of a session. Raises `Turned` with 400, 413 or 415 for what our page never sends."""

    def __init__(self, limits: Limits, clock: Callable[[], datetime]) -> None:
        self._limits = limits
        self._clock = clock

    async def message(self, request: Request, address: str) -> Inbound:
        """`{client_id, text}`, or `{client_id, choice}` for a pressed button; `language` if chosen there."""
        told = await json_object(request, self._limits.json_bytes)
        choice, text = _word(told, "choice"), _word(told, "text")
        if choice and not _CHOICE.fullmatch(choice):
            raise Turned(400, "no-such-choice")
        if not choice and not text.strip():
            raise Turned(400, "nothing-said")
        kind = InboundKind.CHOICE if choice else InboundKind.MESSAGE
        return self._inbound(address, kind, told, text="" if choice else text, choice=choice)

    @asynccontextmanager
    async def upload(self, request: Request) -> AsyncIterator[FormData]:
        """A multipart body, read to its end: large files lie on the disk, not in memory, as long as this lasts."""
        limits = self._limits
        most = limits.files * limits.file_bytes + MB
        declared = request.headers.get("content-length", "0")
        if not declared.isdecimal() or int(declared) > most:
            raise Turned(413, TOO_LARGE)
        bounded = Request(request.scope, _no_more_than(most, request))
        try:
            # Field values beyond `max_part_size` and files beyond `max_files` are refused by the parser.
            async with asyncio.timeout(limits.upload_seconds):
                form = await bounded.form(max_files=limits.files, max_fields=8, max_part_size=limits.json_bytes)
        except HTTPException:
            raise Turned(413 if await request.is_disconnected() else 400, "not-a-form") from None
        except TimeoutError:
            raise Turned(408, "later") from None
        try:
            yield form
        finally:
            await form.close()

    async def files(self, form: FormData, address: str) -> Inbound:
        """`files`, `caption`, `client_id` of an upload.

        A single file over the limit comes in as such, without its content, so that the bot can say so.
        """
        told = {name: form.get(name) for name in ("client_id", "caption", "language")}
        sent = [part for part in form.getlist("files") if isinstance(part, UploadFile)]
        if not sent:
            raise Turned(400, "nothing-said")
        kept = tuple([await self._file(part) for part in sent])
        return self._inbound(address, InboundKind.MESSAGE, told, text=_word(told, "caption"), files=kept)

    async def _file(self, part: UploadFile) -> InboundFile:
        media_type = (part.content_type or "").partition(";")[0].strip().lower()[:96]
        name = (part.filename or "").replace("\\", "/").rpartition("/")[2][:120]
        kind = _KINDS.get(media_type.partition("/")[0], FileKind.DOCUMENT)
        if part.size is not None and part.size > self._limits.file_bytes:
            return InboundFile(kind, None, media_type, name, trouble=FileTrouble.TOO_LARGE)
        return InboundFile(kind, await part.read(), media_type, name)

    def _inbound(
        self,
        address: str,
        kind: InboundKind,
        told: dict[str, Any],
        *,
        text: str,
        choice: str = "",
        files: tuple[InboundFile, ...] = (),
    ) -> Inbound:
        if len(text) > self._limits.text_characters:
            raise Turned(413, "too-long")
        language, provider_id = _word(told, "language"), _id(_word(told, "client_id"))
        return Inbound(
            channel=Channel.WEB,
            account=ACCOUNT,
            address=address,
            provider_id=provider_id,
            at=self._clock(),
            kind=kind,
            text=text,
            choice=choice,
            files=files,
            message_ref=provider_id,
            language=language if language in LANGUAGES else "",
        )


def _word(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Turned(400, "not-text")
    return value


def _id(client_id: str) -> str:
    try:
        return str(uuid.UUID(client_id))
    except ValueError:
        raise Turned(400, "no-id") from None


def _no_more_than(most: int, request: Request) -> Callable[[], Any]:
    """The request's body, cut off with 413 where it grows beyond what it may."""
    read = 0

    async def receive() -> Message:
        nonlocal read
        message = await request.receive()
        read += len(message.get("body", b""))
        if read > most:
            raise Turned(413, TOO_LARGE)
        return message

    return receive
