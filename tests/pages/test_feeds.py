from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from generator.model.documents import Body
from generator.model.site_config import Company, Lifecycle
from generator.pages.data_views import FeedView
from generator.pages.plan import Plan
from generator.pages.view import Viewer
from generator.pages.views import FeedLink
from tests.builders import make_article, make_category, make_office, make_plan, make_posting, make_published

HOST = "https://careers.example.com"
_TODAY = "2026-03-16T00:00:00+00:00"


def _feed(planned: Plan, url: str = "/feed.xml") -> FeedView:
    view = Viewer(planned, "en").view(next(page for page in planned.pages if page.url == url))
    assert isinstance(view, FeedView)
    return view


def test_feed_holds_the_open_jobs_newest_first_then_by_id() -> None:
    planned = make_plan(
        make_posting("b", id="id-2"),
        make_posting("a", id="id-3"),
        make_posting("new", posted=date(2026, 3, 9)),
        make_posting("filled", status="filled"),
        make_posting("held", status="on-hold"),
        make_posting("soon", opens=date(2026, 4, 1)),
        make_posting("draft", status="draft"),
        drafts=True,
    )
    assert [entry.title for entry in _feed(planned).entries] == ["New", "B", "A"]


def test_feed_holds_the_newest_fifty() -> None:
    days = [date(2026, 1, 1) + timedelta(days=i) for i in range(60)]
    feed = _feed(make_plan(*(make_posting(f"p-{day}", posted=day) for day in days)))
    assert [entry.published[:10] for entry in feed.entries] == [day.isoformat() for day in days[:9:-1]]


def test_entry_says_what_the_posting_says() -> None:
    posting = make_posting(
        id="lh-4821",
        title="Staff <engineer>",
        summary="Build it.",
        company="Example Labs",
        language="sv",
        posted=date(2025, 12, 2),
        updated=date(2026, 3, 4),
        category=("Engineering & IT / Software", "Design"),
    )
    (entry,) = _feed(make_plan(posting)).entries
    assert entry.id == "tag:careers.example.com,2025:jobs/lh-4821"
    assert entry.url == f"{HOST}/jobs/backend-engineer/"
    assert (entry.title, entry.summary, entry.author) == ("Staff <engineer>", "Build it.", "Example Labs")
    assert (entry.published, entry.updated) == ("2025-12-02T00:00:00+00:00", "2026-03-04T00:00:00+00:00")
    assert entry.language == "sv"
    assert entry.categories == ("Engineering & IT / Software", "Design")


def test_entry_without_a_summary_has_the_opening_words_or_nothing() -> None:
    planned = make_plan(make_posting("a", body=Body((), "Opening words")), make_posting("b"))
    assert [entry.summary for entry in _feed(planned).entries] == ["Opening words", ""]


def test_id_of_an_entry_stays_when_the_posting_moves_and_is_retitled() -> None:
    before = make_posting("old", id="r-1")
    after = make_posting("new", id="r-1", title="Other", location=("Lund, Sweden",), updated=date(2026, 3, 9))
    first, second = (_feed(make_plan(posting)).entries[0] for posting in (before, after))
    assert first.id == second.id
    assert first.url != second.url


def test_ids_of_two_sites_on_one_host_are_told_apart() -> None:
    ids = {
        _feed(make_plan(make_posting(), url=url)).entries[0].id
        for url in ("https://example.github.io/one", "https://example.github.io/two")
    }
    assert ids == {f"tag:example.github.io,2026:{name}/jobs/backend-engineer" for name in ("one", "two")}


@pytest.mark.parametrize(
    ("url", "owner"),
    [
        ("https://jobb.åre.example", "jobb.xn--re-xia.example,2026:"),
        ("https://example.com/jobb på åre", "example.com,2026:jobb%20p%C3%A5%20%C3%A5re/"),
        ("https://example.com/%C3%A5re", "example.com,2026:%C3%A5re/"),
        ("https://EXAMPLE.com:8080", "example.com,2026:"),
    ],
)
def test_id_of_an_entry_is_a_uri_whatever_the_address_of_the_site(url: str, owner: str) -> None:
    assert _feed(make_plan(make_posting(), url=url)).entries[0].id == f"tag:{owner}jobs/backend-engineer"


@pytest.mark.parametrize(
    ("url", "titles"),
    [
        ("/categories/engineering/feed.xml", ["A", "B"]),
        ("/categories/engineering/data/feed.xml", ["B"]),
        ("/categories/music/feed.xml", ["C"]),
        ("/locations/germany/feed.xml", ["A", "B"]),
        ("/locations/germany/berlin/feed.xml", ["A"]),
        ("/locations/sweden/lund/feed.xml", ["B", "C"]),
    ],
)
def test_category_and_place_have_a_feed_of_their_own(url: str, titles: list[str]) -> None:
    planned = make_plan(
        make_posting("a"),
        make_posting("b", category=("Engineering / Data",), location=("Bonn, Germany", "Lund, Sweden")),
        make_posting("c", category=("Music",), location=("Lund, Sweden",)),
    )
    feed = _feed(planned, url)
    assert [entry.title for entry in feed.entries] == titles
    assert feed.url == HOST + url
    assert feed.page_url == HOST + url.removesuffix("feed.xml")


def test_every_category_and_place_with_a_page_has_a_feed() -> None:
    planned = make_plan(
        make_posting(), make_category("old", "Old"), make_office("lund", "Lund", "Lund, Sweden")
    )
    nodes = {page.url for page in planned.pages if page.kind in ("category", "place")}
    feeds = {page.url for page in planned.pages if page.kind == "feed"}
    assert feeds == {f"{url}feed.xml" for url in nodes} | {"/feed.xml", "/articles/feed.xml"}


def test_articles_have_a_feed() -> None:
    planned = make_plan(
        make_article("old", author="Ada Berg", summary="Once.", categories=("Engineering",)),
        make_article("new", date=date(2026, 3, 1), updated=date(2026, 3, 4)),
        make_article("sketch", status="draft", date=date(2026, 3, 9)),
        make_posting(),
        drafts=True,
    )
    feed = _feed(planned, "/articles/feed.xml")
    new, old = feed.entries
    assert (new.title, new.published[:10], new.updated[:10]) == ("New", "2026-03-01", "2026-03-04")
    assert old.id == "tag:careers.example.com,2026:articles/old"
    assert (old.author, old.summary, old.categories) == ("Ada Berg", "Once.", ("Engineering",))
    assert (feed.updated[:10], feed.page_url) == ("2026-03-04", f"{HOST}/articles/")


def test_no_feed_and_no_entry_tells_a_day_still_to_come() -> None:
    planned = make_plan(
        make_posting("a", updated=date(2026, 3, 20)),
        make_posting("b", posted=date(2026, 4, 1)),
        make_article("story", date=date(2026, 4, 1), updated=date(2026, 4, 2)),
    )
    for url in ("/feed.xml", "/categories/engineering/feed.xml", "/articles/feed.xml"):
        feed = _feed(planned, url)
        assert {feed.updated, *(entry.updated for entry in feed.entries)} == {_TODAY}
        assert max(entry.published for entry in feed.entries) == _TODAY


@pytest.mark.parametrize(
    "url", ["/feed.xml", "/categories/engineering/feed.xml", "/locations/germany/berlin/feed.xml"]
)
def test_feed_has_changed_when_a_job_closed(url: str) -> None:
    stays = make_posting("stays", posted=date(2026, 3, 1))
    leaves = make_posting("leaves", posted=date(2026, 2, 1), closes=date(2026, 3, 9))
    before = _feed(make_plan(stays, leaves, today=date(2026, 3, 9)), url)
    after = _feed(make_plan(stays, leaves, today=date(2026, 3, 10)), url)
    assert (before.updated[:10], after.updated[:10]) == ("2026-03-01", "2026-03-10")
    assert len(before.entries) == len(after.entries) + 1


@pytest.mark.parametrize("keep", [None, 3])
def test_feed_does_not_go_back_when_the_file_of_a_posting_is_deleted(keep: int | None) -> None:
    stays = make_posting("stays", posted=date(2026, 2, 1), category=("Food / Tea", "Music"))
    gone = make_published("/jobs/gone/", category="Food / Tea", last=date(2026, 3, 9))
    planned = make_plan(stays, lock=(gone,), lifecycle=Lifecycle(keep_closed_for=keep))
    days = {
        url: _feed(planned, f"{url}feed.xml").updated[:10]
        for url in ("/", "/categories/food/", "/categories/food/tea/", "/categories/music/")
    }
    assert list(days.values()) == ["2026-03-10", "2026-03-10", "2026-03-10", "2026-02-01"]
    assert len(_feed(planned).entries) == 1


def test_day_is_its_first_moment_in_the_time_zone_of_the_site() -> None:
    feed = _feed(make_plan(make_posting(posted=date(2026, 3, 2)), time_zone="Asia/Tokyo"))
    (entry,) = feed.entries
    assert {feed.updated, entry.updated, entry.published} == {"2026-03-02T00:00:00+09:00"}


def test_feed_that_nothing_was_ever_in_has_no_day() -> None:
    assert _feed(make_plan()).updated == ""
    assert _feed(make_plan(), "/articles/feed.xml").updated == ""


def test_feed_says_whose_it_is() -> None:
    company = Company("Example Ltd", "https://example.com")
    feed = _feed(make_plan(company=company, description="We make things.", tagline="Come."))
    assert (feed.about, feed.name, feed.site_name) == ("jobs", "", "Example")
    assert (feed.author, feed.author_url) == ("Example Ltd", "https://example.com")
    assert (feed.subtitle, feed.page_url) == ("We make things.", f"{HOST}/jobs/")


def test_feed_of_a_category_or_place_says_its_name_and_summary() -> None:
    planned = make_plan(
        make_posting(),
        make_category("engineering", "Engineering", summary="We build."),
        make_office("berlin", "Berlin", "Berlin, Germany", summary="By the river."),
    )
    category = _feed(planned, "/categories/engineering/feed.xml")
    place = _feed(planned, "/locations/germany/berlin/feed.xml")
    assert (category.about, category.name, category.subtitle) == ("category", "Engineering", "We build.")
    assert (place.about, place.name, place.subtitle) == ("place", "Berlin, Germany", "By the river.")


_ALL = FeedLink("/careers/feed.xml", "jobs")


@pytest.mark.parametrize(
    ("url", "feeds"),
    [
        ("/", (_ALL,)),
        ("/jobs/backend-engineer/", (_ALL,)),
        ("/404.html", (_ALL,)),
        (
            "/categories/engineering/",
            (_ALL, FeedLink("/careers/categories/engineering/feed.xml", "category", "Engineering")),
        ),
        (
            "/locations/germany/",
            (_ALL, FeedLink("/careers/locations/germany/feed.xml", "place", "Germany")),
        ),
        ("/articles/", (_ALL, FeedLink("/careers/articles/feed.xml", "articles"))),
        ("/articles/story/", (_ALL, FeedLink("/careers/articles/feed.xml", "articles"))),
    ],
)
def test_page_names_the_feed_of_all_jobs_and_the_one_nearest_to_it(url: str, feeds: Any) -> None:
    planned = make_plan(make_posting(), make_article("story"), url="https://example.github.io/careers")
    page = next(page for page in planned.pages if page.url == url)
    view: Any = Viewer(planned, "en").view(page)
    assert view.head.feeds == feeds


def test_entry_is_made_once_for_all_feeds() -> None:
    planned = make_plan(make_posting())
    viewer = Viewer(planned, "en")
    views: list[Any] = [viewer.view(page) for page in planned.pages if page.kind == "feed"]
    assert len({id(entry) for view in views for entry in view.entries}) == 1


def test_edit_of_a_body_beyond_its_opening_words_leaves_the_feed() -> None:
    posting = make_posting(body=Body((), "Opening", is_empty=False))
    edited = replace(posting, body=replace(posting.body, minutes=3, anchors=("more",), length=100))
    assert _feed(make_plan(posting)) == _feed(make_plan(edited))
