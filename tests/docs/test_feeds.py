"""What docs/feeds.md promises holds."""

import pytest

from generator.pages import urls
from tests.docs.jobs_feed import with_fields
from tests.docs.pages import read

PAGE = read("feeds.md")


@pytest.mark.parametrize(
    "url",
    [
        *(
            urls.FEED,
            urls.ARTICLES_FEED,
            urls.FEED_OF_JOBS,
            urls.SITEMAP,
            urls.ROBOTS,
            urls.INDEED,
            urls.LINKEDIN,
        ),
        *(
            urls.feed_url("/categories/<category>/"),
            urls.feed_url("/locations/<country>/"),
            urls.sitemap_url(1),
        ),
    ],
)
def test_every_address_is_named(url: str) -> None:
    assert f"`{url}`" in PAGE


def test_page_without_the_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks the marks"):
        with_fields("# Feeds\n")
