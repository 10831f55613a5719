"""A site's own policies in a real browser: they let the preview in, and keep out what they do on hosts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.preview.desk.asking import posting
from tests.preview.desk.serving import Preview, served

_COOK = "content/postings/cook.md"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def _visited(page: Page, preview: Preview, path: str) -> list[str]:
    """What the browser says of a page, once it hears of changes and has drawn its mark."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(preview.url + path)
    page.locator("openings-preview .badge").wait_for()
    return said


def _site(policy: str) -> dict[str, str]:
    rules = f"/*\n  Content-Security-Policy: {policy}\n"
    return {"postings/cook.md": posting("Cook"), "static/_headers": rules}


@pytest.mark.parametrize(
    "policy",
    [
        "default-src 'none'; style-src 'self'; img-src 'self'",
        "connect-src 'none'",
        "script-src 'strict-dynamic' 'nonce-abc'; connect-src 'none'; style-src 'none'",
        "default-src 'strict-dynamic' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
        "require-trusted-types-for 'script'; trusted-types 'none'",
    ],
)
def test_page_is_kept_new_under_any_policy(tmp_path: Path, page: Page, policy: str) -> None:
    with served(tmp_path, _site(policy)) as preview:
        _visited(page, preview, "/jobs/cook/")
        for title in ("Chef", "Cook again"):
            preview.save(_COOK, posting(title))
            expect(page.locator("h1")).to_have_text(title)
        preview.save(_COOK, "---\ntitle: [\n---\n")
        expect(page.locator("openings-preview .panel")).to_be_visible()


@pytest.mark.parametrize("policy", ["default-src 'none'; style-src 'self'", "script-src 'strict-dynamic'"])
def test_policy_that_keeps_the_scripts_of_the_theme_out_does_so_here(
    tmp_path: Path, page: Page, policy: str
) -> None:
    with served(tmp_path, _site(policy)) as preview:
        said = _visited(page, preview, "/jobs/")
        kept_out = [text for text in said if "Content Security Policy" in text and "/assets/" in text]
        assert kept_out
        assert [
            text for text in said if "violates" in text and "/__openings/" in text.split("violates")[0]
        ] == []


def test_new_policy_of_the_site_reaches_a_page_that_stayed_the_same(tmp_path: Path, page: Page) -> None:
    with served(tmp_path, _site("img-src 'self'")) as preview:
        assert [text for text in _visited(page, preview, "/jobs/") if "Security" in text] == []
        preview.save("content/static/_headers", "/*\n  Content-Security-Policy: script-src 'none'\n")
        with page.expect_console_message(lambda message: "/assets/" in message.text):
            page.goto(f"{preview.url}/jobs/")
