"""What git says of a site's repository."""

import os
import re
import shlex
import subprocess
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from generator.diagnostics.credentials import without_credentials
from generator.diagnostics.diagnostic import OpeningsError

# Settings of a user that would change what git prints.
_PLAIN = (
    *("-c", "core.quotePath=false", "-c", "log.showSignature=false", "-c", "core.fsmonitor=false"),
    *("-c", "diff.relative=false", "-c", "log.showRoot=true"),
)
_UNOWNED = re.compile(r"dubious ownership in repository at '(.+)'")
# How git reaches other machines; all else of its environment says which repository is meant.
_KEPT = ("GIT_SSH", "GIT_SSL_", "GIT_ASKPASS", "GIT_CONFIG_")


class GitError(OpeningsError):
    """git refused; `said` is what it printed about that."""

    def __init__(self, message: str, hint: str = "", said: str = "") -> None:
        super().__init__(message, hint)
        self.said = said


def git(
    root: Path, environment: Mapping[str, str], *arguments: str, data: bytes = b"", may_fail: bool = False
) -> bytes:
    """What git prints, with `data` for its input; a GitError where it fails, or isn't there."""
    try:
        done = subprocess.run(
            _command(arguments),
            cwd=root,
            env=git_environment(environment),
            capture_output=True,
            input=data,
            check=False,
        )
    except FileNotFoundError:
        raise _missing() from None
    if done.returncode and not may_fail:
        raise _failure(root, done.stderr.decode("utf-8", "replace"))
    return done.stdout


def feed_git(root: Path, environment: Mapping[str, str], *arguments: str, parts: Iterable[bytes]) -> None:
    """Hands git its input piece by piece, since it may be more than one holds; a GitError where it fails."""
    with TemporaryFile() as said:
        with _started(root, environment, arguments, said) as process:
            assert process.stdin
            # Where git ends before its input does, it says why.
            with suppress(BrokenPipeError), process.stdin as stdin:
                for part in parts:
                    stdin.write(part)
        if process.returncode:
            said.seek(0)
            raise _failure(root, said.read().decode("utf-8", "replace"))


def _started(
    root: Path, environment: Mapping[str, str], arguments: tuple[str, ...], said: IO[bytes]
) -> subprocess.Popen[bytes]:
    """git, waiting for its input."""
    try:
        return subprocess.Popen(
            _command(arguments),
            cwd=root,
            env=git_environment(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=said,
        )
    except FileNotFoundError:
        raise _missing() from None


def _command(arguments: tuple[str, ...]) -> tuple[str, ...]:
    return ("git", "--no-pager", *_PLAIN, *arguments)


def _missing() -> GitError:
    return GitError("git isn't installed", "install it")


def git_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for git: a hook's or another tool's GIT_DIR would lead to another repository."""
    own = {
        name: value
        for name, value in environment.items()
        if not name.startswith("GIT_") or name.startswith(_KEPT)
    }
    return own | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}


def prefix_in_repository(root: Path, environment: Mapping[str, str]) -> str:
    """The site's folder in its repository, with a slash at its end; empty where it is the repository's own.

    A GitError where the site lies in no repository.
    """
    wanted = ("--is-inside-work-tree", "--show-prefix")
    inside, prefix = git(root, environment, "rev-parse", *wanted).split(b"\n", 1)
    if inside != b"true":
        raise GitError("the site isn't in the working files of a git repository")
    return os.fsdecode(prefix.removesuffix(b"\n"))


def _failure(root: Path, said: str) -> GitError:
    said = without_credentials(said)
    if "not a git repository" in said:
        hint = "go to the repository's copy of the site"
        return GitError(f"`{root}` is in no git repository", hint, said)
    if unowned := _UNOWNED.search(said):
        hint = f"if you trust it: git config --global --add safe.directory {shlex.quote(unowned[1])}"
        return GitError(f"the git repository `{unowned[1]}` belongs to another user", hint, said)
    first = next(iter(said.strip().splitlines()), "no reason given")
    return GitError(f"git refused: {first.removeprefix('fatal: ')}", "", said)
