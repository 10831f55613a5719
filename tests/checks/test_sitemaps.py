import pytest

from generator.checks.html_facts import HtmlFacts
from generator.checks.sitemaps import sitemap_problems
from generator.pages.data_views import SitemapEntry, SitemapIndexView, SitemapView
from generator.render.sitemap import for_search_engines

_URL = "https://careers.example.com/work"
_JOB = "jobs/cook/index.html"
_PAGES = {
    "index.html": HtmlFacts(),
    _JOB: HtmlFacts(),
    "old/index.html": HtmlFacts(leads_to="/work/"),
    "saved/index.html": HtmlFacts(is_indexed=False),
    "a & b/index.html": HtmlFacts(),
}


def _entries(*paths: str) -> tuple[SitemapEntry, ...]:
    return tuple(SitemapEntry(path if "://" in path else f"{_URL}{path}", "2026-03-02") for path in paths)


def _listing(*paths: str) -> bytes:
    return for_search_engines(SitemapView(_entries(*paths)))


def _said(sitemaps: dict[str, bytes]) -> list[tuple[str, str]]:
    files = {**dict.fromkeys(_PAGES, b""), "feed.xml": b"", **sitemaps}
    problems = list(sitemap_problems(files, _PAGES, [_JOB], _URL))
    assert {problem.code.name for problem in problems} <= {"wrong-sitemap"}
    return [(problem.message, problem.at.path) for problem in problems if problem.at]


def test_good_sitemap_has_no_problem() -> None:
    assert _said({"sitemap.xml": _listing("/", "/jobs/cook/", "/a%20&%20b/")}) == []


def test_site_may_do_without_a_sitemap() -> None:
    assert _said({}) == []


@pytest.mark.parametrize(
    ("path", "flaw"),
    [
        ("/gone/", "which isn't there"),
        ("/feed.xml", "which is no page"),
        ("/old/", "which leads on to another page"),
        ("/saved/", "which has `noindex`"),
        ("https://example.com/", "which is of another site"),
    ],
)
def test_address_that_search_engines_cannot_keep_is_told(path: str, flaw: str) -> None:
    address = path if "://" in path else f"{_URL}{path}"
    assert _said({"sitemap.xml": _listing("/jobs/cook/", path)}) == [
        (f"the sitemap lists `{address}`, {flaw}", "sitemap.xml")
    ]


def test_page_with_a_posting_that_no_sitemap_lists_is_told() -> None:
    assert _said({"sitemap.xml": _listing("/")}) == [
        ("no sitemap lists the page, which has a JobPosting", _JOB)
    ]


def test_sitemap_may_be_divided() -> None:
    index = for_search_engines(SitemapIndexView(_entries("/sitemaps/1.xml", "/sitemaps/2.xml")))
    parts = {"sitemaps/1.xml": _listing("/"), "sitemaps/2.xml": _listing("/jobs/cook/")}
    assert _said({"sitemap.xml": index, **parts}) == []
    assert _said({"sitemap.xml": index, "sitemaps/2.xml": parts["sitemaps/2.xml"]}) == [
        (f"the sitemap lists `{_URL}/sitemaps/1.xml`, which isn't there", "sitemap.xml")
    ]
    assert _said({"sitemap.xml": index, **parts, "sitemaps/2.xml": _listing("/saved/")}) == [
        (f"the sitemap lists `{_URL}/saved/`, which has `noindex`", "sitemaps/2.xml"),
        ("no sitemap lists the page, which has a JobPosting", _JOB),
    ]


def test_pictures_in_a_sitemap_are_no_pages() -> None:
    picture = b"<image:image><image:loc>https://example.com/a.png</image:loc></image:image></url>"
    assert _said({"sitemap.xml": _listing("/jobs/cook/").replace(b"</url>", picture)}) == []


def test_file_that_is_no_sitemap_lists_nothing() -> None:
    assert _said({"sitemap.xml": b"\xff<"}) == [("no sitemap lists the page, which has a JobPosting", _JOB)]
