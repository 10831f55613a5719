"""Views come back from the cache as they were, and name the files whose words they show."""

from typing import Any

import pytest
from msgspec.structs import replace

from generator.build.store.codec import encode
from generator.build.store.view_codec import ViewCodec, sources_of
from generator.model.documents import Body
from generator.model.site_config import Feeds, IndeedFeed, LinkedInFeed
from generator.pages.plan import plan
from generator.pages.sitemap_parts import Limits
from generator.pages.view import Viewer
from tests.builders import make_article, make_posting, make_site, make_snippet
from tests.pages.test_jobs_feed import ASSETS, WHOLE

FEEDS = Feeds(IndeedFeed("jobs@example.com"), LinkedInFeed(7, "jobs@example.com"))
LONG = Body((), "Words", is_empty=False, length=100)


def _views(*documents: Any, **config: Any) -> dict[str, tuple[Any, Any]]:
    """Each view with the frame it is in, by the address of its page."""
    planned, _ = plan(make_site(*documents, feeds=FEEDS, **config), ASSETS, limits=Limits(4))
    viewer = Viewer(planned, "en")
    return {page.url: (viewer.view(page), viewer.frame) for page in planned.pages}


def test_every_view_comes_back_as_it_was() -> None:
    for url, (view, frame) in _views(WHOLE, make_posting("b", body=LONG), make_article("story")).items():
        codec = ViewCodec(frame)
        data, _ = codec.encode(view)
        assert codec.decode(data) == view, url
        assert encode(codec.decode(data)) == encode(view), url


@pytest.mark.parametrize("url", ["/feeds/indeed.xml", "/feeds/linkedin.xml"])
def test_feed_for_a_job_board_names_every_file_whose_words_it_shows(url: str) -> None:
    benefits = replace(make_snippet("benefits"), body=LONG)
    view, _ = _views(
        make_posting("a", body=LONG),
        make_posting("b", body=LONG, location=("Berlin, Germany", "Lund, Sweden")),
        make_posting("closed", body=LONG, status="filled"),
        benefits,
        include=("benefits",),
    )[url]
    assert sources_of(view) == (
        "content/postings/a.md",
        "content/snippets/benefits.md",
        "content/postings/b.md",
    )


def test_feed_for_people_or_programs_names_no_file() -> None:
    views = _views(make_posting(body=LONG), make_article("story"))
    for url in ("/feed.xml", "/articles/feed.xml", "/jobs.json", "/sitemap.xml", "/sitemaps/1.xml"):
        assert sources_of(views[url][0]) == ()
