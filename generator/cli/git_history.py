"""When files were first committed: git's history, read in one go."""

import os
import subprocess
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.diagnostics.diagnostic import OpeningsError

# Said before each commit; no path that git names begins so.
_COMMIT = b"\x01"
# Settings of a user that would change what git prints.
_PLAIN = ("-c", "core.quotePath=false", "-c", "log.showSignature=false", "-c", "core.fsmonitor=false")
_LOG = ("log", "--topo-order", "-z", "--name-status", "--diff-filter=AR", "--find-renames", "--relative")


def first_days(
    root: Path, paths: Collection[str], time_zone: str, environment: Mapping[str, str]
) -> dict[str, date]:
    """The day on which each file's first commit was written, in the site's time zone; renames are followed.

    A file that was deleted and came back counts from its return. Files that aren't committed have no day. An
    OpeningsError where git can't say: no git, no repository, or only a part of its history.
    """
    _check(root, environment)
    if not _git(root, environment, "rev-parse", "--verify", "--quiet", "HEAD", may_fail=True):
        return {}
    # Paths follow `--`, so that none is taken for an option; `.` keeps other folders' files out of it.
    log = _git(root, environment, *_LOG, f"--format={_COMMIT.decode()}%at", "HEAD", "--", ".")
    zone = ZoneInfo(time_zone)
    seconds = _first_commits(log, paths)
    return {path: datetime.fromtimestamp(at, UTC).astimezone(zone).date() for path, at in seconds.items()}


def _check(root: Path, environment: Mapping[str, str]) -> None:
    """An OpeningsError where the site lies in no repository, or in one without its history."""
    found = _git(root, environment, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository")
    inside, shallow = found.split()
    if inside != b"true":
        raise OpeningsError("the site isn't in the working files of a git repository")
    if shallow == b"true":
        raise OpeningsError(
            "git has only the last part of the history here, so the first day of a file can't be told",
            "fetch the rest with `git fetch --unshallow`; in a workflow, check out with `fetch-depth: 0`",
        )


def _first_commits(log: bytes, paths: Collection[str]) -> dict[str, int]:
    """Seconds since 1970 of the commit that brought each file, newest commits first in the log."""
    names = {path: path for path in paths}  # what each file was called in the commit at hand
    found: dict[str, int] = {}
    for at, kind, former, name in _changes(log):
        path = names.pop(name, None)
        if path is None:
            continue
        if kind == b"R":
            names[former] = path
        else:
            found[path] = at
    return found


def _changes(log: bytes) -> Iterator[tuple[int, bytes, str, str]]:
    """Every file that a commit added or renamed: seconds, `A` or `R`, its name before and after."""
    at = 0
    parts = iter(log.split(b"\0"))
    for part in parts:
        part = part.lstrip(b"\n")
        if part.startswith(_COMMIT):
            at = int(part.removeprefix(_COMMIT))
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
    last = said.strip().splitlines()[0] if said.strip() else "no reason given"
    return OpeningsError(f"git can't read the history: {last.removeprefix('fatal: ')}")
