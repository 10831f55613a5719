"""`openings close`."""

import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

import click

from generator.build.workspace import CONFIG, Workspace, open_workspace
from generator.cli.files import replace_file
from generator.cli.front_matter_edit import read_front_matter, set_field
from generator.cli.invocation import Invocation
from generator.cli.parameters import to_day
from generator.cli.reporting import write_report
from generator.cli.words import say
from generator.content.documents import identity_of, parse_posting
from generator.content.keys import table_for
from generator.content.settings import ParseSettings
from generator.content.site_config import parse_config
from generator.diagnostics.diagnostic import OpeningsError, has_errors
from generator.diagnostics.suggest import nearest
from generator.model.fields import POSTING

_TABLE = table_for(POSTING)
_POSTINGS = "content/postings/"


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a posting and its new value."""

    field: str
    value: str


@click.command("close")
@click.argument("stem")
@click.option(
    "--reason", type=click.Choice(("filled", "closed")), help="What the page says; default: filled."
)
@click.option("--on", callback=to_day, metavar="DATE", help="Close it after this day: sets `closes`.")
@click.pass_obj
def command(invocation: Invocation, stem: str, reason: str | None, on: date | None) -> int:
    """Mark a posting as filled or closed, by its file's name without .md.

    Only that field changes in the file. A posting with translations is closed in all of them.
    """
    if reason and on:
        raise click.UsageError("--reason and --on exclude each other; --on lets the date close the posting")
    change = Change("closes", on.isoformat()) if on else Change("status", reason or "filled")
    workspace = open_workspace(invocation.site)
    settings = _settings(workspace)
    edits = {}
    for path in _find(workspace, settings, stem):
        data = workspace.read(path)
        edited = _edited(path, data, change)
        if not _is_sound(workspace, invocation, settings, path, data, edited, change):
            return 1
        edits[path] = (data, edited)
    for path, (data, edited) in edits.items():
        if edited != data:
            replace_file(workspace.root / path, edited)
        say(f"{invocation.shown(path)}: {_told(path, data, edited, change)}")
    return 0


def _settings(workspace: Workspace) -> ParseSettings:
    """How the site's files are read; the defaults where site.yaml itself is broken."""
    config = parse_config(CONFIG, workspace.read(CONFIG)).document
    return ParseSettings(config.language, config.languages) if config else ParseSettings()


def _find(workspace: Workspace, settings: ParseSettings, text: str) -> tuple[str, ...]:
    """The files of the posting, one for each language; a path will do too."""
    stem = PurePosixPath(text).name.removesuffix(".md")
    stems = {
        path: identity_of(path, settings).stem for path in workspace.texts() if path.startswith(_POSTINGS)
    }
    found = tuple(path for path, own in stems.items() if stem in (own, PurePosixPath(path).stem))
    if found:
        return found
    near = nearest(stem, stems.values())
    hint = f"did you mean `{near}`?" if near else "`openings list` shows all postings"
    raise OpeningsError(f"there is no posting `{stem}`", hint)


def _edited(path: str, data: bytes, change: Change) -> bytes:
    front = read_front_matter(path, data, _TABLE)
    if front.value(change.field) == change.value:
        return data
    behind = ("closes", "opens", "posted") if change.field == "status" else ("opens", "posted")
    return set_field(path, data, _TABLE, change.field, change.value, behind)


def _is_sound(
    workspace: Workspace,
    invocation: Invocation,
    settings: ParseSettings,
    path: str,
    data: bytes,
    edited: bytes,
    change: Change,
) -> bool:
    """Whether the posting still can be read and nothing else in it changed; problems go to stderr."""
    before, after = parse_posting(path, data, settings), parse_posting(path, edited, settings)
    known = {(problem.code, problem.message) for problem in before.diagnostics if not has_errors((problem,))}
    new = [problem for problem in after.diagnostics if (problem.code, problem.message) not in known]
    write_report(new, workspace, invocation, "text", sys.stderr, {path: edited})
    if has_errors(new):
        say(f"`{path}` was not changed", err=True)
        return False
    if before.document and after.document:
        changed: dict[str, Any] = {change.field: getattr(after.document, change.field)}
        if replace(before.document, spans=after.document.spans, **changed) != after.document:
            raise OpeningsError(f"`{path}` has a shape that can't be edited", "change it in an editor", 1)
    return True


def _told(path: str, data: bytes, edited: bytes, change: Change) -> str:
    line = f"`{change.field}: {change.value}`"
    if edited == data:
        return f"{line} is there already"
    entry = read_front_matter(path, edited, _TABLE).find(change.field)
    number = entry.key.line if entry else 1
    old = read_front_matter(path, data, _TABLE).value(change.field)
    return f"line {number} is now {line}" + (f", it was `{change.field}: {old}`" if old else "")
