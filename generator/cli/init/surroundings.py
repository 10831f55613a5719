"""What git says of the place that a new site comes to: where it will be pushed, and its main branch."""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from generator.build.source.git import GitError, git, prefix_in_repository
from generator.cli.init.automation import GITHUB, GITLAB, NO_CI

_MAIN = "main"
_PLAIN = re.compile(r"[\w./-]+", re.ASCII)


class Surroundings(Struct, frozen=True):
    """The service whose workflows fit, the main branch, and whether the site is the whole repository."""

    ci: str = GITHUB
    branch: str = _MAIN
    is_root: bool = True


def look_around(root: Path, environment: Mapping[str, str]) -> Surroundings:
    """What fits a site in this folder, which need not be there yet; GitHub where git knows no better."""
    here = next(folder for folder in (root, *root.parents) if folder.is_dir())
    try:
        is_root = not prefix_in_repository(here, environment) and here == root
    except GitError:
        return Surroundings()
    remote = _said(here, environment, "remote", "get-url", "origin")
    return Surroundings(_service(remote), _main_branch(here, environment), is_root)


def _main_branch(here: Path, environment: Mapping[str, str]) -> str:
    """The remote's main branch, else the one at hand; `main` for names that a workflow would misread."""
    branch = _said(here, environment, "symbolic-ref", "--short", "refs/remotes/origin/HEAD")
    branch = branch.removeprefix("origin/") or _said(here, environment, "symbolic-ref", "--short", "HEAD")
    return branch if _PLAIN.fullmatch(branch) else _MAIN


def _service(remote: str) -> str:
    if not remote or "github" in remote:
        return GITHUB
    return GITLAB if "gitlab" in remote else NO_CI


def _said(here: Path, environment: Mapping[str, str], *arguments: str) -> str:
    return git(here, environment, *arguments, may_fail=True).decode("utf-8", "replace").strip()
