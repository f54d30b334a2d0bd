"""Short-lived signed links to kept files: for a provider that must fetch what it is to send, and for downloads."""

import base64
import hmac
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from messages.envelope import OutgoingFile
from storage.database import Database

LIFETIME_SECONDS = 15 * 60
LASTING_SECONDS = 3 * 24 * 60 * 60  # for a person, who may open it after the weekend


@dataclass(slots=True)
class SignedFiles:
    """Makes and serves `/files/{signed}`. The link names a row and an end; nothing of the file's name stands in it."""

    database: Database
    secret: bytes
    public_url: str
    clock: Callable[[], float] = time.time

    def address(self, file: OutgoingFile, *, lasting: bool = False) -> str:
        seconds = LASTING_SECONDS if lasting else LIFETIME_SECONDS
        return f"{self.public_url}/files/{self.sign(file.attachment_id, seconds)}"

    def sign(self, attachment_id: int, seconds: int = LIFETIME_SECONDS) -> str:
        told = f"{attachment_id}.{int(self.clock()) + seconds}"
        return f"{told}.{self._mark(told)}"

    def route(self) -> Route:
        return Route("/files/{signed}", self._serve)

    async def _serve(self, request: Request) -> Response:
        told, _, mark = request.path_params["signed"].rpartition(".")
        if not told or not hmac.compare_digest(mark.encode(), self._mark(told).encode()):
            return PlainTextResponse("not found", status_code=404)
        attachment_id, _, end = told.partition(".")
        if int(end) < self.clock():
            return PlainTextResponse("this link has expired", status_code=410)
        async with self.database.reading(datetime.now(UTC)) as work:
            attachment = await work.attachments.get(int(attachment_id))
            content = work.attachments.content(attachment) if attachment else None
        if attachment is None or content is None:
            return PlainTextResponse("not found", status_code=404)
        headers = {
            "Cache-Control": "no-store",
            "Content-Disposition": "inline",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        }
        return Response(content, media_type=attachment.media_type, headers=headers)

    def _mark(self, told: str) -> str:
        return base64.urlsafe_b64encode(hmac.digest(self.secret, told.encode(), "sha256")[:18]).decode()
