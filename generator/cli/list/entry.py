"""`openings list`."""

import shutil
import sys
from datetime import date

import click

from generator.cli.invocation import Invocation
from generator.cli.list.exports import as_csv, as_json
from generator.cli.list.filters import Wanted, chosen
from generator.cli.list.rows import STATUSES, Row, rows
from generator.cli.list.table import Column, table
from generator.cli.loading import load
from generator.cli.one_of import OneOf
from generator.cli.parameters import as_of_option
from generator.cli.saying import count
from generator.diagnostics.diagnostic import Severity
from generator.library.site import Site

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


@click.command("list")
@click.option("--status", multiple=True, help=f"Only these: {', '.join(STATUSES)}.")
@click.option("--category", multiple=True, help="Only those in this category, or below.")
@click.option("--place", multiple=True, help="Only those in this place, or below; or `remote`.")
@click.option("--review", is_flag=True, help="Only those that somebody should look at again.")
@click.option("--format", "form", type=OneOf(("table", "json", "csv")), default="table")
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
    found = chosen(rows(loaded.site, broken), loaded.site, Wanted(status, category, place, review))
    if form == "json":
        click.echo(as_json(found), nl=False)
    elif form == "csv":
        click.echo(as_csv(found), nl=False)
    elif found:
        room = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        click.echo(table(_COLUMNS, [_cells(row) for row in found], room), nl=False)
    else:
        click.echo(_none_found(loaded.site, Wanted(status, category, place), review), err=True)
    number = sum(job.posting.spans.path in broken for job in loaded.site.jobs)
    if number:
        has = "has" if number == 1 else "have"
        click.echo(f"{count(number, 'posting')} {has} errors: `openings check` says which", err=True)


def _none_found(site: Site, others: Wanted, review: bool) -> str:
    """Why the list is empty; `others` are the conditions besides `review`."""
    if not site.jobs:
        return "there are no postings yet"
    if not review:
        return "no posting is like that"
    return "no posting needs a look now" if others == Wanted() else "none of those postings needs a look now"


def _cells(row: Row) -> tuple[str, ...]:
    posting = row.job.posting
    return (
        posting.identity.stem,
        posting.title,
        "; ".join(category.name for category in row.job.categories),
        "; ".join(row.places),
        row.status,
        str(row.posted or ""),
        str(posting.closes or ""),
        "due" if row.is_due else str(row.review or ""),
    )
