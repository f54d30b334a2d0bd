"""The door of the web chat: what is turned away, and what protects the answers."""

from pathlib import Path

import httpx
import pytest

from bot.web import Limits
from tests.bot.web.stage import Stage, new_id, said_by, web_stage


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"client_id": "not-a-uuid", "text": "halo"}, 400),
        ({"text": "halo"}, 400),
        ({"client_id": "7f0cc5a4-9f0c-4f4b-8f59-3b1f7e6d7e01", "text": "   "}, 400),
        ({"client_id": "7f0cc5a4-9f0c-4f4b-8f59-3b1f7e6d7e01", "text": 5}, 400),
        ({"client_id": "7f0cc5a4-9f0c-4f4b-8f59-3b1f7e6d7e01", "choice": "spasi di sini"}, 400),
        ({"client_id": "7f0cc5a4-9f0c-4f4b-8f59-3b1f7e6d7e01", "choice": "x" * 65}, 400),
        ({"client_id": "7f0cc5a4-9f0c-4f4b-8f59-3b1f7e6d7e01", "text": "x" * 20_001}, 413),
        ({"client_id": "7f0cc5a4-9f0c-4f4b-8f59-3b1f7e6d7e01", "text": "x" * 70_000}, 413),
        (["halo"], 400),
    ],
)
async def test_what_the_page_never_sends_is_turned_away(stage: Stage, body: object, status: int) -> None:
    async with stage.talker() as talker:
        answer = await talker.post("/chat/message", json=body)
        assert answer.status_code == status
        assert answer.json()["trouble"]
    assert stage.bot.heard == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "{url}"}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "https://aduan.contoh.go.id"}, 200),  # as browsers see us, through a proxy
        ({"Origin": "https://jahat.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "{url}"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({}, 403),  # no browser, yet somebody's session
    ],
)
async def test_only_our_own_pages_may_speak_for_a_session(tmp_path: Path, headers: dict[str, str], status: int) -> None:
    async with web_stage(tmp_path, public_url="https://aduan.contoh.go.id") as stage:
        async with stage.visitor() as visitor:
            opened = await visitor.post("/chat/session")
            cookie = opened.headers["set-cookie"].partition(";")[0]
        async with httpx.AsyncClient(base_url=stage.url, trust_env=False) as browser:
            sent = {name: value.format(url=stage.url) for name, value in headers.items()}
            answer = await browser.post(
                "/chat/message",
                json={"client_id": new_id(), "text": "halo"},
                headers={**sent, "Cookie": cookie},
            )
            assert answer.status_code == status


async def test_the_cookie_is_hidden_from_scripts_and_other_sites(tmp_path: Path) -> None:
    async with (
        web_stage(tmp_path, public_url="https://aduan.contoh.go.id") as stage,
        stage.visitor() as visitor,
    ):
        cookie = (await visitor.post("/chat/session")).headers["set-cookie"]
    attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert {"httponly", "samesite=strict", "secure", "path=/"} <= attributes
    assert cookie.startswith("__Host-")


async def test_a_flood_is_slowed_down_and_nobody_else_with_it(tmp_path: Path) -> None:
    async with (
        web_stage(tmp_path, limits=Limits(messages_a_minute=3)) as stage,
        stage.talker() as fast,
        stage.talker() as calm,
    ):
        statuses = [(await said_by(fast, f"pesan {n}")).status_code for n in range(5)]
        assert statuses == [200, 200, 200, 429, 429]
        assert (await said_by(calm, "halo")).status_code == 200


@pytest.mark.parametrize("path", ["/", "/lacak", "/static/page.css", "/chat/history", "/chat/file/1/0"])
async def test_every_answer_carries_the_headers_that_protect_it(stage: Stage, path: str) -> None:
    async with stage.visitor() as visitor:
        headers = (await visitor.get(path)).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == ("no-cache" if path.startswith("/static") else "no-store")


async def test_the_page_loads_nothing_from_elsewhere_and_nothing_inline(stage: Stage) -> None:
    async with stage.visitor() as visitor:
        for path in ("/", "/lacak"):
            page = (await visitor.get(path)).text
            assert "http://" not in page
            assert "https://" not in page
            assert "<style" not in page
            assert " style=" not in page
            assert " onclick" not in page
            assert "(0264) 1234567 ext. 103" in page
        assert (await visitor.get("/static/../channel.py")).status_code == 404
        assert (await visitor.get("/static/%2e%2e%2fchannel.py")).status_code == 404


@pytest.mark.parametrize(("language", "word"), [("id", "Lacak laporan"), ("su", "Serat di dieu"), ("en", "Send")])
async def test_the_page_speaks_three_languages(stage: Stage, language: str, word: str) -> None:
    async with stage.visitor() as visitor:
        page = await visitor.get("/", params={"bahasa": language})
        form = await visitor.get("/lacak", params={"bahasa": language})
    assert f'<html lang="{language}"' in page.text
    assert word in page.text
    assert f'action="/lacak?bahasa={language}"' in form.text
