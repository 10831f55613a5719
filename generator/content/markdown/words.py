"""The words of a text without its markup."""

import html
import re

from markdown_it.token import Token

_HEARD = frozenset({"text", "code_inline", "softbreak", "hardbreak"})
_SPOKEN = {"softbreak": " ", "hardbreak": " "}
_LISTS = frozenset({"bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"})
_TAG = re.compile(r"<[^<>]*>")
_OPENING = 300  # characters: about what search engines show of a page, twice


def plain_text(inline: Token) -> str:
    """The words of one paragraph or heading, in one line."""
    children = inline.children or []
    if len(children) == 1 and children[0].type == "text":
        return children[0].content.strip()
    heard = (_SPOKEN.get(child.type, child.content) for child in children if child.type in _HEARD)
    return " ".join("".join(heard).split())


def opening_and_count(tokens: list[Token]) -> tuple[str, int]:
    """The first words (of paragraphs; of lists and tables where there are none) and how many there are."""
    paragraphs: list[str] = []
    others: list[str] = []
    headings: list[str] = []
    depth = 0
    for i, token in enumerate(tokens):
        if token.type == "inline":
            around = tokens[i - 1].type
            kind = headings if around == "heading_open" else others
            (paragraphs if depth == 0 and around == "paragraph_open" else kind).append(plain_text(token))
        elif token.type in _LISTS:
            depth += token.nesting
    prose, rest, titles = (" ".join(filter(None, texts)) for texts in (paragraphs, others, headings))
    return cut(prose or rest), count_words(prose) + count_words(rest) + count_words(titles)


def count_words(text: str) -> int:
    """How many words stand in a text that neither begins nor ends with a space."""
    if text.isprintable() and "  " not in text:
        return text.count(" ") + 1 if text else 0
    return len(text.split())


def of_html(page: str) -> tuple[str, int]:
    """The first words and their number in HTML that didn't come from Markdown."""
    words = html.unescape(_TAG.sub(" ", page)).split()
    return cut(" ".join(words)), len(words)


def cut(text: str) -> str:
    """At most 300 characters of the text, cut between words and then ended by an ellipsis."""
    if len(text) <= _OPENING:
        return text
    whole, space, _ = text[:_OPENING].rpartition(" ")
    return (whole if space else text[: _OPENING - 1]).rstrip(" ,;:–—-") + "…"
