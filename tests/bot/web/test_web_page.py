"""The page in a browser: as people use it, with a keyboard, on a phone, on a bad line, at a shared computer."""

import asyncio
import json
from pathlib import Path

import pytest
from playwright.async_api import (
    APIResponse,
    Browser,
    FilePayload,
    Page,
    Route,
    expect,
)

from bot.channel import DeliveryState
from bot.web import Limits
from messages.envelope import InboundKind, Outgoing
from tests.bot.web.stage import Stage, web_stage
from tests.bot.web.visit import opened, say
from tests.browser import kept_by

pytestmark = pytest.mark.browser


async def test_a_talk_from_the_first_word_to_the_number(stage: Stage, browser: Browser) -> None:
    page = await opened(browser, stage.url)
    assert await kept_by(page.context) == []
    await say(page, "izin saya belum keluar")
    await expect(page.locator(".person").last).to_contain_text("Terkirim")
    await page.get_by_role("button", name="Kirim", exact=True).click()
    receipt = page.locator(".office").last
    await expect(receipt).to_contain_text("ADU-2026-00412-6")
    assert await page.get_by_role("log").locator(".said").count() == 4
    assert await page.locator(".choices").count() == 0
    assert [heard.kind for heard in stage.bot.heard] == [InboundKind.MESSAGE, InboundKind.CHOICE]
    await expect(page.locator("#preparing")).to_be_hidden()


async def test_what_was_shown_is_reported_as_delivered(stage: Stage, browser: Browser) -> None:
    page = await opened(browser, stage.url)
    async with page.expect_response("**/chat/seen"):
        await say(page, "halo")
    assert [state for _, state in stage.bot.reported] == [DeliveryState.DELIVERED]


async def test_with_the_keyboard_alone(stage: Stage, browser: Browser) -> None:
    page = await opened(browser, stage.url)
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.className") == "skip"
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")  # from the box to ...
    await page.keyboard.press("Shift+Tab")  # ... and back
    await page.keyboard.type("baris satu")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("baris dua")
    await page.keyboard.press("Enter")
    await expect(page.locator(".choices button")).to_have_count(2)
    assert stage.bot.heard[0].text == "baris satu\nbaris dua"
    for _ in range(2):  # past the attachments' button
        await page.keyboard.press("Shift+Tab")
    assert await page.evaluate("document.activeElement.textContent") == "Ubah"
    await page.keyboard.press("Enter")
    await expect(page.locator(".choices button")).to_have_count(4)
    await page.keyboard.press("Tab")  # from one's own answer on to the next buttons
    assert "Hasil layanan" in await page.evaluate("document.activeElement.textContent")
    await page.keyboard.press("1")  # number keys do nothing by themselves
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    await expect(page.locator(".office").last).to_contain_text("Pengaduan tercatat")
    assert [heard.choice for heard in stage.bot.heard[1:]] == ["run1.confirm.change", "run1.component.2"]


async def test_a_reload_keeps_the_talk_the_draft_and_the_buttons(stage: Stage, browser: Browser) -> None:
    page = await opened(browser, stage.url)
    await say(page, "izin saya belum keluar")
    await expect(page.locator(".choices button")).to_have_count(2)
    await page.get_by_label("Tulis pesan").fill("belum selesai menulis")
    before = await page.locator(".bubble").all_inner_texts()
    await page.reload()
    await expect(page.locator(".choices button")).to_have_count(2)
    assert await page.locator(".bubble").all_inner_texts() == before
    assert await page.get_by_label("Tulis pesan").input_value() == "belum selesai menulis"
    await stage.bot.say(stage.bot.heard[0].address, Outgoing(("Kabar baru.",)))
    await expect(page.locator(".office").last).to_contain_text("Kabar baru.")


async def test_nothing_is_lost_while_the_server_is_away(tmp_path: Path, browser: Browser) -> None:
    async with web_stage(tmp_path) as stage:
        port = int(stage.url.rpartition(":")[2])
        page = await opened(browser, stage.url)
        await say(page, "sebelum")
        await expect(page.locator(".choices button")).to_have_count(2)
    await say(page, "selagi server mati")
    await expect(page.locator(".unsent")).to_contain_text("Belum terkirim")
    await page.locator(".unsent").get_by_role("button").click()
    await expect(page.locator(".unsent")).to_contain_text("selagi server mati")
    async with web_stage(tmp_path, port=port) as stage:
        await page.locator(".unsent").get_by_role("button").click()
        await expect(page.locator(".office").last).to_contain_text("selagi server mati", timeout=20_000)
        await expect(page.locator(".unsent")).to_have_count(0)
        assert [heard.text for heard in stage.bot.heard] == ["selagi server mati"]
        await page.context.close()


async def test_a_message_whose_answer_got_lost_is_sent_once(stage: Stage, browser: Browser) -> None:
    page = await opened(browser, stage.url)
    lost: list[APIResponse] = []

    async def lose_the_first(route: Route) -> None:
        if lost:
            await route.continue_()
        else:
            lost.append(await route.fetch())
            await route.abort()

    await page.route("**/chat/message", lose_the_first)
    await say(page, "jawaban hilang")
    await expect(page.locator(".office").last).to_contain_text("jawaban hilang", timeout=20_000)
    await expect(page.locator(".person .meta")).to_contain_text("Terkirim")
    assert await page.locator(".person").count() == 1
    assert len(stage.bot.heard) == 1


async def test_unsent_words_survive_a_reload(stage: Stage, browser: Browser) -> None:
    page = await opened(browser, stage.url)
    stage.bot.away = True
    await say(page, "tertahan")
    await expect(page.locator(".unsent")).to_contain_text("tertahan")
    stage.bot.away = False
    await page.reload()
    await expect(page.locator(".office").last).to_contain_text("tertahan")
    assert len(stage.bot.heard) == 1


async def test_too_fast_and_too_long_stay_in_the_box(tmp_path: Path, browser: Browser) -> None:
    async with web_stage(tmp_path, limits=Limits(messages_a_minute=1, text_characters=50)) as stage:
        page = await opened(browser, stage.url)
        box = page.get_by_label("Tulis pesan")
        await say(page, "x" * 51)
        await expect(page.get_by_role("status")).to_contain_text("terlalu panjang")
        assert await box.input_value() == "x" * 51
        await say(page, "satu")
        await expect(page.locator(".choices button")).to_have_count(2)
        await say(page, "dua")
        await expect(page.get_by_role("status")).to_contain_text("Terlalu cepat")
        assert await box.input_value() == "dua"
        assert await page.locator(".person").count() == 1
        assert len(stage.bot.heard) == 1
        await page.context.close()


async def test_files_are_shown_before_they_go_and_counted_after(tmp_path: Path, browser: Browser) -> None:
    async with web_stage(tmp_path, limits=Limits(file_bytes=1024 * 1024, files=2)) as stage:
        page = await opened(browser, stage.url)
        chooser = page.get_by_label("Lampirkan foto atau berkas")
        await chooser.set_input_files(
            [
                FilePayload(name="loket.jpg", mimeType="image/jpeg", buffer=b"\xff\xd8x"),
                FilePayload(name="surat.pdf", mimeType="application/pdf", buffer=b"%PDF"),
            ]
        )
        await expect(page.locator("#attached li")).to_have_count(2)
        await chooser.set_input_files(FilePayload(name="c.png", mimeType="image/png", buffer=b"x"))
        await expect(page.get_by_role("status")).to_contain_text("Paling banyak 2 berkas")
        await page.get_by_role("button", name="Hapus lampiran surat.pdf").click()
        film = FilePayload(name="film.mp4", mimeType="video/mp4", buffer=b"x" * (1024 * 1024 + 1))
        await chooser.set_input_files(film)
        await expect(page.get_by_role("status")).to_contain_text("film.mp4 lebih besar dari 1 MB")
        await say(page, "ini fotonya")
        await expect(page.locator(".office").last).to_contain_text("1 berkas diterima")
        await expect(page.locator(".person").last).to_contain_text("Foto: loket.jpg")
        await expect(page.locator("#attached")).to_be_hidden()
        assert [file.name for file in stage.bot.heard[0].files] == ["loket.jpg"]
        await page.context.close()


async def test_leave_and_clear_leaves_nothing_behind(stage: Stage, browser: Browser) -> None:
    page = await opened(browser, stage.url)
    await say(page, "rahasia sekali")
    await expect(page.locator(".choices button")).to_have_count(2)
    await page.get_by_role("link", name="Lacak laporan").click()
    await page.get_by_role("link", name="Kembali ke obrolan").click()
    await expect(page.locator(".choices button")).to_have_count(2)
    await page.get_by_label("Tulis pesan").fill("draf rahasia")

    await page.get_by_role("button", name="Keluar dan hapus layar").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    assert stage.bot.left == []
    await page.get_by_role("button", name="Keluar dan hapus layar").click()
    await page.get_by_role("button", name="Hapus dan keluar").click()
    await expect(page.get_by_role("status")).to_contain_text("Layar sudah dihapus")
    await expect(page.locator(".said")).to_have_count(0)

    assert stage.bot.left == [stage.bot.heard[0].address]
    assert await kept_by(page.context) == []
    assert await _traces(page) == {"session": {}, "local": {}, "secret": False}
    for step in (page.go_back, page.go_back, page.go_forward, page.reload):
        await step()
        assert not (await _traces(page))["secret"]
    await page.goto(stage.url)
    await expect(page.locator("#composer")).to_be_visible()
    await expect(page.locator(".said")).to_have_count(0)
    await say(page, "orang berikutnya")
    await expect(page.locator(".said")).to_have_count(2)
    assert stage.bot.heard[-1].address != stage.bot.heard[0].address


async def test_leaving_in_one_tab_clears_the_other(stage: Stage, browser: Browser) -> None:
    page = await opened(browser, stage.url)
    await say(page, "halo")
    await expect(page.locator(".said")).to_have_count(2)
    other = await page.context.new_page()
    await other.goto(stage.url)
    await expect(other.locator(".said")).to_have_count(2)
    await page.get_by_role("button", name="Keluar dan hapus layar").click()
    await page.get_by_role("button", name="Hapus dan keluar").click()
    await expect(other.locator(".said")).to_have_count(0)


async def _traces(page: Page) -> dict[str, object]:
    """What a next person could find in the page and its storage."""
    session = await page.evaluate("({...sessionStorage})")
    local = await page.evaluate("({...localStorage})")
    everything = await page.content() + json.dumps([session, local])
    box = await page.evaluate("document.getElementById('text')?.value ?? ''")
    return {"session": session, "local": local, "secret": "rahasia sekali" in everything or "draf" in box}


async def test_what_was_on_its_way_does_not_come_back_after_leaving(stage: Stage, browser: Browser) -> None:
    page = await opened(browser, stage.url)
    await say(page, "rahasia sekali")
    await expect(page.locator(".choices button")).to_have_count(2)
    asked, let_go = asyncio.Event(), asyncio.Event()

    async def late(route: Route) -> None:
        answer = await route.fetch()
        asked.set()
        await let_go.wait()
        await route.fulfill(response=answer)

    await page.route("**/chat/history", late)
    await page.reload()
    await asked.wait()
    await page.get_by_role("button", name="Keluar dan hapus layar").click()
    await page.get_by_role("button", name="Hapus dan keluar").click()
    await expect(page.get_by_role("status")).to_contain_text("Layar sudah dihapus")
    async with page.expect_response("**/chat/history"):
        let_go.set()
    await page.wait_for_timeout(200)
    await expect(page.locator(".said")).to_have_count(0)
