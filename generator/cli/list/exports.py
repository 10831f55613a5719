"""A list for programs and for spreadsheets."""

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from io import StringIO
from typing import Any, TypeVar

from generator.diagnostics.formats.visible import visible

_T = TypeVar("_T")

# A spreadsheet would run a cell that begins like this as a formula; the wide ones count in East Asia.
_FORMULA = tuple("=+-@＝＋－＠")


def to_json(rows: Iterable[_T], fields: Mapping[str, Callable[[_T], Any]]) -> str:
    """An array of objects, one a row, with what each field says of it."""
    found = [{name: value_of(row) for name, value_of in fields.items()} for row in rows]
    return json.dumps(found, indent=2, default=date.isoformat) + "\n"


def to_csv(rows: Iterable[_T], fields: Mapping[str, Callable[[_T], Any]]) -> str:
    """A line of names, then a line for each row; several values in a cell stand between semicolons.

    For people and their spreadsheets, to whom titles and file names come from strangers: what would act
    on a terminal is made visible, and a cell that would be run as a formula begins with `'` (OWASP: CSV
    injection), even where it is an honest title such as `+1 engineer`. Programs take the JSON, which has
    every text as it is.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(fields)
    writer.writerows([_harmless(_in_cell(value_of(row))) for value_of in fields.values()] for row in rows)
    return text.getvalue()


def _in_cell(value: Any) -> str:
    match value:
        case tuple():
            return "; ".join(value)
        case bool():
            return "yes" if value else "no"
        case _:
            return str(value or "")


def _harmless(cell: str) -> str:
    cell = visible(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
