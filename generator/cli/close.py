"""`openings close`."""

import sys
from datetime import date

import click

from generator.build.source.workspace import open_workspace
from generator.cli.invocation import Invocation
from generator.cli.one_of import OneOf
from generator.cli.parameters import to_day
from generator.cli.posting_edit import TABLE, Change, Edit, edit_posting, line_of, new_problems
from generator.cli.posting_files import posting_files
from generator.cli.reporting import write_report
from generator.cli.saying import say
from generator.cli.writing import replace_file
from generator.content.settings import settings_of
from generator.content.site_config import parse_config
from generator.content.writing.front_matter_edit import read_front_matter
from generator.diagnostics.diagnostic import has_errors
from generator.model.files import SITE_FILE


@click.command("close")
@click.argument("stem")
@click.option("--reason", type=OneOf(("filled", "closed")), help="What the page says; default: filled.")
@click.option("--on", callback=to_day, metavar="DATE", help="Close it after this day: sets `closes`.")
@click.pass_obj
def command(invocation: Invocation, stem: str, reason: str | None, on: date | None) -> int:
    """Mark a posting as filled or closed, by its file's name without .md.

    Only that field changes in the file. A posting with translations is closed in all of them.
    """
    if reason and on:
        raise click.UsageError("--reason and --on exclude each other; --on lets the date close the posting")
    change = Change("closes", on.isoformat()) if on else Change("status", reason or "filled")
    behind = ("opens", "posted") if on else ("closes", "opens", "posted")
    workspace = open_workspace(invocation.site)
    settings = settings_of(parse_config(SITE_FILE, workspace.read(SITE_FILE)).document)
    files = posting_files(workspace, settings, stem)
    edits = [edit_posting(workspace, path, change, behind) for path in files]
    for edit in edits:
        problems = new_problems(edit, settings)
        write_report(problems, workspace, invocation, "text", sys.stderr, {edit.path: edit.after})
        if has_errors(problems):
            say(f"`{invocation.shown(edit.path)}` was not changed", err=True)
            return 1
    for edit in edits:
        if edit.after != edit.before:
            replace_file(workspace.root / edit.path, edit.after)
        say(f"{invocation.shown(edit.path)}: {_told(edit)}")
    return 0


def _told(edit: Edit) -> str:
    field = edit.change.field
    line = f"`{field}: {edit.change.value}`"
    if edit.after == edit.before:
        return f"{line} is there already"
    old = read_front_matter(edit.path, edit.before, TABLE).value(field)
    return f"line {line_of(edit)} is now {line}" + (f", it was `{field}: {old}`" if old else "")
