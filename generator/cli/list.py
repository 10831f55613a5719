"""`openings list`."""

import csv
import json
import shutil
import sys
from collections.abc import Iterable
from datetime import date
from io import StringIO
from typing import Any

import click

from generator.cli.invocation import Invocation
from generator.cli.loading import load
from generator.cli.parameters import as_of_option
from generator.cli.postings import STATUSES, Row, Wanted, rows
from generator.cli.table import Column, table
from generator.cli.words import count
from generator.diagnostics.diagnostic import Severity

_COLUMNS = (
    Column("POSTING"),
    Column("TITLE", may_cut=True, goes=1),
    Column("CATEGORY", may_cut=True, goes=4),
    Column("PLACE", may_cut=True, goes=5),
    Column("STATUS"),
    Column("POSTED", goes=2),
    Column("CLOSES"),
    Column("REVIEW", goes=3),
)
_FIELDS = (
    "stem",
    "title",
    "categories",
    "places",
    "status",
    "posted",
    "opens",
    "closes",
    "review",
    "is_due",
    "path",
)
# A spreadsheet would run a cell that begins like this as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@click.command("list")
@click.option("--status", multiple=True, help=f"Only these: {', '.join(STATUSES)}.")
@click.option("--category", multiple=True, help="Only those in this category, or below.")
@click.option("--place", multiple=True, help="Only those in this place, or below; or `remote`.")
@click.option("--review", is_flag=True, help="Only those that somebody should look at again.")
@click.option("--format", "form", type=click.Choice(("table", "json", "csv")), default="table")
@as_of_option
@click.pass_obj
def command(
    invocation: Invocation,
    status: tuple[str, ...],
    category: tuple[str, ...],
    place: tuple[str, ...],
    review: bool,
    form: str,
    as_of: date | None,
) -> None:
    """Show all postings and where they stand, open ones first."""
    loaded = load(invocation, as_of)
    broken = frozenset(d.at.path for d in loaded.diagnostics if d.at and d.severity is Severity.ERROR)
    found = rows(loaded.site, Wanted(status, category, place, review), broken)
    if form == "json":
        click.echo(json.dumps([_record(row) for row in found], indent=2))
    elif form == "csv":
        click.echo(_as_csv(found), nl=False)
    elif found:
        room = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        click.echo(table(_COLUMNS, [_cells(row) for row in found], room), nl=False)
    else:
        click.echo("no posting is like that" if loaded.site.jobs else "there are no postings yet", err=True)
    number = sum(job.posting.spans.path in broken for job in loaded.site.jobs)
    if number:
        has = "has" if number == 1 else "have"
        click.echo(f"{count(number, 'posting')} {has} errors: `openings check` says which", err=True)


def _cells(row: Row) -> tuple[str, ...]:
    review = "due" if row.is_due else str(row.review or "")
    words = ("; ".join(category.name for category in row.job.categories), "; ".join(row.places))
    return (row.stem, row.title, *words, row.status, str(row.posted or ""), str(row.closes or ""), review)


def _record(row: Row) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in _FIELDS}
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    """Days as text, tuples as lists."""
    match value:
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
        case _:
            return value


def _as_csv(found: Iterable[Row]) -> str:
    """The same fields as in JSON; several values in a cell stand between semicolons."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_FIELDS)
    writer.writerows([_harmless(_in_cell(value)) for value in _record(row).values()] for row in found)
    return text.getvalue()


def _in_cell(value: Any) -> str:
    match value:
        case list():
            return "; ".join(value)
        case bool():
            return "yes" if value else "no"
        case _:
            return str(value or "")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
