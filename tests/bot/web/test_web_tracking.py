"""Following a report with its number and secret code."""

from functools import partial
from pathlib import Path

import httpx
from starlette.applications import Starlette
from starlette.routing import Route

from bot.web import Limits
from bot.web.limits import Allowance
from bot.web.pages import Pages
from bot.web.session import Sessions
from bot.web.tracking import Tracking
from handlers.status import looked_up
from storage.database import Database
from tests.bot.web.stage import Stage, web_stage
from tests.talk import a_town

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
    assert (number, code, source, language) == ("adu 2026 00412 6", "7KM4QX", "127.0.0.1/ADU-2026-00412-6", "su")


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
    by_address, by_session = source.split()
    assert by_address == "127.0.0.1/ADU-2026-00412-6"
    assert by_session.startswith("web:")
    assert by_session.endswith("/ADU-2026-00412-6")


async def test_who_guesses_on_one_report_shuts_it_neither_for_others_nor_for_another_report(database: Database) -> None:
    async with a_town(database) as town:
        owner, neighbour = town.citizen(), town.citizen()
        await owner.files()
        await neighbour.files()
        tracking = Tracking(
            database,
            lambda: town.now,
            prefix=town.office.profile.prefix,
            pages=Pages(town.office.profile, Limits()),
            sessions=Sessions(b"s" * 32, secure=False, days=1),
            look_up=partial(looked_up, town.office),
            lookups=Allowance(600),
        )
        app = Starlette(routes=[Route("/lacak", tracking.look, methods=["POST"])])

        async def asks(ip: str, number: str, code: str) -> bool:
            transport = httpx.ASGITransport(app, client=(ip, 40_000))
            async with httpx.AsyncClient(transport=transport, base_url="http://aduan") as browser:
                return 'role="status"' in (await browser.post("/lacak", data={"number": number, "code": code})).text

        for spelled in (owner.number, owner.number.lower(), owner.number.replace("-", " "), f" {owner.number}"):
            assert not await asks("203.0.113.1", spelled, "AAAAAA")
        assert await asks("203.0.113.1", owner.number, owner.code), "four wrong codes are not yet too many"
        assert not await asks("203.0.113.1", owner.number, "AAAAAA")
        assert not await asks("203.0.113.1", owner.number, owner.code), "five are"
        assert await asks("203.0.113.1", neighbour.number, neighbour.code), "from the same desk"
        assert await asks("203.0.113.2", owner.number, owner.code), "from elsewhere"


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
