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
_INDICATORS = frozenset(("", *" -?:,[]{}#&*!|>'\"%@`"))
_QUOTES = frozenset("\"'")
# A text between brackets, and what closes it.
_VALUE = r"""(?P<value>"[^"]*" *|'[^']*' *|[^\[\]{},:?"' ][^\[\]{},:?]*)"""
_ITEM = re.compile(rf" *{_VALUE}([,\]])")
_PAIR = re.compile(rf" *(?P<key>[^\W\d]\w{{0,99}}): +{_VALUE}([,}}])")


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
        begins, blanks, lines = self.first_line + self.index, " " * lead, self.lines
        entries = []
        while self.index < len(lines):
            name, colon, beside = lines[self.index][lead:].partition(": ")
            key = name if colon else name.removesuffix(":")
            is_name = key.isidentifier() and len(key) <= _LONGEST_NAME and (colon or key != name)
            if not is_name or not lines[self.index].startswith(blanks):
                break
            line, end = self.first_line + self.index, lead + len(key) + 1
            self.index += 1
            value = _value(beside, line, end + 2) if colon else self.below(lead, line, end + 1)
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
        if (": " in text or text.endswith(":")) and text[0] not in "\"'[{":
            self.lines[self.index] = " " * begins + text
            return self.map(begins)
        self.index += 1
        return _value(text, self.first_line + self.index - 1, begins + 1)


def _value(text: str, line: int, column: int) -> Node:
    """The value that is the rest of its line."""
    first, end = text[:1], column + len(text)
    if first not in _INDICATORS:
        if ": " in text or " #" in text or text[-1] in ": ":
            raise _NotSimpleError
        return TextNode(text, line, column, end)
    if first == " ":
        bare = text.lstrip(" ")
        return _value(bare, line, end - len(bare))
    if first == "[":
        return _flat_list(text, line, column)
    return _flat_map(text, line, column) if first == "{" else _quoted(text, line, column)


def _quoted(text: str, line: int, column: int) -> TextNode:
    mark, inner = text[:1], text[1:-1]
    if mark not in _QUOTES or text[-1] != mark or len(text) == 1 or mark in inner or "\\" in inner:
        raise _NotSimpleError
    return TextNode(inner, line, column, column + len(text), is_quoted=True)


def _flat_list(text: str, line: int, column: int) -> ListNode:
    """A list such as `[Python, SQL]`."""
    return ListNode(tuple([_part(found, line, column) for found in _parts(_ITEM, text)]), line, column)


def _flat_map(text: str, line: int, column: int) -> MapNode:
    """A map such as `{min: 60000, currency: EUR}`."""
    entries = []
    for found in _parts(_PAIR, text):
        begins, end = found.span("key")
        key = TextNode(found["key"], line, column + begins, column + end)
        entries.append(Entry(key, _part(found, line, column)))
    return MapNode(tuple(entries), line, column)


def _part(found: re.Match[str], line: int, column: int) -> Node:
    return _value(found["value"].rstrip(" "), line, column + found.start("value"))


def _parts(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """What stands between brackets, part by part; each part has the comma or bracket behind it."""
    found: list[re.Match[str]] = []
    end = 1
    while end < len(text) or not found:
        part = pattern.match(text, end)
        if part is None or (text[part.end() - 1] != ",") != (part.end() == len(text)):
            raise _NotSimpleError
        found.append(part)
        end = part.end()
    return found
