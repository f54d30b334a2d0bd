"""The way of one update into the bot: read, files fetched, received; then the pressed button is answered."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Final

import structlog
from telegram import Bot, Update
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.channel import Receive
from bot.telegram.files import FILE_LIMIT, fetch, without
from bot.telegram.group import NoGroup, OfficeGroup
from bot.telegram.read import Reading, read
from messages.envelope import InboundKind

log = structlog.get_logger(__name__)

# Together at most 80 MB of files in memory.
_FILES_AT_ONCE: Final = 4
_CHATS_AT_ONCE: Final = 32
_MOST_BEGUN: Final = 200


class Intake:
    """Takes updates, from polling and from the webhook alike."""

    def __init__(
        self,
        bot: Bot,
        account: str,
        receive: Receive,
        now: Callable[[], datetime],
        *,
        username: Callable[[], str | None] = lambda: None,
        group: OfficeGroup | None = None,
        file_limit: int = FILE_LIMIT,
        file_seconds: float = 30,
        soon_seconds: float = 20,
    ) -> None:
        self._bot = bot
        self._account = account
        self._receive = receive
        self._username = username
        self._group = group or NoGroup()
        self._now = now
        self._file_limit = file_limit
        self._file_seconds = file_seconds
        self._files = asyncio.Semaphore(_FILES_AT_ONCE)
        self._chats = asyncio.Semaphore(_CHATS_AT_ONCE)
        self._soon_seconds = soon_seconds
        self._begun: OrderedDict[int, asyncio.Task[None]] = OrderedDict()
        self._answering: set[asyncio.Task[None]] = set()

    async def take(self, update: Update, *, bare: bool = False) -> None:
        """Return when the update is committed, or needs nothing. `bare`: its files are named as unavailable.

        Raises whatever `receive` raised: then it must not be acknowledged.
        """
        reading = read(update, self._account, self._now(), await self._ours(update))
        if reading is None:
            return
        if reading.inbound.kind is InboundKind.GROUP and (username := self._username()):
            reading = replace(reading, inbound=replace(reading.inbound, private=f"https://t.me/{username}"))
        if reading.offered and not bare:
            async with self._files:
                await self._with_files(reading)
        else:
            files = tuple(without(offered) for offered in reading.offered)
            async with self._chats:
                await self._receive(replace(reading.inbound, files=files))
        if reading.pressed:
            # In the background: a button that keeps spinning must not hold up what comes next.
            task = asyncio.create_task(self._answer(reading.pressed))
            self._answering.add(task)
            task.add_done_callback(self._answering.discard)

    async def _ours(self, update: Update) -> str | None:
        """The office's group, asked for where it matters: what comes from a group."""
        chat = update.effective_chat
        return None if chat is None or chat.type == ChatType.PRIVATE else await self._group.address()

    async def take_soon(self, update: Update) -> bool:
        """As `take`, but False when it takes longer than a webhook should wait.

        It goes on meanwhile: when Telegram delivers the update again, that waits for the same work, or is told how
        it ended; a slow file is not begun anew each time.
        """
        task = self._begun.get(update.update_id)
        if task is None:
            task = self._begun[update.update_id] = asyncio.create_task(self.take(update))
            self._forget_ended()
        await asyncio.wait({task}, timeout=self._soon_seconds)
        if not task.done():
            return False
        self._begun.pop(update.update_id, None)
        await task
        return True

    def _forget_ended(self) -> None:
        """Ended work that Telegram never asked for again."""
        ended = [update_id for update_id, task in self._begun.items() if task.done()]
        for update_id in ended[: max(0, len(self._begun) - _MOST_BEGUN)]:
            task = self._begun.pop(update_id)
            if not task.cancelled():
                task.exception()  # seen

    async def _with_files(self, reading: Reading) -> None:
        files = [await fetch(self._bot, offered, self._file_limit, self._file_seconds) for offered in reading.offered]
        await self._receive(replace(reading.inbound, files=tuple(files)))

    async def _answer(self, pressed: str) -> None:
        with suppress(TelegramError):  # too old, or no network: the button merely spins a little longer
            await self._bot.answer_callback_query(pressed)

    async def stop(self) -> None:
        """Let go of what is still on its way: Telegram delivers again what was not acknowledged."""
        tasks = (*self._answering, *self._begun.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
