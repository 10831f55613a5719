"""Headings that go with the page's own h1: an outline from h2 down without gaps, each with its id."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import count

from markdown_it.token import Token

from generator.content.markdown.words import plain_text
from generator.model.slugs import slugify


def arrange(tokens: list[Token], prefix: str, *, anchors: bool) -> tuple[str, ...]:
    """Give every heading its level and, with `anchors`, its id; the ids, in order."""
    places = [i for i, token in enumerate(tokens) if token.type == "heading_open"]
    for i, level in zip(places, outline(int(tokens[i].tag[1:]) for i in places), strict=True):
        tokens[i].tag = tokens[i + 2].tag = f"h{level}"
    if not anchors:
        return ()
    ids = distinct([_name(plain_text(tokens[i + 1])) for i in places])
    for i, name in zip(places, ids, strict=True):
        tokens[i].attrs["id"] = prefix + name
    return ids


@lru_cache(maxsize=1024)
def _name(heading: str) -> str:
    """The id of a heading; postings share most of theirs."""
    return slugify(heading)


def outline(levels: Iterable[int]) -> tuple[int, ...]:
    """The levels with the highest at 2, each at most one below the heading it belongs to, none below 6."""
    above: list[int] = []
    arranged = []
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        arranged.append(min(1 + len(above), 6))
    return tuple(arranged)


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names, with -2, -3 … after those that came before."""
    seen: dict[str, None] = {}
    following: dict[str, int] = {}
    for name in names:
        unique = name
        if unique in seen:
            numbered = (f"{name}-{n}" for n in count(following.get(name, 2)))
            unique = next(candidate for candidate in numbered if candidate not in seen)
            following[name] = int(unique.rpartition("-")[2]) + 1
        seen[unique] = None
    return tuple(seen)
