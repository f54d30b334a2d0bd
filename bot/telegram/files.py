"""Files that people send, fetched before their message is received; whatever goes wrong, it comes through."""

import asyncio
from typing import Final

import structlog
from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.telegram.read import OfferedFile
from messages.envelope import FileTrouble, InboundFile

FILE_LIMIT: Final = 20 * 1024 * 1024
"""Bytes that getFile hands over; larger files cannot be fetched from Telegram's own server."""

_TRIES: Final = 2
_PATIENCE: Final = 2

log = structlog.get_logger(__name__)


async def fetch(bot: Bot, offered: OfferedFile, limit: int = FILE_LIMIT, seconds: float = 30) -> InboundFile:
    """The file with its content, or with the trouble that kept it away.

    Too large: over `limit` bytes; not asked for when that is known beforehand. Unavailable: not handed over
    in two tries. `seconds` of silence end a try, and twice that everything: a file that drips in must not hold its
    message up for ever.
    """
    if offered.size is not None and offered.size > limit:
        return without(offered, FileTrouble.TOO_LARGE)
    try:
        async with asyncio.timeout(seconds * _PATIENCE):
            return await _tried(bot, offered, limit, seconds)
    except TimeoutError:
        return without(offered)


async def _tried(bot: Bot, offered: OfferedFile, limit: int, seconds: float) -> InboundFile:
    for _ in range(_TRIES):
        try:
            told = await bot.get_file(offered.file_id, read_timeout=seconds)
            if told.file_size is not None and told.file_size > limit:
                return without(offered, FileTrouble.TOO_LARGE)
            content = bytes(await told.download_as_bytearray(read_timeout=seconds))
        except BadRequest as error:
            if "too big" in error.message.lower():
                return without(offered, FileTrouble.TOO_LARGE)
            log.info("telegram does not hand a file over", trouble=type(error).__name__)
        except (TelegramError, RuntimeError) as error:  # RuntimeError: an answer without a path
            log.info("telegram does not hand a file over", trouble=type(error).__name__)
        else:
            if len(content) > limit:
                return without(offered, FileTrouble.TOO_LARGE)
            return InboundFile(offered.kind, content, offered.media_type, offered.name, seconds=offered.seconds)
    return without(offered)


def without(offered: OfferedFile, trouble: FileTrouble = FileTrouble.UNAVAILABLE) -> InboundFile:
    """The file that could not be had."""
    return InboundFile(offered.kind, None, offered.media_type, offered.name, seconds=offered.seconds, trouble=trouble)
