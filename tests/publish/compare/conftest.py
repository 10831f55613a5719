import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from generator.publish.compare.changes import Changes
from generator.publish.compare.comparing import compare
from generator.publish.compare.gathering import gather
from tests.cli.git import commit, run_git
from tests.cli.sites import DAY, write, write_site

Compare = Callable[..., Changes]


def compared(folder: Path, ref: str = "HEAD") -> Changes:
    """What changed on the site in a folder since a commit, on the day of the small site."""
    both = gather(folder, ref, date.fromisoformat(DAY), dict(os.environ))
    return compare(both.before, both.after, both.revision, both.day)


@pytest.fixture(scope="session")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site in a repository, compared once so that its cache is warm."""
    folder = tmp_path_factory.mktemp("committed") / "site"
    write_site(folder)
    (folder / ".gitignore").write_text(".openings/\n*.ignored.md\n", "utf-8")
    write(folder, "content/static/brochure.pdf", "%PDF-")
    write(folder, "content/static/team/index.html", "<h1>Team</h1>")
    run_git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder)
    compared(folder)
    return folder


@pytest.fixture
def repository(committed: Path, tmp_path: Path) -> Path:
    """The small site in a repository of the test's own."""
    return copytree(committed, tmp_path / "site", symlinks=True)
