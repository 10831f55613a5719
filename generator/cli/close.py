"""`openings close`."""

import sys
from datetime import date
from typing import Any

import click
from msgspec import Struct
from msgspec.structs import replace

from generator.build.source.workspace import Workspace, open_workspace
from generator.cli.front_matter_edit import read_front_matter, set_field
from generator.cli.invocation import Invocation
from generator.cli.one_of import OneOf
from generator.cli.parameters import to_day
from generator.cli.posting_files import posting_files
from generator.cli.reporting import write_report
from generator.cli.saying import say
from generator.cli.writing import replace_file
from generator.content.documents import parse_posting
from generator.content.keys import table_for
from generator.content.settings import ParseSettings, settings_of
from generator.content.site_config import parse_config
from generator.diagnostics.diagnostic import Diagnostic, OpeningsError, has_errors
from generator.model.documents import Posting, Spans
from generator.model.files import POSTING, SITE_FILE

_TABLE = table_for(POSTING.fields)


class _Change(Struct, frozen=True):
    """A field of a posting and its new value."""

    field: str
    value: str


class _Edit(Struct, frozen=True):
    """A posting's file with a change made: its bytes before and after."""

    path: str
    before: bytes
    after: bytes
    change: _Change


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
    change = _Change("closes", on.isoformat()) if on else _Change("status", reason or "filled")
    workspace = open_workspace(invocation.site)
    settings = settings_of(parse_config(SITE_FILE, workspace.read(SITE_FILE)).document)
    edits = [_edit(workspace, path, change) for path in posting_files(workspace, settings, stem)]
    for edit in edits:
        problems = _new_problems(edit, settings)
        write_report(problems, workspace, invocation, "text", sys.stderr, {edit.path: edit.after})
        if has_errors(problems):
            say(f"`{edit.path}` was not changed", err=True)
            return 1
    for edit in edits:
        if edit.after != edit.before:
            replace_file(workspace.root / edit.path, edit.after)
        say(f"{invocation.shown(edit.path)}: {_told(edit)}")
    return 0


def _edit(workspace: Workspace, path: str, change: _Change) -> _Edit:
    data = workspace.read(path)
    if read_front_matter(path, data, _TABLE).value(change.field) == change.value:
        return _Edit(path, data, data, change)
    behind = ("closes", "opens", "posted") if change.field == "status" else ("opens", "posted")
    return _Edit(path, data, set_field(path, data, _TABLE, change.field, change.value, behind), change)


def _new_problems(edit: _Edit, settings: ParseSettings) -> list[Diagnostic]:
    """What keeps the posting from being read, and new warnings; an OpeningsError where more has changed."""
    before = parse_posting(edit.path, edit.before, settings)
    after = parse_posting(edit.path, edit.after, settings)
    known = {(problem.code, problem.message) for problem in before.diagnostics if not has_errors((problem,))}
    new = [problem for problem in after.diagnostics if (problem.code, problem.message) not in known]
    if before.document and after.document and not has_errors(new):
        changed: dict[str, Any] = {edit.change.field: getattr(after.document, edit.change.field)}
        if _unplaced(replace(before.document, **changed)) != _unplaced(after.document):
            raise OpeningsError(
                f"`{edit.path}` has a shape that can't be edited", "change it in an editor", 1
            )
    return new


def _unplaced(posting: Posting) -> Posting:
    """The posting without its places in the file, which a new line moves."""
    references = tuple(replace(reference, line=0) for reference in posting.body.references)
    body = replace(posting.body, references=references)
    return replace(posting, spans=Spans(posting.spans.path), body=body)


def _told(edit: _Edit) -> str:
    field = edit.change.field
    line = f"`{field}: {edit.change.value}`"
    if edit.after == edit.before:
        return f"{line} is there already"
    entry = read_front_matter(edit.path, edit.after, _TABLE).find(field)
    number = entry.key.line if entry else 1
    old = read_front_matter(edit.path, edit.before, _TABLE).value(field)
    return f"line {number} is now {line}" + (f", it was `{field}: {old}`" if old else "")
