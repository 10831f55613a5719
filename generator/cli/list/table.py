"""Aligned columns that fit a terminal."""

from collections.abc import Sequence

from msgspec import Struct

from generator.diagnostics.formats.visible import visible, width

_GAP = 2
_LEAST = 14


class Column(Struct, frozen=True):
    """A head; whether its cells may be cut; and when it is left out for want of room: 1 goes first."""

    head: str
    may_cut: bool = False
    goes: int = 0


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], room: int | None) -> str:
    """The rows below their heads, in `room` columns of a terminal where that can be done."""
    cells = [[visible(text) for text in row] for row in ([column.head for column in columns], *rows)]
    widths = [max(width(row[i]) for row in cells) for i in range(len(columns))]
    kept = list(range(len(columns)))
    if room is not None:
        kept = _kept(columns, widths, room)
        widths = _narrowed(columns, widths, kept, room)
    return "".join(_line([row[i] for i in kept], [widths[i] for i in kept]) for row in cells)


def _kept(columns: Sequence[Column], widths: Sequence[int], room: int) -> list[int]:
    """The columns that fit when all that may be are cut."""
    kept = list(range(len(columns)))
    least = [min(size, _LEAST) if columns[i].may_cut else size for i, size in enumerate(widths)]
    for i in sorted((i for i in kept if columns[i].goes), key=lambda i: columns[i].goes):
        if _total(least, kept) > room:
            kept.remove(i)
    return kept


def _narrowed(columns: Sequence[Column], widths: list[int], kept: Sequence[int], room: int) -> list[int]:
    """The widest column that may be cut gives way first, until all fit or none can."""
    narrow = list(widths)
    while _total(narrow, kept) > room:
        loose = [i for i in kept if columns[i].may_cut and narrow[i] > _LEAST]
        if not loose:
            break
        narrow[max(loose, key=lambda i: narrow[i])] -= 1
    return narrow


def _total(widths: Sequence[int], kept: Sequence[int]) -> int:
    return sum(widths[i] for i in kept) + _GAP * (len(kept) - 1)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [_cut(text, size) for text, size in zip(row, widths, strict=True)]
    padded = [cell + " " * (size - width(cell)) for cell, size in zip(cells, widths, strict=True)]
    return (" " * _GAP).join(padded).rstrip() + "\n"


def _cut(text: str, room: int) -> str:
    if width(text) <= room:
        return text
    while width(text) > room - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"
