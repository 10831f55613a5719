"""A branch of a remote repository: what lies there, and a commit put there without force."""

import os
import re
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from generator.build.source.git import GitError, git, prefix_in_repository
from generator.diagnostics.credentials import without_credentials
from generator.diagnostics.diagnostic import OpeningsError
from generator.diagnostics.suggest import did_you_mean
from generator.model.files import SITE_FILE

# Hooks of the checkout are for the user's own pushes, which test or format what is committed by hand.
NO_HOOKS = ("-c", f"core.hooksPath={os.devnull}")
_FETCH = ("fetch", "--quiet", "--no-tags", "--no-prune", "--no-recurse-submodules", "--no-write-fetch-head")
_PUSH = ("push", "--no-verify", "--no-follow-tags", "--no-recurse-submodules", "--no-signed")
_SAID = "remote: "
_FORBIDDEN = re.compile(r"\b403\b|denied|not authorized|not allowed|could not read Username")
# A host that is busy or stumbled, or a connection that broke. 403 and 404 stay what they are.
_PASSING = re.compile(r"(?:error:|HTTP) (?:429|5\d\d)\b|Connection (?:timed out|reset)")
# Seconds before each further try.
PAUSES = (2.0, 8.0)


class RemoteBranch(Struct, frozen=True):
    """A branch of a remote, from a repository that the site's folder lies in.

    `pauses` are the seconds before the remote is asked once more, where that can help.
    """

    site: Path
    environment: Mapping[str, str]
    remote: str
    branch: str
    pauses: Sequence[float] = PAUSES

    @property
    def ref(self) -> str:
        """The branch's full name at the remote."""
        return f"refs/heads/{self.branch}"

    @property
    def own_ref(self) -> str:
        """Where this repository remembers it, so that git keeps what it holds: no branch, tag or remote's.

        Remote and branch are one part each: `pages/next` of one remote may stand beside `pages` of another.
        """
        return f"refs/openings/{quote(self.remote, safe='')}/{quote(self.branch, safe='')}"

    def git(self, *arguments: str, may_fail: bool = False) -> bytes:
        """What git prints, asked in the site's folder; none of the user's hooks run."""
        return git(self.site, self.environment, *NO_HOOKS, *arguments, may_fail=may_fail)

    def _ask(self, *arguments: str) -> bytes:
        """What git prints when it asks the remote, again where that is busy."""
        for pause in self.pauses:
            try:
                return self.git(*arguments)
            except GitError as error:
                if not _PASSING.search(_own_words(error.said)):
                    raise
            time.sleep(pause)
        return self.git(*arguments)

    def refuse_unfit(self) -> None:
        """OpeningsError where the name can't be a branch's, or the branch is the one that is worked on."""
        prefix_in_repository(self.site, self.environment)
        if self.branch.startswith("-") or not self._git_takes_the_name():
            raise OpeningsError(
                f"`{self.branch}` can't be the name of a branch", "write one such as `gh-pages`"
            )
        if self.git("symbolic-ref", "-q", "HEAD", may_fail=True).decode().strip() == self.ref:
            raise self._holds_sources("is checked out here")
        remotes = self.git("remote").decode().split()
        if self.remote not in remotes:
            known = f"git knows {', '.join(remotes)}" if remotes else "`git remote add` adds one"
            hint = did_you_mean(self.remote, remotes, known)
            raise OpeningsError(f"git knows no remote `{without_credentials(self.remote)}`", hint)

    def _git_takes_the_name(self) -> bool:
        try:
            self.git("check-ref-format", self.ref)
        except GitError:
            return False
        return True

    def head(self) -> str:
        """The commit that the branch is at in the remote repository; empty where there is no such branch."""
        try:
            lines = self._ask("ls-remote", "--quiet", self.remote, self.ref).decode().split("\n")
        except GitError as error:
            what = f"`{self.remote}` can't be reached: {error.message.removeprefix('git refused: ')}"
            raise GitError(
                what, _hint(error.said, f"`git ls-remote {self.remote}` tries it"), error.said
            ) from None
        return next((line.split("\t")[0] for line in lines if line.endswith(f"\t{self.ref}")), "")

    def fetch(self, commit: str) -> str:
        """The commit, or a newer one of the branch, now that this repository has it.

        An OpeningsError where it holds a site's sources.
        """
        if not self.git("rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}", may_fail=True):
            # A depth would make a whole repository a shallow one.
            is_shallow = self.git("rev-parse", "--is-shallow-repository").strip() == b"true"
            depth = ("--depth=1",) if is_shallow else ()
            self._ask(*_FETCH, *depth, "--refmap=", self.remote, f"+{self.ref}:{self.own_ref}")
            commit = self.git("rev-parse", "--verify", self.own_ref).decode().strip()
        sources = {SITE_FILE, f"{prefix_in_repository(self.site, self.environment)}{SITE_FILE}"}
        if self.git("ls-tree", "--full-tree", "--name-only", commit, "--", *sorted(sources)):
            raise self._holds_sources("holds a site's sources")
        return commit

    def push(self, commit: str) -> None:
        """Puts the commit there if it follows what is there; else a GitError with the remote's own words."""
        try:
            self._ask(*_PUSH, self.remote, f"{commit}:{self.ref}")
        except GitError as error:
            what = f"`{self.remote}` refused the push to `{self.branch}`: {_words(error)}"
            hint = "settle it with whoever looks after that repository; nothing was changed there"
            raise GitError(what, _hint(error.said, hint), error.said) from None

    def _holds_sources(self, why: str) -> OpeningsError:
        hint = "name a branch for the built site alone, such as `gh-pages`"
        return OpeningsError(f"the branch `{self.branch}` {why}", hint)


def _words(error: GitError) -> str:
    """What the remote said, else why git gave up."""
    lines = [line.strip() for line in error.said.splitlines()]
    said = [line.removeprefix(_SAID).strip() for line in lines if line.startswith(_SAID)]
    reasons = [line.rpartition("(")[2].rstrip(")") for line in lines if line.startswith("! [")]
    return " / ".join(filter(None, said)) or next(iter(reasons), error.message.removeprefix("git refused: "))


def _own_words(said: str) -> str:
    """What git itself said: what a remote's hooks print may be about anything."""
    return "\n".join(line for line in said.splitlines() if not line.startswith(_SAID.strip()))


def _hint(said: str, otherwise: str) -> str:
    """What helps against what git said."""
    if _FORBIDDEN.search(_own_words(said)):
        return (
            "whoever deploys needs the right to write to the repository; in a workflow of GitHub's: "
            "`permissions: {contents: write}`"
        )
    return otherwise
