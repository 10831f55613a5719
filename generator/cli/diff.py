"""`openings diff`."""

import sys
from datetime import date
from importlib import import_module
from pathlib import Path

import click
from msgspec.structs import replace

from generator.build.collector import without_collector
from generator.cli.build_report import check_place
from generator.cli.invocation import Invocation
from generator.cli.one_of import OneOf
from generator.cli.parameters import OUTPUT, as_of_option
from generator.cli.writing import replace_file
from generator.publish.compare.changes import Changes
from generator.publish.compare.comparing import compare
from generator.publish.compare.formats import text
from generator.publish.compare.gathering import gather

_FORMATS = ("text", "markdown", "json", "html")


@click.command("diff")
@click.argument("ref", required=False, metavar="[REF]")
@click.option(
    "--format",
    "form",
    type=OneOf(_FORMATS),
    default="text",
    show_default=True,
    help="For a terminal, for a pull request, for programs, or a page with both sides.",
)
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it there instead of printing it.",
)
@click.option("--name", metavar="TEXT", help="What the report calls REF, such as the branch's own name.")
@click.option("--exit-code", is_flag=True, help="Exit code 1 if anything changes.")
@as_of_option
@click.pass_obj
def command(
    invocation: Invocation,
    ref: str | None,
    form: str,
    output: Path | None,
    name: str | None,
    exit_code: bool,
    as_of: date | None,
) -> int:
    """Say what changed on the site since a commit, as people read it.

    REF is a branch, a tag or a commit; without one, the main branch. The comparison is with the last commit
    that REF and the commit at hand share, so what REF got since then counts as no change. What isn't
    committed yet counts as changed.
    """
    colour = form == "text" and not output and invocation.wants_colour(sys.stdout)
    if output:
        check_place(output, invocation.site / OUTPUT, invocation.site / "content")
    with without_collector():
        both = gather(invocation.site, ref, as_of, invocation.environment)
        revision = replace(both.revision, name=name) if name else both.revision
        changes = compare(both.before, both.after, revision, both.day)
        rendered = _rendered(changes, form, colour)
    if output:
        replace_file(output, rendered.encode())
    else:
        click.echo(rendered, nl=False, color=colour)
    return int(exit_code and not changes.is_empty)


def _rendered(changes: Changes, form: str, colour: bool) -> str:
    if form == "text":
        return text.render(changes, colour)
    rendered: str = import_module(f"generator.publish.compare.formats.{form}").render(changes)
    return rendered
