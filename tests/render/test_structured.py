import json
import re
from html import escape
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.build.store.view_codec import ViewCodec
from generator.model.documents import Body, Reference
from generator.pages.page import Page
from generator.pages.plan import Plan
from generator.pages.view import Viewer
from generator.render.renderer import Rendered, Renderer
from tests.builders import (
    make_article,
    make_category,
    make_page,
    make_plan,
    make_posting,
    make_snippet,
)
from tests.render.filling import fill, make_theme

_FILTER = "{{ page | structured }}"
_CRUMBS = {
    "crumb.jobs": "Jobs",
    "crumb.categories": "Kinds",
    "nav.locations": "Places",
    "nav.articles": "Tales",
}


def _rendered(planned: Plan, url: str, pieces: dict[str, tuple[str, ...]], words: Any = _CRUMBS) -> Rendered:
    page: Page = next(page for page in planned.pages if page.url == url)
    theme = make_theme({page.kind.value: _FILTER}, words)
    viewer = Viewer(planned, "en")
    codec = ViewCodec(viewer.frame)
    view = codec.decode(codec.encode(viewer.view(page))[0])
    return Renderer(theme, "en", pieces.__getitem__).render(page.kind, view)


def _things(planned: Plan, url: str, **pieces: tuple[str, ...]) -> list[dict[str, Any]]:
    found = {f"content/{path.replace('__', '/')}.md": texts for path, texts in pieces.items()}
    html = _rendered(planned, url, found).data.decode()
    match = re.fullmatch(r'<script type="application/ld\+json">([^<]*)</script>', html)
    assert match, html
    data = json.loads(match[1])
    assert list(data) == ["@context", "@graph"]
    assert data["@context"] == "https://schema.org"
    things: list[dict[str, Any]] = data["@graph"]
    return things


def _words(*references: Reference) -> Body:
    return Body(references, "Words", is_empty=False)


def test_description_is_all_words_of_a_posting() -> None:
    snippet = make_snippet("benefits", title="What <you> get")
    snippet = type(snippet)(snippet.identity, snippet.spans, _words(), snippet.title)
    plain = make_snippet("equal")
    plain = type(plain)(plain.identity, plain.spans, _words())
    planned = make_plan(make_posting(body=_words(), include=("benefits", "equal")), snippet, plain)
    posting, _ = _things(
        planned,
        "/jobs/backend-engineer/",
        **{
            "postings__backend-engineer": ("<p>A &amp; B</p>\n",),
            "snippets__benefits": ("<p>Tea.</p>\n",),
            "snippets__equal": ("<ul>\n<li>All</li>\n</ul>\n",),
        },
    )
    assert posting["@type"] == "JobPosting"
    assert posting["description"] == (
        "<p>A &amp; B</p>\n<h2>What &lt;you&gt; get</h2>\n<p>Tea.</p>\n<ul>\n<li>All</li>\n</ul>"
    )


@pytest.mark.parametrize("folder", ["", "/careers"])
def test_links_in_the_description_are_whole_addresses(folder: str) -> None:
    body = _words(Reference("../pages/students.md", "x", 9), Reference("", "part", 9))
    url = f"https://careers.example.com{folder}"
    planned = make_plan(make_posting(body=body), make_page("students"), url=url)
    posting, _ = _things(
        planned,
        "/jobs/backend-engineer/",
        **{"postings__backend-engineer": ("<p><a ", ">a</a><a ", ">b</a></p>")},
    )
    assert posting["description"] == (
        f'<p><a href="{url}/students/#x">a</a><a href="{url}/jobs/backend-engineer/#part">b</a></p>'
    )


def test_way_down_has_the_words_of_the_theme_and_whole_addresses() -> None:
    planned = make_plan(make_posting(category=("Music / Pop",)), url="https://example.github.io/careers")
    (trail,) = _things(planned, "/jobs/backend-engineer/")
    root = "https://example.github.io/careers"
    assert trail["@type"] == "BreadcrumbList"
    assert [(i["position"], i["name"], i["item"]) for i in trail["itemListElement"]] == [
        (1, "Jobs", f"{root}/jobs/"),
        (2, "Music", f"{root}/categories/music/"),
        (3, "Pop", f"{root}/categories/music/pop/"),
        (4, "Backend engineer", f"{root}/jobs/backend-engineer/"),
    ]


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("/categories/music/", ["Kinds", "Music"]),
        ("/locations/sweden/lund/", ["Places", "Sweden", "Lund"]),
        ("/articles/a-day/", ["Tales", "A day"]),
    ],
)
def test_pages_below_others_tell_the_way_down(url: str, names: list[str]) -> None:
    posting = make_posting(category=("Music",), location=("Lund, Sweden",))
    planned = make_plan(posting, make_category("music", "Music"), make_article("a-day"))
    (trail,) = _things(planned, url)
    assert [item["name"] for item in trail["itemListElement"]] == names


def test_home_tells_of_the_employer_and_the_site() -> None:
    assert [thing["@type"] for thing in _things(make_plan(), "/")] == ["Organization", "WebSite"]


@pytest.mark.parametrize("url", ["/jobs/", "/saved/", "/404.html", "/students/"])
def test_page_with_nothing_to_tell_has_no_block(url: str) -> None:
    assert _rendered(make_plan(make_posting(), make_page("students")), url, {}).data == b""


def test_theme_without_a_word_for_a_step_is_told() -> None:
    problem = _rendered(make_plan(make_posting()), "/jobs/backend-engineer/", {}, {}).problem
    assert problem
    assert (problem.code.name, problem.message) == ("missing-word", "the catalogue has no word `nav.jobs`")


def test_filter_wants_a_page() -> None:
    problem = fill("{{ page.frame | structured }}").problem
    assert problem
    assert problem.code.name == "template-failed"


_NASTY = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


@given(title=_NASTY, words=_NASTY)
@example(title="</script><script>alert(1)</script>", words="<!-- <script> ]]> -->")
@example(title="a\u2028b\u2029c", words="\u202eabc\u202c \U0001f600 \x00\x1f\x7f")
@example(title="&lt;b&gt; \\u003c \\ \"'", words="x" * 100_000)
def test_whatever_a_posting_says_comes_back_and_ends_no_script(title: str, words: str) -> None:
    planned = make_plan(make_posting(title=title, body=_words()))
    html = f"<p>{escape(words)}</p>"
    posting, trail = _things(planned, "/jobs/backend-engineer/", **{"postings__backend-engineer": (html,)})
    assert posting["title"] == trail["itemListElement"][-1]["name"] == title
    assert posting["description"] == html
