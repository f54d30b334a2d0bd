"""The same person on every channel: says something, as often as the provider repeats it, and hears what comes."""

import asyncio
import json
import re
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Final, Protocol

import httpx

from tests.servers.telegram import TelegramServer
from tests.servers.twilio import TwilioServer

STORY: Final = (
    "Selamat pagi, saya Dedi Kurniawan dari PT Sinar Baterai. Sertifikat standar KBLI 27203 kami terbit kemarin tapi "
    "kapasitasnya ditulis 500 unit, padahal kami ajukan 5.000."
)
PLACE: Final = "desa cigelam babakancikao"
SEND: Final = "kirim"
# What is said, and what it is answered with.
TALK: Final = ((STORY, "question"), (PLACE, "review"), (SEND, "receipt"))
_NUMBER: Final = re.compile(r"ADU-\d{4}-\d{5}-\d")


def sort_of(answer: str) -> str:
    """Which answer of the talk it is, by what it must hold however it is worded."""
    if _NUMBER.search(answer):
        return "receipt"
    return "review" if "Babakancikao" in answer else "question"


class Citizen(Protocol):
    """Somebody on some channel. `said`: how many messages were sent; `texts`: everything that was heard."""

    said: int

    @property
    def texts(self) -> list[str]: ...

    async def says(self, text: str) -> None: ...


async def until(holds: Callable[[], object], seconds: float = 30, what: Callable[[], object] = str) -> None:
    """Return when it holds; `what` is shown when it does not in time."""
    try:
        async with asyncio.timeout(seconds):
            while not holds():  # noqa: ASYNC110 - what is waited for is plain data
                await asyncio.sleep(0.02)
    except TimeoutError:
        raise AssertionError(f"it did not come about: {what()}") from None


async def hears(citizen: Citizen, sort: str, *, times: int = 1, seconds: float = 40) -> str:
    """The latest answer of this sort, once there are so many of them."""

    def heard() -> list[str]:
        return [text for text in citizen.texts if sort_of(text) == sort]

    await until(lambda: len(heard()) >= times, seconds, lambda: f"a {sort} among {citizen.texts}")
    return heard()[-1]


async def complains(citizen: Citizen, *, times: int = 1, seconds: float = 40) -> str:
    """The whole talk, from the first word to the receipt; the register number."""
    for words, answer in TALK:
        await citizen.says(words)
        receipt = await hears(citizen, answer, times=times, seconds=seconds)
    return number_in(receipt)


def number_in(text: str) -> str:
    found = _NUMBER.search(text)
    assert found, text
    return found[0]


class OnTelegram:
    def __init__(self, server: TelegramServer, chat_id: int = 5001) -> None:
        self.person = server.person(chat_id)
        self.said = 0

    @property
    def texts(self) -> list[str]:
        return [heard.text for heard in self.person.heard]

    async def says(self, text: str) -> None:
        self.said += 1
        await self.person.writes(text)


class OnTwilio:
    """`channel`: whatsapp or sms."""

    def __init__(self, server: TwilioServer, channel: str, number: str = "+6281200000001") -> None:
        self.person = server.person(number, channel)
        self.said = 0

    @property
    def texts(self) -> list[str]:
        return [heard.text for heard in self.person.heard]

    async def says(self, text: str) -> None:
        self.said += 1
        await self.person.writes(text)


class OnTheWeb:
    """A page: posts each message until it is taken, listens to the stream, and says what it has shown."""

    def __init__(self, url: str) -> None:
        self.client = httpx.AsyncClient(base_url=url, headers={"Origin": url}, trust_env=False, timeout=10)
        self.said = 0
        self.shown: dict[int, dict[str, object]] = {}
        self.times_told: list[int] = []

    @property
    def texts(self) -> list[str]:
        return ["\n".join(map(str, said["lines"])) for said in self.shown.values()]  # type: ignore[call-overload]  # a list of lines

    async def says(self, text: str) -> None:
        await self.posts({"text": text})

    async def presses(self, label: str) -> None:
        for said in reversed(self.shown.values()):
            for choice in said["choices"]:  # type: ignore[attr-defined]  # a list of choices
                if choice["label"] == label:
                    await self.posts({"choice": choice["key"]})
                    return
        raise AssertionError(f"no button {label!r}")

    async def posts(self, content: dict[str, str]) -> None:
        """As the page does: with an id of its own, again after no answer or a 503."""
        self.said += 1
        told = json.dumps({"client_id": str(uuid.uuid4()), **content})
        as_json = {"Content-Type": "application/json"}
        async with asyncio.timeout(60):
            while True:
                with suppress(httpx.HTTPError):
                    if not self.client.cookies:
                        (await self.client.post("/chat/session")).raise_for_status()
                    answer = await self.client.post("/chat/message", content=told, headers=as_json)
                    if answer.status_code == 200:
                        return
                    assert answer.status_code == 503, answer.text
                await asyncio.sleep(0.1)

    async def listen(self) -> None:
        """The event source: comes back after every break, with the last id it saw."""
        while True:
            with suppress(httpx.HTTPError):
                await self._listen_once()
            await asyncio.sleep(0.1)

    async def _listen_once(self) -> None:
        last = {"Last-Event-ID": str(max(self.shown, default=0))}
        async with self.client.stream("GET", "/chat/stream", headers=last, timeout=20) as stream:
            if stream.status_code != 200:
                return
            async for line in stream.aiter_lines():
                if line.startswith("data: {") and '"from":"office"' in line:
                    said = json.loads(line.removeprefix("data: "))
                    self.shown[said["id"]] = said
                    self.times_told.append(said["id"])
                    (await self.client.post("/chat/seen", json={"ids": [said["id"]]})).raise_for_status()


@asynccontextmanager
async def on_the_web(url: str) -> AsyncIterator[OnTheWeb]:
    page = OnTheWeb(url)
    listening = asyncio.create_task(page.listen())
    try:
        yield page
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        await page.client.aclose()
