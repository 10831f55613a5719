"""Which commit the site is compared with."""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from generator.build.source.git import git
from generator.diagnostics.diagnostic import OpeningsError
from generator.diagnostics.suggest import nearest

# Where the main branch is looked for, the best first.
_MAIN = (
    *("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master"),
    *("refs/heads/main", "refs/heads/master"),
)
_SHORT = 10
_NUMBER = re.compile("[0-9a-f]{40}(?:[0-9a-f]{24})?")
# What git takes for more than one commit, or for all but some.
_RANGE = re.compile(r"\.\.\.?|^\^")


class Revision(Struct, frozen=True):
    """A commit, by its whole number, and the name that led to it.

    It is the last one that is shared with the name's own history: what was added there since isn't undone
    by a change that doesn't know of it. `is_shared` is false where git finds none, and it is the name's own.
    """

    name: str
    commit: str
    is_shared: bool = True

    @property
    def shown(self) -> str:
        """Its name with the beginning of its number, such as `main (1a2b3c4d5e)`."""
        short = self.commit[:_SHORT]
        return short if self.commit.startswith(self.name) else f"{self.name} ({short})"


def find_revision(root: Path, name: str | None, environment: Mapping[str, str]) -> Revision:
    """The commit of that name, without one the main branch's; an OpeningsError where git knows none."""
    if name is not None:
        _check_name(name)
    if not _commit(root, "HEAD", environment):
        raise OpeningsError("nothing is committed yet", "commit the site; later changes are compared with it")
    wanted = name or _main_branch(root, environment)
    commit = _commit(root, wanted, environment)
    if not commit:
        raise OpeningsError(f"git knows no commit `{wanted}`", _hint(root, wanted, environment))
    # Where the clone holds too little of the history, git finds none that is shared.
    shared = git(root, environment, "merge-base", commit, "HEAD", may_fail=True).split()
    return Revision(wanted, shared[0].decode() if shared else commit, is_shared=bool(shared))


def _check_name(name: str) -> None:
    """An OpeningsError for what is surely no name of a commit."""
    if not name.strip():
        hint = "name a branch, a tag or a commit; if a variable should hold it, see why that is empty"
        raise OpeningsError("REF is empty", f"{hint}; without REF, the main branch is taken")
    if _RANGE.search(name):
        first = next(filter(None, _RANGE.split(name)), "main")
        hint = f"name the one to compare with, as in `openings diff {first}`; the other side is your folder"
        raise OpeningsError(f"`{name}` is a range of commits, not one", hint)


def _commit(root: Path, name: str, environment: Mapping[str, str]) -> str:
    """The number of the commit, empty where there is none; a GitError outside any repository."""
    git(root, environment, "rev-parse", "--git-dir")
    wanted = ("--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    said = git(root, environment, "rev-parse", *wanted, may_fail=True).decode().strip()
    return said if _NUMBER.fullmatch(said) else ""


def _main_branch(root: Path, environment: Mapping[str, str]) -> str:
    """The name of the main branch, as far as git knows it; else `HEAD`."""
    form = "--format=%(refname) %(refname:short) %(symref:short)"
    said = git(root, environment, "for-each-ref", form, *_MAIN)
    known = {line.split()[0]: line.split()[-1] for line in said.decode("utf-8", "replace").splitlines()}
    return next((known[full] for full in _MAIN if full in known), "HEAD")


def _hint(root: Path, name: str, environment: Mapping[str, str]) -> str:
    """What to do about a name that git doesn't know."""
    if git(root, environment, "rev-parse", "--is-shallow-repository").strip() == b"true":
        fetch = f"`git fetch --depth=1 origin {name}`" if name.isalnum() else "`git fetch --unshallow`"
        return f"this clone has only a part of the history: {fetch}, or check out with `fetch-depth: 0`"
    said = git(root, environment, "for-each-ref", "--format=%(refname:short)", "--count=1000")
    names = said.decode("utf-8", "replace").split()
    same = next((known for known in names if known.partition("/")[2] == name), None)
    near = same or nearest(name, names)
    return f"did you mean `{near}`?" if near else "`git branch --all` lists the branches; is it fetched?"
