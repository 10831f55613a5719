"""One field of a file's front matter changed in its text, so that every other byte stays."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.content.front_matter import Parts, split
from generator.content.keys import Table
from generator.content.source import Source, decode
from generator.content.yaml.loader import load
from generator.content.yaml.nodes import Entry, MapNode, TextNode
from generator.diagnostics.diagnostic import OpeningsError

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BY_HAND = "change that field in an editor"


class FrontMatter(Struct, frozen=True):
    """A file as lines with their ends, and where its fields stand; line numbers count from 1.

    `first` and `last` are the lines between the two `---`; without any, `last` is the one before `first`.
    """

    lines: tuple[str, ...]
    mapping: MapNode
    table: Table
    first: int
    last: int

    def find(self, name: str) -> Entry | None:
        """The entry of a field under any of its spellings."""
        for entry in self.mapping.entries:
            row = self.table.find(entry.key.text)
            if row and row.field.name == name:
                return entry
        return None

    def value(self, name: str) -> str:
        """A field's text as written; empty where it isn't there or holds more than a text."""
        entry = self.find(name)
        return entry.value.text if entry and isinstance(entry.value, TextNode) else ""

    def end(self, entry: Entry) -> int:
        """The line on which an entry ends, comments and empty lines behind it left out."""
        later = [other.key.line for other in self.mapping.entries if other.key.line > entry.key.line]
        end = min(later, default=self.last + 1) - 1
        while end > entry.key.line and self.lines[end - 1].strip()[:1] in ("", "#"):
            end -= 1
        return end

    def place(self, behind: Sequence[str]) -> tuple[int, str, str]:
        """Where a new field goes, and the indentation and line end of its neighbour.

        That is the first of the fields `behind` that is there, else the last one.
        """
        entries = self.mapping.entries
        neighbour = next(
            (entry for name in behind if (entry := self.find(name))), entries[-1] if entries else None
        )
        if neighbour is None:
            return self.first - 1, "", self.ending(self.first - 1)
        return self.end(neighbour), " " * (neighbour.key.column - 1), self.ending(neighbour.key.line)

    def ending(self, line: int) -> str:
        """The line end of a line."""
        text = self.lines[line - 1]
        return text[len(text.rstrip("\r\n")) :]


def read_front_matter(path: str, data: bytes, table: Table) -> FrontMatter:
    """The front matter of a file that can be read; an OpeningsError for one whose shape we can't edit."""
    source = decode(path, data)
    parts = split(source) if isinstance(source, Source) else source
    mapping, _ = load(path, parts.front, parts.front_line) if isinstance(parts, Parts) else (None, ())
    if not isinstance(parts, Parts) or mapping is None:
        raise OpeningsError(f"`{path}` can't be read", "`openings check` says what is wrong with it", 1)
    lines = tuple(_LINE.findall(data.decode("utf-8")))
    front = FrontMatter(lines, mapping, table, parts.front_line, parts.body_line - 2)
    if any(_before_fields(front)):
        raise OpeningsError(f"the fields of `{path}` don't stand on lines of their own", _BY_HAND, 1)
    return front


def _before_fields(front: FrontMatter) -> Iterator[str]:
    """What stands before each field on its line; where there are none, what stands there instead."""
    entries = front.mapping.entries
    if not entries:
        yield from (line.strip().partition("#")[0] for line in front.lines[front.first - 1 : front.last])
    yield from (front.lines[entry.key.line - 1][: entry.key.column - 1].strip(" ") for entry in entries)


def set_field(path: str, data: bytes, table: Table, name: str, value: str, behind: Sequence[str]) -> bytes:
    """The file with a field's value replaced, or the field added behind the first of others it has."""
    front = read_front_matter(path, data, table)
    entry = front.find(name)
    lines = list(front.lines)
    if entry is None:
        at, indent, ending = front.place(behind)
        lines.insert(at, f"{indent}{name}: {value}{ending}")
    else:
        lines[entry.key.line - 1] = _replaced(path, lines[entry.key.line - 1], entry, value)
    return "".join(lines).encode()


def remove_field(path: str, data: bytes, table: Table, name: str) -> bytes:
    """The file without a field and all its lines."""
    front = read_front_matter(path, data, table)
    entry = front.find(name)
    if entry is None:
        return data
    return "".join((*front.lines[: entry.key.line - 1], *front.lines[front.end(entry) :])).encode()


def _replaced(path: str, line: str, entry: Entry, value: str) -> str:
    """The line with another value; its comment, spaces and end stay."""
    key, old = entry.key, entry.value
    colon = line.index(":", key.end_column - 1) + 1
    if isinstance(old, TextNode) and old.is_absent and not old.text:
        return f"{line[:colon]} {value}{line[colon:]}"
    if not isinstance(old, TextNode) or old.line != key.line or not old.end_column:
        message = f"`{key.text}` on line {key.line} of `{path}` has more than one line or value"
        raise OpeningsError(message, f"{_BY_HAND}: write `{key.text}: {value}`", 1)
    rest = line[old.end_column - 1 :]
    # Behind closing quotes a comment may begin without a space; behind plain text it may not.
    return line[: old.column - 1] + value + (" " if rest.startswith("#") else "") + rest
