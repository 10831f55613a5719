"""A line of a source with a place in it marked, cut so that the mark is in sight."""

from msgspec import Struct

from generator.diagnostics.credentials import masked
from generator.diagnostics.diagnostic import Span
from generator.diagnostics.formats.visible import visible_character, width

_TAB = "    "
_CUT = "…"
_LEAST_BEFORE = 30  # columns kept in front of a mark in a line that is cut


class Excerpt(Struct, frozen=True):
    """The line as shown, and where the mark lies below it, in columns of a terminal."""

    text: str
    indent: int
    length: int


def excerpt(source: str, at: Span, room: int) -> Excerpt | None:
    """The marked line in at most about `room` columns; None where the source has no such line."""
    lines = source.split("\n")
    if not 1 <= at.line <= len(lines):
        return None
    line = lines[at.line - 1].rstrip()
    mark = min(at.column - 1, len(line))
    end = min(at.end_column - 1, len(line)) if at.end_column else len(line)
    # Lines of a megabyte exist; only what may be shown is looked at.
    near = max(0, mark - room)
    part = masked(line[near : mark + room])
    cells = [_TAB if ch == "\t" else visible_character(ch) for ch in part]
    start, stop = mark - near, min(end - near, len(cells))
    first, last = _window([width(cell) for cell in cells], start, stop, room)
    before, after = _CUT if near + first else "", _CUT if near + last < len(line) else ""
    indent = len(before) + width("".join(cells[first:start]))
    length = width("".join(cells[start : min(stop, last)]))
    return Excerpt(before + "".join(cells[first:last]) + after, indent, max(1, length))


def _window(widths: list[int], start: int, stop: int, room: int) -> tuple[int, int]:
    """Which cells are shown: all where they fit, else those from a little before the mark."""
    if sum(widths) <= room:
        return 0, len(widths)
    marked = sum(widths[start:stop])
    before = max(_LEAST_BEFORE, room - marked - _LEAST_BEFORE)
    first = start
    while first and sum(widths[first - 1 : start]) <= before:
        first -= 1
    last, used = first, 0
    while last < len(widths) and used + widths[last] <= room:
        used += widths[last]
        last += 1
    return first, last
