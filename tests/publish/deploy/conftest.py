"""A site's repository and the bare one that it is deployed to."""

from pathlib import Path
from shutil import copytree

import pytest

from tests.cli.git import run_git
from tests.publish.deploy.repositories import BEFORE, send


@pytest.fixture(scope="session")
def fresh_world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both repositories beside each other, with one commit on `main`."""
    folder = tmp_path_factory.mktemp("fresh")
    run_git(folder, "init", "--quiet", "--template=", "--bare", "--initial-branch=main", "remote.git")
    run_git(folder, "init", "--quiet", "--template=", "--initial-branch=main", "site")
    site = folder / "site"
    (site / "content").mkdir()
    (site / "content/site.yaml").write_text("name: Example\nurl: https://careers.example.com\n", "utf-8")
    run_git(site, "add", "--all")
    run_git(site, "commit", "--quiet", "--message", "First words")
    run_git(site, "remote", "add", "origin", "../remote.git")
    run_git(site, "push", "--quiet", "origin", "main")
    return folder


@pytest.fixture(scope="session")
def deployed_world(fresh_world: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after a deploy of `BEFORE`."""
    folder = copytree(fresh_world, tmp_path_factory.mktemp("deployed"), dirs_exist_ok=True)
    send(folder / "site", BEFORE)
    return folder


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """The bare repository, as a host has it."""
    return tmp_path / "remote.git"


@pytest.fixture
def checkout(tmp_path: Path, fresh_world: Path) -> Path:
    """The site's repository, which was never deployed."""
    return copytree(fresh_world, tmp_path, dirs_exist_ok=True) / "site"


@pytest.fixture
def deployed(tmp_path: Path, deployed_world: Path) -> Path:
    """The site's repository, deployed once."""
    return copytree(deployed_world, tmp_path, dirs_exist_ok=True) / "site"
