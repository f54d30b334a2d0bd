"""The way of one update into the bot: read, files fetched, received; then the pressed button is answered."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Final

import structlog
from telegram import Bot, Update
from telegram.error import TelegramError

from bot.channel import Receive
from bot.telegram.files import FILE_LIMIT, fetch
from bot.telegram.read import Reading, read

log = structlog.get_logger(__name__)

# Together at most 80 MB of files in memory.
_FILES_AT_ONCE: Final = 4
_CHATS_AT_ONCE: Final = 32


class Intake:
    """Takes updates, from polling and from the webhook alike."""

    def __init__(
        self,
        bot: Bot,
        account: str,
        receive: Receive,
        now: Callable[[], datetime],
        *,
        file_limit: int = FILE_LIMIT,
        file_seconds: float = 30,
    ) -> None:
        self._bot = bot
        self._account = account
        self._receive = receive
        self._now = now
        self._file_limit = file_limit
        self._file_seconds = file_seconds
        self._files = asyncio.Semaphore(_FILES_AT_ONCE)
        self._chats = asyncio.Semaphore(_CHATS_AT_ONCE)
        self._answering: set[asyncio.Task[None]] = set()

    async def take(self, update: Update) -> None:
        """Return when the update is committed, or needs nothing.

        Raises whatever `receive` raised: then it must not be acknowledged.
        """
        reading = read(update, self._account, self._now())
        if reading is None:
            return
        if reading.offered:
            async with self._files:
                await self._with_files(reading)
        else:
            async with self._chats:
                await self._receive(reading.inbound)
        if reading.pressed:
            # In the background: a button that keeps spinning must not hold up what comes next.
            task = asyncio.create_task(self._answer(reading.pressed))
            self._answering.add(task)
            task.add_done_callback(self._answering.discard)

    async def _with_files(self, reading: Reading) -> None:
        files = [await fetch(self._bot, offered, self._file_limit, self._file_seconds) for offered in reading.offered]
        await self._receive(replace(reading.inbound, files=tuple(files)))

    async def _answer(self, pressed: str) -> None:
        with suppress(TelegramError):  # too old, or no network: the button merely spins a little longer
            await self._bot.answer_callback_query(pressed)

    async def stop(self) -> None:
        """Let go of answers that are still on their way."""
        for task in tuple(self._answering):
            task.cancel()
        await asyncio.gather(*self._answering, return_exceptions=True)
