"""Who may come in: forged calls, addresses for operators, signed links. And what providers tell us."""

import asyncio
import base64
import hmac
import time
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from storage.vault import Vault
from tests.end_to_end.looking import comes_to, look
from tests.end_to_end.people import PLACE, SEND, STORY, OnTheWeb, OnTwilio, hears, sort_of
from tests.end_to_end.process import DATA_KEY
from tests.end_to_end.town import surroundings

PHOTO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


async def test_an_update_without_telegrams_secret_is_refused_and_nothing_is_kept(
    tmp_path: Path, database_url: str
) -> None:
    async with surroundings(tmp_path, database_url, ways=("telegram-webhook",)) as town:
        await town.house.start()
        message = {"message_id": 1, "date": int(time.time()), "text": STORY, "chat": {"id": 5001, "type": "private"}}
        forged = {"update_id": 1, "message": message}
        async with httpx.AsyncClient(base_url=town.house.url, trust_env=False) as client:
            for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "guessed"}):
                assert (await client.post("/telegram", json=forged, headers=headers)).status_code == 403
        assert await look(town.house, "SELECT count(*) FROM inbound") == [(0,)]
        assert town.telegram.token not in str(town.telegram.webhook)


async def test_polling_leaves_no_door_for_updates(tmp_path: Path) -> None:
    async with surroundings(tmp_path, ways=("telegram",)) as town:
        await town.house.start()
        async with httpx.AsyncClient(base_url=town.house.url, trust_env=False) as client:
            assert (await client.post("/telegram", json={"update_id": 1})).status_code == 404


async def test_calls_that_twilio_did_not_sign_are_refused_and_nothing_is_kept(
    tmp_path: Path, database_url: str
) -> None:
    async with surroundings(tmp_path, database_url, ways=("whatsapp", "sms")) as town:
        await town.house.start()
        form = {"MessageSid": "SM1", "From": "whatsapp:+628111", "To": f"whatsapp:{town.twilio.whatsapp_from}"}
        form |= {"Body": STORY, "NumMedia": "0"}
        async with httpx.AsyncClient(base_url=town.house.url, trust_env=False) as client:
            for path in ("/twilio/message", "/twilio/status"):
                assert (await client.post(path, data=form)).status_code == 403
                forged = await client.post(path, data=form, headers={"X-Twilio-Signature": "Zm9yZ2Vk"})
                assert forged.status_code == 403
        assert await look(town.house, "SELECT count(*) FROM inbound") == [(0,)]
        assert await look(town.house, "SELECT count(*) FROM delivery") == [(0,)]


async def test_statuses_move_what_was_sent_in_whatever_order_they_come(tmp_path: Path, database_url: str) -> None:
    async with surroundings(tmp_path, database_url, ways=("whatsapp",)) as town:
        await town.house.start()
        citizen = await town.citizen("whatsapp")
        assert isinstance(citizen, OnTwilio)
        await citizen.says(STORY)
        await hears(citizen, "question")

        status = "SELECT status FROM outbox"
        await comes_to(town.house, status, [("sent",)])
        await citizen.person.marks_read()
        await comes_to(town.house, status, [("read",)])
        await citizen.person.marks_delivered()
        await comes_to(town.house, status, [("read",)])
        assert [call.status for call in town.twilio.calls if "status" in call.url] == [200, 200]


async def test_a_message_whose_webhook_never_came_is_found_in_the_list(tmp_path: Path, database_url: str) -> None:
    async with surroundings(tmp_path, database_url, ways=("sms",)) as town:
        citizen = await town.citizen("sms")
        assert isinstance(citizen, OnTwilio)
        early = await citizen.person.writes("to the officer who had this number", webhook=False)
        town.twilio.messages[early].at -= timedelta(hours=1)
        await town.house.start()
        await comes_to(town.house, "SELECT count(*) FROM fact WHERE name LIKE 'first_start:sms:%'", [(1,)])
        await town.house.stop()
        await citizen.person.writes(STORY, webhook=False)
        await town.house.start()
        await hears(citizen, "question")
        await citizen.says(PLACE)
        await citizen.says(SEND)
        await hears(citizen, "receipt")
        assert [sort_of(text) for text in citizen.texts] == ["question", "review", "receipt"]


async def test_whatsapp_buttons_work(tmp_path: Path) -> None:
    async with surroundings(tmp_path, ways=("whatsapp",)) as town:
        await town.house.start()
        citizen = await town.citizen("whatsapp")
        assert isinstance(citizen, OnTwilio)
        await citizen.says(STORY)
        await hears(citizen, "question")
        await citizen.says(PLACE)
        await hears(citizen, "review")
        await citizen.person.presses("Kirim")
        await hears(citizen, "receipt")


async def test_the_web_chat_in_the_page_s_own_calls(tmp_path: Path) -> None:
    async with surroundings(tmp_path, ways=("web",)) as town:
        await town.house.start()
        assert "text/html" in (await town.house.get("/")).headers["content-type"]
        page = await town.citizen("web")
        assert isinstance(page, OnTheWeb)
        await page.says(STORY)
        await hears(page, "question")
        await page.says(PLACE)
        await hears(page, "review")
        await page.presses("Kirim")
        await hears(page, "receipt")
        history = (await page.client.get("/chat/history")).json()
        assert [said["from"] for said in history["said"]] == ["person", "office"] * 3
        assert len(page.times_told) == 3, "each event once"

        await comes_to(town.house, "SELECT status FROM outbox", [("delivered",)] * 3)
        async with httpx.AsyncClient(base_url=town.house.url, trust_env=False) as stranger:
            elsewhere = {"Origin": "https://elsewhere.example"}
            assert (await stranger.post("/chat/session", headers=elsewhere)).status_code == 403


async def test_what_no_database_can_hold_does_not_stop_a_talk(tmp_path: Path, database_url: str) -> None:
    async with surroundings(tmp_path, database_url, ways=("web",)) as town:
        await town.house.start()
        citizen = await town.citizen("web")
        await citizen.says(f"{STORY} \ud83d \x00 \U0001f600")
        await hears(citizen, "question")
        assert await look(town.house, "SELECT count(*) FROM inbound WHERE outcome = 'failed'") == [(0,)]


async def test_leaving_a_shared_computer_clears_the_page_and_the_draft(tmp_path: Path) -> None:
    async with surroundings(tmp_path, ways=("web",)) as town:
        await town.house.start()
        page = await town.citizen("web")
        assert isinstance(page, OnTheWeb)
        await page.says(STORY)
        await hears(page, "question")
        assert (await page.client.post("/chat/leave")).status_code == 200
        assert (await page.client.get("/chat/history")).json()["said"] == []
        assert await look(town.house, "SELECT count(*) FROM inbound WHERE body IS NOT NULL") == [(0,)]


async def test_metrics_are_for_this_machine_alone_unless_a_token_is_set(tmp_path: Path) -> None:
    async with surroundings(tmp_path, ways=("web",)) as town:
        house = town.house
        await house.start()
        assert (await house.get("/metrics")).status_code == 200
        for header in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Host", "X-Forwarded-Proto", "Via"):
            refused = await house.get("/metrics", **{header: "127.0.0.1"})
            assert refused.status_code == 403, f"a proxy on this machine passes on others: {header}"
        await house.stop()
        await house.start(METRICS_TOKEN="geheim")
        assert (await house.get("/metrics")).status_code == 403
        assert (await house.get("/metrics", Authorization="Bearer falsch")).status_code == 403
        right = await house.get("/metrics", Authorization="Bearer geheim", **{"X-Forwarded-For": "203.0.113.9"})
        assert right.status_code == 200


async def test_readyz_says_which_provider_does_not_answer(tmp_path: Path) -> None:
    async with surroundings(tmp_path, ways=("telegram", "sms")) as town:
        await town.house.start()
        ready = await town.house.get("/readyz")
        assert ready.status_code == 200
        assert ready.json() == {
            "database": True,
            "channels": {"web": True, "telegram": True, "whatsapp": True, "sms": True},
        }
        await town.house.stop()
        await town.house.start()
        town.telegram.fails("getMe", 502, "Bad Gateway")
        ready = await town.house.get("/readyz")
        assert (ready.status_code, ready.json()["channels"]["telegram"]) == (503, False)
        assert (await town.house.get("/healthz")).text == "ok"


async def test_readyz_is_open_to_all_and_asks_providers_only_now_and_then(tmp_path: Path) -> None:
    async with surroundings(tmp_path, ways=("telegram", "sms")) as town:
        await town.house.start()
        asked, lists = len(town.telegram.called("getMe")), town.twilio.lists
        answers = await asyncio.gather(*(town.house.get("/readyz") for _ in range(30)))
        assert {answer.status_code for answer in answers} == {200}
        assert len(town.telegram.called("getMe")) == asked + 1
        # The sweep may have asked for its lists too; WhatsApp and SMS have one health each.
        assert town.twilio.lists <= lists + 8


async def test_a_signed_link_opens_its_file_until_it_ends_and_no_other(tmp_path: Path) -> None:
    async with surroundings(tmp_path, ways=("whatsapp",)) as town:
        await town.house.start()
        citizen = await town.citizen("whatsapp")
        assert isinstance(citizen, OnTwilio)
        await citizen.person.sends_media(PHOTO, "image/png", STORY)
        await hears(citizen, "question")
        ((wrapped,),) = await look(town.house, "SELECT value FROM fact WHERE name = 'index_key'")
        vault = Vault.from_text(DATA_KEY)
        vault.use_index_key(vault.unseal("fact.index_key", bytes.fromhex(str(wrapped))))
        secret = vault.derived("files")

        def signed(told: str) -> str:
            mark = base64.urlsafe_b64encode(hmac.digest(secret, told.encode(), "sha256")[:18]).decode()
            return f"/files/{told}.{mark}"

        until_then = int(time.time()) + 60
        good = await town.house.get(signed(f"1.{until_then}"))
        assert (good.status_code, good.headers["content-type"]) == (200, "image/png")
        assert good.headers["cache-control"] == "no-store"
        assert (await town.house.get(signed(f"1.{int(time.time()) - 1}"))).status_code == 410
        assert (await town.house.get(signed(f"99.{until_then}"))).status_code == 404
        mark = signed(f"1.{until_then}").rpartition(".")[2]
        for tampered in (f"2.{until_then}.{mark}", f"1.{until_then + 9000}.{mark}", f"1.{until_then}.x", "1", "é.1.x"):
            assert (await town.house.get(f"/files/{tampered}")).status_code == 404


@pytest.mark.parametrize(("believed", "statuses"), [("127.0.0.1", {200}), ("203.0.113.80", {200, 429})])
async def test_visitors_behind_a_proxy_are_told_apart_when_its_address_is_set(
    believed: str, statuses: set[int], tmp_path: Path
) -> None:
    """Here the proxy is 127.0.0.1; when another one is believed, all visitors are one, who begins too many sessions."""
    async with surroundings(tmp_path, ways=("web",)) as town:
        (tmp_path / ".env").write_text(f"FORWARDED_ALLOW_IPS={believed}\n")
        await town.house.start()
        async with httpx.AsyncClient(base_url=town.house.url, trust_env=False) as client:
            answers = [
                await client.post(
                    "/chat/session", headers={"X-Forwarded-For": f"203.0.113.{visitor}", "Origin": town.house.url}
                )
                for visitor in range(1, 80)
            ]
        assert {answer.status_code for answer in answers} == statuses
