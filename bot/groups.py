"""What is kept of the office's group, for the channel that speaks there."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.telegram.group import Thread
from storage.database import Database


@dataclass(frozen=True, slots=True)
class KeptGroup:
    """An `OfficeGroup` in the database."""

    database: Database

    async def address(self) -> str | None:
        async with self.database.reading(datetime.now(UTC)) as work:
            return await work.topics.group()

    async def thread(self, address: str) -> Thread | None:
        async with self.database.reading(datetime.now(UTC)) as work:
            topic = await work.topics.kept_at(address)
            return Thread(topic.title, topic.thread) if topic else None

    async def opened(self, address: str, thread: str | None) -> None:
        async with self.database.work(datetime.now(UTC)) as work:
            topic = await work.topics.kept_at(address)
            if topic is not None:
                topic.thread = thread
            await work.commit()
