"""Following a report with its number and secret code."""

from pathlib import Path

import httpx

from bot.web import Limits
from tests.bot.web.stage import Stage, web_stage

RIGHT = {"number": "adu 2026 00412 6", "code": "7KM4QX"}
WRONG = {"number": "ADU-2026-00412-6", "code": "AAAAAA"}


async def test_number_and_code_show_how_it_stands(stage: Stage) -> None:
    async with stage.visitor() as visitor:
        answer = await visitor.post("/lacak?bahasa=su", data=RIGHT)
    assert answer.status_code == 200
    assert "sedang diperiksa petugas" in answer.text
    assert 'role="status"' in answer.text
    assert "7KM4QX" not in answer.text
    [(number, code, source, language)] = stage.bot.asked
    assert (number, code, source, language) == ("adu 2026 00412 6", "7KM4QX", "127.0.0.1", "su")


async def test_a_wrong_code_keeps_the_number_and_shows_only_text(stage: Stage) -> None:
    async with stage.visitor() as visitor:
        answer = await visitor.post("/lacak", data=WRONG)
    assert 'role="alert"' in answer.text
    assert "&lt;b&gt;Periksa&lt;/b&gt;" in answer.text
    assert 'value="ADU-2026-00412-6"' in answer.text


async def test_tries_are_counted_for_the_session_too(stage: Stage) -> None:
    async with stage.talker() as talker:
        await talker.post("/lacak", data=WRONG)
    [(_, _, source, _)] = stage.bot.asked
    assert source.startswith("127.0.0.1 web:")


async def test_a_form_without_a_browser_is_read_too(stage: Stage) -> None:
    async with httpx.AsyncClient(base_url=stage.url, trust_env=False) as plain:
        assert "sedang diperiksa" in (await plain.post("/lacak", data=RIGHT)).text


async def test_the_address_never_carries_them(stage: Stage) -> None:
    async with stage.visitor() as visitor:
        answer = await visitor.get("/lacak", params=RIGHT)
    assert "00412" not in answer.text
    assert stage.bot.asked == []


async def test_another_site_cannot_send_the_form(stage: Stage) -> None:
    async with stage.visitor() as visitor:
        answer = await visitor.post("/lacak", data=RIGHT, headers={"Origin": "https://jahat.example"})
    assert answer.status_code == 403
    assert stage.bot.asked == []


async def test_guessing_is_slowed_down(tmp_path: Path) -> None:
    async with (
        web_stage(tmp_path, limits=Limits(address_lookups_a_minute=2)) as stage,
        stage.visitor() as visitor,
    ):
        statuses = [(await visitor.post("/lacak", data=WRONG)).status_code for _ in range(4)]
    assert statuses == [200, 200, 429, 429]
    assert len(stage.bot.asked) == 2


async def test_when_it_cannot_be_opened_the_number_is_still_there(stage: Stage) -> None:
    stage.bot.away = True
    async with stage.visitor() as visitor:
        answer = await visitor.post("/lacak", data=RIGHT)
        assert answer.status_code == 503
        assert 'value="adu 2026 00412 6"' in answer.text
        big = await visitor.post("/lacak", data={**RIGHT, "more": "x" * 10_000})
        assert big.status_code == 413
        files = await visitor.post("/lacak", data=RIGHT, files={"code": ("c.txt", b"7KM4QX")})
        assert files.status_code == 400
