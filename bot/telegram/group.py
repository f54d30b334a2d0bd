"""The office's group, as the channel needs to know it: which one it is, and where each case has its topic."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Thread:
    """A topic of the group: its title, and its id there once it was opened."""

    title: str
    id: str | None


class OfficeGroup(Protocol):
    """What is kept of the group. An address of a topic is `<chat id of the group>/<our own number>`."""

    async def address(self) -> str | None:
        """The chat id of the office's group; None where there is none."""

    async def thread(self, address: str) -> Thread | None:
        """The topic of that address; None where we do not know of one."""

    async def opened(self, address: str, thread: str | None) -> None:
        """The topic has this id now; None: it is no longer there."""


class NoGroup:
    """An office that works without a group."""

    async def address(self) -> str | None:
        return None

    async def thread(self, address: str) -> Thread | None:
        return None

    async def opened(self, address: str, thread: str | None) -> None:
        return None
