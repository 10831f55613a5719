"""`openings list`."""

import shutil
import sys
from datetime import date

import click

from generator.cli.invocation import Invocation
from generator.cli.list.changes import CHANGES, changes_of, none_happen
from generator.cli.list.filters import Wanted, chosen
from generator.cli.list.listing import FORMATS
from generator.cli.list.postings import POSTINGS
from generator.cli.list.rows import rows
from generator.cli.list.span import Span, last_day, to_span
from generator.cli.loading import load
from generator.cli.one_of import OneOf
from generator.cli.parameters import as_of_option
from generator.diagnostics.counting import count
from generator.diagnostics.diagnostic import broken_files
from generator.library.site import Site
from generator.library.statuses import STATUSES


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
@click.option("--format", "form", type=OneOf(FORMATS), default="table")
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
    broken = broken_files(loaded.diagnostics)
    wanted = Wanted(status, category, place, review)
    found = chosen(rows(loaded.site, broken), loaded.site, wanted)
    if span is None:
        text, none = POSTINGS.text(found, form, _room()), _none_found(loaded.site, wanted)
    else:
        last = last_day(span, loaded.site.today)
        is_all = wanted == Wanted()
        text = CHANGES.text(changes_of(found, loaded.site, last, is_all), form, _room())
        none = none_happen(loaded.site.today, last, not is_all)
    click.echo(text or none, nl=not text, err=not text)
    number = sum(job.posting.spans.path in broken for job in loaded.site.jobs)
    if number:
        has = "has" if number == 1 else "have"
        click.echo(f"{count(number, 'posting')} {has} errors: `openings check` says which", err=True)


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
