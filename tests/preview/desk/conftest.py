"""Tabs of real browsers on a preview that is served."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.preview.desk.asking import posting
from tests.preview.desk.serving import Preview, served

Visit = Callable[..., Page]
Visitor = Callable[..., BrowserContext]

FILES = {
    "postings/cook.md": posting(
        "Cook", words="We cook for everybody who comes in, every day but Monday.\n\n" * 40
    ),
    "postings/baker.md": posting("Baker"),
    "static/own.css": "body { --own: 1 }\n",
}


def settings(accent: str = "#2c4f8c") -> str:
    """What site.yaml says of the look."""
    return f'theme: {{name: default, accent: "{accent}", settings: {{stylesheet: own.css}}}}\n'


# The browser's own words for answers that are meant, such as the page of what isn't there.
_MEANT = "Failed to load resource"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Two postings, without any problem."""
    with served(tmp_path, FILES, settings()) as preview:
        yield preview


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    """Opens browsers of new visitors, whose pages must not complain."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(**options: Any) -> BrowserContext:
        context = browser.new_context(reduced_motion="reduce", **options)
        context.set_default_timeout(20_000)
        contexts.append(context)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        return context

    yield opened
    for context in contexts:
        context.close()
    assert [text for text in complaints if not text.startswith(_MEANT)] == []


@pytest.fixture
def visit(preview: Preview, visitor: Visitor) -> Visit:
    """Opens a page in a new visitor's tab, once it hears of changes."""

    def opened(path: str = "/jobs/cook/", **options: Any) -> Page:
        return listening(visitor(**options).new_page(), preview.url + path)

    return opened


def listening(page: Page, url: str) -> Page:
    """The tab at an address, once it hears of changes and has drawn its mark."""
    page.goto(url)
    page.locator("openings-preview .badge").wait_for()
    return page


@contextmanager
def answered(page: Page, address: str) -> Iterator[None]:
    """Ends when what happens meanwhile has made the page ask for an address, and be answered."""
    with page.expect_response(address):
        page.evaluate("0")  # only a call makes sure that the browser has heard what is waited for
        yield
