"""When files were first committed: git's history, read in one go."""

import os
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.build.source.git import git, prefix_in_repository
from generator.diagnostics.diagnostic import OpeningsError

# Said before each commit; no path that git names begins so.
_COMMIT = b"\x01"
# In a commit that adds and removes more files than this, only those that stayed the same or kept their last
# name are followed: comparing every pair of so many takes git six seconds. Its own number is 1000.
_LOG = ("log", "--topo-order", "-z", "--name-status", "--diff-filter=AR", "--find-renames", "-l3000")


def first_days(
    root: Path, paths: Collection[str], time_zone: str, environment: Mapping[str, str]
) -> dict[str, date | None]:
    """The day on which each file's first commit was written, in the site's time zone; renames are followed.

    None where the commit's time is no day. A file that was deleted and came back counts from its return;
    files that aren't committed are left out. An OpeningsError where git can't say: no git, no repository, or
    only a part of its history.
    """
    prefix = prefix_in_repository(root, environment)
    if not _has_history(root, environment):
        return {}
    # The whole repository's, since the site's folder may have been another one once.
    log = git(root, environment, *_LOG, f"--format={_COMMIT.decode()}%at", "HEAD", "--")
    zone = ZoneInfo(time_zone)
    seconds = _first_commits(log, {f"{prefix}{path}": path for path in paths})
    return {path: _day(at, zone) for path, at in seconds.items()}


def _has_history(root: Path, environment: Mapping[str, str]) -> bool:
    """Whether anything was committed; an OpeningsError where git has only a part of it."""
    said = git(root, environment, "rev-parse", "--is-shallow-repository", "HEAD", may_fail=True)
    shallow, *head = said.split()
    if shallow == b"true":
        raise OpeningsError(
            "git has only the last part of the history here, so the first day of a file can't be told",
            "fetch the rest with `git fetch --unshallow`; in a workflow, check out with `fetch-depth: 0`",
        )
    return head != [b"HEAD"]


def _day(seconds: bytes, zone: ZoneInfo) -> date | None:
    """The day in the zone; None for what no clock says, such as a time far behind the year 9999."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC).astimezone(zone).date()
    except (ValueError, OverflowError, OSError):
        return None


def _first_commits(log: bytes, paths: Mapping[str, str]) -> dict[str, bytes]:
    """Seconds since 1970 of the commit that brought each file, newest commits first in the log.

    `paths` holds what to call each file by its name in the repository.
    """
    names = dict(paths)  # by what each file was called in the commit at hand
    found: dict[str, bytes] = {}
    for at, kind, former, name in _changes(log):
        path = names.pop(name, None)
        if path is None:
            continue
        if kind == b"R":
            names[former] = path
        else:
            found[path] = at
    return found


def _changes(log: bytes) -> Iterator[tuple[bytes, bytes, str, str]]:
    """Every file that a commit added or renamed: seconds, `A` or `R`, its name before and after."""
    at = b""
    parts = iter(log.split(b"\0"))
    for part in parts:
        part = part.lstrip(b"\n")
        if part.startswith(_COMMIT):
            at = part.removeprefix(_COMMIT)
        elif part:
            former = name = next(parts)
            if part[:1] == b"R":
                name = next(parts)
            yield at, part[:1], os.fsdecode(former), os.fsdecode(name)
