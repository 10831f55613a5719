"""The pages of docs/ as tests read them: headings, links, code blocks and the commands they name."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[2]
PAGES = (*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md")

_FILE = re.compile(r"`([\w./-]+\.[\w.]+)`")
_COMMAND = re.compile(r"^(?:\$ )?openings(?: .*)?$")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its text, and the last file that was named above it."""

    language: str
    text: str
    file: str
    line: int


def read(name: str) -> str:
    """The text of a page of docs/."""
    return (ROOT / "docs" / name).read_text("utf-8")


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    found, file = [], ""
    for token in _tokens(text):
        if token.type == "inline":
            file = (_FILE.findall(token.content) or [file])[-1]
        elif token.type == "fence":
            found.append(Block(token.info.strip(), token.content, file, (token.map or [0])[0] + 1))
    return found


@cache
def anchors(text: str) -> frozenset[str]:
    """The ids that a git service gives the page's headings."""
    seen: Counter[str] = Counter()
    found = []
    tokens = _tokens(text)
    for opening, words in pairwise(tokens):
        if opening.type == "heading_open":
            slug = re.sub(r"[^\w\- ]", "", _plain(words)).strip().lower().replace(" ", "-")
            found.append(f"{slug}-{seen[slug]}" if seen[slug] else slug)
            seen[slug] += 1
    return frozenset(found)


def links(text: str) -> list[str]:
    """Where the links of a page lead, as written."""
    inline = (child for token in _tokens(text) for child in token.children or ())
    return [str(token.attrs["href"]) for token in inline if token.type == "link_open"]


def commands(text: str) -> list[str]:
    """Every `openings …` that a page shows as code, a line each, without comments."""
    spans = (c.content for token in _tokens(text) for c in token.children or () if c.type == "code_inline")
    lines = (line for block in blocks(text) for line in _unbroken(block.text))
    stripped = (line.strip().partition("  #")[0].strip() for line in (*spans, *lines))
    return [line.removeprefix("$ ") for line in stripped if _COMMAND.match(line)]


def _unbroken(text: str) -> Iterator[str]:
    """The lines, with those that end in a backslash joined to the next."""
    return iter(re.sub(r"\\\n\s*", "", text).splitlines())


@cache
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(MarkdownIt("commonmark").enable("table").parse(text))


def _plain(words: Token) -> str:
    return "".join(child.content for child in words.children or () if child.type in ("text", "code_inline"))
