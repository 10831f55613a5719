"""A table's bytes as text, and what stands between its cells."""

import csv
import io
from collections.abc import Sequence

from generator.content.controls import without_controls
from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.mapping.names import is_known

_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
# What spreadsheets in the west write where they don't write Unicode.
_FORMER = "cp1252"
_DELIMITERS = (",", ";", "\t", "|")
_SEPARATOR = "sep="  # Excel's own first line
_HOW_TO_SAVE = "save it from the spreadsheet as CSV in UTF-8"
_TRIED = 50


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a table, and what is to be told of its encoding; an OpeningsError where it is no text."""
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")
    text = _decoded(data, marked or "utf-8")
    if text is not None:
        return text, ()
    text = None if marked else _decoded(data, _FORMER)
    if text is None:
        raise OpeningsError("this isn't a table in text", _HOW_TO_SAVE)
    return text, ("the table isn't in UTF-8 and is read as Windows-1252: check its accents",)


def _decoded(data: bytes, encoding: str) -> str | None:
    """The text in an encoding; None where it can't be."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def rows_of(text: str) -> list[list[str]]:
    """All rows of a table as texts; an OpeningsError where its quotes don't close."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith(_SEPARATOR) and len(first.strip()) == len(_SEPARATOR) + 1:
        return _rows(rest, first.strip()[-1])
    return _rows(text, _delimiter(text))


def _rows(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = []
    try:
        for row in reader:
            rows.append([_cell(cell) for cell in row])
    except csv.Error as error:
        message = f"the table can't be read beyond its row {len(rows) + 1} (line {reader.line_num}): {error}"
        raise OpeningsError(message, "look for a quote that isn't closed or isn't doubled") from None
    return rows


def _cell(text: str) -> str:
    return without_controls(text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _delimiter(text: str) -> str:
    """What parts the cells: with it the first row has most names that are known, and then most cells."""
    return max(_DELIMITERS, key=lambda delimiter: _fitness(text, delimiter))


def _fitness(text: str, delimiter: str) -> tuple[int, int, int]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[Sequence[str]] = []
    try:
        for row in reader:
            rows += [row] if any(row) else []
            if len(rows) > _TRIED:
                break
    except csv.Error:
        pass  # it is judged by what could be read
    head = rows[0] if rows else ()
    if len(head) < 2:
        return 0, 0, 0
    return sum(map(is_known, head)), sum(len(row) == len(head) for row in rows), len(head)
