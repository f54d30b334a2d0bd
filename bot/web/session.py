"""Who is talking: a random token in a cookie that scripts cannot read.

A first visit gets none. Only when somebody says something does a session begin: whoever merely looks leaves
no trace here and carries none away, so there is nothing to ask consent for.
"""

import base64
import hmac
import secrets
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

_TOKEN_BYTES: Final = 32
_SEAL_BYTES: Final = 16
_PURPOSE: Final = b"aduan web session\0"


class Sessions:
    """Makes and reads the cookie. `secret` seals tokens, so that nobody picks one and plants it elsewhere."""

    def __init__(self, secret: bytes, *, secure: bool, days: int) -> None:
        self._secret = secret
        self._secure = secure
        self._seconds = days * 24 * 60 * 60
        # The prefix makes browsers refuse such a cookie from another host or without https.
        self.cookie = "__Host-aduan" if secure else "aduan"

    def new(self) -> str:
        """The address of a new session: `web:` and 256 random bits."""
        return f"web:{_text(secrets.token_bytes(_TOKEN_BYTES))}"

    def of(self, request: Request) -> str | None:
        """The address that the request's cookie stands for; None without a genuine one."""
        token, dot, seal = request.cookies.get(self.cookie, "").partition(".")
        if not dot or not hmac.compare_digest(seal.encode(), self._seal(token).encode()):
            return None
        return f"web:{token}"

    def give(self, response: Response, address: str) -> None:
        """Put the session into the answer; each time anew: it ends so many days after the last word."""
        token = address.removeprefix("web:")
        response.set_cookie(
            self.cookie,
            f"{token}.{self._seal(token)}",
            max_age=self._seconds,
            path="/",
            secure=self._secure,
            httponly=True,
            samesite="strict",
        )

    def take_away(self, response: Response) -> None:
        response.delete_cookie(self.cookie, path="/", secure=self._secure, httponly=True, samesite="strict")

    def _seal(self, token: str) -> str:
        return _text(hmac.digest(self._secret, _PURPOSE + token.encode(), "sha256")[:_SEAL_BYTES])


def _text(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()
