"""Fetching what hangs on a message: from the API, and from where it sends us, without our token there."""

import asyncio
import ipaddress
import re
from collections.abc import Sequence
from typing import Final

import httpx
import structlog

from bot.twilio.client import TwilioApi
from bot.twilio.inbound import OfferedMedia
from messages.envelope import FileTrouble, InboundFile

FILE_LIMIT: Final = 20 * 1024 * 1024
"""Bytes; WhatsApp's own limit is 16 MB."""

_MOST_HOPS: Final = 5
_PAUSES: Final = (0.3, 1.0)
"""Seconds before it is tried again: a picture may be there a moment later than its message."""

log = structlog.get_logger(__name__)


class Media:
    """Fetches media of one account. Nothing but a late answer gets out of here as an exception."""

    def __init__(self, api: TwilioApi, limit: int = FILE_LIMIT) -> None:
        self._api = api
        self._root = httpx.URL(api.root)
        self._limit = limit

    async def fetch(self, offered: Sequence[OfferedMedia], seconds: float) -> tuple[InboundFile, ...]:
        """All of them, in order, each with content or trouble. Raises `TimeoutError` after `seconds`."""
        async with asyncio.timeout(seconds):
            return tuple(await asyncio.gather(*(self._fetch_one(one) for one in offered)))

    async def _fetch_one(self, offered: OfferedMedia) -> InboundFile:
        for pause in (*_PAUSES, None):
            try:
                return await self._follow(offered)
            except _NotNowError as error:
                if pause is None:
                    log.warning("twilio does not hand a file over", trouble=str(error))
                    return without(offered)
                await asyncio.sleep(pause)
            except _NeverError as error:
                log.warning("twilio does not hand a file over", trouble=str(error))
                return without(offered)
        raise AssertionError("the last pause is None")

    async def _follow(self, offered: OfferedMedia) -> InboundFile:
        url = httpx.URL(offered.url)
        if not self._at_home(url):
            raise _NeverError("not an address of the API")
        for _ in range(_MOST_HOPS):
            # The token goes to the API alone: where media are kept is another company's machine.
            auth = self._api.auth if _origin(url) == _origin(self._root) else None
            asked = self._api.http.build_request("GET", url)
            try:
                answer = await self._api.http.send(asked, auth=auth, stream=True, follow_redirects=False)
                try:
                    if answer.is_redirect:
                        url = url.join(answer.headers.get("Location", ""))
                        if not (url.scheme == "https" or self._at_home(url)):
                            raise _NeverError("redirected to an address without encryption")
                        continue
                    return await self._read(offered, answer)
                finally:
                    await answer.aclose()
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise _NotNowError(type(error).__name__) from None
        raise _NeverError("redirected without end")

    async def _read(self, offered: OfferedMedia, answer: httpx.Response) -> InboundFile:
        if answer.status_code == 404 or answer.status_code >= 500:
            raise _NotNowError(str(answer.status_code))
        if answer.status_code != 200:
            raise _NeverError(str(answer.status_code))
        content = bytearray()
        async for some in answer.aiter_bytes():
            content += some
            if len(content) > self._limit:
                return without(offered, FileTrouble.TOO_LARGE)
        return InboundFile(offered.kind, bytes(content), offered.media_type, _file_name(answer))

    def _at_home(self, url: httpx.URL) -> bool:
        """Whether it is the API's own machine; a local one may use several ports."""
        return _origin(url) == _origin(self._root) or (_is_loopback(url) and _is_loopback(self._root))


class _NotNowError(Exception):
    """It may be there when asked again."""


class _NeverError(Exception):
    """It will not be had."""


def without(offered: OfferedMedia, trouble: FileTrouble = FileTrouble.UNAVAILABLE) -> InboundFile:
    """The file that could not be had."""
    return InboundFile(offered.kind, None, offered.media_type, trouble=trouble)


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _is_loopback(url: httpx.URL) -> bool:
    try:
        return ipaddress.ip_address(url.host).is_loopback
    except ValueError:
        return url.host == "localhost"


def _file_name(answer: httpx.Response) -> str:
    said = re.search(r'filename="([^"/\\]+)"', answer.headers.get("Content-Disposition", ""))
    return said.group(1) if said else ""
