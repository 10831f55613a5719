"""When files were first committed: git's history, read in one go."""

import os
import re
import shlex
import subprocess
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.diagnostics.diagnostic import OpeningsError

# Said before each commit; no path that git names begins so.
_COMMIT = b"\x01"
# Settings of a user that would change what git prints.
_PLAIN = (
    *("-c", "core.quotePath=false", "-c", "log.showSignature=false", "-c", "core.fsmonitor=false"),
    *("-c", "diff.relative=false", "-c", "log.showRoot=true"),
)
# In a commit that adds and removes more files than this, only those that stayed the same or kept their last
# name are followed: comparing every pair of so many takes git six seconds. Its own number is 1000.
_LOG = ("log", "--topo-order", "-z", "--name-status", "--diff-filter=AR", "--find-renames", "-l3000")
_UNOWNED = re.compile(r"dubious ownership in repository at '(.+)'")


def first_days(
    root: Path, paths: Collection[str], time_zone: str, environment: Mapping[str, str]
) -> dict[str, date | None]:
    """The day on which each file's first commit was written, in the site's time zone; renames are followed.

    None where the commit's time is no day. A file that was deleted and came back counts from its return;
    files that aren't committed are left out. An OpeningsError where git can't say: no git, no repository, or
    only a part of its history.
    """
    prefix = _prefix(root, environment)
    if not _git(root, environment, "rev-parse", "--verify", "--quiet", "HEAD", may_fail=True):
        return {}
    # The whole repository's, since the site's folder may have been another one once.
    log = _git(root, environment, *_LOG, f"--format={_COMMIT.decode()}%at", "HEAD", "--")
    zone = ZoneInfo(time_zone)
    seconds = _first_commits(log, {f"{prefix}{path}": path for path in paths})
    return {path: _day(at, zone) for path, at in seconds.items()}


def _prefix(root: Path, environment: Mapping[str, str]) -> str:
    """The site's folder in its repository, with a slash at its end; empty where it is the repository's own.

    An OpeningsError where the site lies in no repository, or in one without its history.
    """
    wanted = ("--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
    inside, shallow, prefix = _git(root, environment, "rev-parse", *wanted).split(b"\n", 2)
    if inside != b"true":
        raise OpeningsError("the site isn't in the working files of a git repository")
    if shallow == b"true":
        raise OpeningsError(
            "git has only the last part of the history here, so the first day of a file can't be told",
            "fetch the rest with `git fetch --unshallow`; in a workflow, check out with `fetch-depth: 0`",
        )
    return os.fsdecode(prefix.removesuffix(b"\n"))


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


def _git(root: Path, environment: Mapping[str, str], *arguments: str, may_fail: bool = False) -> bytes:
    """What git prints; an OpeningsError where it fails, or isn't there."""
    # A hook's or another tool's GIT_DIR would lead to another repository.
    own = {name: value for name, value in environment.items() if not name.startswith("GIT_")}
    own |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
    command = ("git", "--no-pager", *_PLAIN, *arguments)
    try:
        done = subprocess.run(
            command, cwd=root, env=own, capture_output=True, stdin=subprocess.DEVNULL, check=False
        )
    except FileNotFoundError:
        raise OpeningsError("git isn't installed", "install it, or write `posted:` yourself") from None
    if done.returncode and not may_fail:
        raise _failure(root, done.stderr.decode("utf-8", "replace"))
    return done.stdout


def _failure(root: Path, said: str) -> OpeningsError:
    if "not a git repository" in said:
        hint = "write `posted:` yourself, or go to the repository's copy of the site"
        return OpeningsError(f"`{root}` is in no git repository", hint)
    if unowned := _UNOWNED.search(said):
        hint = f"if you trust it: git config --global --add safe.directory {shlex.quote(unowned[1])}"
        return OpeningsError(f"the git repository `{unowned[1]}` belongs to another user", hint)
    first = next(iter(said.strip().splitlines()), "no reason given")
    return OpeningsError(f"git can't read the history: {first.removeprefix('fatal: ')}")
