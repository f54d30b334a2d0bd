"""An office at work: one officer, a direct superior and a head, each in a chat of their own."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from messages.envelope import Channel
from rules.roles import Role
from storage.database import Database
from tests.talk import Citizen, Town, a_town

STORY = (
    "sertifikat standar KBLI 27203 saya belum terbit, berkas lengkap 23 oktober. Dedi Kurniawan, Cigelam Babakancikao"
)


@dataclass
class Desk:
    """Who works here."""

    town: Town
    officer: Citizen
    superior: Citizen
    head: Citizen

    async def complaint(self, channel: Channel = Channel.TELEGRAM, story: str = STORY) -> tuple[Citizen, str]:
        """A citizen files a complaint; gives them and its number."""
        citizen = self.town.citizen(channel)
        await citizen.says(story)
        await citizen.reaches_review(name="Dedi Kurniawan", place="Plered")
        await citizen.says("kirim")
        citizen.hears("receipt-number")
        return citizen, citizen.number


@pytest.fixture(params=[Channel.TELEGRAM, Channel.WHATSAPP], ids=str)
async def desk(request: pytest.FixtureRequest, database: Database) -> AsyncIterator[Desk]:
    """On Telegram and on WhatsApp; Monday, 23 November 2026, 09.00."""
    async with a_town(database) as town:
        officer = await town.staff(Role.OFFICER, "Rina Marlina", request.param)
        superior = await town.staff(Role.SUPERVISOR, "Agus Salim", request.param)
        head = await town.staff(Role.HEAD, "Hendra Wijaya", request.param)
        yield Desk(town, officer, superior, head)
