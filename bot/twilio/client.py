"""Twilio's REST API through its own library, asynchronously; troubles say what may have happened."""

import json
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import aclosing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import httpx
from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]  # it ships no types
from twilio.http.response import Response  # type: ignore[import-untyped]  # as above
from twilio.rest import Client  # type: ignore[import-untyped]  # as above
from twilio.rest.content.v1.content import ContentList  # type: ignore[import-untyped]  # as above

API_URL: Final = "https://api.twilio.com"

_PAGE: Final = 200


class ApiError(Exception):
    """Twilio answered with an error. `code` is its number, `after` the seconds to wait where it says so."""

    def __init__(self, status: int, code: str, after: float | None = None) -> None:
        super().__init__(status, code)
        self.status = status
        self.code = code
        self.after = after


class NoAnswerError(Exception):
    """No usable answer. `written`: the request may have reached Twilio and been carried out."""

    def __init__(self, code: str, *, written: bool) -> None:
        super().__init__(code)
        self.code = code
        self.written = written


@dataclass(frozen=True, slots=True)
class MessageRecord:
    """A message as Twilio's list has it: without button payload, place or quote; of media only how many."""

    sid: str
    direction: str
    from_: str
    to: str
    body: str
    status: str
    error_code: str
    at: datetime | None
    num_media: int


@dataclass(frozen=True, slots=True)
class MediaRecord:
    url: str
    media_type: str


class TwilioApi:
    """What we ask of the API. Every call raises `ApiError` or `NoAnswerError`.

    The library's own transports block, or log people's numbers; this one does neither. `api_url`: the root of
    another server with the same API.
    """

    def __init__(self, sid: str, token: str, api_url: str | None = None, seconds: float = 15) -> None:
        self.http = httpx.AsyncClient(timeout=httpx.Timeout(seconds, connect=min(seconds, 5.0)))
        self.sid = sid
        self.auth = httpx.BasicAuth(sid, token)
        self.root = (api_url or API_URL).rstrip("/")
        self._client = Client(sid, token, http_client=_Http(self.http))
        if api_url:
            self._client.api.base_url = self._client.content.base_url = self.root

    async def send(self, **fields: Any) -> str:
        """Hand a message over; its SID."""
        with _readable():
            made = await self._client.messages.create_async(**fields)
        if not made.sid:
            raise NoAnswerError("no-sid", written=True)
        return str(made.sid)

    async def messages(
        self,
        *,
        to: str | None = None,
        from_: str | None = None,
        since: datetime | None = None,
        size: int = _PAGE,
    ) -> AsyncGenerator[MessageRecord]:
        """The account's messages, newest first. `since`: sent since then, so queued ones may be missing."""
        asked: dict[str, Any] = {"to": to, "from_": from_}
        asked["date_sent_after"] = since.astimezone(UTC) if since else None
        given = {name: value for name, value in asked.items() if value is not None}
        with _readable():
            async with aclosing(await self._client.messages.stream_async(page_size=size, **given)) as found:
                async for one in found:
                    yield MessageRecord(
                        sid=str(one.sid),
                        direction=str(one.direction or ""),
                        from_=str(one.from_ or ""),
                        to=str(one.to or ""),
                        body=str(one.body or ""),
                        status=str(one.status or ""),
                        error_code=str(one.error_code or ""),
                        at=one.date_sent or one.date_created,
                        num_media=int(one.num_media or 0),
                    )

    async def media(self, message_sid: str) -> list[MediaRecord]:
        """What hangs on a message."""
        with _readable():
            found = await self._client.messages(message_sid).media.list_async()
        return [
            MediaRecord(f"{self.root}{str(one.uri).removesuffix('.json')}", str(one.content_type or ""))
            for one in found
        ]

    async def contents(self) -> dict[str, str]:
        """The SIDs of the account's contents by friendly name."""
        with _readable():
            found = await self._client.content.v1.contents.list_async(page_size=_PAGE)
        return {str(one.friendly_name): str(one.sid) for one in found}

    async def create_content(
        self, name: str, body: str, actions: list[dict[str, str]], variables: Mapping[str, str]
    ) -> str:
        """Make a quick reply; its SID."""
        asked = {
            "friendly_name": name,
            "language": "id",
            "variables": dict(variables),
            "types": {"twilio/quick-reply": {"body": body, "actions": actions}},
        }
        with _readable():
            made = await self._client.content.v1.contents.create_async(ContentList.ContentCreateRequest(asked))
        return str(made.sid)

    async def answers(self) -> None:
        """Return when Twilio answers and takes our name and token."""
        async with aclosing(self.messages(size=1)) as found:
            await anext(found, None)

    async def close(self) -> None:
        await self.http.aclose()


class _Http:
    """The transport under the library's client, in the form that it expects of an asynchronous one."""

    is_async = True

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def request(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, Any] | None = None,
        data: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109  # the library's signature; it never passes one
        allow_redirects: bool = False,
    ) -> Response:
        as_json = headers is not None and headers.get("Content-Type") == "application/json"
        asked = self._http.build_request(
            method,
            url,
            params=params,
            data=None if as_json else data,
            json=data if as_json else None,
            headers=headers,
        )
        try:
            answer = await self._http.send(asked, auth=auth, follow_redirects=allow_redirects)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError) as error:
            raise NoAnswerError(type(error).__name__, written=False) from None
        except httpx.HTTPError as error:
            raise NoAnswerError(type(error).__name__, written=True) from None
        try:
            said = json.loads(answer.text)
        except ValueError:
            said = None
        if answer.status_code >= 400:
            raise ApiError(answer.status_code, _code(said, answer.status_code), _after(answer))
        if not isinstance(said, dict):
            raise NoAnswerError("no-json", written=True)
        return Response(answer.status_code, answer.text, answer.headers)


@contextmanager
def _readable() -> Iterator[None]:
    """The library finds no records, or no such fields, in an answer that was not an error."""
    try:
        yield
    except (TwilioException, LookupError, TypeError, ValueError) as error:
        raise NoAnswerError(type(error).__name__, written=True) from None


def _code(said: Any, status: int) -> str:
    code = said.get("code") if isinstance(said, dict) else None
    return str(code) if isinstance(code, int) else str(status)


def _after(answer: httpx.Response) -> float | None:
    said = answer.headers.get("Retry-After", "")
    return float(said) if said.isdigit() else None
