"""The web chat over HTTP: what comes in, what goes out, and what is turned away."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import httpx

from bot.channel import DeliveryState
from bot.web import Limits
from messages.envelope import FileKind, FileTrouble, InboundKind, Outgoing
from tests.bot.web.stage import SEND, Stage, new_id, said_by, web_stage


@asynccontextmanager
async def _listening(talker: httpx.AsyncClient, **asked: Any) -> AsyncIterator[AsyncIterator[dict[str, Any]]]:
    """The page's stream of events, closed as a page closes it."""
    async with (
        asyncio.timeout(20),
        talker.stream("GET", "/chat/stream", **asked) as response,
        aclosing(_events_of(response)) as events,
    ):
        assert response.status_code == 200
        yield events


async def _events_of(response: httpx.Response) -> AsyncGenerator[dict[str, Any], None]:
    name = ""
    async for line in response.aiter_lines():
        if line.startswith("event: "):
            name = line[7:]
        if line.startswith("data: "):
            yield {"event": name, **json.loads(line[6:])}


async def _next_said(talker: httpx.AsyncClient, **asked: Any) -> dict[str, Any]:
    async with _listening(talker, **asked) as events:
        return await anext(events)


async def test_looking_at_the_page_leaves_no_cookie(stage: Stage) -> None:
    async with stage.visitor() as visitor:
        for path in ("/", "/lacak", "/static/chat.js", "/chat/history"):
            answer = await visitor.get(path)
            assert answer.status_code == 200
            assert "set-cookie" not in answer.headers
        assert (await visitor.get("/chat/history")).json() == {"session": False, "talk": False, "said": []}
        assert (await visitor.get("/chat/stream")).status_code == 204


async def test_a_story_is_received_and_answered_in_the_stream(stage: Stage) -> None:
    async with stage.talker() as talker:
        assert (await said_by(talker, "izin saya belum keluar")).status_code == 200
        review = await _next_said(talker)
        assert review["lines"][1] == 'A Cerita: "izin saya belum keluar"'
        assert [choice["label"] for choice in review["choices"]] == ["Kirim", "Ubah"]
        pressed = {"client_id": new_id(), "choice": SEND.key, "label": "Kirim"}
        assert (await talker.post("/chat/message", json=pressed)).status_code == 200
        receipt = await _next_said(talker, headers={"Last-Event-ID": str(review["id"])})
        assert receipt["lines"][0] == "Pengaduan tercatat."
    story, button = stage.bot.heard
    assert (story.kind, story.text, story.choice) == (InboundKind.MESSAGE, "izin saya belum keluar", "")
    assert (button.kind, button.text, button.choice) == (InboundKind.CHOICE, "", SEND.key)
    assert story.address == button.address
    assert story.address.startswith("web:")


async def test_what_is_said_later_wakes_a_page_that_listens(stage: Stage) -> None:
    async with stage.talker() as talker:
        await said_by(talker, "halo")
        address = stage.bot.heard[0].address
        async with _listening(talker) as events:
            first = await anext(events)
            await stage.bot.say(address, Outgoing(("Jawaban untuk ADU-2026-00412-6.",)))
            second = await anext(events)
        assert second["lines"] == ["Jawaban untuk ADU-2026-00412-6."]
        assert second["id"] > first["id"]


async def test_a_retry_after_a_lost_answer_is_recognised(stage: Stage) -> None:
    async with stage.talker() as talker:
        message = {"client_id": new_id(), "text": "sekali saja"}
        for _ in range(3):
            assert (await talker.post("/chat/message", json=message)).status_code == 200
        history = (await talker.get("/chat/history")).json()["said"]
    assert [said["from"] for said in history] == ["person", "office"]
    assert history[0]["client_id"] == message["client_id"]
    assert len(stage.bot.heard) == 1


async def test_not_committed_is_not_acknowledged(stage: Stage) -> None:
    async with stage.talker() as talker:
        stage.bot.away = True
        assert (await said_by(talker, "halo")).status_code == 503
        stage.bot.away = False
        assert (await said_by(talker, "halo")).status_code == 200


async def test_history_is_in_order_and_names_the_button_that_was_pressed(stage: Stage) -> None:
    async with stage.talker() as talker:
        await said_by(talker, "satu")
        await talker.post("/chat/message", json={"client_id": new_id(), "choice": SEND.key})
        await said_by(talker, "dua")
        said = (await talker.get("/chat/history")).json()["said"]
    assert [entry.get("text") or entry.get("label") or entry["lines"][0] for entry in said] == [
        "satu",
        "Mohon diperiksa dulu.",
        "Kirim",
        "Pengaduan tercatat.",
        "dua",
        "Mohon diperiksa dulu.",
    ]


async def test_nobody_sees_the_talk_of_another(stage: Stage) -> None:
    async with stage.talker() as one, stage.talker() as other:
        await said_by(one, "rahasia saya")
        await said_by(other, "punya saya")
        mine = (await other.get("/chat/history")).text
        assert "punya saya" in mine
        assert "rahasia saya" not in mine
        forged = dict(one.cookies)
        [(name, token)] = forged.items()
        async with stage.visitor() as stranger:
            stranger.cookies.set(name, "A" + token[1:])
            assert (await stranger.get("/chat/history")).json()["said"] == []
            assert (await said_by(stranger, "halo")).status_code == 401


async def test_shown_is_delivered_but_only_for_ones_own_messages(stage: Stage) -> None:
    async with stage.talker() as one, stage.talker() as other:
        await said_by(one, "halo")
        said = await _next_said(one)
        await said_by(other, "halo juga")
        assert (await other.post("/chat/seen", json={"ids": [said["id"]]})).status_code == 200
        assert stage.bot.reported == []
        assert (await one.post("/chat/seen", json={"ids": [said["id"], 99999]})).status_code == 200
        assert stage.bot.reported == [(f"web:{said['id']}", DeliveryState.DELIVERED)]
        for wrong in ({"ids": "x"}, {"ids": ["1"]}, {"ids": [-1]}, {"ids": [True]}, {}):
            assert (await one.post("/chat/seen", json=wrong)).status_code == 400


async def test_leaving_ends_the_session_for_good(stage: Stage) -> None:
    async with stage.talker() as talker:
        await said_by(talker, "halo")
        address = stage.bot.heard[0].address
        kept = dict(talker.cookies)
        async with _listening(talker) as events:
            assert (await anext(events))["event"] == "said"
            assert (await talker.post("/chat/leave")).status_code == 200
            assert (await anext(events))["event"] == "left"
        assert stage.bot.left == [address]
        assert not talker.cookies
        talker.cookies.update(kept)  # somebody wrote the cookie down
        assert (await talker.get("/chat/history")).json()["said"] == []
        assert (await talker.get("/chat/stream")).status_code == 204


async def test_leaving_while_the_database_is_away_still_takes_the_cookie(stage: Stage, tmp_path: Path) -> None:
    async def cannot(address: str) -> None:
        raise ConnectionError

    async with stage.talker() as talker:
        await said_by(talker, "halo")
        stage.bot.channel._leave = cannot
        assert (await talker.post("/chat/leave")).status_code == 503
        assert not talker.cookies


async def test_files_come_with_their_caption_in_one_message(stage: Stage) -> None:
    files = [
        ("files", ("loket pagi.jpg", b"\xff\xd8" + b"x" * 100, "image/jpeg")),
        ("files", ("C:\\surat\\tanda terima.pdf", b"%PDF-1.7", "application/pdf")),
        ("files", ("suara.ogg", b"OggS", "audio/ogg")),
    ]
    async with stage.talker() as talker:
        answer = await talker.post(
            "/chat/file", data={"client_id": new_id(), "caption": "ini buktinya", "language": "su"}, files=files
        )
        assert answer.status_code == 200
        history = (await talker.get("/chat/history")).json()["said"]
    [heard] = stage.bot.heard
    assert (heard.text, heard.language) == ("ini buktinya", "su")
    assert [(file.name, file.kind) for file in heard.files] == [
        ("loket pagi.jpg", FileKind.PHOTO),
        ("tanda terima.pdf", FileKind.DOCUMENT),
        ("suara.ogg", FileKind.AUDIO),
    ]
    assert heard.files[1].content == b"%PDF-1.7"
    assert history[0]["files"][0] == {"name": "loket pagi.jpg", "kind": "photo"}


async def test_a_file_over_the_limit_is_told_to_the_bot_and_too_many_are_refused(tmp_path: Path) -> None:
    limits = Limits(file_bytes=1000, files=2, poll_seconds=0.3)
    async with web_stage(tmp_path, limits=limits) as stage, stage.talker() as talker:
        big = [("files", ("film.mp4", b"x" * 1001, "video/mp4")), ("files", ("a.png", b"x", "image/png"))]
        answer = await talker.post("/chat/file", data={"client_id": new_id()}, files=big)
        assert answer.status_code == 200
        film, picture = stage.bot.heard[0].files
        assert (film.content, film.trouble) == (None, FileTrouble.TOO_LARGE)
        assert picture.content == b"x"
        many = [("files", (f"{n}.png", b"x", "image/png")) for n in range(3)]
        answer = await talker.post("/chat/file", data={"client_id": new_id()}, files=many)
        assert answer.status_code == 400
        huge = [("files", ("film.mp4", b"x" * 1_200_000, "video/mp4"))]
        answer = await talker.post("/chat/file", data={"client_id": new_id()}, files=huge)
        assert answer.status_code == 413
        assert len(stage.bot.heard) == 1


async def test_a_file_from_the_office_is_for_its_talk_alone(stage: Stage) -> None:
    async with stage.talker() as one, stage.talker() as other:
        await said_by(one, "halo")
        await said_by(other, "halo")
        surat = await stage.attach("surat balasan.pdf", b"%PDF-1.7 jawaban")
        await stage.bot.say(stage.bot.heard[0].address, Outgoing(("Suratnya terlampir.",), files=(surat,)))
        said = (await one.get("/chat/history")).json()["said"][-1]
        assert said["files"] == [{"name": "surat balasan.pdf", "media_type": "application/pdf"}]
        got = await one.get(f"/chat/file/{said['id']}/0")
        assert (got.status_code, got.content) == (200, b"%PDF-1.7 jawaban")
        assert got.headers["content-disposition"].startswith("attachment")
        assert (await one.get(f"/chat/file/{said['id']}/1")).status_code == 404
        assert (await other.get(f"/chat/file/{said['id']}/0")).status_code == 404


async def test_pages_that_listen_are_let_go_when_the_program_stops(stage: Stage) -> None:
    async with stage.talker() as talker:
        await said_by(talker, "halo")
        async with _listening(talker) as events:
            await anext(events)
            await stage.bot.channel.stop()
            assert [event async for event in events] == []  # ended, not broken off
        assert (await talker.get("/chat/stream")).status_code == 503


async def test_a_quiet_stream_shows_signs_of_life(stage: Stage) -> None:
    async with stage.talker() as talker:
        await said_by(talker, "halo")
        async with asyncio.timeout(20), talker.stream("GET", "/chat/stream?after=9999") as response:
            pieces = response.aiter_text()
            assert [await anext(pieces), await anext(pieces)] == ["retry: 2000\n\n", ": still here\n\n"]


async def test_an_idle_page_looks_less_often_yet_hears_in_the_end(tmp_path: Path) -> None:
    limits = Limits(poll_seconds=0.05, fresh_seconds=0.1, resting_poll_seconds=0.4)
    async with web_stage(tmp_path, limits=limits) as stage, stage.talker() as talker:
        await said_by(talker, "halo")
        async with _listening(talker) as events:
            await anext(events)
            stage.bot.channel._streams.wake = lambda address: None  # type: ignore[method-assign]  # another process
            await stage.bot.say(stage.bot.heard[0].address, Outgoing(("Dari proses lain.",)))
            assert (await anext(events))["lines"] == ["Dari proses lain."]


async def test_while_the_database_is_away_the_page_is_asked_to_come_again(stage: Stage) -> None:
    async with stage.talker() as talker:
        await said_by(talker, "halo")
        reading = stage.database.reading
        stage.database.reading = _away  # type: ignore[method-assign]  # as if it were down
        for path in ("/chat/history", "/chat/stream"):
            assert (await talker.get(path)).status_code == 503
        stage.database.reading = reading  # type: ignore[method-assign]  # back again
        assert (await talker.get("/chat/history")).status_code == 200


def _away(now: datetime) -> NoReturn:
    raise ConnectionError
