"""`openings stamp`."""

import sys
from collections.abc import Mapping
from datetime import date

import click

from generator.build.source.clock import build_day
from generator.build.source.workspace import Workspace, open_workspace
from generator.cli.git_history import first_days
from generator.cli.invocation import Invocation
from generator.cli.posting_edit import TABLE, Change, edit_posting, line_of, new_problems
from generator.cli.posting_files import posting_files
from generator.cli.reporting import write_report
from generator.cli.saying import say
from generator.cli.writing import replace_file
from generator.content.settings import ParseSettings, settings_of
from generator.content.site_config import parse_config
from generator.content.writing.front_matter_edit import read_front_matter
from generator.diagnostics.counting import count
from generator.diagnostics.diagnostic import OpeningsError, has_errors
from generator.model.files import POSTING, SITE_FILE, kind_of

_BY_HAND = "write `posted:` yourself"
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
    is, and so is one that can't be read, or whose commit says a day after today; the exit code is 1 then.
    """
    workspace = open_workspace(invocation.site)
    config = parse_config(SITE_FILE, workspace.read(SITE_FILE)).document
    settings = settings_of(config)
    undated, unread = _undated(invocation, workspace, _chosen(workspace, settings, stems))
    if not undated and not unread:
        say("every posting says when it was posted")
        return 0
    zone = config.time_zone if config else "UTC"
    days = first_days(workspace.root, undated, zone, invocation.environment) if undated else {}
    today = build_day(None, invocation.environment, zone)
    left = list(unread)
    for path in undated:
        try:
            _stamp(invocation, workspace, settings, path, _first_day(path, days, today), dry_run)
        except OpeningsError as error:
            left.append(OpeningsError(f"{invocation.shown(path)} was left: {error.message}", error.hint))
    for reason in left:
        _tell(reason)
    if left:
        say(f"{count(len(left), 'posting')} still without `posted`", err=True)
    return int(bool(left))


def _tell(error: OpeningsError) -> None:
    """Why a posting was left, and what to do."""
    say(error.message, err=True)
    if error.hint:
        say(f"  fix: {error.hint}", err=True)


def _chosen(workspace: Workspace, settings: ParseSettings, stems: tuple[str, ...]) -> tuple[str, ...]:
    """The files of the postings named, or of all."""
    if not stems:
        return tuple(path for path in workspace.texts() if kind_of(path) is POSTING)
    return tuple(dict.fromkeys(path for stem in stems for path in posting_files(workspace, settings, stem)))


def _undated(
    invocation: Invocation, workspace: Workspace, paths: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[OpeningsError, ...]]:
    """The files without `posted`, and why others can't be read."""
    undated: list[str] = []
    unread: list[OpeningsError] = []
    for path in paths:
        try:
            front = read_front_matter(invocation.shown(path), workspace.read(path), TABLE)
        except OpeningsError as error:
            unread.append(OpeningsError(f"{error.message}; it was left", error.hint))
            continue
        entry = front.find("posted")
        if entry is None or (not front.value("posted") and front.end(entry) == entry.key.line):
            undated.append(path)
    return tuple(undated), tuple(unread)


def _first_day(path: str, days: Mapping[str, date | None], today: date) -> date:
    """The day of the file's first commit; an OpeningsError where there is none that a posting can have."""
    if path not in days:
        raise OpeningsError("git has no commit that brought it")
    day = days[path]
    if day is None:
        raise OpeningsError("the time of the commit that brought it can't be read", _BY_HAND)
    if day > today:
        raise OpeningsError(
            f"the commit that brought it was written on {day}, which is after today", _BY_HAND
        )
    return day


def _stamp(
    invocation: Invocation,
    workspace: Workspace,
    settings: ParseSettings,
    path: str,
    day: date,
    is_dry: bool,
) -> None:
    """Writes the day, or says that it would; an OpeningsError for a posting with errors."""
    edit = edit_posting(workspace, path, Change("posted", day.isoformat()), _BEHIND)
    problems = new_problems(edit, settings)
    write_report(problems, workspace, invocation, "text", sys.stderr, {path: edit.after})
    if has_errors(problems):
        raise OpeningsError("it has errors", "mend them, and stamp it again")
    if not is_dry:
        replace_file(workspace.root / path, edit.after)
    verb = "would be" if is_dry else "is now"
    say(f"{invocation.shown(path)}: line {line_of(edit)} {verb} `posted: {day}`")
