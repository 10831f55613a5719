"""What a source says in words arrives as these very words, whatever Markdown or a template makes of them."""

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.markdown import parse_body
from generator.importers.cleaning.markdown import to_markdown
from generator.importers.cleaning.spaces import line

# Our pages set quotes, dashes and ellipses as a typographer would; the words stay the same.
_SET = {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "—": "---", "–": "--"}


class _Words(HTMLParser):
    """The text of each block of some HTML, and the elements other than blocks and looks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks = [""]
        self.elements: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("a", "b", "strong", "i", "em", "code"):
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        self.blocks[-1] += data


def _read(page: str) -> _Words:
    words = _Words()
    words.feed(page)
    words.close()
    return words


def _shown(source: str) -> _Words:
    """What our own pages show of the Markdown that was made of some HTML."""
    text = to_markdown(source).text
    return _read("".join(parse_body(text, 1, "en", "content/postings/a.md", is_own=True).html))


def _plain(blocks: list[str]) -> list[str]:
    lines = (line(block) for block in blocks)
    return [re.sub("|".join(_SET), lambda found: _SET[found[0]], text) for text in lines if text]


_NASTY = (
    "---", "===", "***", "- - -", "- item", "+ item", "* item", "1. one", "2) two", "# one",
    "###### six", "#", "> quoted", ">", "| a | b |", "--- | ---", ":--|--:", "```", "~~~",
    "~~gone~~", "`code`", "``", "[x](javascript:alert(1))", "[x]", "[x]: https://evil.example",
    "![a](b)", "![]()", "<https://evil.example>", "<script>alert(1)</script>", "<b>", "</p>",
    "<!-- gone -->", "&amp;", "&#60;", "&nbsp;", "{{ x }}", "{% raw %}", "{# x #}", "\\", "\\\\",
    "a\\", "*a*", "**a**", "_a_", "__init__", "snake_case", "a_b_", "*", "_", "a*b*c", "[ ] task",
    "[x] task", "- [ ] task", "www.example.com", "https://example.com/a_b", "title: other", "C#",
    "C #", "5 * 3 * 2", "Wow!", "    indented", "\ttabbed", "^a", "~5 years", "a ~ b", "(c)", "$x$",
    "@a", "+1", "-1", "1.5", "2026.", "12345678901. x", "+",
)  # fmt: skip
_ALPHABET = "ab 1.)#>-+*_`~[](){}<>!|\\&;:=/\"'\n\t%é🙂\u00a0"
_TEXT = st.one_of(st.sampled_from(_NASTY), st.text(_ALPHABET, max_size=12))


@pytest.mark.parametrize("text", _NASTY)
def test_words_that_markdown_would_read_stay_words(text: str) -> None:
    words = html.escape(text)
    source = (
        f"<p><b>{words}</b></p><p>{words}</p><ul><li>{words}</li></ul><h3>{words}</h3><p><b>{words}</b></p>"
    )
    shown = _shown(source)
    assert _plain(shown.blocks) == _plain(_read(source).blocks)
    assert shown.elements <= {"p", "ul", "li", "h2", "h3", "strong"}


_LOOK = st.sampled_from(("", "b", "i", "strong", "em", "code", 'a href="https://example.com/x"'))
_PIECE = st.tuples(_LOOK, _TEXT)
_WRAPPED = {
    "li": "<ul><li>{}</li></ul>",
    "ol": "<ol><li><p>{0}</p><p>{0}</p><ul><li>{0}</li></ul></li></ol>",
    "td": "<table><tr><td>{0}</td><td>b</td></tr><tr><td>a</td><td>{0}</td></tr></table>",
}
_TAGS = ("p", "h1", "h3", "blockquote", "div", *_WRAPPED)
_BLOCK = st.tuples(st.sampled_from(_TAGS), st.lists(_PIECE, max_size=4))


def _piece(look: str, text: str) -> str:
    return f"<{look}>{html.escape(text)}</{look.partition(' ')[0]}>" if look else html.escape(text)


def _block(tag: str, pieces: list[tuple[str, str]]) -> str:
    inner = "".join(_piece(look, text) for look, text in pieces)
    return _WRAPPED.get(tag, f"<{tag}>{{}}</{tag}>").format(inner)


@settings(max_examples=80, deadline=None)
@given(st.lists(_BLOCK, max_size=4))
def test_words_in_any_look_and_order_stay_the_same(blocks: list[tuple[str, list[tuple[str, str]]]]) -> None:
    source = "".join(_block(tag, pieces) for tag, pieces in blocks)
    assert _plain(_shown(source).blocks) == _plain(_read(source).blocks)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=40))
def test_any_bytes_make_markdown_that_runs_nothing(text: str) -> None:
    allowed = {
        "p",
        "br",
        "a",
        "strong",
        "em",
        "code",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "h2",
        "hr",
        "div",
    }
    assert _shown(text).elements <= allowed | {"table", "thead", "tbody", "tr", "td", "th", "h3", "h4", "h5"}
