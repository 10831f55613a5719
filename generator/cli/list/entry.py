"""`openings list`."""

import shutil
import sys
from collections.abc import Sequence
from datetime import date

import click

from generator.cli.invocation import Invocation
from generator.cli.list import changes, exports
from generator.cli.list.filters import Wanted, chosen
from generator.cli.list.rows import STATUSES, Row, rows
from generator.cli.list.span import Span, last_day, to_span
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
@click.option(
    "--changes",
    "span",
    callback=to_span,
    metavar="SPAN",
    help="What happens by itself for 14d, 2w, or until a day.",
)
@click.option("--format", "form", type=OneOf(("table", "json", "csv")), default="table")
@as_of_option
@click.pass_obj
def command(
    invocation: Invocation,
    status: tuple[str, ...],
    category: tuple[str, ...],
    place: tuple[str, ...],
    review: bool,
    span: Span | None,
    form: str,
    as_of: date | None,
) -> None:
    """Show all postings and where they stand, open ones first.

    With --changes, show what days do to them instead: from today, whose own changes come first.
    """
    loaded = load(invocation, as_of)
    broken = frozenset(d.at.path for d in loaded.diagnostics if d.at and d.severity is Severity.ERROR)
    wanted = Wanted(status, category, place, review)
    found = chosen(rows(loaded.site, broken), loaded.site, wanted)
    if span is None:
        _show_rows(found, loaded.site, wanted, form)
    else:
        _show_changes(found, loaded.site, wanted, form, last_day(span, loaded.site.today))
    number = sum(job.posting.spans.path in broken for job in loaded.site.jobs)
    if number:
        has = "has" if number == 1 else "have"
        click.echo(f"{count(number, 'posting')} {has} errors: `openings check` says which", err=True)


def _show_rows(found: Sequence[Row], site: Site, wanted: Wanted, form: str) -> None:
    if form == "json":
        click.echo(exports.as_json(found), nl=False)
    elif form == "csv":
        click.echo(exports.as_csv(found), nl=False)
    elif found:
        click.echo(table(_COLUMNS, [_cells(row) for row in found], _room()), nl=False)
    else:
        click.echo(_none_found(site, wanted), err=True)


def _show_changes(rows: Sequence[Row], site: Site, wanted: Wanted, form: str, last: date) -> None:
    found = changes.changes_of(rows, site, last)
    if form == "json":
        click.echo(changes.as_json(found), nl=False)
    elif form == "csv":
        click.echo(changes.as_csv(found), nl=False)
    elif found:
        click.echo(changes.as_table(found, _room()), nl=False)
    else:
        click.echo(changes.none_found(site.today, last, wanted != Wanted()), err=True)


def _room() -> int | None:
    """How many columns the terminal has, if it is one."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _none_found(site: Site, wanted: Wanted) -> str:
    """Why the list is empty."""
    if not site.jobs:
        return "there are no postings yet"
    if not wanted.review:
        return "no posting is like that"
    is_all = wanted == Wanted(review=True)
    return "no posting needs a look now" if is_all else "none of those postings needs a look now"


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
