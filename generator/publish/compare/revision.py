"""Which commit the site is compared with."""

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


class Revision(Struct, frozen=True):
    """A commit, by its whole number, and the name that led to it.

    It is the last one that is shared with the name's own history: what was added there since isn't undone
    by a change that doesn't know of it.
    """

    name: str
    commit: str

    @property
    def shown(self) -> str:
        """Its name with the beginning of its number, such as `main (1a2b3c4d5e)`."""
        short = self.commit[:_SHORT]
        return short if self.commit.startswith(self.name) else f"{self.name} ({short})"


def find_revision(root: Path, name: str, environment: Mapping[str, str]) -> Revision:
    """The commit of that name, without one the main branch's; an OpeningsError where git knows none."""
    if not _commit(root, "HEAD", environment):
        raise OpeningsError("nothing is committed yet", "commit the site; later changes are compared with it")
    wanted = name or _main_branch(root, environment)
    commit = _commit(root, wanted, environment)
    if not commit:
        raise OpeningsError(f"git knows no commit `{wanted}`", _hint(root, wanted, environment))
    # Where the clone holds too little of the history, git finds none that is shared.
    shared = git(root, environment, "merge-base", commit, "HEAD", may_fail=True).split()
    return Revision(wanted, shared[0].decode() if shared else commit)


def _commit(root: Path, name: str, environment: Mapping[str, str]) -> str:
    """The number of the commit, empty where there is none; a GitError outside any repository."""
    git(root, environment, "rev-parse", "--git-dir")
    wanted = ("--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return git(root, environment, "rev-parse", *wanted, may_fail=True).decode().strip()


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
