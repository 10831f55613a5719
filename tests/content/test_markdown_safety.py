"""Whatever a text says, its HTML runs nothing, is balanced and comes out in good time."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.markdown import parse_body
from generator.content.markdown.marks import CLOSE, OPEN
from generator.content.markdown.raw_html import ELEMENTS
from generator.diagnostics.diagnostic import Span

VOID = {"br", "hr", "img", "input", "col", "wbr"}

FRAGMENTS = [
    "<script>", "</script>", "<script", "<svg/onload=x>", "<img src=x onerror=alert(1)>", "<a href=",
    "javascript:", "JaVaScRiPt:", "&#106;avascript:", "java&#x09;script:", "java%09script:",
    "data:text/html,<script>", "vbscript:x", "<iframe srcdoc='", "<style>", "<!--", "-->", "<![CDATA[",
    "]]>", "<?x", "<math><mtext>", "<template>", "<textarea>", "<noscript>", "<plaintext>", "<table><td>",
    "</p>", "</div>", "<div>", "<b", ">", "<", '"', "'", "](", "[", "]", ")", "(", "![", "`", "```\n", "*",
    "**", "_", "~~", "|", "\n|-|\n", "\n\n", "\n", "    ", "- [x] ", "- ", "1. ", "> ", "# ", "---\n",
    "===\n", "\t", "\\", "&", "&amp;", "&#xE000;", "&#57345;", OPEN, CLOSE, "0", ":", 'href="', 'src="',
    "//x.example", "/\\x", "http://", "mailto:", "pages/a.md", "#f", "?q", "title", "é", "\u202e", "\0",
    "[a]: b\n", "[a]", "<details>", "<summary>", "<label>", "<input>", " onclick=x ", "class=x", "--",
    "...",
]  # fmt: skip

TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=5), max_size=30).map("".join)
)


class _Reader(HTMLParser):
    """Keeps the open elements and everything that mustn't be there."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS | {"input"}:
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "target", "srcdoc"):
                self.wrong.append(f"{tag} {name}")
            if name in ("href", "src") and not (value or "").startswith(
                ("http:", "https:", "mailto:", "tel:")
            ):
                self.wrong.append(f"{name}={value}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")


def wrongs(page: str) -> list[str]:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.wrong + reader.open


@settings(deadline=None)
@given(TEXTS)
def test_no_text_comes_out_dangerous_or_unbalanced(text: str) -> None:
    result = parse_body(text, 1, "en", "a.md", True)
    page = 'href="https://r.example"'.join(result.html)
    assert wrongs(page) == []
    assert "<script" not in page.lower()
    assert OPEN not in page
    assert CLOSE not in page
    assert len(result.html) == len(result.body.references) + 1


@settings(deadline=None)
@given(TEXTS)
def test_same_text_gives_the_same_result(text: str) -> None:
    assert parse_body(text, 1, "fr", "a.md", True) == parse_body(text, 1, "fr", "a.md", True)


@settings(deadline=None)
@given(TEXTS)
def test_reference_never_hides_a_scheme(text: str) -> None:
    for reference in parse_body(text, 1, "en", "a.md", False).body.references:
        assert (
            not reference.path.lower()
            .replace("\t", "")
            .startswith(("javascript:", "data:", "vbscript:", "//"))
        )


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "![" * 10_000,
        ">" * 10_000,
        "> " * 10_000,
        "- " * 10_000,
        "".join("  " * i + "- a\n" for i in range(300)),
        "*a **b " * 3_000,
        " \"'" * 5_000,
        "[a](" * 5_000,
        "[" * 5_000 + "]" * 5_000,
        "<a " * 5_000,
        "<div>" * 10_000,
        "<!--" * 5_000,
        "a " + "<script>" * 5_000,
        "<div>" + "<script>" * 20_000 + "</style>",
        "a " + "<script></style>" * 3_000,
        "&#x" * 5_000,
        "|" * 5_000 + "\n" + "|-" * 5_000,
        "".join("`" * i + " " for i in range(150)),
        "# a\n" * 3_000,
        "](" * 5_000,
        "\0" * 10_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_pathological_text_still_comes_out(text: str) -> None:
    result = parse_body(text, 1, "en", "a.md", True)
    assert wrongs("".join(result.html)) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Words\n\n" + "> " * 500 + "deep", 7),
        ("> " * 40 + "deep\n> deep", 5),
        ("".join("  " * i + f"- {i}\n" for i in range(30)), 24),
        ("> " * 39 + "- deep\n", 5),
    ],
    ids=["far too deep", "one too deep", "lists", "list in quotes"],
)
def test_text_too_deep_is_left_out_and_said_so(text: str, line: int) -> None:
    result = parse_body(text, 5, "en", "a.md", True)
    assert [(d.code.name, d.at) for d in result.diagnostics] == [("nested-too-deeply", Span("a.md", line))]
    assert result.html[0].startswith(("<p>Words", "<blockquote>", "<ul>"))


@pytest.mark.parametrize("text", ["> " * 39 + "deep", "> " * 40, "*a **b " * 60 + "deep"])
def test_nothing_is_said_where_nothing_is_left_out(text: str) -> None:
    result = parse_body(text, 1, "en", "a.md", True)
    assert result.diagnostics == ()
    assert ("deep" in result.html[0]) == ("deep" in text)


@pytest.mark.parametrize(
    "element",
    ["title", "TITLE", "textarea", "plaintext", "xmp", "noscript", "noembed", "noframes", "iframe", "style",
     "script", "select", "template", "svg", "math", "frameset"],
)  # fmt: skip
def test_raw_text_element_swallows_no_markup(element: str) -> None:
    text = f"Hi <{element}> rest **of** [the](https://e.example) text\n\nand *more*"
    result = parse_body(text, 1, "en", "a.md", True)
    rest = '<strong>of</strong> <a href="https://e.example">the</a> text</p>\n<p>and <em>more</em></p>\n'
    assert result.html == (f"<p>Hi  rest {rest}",)
    assert [(d.code.code, d.at and d.at.line) for d in result.diagnostics] == [("MD001", 1)]


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Hi <script>alert(*1*)</script> *you*", "<p>Hi  <em>you</em></p>\n"),
        ("Hi <STYLE>p {}</style > *you*", "<p>Hi  <em>you</em></p>\n"),
        ("Hi <title>x *y*</title> z", "<p>Hi x <em>y</em> z</p>\n"),
        ("<script>\nalert(1)\n</script>\n\n*you*", "\n<p><em>you</em></p>\n"),
        ("<div><xmp>\n\n*you*", "<div>\n<p><em>you</em></p>\n</div>"),
        ("a <script> *b* </script> c <script> *d*", "<p>a  c  <em>d</em></p>\n"),
        ("<titles>*a*</titles>", "<p><em>a</em></p>\n"),
        ("> <!-- a\n\n*you*", "<blockquote>\n</blockquote>\n<p><em>you</em></p>\n"),
    ],
    ids=["script", "style", "closed title", "script block", "block", "two scripts", "other", "comment"],
)
def test_what_is_left_out_ends_where_it_ends(text: str, page: str) -> None:
    assert parse_body(text, 1, "en", "a.md", True).html == (page,)
