"""Rows of a table become records, their fields called as the first row calls them."""

import re
from collections.abc import Iterator, Sequence

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.mapping.records import SourceRecord, SourceRecords
from generator.importers.table.text import decode, rows_of

MOST_ROWS = 10_000
# What an address answers that is wrong, or asks who you are.
_PAGE = re.compile(r"\s*<(?:!doctype|html|\?xml)\b", re.IGNORECASE)


def read_records(data: bytes) -> SourceRecords:
    """The records of a table's rows; rows are counted as a spreadsheet does, the first being the names."""
    text, told = decode(data)
    if _PAGE.match(text):
        raise OpeningsError("the source is a web page and no table", "look what the address answers", 1)
    rows = rows_of(text)
    first = next((index for index, row in enumerate(rows) if any(row)), None)
    if first is None:
        raise OpeningsError(
            "the table is empty", "its first row names the columns, each further one is a posting"
        )
    if len(rows) > MOST_ROWS:
        raise OpeningsError(
            f"the table has more than {MOST_ROWS:,} rows", "delete those that are no postings"
        )
    names, renamed = _names(rows[first])
    read = [(number, row) for number, row in enumerate(rows[first + 1 :], first + 2) if any(row)]
    records = tuple(_record(number, row, names) for number, row in read if _fits(row, names))
    longer = tuple(
        f"row {number} has {len(row)} cells where there are {len(names)} columns, and is left out"
        for number, row in read
        if not _fits(row, names)
    )
    unread = tuple(_record(number, row, names) for number, row in read if not _fits(row, names))
    return SourceRecords(records, longer, unread, "row", "rows", names, (*told, *renamed))


def _fits(row: Sequence[str], names: Sequence[str]) -> bool:
    return not any(row[len(names) :])


def _record(number: int, row: Sequence[str], names: Sequence[str]) -> SourceRecord:
    fields = {name: (cell,) for name, cell in zip(names, row, strict=False) if cell}
    short = len(row) < len(names)
    notes = (f"the row has {len(row)} cells where there are {len(names)} columns",) if short else ()
    return SourceRecord("", f"row {number}", fields, notes=notes)


def _names(row: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A name for each column, and which had to be made up since it had none of its own."""
    names: list[str] = []
    told: list[str] = []
    for index, cell in enumerate(row):
        name = " ".join(cell.split()) or f"column {_letters(index)}"
        if name in names:
            told.append(f"two columns are called `{name}`: the one at {_letters(index)} goes by its letters")
            name = f"{name} ({_letters(index)})"
        names.append(name)
    return tuple(names), tuple(told)


def _letters(index: int) -> str:
    """A column's letters in a spreadsheet."""
    return "".join(reversed(list(_digits(index))))


def _digits(index: int) -> Iterator[str]:
    while index >= 0:
        yield chr(ord("A") + index % 26)
        index = index // 26 - 1
