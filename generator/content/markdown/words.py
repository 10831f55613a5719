"""The words of a text without its markup."""

import html
import re

from markdown_it.token import Token

_HEARD = frozenset({"text", "code_inline", "softbreak", "hardbreak"})
_SPOKEN = {"softbreak": " ", "hardbreak": " "}
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
    words = depth = 0
    for i, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "inline":
            text = plain_text(token)
            words += len(text.split())
            if tokens[i - 1].type != "heading_open":
                is_prose = depth == 0 and tokens[i - 1].type == "paragraph_open"
                (paragraphs if is_prose else others).append(text)
    return cut(" ".join(filter(None, paragraphs)) or " ".join(filter(None, others))), words


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
