"""Quick replies: buttons need a content made beforehand; each shape is made once, and found again."""

import asyncio
import hashlib
import json
import time
from collections.abc import Callable
from typing import Final

import structlog

from bot.twilio.client import ApiError, NoAnswerError, TwilioApi
from bot.twilio.layout import Part

log = structlog.get_logger(__name__)

_REST: Final = 60.0
"""Seconds of not asking again after the Content API failed; lists with numbers go meanwhile."""


class QuickReplies:
    """The contents of this account that are ours.

    A shape is how many lines stand above the buttons and what the buttons say. Lines and payloads are
    variables: a line each, because a variable holds no line break, and payloads, because they differ for
    every conversation. The shape is in the content's friendly name, so that after a restart contents are
    found and not made anew.

    Buttons are a comfort: an answer that takes longer than `seconds` is not waited for, since every message with
    buttons waits meanwhile.
    """

    def __init__(self, api: TwilioApi, seconds: float = 3, clock: Callable[[], float] = time.monotonic) -> None:
        self._api = api
        self._seconds = seconds
        self._clock = clock
        self._sids: dict[str, str] | None = None
        self._refused: set[str] = set()
        self._rest_until = float("-inf")
        self._making = asyncio.Lock()

    async def sid_for(self, part: Part) -> str | None:
        """The content SID that shows `part` with its buttons; None when there is none now."""
        name = _name_of(part)
        if not self._must_ask(name):
            return self._known(name)
        async with self._making:
            if not self._must_ask(name):  # whoever was first in line has asked, or failed
                return self._known(name)
            try:
                async with asyncio.timeout(self._seconds):
                    await self._ask(name, part)
            except ApiError as error:
                if error.status == 400:
                    self._refused.add(name)
                self._rest(error.code)
            except NoAnswerError as error:
                self._rest(error.code)
            except TimeoutError:
                self._rest("timeout")
            return self._known(name)

    def _known(self, name: str) -> str | None:
        return (self._sids or {}).get(name)

    def _must_ask(self, name: str) -> bool:
        return not (self._known(name) or name in self._refused or self._clock() < self._rest_until)

    async def _ask(self, name: str, part: Part) -> None:
        if self._sids is None:
            self._sids = await self._api.contents()
        if name not in self._sids:
            self._sids[name] = await self._api.create_content(name, *_shape(part))

    def forget(self, part: Part) -> None:
        """Its content was not taken: somebody deleted it, or it does not do; go without it from now on."""
        name = _name_of(part)
        if self._sids is not None:
            self._sids.pop(name, None)
        self._refused.add(name)

    def _rest(self, code: str) -> None:
        log.warning("twilio content not made, lists with numbers go instead", code=code)
        self._rest_until = self._clock() + _REST


def variables_of(part: Part) -> str:
    """`ContentVariables` for `part`: its lines, then the payloads of its buttons."""
    values = (*part.lines, *(choice.key for choice in part.buttons))
    return json.dumps({str(number): value for number, value in enumerate(values, 1)}, ensure_ascii=False)


def _name_of(part: Part) -> str:
    shape = json.dumps([len(part.lines), [choice.label for choice in part.buttons]])
    return f"aduan-{hashlib.sha256(shape.encode()).hexdigest()[:32]}"


def _shape(part: Part) -> tuple[str, list[dict[str, str]], dict[str, str]]:
    count = len(part.lines)
    body = "\n".join(f"{{{{{number}}}}}" for number in range(1, count + 1))
    actions = [
        {"type": "QUICK_REPLY", "title": choice.label, "id": f"{{{{{count + number}}}}}"}
        for number, choice in enumerate(part.buttons, 1)
    ]
    samples = {str(number): f"baris{number}" for number in range(1, count + len(part.buttons) + 1)}
    return body, actions, samples
