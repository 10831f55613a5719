"""Addresses that lead elsewhere."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics.diagnostic import Diagnostic
from generator.model.documents import Spans
from generator.model.site_config import Lifecycle
from generator.model.values import Redirection
from generator.pages.assets import Asset, Assets
from generator.pages.kinds import Kind
from tests.builders import DAY, codes_of, make_article, make_page, make_posting, make_published, planned

_COOK = make_posting("cook", category=("Food / Kitchen",), location=("Oslo, Norway",))


# Where site.yaml says the parts of its first redirect.
_SPANS = Spans("content/site.yaml", "\nredirects.0.from 4 12 17\nredirects.0.to 4 23 35\n")


def _led(*documents: Any, **options: Any) -> dict[str, tuple[str, int]]:
    """Where each redirect leads, and with which status, where nothing is wrong."""
    plan, problems = planned(*documents, **options)
    assert problems == ()
    return {r.source: (f"{r.target}{r.rest}", r.status) for r in plan.redirects}


def _written(*pairs: tuple[str, str]) -> tuple[Redirection, ...]:
    return tuple(Redirection(source, target) for source, target in pairs)


def _problem(*documents: Any, **options: Any) -> Diagnostic:
    _, problems = planned(*documents, **options)
    (problem,) = problems
    return problem


def test_former_address_of_a_file_leads_to_its_page() -> None:
    assert _led(
        make_posting("cook", aliases=("/jobs/chef", "/chef.html")),
        make_article("a-morning", aliases=("/articles/morning/",)),
        make_page("students", aliases=("/graduates/",)),
    ) == {
        "/jobs/chef/": ("/jobs/cook/", 301),
        "/chef.html": ("/jobs/cook/", 301),
        "/articles/morning/": ("/articles/a-morning/", 301),
        "/graduates/": ("/students/", 301),
    }


def test_each_redirect_has_a_page() -> None:
    plan, _ = planned(make_posting("cook", aliases=("/jobs/chef/", "/chef.html")))
    pages = [page.url for page in plan.pages if page.kind is Kind.REDIRECT]
    assert pages == ["/chef.html", "/jobs/chef/"]
    assert {"/chef.html", "/jobs/chef/"} <= plan.urls


def test_site_redirects_to_pages_files_and_other_hosts() -> None:
    pairs = (
        ("/vacancies", "/jobs"),
        ("/tea/", "/jobs/?category=food#list"),
        ("/flyer/", "/flyer.pdf"),
        ("/blog/", "https://blog.example.com/a?b=c"),
        ("/home/", "https://careers.example.com/jobs/cook/"),
    )
    assets = Assets({"flyer.pdf": Asset("0")})
    assert _led(_COOK, assets=assets, redirects=_written(*pairs)) == {
        "/vacancies/": ("/jobs/", 301),
        "/tea/": ("/jobs/?category=food#list", 301),
        "/flyer/": ("/flyer.pdf", 301),
        "/blog/": ("https://blog.example.com/a?b=c", 301),
        "/home/": ("/jobs/cook/", 301),
    }


def test_renamed_posting_is_found_from_its_former_address() -> None:
    spans = Spans("content/postings/cook.md", "\nid 3 5 9\n")
    posting = make_posting("cook", id="lh-1", spans=spans, posted=date(2026, 1, 10))
    lock = [make_published("/jobs/chef/", keys=("id:lh-1",))]
    assert _led(posting, lock=lock) == {"/jobs/chef/": ("/jobs/cook/", 301)}


def test_former_address_of_a_posting_that_is_gone_leads_to_its_closed_page() -> None:
    lock = [make_published("/jobs/chef/", keys=("alias:/jobs/old-chef/", "alias:/jobs/cook/"), title="Chef")]
    assert _led(_COOK, lock=lock) == {"/jobs/old-chef/": ("/jobs/chef/", 301)}


def test_category_or_place_without_a_page_leads_to_the_nearest_above() -> None:
    urls = (
        "/categories/food/tea/",
        "/categories/drinks/tea/",
        "/locations/norway/bergen/",
        "/locations/fiji/",
    )
    lock = [make_published(url) for url in urls]
    assert _led(_COOK, lock=lock) == {
        "/categories/food/tea/": ("/categories/food/", 302),
        "/categories/drinks/tea/": ("/categories/", 302),
        "/locations/norway/bergen/": ("/locations/norway/", 302),
        "/locations/fiji/": ("/locations/", 302),
    }


@pytest.mark.parametrize(
    ("url", "target", "document"),
    [
        ("/articles/a-morning/", "/articles/", None),
        ("/students/", "/", None),
        ("/students/", "/", make_page("students", status="draft")),
    ],
)
def test_article_or_page_that_is_gone_leads_up_and_is_told_of(url: str, target: str, document: Any) -> None:
    documents = filter(None, (_COOK, document))
    plan, problems = planned(*documents, lock=[make_published(url, line=4)])
    (problem,) = problems
    assert [(r.source, r.target, r.status) for r in plan.redirects] == [(url, target, 302)]
    assert problem.code.name == "published-page-gone"
    assert f"`aliases: {url}`" in problem.hint
    assert problem.at is not None
    assert (problem.at.path, problem.at.line) == ("content/urls.lock", 4)


def test_alias_of_what_took_its_place_ends_the_matter() -> None:
    lock = [make_published("/students/")]
    assert _led(make_page("graduates", aliases=("/students/",)), lock=lock) == {
        "/students/": ("/graduates/", 301)
    }


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        pytest.param("/jobs/", "PG007", id="the site's own page"),
        pytest.param("/404.html", "PG007", id="a file of the site's own"),
        pytest.param("/jobs/cook", "PG007", id="a posting"),
        pytest.param("/jobs/secret/", "PG007", id="a draft"),
        pytest.param("/jobs/later/", "PG007", id="an upcoming posting"),
        pytest.param("/flyer.html", "PG007", id="a file that is copied"),
        pytest.param("/categories/food/", "PG012", id="a category of today"),
        pytest.param("/locations/norway/", "PG012", id="a place of today"),
    ],
)
def test_address_that_is_taken_is_not_redirected(alias: str, code: str) -> None:
    documents = (
        _COOK,
        make_posting("secret", status="draft"),
        make_posting("later", opens=DAY.replace(year=2027)),
        make_posting(
            "baker", aliases=(alias,), spans=Spans("content/postings/baker.md", "\naliases.0 9 11 20\n")
        ),
    )
    plan, problems = planned(*documents, assets=Assets({"flyer.html": Asset("0")}))
    (problem,) = problems
    assert problem.code.code == code
    assert problem.hint
    assert problem.at is not None
    assert (problem.at.path, problem.at.line) == ("content/postings/baker.md", 9)
    assert plan.redirects == ()


def test_expired_postings_address_is_still_its_own() -> None:
    expired = make_posting("old", posted=DAY.replace(year=2025), closes=DAY.replace(year=2025))
    kept = Lifecycle(keep_closed_for=1)
    problem = _problem(expired, make_posting("new", aliases=("/jobs/old/",)), lifecycle=kept)
    assert problem.code.name == "redirect-from-page"


def test_two_files_that_claim_one_address_are_told_apart() -> None:
    spans = Spans("content/postings/b.md", "\naliases.0 7 10 20\n")
    problem = _problem(
        make_posting("a", aliases=("/jobs/old/",)), make_posting("b", aliases=("/jobs/old",), spans=spans)
    )
    assert problem.code.name == "two-redirects"
    assert problem.at == spans.at("aliases.0")
    assert [note.at.path for note in problem.notes] == ["content/postings/a.md"]


def test_line_of_site_yaml_that_is_in_the_way_is_shown() -> None:
    problem = _problem(_COOK, redirects=_written(("/jobs/", "/jobs/cook/")), spans=_SPANS)
    assert problem.code.name == "redirect-from-page"
    assert problem.at == _SPANS.at("redirects.0.from")


def test_one_address_in_two_spellings_is_one_redirect() -> None:
    assert _led(make_posting("cook", aliases=("/old", "/old/"))) == {"/old/": ("/jobs/cook/", 301)}


@pytest.mark.parametrize(
    "pairs",
    [
        pytest.param((("/a/", "/a"),), id="to itself"),
        pytest.param((("/a/", "https://careers.example.com/a/"),), id="to itself by its whole address"),
        pytest.param((("/a/", "/b/"), ("/b/", "/a/")), id="of two"),
        pytest.param((("/a/", "/b/"), ("/b/", "/c/"), ("/c/", "/a/")), id="of three"),
    ],
)
def test_loop_is_an_error_wherever_one_enters_it(pairs: tuple[tuple[str, str], ...]) -> None:
    plan, problems = planned(_COOK, redirects=_written(*pairs))
    assert codes_of(problems) == ["PG009"] * len(pairs)
    assert plan.redirects == ()
    assert "`/a/` → " in problems[0].message


def test_chain_names_where_it_ends_and_goes_straight_there() -> None:
    pairs = (("/a/", "/b"), ("/b/", "/chef/"))
    plan, problems = planned(make_posting("cook", aliases=("/chef/",)), redirects=_written(*pairs))
    assert {r.source: r.target for r in plan.redirects} == {
        "/a/": "/jobs/cook/",
        "/b/": "/jobs/cook/",
        "/chef/": "/jobs/cook/",
    }
    assert codes_of(problems) == ["PG010", "PG010"]
    assert {problem.hint for problem in problems} == {"write `/jobs/cook/`"}


def test_chain_over_what_is_temporary_is_temporary() -> None:
    lock = [make_published("/categories/tea/")]
    plan, problems = planned(_COOK, lock=lock, redirects=_written(("/tea/", "/categories/tea/")))
    assert {r.source: (r.target, r.status) for r in plan.redirects}["/tea/"] == ("/categories/", 302)
    assert codes_of(problems) == ["PG010"]


def test_target_that_is_not_there_is_an_error_with_the_nearest() -> None:
    problem = _problem(_COOK, redirects=_written(("/old/", "/jobs/coook/")), spans=_SPANS)
    assert problem.code.name == "redirect-to-nowhere"
    assert problem.at == _SPANS.at("redirects.0.to")
    assert problem.hint == "did you mean `/jobs/cook/`?"


def test_target_that_is_not_published_today_is_waited_for() -> None:
    draft = make_posting("cook", status="draft")
    plan, problems = planned(draft, redirects=_written(("/old/", "/jobs/cook")))
    assert codes_of(problems) == ["PG005"]
    assert plan.redirects == ()


def test_redirect_to_what_has_expired_is_no_error() -> None:
    """It was right yesterday, and nobody has touched it."""
    expired = make_published("/jobs/old/", last=DAY.replace(month=1))
    plan, problems = planned(
        _COOK,
        lock=[expired],
        redirects=_written(("/chef/", "/jobs/old/")),
        lifecycle=Lifecycle(keep_closed_for=10),
    )
    assert codes_of(problems) == ["PG005"]
    assert plan.redirects == ()


def test_redirect_that_needs_a_folder_where_a_file_is_cannot_be() -> None:
    problem = _problem(make_posting("cook", aliases=("/robots.txt/old/",)))
    assert problem.code.name == "two-on-one-address"
    assert problem.at is not None
    assert problem.at.path == "content/postings/cook.md"


def test_file_of_the_site_stands_for_what_is_remembered() -> None:
    assets = Assets({"jobs/chef/index.html": Asset("0")})
    plan, problems = planned(_COOK, assets=assets, lock=[make_published("/jobs/chef/")])
    assert problems == ()
    assert "/jobs/chef/" not in plan.urls


def test_remembered_posting_is_no_file_that_others_could_link_to() -> None:
    plan, _ = planned(_COOK, lock=[make_published("/jobs/chef/")])
    assert "/jobs/chef/" in plan.urls
    assert "content/urls.lock" not in plan.url_of


_STEPS = st.sampled_from(
    ("/a/", "/b", "/c.html", "/d/", "/jobs/", "/jobs/cook/", "/gone/", "/categories/tea/")
)


@given(st.lists(st.tuples(_STEPS, _STEPS | st.just("https://blog.example.com/")), max_size=8))
def test_whatever_is_asked_for_each_redirect_ends_at_something(pairs: list[tuple[str, str]]) -> None:
    """However they cross: no redirect from a page, none to another redirect, none to nothing."""
    lock = [make_published("/categories/tea/"), make_published("/jobs/chef/")]
    plan, _ = planned(make_posting("cook", aliases=("/d/",)), lock=lock, redirects=_written(*pairs))
    sources = {redirect.source for redirect in plan.redirects}
    pages = [page.url for page in plan.pages if page.kind is not Kind.REDIRECT]
    assert len(sources) == len(plan.redirects)
    assert sources.isdisjoint(pages)
    for redirect in plan.redirects:
        assert redirect.target in pages or redirect.target == "https://blog.example.com/"
