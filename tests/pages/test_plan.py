from datetime import date

import pytest
from msgspec.structs import replace

from generator.diagnostics.diagnostic import Span
from generator.model.documents import Spans
from generator.pages.assets import Asset, Assets
from generator.pages.kinds import Kind
from generator.pages.plan import plan
from generator.pages.urls import file_of
from tests.builders import make_article, make_office, make_page, make_plan, make_posting, make_site


def test_every_kind_of_page_has_its_address() -> None:
    planned = make_plan(
        make_posting("data-engineer", category=("Engineering & IT / Data",), location=("São Paulo, Brazil",)),
        make_article("a-story"),
        make_page("students"),
    )
    assert [page.url for page in planned.pages] == [
        "/",
        "/jobs/",
        "/jobs/data-engineer/",
        "/categories/",
        "/categories/engineering-it/",
        "/categories/engineering-it/data/",
        "/locations/",
        "/locations/brazil/",
        "/locations/brazil/sao-paulo/",
        "/articles/",
        "/articles/a-story/",
        "/students/",
        "/saved/",
        "/404.html",
        "/jobs/index.json",
        "/jobs.json",
        "/feed.xml",
        "/categories/engineering-it/feed.xml",
        "/categories/engineering-it/data/feed.xml",
        "/locations/brazil/feed.xml",
        "/locations/brazil/sao-paulo/feed.xml",
        "/articles/feed.xml",
        "/sitemap.xml",
        "/robots.txt",
        "/_redirects",
        "/_headers",
        "/vercel.json",
        "/staticwebapp.config.json",
    ]


@pytest.mark.parametrize(
    ("stem", "slug"),
    [
        ("Information Technology Specialist GS15", "information-technology-specialist-gs15"),
        ("Ljudtekniker Malmö", "ljudtekniker-malmo"),
        ("v2.1_engineer", "v2-1-engineer"),
    ],
)
def test_address_comes_from_the_files_name(stem: str, slug: str) -> None:
    urls = make_plan(make_posting(stem, title="Another title")).urls
    assert f"/jobs/{slug}/" in urls


def test_title_status_and_folder_never_change_an_address() -> None:
    posting = make_posting("data-engineer")
    moved = replace(
        posting, spans=Spans("content/postings/old/data-engineer.md"), status="filled", title="Else"
    )
    assert make_plan(posting).url_of[posting.spans.path] == make_plan(moved).url_of[moved.spans.path]


@pytest.mark.parametrize(("jobs", "pages"), [(0, 1), (100, 1), (101, 2), (201, 3)])
def test_lists_go_on_after_a_hundred_rows(jobs: int, pages: int) -> None:
    planned = make_plan(*(make_posting(f"p{i:03}") for i in range(jobs)))
    expected = ["/jobs/", "/jobs/page/2/", "/jobs/page/3/"][:pages]
    assert [page.url for page in planned.pages if page.kind is Kind.JOBS] == expected


def test_draft_has_no_page_unless_asked_for() -> None:
    draft = make_posting("secret", status="draft")
    assert "/jobs/secret/" not in make_plan(draft).urls
    assert "/jobs/secret/" in make_plan(draft, drafts=True).urls


def test_upcoming_posting_gets_its_page_on_its_day() -> None:
    posting = make_posting("soon", opens=date(2026, 3, 17))
    assert "/jobs/soon/" not in make_plan(posting).urls
    assert "/jobs/soon/" in make_plan(posting, today=date(2026, 3, 17)).urls


def test_two_files_on_one_address_are_an_error_naming_both() -> None:
    one, two = make_posting("data-analyst"), make_posting("Data Analyst", id="other")
    (problem,) = plan(make_site(one, two), Assets())[1]
    assert problem.code.name == "two-on-one-address"
    assert (
        "`content/postings/Data Analyst.md` and" in problem.message
        or "and `content/postings/Data" in problem.message
    )
    assert problem.at
    assert {problem.at.path, problem.notes[0].at.path} == {one.spans.path, two.spans.path}


def test_page_that_would_replace_the_sites_own_is_an_error() -> None:
    problems = plan(make_site(make_page("jobs")), Assets())[1]
    assert [p.message for p in problems] == ["`/jobs/` is the site's own page"]


def test_static_file_that_would_replace_a_page_is_an_error() -> None:
    assets = Assets({"students/index.html": Asset("0")})
    (problem,) = plan(make_site(make_page("students")), assets)[1]
    assert "content/static/students/index.html" in problem.message


def test_city_page_stays_when_its_office_gets_a_page() -> None:
    posting = make_posting(location=("Lund, Sweden",))
    office = make_office("lund", "Lund", "Lund, Sweden")
    assert make_plan(posting).urls == make_plan(posting, office).urls


@pytest.mark.parametrize(
    ("url", "file"), [("/", "index.html"), ("/jobs/a/", "jobs/a/index.html"), ("/404.html", "404.html")]
)
def test_file_of_an_address(url: str, file: str) -> None:
    assert file_of(url) == file


@pytest.mark.parametrize(
    ("static", "other"),
    [
        ("jobs", "the site's own page `/jobs/`"),
        ("index.html/x", "the site's own page `/`"),
        ("students", "content/pages/students.md"),
        ("assets", "a file of the theme `/assets/site.0123456789.css`"),
        (".openings-staging/x", "the folder that a build works in"),
    ],
)
def test_file_where_another_needs_a_folder_is_an_error_naming_both(static: str, other: str) -> None:
    assets = Assets({static: Asset("0")}, {"site.css": "/assets/site.0123456789.css"})
    (problem,) = plan(make_site(make_page("students")), assets)[1]
    assert problem.code.name == "two-on-one-address"
    assert f"content/static/{static}" in problem.message
    assert other in problem.message


def test_static_file_in_place_of_the_themes_is_an_error() -> None:
    name = "assets/site.0123456789.css"
    (problem,) = plan(make_site(), Assets({name: Asset("0")}, {"site.css": f"/{name}"}))[1]
    assert problem.message == f"`/{name}` is a file of the theme"
    assert problem.at == Span(f"content/static/{name}")


def test_categories_on_one_address_are_left_to_the_category_tree() -> None:
    site = make_site(make_posting("a", category=("C++",)), make_posting("b", category=("C#",)))
    assert plan(site, Assets())[1] == ()


def test_very_long_names_get_addresses_that_a_file_system_takes() -> None:
    long = "Head of " + "everything and " * 30
    postings = [make_posting(f"{long} {i}", category=(f"{long} {i}",)) for i in range(2)]
    planned = make_plan(*postings)
    assert plan(planned.site, Assets())[1] == ()
    assert max(len(part) for url in planned.urls for part in url.split("/")) <= 100
    assert all(part.count("everythin") == part.count("everything") for part in planned.urls)
