"""The page for everybody: on narrow screens, with a screen reader, in the dark, without scripts."""

import asyncio

import pytest
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.bot.web.stage import Stage
from tests.bot.web.visit import opened, say
from tests.browser import sideways, wrongs

pytestmark = pytest.mark.browser
PHONE: ViewportSize = {"width": 360, "height": 740}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desk"])
async def test_everybody_can_use_it(stage: Stage, browser: Browser, scheme: str, size: ViewportSize) -> None:
    page = await opened(browser, stage.url, viewport=size, color_scheme=scheme)
    assert await wrongs(page) == []
    await say(page, "izin saya belum keluar " + "panjangsekali" * 12)
    await expect(page.locator(".choices button")).to_have_count(2)
    assert await wrongs(page) == []
    await page.get_by_role("button", name="Ubah").click()
    await expect(page.locator(".choices button")).to_have_count(4)
    stage.bot.away = True
    await say(page, "tertahan")
    await expect(page.locator(".unsent")).to_contain_text("tertahan")
    assert await wrongs(page) == []
    stage.bot.away = False
    await page.get_by_role("button", name="Keluar dan hapus layar").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    assert await wrongs(page) == []
    await page.goto(f"{stage.url}/lacak")
    assert await wrongs(page) == []
    await page.get_by_label("Nomor laporan").fill("ADU-2026-00412-6")
    await page.get_by_label("Kode rahasia").fill("AAAAAA")
    await page.get_by_role("button", name="Lihat keadaannya").click()
    await expect(page.get_by_role("alert")).to_be_visible()
    assert await wrongs(page) == []


@pytest.mark.parametrize("width", [320, 360])
async def test_a_narrow_screen_never_scrolls_sideways(stage: Stage, browser: Browser, width: int) -> None:
    page = await opened(browser, stage.url, viewport={"width": width, "height": 740})
    assert await sideways(page) == 0
    await say(page, "tanpaspasi" * 30)
    await expect(page.locator(".choices button")).to_have_count(2)
    assert await sideways(page) == 0
    assert await _small_targets(page) == []
    await page.goto(f"{stage.url}/lacak?bahasa=su")
    assert await sideways(page) == 0
    assert await _small_targets(page) == []


async def test_the_buttons_are_not_hidden_behind_the_box(stage: Stage, browser: Browser) -> None:
    page = await opened(browser, stage.url, viewport=PHONE)
    for said in ("satu", "dua", "tiga " * 80):
        await say(page, said)
        await expect(page.locator(".office").last).to_contain_text(said.strip()[:40])
    async with asyncio.timeout(10):  # it glides there
        while await _bottom_of(page, ".choices") > await _top_of(page, ".dock"):
            await page.wait_for_timeout(50)
    await expect(page.locator(".choices")).to_be_in_viewport(ratio=1)


async def test_the_policy_lets_everything_through_that_the_page_needs(stage: Stage, browser: Browser) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await page.goto(stage.url)
    await say(page, "halo")
    await expect(page.locator(".choices button")).to_have_count(2)
    assert complaints == []


async def test_without_scripts_the_page_says_where_people_are(stage: Stage, browser: Browser) -> None:
    context: BrowserContext = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(stage.url)
    await expect(page.locator("#composer")).to_be_hidden()
    # Its content is looked at as served: with scripts merely blocked by the test, Chromium leaves it unread.
    async with stage.visitor() as visitor:
        unread = (await visitor.get("/")).text.partition("<noscript>")[2].partition("</noscript>")[0]
    for said in ("(0264) 1234567 ext. 103", "081200000000", "Loket Pengaduan"):
        assert said in unread
        await expect(page.get_by_role("contentinfo")).to_contain_text(said)
    await page.goto(f"{stage.url}/lacak")
    await page.get_by_label("Nomor laporan").fill("ADU-2026-00412-6")
    await page.get_by_label("Kode rahasia").fill("7KM4QX")
    await page.get_by_role("button", name="Lihat keadaannya").click()
    await expect(page.get_by_role("status")).to_contain_text("sedang diperiksa petugas")


async def test_markup_in_a_message_stays_text(stage: Stage, browser: Browser) -> None:
    page = await opened(browser, stage.url)
    await say(page, "<img src=x onerror=alert(1)><b>tebal</b>")
    await expect(page.locator(".office").last).to_contain_text("<b>tebal</b>")
    assert await page.locator("#log img").count() == 0


async def _bottom_of(page: Page, what: str) -> float:
    return float(await page.locator(what).evaluate("it => it.getBoundingClientRect().bottom"))


async def _top_of(page: Page, what: str) -> float:
    return float(await page.locator(what).evaluate("it => it.getBoundingClientRect().top"))


async def _small_targets(page: Page) -> list[str]:
    """What people press and is smaller than 44 by 44 pixels."""
    found: list[str] = await page.evaluate(
        """[...document.querySelectorAll('a, button, input:not([type=file]), textarea, label.attach')]
           .filter(it => it.offsetParent && !it.matches('.skip'))
           .map(it => [it.outerHTML.slice(0, 80), it.getBoundingClientRect()])
           .filter(([, box]) => Math.round(box.width) < 44 || Math.round(box.height) < 44)
           .map(([html, box]) => `${html} ${box.width}x${box.height}`)"""
    )
    return found
