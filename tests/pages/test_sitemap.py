"""When search engines are told that a page changed, and how a large site's sitemap is divided."""

from datetime import date
from typing import Any

import pytest

from generator.model.values import JobFilter
from generator.pages.assets import Assets
from generator.pages.data_views import SitemapEntry, SitemapIndexView, SitemapView
from generator.pages.plan import Plan, plan
from generator.pages.sitemap_parts import Limits
from generator.pages.view import Viewer
from tests.builders import (
    make_article,
    make_office,
    make_page,
    make_plan,
    make_posting,
    make_published,
    make_site,
)

HOST = "https://careers.example.com"


def _entries(planned: Plan, url: str = "/sitemap.xml") -> tuple[SitemapEntry, ...]:
    page = next(page for page in planned.pages if page.url == url)
    view = Viewer(planned, "en").view(page)
    assert isinstance(view, SitemapView | SitemapIndexView)
    return view.entries


def _days(*documents: Any, **options: Any) -> dict[str, str]:
    entries = _entries(make_plan(*documents, **options))
    return {entry.url.removeprefix(HOST): entry.updated for entry in entries}


_OPEN = make_posting("open", posted=date(2026, 3, 2))


@pytest.mark.parametrize(
    ("posting", "day"),
    [
        pytest.param(make_posting(posted=date(2026, 3, 2)), "2026-03-02", id="posted"),
        pytest.param(
            make_posting(posted=date(2026, 3, 2), updated=date(2026, 3, 9)), "2026-03-09", id="updated"
        ),
        pytest.param(
            make_posting(posted=date(2026, 1, 2), opens=date(2026, 3, 11)), "2026-03-11", id="opened"
        ),
    ],
)
def test_posting_tells_its_last_change(posting: Any, day: str) -> None:
    assert _days(posting)["/jobs/backend-engineer/"] == day


def test_no_page_tells_a_day_still_to_come() -> None:
    story = make_article("story", date=date(2026, 4, 1), updated=date(2026, 4, 2))
    days = _days(make_posting(updated=date(2026, 3, 20)), make_posting("b", posted=date(2026, 4, 1)), story)
    told = ("/jobs/b/", "/jobs/backend-engineer/", "/jobs/", "/articles/story/", "/articles/", "/")
    assert {days[url] for url in told} == {"2026-03-16"}


def test_article_tells_the_later_of_its_days() -> None:
    days = _days(
        make_article("old", date=date(2026, 1, 5)),
        make_article("mended", date=date(2026, 1, 1), updated=date(2026, 2, 2)),
        make_article("odd", date=date(2026, 1, 1), updated=date(2025, 2, 2)),
    )
    assert days["/articles/old/"] == "2026-01-05"
    assert days["/articles/mended/"] == "2026-02-02"
    assert days["/articles/odd/"] == "2026-01-01"
    assert days["/articles/"] == "2026-02-02"


@pytest.mark.parametrize(
    "url",
    [
        *("/", "/jobs/", "/categories/", "/locations/", "/students/"),
        *("/categories/engineering/", "/locations/germany/", "/locations/germany/berlin/"),
    ],
)
def test_list_has_changed_when_one_left_it(url: str) -> None:
    closed = make_posting("closed", posted=date(2026, 1, 2), closes=date(2026, 3, 10))
    page = make_page("students", jobs=JobFilter(category=("Engineering",)))
    assert _days(_OPEN, page)[url] == "2026-03-02"
    assert _days(_OPEN, page, closed)[url] == "2026-03-11"


@pytest.mark.parametrize(
    ("wanted", "day"),
    [
        (JobFilter(category=("Engineering",)), "2026-03-11"),
        (JobFilter(category=("Engineering",), remote=("no",)), "2026-03-02"),
        (JobFilter(location=("Berlin, Germany",)), "2026-03-02"),
    ],
)
def test_chosen_list_has_changed_for_a_deleted_posting_only_where_that_is_known(
    wanted: JobFilter, day: str
) -> None:
    gone = make_published("/jobs/gone/", category="Engineering", last=date(2026, 3, 10))
    days = _days(_OPEN, make_page("students", jobs=wanted), lock=(gone,))
    assert (days["/students/"], days["/jobs/"]) == (day, "2026-03-11")


def test_list_has_not_changed_for_what_nobody_has_seen() -> None:
    draft = make_posting("draft", posted=date(2026, 3, 12), status="draft")
    upcoming = make_posting("upcoming", posted=date(2026, 3, 12), opens=date(2026, 4, 1))
    assert _days(_OPEN, draft, upcoming)["/jobs/"] == "2026-03-02"
    assert _days(_OPEN, draft, upcoming, drafts=True)["/categories/engineering/"] == "2026-03-02"


def test_list_that_nothing_was_ever_in_tells_no_day_nor_does_a_plain_page() -> None:
    days = _days(make_office("lund", "Lund", "Lund, Sweden"), make_page("students"))
    unknown = ("/", "/jobs/", "/articles/", "/categories/", "/locations/sweden/lund/", "/students/")
    assert {days[url] for url in unknown} == {""}


def test_home_has_changed_with_the_jobs_or_the_articles() -> None:
    assert _days(_OPEN, make_article("story", date=date(2026, 3, 8)))["/"] == "2026-03-08"
    assert _days(_OPEN, make_article("story", date=date(2026, 1, 8)))["/"] == "2026-03-02"


def test_further_pages_of_a_list_tell_the_same_day() -> None:
    days = _days(*(make_posting(f"p-{i:03}") for i in range(101)))
    assert days["/jobs/page/2/"] == days["/jobs/"] == "2026-03-02"


def _divided(most: int, *documents: Any, **config: Any) -> Plan:
    site = make_site(*documents, **config)
    return plan(site, Assets(), limits=Limits(addresses=most))[0]


def test_large_sitemap_becomes_an_index_of_its_parts() -> None:
    documents = [make_posting(f"p-{i}", updated=date(2026, 3, i + 3)) for i in range(4)]
    whole = _entries(make_plan(*documents))
    planned = _divided(5, *documents)
    listed = _entries(planned)
    assert [entry.url for entry in listed] == [f"{HOST}/sitemaps/{n}.xml" for n in (1, 2, 3)]
    parts = [_entries(planned, f"/sitemaps/{n}.xml") for n in (1, 2, 3)]
    assert tuple(entry for part in parts for entry in part) == whole
    assert [entry.updated for entry in listed] == [max(e.updated for e in part) for part in parts]


def test_parts_live_below_the_folder_of_the_site() -> None:
    planned = _divided(5, make_posting(), url="https://example.github.io/careers")
    assert _entries(planned)[0].url == "https://example.github.io/careers/sitemaps/1.xml"


def test_sitemap_that_fits_is_one_file() -> None:
    assert [page.url for page in _divided(100, make_posting()).pages if "sitemap" in page.url] == [
        "/sitemap.xml"
    ]


def test_page_that_search_engines_should_forget_is_in_no_sitemap() -> None:
    days = _days(
        _OPEN, make_posting("gone", status="filled"), make_article("sketch", status="draft"), drafts=True
    )
    assert "/jobs/open/" in days
    assert (
        not {"/jobs/gone/", "/articles/sketch/", "/saved/", "/404.html", "/feed.xml", "/jobs.json"}
        & days.keys()
    )
