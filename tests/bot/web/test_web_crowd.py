"""Many at once: whoever takes more than their part keeps out themselves, not the others."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import httpx

from bot.web import Limits
from bot.web.limits import Most
from tests.bot.web.stage import Stage, new_id, said_by, web_stage

BOUNDARY = "garis"


def _upload(client_id: str) -> bytes:
    parts = {'name="client_id"': client_id, 'name="files"; filename="a.pdf"': "%PDF-1.7"}
    said = "".join(
        f"--{BOUNDARY}\r\nContent-Disposition: form-data; {name}\r\n\r\n{value}\r\n" for name, value in parts.items()
    )
    return f"{said}--{BOUNDARY}--\r\n".encode()


async def _sent(talker: httpx.AsyncClient, whole: asyncio.Event | None = None) -> httpx.Response:
    """An upload; with `whole`, one that stops in the middle until then."""
    content = _upload(new_id())

    async def body() -> AsyncIterator[bytes]:
        yield content[:60]
        if whole is not None:
            await whole.wait()
        yield content[60:]

    headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Content-Length": str(len(content))}
    return await talker.post("/chat/file", content=body(), headers=headers, timeout=30)


@asynccontextmanager
async def _dribbling(stage: Stage, *ips: str) -> AsyncIterator[list[httpx.AsyncClient]]:
    """An upload from each, begun and not ended; all are taken in the end."""
    whole = asyncio.Event()
    async with AsyncExitStack() as stack:
        talkers = [await stack.enter_async_context(stage.talker(ip)) for ip in ips]
        sending = [asyncio.create_task(_sent(talker, whole)) for talker in talkers]
        room = stage.bot.channel._uploading
        while room._in_all < len(ips):  # noqa: ASYNC110 - until all have begun
            await asyncio.sleep(0.005)
        yield talkers
        whole.set()
        assert [answer.status_code for answer in await asyncio.gather(*sending)] == [200] * len(ips)


async def test_uploads_that_dribble_keep_nobody_else_out(stage: Stage) -> None:
    async with (
        _dribbling(stage, *["203.0.113.1"] * 3, *["203.0.113.2"] * 3),
        stage.talker("203.0.113.3") as other,
        asyncio.timeout(20),
    ):
        assert (await _sent(other)).status_code == 200


async def test_a_session_has_one_upload_in_hand_and_an_address_three(stage: Stage) -> None:
    async with _dribbling(stage, "203.0.113.1") as [dribbler]:
        again = await _sent(dribbler)
        assert (again.status_code, again.headers["Retry-After"]) == (503, "10")
    async with _dribbling(stage, *["203.0.113.1"] * 3) as [dribbler, *_], stage.talker("203.0.113.1") as neighbour:
        assert (await _sent(neighbour)).status_code == 503
        assert (await said_by(neighbour, "tanpa berkas")).status_code == 200
        assert (await said_by(dribbler, "sementara itu")).status_code == 200
    async with stage.talker("203.0.113.1") as afterwards:
        assert (await _sent(afterwards)).status_code == 200


async def test_a_long_line_of_uploads_is_refused(tmp_path: Path) -> None:
    async with (
        web_stage(tmp_path, limits=Limits(uploads=Most(1, 3, 2))) as stage,
        _dribbling(stage, "203.0.113.1", "203.0.113.2"),
        stage.talker("203.0.113.3") as third,
    ):
        assert (await _sent(third)).status_code == 503


async def test_streams_are_counted_for_the_session_the_address_and_in_all(tmp_path: Path) -> None:
    limits = Limits(streams=Most(session=2, address=3, in_all=4), poll_seconds=0.3)
    async with web_stage(tmp_path, limits=limits) as stage, AsyncExitStack() as stack:

        async def talker(ip: str) -> httpx.AsyncClient:
            made = await stack.enter_async_context(stage.talker(ip))
            assert (await said_by(made, "halo")).status_code == 200
            return made

        async def listens(client: httpx.AsyncClient, until_then: AsyncExitStack) -> int:
            answer = await until_then.enter_async_context(client.stream("GET", "/chat/stream"))
            return answer.status_code

        one, same_house, elsewhere = (
            await talker("203.0.113.1"),
            await talker("203.0.113.1"),
            await talker("203.0.113.2"),
        )
        async with AsyncExitStack() as open_pages:
            assert [await listens(one, open_pages) for _ in range(3)] == [200, 200, 503]
            assert [await listens(same_house, open_pages) for _ in range(2)] == [200, 503]
            assert [await listens(elsewhere, open_pages) for _ in range(2)] == [200, 503]
        while stage.bot.channel._streams._room._in_all:  # noqa: ASYNC110 - until the server saw them go
            await asyncio.sleep(0.01)
        async with AsyncExitStack() as open_pages:
            assert [await listens(one, open_pages) for _ in range(2)] == [200, 200]
            assert await listens(same_house, open_pages) == 200


async def test_many_pages_that_come_in_one_moment_are_not_let_in_over_the_limit(tmp_path: Path) -> None:
    limits = Limits(streams=Most(session=5, address=5, in_all=5), poll_seconds=0.3)
    async with web_stage(tmp_path, limits=limits) as stage, stage.talker() as talker, AsyncExitStack() as open_pages:
        await said_by(talker, "halo")
        answers = await asyncio.gather(
            *(open_pages.enter_async_context(talker.stream("GET", "/chat/stream")) for _ in range(30))
        )
        assert sorted(answer.status_code for answer in answers) == [200] * 5 + [503] * 25
