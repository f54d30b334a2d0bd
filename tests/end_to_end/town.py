"""A house with the providers around it, on this machine."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.end_to_end.people import Citizen, OnTelegram, OnTwilio, on_the_web
from tests.end_to_end.process import House, a_house
from tests.servers.telegram import TOKEN, TelegramServer
from tests.servers.twilio import ACCOUNT_SID, AUTH_TOKEN, SMS_FROM, WHATSAPP_FROM, TwilioServer

WAYS: Final = ("telegram", "telegram-webhook", "whatsapp", "sms", "web")


@dataclass
class Surroundings:
    house: House
    telegram: TelegramServer
    twilio: TwilioServer
    stack: AsyncExitStack

    async def citizen(self, way: str, number: int = 1) -> Citizen:
        """Person number so-and-so on one of the `WAYS`."""
        if way.startswith("telegram"):
            return OnTelegram(self.telegram, 5000 + number)
        if way in ("whatsapp", "sms"):
            return OnTwilio(self.twilio, way, f"+62812000{number:05}")
        return await self.stack.enter_async_context(on_the_web(self.house.url))


@asynccontextmanager
async def surroundings(
    folder: Path, database_url: str = "", *, ways: tuple[str, ...] = WAYS, **settings: str
) -> AsyncIterator[Surroundings]:
    """The providers run; the house is not started yet. It is connected to those that `ways` name."""
    async with AsyncExitStack() as stack:
        house = await stack.enter_async_context(a_house(folder, database_url, **settings))
        twilio = TwilioServer(webhook_url=f"{house.url}/twilio/message#rc=5&rp=all")
        telegram = await stack.enter_async_context(TelegramServer())
        await stack.enter_async_context(twilio)
        given = {"PUBLIC_URL": house.url}
        if any(way.startswith("telegram") for way in ways):
            mode = "webhook" if "telegram-webhook" in ways else "polling"
            given |= {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": telegram.url, "TELEGRAM_MODE": mode}
        if {"whatsapp", "sms"} & set(ways):
            given |= {
                "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
                "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
                "TWILIO_WHATSAPP_FROM": WHATSAPP_FROM,
                "TWILIO_SMS_FROM": SMS_FROM,
                "TWILIO_API_URL": twilio.url,
            }
        house.settings = {**given, **house.settings}
        people = await stack.enter_async_context(AsyncExitStack())
        yield Surroundings(house, telegram, twilio, people)
