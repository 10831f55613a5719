"""Feeds of the sample site: pages name them, and readers take them."""

import re
from collections.abc import Iterator
from io import BytesIO

import feedparser
import pytest
from xmlschema import XMLSchema

from generator.checks.html_facts import read_html
from tests.sample import Built

HOST = "https://careers.larkhollow.example"


def _named(page: str) -> Iterator[tuple[str, str]]:
    """The feeds that a page names: title and address."""
    yield from re.findall(
        r'<link rel="alternate" type="application/atom\+xml" title="([^"]+)" href="([^"]+)">', page
    )


def test_every_page_names_the_feed_of_all_jobs_and_only_feeds_that_are_there(sample: Built) -> None:
    pages = {path: data.decode() for path, data in sample.files.items() if path.endswith(".html")}
    for path, page in pages.items():
        if 'http-equiv="refresh"' in page:  # it only leads on
            continue
        found = list(_named(page))
        assert found[0] == ("All open jobs – Larkhollow", "/feed.xml"), path
        assert all(address.lstrip("/") in sample.files for _, address in found), path


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("jobs/index.html", "/feed.xml"),
        ("categories/engineering-it/index.html", "/categories/engineering-it/feed.xml"),
        ("locations/sweden/stockholm/index.html", "/locations/sweden/stockholm/feed.xml"),
        ("articles/index.html", "/articles/feed.xml"),
    ],
)
def test_list_links_to_its_feed_where_people_see_it(sample: Built, page: str, feed: str) -> None:
    text = sample.files[page].decode()
    assert f'<a href="{feed}" type="application/atom+xml">' in text
    assert list(_named(text))[-1][1] == feed


def test_title_of_a_feed_is_the_one_that_pages_give_it(sample: Built) -> None:
    for path, data in sample.files.items():
        for title, address in _named(data.decode()) if path.endswith("index.html") else ():
            feed = feedparser.parse(sample.files[address.lstrip("/")]).feed
            assert feed.title == title.replace("&amp;", "&"), path


def test_feeds_are_sound_and_whole(sample: Built) -> None:
    feeds = {path: data for path, data in sample.files.items() if path.endswith("feed.xml")}
    assert len(feeds) > 20
    for path, data in feeds.items():
        read = feedparser.parse(data)
        assert not read.bozo, path
        assert read.feed.id == f"{HOST}/{path}"
        assert len({entry.id for entry in read.entries}) == len(read.entries) <= 50
        for entry in read.entries:
            page = entry.link.removeprefix(f"{HOST}/") + "index.html"
            assert read_html(sample.files[page]).canonical == entry.link
            assert entry.updated >= entry.published
            assert read.feed.updated >= entry.updated


def test_sitemap_of_the_sample_is_valid_by_its_schema(sample: Built, sitemap_schema: XMLSchema) -> None:
    sitemap_schema.validate(BytesIO(sample.files["sitemap.xml"]))
