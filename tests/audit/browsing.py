"""Chromium as the audits use it: every look is somebody's first, in a profile of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import CHROMIUM_FLAGS, find_chromium
from tests.sample import AS_OF

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
PHONE, DESKTOP = 320, 1280
_HEIGHT = 900
# The day that the sites are built for, in milliseconds; clocks that measure go on.
_NOON = int(datetime.combine(AS_OF, time(12), UTC).timestamp() * 1000)
_LAZY = 300  # ms: a browser asks later for what comes into view


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that ends with the block."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visitor(
    browser: Browser, width: int = DESKTOP, scheme: Scheme = "light", script: bool = True
) -> Iterator[Page]:
    """An empty page of somebody who was never here."""
    context = browser.new_context(
        viewport={"width": width, "height": _HEIGHT},
        color_scheme=scheme,
        reduced_motion="reduce",
        java_script_enabled=script,
    )
    context.add_init_script(f"Date.now = () => {_NOON}")
    try:
        yield context.new_page()
    finally:
        context.close()


def see_all(page: Page) -> None:
    """Scrolls to the end, for all that a page fetches only when somebody gets there."""
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(_LAZY)
    page.wait_for_load_state("networkidle")
