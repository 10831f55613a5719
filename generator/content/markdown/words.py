"""The words of a text without its markup."""

import html
import re

from markdown_it.token import Token

_HEARD = frozenset({"text", "code_inline", "softbreak", "hardbreak"})
_SPOKEN = {"softbreak": " ", "hardbreak": " "}
_LISTS = frozenset({"bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"})
_TAG = re.compile(r"<[^<>]*>")
_COUNTED = 100  # LinkedIn takes no description with less
_OPENING = 300  # characters: about what search engines show of a page, twice


def plain_text(inline: Token) -> str:
    """The words of one paragraph or heading, in one line."""
    children = inline.children or []
    if len(children) == 1 and children[0].type == "text":
        return children[0].content.strip()
    heard = "".join([_SPOKEN.get(c.type, c.content) for c in children if c.type in _HEARD])
    return heard.strip() if _is_evenly_spaced(heard) else " ".join(heard.split())


def opening_and_counts(tokens: list[Token]) -> tuple[str, int, int]:
    """The first words (of paragraphs; of lists and tables where there are none), and how many there are.

    The last number is that of their characters, counted to 100.
    """
    paragraphs: list[str] = []
    others: list[str] = []
    headings: list[str] = []
    depth = 0
    before = ""
    for token in tokens:
        kind = token.type
        if kind == "inline":
            is_prose = depth == 0 and before == "paragraph_open"
            words = plain_text(token)
            if words:
                (paragraphs if is_prose else headings if before == "heading_open" else others).append(words)
        elif kind in _LISTS:
            depth += token.nesting
        before = kind
    prose, rest, titles = (" ".join(texts) for texts in (paragraphs, others, headings))
    count = count_words(prose) + count_words(rest) + count_words(titles)
    return cut(prose or rest), count, _counted(len(prose) + len(rest) + len(titles))


def _counted(length: int) -> int:
    return min(length, _COUNTED)


def count_words(text: str) -> int:
    """How many words stand in a text that neither begins nor ends with a space."""
    if _is_evenly_spaced(text):
        return text.count(" ") + 1 if text else 0
    return len(text.split())


def _is_evenly_spaced(text: str) -> bool:
    """Whether single spaces are all there is between words."""
    return text.isprintable() and "  " not in text


def of_html(page: str) -> tuple[str, int, int]:
    """The same of HTML that didn't come from Markdown."""
    words = html.unescape(_TAG.sub(" ", page)).split()
    text = " ".join(words)
    return cut(text), len(words), _counted(len(text))


def cut(text: str) -> str:
    """At most 300 characters of the text, cut between words and then ended by an ellipsis."""
    if len(text) <= _OPENING:
        return text
    whole, space, _ = text[:_OPENING].rpartition(" ")
    return (whole if space else text[: _OPENING - 1]).rstrip(" ,;:–—-") + "…"
