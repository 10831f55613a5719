"""A field's whole value changed in a file's text, lists too, so that every other line stays."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.content.keys import Table
from generator.content.writing.front_matter_edit import FrontMatter, read_front_matter, set_field
from generator.content.writing.yaml_text import Value, field_text, scalar
from generator.content.yaml.nodes import Entry, ListNode, Node, TextNode

# The parts of a list on one line, quoted texts as a whole.
_FLOW = re.compile(r"\[(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\]\"'])*\]")

Plain = str | tuple["Plain", ...] | Mapping[str, "Plain"]


def field_value(front: FrontMatter, name: str) -> Plain:
    """What a field says, texts within lists and maps; empty where it isn't there or says nothing."""
    entry = front.find(name)
    return _plain(entry.value) if entry else ""


def _plain(node: Node) -> Plain:
    if isinstance(node, TextNode):
        return "" if node.is_absent else node.text.strip()
    if isinstance(node, ListNode):
        return tuple(map(_plain, node.items))
    return {entry.key.text: _plain(entry.value) for entry in node.entries}


def put_field(path: str, data: bytes, table: Table, name: str, value: Value, behind: Sequence[str]) -> bytes:
    """The file with the field's value, replaced or added behind the first of others that it has.

    An OpeningsError for a file whose shape can't be edited.
    """
    front = read_front_matter(path, data, table)
    entry = front.find(name)
    text = value if isinstance(value, str) else value[0] if len(value) == 1 else None
    if text is not None and (entry is None or _is_one_text(entry)):
        return set_field(path, data, table, name, scalar(text), behind)
    if entry and (kept := _kept_items(front, entry, (value,) if isinstance(value, str) else value)):
        return "".join((*front.lines[: entry.key.line], *kept, *front.lines[front.end(entry) :])).encode()
    if entry is None:
        at, indent, ending = front.place(behind)
    else:
        at, ending = entry.key.line - 1, front.ending(entry.key.line)
        indent = " " * (entry.key.column - 1)
    key = entry.key.text if entry else name
    written = field_text(name, value).removeprefix(name)
    rest = _comment(front, entry) if entry and written.count("\n") == 1 else ""
    new = f"{key}{written[:-1]}{rest}\n".splitlines()
    last = front.end(entry) if entry else at
    lines = [*front.lines[:at], *(f"{indent}{line}{ending}" for line in new), *front.lines[last:]]
    return "".join(lines).encode()


def _kept_items(front: FrontMatter, entry: Entry, values: Sequence[str]) -> tuple[str, ...]:
    """The lines of a list, those of items that stay with their comments; empty where none stays."""
    lines = _item_lines(front, entry)
    texts = [item.text for item in _items(entry)]
    if not lines or not set(texts) & set(values):
        return ()
    known = dict(zip(texts, lines, strict=True))
    first = _items(entry)[0]
    line = front.lines[first.line - 1]
    dash, ending = line[: first.column - 1], front.ending(first.line)
    return tuple(known.get(value, f"{dash}{scalar(value)}{ending}") for value in values)


def _items(entry: Entry) -> tuple[TextNode, ...]:
    items = entry.value.items if isinstance(entry.value, ListNode) else ()
    texts = tuple(item for item in items if isinstance(item, TextNode))
    return texts if len(texts) == len(items) else ()


def _item_lines(front: FrontMatter, entry: Entry) -> tuple[str, ...]:
    """What stands for each item, comments above it too; empty where an item isn't a line by itself."""
    starts = [entry.key.line, *(item.line for item in _items(entry))]
    pieces = [front.lines[above:line] for above, line in pairwise(starts)]
    is_plain = all(piece and all(line.strip()[:1] in ("", "#") for line in piece[:-1]) for piece in pieces)
    return tuple(map("".join, pieces)) if is_plain and front.end(entry) == starts[-1] else ()


def _is_one_text(entry: Entry) -> bool:
    """Whether the value is a text on the line of its key, or nothing."""
    value = entry.value
    return isinstance(value, TextNode) and (
        (value.is_absent and not value.text) or bool(value.line == entry.key.line and value.end_column)
    )


def _comment(front: FrontMatter, entry: Entry) -> str:
    """The comment behind a list on one line, with the spaces before it."""
    line = front.lines[entry.key.line - 1].rstrip("\r\n")
    if not isinstance(entry.value, ListNode) or entry.value.line != entry.key.line:
        return ""
    found = _FLOW.match(line, entry.value.column - 1)
    rest = line[found.end() :] if found else ""
    return rest if rest.strip().startswith("#") else ""
