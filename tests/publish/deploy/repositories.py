"""Deploys to a real branch, and what git then says of both repositories."""

import os
import tarfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from generator.build.source.git import git
from generator.model.site_config import Deployment
from generator.publish.deploy.deploying import Wishes, deploy
from generator.publish.deploy.git_branch import GitBranch
from generator.publish.deploy.record import RECORD
from tests.cli.git import run_git
from tests.publish.deploy.memory import built_of

PLACE = Deployment(branch="gh-pages")
BEFORE = {
    "index.html": "old",
    "jobs/old/index.html": "old",
    "assets/a.css": "look",
    'odd "n\\ame é.txt': "odd",
}
AFTER = {
    "index.html": "new",
    "jobs/new/index.html": "new",
    "assets/a.css": "look",
    'odd "n\\ame é.txt': "odd",
}
OWN = {".nojekyll": ""}
_SETTINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", **_SETTINGS}


def send(
    checkout: Path,
    files: Mapping[str, str],
    wishes: Wishes | None = None,
    place: Deployment = PLACE,
    environment: Mapping[str, str] = ENVIRONMENT,
) -> list[str]:
    """Deploys the files; the lines that are told."""
    lines: list[str] = []
    output = checkout.parent / "output"
    target = GitBranch(place, checkout, output, environment)
    deploy(built_of(output, files), target, "the branch", wishes or Wishes(deletes_many=True), lines.append)
    target.close()
    return lines


def said(folder: Path, *arguments: str) -> str:
    """What git prints."""
    return git(folder, ENVIRONMENT, *arguments).decode()


def files_of(remote: Path, branch: str = "gh-pages") -> dict[str, str]:
    """The files of a branch, but for our record."""
    archive = git(remote, ENVIRONMENT, "archive", "--format=tar", branch)
    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        found = {member.name: tar.extractfile(member) for member in tar if member.isfile()}
        return {name: file.read().decode() for name, file in found.items() if file and name != RECORD}


def commits_of(remote: Path, branch: str = "gh-pages") -> list[str]:
    """The first lines of the messages, newest first."""
    return said(remote, "log", "--format=%s", branch).splitlines()


def state_of(checkout: Path) -> tuple[str, ...]:
    """All of a repository that its user sees or works with."""
    seen = (
        ("status", "--porcelain"),
        ("symbolic-ref", "-q", "HEAD"),
        ("stash", "list"),
        ("ls-files", "--stage"),
    )
    refs = said(checkout, "for-each-ref", "refs/heads", "refs/tags", "refs/stash")
    config = (checkout / ".git/config").read_text("utf-8")
    return (refs, config, *(said(checkout, *arguments) for arguments in seen))


def put(remote: Path, tmp_path: Path, name: str, text: str, branch: str = "gh-pages") -> None:
    """Somebody else's commit on the branch."""
    clone = tmp_path / f"clone-{Path(name).name}"
    run_git(tmp_path, "clone", "--quiet", str(remote), str(clone))
    exists = f"origin/{branch}" in said(clone, "branch", "--remotes")
    run_git(
        clone,
        "checkout",
        "--quiet",
        *(("-B", branch, f"origin/{branch}") if exists else ("--orphan", branch)),
    )
    if not exists:
        run_git(clone, "rm", "-rfq", ".")
    (clone / name).parent.mkdir(exist_ok=True)
    (clone / name).write_text(text, "utf-8")
    run_git(clone, "add", "--all")
    run_git(clone, "commit", "--quiet", "--message", f"Add {name}")
    run_git(clone, "push", "--quiet", "origin", branch)


def hook(remote: Path, name: str, script: str) -> None:
    """A hook of the repository."""
    file = remote / "hooks" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    file.chmod(0o755)
