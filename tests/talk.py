"""Talks as transcripts: citizens say things, the bot is heard, time passes. With the real receiver, sender and clock.

citizen = office.citizen(Channel.TELEGRAM)
await citizen.says("izin saya belum keluar")
citizen.hears("intake-when-complete-ask")
"""

import itertools
import random
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bot.agency import load_office
from bot.channel import DeliveryState, Posted, SendTrouble, Sent, WindowClosed
from bot.clock import Clock
from bot.receive import Receiver
from bot.sender import Sender
from handlers.desk.door import invite
from handlers.turn import Timing
from messages.envelope import Channel, Inbound, InboundFile, InboundKind, Location, Outgoing
from rules.office import Office
from rules.roles import Role
from storage.database import Database
from storage.tables import Case
from storage.work import Work
from tests.principles import broken

JAKARTA = ZoneInfo("Asia/Jakarta")
WINDOW = timedelta(hours=24)
# Everything is in it: what, where, when, who.
COMPLAINT = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat. Budi Santoso, Plered"
_serial = itertools.count(1)


@cache
def the_office() -> Office:
    """The shipped office; loaded once, it never changes."""
    return load_office()


def at(text: str) -> datetime:
    """`2026-11-23 09.00` in Jakarta."""
    return datetime.strptime(text, "%Y-%m-%d %H.%M").replace(tzinfo=JAKARTA)


class Line:
    """A channel without a provider: what is sent is heard at once. WhatsApp keeps its 24-hour window."""

    def __init__(self, name: Channel, town: "Town") -> None:
        self.name = name
        self.heard: dict[str, list[Outgoing]] = defaultdict(list)
        self.taken: dict[str, list[str]] = defaultdict(list)  # keys of what the provider took and has not delivered
        self.troubles: list[SendTrouble] = []
        self.fails_for: dict[str, SendTrouble] = {}  # by address
        self._town = town

    async def send(self, posted: Posted) -> Sent:
        if self.troubles:
            raise self.troubles.pop(0)
        if trouble := self.fails_for.get(posted.address):
            raise trouble
        closed = self.name is Channel.WHATSAPP and not posted.message.template
        if closed and (posted.last_inbound is None or self._town.now - posted.last_inbound > WINDOW):
            raise WindowClosed("63016")
        self.heard[posted.address].append(posted.message)
        self.taken[posted.address].append(posted.key)
        self._town.broken += broken(posted.message, self.name)
        state = DeliveryState.SENT if self.name in (Channel.WHATSAPP, Channel.SMS) else DeliveryState.DELIVERED
        return Sent((posted.key,), state)

    async def find(self, posted: Posted) -> Sent | None:
        return None


@dataclass
class Town:
    """One office with its database, its channels and its own time."""

    database: Database
    office: Office
    timing: Timing
    now: datetime
    lines: dict[Channel, Line] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)  # what was said against the principles of a talk

    def __post_init__(self) -> None:
        chance = random.Random(7)
        self.lines = {name: Line(name, self) for name in Channel}
        self.receiver = Receiver(self.database, self.office, self.timing, lambda: self.now, pick=chance.choice)
        self.sender = Sender(self.database, self.lines, lambda: self.now, lambda: 0.5)
        self.clock = Clock(self.database, self.office, self.timing, lambda: self.now, pick=chance.choice)

    async def staff(
        self,
        role: Role,
        name: str,
        channel: Channel = Channel.TELEGRAM,
        *,
        unit: str = "",
        tier: str = "",
    ) -> "Citizen":
        """Somebody who was invited into that role and has sent the code."""
        async with self.database.work(self.now) as work:
            invited = await invite(
                work,
                self.office,
                self.now,
                self.receiver.pick,
                role=role,
                name=name,
                unit=unit,
                tier=tier,
                by="operator",
            )
            await work.commit()
        member = self.citizen(channel)
        await member.says(f"/start {invited.code}" if channel is Channel.TELEGRAM else invited.code)
        member.reads(name)
        return member

    def citizen(self, channel: Channel = Channel.TELEGRAM, address: str = "") -> "Citizen":
        return Citizen(self, channel, address or f"{channel}-{next(_serial)}")

    async def passes(self, **duration: float) -> None:
        """Time passes; the clock ticks and what is due is sent."""
        self.now += timedelta(**duration)
        await self.clock.tick()
        await self.sender.send_due()

    async def until(self, moment: str) -> None:
        await self.passes(seconds=(at(moment) - self.now).total_seconds())

    def kept_principles(self) -> None:
        """Everything that was said in this town keeps to the principles of a talk (`tests/principles.py`)."""
        assert not self.broken, "\n\n".join(self.broken)

    async def arrives(self, *people: "Citizen") -> None:
        """The provider says that everything it took for them was delivered."""
        for person in people:
            line = self.lines[person.channel]
            for key in line.taken.pop(person.address, []):
                await self.receiver.report_delivery(person.channel, key, DeliveryState.DELIVERED, "", self.now)
            await self.settles()

    async def fails(self, person: "Citizen", code: str) -> None:
        """The provider says that the last thing it took for them failed."""
        key = self.lines[person.channel].taken[person.address].pop()
        await self.receiver.report_delivery(person.channel, key, DeliveryState.FAILED, code, self.now)
        await self.settles()

    async def settles(self) -> None:
        """What arrived is acted upon, and what follows of it is sent, until nothing more happens."""
        for _ in range(4):
            await self.clock.deliveries()
            await self.sender.send_due()

    async def case(self, number: str) -> Case:
        async with self.database.reading(self.now) as work:
            return await _case(work, number)

    async def cases(self) -> list[Case]:
        """All of them, oldest first."""
        async with self.database.reading(self.now) as work:
            return [await work.cases.locked(i + 1) for i in range(await work.cases.count())]


@dataclass
class Citizen:
    town: Town
    channel: Channel
    address: str
    turns: int = 0
    seen: int = 0
    refs: list[str] = field(default_factory=list)

    async def says(self, text: str = "", **more: object) -> "Citizen":
        """Says it, and hears what is due at once."""
        await self.sends(text=text, **more)
        await self.town.sender.send_due()
        self.turns += 1
        return self

    async def sends(self, **what: object) -> str:
        """A message on its way in, without waiting for an answer; gives its id."""
        self.town.now += timedelta(seconds=1)
        ref = str(what.pop("ref", "") or f"m{next(_serial)}")
        self.seen = len(self._all())
        self.refs.append(ref)
        values: dict[str, object] = {"at": self.town.now, "message_ref": ref, "provider_id": ref, **what}
        await self.town.receiver(
            Inbound(channel=self.channel, account="our-account", address=self.address, **values)  # type: ignore[arg-type]
        )
        return ref

    async def presses(self, label: str) -> "Citizen":
        """Presses a button of the newest message that has it."""
        message = next(m for m in reversed(self._all()) if label in [c.label for c in m.choices])
        key = next(c.key for c in message.choices if c.label == label)
        return await self.presses_key(key)

    async def presses_key(self, key: str) -> "Citizen":
        await self.sends(kind=InboundKind.CHOICE, choice=key)
        await self.town.sender.send_due()
        self.turns += 1
        return self

    async def edits(self, ref: str, text: str) -> "Citizen":
        await self.sends(kind=InboundKind.EDIT, refers_to=ref, text=text)
        await self.town.sender.send_due()
        return self

    async def shows(self, *files: InboundFile, text: str = "") -> "Citizen":
        return await self.says(text, files=files)

    async def points_at(self, latitude: float, longitude: float) -> "Citizen":
        return await self.says(location=Location(latitude, longitude))

    async def reaches_review(self, **answers: str) -> "Citizen":
        """Answers what is asked, as told by question (`name="Budi"`), else "tidak tahu", until all is to be checked."""
        for _ in range(9):
            if "review-anything-wrong" in self.last.ids or "review-late" in self.last.ids:
                return self
            asked = [i.split("-")[1] for i in self.last.ids if i.startswith("intake-") and "-ask" in i]
            assert asked, f"nothing is asked:\n{self.last.text}"
            await self.says(answers.get(asked[-1], "tidak tahu"))
        raise AssertionError(f"no review after nine answers:\n{self.last.text}")

    async def files(self, story: str = "") -> str:
        """Files a complaint in two messages; gives its number."""
        await self.says(story or COMPLAINT)
        self.hears("review-anything-wrong")
        await self.says("kirim")
        self.hears("receipt-complaint")
        return self.number

    # -- what was heard --------------------------------------------------------------------------------------------

    def _all(self) -> list[Outgoing]:
        return self.town.lines[self.channel].heard[self.address]

    @property
    def heard(self) -> list[Outgoing]:
        """Messages since this person last said something."""
        return self._all()[self.seen :]

    @property
    def last(self) -> Outgoing:
        assert self._all(), "nothing was heard yet"
        return self._all()[-1]

    @property
    def text(self) -> str:
        """What was heard since this person last said something, as one text."""
        return "\n".join(message.text for message in self.heard)

    @property
    def offered(self) -> list[str]:
        return [choice.label for choice in self.last.choices]

    def hears(self, *ids: str) -> None:
        """The answer has these messages in it."""
        heard = [i for message in self.heard for i in message.ids]
        missing = [i for i in ids if i not in heard]
        assert not missing, f"not heard: {missing}; heard {heard}:\n{self.text}"

    def hears_nothing(self) -> None:
        assert not self.heard, self.text

    def reads(self, *words: str) -> None:
        """The answer has these words in it."""
        for word in words:
            assert word in self.text, f"{word!r} not in:\n{self.text}"

    def reads_no(self, *words: str) -> None:
        for word in words:
            assert word not in self.text, f"{word!r} in:\n{self.text}"

    @property
    def number(self) -> str:
        """The register number heard last."""
        return self._found("receipt-number").split(": ", 1)[1]

    @property
    def code(self) -> str:
        """The secret code heard last."""
        return self._found("receipt-code").split(": ", 1)[1].split(" ")[0]

    def _found(self, message_id: str) -> str:
        for message in reversed(self._all()):
            if message_id in message.ids:
                return message.lines[message.ids.index(message_id)]
        raise AssertionError(f"{message_id} was never heard")


async def _case(work: Work, number: str) -> Case:
    from rules.number import find_number

    found = find_number(number, "ADU")
    assert found
    assert found.number
    case = await work.cases.by_number(found.number)
    assert case is not None, f"no case {number}"
    return case


@asynccontextmanager
async def a_town(
    database: Database, moment: str = "2026-11-23 09.00", *, burst: float = 0, nudge: float = 20, expire: float = 24
) -> AsyncIterator[Town]:
    timing = Timing(burst=timedelta(seconds=burst), nudge=timedelta(hours=nudge), expire=timedelta(hours=expire))
    town = Town(database, the_office(), timing, at(moment))
    yield town
    town.kept_principles()
