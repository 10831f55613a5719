from collections.abc import Iterator

import pytest
from jinja2 import Environment

from generator.pages.view import Viewer
from generator.pages.views import BodyView, Count, DateText, Extra, LinkView
from generator.preview.desk.tree import Node, tree
from tests.builders import make_plan, make_posting


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _all(child)


def test_each_value_has_the_name_that_a_template_writes() -> None:
    found = tree((LinkView("/a/", "A"),), "page.links", "links")
    assert [node.path for node in _all(found)] == [
        "page.links",
        "page.links[0]",
        "page.links[0].url",
        "page.links[0].text",
        "page.links[0].word",
        "page.links[0].is_external",
    ]


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        ("words", "text", "words"),
        ("", "empty text", ""),
        (True, "boolean", "true"),
        (1, "number", "1"),
        (0.5, "number", "0.5"),
        (None, "nothing", "none"),
        ((), "tuple", "0 items"),
        ((1,), "tuple", "1 item"),
        (Count(2, "2", "other"), "Count", "2"),
        (DateText("2026-03-16", "16 March 2026"), "DateText", "16 March 2026"),
        (Extra((("a", 1),)), "Extra", "1 field"),
        (BodyView("content/postings/cook.md"), "BodyView", "the words of content/postings/cook.md"),
    ],
)
def test_value_is_told_in_short(value: object, kind: str, text: str) -> None:
    found = tree(value)
    assert (found.kind, found.text) == (kind, text)


def test_fields_of_ones_own_are_asked_for_by_name() -> None:
    found = tree(Extra((("it's", Extra((("b", ("x",)),))),)), "page.extra")
    assert [node.path for node in _all(found)][-1] == """page.extra["it's"]['b'][0]"""


def test_long_text_goes_on_where_it_is_unfolded() -> None:
    text = "word " * 100
    found = tree(text)
    assert found.text + found.rest == text
    assert len(found.text) <= 140
    assert not found.text.endswith(" ")


def test_of_a_long_row_the_first_are_shown_and_the_others_counted() -> None:
    found = tree(tuple(range(1_234)))
    assert found.text == "1,234 items"
    assert len(found.children) == 101
    assert found.children[-1].text == "and 1,134 more of the same kind"


def test_characters_that_hide_are_made_visible() -> None:
    assert tree("a\u202eb\x1b[0m\nc").text == "a<U+202E>b␛[0m\nc"


def test_path_leads_a_template_to_the_value() -> None:
    plan = make_plan(make_posting("cook", extra={"x_dogs": ["yes", "two"]}))
    page = next(page for page in plan.pages if page.url == "/jobs/cook/")
    view = Viewer(plan, "en").view(page)
    environment = Environment()
    texts = [node for node in _all(tree(view)) if node.kind in ("text", "empty text") and node.path]
    assert len(texts) > 50
    for node in texts:
        value = environment.compile_expression(node.path)(page=view)
        assert value == node.text + node.rest, node.path
