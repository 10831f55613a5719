import pytest

from generator.checks.links import frame_problems, link_problems
from generator.model.documents import Body, Reference
from generator.model.site_config import Footer
from generator.model.values import Link
from generator.pages.assets import Asset, Assets
from generator.pages.links import body_view
from tests.builders import make_page, make_plan, make_posting


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
    posting = make_posting(body=Body("d1", (reference,), "Words", 1, ("the-work",)))
    assets = Assets({"images/team.png": Asset("1")})
    planned = make_plan(posting, make_page("students"), make_posting("draft", status="draft"), assets=assets)
    (problem,) = link_problems(posting, planned)
    assert (problem.code.name, problem.hint) == (name, hint)
    assert problem.at
    assert (problem.at.path, problem.at.line) == (posting.spans.path, 9)


def test_link_may_carry_a_query() -> None:
    posting = make_posting(body=Body("d1", (Reference("/jobs/?q=tea", "", 9),), "Words", 1))
    planned = make_plan(posting)
    assert list(link_problems(posting, planned)) == []
    assert body_view(posting.body, posting.spans.path, planned).attributes == ('href="/jobs/?q=tea"',)


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
