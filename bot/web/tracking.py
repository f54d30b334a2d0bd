"""`/lacak`: how a report stands, for whoever has its number and secret code. Needs no scripts, no session."""

from collections.abc import Callable
from datetime import datetime
from typing import Final, Protocol

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive

from bot.web.door import Turned, body, client_address
from bot.web.limits import Allowance
from bot.web.pages import Pages, language_of
from bot.web.session import Sessions
from rules.days import local_date
from rules.number import find_number
from storage.database import Database
from storage.work import Work

log = structlog.get_logger(__name__)
_FORM_BYTES: Final = 4096


class LookedUp(Protocol):
    """How a report stands, in words. Not found: `lines` say so, alike for a wrong number and a wrong code."""

    @property
    def found(self) -> bool: ...

    @property
    def lines(self) -> tuple[str, ...]: ...


class LookUp(Protocol):
    """Finds a report. Commits nothing.

    `source`: who asks, in one or two words without spaces; after a few wrong codes from one of them it answers no more.
    """

    async def __call__(
        self, work: Work, number: str, code: str, *, source: str, language: str, now: datetime
    ) -> LookedUp: ...


class Tracking:
    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        *,
        prefix: str,
        pages: Pages,
        sessions: Sessions,
        look_up: LookUp,
        lookups: Allowance,
    ) -> None:
        self._database = database
        self._clock = clock
        self._prefix = prefix
        self._pages = pages
        self._sessions = sessions
        self._look_up = look_up
        self._lookups = lookups

    async def form(self, request: Request) -> Response:
        language, chosen = language_of(request)
        return self._pages.track(language, chosen=chosen)

    async def look(self, request: Request) -> Response:
        """Number and code come in the body, never in the address: addresses stay in histories and logs."""
        language, chosen = language_of(request)
        number, code = await _entered(request)
        address = client_address(request)
        if not self._lookups.take(address):
            return self._trouble(429, "web-track-slow", language, chosen, number)
        now = self._clock()
        source = self._source(request, number, now)
        try:
            async with self._database.work(now) as work:
                looked = await self._look_up(work, number, code, source=source, language=language, now=now)
                await work.commit()
        except Exception as trouble:
            log.warning("a report could not be looked up", trouble=type(trouble).__name__)
            return self._trouble(503, "web-track-trouble", language, chosen, number)
        heading = "web-result" if looked.found else "web-not-found"
        outcome = self._pages.outcome(language, heading, looked.lines, found=looked.found)
        return self._pages.track(language, chosen=chosen, number=number, outcome=outcome)

    def _source(self, request: Request, number: str, now: datetime) -> str:
        """Whoever tries codes on one report is stopped after a few: their address, and their session.

        On one report only: behind the address may be a mall's desk, a village's provider or a proxy, and one person's
        slips must not shut the form for all of them. What an address may look up at all is a wide limit of its own.
        """
        found = find_number(number, self._prefix, local_date(now).year)
        case = found.number if found and found.number else "none"
        asking = (client_address(request), self._sessions.of(request))
        return " ".join(f"{one}/{case}" for one in asking if one)

    def _trouble(self, status: int, heading: str, language: str, chosen: bool, number: str) -> Response:
        outcome = self._pages.outcome(language, heading, (), found=False)
        return self._pages.track(language, chosen=chosen, number=number, outcome=outcome, status=status)


async def _entered(request: Request) -> tuple[str, str]:
    content = await body(request, _FORM_BYTES)
    again = Request(request.scope, _told_again(content))
    try:
        async with again.form(max_files=0, max_fields=8) as form:
            number, code = form.get("number"), form.get("code")
    except HTTPException:
        raise Turned(400, "not-a-form") from None
    return (
        number.strip()[:64] if isinstance(number, str) else "",
        code.strip()[:32] if isinstance(code, str) else "",
    )


def _told_again(content: bytes) -> Receive:
    """A body that was read once, for the form parser."""

    async def receive() -> Message:
        return {"type": "http.request", "body": content, "more_body": False}

    return receive
