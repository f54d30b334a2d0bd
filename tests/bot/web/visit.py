"""A visitor with a browser."""

from playwright.async_api import Browser, Page, expect


async def opened(browser: Browser, url: str, **how: object) -> Page:
    context = await browser.new_context(timezone_id="Asia/Jakarta", **how)  # type: ignore[arg-type]  # passed on
    page = await context.new_page()
    page.set_default_timeout(10_000)
    await page.goto(url)
    await expect(page.locator("#composer")).to_be_visible()
    return page


async def say(page: Page, text: str) -> None:
    await page.get_by_label("Tulis pesan").fill(text)
    await page.keyboard.press("Enter")
