import html
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.content.markdown.body import parse_body
from generator.pages.views import BodyView, SnippetView
from generator.render.boards.descriptions import description, limited, without_references
from tests.render.boards.test_boards import LINKEDIN

KEPT = {"b", "br", "em", "i", "li", "ol", "p", "strong", "u", "ul"}


def _html(text: str) -> str:
    return "".join(parse_body(text, 1, "en", "a.md", True).html)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[Any]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.words += data


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader


def test_description_holds_the_words_and_the_snippets_under_their_titles() -> None:
    bodies = {"a.md": ("<p>Words ", ".</p>\n"), "b.md": ("<p>Tea.</p>",), "c.md": ("<p>More.</p>",)}
    snippets = (SnippetView("R&D", BodyView("b.md")), SnippetView("", BodyView("c.md")))
    job = replace(LINKEDIN, body=BodyView("a.md", ('href="/x"',)), snippets=snippets)
    found = description(job, bodies.__getitem__)
    assert found == '<p>Words href="/x".</p>\n<h2>R&amp;D</h2>\n<p>Tea.</p>\n<p>More.</p>'


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<p>R&amp;D, tea &amp; talk, AT&amp;T;</p>", "<p>R&D, tea & talk, AT&T;</p>"),
        ("<p>&quot;Yes&quot;, 2 &gt; 1 &#x27;so&#39;</p>", "<p>\"Yes\", 2 > 1 'so'</p>"),
        ("<p>a &lt;b&gt; c</p>", "<p>a &lt;b> c</p>"),
        ("<p>&amp;lt; &amp;copy &amp;#60;</p>", "<p>&amp;lt; &amp;copy &amp;#60;</p>"),
        ("<p>&amp;copyright &amp;amp;lt; &amp;#x3c</p>", "<p>&amp;copyright &amp;amp;lt; &amp;#x3c</p>"),
        ("<p>&amp;# &amp;; &amp;&amp;</p>", "<p>&# &; &&</p>"),
        ('<a href="/?a=1&amp;copy=2&amp;x">x</a>', '<a href="/?a=1&amp;copy=2&x">x</a>'),
        (
            '<a href="/?a=1&amp;b=2&amp;lt;" title="&quot;x&quot;">x</a>',
            '<a href="/?a=1&b=2&amp;lt;" title="&quot;x&quot;">x</a>',
        ),
    ],
)
def test_reference_gives_way_to_its_character_where_that_reads_the_same(written: str, shown: str) -> None:
    assert without_references(written) == shown


_PIECES = (
    *("&", "&amp;", "&lt;", "<", ">", '"', "a", "b ", "<b>", "</b>", "copy", "lt;", "#60;", "#x", "\n"),
    *("`", "*", "[a](/?b&c=1)"),
)
_MARKDOWN = st.lists(st.sampled_from(_PIECES)).map("".join)


@given(_MARKDOWN | st.text())
@example("&amp;lt;b&amp;gt; &lt;script&gt;")
def test_description_reads_the_same_without_references(text: str) -> None:
    page = _html(text)
    before, after = _read(page), _read(without_references(page))
    assert after.words == before.words
    assert after.tags == before.tags


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("## Work", "<p><strong>Work</strong></p>"),
        (
            "One *two* **three** [four](https://example.com)",
            "<p>One <em>two</em> <strong>three</strong> four</p>",
        ),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a", "<ol>\n<li>a</li>\n</ol>"),
        ("a\\\nb", "<p>a<br>\nb</p>"),
        ("`x < 1`", "<p>x &lt; 1</p>"),
        ("> said", "<p>said</p>"),
        ("![Cup](https://example.com/cup.png)", "<p></p>"),
    ],
)
def test_limited_words_keep_paragraphs_lists_and_emphasis(markdown: str, shown: str) -> None:
    assert limited(_html(markdown)) == shown


def test_cells_of_a_table_stay_apart_and_its_rows_are_lines() -> None:
    found = limited(_html("| a | b |\n|---|---|\n| c | d |"))
    assert " ".join(found.replace("<br>", " / ").split()) == "a b / c d"


@given(_MARKDOWN | st.text())
def test_limited_words_hold_no_other_element_and_no_attribute(text: str) -> None:
    page = _html(text)
    found = _read(limited(page))
    assert {tag for tag, _ in found.tags} <= KEPT
    assert not any(attributes for _, attributes in found.tags)
    assert found.words.split() == _read(page).words.split() or "<br>" in limited(page)
    assert html.unescape(limited(page)).count("\x00") == 0
