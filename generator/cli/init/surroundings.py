"""What git says of the place that a new site comes to: where it will be pushed, and its main branch."""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from generator.build.source.git import GitError, git, prefix_in_repository
from generator.cli.init.automation import GITHUB, GITLAB, NO_CI

_MAIN = "main"
USUAL = (_MAIN, "master")
# `https://user@host/…` and `user@host:…`
_HOST = re.compile(r"(?:[a-z+]+://)?(?:[^@/]+@)?([^:/]+)")
_PLAIN = re.compile(r"[\w./-]+", re.ASCII)


class Surroundings(Struct, frozen=True):
    """The service whose workflows fit, and the main branch.

    `has_remote` says whether git knows where to push to, `is_root` whether the site isn't a part of a
    repository, and `at_hand` which branch the first commit comes to.
    """

    ci: str = GITHUB
    branch: str = _MAIN
    has_remote: bool = False
    is_root: bool = True
    is_repository: bool = False
    at_hand: str = _MAIN


def look_around(root: Path, environment: Mapping[str, str]) -> Surroundings:
    """What fits a site in this folder, which need not be there yet; GitHub where git knows no better."""
    here = next(folder for folder in (root, *root.parents) if folder.is_dir())
    try:
        is_root = not prefix_in_repository(here, environment) and here == root
    except GitError:
        return Surroundings()
    remote = _said(here, environment, "remote", "get-url", "origin")
    at_hand = _said(here, environment, "symbolic-ref", "--short", "HEAD")
    branch = _main_branch(here, environment, at_hand)
    return Surroundings(
        _service(remote), branch, bool(remote), is_root, is_repository=True, at_hand=at_hand or branch
    )


def _main_branch(here: Path, environment: Mapping[str, str], at_hand: str) -> str:
    """The remote's main branch, else one that is called so, else the one at hand.

    `main` for names that a workflow would misread.
    """
    branch = _said(here, environment, "symbolic-ref", "--short", "refs/remotes/origin/HEAD")
    branch = branch.removeprefix("origin/") or _usual(here, environment) or at_hand
    return branch if _PLAIN.fullmatch(branch) else _MAIN


def _usual(here: Path, environment: Mapping[str, str]) -> str:
    """A branch by a usual name of the main one; empty where there is none."""
    wanted = [f"refs/{kind}/{name}" for name in USUAL for kind in ("heads", "remotes/origin")]
    found = set(_said(here, environment, "for-each-ref", "--format=%(refname)", *wanted).splitlines())
    return next((ref.rpartition("/")[2] for ref in wanted if ref in found), "")


def _service(remote: str) -> str:
    """The service by the name of its host, if that tells it; GitHub where there is no remote yet."""
    host = _HOST.match(remote)
    name = host[1].lower() if host else ""
    if not remote or "github" in name:
        return GITHUB
    return GITLAB if "gitlab" in name else NO_CI


def _said(here: Path, environment: Mapping[str, str], *arguments: str) -> str:
    return git(here, environment, *arguments, may_fail=True).decode("utf-8", "replace").strip()
