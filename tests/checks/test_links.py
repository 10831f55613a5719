from datetime import date
from typing import Any

import pytest

from generator.checks.links import frame_problems, link_problems
from generator.diagnostics.suggest import sparing
from generator.model.documents import Body, Posting, Reference
from generator.model.site_config import Footer, Lifecycle
from generator.model.values import Link
from generator.pages.assets import Asset, Assets
from generator.pages.bodies import Bodies
from generator.pages.frame import frame
from tests.builders import make_page, make_plan, make_posting, make_published


@pytest.mark.parametrize(
    ("reference", "name", "hint"),
    [
        pytest.param(
            Reference("../pages/student.md", "", 9),
            "broken-link",
            "did you mean `../pages/students.md`?",
            id="slip",
        ),
        pytest.param(Reference("/student/", "", 9), "broken-link", "did you mean `/students/`?", id="path"),
        pytest.param(
            Reference("", "the-wrok", 9), "broken-fragment", "did you mean `#the-work`?", id="heading"
        ),
        pytest.param(
            Reference("/imags/team.png", "", 9, True),
            "missing-picture",
            "did you mean `images/team.png`?",
            id="picture",
        ),
        pytest.param(Reference("draft.md", "", 9), "link-to-unpublished", "", id="draft"),
    ],
)
def test_links_that_lead_nowhere_are_reported_with_the_line(
    reference: Reference, name: str, hint: str
) -> None:
    posting = make_posting(body=Body((reference,), "Words", anchors=("the-work",), is_empty=False))
    assets = Assets({"images/team.png": Asset("1")})
    planned = make_plan(posting, make_page("students"), make_posting("draft", status="draft"), assets=assets)
    (problem,) = link_problems(posting, planned)
    assert (problem.code.name, problem.hint) == (name, hint)
    assert problem.at
    assert (problem.at.path, problem.at.line) == (posting.spans.path, 9)


def test_link_may_carry_a_query() -> None:
    posting = make_posting(body=Body((Reference("/jobs/?q=tea", "", 9),), "Words", is_empty=False))
    planned = make_plan(posting)
    assert list(link_problems(posting, planned)) == []
    assert Bodies(planned).view(posting.body, posting.spans.path).attributes == ('href="/jobs/?q=tea"',)


def test_open_application_is_checked() -> None:
    (problem,) = frame_problems(make_plan(make_page("apply"), open_application="/aply/"))
    assert (problem.code.name, problem.hint) == ("broken-link", "did you mean `/apply/`?")


def test_links_of_site_yaml_are_checked() -> None:
    footer = Footer(legal=(Link("Privacy", "/privcy/"), Link("Out", "https://example.com")))
    planned = make_plan(
        make_page("privacy"), navigation=("catgories", "privacy"), footer=footer, logo="logo.svg"
    )
    found = [(p.code.name, p.hint) for p in frame_problems(planned)]
    assert found == [
        ("unknown-navigation", "did you mean `categories`?"),
        ("broken-link", "did you mean `/privacy/`?"),
        ("missing-picture", "put the file into content/static/"),
    ]


def _with_link(to: str, **fields: Any) -> Posting:
    return make_posting(body=Body((Reference(to, "", 9),), "Words", is_empty=False), **fields)


@pytest.mark.parametrize(
    ("to", "href"),
    [
        ("/100%.pdf", "/100%25.pdf"),
        ("/a b.pdf", "/a%20b.pdf"),
        ("/jobs/?q=a%20b", "/jobs/?q=a%20b"),
        ("/brochure/", "/brochure/"),
        ("/brochure", "/brochure/"),
    ],
)
def test_link_is_escaped_once(to: str, href: str) -> None:
    posting = _with_link(to)
    names = ("100%.pdf", "a b.pdf", "brochure/index.html")
    planned = make_plan(posting, assets=Assets({name: Asset("1") for name in names}))
    assert list(link_problems(posting, planned)) == []
    assert Bodies(planned).view(posting.body, posting.spans.path).attributes == (f'href="{href}"',)


def test_link_of_site_yaml_keeps_its_fragment_and_isnt_escaped_twice() -> None:
    footer = Footer(legal=(Link("A", "/students/?a=b%20c#top"), Link("B", "/100%25.pdf")))
    planned = make_plan(make_page("students"), footer=footer, assets=Assets({"100%.pdf": Asset("1")}))
    assert [link.url for link in frame(planned, "en").legal] == ["/students/?a=b%20c#top", "/100%25.pdf"]
    assert [p for p in frame_problems(planned) if p.code.name == "broken-link"] == []


@pytest.mark.parametrize("to", ["later.md", "/jobs/later/", "/jobs/later", "/jobs/secret/", "/about/"])
def test_link_to_what_isnt_published_is_a_warning_however_it_is_written(to: str) -> None:
    posting = _with_link(to)
    later = make_posting("later", opens=date(2027, 1, 1))
    drafts = (make_posting("secret", status="draft"), make_page("about", status="draft"))
    planned = make_plan(posting, later, *drafts)
    assert [p.code.name for p in link_problems(posting, planned)] == ["link-to-unpublished"]
    assert Bodies(planned).view(posting.body, posting.spans.path).attributes == ("",)


@pytest.mark.parametrize("to", ["old.md", "/jobs/old/", "/jobs/removed/"])
def test_link_to_what_has_expired_is_a_warning(to: str) -> None:
    """Nobody has touched it: an error would come by itself, on a day like any other."""
    posting = _with_link(to)
    old = make_posting("old", posted=date(2025, 1, 1), closes=date(2025, 2, 1))
    lock = [make_published("/jobs/removed/", date(2025, 1, 1), last=date(2025, 2, 1))]
    planned = make_plan(posting, old, lock=lock, lifecycle=Lifecycle(keep_closed_for=30))
    assert [p.code.name for p in link_problems(posting, planned)] == ["link-to-unpublished"]
    kept = make_plan(posting, old, lock=lock)
    assert list(link_problems(posting, kept)) == []


def test_link_to_a_former_address_leads_somewhere() -> None:
    posting = _with_link("/jobs/chef")
    planned = make_plan(posting, make_posting("cook", aliases=("/jobs/chef/",)))
    assert list(link_problems(posting, planned)) == []
    assert Bodies(planned).view(posting.body, posting.spans.path).attributes == ('href="/jobs/chef/"',)


def test_site_yaml_leaves_out_what_isnt_published() -> None:
    planned = make_plan(
        make_page("about", status="draft"),
        navigation=("jobs", "about", Link("About", "/about/")),
        open_application="/about/",
    )
    assert [p.code.name for p in frame_problems(planned)] == ["link-to-unpublished"] * 3
    shown = frame(planned, "en")
    assert [link.url for link in shown.navigation] == ["/jobs/"]
    assert shown.open_application is None


def test_suggestions_end_where_the_caller_says() -> None:
    posting = make_posting(body=Body((Reference("/student/", "", 9),) * 3, "Words", is_empty=False))
    planned = make_plan(posting, make_page("students"))
    hints = [problem.hint for problem in link_problems(posting, planned, sparing(2))]
    assert hints == ["did you mean `/students/`?"] * 2 + ["correct the link, or take it out"]
