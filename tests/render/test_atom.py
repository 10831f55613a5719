"""Atom feeds as readers' programs see them."""

from typing import Any

import feedparser
import pytest

from generator.pages.data_views import FeedEntry, FeedView
from generator.render.atom import atom
from generator.render.words import translator

WORDS = translator({"feed.jobs": "Jobs – {site}", "feed.category": "{name} jobs – {site}"})
DAY = "2026-03-02T00:00:00+01:00"
ENTRY = FeedEntry(
    id="tag:careers.example.com,2026:jobs/lh-4821",
    title="R&D <engineer>",
    url="https://careers.example.com/jobs/r-d-engineer/?a=1&b=2",
    language="",
    author="",
    published="2026-03-02T00:00:00+01:00",
    updated="2026-03-09T00:00:00+01:00",
    summary="Is 1 < 2 & so on?",
    categories=("Engineering & IT / Software",),
)


def _feed(*entries: FeedEntry, **fields: Any) -> bytes:
    defaults: dict[str, Any] = {
        "about": "jobs",
        "name": "",
        "site_name": "Example",
        "url": "https://careers.example.com/feed.xml",
        "page_url": "https://careers.example.com/jobs/",
        "subtitle": "We make things.",
        "updated": "2026-03-09T00:00:00+01:00",
        "language": "en",
        "author": "Example Ltd",
        "author_url": "https://example.com",
        "generator": "Openings 1",
    }
    return atom(FeedView(entries=entries, **{**defaults, **fields}), WORDS)


def _read(data: bytes) -> Any:
    read = feedparser.parse(data)
    assert not read.bozo
    assert read.version == "atom10"
    return read


def test_feed_says_all_that_atom_demands_of_it() -> None:
    feed = _read(_feed()).feed
    assert feed.id == "https://careers.example.com/feed.xml"
    assert (feed.title, feed.subtitle) == ("Jobs – Example", "We make things.")
    assert feed.updated == "2026-03-09T00:00:00+01:00"
    assert (feed.author_detail.name, feed.author_detail.href) == ("Example Ltd", "https://example.com")
    assert (feed.generator, feed.language) == ("Openings 1", "en")
    assert {link.rel: (link.href, link.type) for link in feed.links} == {
        "self": ("https://careers.example.com/feed.xml", "application/atom+xml"),
        "alternate": ("https://careers.example.com/jobs/", "text/html"),
    }


def test_entry_says_all_that_atom_demands_of_it() -> None:
    (entry,) = _read(_feed(ENTRY)).entries
    assert entry.id == "tag:careers.example.com,2026:jobs/lh-4821"
    assert (entry.title, entry.summary) == ("R&D <engineer>", "Is 1 < 2 & so on?")
    assert (entry.title_detail.type, entry.summary_detail.type) == ("text/plain", "text/plain")
    assert (entry.published, entry.updated) == ("2026-03-02T00:00:00+01:00", "2026-03-09T00:00:00+01:00")
    assert entry.link == "https://careers.example.com/jobs/r-d-engineer/?a=1&b=2"
    assert [tag.term for tag in entry.tags] == ["Engineering & IT / Software"]


def test_what_an_entry_does_not_say_is_left_out() -> None:
    bare = FeedEntry("tag:x,2026:y", "T", "https://x.example/", "", "", DAY, DAY, "")
    data = _feed(bare, subtitle="", author_url="")
    assert b"<summary" not in data
    assert b"<subtitle" not in data
    assert b"<uri" not in data
    assert data.count(b"<author>") == 1


def test_entry_of_another_language_or_author_says_so() -> None:
    entry = FeedEntry("tag:x,2026:y", "T", "https://x.example/", "sv", "Ada", DAY, DAY, "")
    data = _feed(entry)
    assert b'<entry xml:lang="sv">' in data
    assert _read(data).entries[0].author == "Ada"


def test_feed_that_nothing_was_ever_in_still_names_a_moment() -> None:
    assert _read(_feed(updated="")).feed.updated == "1970-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("about", "name", "title"),
    [
        ("jobs", "", "Jobs – Example"),
        ("category", "R&D", "R&D jobs – Example"),
        ("place", "Lund, Sweden", "Lund, Sweden – Example"),
        ("articles", "", "Example"),
    ],
)
def test_title_is_in_the_words_of_the_theme_or_names_alone(about: str, name: str, title: str) -> None:
    assert _read(_feed(about=about, name=name)).feed.title == title
