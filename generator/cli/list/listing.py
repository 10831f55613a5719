"""A list in the form asked for: a table for people; more of each row for programs and spreadsheets."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from msgspec import Struct

from generator.cli.list.exports import to_csv, to_json
from generator.cli.list.table import Column, table

FORMATS = ("table", "json", "csv")

_T = TypeVar("_T")


class Listing(Struct, Generic[_T], frozen=True):
    """What a list shows of each row: cells below the columns' heads, or fields by name."""

    columns: tuple[Column, ...]
    cells: Callable[[_T], tuple[str, ...]]
    fields: Mapping[str, Callable[[_T], Any]]

    def text(self, rows: Sequence[_T], form: str, room: int | None) -> str:
        """The rows in one of FORMATS, a table in `room` columns of a terminal; an empty table is no text."""
        match form:
            case "json":
                return to_json(rows, self.fields)
            case "csv":
                return to_csv(rows, self.fields)
        return table(self.columns, [self.cells(row) for row in rows], room) if rows else ""
