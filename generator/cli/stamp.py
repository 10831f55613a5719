"""`openings stamp`."""

import sys
from datetime import date

import click

from generator.build.source.workspace import Workspace, open_workspace
from generator.cli.front_matter_edit import read_front_matter
from generator.cli.git_history import first_days
from generator.cli.invocation import Invocation
from generator.cli.posting_edit import TABLE, Change, edit_posting, line_of, new_problems
from generator.cli.posting_files import posting_files
from generator.cli.reporting import write_report
from generator.cli.saying import count, say
from generator.cli.writing import replace_file
from generator.content.settings import ParseSettings, settings_of
from generator.content.site_config import parse_config
from generator.diagnostics.diagnostic import OpeningsError, has_errors
from generator.model.files import POSTING, SITE_FILE, kind_of

# A new line goes behind the first of these that a posting has.
_BEHIND = ("salary", "employment", "remote_from", "remote", "location", "category", "title")


@click.command("stamp")
@click.argument("stems", nargs=-1, metavar="[STEM]...")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.pass_obj
def command(invocation: Invocation, stems: tuple[str, ...], dry_run: bool) -> int:
    """Write `posted` into postings that lack it: the day of the file's first commit.

    For all postings, or those named by their files' names without .md. The day is that of the commit's
    author, in the site's time zone; renames are followed. A posting that isn't committed yet is left as it
    is, and so is one that can't be read; the exit code is 1 then.
    """
    workspace = open_workspace(invocation.site)
    config = parse_config(SITE_FILE, workspace.read(SITE_FILE)).document
    settings = settings_of(config)
    undated, unread = _undated(workspace, _chosen(workspace, settings, stems))
    if not undated and not unread:
        say("every posting says when it was posted")
        return 0
    zone = config.time_zone if config else "UTC"
    days = first_days(workspace.root, undated, zone, invocation.environment) if undated else {}
    stamped = [_stamp(invocation, workspace, settings, path, days.get(path), dry_run) for path in undated]
    for path, error in unread.items():
        say(f"{invocation.shown(path)} was left: {error.message}", err=True)
    left = len(unread) + stamped.count(False)
    if left:
        say(f"{count(left, 'posting')} still without `posted`", err=True)
    return int(left > 0)


def _chosen(workspace: Workspace, settings: ParseSettings, stems: tuple[str, ...]) -> tuple[str, ...]:
    """The files of the postings named, or of all."""
    if not stems:
        return tuple(path for path in workspace.texts() if kind_of(path) is POSTING)
    return tuple(dict.fromkeys(path for stem in stems for path in posting_files(workspace, settings, stem)))


def _undated(
    workspace: Workspace, paths: tuple[str, ...]
) -> tuple[tuple[str, ...], dict[str, OpeningsError]]:
    """The files without `posted`, and those that can't be read, with the reason."""
    undated: list[str] = []
    unread: dict[str, OpeningsError] = {}
    for path in paths:
        try:
            front = read_front_matter(path, workspace.read(path), TABLE)
        except OpeningsError as error:
            unread[path] = error
            continue
        entry = front.find("posted")
        if entry is None or (not front.value("posted") and front.end(entry) == entry.key.line):
            undated.append(path)
    return tuple(undated), unread


def _stamp(
    invocation: Invocation,
    workspace: Workspace,
    settings: ParseSettings,
    path: str,
    day: date | None,
    is_dry: bool,
) -> bool:
    """Whether the posting has its day now, or would have."""
    shown = invocation.shown(path)
    if day is None:
        say(f"{shown} was left: git has no commit that brought it", err=True)
        return False
    edit = edit_posting(workspace, path, Change("posted", day.isoformat()), _BEHIND)
    problems = new_problems(edit, settings)
    write_report(problems, workspace, invocation, "text", sys.stderr, {path: edit.after})
    if has_errors(problems):
        say(f"{shown} was left until its errors are mended", err=True)
        return False
    if not is_dry:
        replace_file(workspace.root / path, edit.after)
    say(f"{shown}: line {line_of(edit)} {'would be' if is_dry else 'is now'} `posted: {day}`")
    return True
