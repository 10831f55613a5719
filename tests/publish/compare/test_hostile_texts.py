"""What strangers write is shown by every format, and is markup, mention, link or command in none."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from generator.publish.compare.changes import Address, Change, Changes, Event, What
from generator.publish.compare.formats import html, json, markdown, text
from generator.publish.compare.values import FieldChange
from generator.publish.compare.words import Part, Passage, Run
from tests.docs.reviewing import EXAMPLE

_TEXTS = (
    "@everyone",
    "mail me@example.com",
    "see #1, GH-2, acme/careers#3 and !4",
    "~bug %9 &5 $6 ^alert#7",
    "fixed in 1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d",
    ":tada: :+1:",
    "https://evil.example/x www.evil.example ftp://evil.example",
    "![x](http://evil.example/x.png)",
    "[x](http://evil.example) [x]: http://evil.example",
    "<http://evil.example> <img src=x onerror=alert(1)> <!-- -->",
    "</ins></del><script>alert(1)</script>",
    "a | b |---|---|",
    "`code` ``more`` ```fence",
    "\\` \\\\` \\<b>",
    "*a* _b_ **c** __d__ ~~e~~",
    "# heading",
    "- item\n- item\n\n1. one\n\n> quote\n\n    code\n\n---\n***",
    "/close\n/assign @everyone",
    "::set-output name=x::y\n::error::z\n##[error]w",
    "&lt;b&gt; &#64;everyone &commat;everyone",
    "$`x`$ $$y$$ {+ z +} [- w -]",
    "\u202eevil\u202c \u2066x\u2069 \u200b \ufeff",
    "\x1b[31mred\x1b[0m\x07\x00",
    "{{ secrets.TOKEN }} {% raw %} ${{ github.token }}",
    " spaces at both ends ",
    "\n@everyone\n`\n`\n",
    "\\",
    "",
)
_OWN_TAGS = {"<ins>", "</ins>", "<del>", "</del>"}
_ALLOWED = {
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline"),
    *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    *("text", "code_inline", "strong_open", "strong_close", "em_open", "em_close", "html_inline"),
}


def _changes(said: str) -> Changes:
    """Changes in which a stranger's text stands wherever one can."""
    runs = tuple(Run(part, said) for part in Part)
    change = replace(
        EXAMPLE.changes[0],
        title=said,
        path=said,
        url=said,
        former_path=said,
        former_url=said,
        fields=(FieldChange("title", said, said), FieldChange(said, "", said)),
        passages=(runs, runs[1:]),
        links_gone=(said,),
        links_new=(said,),
    )
    other = Change(Event.ADDED, "asset", said, said)
    return replace(
        EXAMPLE,
        base=said,
        notes=(said,),
        changes=(change, replace(change, event=Event.OPENED, reason="new"), other),
        addresses=tuple(Address(what, said, said, said) for what in What),
        problems=tuple(replace(p, message=said, hint=said, path=said) for p in EXAMPLE.problems),
    )


def _tokens(tokens: list[Token] | None) -> list[Token]:
    return [inner for token in tokens or () for inner in (token, *_tokens(token.children))]


def _check_markdown(said: str) -> None:
    tokens = _tokens(
        MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(markdown.render(_changes(said)))
    )
    assert {token.type for token in tokens} <= _ALLOWED
    assert {token.content for token in tokens if token.type == "html_inline"} <= _OWN_TAGS
    assert sum(token.type == "heading_open" for token in tokens) == len(_headings(said))
    for token in tokens:
        if token.type == "text":
            assert not _reference(token.content)


def _headings(said: str) -> list[str]:
    """The headings that are our own: there are as many, whatever is said."""
    return [line for line in markdown.render(_changes(said)).splitlines() if line.startswith("#")]


def _reference(shown: str) -> re.Match[str] | None:
    """What GitHub or GitLab would look up in a text that is shown."""
    return re.search(r"[@#!~%&^$][\w]|:\w+:|\w+://|www\.|\bGH-\d|\b[0-9a-f]{7,40}\b", shown)


class _Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.attributes: set[str] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_comment(self, data: str) -> None:
        self.found.append("comment")


def _check_html(said: str) -> None:
    tags, plain = _Tags(html.render(_changes(said))), _Tags(html.render(_changes("x")))
    assert set(tags.found) <= {*plain.found, "br"}
    assert tags.attributes <= plain.attributes
    assert tags.found.count("section") == plain.found.count("section")


def _check_text(said: str) -> None:
    rendered = text.render(_changes(said))
    assert all(character.isprintable() or character in "\n\u200c\u200d" for character in rendered)
    assert not any(line.lstrip().startswith("::") for line in rendered.splitlines())
    assert "##[" not in rendered


def _check(said: str) -> None:
    _check_markdown(said)
    _check_html(said)
    _check_text(said)
    assert json.render(_changes(said)).isascii()


@pytest.mark.parametrize("said", _TEXTS)
def test_text_of_a_stranger_is_only_text(said: str) -> None:
    _check(said)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from([*_TEXTS, "\n", " ", "a", "1", "*", "`", "@", "<", "&"]), max_size=5).map(
        "".join
    )
)
def test_no_mixture_of_such_texts_is_more_than_text(said: str) -> None:
    _check(said)


def test_what_is_shown_is_what_was_written() -> None:
    said = "A *fine* <b>title</b> & more_or_less #1 `x`"
    inline = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parseInline(markdown._escaped(said))
    shown = "".join(token.content for token in _tokens(inline) if token.type == "text")
    assert shown.replace("\u2060", "") == said


def test_report_that_is_too_long_says_what_it_leaves_out() -> None:
    change = replace(EXAMPLE.changes[0], fields=(FieldChange("title", "", "one two three"),), passages=())
    jobs = tuple(replace(change, title=f"Job {n}") for n in range(2000))
    many = replace(EXAMPLE, changes=jobs, addresses=())
    rendered = markdown.render(many)
    assert len(rendered.encode()) < 65_536 - 4_000
    told = len(re.findall(r"^- \*\*Job", rendered, re.M))
    left, words = re.findall(r"\*([\d,]+) more entries with ([\d,]+) words are left out", rendered)[0]
    assert told + int(left.replace(",", "")) == 2000
    assert int(words.replace(",", "")) > 3 * int(left.replace(",", ""))


def _one_change(*passages: Passage) -> str:
    change = replace(EXAMPLE.changes[0], passages=passages)
    return markdown.render(replace(EXAMPLE, changes=(change,)))


def test_text_that_has_room_is_shown_to_its_last_word() -> None:
    long = f"{'A sentence of the offer. ' * 400}Applicants pay a fee of 500 pounds first."
    rendered = _one_change((Run(Part.NEW, long),))
    assert "Applicants pay a fee of 500 pounds first." in rendered
    assert "This is cut" not in rendered


def test_lines_that_have_room_are_all_shown() -> None:
    rendered = _one_change(*((Run(Part.NEW, f"line {n}"),) for n in range(500)))
    assert "line 499" in rendered


def test_text_that_has_no_room_is_cut_and_its_words_are_counted() -> None:
    rendered = _one_change((Run(Part.NEW, "word " * 30_000),))
    assert len(rendered.encode()) < 65_536 - 4_000
    shown = rendered.count("word ")
    (more,) = re.findall(r"… \(([\d,]+) more words\)", rendered)
    assert abs(shown + int(more.replace(",", "")) - 30_000) <= 10
    assert "**This is cut" not in rendered
    assert "This is cut to what a comment holds." in rendered


def test_text_without_spaces_is_cut_and_its_characters_are_counted() -> None:
    assert "… (96,000 more characters)" in _one_change((Run(Part.NEW, "求" * 100_000),))


def test_lines_that_have_no_room_are_counted_with_their_words() -> None:
    rendered = _one_change(*((Run(Part.NEW, "word " * 9000),) for _ in range(90)))
    assert len(rendered.encode()) < 65_536 - 4_000
    assert "  - 52 lines with 468,000 words left out here" in rendered
