import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.markdown import parse_body
from generator.importers.cleaning.escaping import plain_markdown
from generator.importers.cleaning.spaces import seen

_TAG = re.compile(r"</?p>|<br>")
_MARKS = "#*_-+=~`>|<&;!()[]\\:.0123 \t\n\r\"'ab\u00a0"


def _page(text: str) -> str:
    return "".join(parse_body(plain_markdown(text), 1, "en", "a.md", is_own=False).html)


def _words(text: str) -> list[str]:
    """The text's words without what typography changes."""
    plain = re.sub("[\u2018\u2019\u201c\u201d\u2013\u2014\u2026'\"-.]", "", text)
    return plain.split()


@given(st.text(alphabet=_MARKS, max_size=60) | st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_text_shows_as_it_is_and_makes_no_mark(text: str) -> None:
    page = _page(text)
    assert "<" not in _TAG.sub("", page)
    shown = unescape(_TAG.sub(" ", page))
    assert _words(shown) == _words(seen(text.replace("\r\n", "\n").replace("\r", "\n")))


@pytest.mark.parametrize(
    "text",
    [
        "# No heading",
        "- no list\n- at all",
        "1. nor this\n2) or that",
        "---\ntitle: no fields\n---",
        "a | b\n--|--\nc | d",
        "no line\n=======",
        "[no](https://example.com) <b>mark</b> ![x](y)",
        "    no code\n```\nnor here\n```",
        "&lt;script&gt;",
        "https://example.com/_a_*b*",
    ],
)
def test_what_looks_like_markdown_is_text(text: str) -> None:
    assert "<" not in _TAG.sub("", _page(text))


def test_lines_and_paragraphs_stay() -> None:
    assert plain_markdown("One\r\ntwo\n \nThree  \n") == "One\\\ntwo\n\nThree"


def test_plain_words_stay_readable() -> None:
    assert plain_markdown("Call 5 - 3 people, at C# & Co. (50%)!") == "Call 5 - 3 people, at C# & Co. (50%)!"
