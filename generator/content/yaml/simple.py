"""The simple YAML that most files hold: names, lists and values of one line, read without the parser.

The parser stays the one definition of what our YAML means: only what it makes the same nodes of, at the
same places, is taken here.
"""

import re

from generator.content.yaml.nodes import Entry, ListNode, MapNode, Node, TextNode

# Shorter than the loader's limit of nodes, and not as deep as its other one, so that neither is reached.
_LONGEST = 10_000
_DEEPEST = 8
# From 1,024 characters on, YAML doesn't take it for a name.
_LONGEST_NAME = 100
# What no plain text may begin with; some of it only where a blank follows.
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_NOT_FLAT = re.compile(r"[\[\]{}:?]")


class _NotSimpleError(Exception):
    """The text takes the parser."""


def read_simple(text: str, first_line: int) -> MapNode | None:
    """The map of a text that is simple in every line; None for any other text, right or wrong."""
    if len(text) > _LONGEST or not text.replace("\n", "").isprintable():
        return None
    reader = _Reader(text.removesuffix("\n").split("\n"), first_line)
    try:
        mapping = reader.map(0)
    except _NotSimpleError:
        return None
    return mapping if reader.index == len(reader.lines) else None


class _Reader:
    """A walk down the lines; `lead` is the number of blanks before a name or a dash."""

    def __init__(self, lines: list[str], first_line: int) -> None:
        self.lines = lines
        self.first_line = first_line
        self.index = 0

    def map(self, lead: int) -> MapNode:
        begins, blanks = self.first_line + self.index, " " * lead
        entries = []
        while self.index < len(self.lines):
            text = self.lines[self.index]
            key, colon, rest = text[lead:].partition(":")
            if not key.isidentifier() or not text.startswith(blanks):
                break
            if not colon or len(key) > _LONGEST_NAME:
                raise _NotSimpleError
            line, end = self.first_line + self.index, lead + len(key) + 1
            self.index += 1
            value = _beside(rest, line, end + 1) if rest else self.below(lead, line, end + 1)
            entries.append(Entry(TextNode(key, line, lead + 1, end), value))
        if not entries or lead > _DEEPEST:
            raise _NotSimpleError
        return MapNode(tuple(entries), begins, lead + 1)

    def below(self, lead: int, line: int, column: int) -> Node:
        """The list or map under a name without a value beside it; the empty text beside it without any."""
        text = self.lines[self.index] if self.index < len(self.lines) else ""
        deeper = len(text) - len(text.lstrip(" "))
        if deeper >= lead and text.startswith("- ", deeper):
            return self.list(deeper)
        return self.map(deeper) if deeper > lead else TextNode("", line, column, column)

    def list(self, lead: int) -> ListNode:
        begins, dash = self.first_line + self.index, " " * lead + "- "
        items = []
        while self.index < len(self.lines) and self.lines[self.index].startswith(dash):
            items.append(self.item(lead))
        return ListNode(tuple(items), begins, lead + 1)

    def item(self, lead: int) -> Node:
        line = self.lines[self.index]
        text = line[lead + 1 :].lstrip(" ")
        begins = len(line) - len(text)
        if (": " in text or text.endswith(":")) and text[0] not in "\"'":
            self.lines[self.index] = " " * begins + text
            return self.map(begins)
        self.index += 1
        return _scalar(text, self.first_line + self.index - 1, begins + 1)


def _beside(rest: str, line: int, column: int) -> Node:
    """The value behind a name's colon."""
    text = rest.lstrip(" ")
    begins = column + len(rest) - len(text)
    if begins == column:  # without a blank, the colon is a part of the text
        raise _NotSimpleError
    return _flat_list(text, line, begins) if text[:1] == "[" else _scalar(text, line, begins)


def _scalar(text: str, line: int, column: int) -> TextNode:
    first, end = text[:1], column + len(text)
    if first and first not in _INDICATORS:
        if ": " in text or " #" in text or text[-1] in ": ":
            raise _NotSimpleError
        return TextNode(text, line, column, end)
    inner = text[1:-1]
    if (
        not first
        or first not in "\"'"
        or text[-1] != first
        or len(text) == 1
        or first in inner
        or "\\" in inner
    ):
        raise _NotSimpleError
    return TextNode(inner, line, column, end, is_quoted=True)


def _flat_list(text: str, line: int, column: int) -> ListNode:
    """A list such as `[Python, SQL]`."""
    if text[-1] != "]" or _NOT_FLAT.search(text, 1, len(text) - 1):
        raise _NotSimpleError
    items = []
    begins = column + 1
    for part in text[1:-1].split(","):
        item = part.lstrip(" ")
        items.append(_scalar(item.rstrip(" "), line, begins + len(part) - len(item)))
        begins += len(part) + 1
    return ListNode(tuple(items), line, column)
