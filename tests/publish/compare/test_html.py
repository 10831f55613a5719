"""The page with both sides, in a real browser."""

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.publish.compare.formats.html import render
from tests.docs.reviewing import EXAMPLE

_SCHEMES = {1280: "light", 320: "dark"}


@pytest.mark.parametrize("width", _SCHEMES)
def test_page_is_accessible_and_fits(width: int, browser: Browser, axe: str, tmp_path: Path) -> None:
    page_file = tmp_path / "report.html"
    page_file.write_text(render(EXAMPLE), "utf-8")
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if _SCHEMES[width] == "dark" else "light")
    page.goto(page_file.as_uri())
    page.evaluate(axe)
    assert page.evaluate("axe.run().then(found => found.violations.map(each => each.id))") == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    context.close()


def test_page_is_valid(nu_checker: tuple[str, ...], tmp_path: Path) -> None:
    page_file = tmp_path / "report.html"
    page_file.write_text(render(EXAMPLE), "utf-8")
    done = subprocess.run(
        [*nu_checker, "--errors-only", str(page_file)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_policy_lets_through_the_page_s_own_style_and_nothing_else(browser: Browser, tmp_path: Path) -> None:
    page_file = tmp_path / "report.html"
    page_file.write_text(
        render(EXAMPLE).replace("</main>", "<img src=x.png><script>1</script></main>"), "utf-8"
    )
    context = browser.new_context()
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(page_file.as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('table')).tableLayout") == "fixed"
    assert {name for text in refused for name in re.findall("img-src|script-src|style-src", text)} == {
        "img-src",
        "script-src",
    }
    context.close()


def test_sides_stand_next_to_each_other_with_their_words_marked() -> None:
    rendered = render(EXAMPLE)
    assert "You work in a team of <del>five</del>, on the north" in rendered
    assert "You work in a team of <ins>six</ins>, on the north" in rendered
    assert len(rendered) < 10_000
