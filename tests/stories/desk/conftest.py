"""An office at work: one officer, a direct superior and a head, each in a chat of their own."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from messages.envelope import Channel
from rules.roles import Role
from storage.database import Database
from storage.digests import Wish
from storage.tables import Case, CaseEntry
from tests.talk import Citizen, Town, a_town

if TYPE_CHECKING:
    from tests.stories.desk.in_a_group import Group

STORY = "sertifikat standar KBLI 27203 saya belum terbit, berkas lengkap 23 oktober. Dedi Kurniawan, Plered"
ANSWER = "Sertifikat terbit hari ini dan dapat diunduh di akun OSS."


@dataclass
class Desk:
    """Who works here. `channel`: where all of them are, on Telegram and on WhatsApp by turns."""

    town: Town
    channel: Channel
    officer: Citizen
    superior: Citizen
    head: Citizen

    async def colleague(self, role: Role, name: str, *, unit: str = "", tier: str = "") -> Citizen:
        return await self.town.staff(role, name, self.channel, unit=unit, tier=tier)

    async def complaint(self, channel: Channel | None = None, story: str = STORY) -> tuple[Citizen, str]:
        """A citizen files a report; gives them and its number."""
        citizen = self.town.citizen(channel or self.channel)
        await citizen.says(story)
        await citizen.reaches_review(name="Dedi Kurniawan", place="Plered")
        await citizen.says("kirim")
        citizen.hears("receipt-number")
        return citizen, citizen.number

    async def taken(self, channel: Channel | None = None, story: str = STORY) -> tuple[Citizen, str]:
        citizen, number = await self.complaint(channel, story)
        await self.officer.says(f"ambil {number}")
        self.officer.reads("sekarang milik Anda")
        return citizen, number

    async def studied(self, channel: Channel | None = None, story: str = STORY) -> tuple[Citizen, str]:
        """Taken, and the study is filled in."""
        citizen, number = await self.taken(channel, story)
        await self.studies(number)
        return citizen, number

    async def studies(self, number: str) -> None:
        officer = self.officer
        await officer.says(f"telaah {number}")
        for answer in ("pakai usulan", "UU 25/2009 pasal 15", "tidak ada", "2 ke bagian penerbitan"):
            await officer.says(answer)
        officer.hears("study-kept")

    async def internal(self, channel: Channel | None = None, story: str = STORY) -> tuple[Citizen, str]:
        citizen, number = await self.studied(channel, story)
        await self.officer.says(f"jalur {number} internal")
        self.officer.reads("jalur internal")
        return citizen, number

    async def replies(self, number: str, text: str = ANSWER) -> None:
        await self.officer.says(f"balas {number} {text}")
        self.officer.hears("desk-send-reply")
        await self.officer.says("kirim")

    async def answered(self, channel: Channel | None = None, story: str = STORY) -> tuple[Citizen, str]:
        """The reply arrived, and the superior has the report."""
        citizen, number = await self.internal(channel, story)
        await self.replies(number)
        await self.town.arrives(citizen)
        await self.town.arrives(self.superior)
        return citizen, number

    async def case(self, number: str) -> Case:
        return await self.town.case(number)

    async def entries(self, number: str) -> list[CaseEntry]:
        async with self.town.database.reading(self.town.now) as work:
            return await work.cases.entries(await self.town.case(number))


@pytest.fixture
def digests() -> bool:
    """Whether superiors get their digests. Most stories jump over many mornings and are about something else; drawing
    all those pictures would take longer than the stories themselves.
    """
    return False


@pytest.fixture(params=[Channel.TELEGRAM, Channel.WHATSAPP], ids=str)
async def desk(request: pytest.FixtureRequest, database: Database, digests: bool) -> AsyncIterator[Desk]:
    """Monday, 23 November 2026, 09.00."""
    async with a_town(database) as town:
        officer = await town.staff(Role.OFFICER, "Rina Marlina", request.param)
        superior = await town.staff(Role.SUPERVISOR, "Agus Salim", request.param)
        head = await town.staff(Role.HEAD, "Hendra Wijaya", request.param)
        if not digests:
            await without_digests(database, town.now)
        yield Desk(town, request.param, officer, superior, head)


async def without_digests(database: Database, now: datetime) -> None:
    """As if everybody who works here by now had written `ringkasan mati`."""
    async with database.work(now) as work:
        for member in await work.team.everybody():
            await work.digests.keep(member, Wish(frozenset()))
        await work.commit()


@pytest.fixture
async def group(database: Database) -> AsyncIterator["Group"]:
    """The office's group, connected by the supervisor, on Monday, 23 November 2026."""
    from tests.stories.desk.in_a_group import a_group  # it speaks of the `Desk` of this page

    async with a_group(database) as group:
        yield group
