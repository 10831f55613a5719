"""How long files may be kept without asking."""

import pytest

from generator.build.assets import theme_url
from generator.pages.caching import ASKED_AGAIN, FOR_EVER, cache_control


@pytest.mark.parametrize("name", ["site.css", "search/page.js", "map.min.svg", "fonts/plain"])
def test_what_a_theme_publishes_is_kept_for_ever(name: str) -> None:
    assert cache_control(theme_url(name, b"any").lstrip("/")) == FOR_EVER


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "jobs/index.html",
        "jobs/index.json",
        "feed.xml",
        "logo.svg",
        "logo.0123456789.svg",
        "assets/handbook.pdf",
        "assets/site.01234567.css",
        "jobs/assets/site.0123456789.css",
        "assets/a.0123456789.b/c.css",
    ],
)
def test_everything_else_is_asked_for_each_time(path: str) -> None:
    assert cache_control(path) == ASKED_AGAIN
