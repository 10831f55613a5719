"""The things that a page's blocks of data tell of, wherever in a block they stand."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import DecodeError, Struct, json

from generator.pages.schema_org import CONTEXT

# What a block of data says of one thing.
Thing = Mapping[str, Any]

# The address of schema.org's words, as it may be written, or the short name that stands for it.
_VOCABULARY = re.compile("^https?://(www[.])?schema[.]org/?|^schema:", re.IGNORECASE)


class Block(Struct, frozen=True):
    """What a block of data tells of: nothing where it can't be read, as `flaw` says."""

    things: tuple[Thing, ...] = ()
    flaw: str = ""


def read_block(text: str) -> Block:
    """The things of a block with those inside them, and what is wrong with the block."""
    try:
        data = json.decode(text)
    except RecursionError:
        return Block(flaw="a block of structured data is nested too deep to be read")
    except DecodeError as error:
        return Block(flaw=f"a block of structured data isn't JSON: {str(error).lower()}")
    whole = data if isinstance(data, list) else [data]
    if not all(_tells_of_things(part) for part in whole):
        return Block(flaw="a block of structured data doesn't tell of things")
    return Block(tuple(_all_things(whole)), _flaw(text, whole))


def is_a(thing: Thing, kind: str) -> bool:
    """Whether a thing is of a kind of schema.org, among others or by its whole address."""
    kinds = thing.get("@type")
    return kind in map(short_kind, kinds if isinstance(kinds, list) else [kinds])


def short_kind(kind: Any) -> str:
    """A kind of schema.org by its name alone; empty where it is no text."""
    return _VOCABULARY.sub("", kind, count=1) if isinstance(kind, str) else ""


def _tells_of_things(part: Any) -> bool:
    if not isinstance(part, dict):
        return False
    graph = part.get("@graph", part)
    return all(isinstance(thing, dict) for thing in (graph if isinstance(graph, list) else [graph]))


def _all_things(whole: list[Any]) -> Iterator[Thing]:
    """Every object in the order of the text, however deep."""
    waiting = whole[::-1]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            value = list(value.values())
        if isinstance(value, list):
            waiting += value[::-1]


def _flaw(text: str, whole: list[Any]) -> str:
    if "<" in text:
        return "structured data holds `<` as it is, which can end the script"
    if not all(_speaks_schema_org(part.get("@context")) for part in whole):
        return f"a block of structured data doesn't name `{CONTEXT}` as its `@context`"
    return ""


def _speaks_schema_org(context: Any) -> bool:
    """Whether a context, or one of several or of those it gives names to, is that of schema.org."""
    if isinstance(context, list):
        return any(map(_speaks_schema_org, context))
    if isinstance(context, dict):
        return any(map(_speaks_schema_org, context.values()))
    return isinstance(context, str) and bool(_VOCABULARY.fullmatch(context))
