"""The system's Chromium, for tests that look at pages as people do.

Missing on a developer's machine it is said, and the tests are skipped; in CI it must be there.
"""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

# How long a page may take says more about a busy machine than about the page.
expect.set_options(timeout=20_000)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_QUIETLY = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str:
    """Where the browser is; skips the test where there is none, and fails it in CI."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        said = "no Chromium on this machine (on Debian and Ubuntu: apt install chromium)"
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)  # a developer's machine may have no browser; `.ci/run` installs one
    return found


@asynccontextmanager
async def started() -> AsyncIterator[Browser]:
    """A running browser. Its own switch chooses the headless mode, not playwright's."""
    path = chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=path, args=list(_QUIETLY), headless=False, env=_without_display()
        )
        try:
            yield browser
        finally:
            await browser.close()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with started() as running:
        yield running


async def wrongs(page: Page) -> list[str]:
    """What axe finds wrong with the page for people who cannot see, hear or point."""
    results = await Axe().run(page)
    return [
        f"{wrong['id']}: {node['html']} {node.get('failureSummary', '')}"
        for wrong in results.response["violations"]
        for node in wrong["nodes"]
    ]


async def sideways(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


async def kept_by(context: BrowserContext) -> list[str]:
    """The names of the cookies that the browser holds."""
    return [cookie["name"] for cookie in await context.cookies()]


def _without_display() -> dict[str, str | float | bool]:
    return {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
