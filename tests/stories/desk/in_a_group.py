"""The office's group on Telegram, as its members use it; the channel is played along."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

from sqlalchemy import select

from messages.envelope import Channel, Inbound, InboundKind, Membership, Outgoing
from rules.roles import Role
from storage.database import Database
from storage.tables import Topic
from tests.stories.desk.conftest import Desk, without_digests
from tests.talk import Citizen, a_town

GROUP = "-100777"
READY = Membership(title="Aduan DPMPTSP", added=True, forum=True, manages=True)


@dataclass
class Group:
    """The group with its topics, as its members use it. A topic's thread is its case's address there."""

    desk: Desk
    seen: dict[str, int] = field(default_factory=dict)
    serial: int = 0

    async def _hears(self, inbound: Inbound) -> None:
        self.serial += 1
        ref = f"g{self.serial}"
        self.desk.town.now = inbound.at
        await self.desk.town.receiver(replace(inbound, provider_id=ref, message_ref=inbound.message_ref or ref))
        await self.desk.town.sender.send_due()

    def _inbound(self, speaker: str, **more: object) -> Inbound:
        return Inbound(
            channel=Channel.TELEGRAM,
            account="our-account",
            address=GROUP,
            provider_id="",
            at=self.desk.town.now,
            speaker=speaker,
            **more,  # type: ignore[arg-type]
        )

    async def becomes(self, change: Membership, by: Citizen) -> None:
        self._now_seen()
        by.seen = len(by._all())
        await self._hears(self._inbound(by.address, kind=InboundKind.GROUP, membership=change))

    async def writes(self, by: Citizen | str, number: str, text: str = "", **more: object) -> None:
        """Somebody writes in the topic of that case."""
        self._now_seen()
        speaker = by if isinstance(by, str) else by.address
        if isinstance(by, Citizen):
            by.seen = len(by._all())
        thread = await self.thread(number)
        await self._hears(self._inbound(speaker, text=text, thread=thread, **more))

    async def presses(self, by: Citizen, number: str, label: str) -> None:
        message = next(m for m in reversed(await self.said(number)) if label in [c.label for c in m.choices])
        key = next(c.key for c in message.choices if c.label == label)
        await self.writes(by, number, kind=InboundKind.CHOICE, choice=key)

    async def quotes(self, by: Citizen, number: str, text: str) -> None:
        """Answers the newest message of the bot in that topic."""
        address = f"{GROUP}/{(await self.desk.case(number)).id}"
        key = self.desk.town.lines[Channel.TELEGRAM].taken[address][-1]
        await self.writes(by, number, text, refers_to=key)

    async def thread(self, number: str) -> str:
        async with self.desk.town.database.reading(self.desk.town.now) as work:
            topic = await work.topics.of_case((await self.desk.case(number)).id, GROUP)
            assert topic is not None, f"no topic for {number}"
            return topic.thread or ""

    async def said(self, number: str) -> list[Outgoing]:
        case = await self.desk.case(number)
        return self.desk.town.lines[Channel.TELEGRAM].heard[f"{GROUP}/{case.id}"]

    async def reads(self, number: str, *words: str) -> None:
        """What was said in the topic since somebody last wrote."""
        text = await self.text(number)
        for word in words:
            assert word in text, f"{word!r} not in:\n{text}"

    async def text(self, number: str) -> str:
        messages = (await self.said(number))[self.seen.get(number, 0) :]
        return "\n".join(f"{m.text} {[c.label for c in m.choices]} {m.topic}" for m in messages)

    def _now_seen(self) -> None:
        heard = self.desk.town.lines[Channel.TELEGRAM].heard
        self.seen = {number: len(heard[f"{GROUP}/{case_id}"]) for number, case_id in self.numbers.items()}

    numbers: dict[str, int] = field(default_factory=dict)

    async def follows(self) -> None:
        """What was told is over, the clock ticks, what is due is sent; topics are opened and removed by the channel."""
        await self.desk.town.passes(seconds=30)
        await self._as_the_channel_does()
        await self.desk.town.passes(seconds=5)
        await self._as_the_channel_does()

    async def _as_the_channel_does(self) -> None:
        heard = self.desk.town.lines[Channel.TELEGRAM].heard
        async with self.desk.town.database.work(self.desk.town.now) as work:
            for topic in (await work.session.execute(select(Topic))).scalars():
                if said := heard[topic.contact.address]:
                    topic.thread = None if said[-1].topic == "remove" else topic.thread or str(1000 + topic.id)
            await work.commit()


@asynccontextmanager
async def a_group(database: Database) -> AsyncIterator[Group]:
    """Connected by the supervisor, on Monday, 23 November 2026."""
    async with a_town(database) as town:
        officer = await town.staff(Role.OFFICER, "Rina Marlina")
        superior = await town.staff(Role.SUPERVISOR, "Agus Salim")
        head = await town.staff(Role.HEAD, "Hendra Wijaya")
        await without_digests(database, town.now)
        group = Group(Desk(town, Channel.TELEGRAM, officer, superior, head))
        await group.becomes(READY, superior)
        superior.hears("group-offer")
        await superior.presses("Pakai grup ini")
        superior.hears("group-connected")
        yield group


async def a_case(group: Group, story: str = "") -> tuple[Citizen, str]:
    citizen, number = await (group.desk.complaint(story=story) if story else group.desk.complaint())
    group.numbers[number] = (await group.desk.case(number)).id
    await group.follows()
    return citizen, number
