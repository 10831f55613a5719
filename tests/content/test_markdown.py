"""Markdown as the fixtures show it: title, text, and the HTML with references and problems below it.

A title may end in a language, such as `[de]`. In the HTML a reference stands as `href→path#fragment@line`;
`U+E000` in a fixture is that character.
"""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.content.markdown import MarkdownResult, parse_body
from generator.content.markdown.headings import distinct, outline
from generator.content.markdown.words import cut

FIXTURES = Path(__file__).parent / "fixtures"
CASE = re.compile(r"^(?P<title>[^\n]+)\n\.\n(?P<text>.*?)\n\.\n(?P<shown>.*?)\.\n", re.MULTILINE | re.DOTALL)


def parse(text: str, *, language: str = "en", first_line: int = 1, is_own: bool = True) -> MarkdownResult:
    return parse_body(text, first_line, language, "content/pages/a.md", is_own)


def shown(title: str, text: str) -> str:
    language = re.search(r"\[([\w-]+)\]$", title)
    result = parse(text, language=language[1] if language else "en")
    page = result.html[0]
    for reference, piece in zip(result.body.references, result.html[1:], strict=True):
        attribute = "src" if reference.is_picture else "href"
        page += f"{attribute}→{reference.path}#{reference.fragment}@{reference.line}{piece}"
    problems = (f"{d.code.code}@{d.at.line if d.at else 0} {d.message}\n" for d in result.diagnostics)
    return page.rstrip("\n") + "\n" + "".join(problems)


def cases() -> Sequence[object]:
    found: list[object] = []
    for file in sorted(FIXTURES.glob("*.md")):
        text = file.read_text("utf-8").replace("U+E000", "\ue000").replace("U+E001", "\ue001")
        found += [
            pytest.param(*case.group("title", "text", "shown"), id=f"{file.stem}: {case['title']}")
            for case in CASE.finditer(text)
        ]
    return found


@pytest.mark.parametrize(("title", "text", "expected"), cases())
def test_fixture(title: str, text: str, expected: str) -> None:
    assert shown(title, text) == expected


def test_html_has_one_piece_more_than_references() -> None:
    result = parse("[a](a.md) ![b](b.png)\n\n<a href='c.md'>c</a>")
    assert len(result.body.references) == 3
    assert len(result.html) == 4
    assert result.html[0].endswith("<a ")
    assert result.html[1].startswith(">a</a>")


def test_lines_count_in_the_whole_file() -> None:
    result = parse("one\n\n[a](a.md) [b](x:y)\n\n<center>c</center>", first_line=10)
    assert result.body.references[0].line == 12
    assert [d.at.line for d in result.diagnostics if d.at] == [12, 14]
    assert {d.at.path for d in result.diagnostics if d.at} == {"content/pages/a.md"}


def test_headings_of_a_snippet_have_no_ids() -> None:
    result = parse("## You", is_own=False)
    assert result.html == ("<h2>You</h2>\n",)
    assert result.body.anchors == ()


def test_first_picture_of_a_snippet_is_loaded_later() -> None:
    assert 'loading="lazy"' not in parse("![Tea](tea.svg)").html[1]
    assert 'loading="lazy"' in parse("![Tea](tea.svg)", is_own=False).html[1]


@pytest.mark.parametrize(
    ("tag", "size"),
    [
        ('<img src="tea.svg" alt="Tea">', (0, 0)),
        ('<img src="tea.svg" alt="Tea" width="40">', (40, 0)),
        ('<img height="30" alt="Tea" src="tea.svg">', (0, 30)),
        ("<img width=40 alt='> width=\"7\"' src=tea.svg height=30px>", (40, 30)),
        ('<img src="tea.svg" alt="Tea" width="50%" height="-3">', (0, 0)),
        ("![Tea](tea.svg)", (0, 0)),
    ],
)
def test_reference_knows_the_sides_that_a_picture_was_given(tag: str, size: tuple[int, int]) -> None:
    (reference,) = parse(f'Words {tag} <img src="https://a.example/b.png" width="9">').body.references
    assert (reference.width, reference.height) == size


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("![](/a b.png)", ""),
        ("![](</a b.png>)", '`<img src="/a%20b.png" alt="">`'),
        ("![](tea.svg)", "`![Two people at a workbench](tea.svg)`"),
        ("<img src=tea.svg>", '`alt="Two people at a workbench"`'),
        ("![a](https://b.example/c.png)", "put the file into content/static/"),
    ],
)
def test_problem_of_a_picture_comes_with_what_to_write(text: str, advice: str) -> None:
    assert any(advice in diagnostic.hint for diagnostic in parse(text).diagnostics)


def test_host_that_is_no_host_is_told_as_it_stands() -> None:
    (problem,) = parse('<img src="https://[b/c.png" alt="a">').diagnostics
    assert problem.message == "the picture is fetched from `[b`"


def test_anchors_are_the_ids_of_headings() -> None:
    assert parse("## You\n\n### You\n\n<b>x</b>").body.anchors == ("you", "you-2")


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("## You\n\nOne *two*\n`three`.\n\n```\ncode\n```\n\n- four", "One two three."),
        ("- one\n- two\n\n> three", "three"),
        ("- one\n- two", "one two"),
        ("## Only a heading", ""),
        ("![alt](a.png) words", "words"),
        ("", ""),
        ("<p>One <b>two</b> &amp; three</p>", "One two & three"),
    ],
    ids=["paragraphs first", "quotation", "list alone", "no heading", "no alt text", "empty", "HTML alone"],
)
def test_opening_words_are_without_markup(text: str, opening: str) -> None:
    assert parse(text).body.text == opening


def test_opening_is_cut_between_words() -> None:
    opening = parse("word, " * 100).body.text
    assert len(opening) <= 300
    assert opening.endswith("word…")


def test_one_long_word_is_cut_too() -> None:
    assert cut("a" * 400) == "a" * 299 + "…"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("", 1), ("word " * 220, 1), ("word " * 440, 2), ("## " + "word " * 440, 2), ("<i>word</i> " * 660, 3)],
    ids=["nothing", "one minute", "two", "headings count", "HTML counts"],
)
def test_reading_time_is_in_whole_minutes(text: str, minutes: int) -> None:
    assert parse(text).body.minutes == minutes


@pytest.mark.parametrize(
    ("text", "is_empty"),
    [("", True), (" \n\n", True), ("<!-- later -->", True), ("Words", False), ("![](tea.svg)", False)],
    ids=["nothing", "spaces", "a comment", "words", "a picture"],
)
def test_body_without_anything_to_show_is_empty(text: str, is_empty: bool) -> None:
    assert parse(text).body.is_empty is is_empty


@pytest.mark.parametrize(
    ("levels", "arranged"),
    [
        ((), ()),
        ((1, 2, 2, 3), (2, 3, 3, 4)),
        ((3, 2, 3), (2, 2, 3)),
        ((2, 5, 3, 6), (2, 3, 3, 4)),
        ((1, 2, 3, 4, 5, 6), (2, 3, 4, 5, 6, 6)),
    ],
)
def test_outline_has_no_gaps(levels: tuple[int, ...], arranged: tuple[int, ...]) -> None:
    assert outline(levels) == arranged


def test_numbered_names_stay_distinct() -> None:
    assert distinct(["a", "a-2", "a", "a", "a"]) == ("a", "a-2", "a-3", "a-4", "a-5")


def test_bracket_behind_a_backslash_makes_no_task() -> None:
    assert "".join(parse("- \\[ ] words\n").html) == "<ul>\n<li>[ ] words</li>\n</ul>\n"
