import shutil
from collections.abc import Callable, Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from generator.cli import main
from tests.cli.git import commit, run_git
from tests.workflows.running import Runner, make_runner

MakeRunner = Callable[..., Runner]


@pytest.fixture(scope="package")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """Repositories as `openings init` makes them, by service and host, each made once and committed."""
    folder = tmp_path_factory.mktemp("made")

    def make(ci: str, host: str) -> Path:
        repository = folder / f"{ci}-{host}"
        if not repository.exists():
            with chdir(folder), pytest.raises(SystemExit) as ended:
                main(("init", repository.name, "--ci", ci, "--host", host, "--as-of", "2026-05-28"))
            assert ended.value.code == 0
            run_git(repository, "init", "--quiet", "--initial-branch", "main")
            commit(repository)
        return repository

    return make


@pytest.fixture
def runner(made: Callable[[str, str], Path], tmp_path: Path) -> Iterator[MakeRunner]:
    """A clone of such a repository, with a bare one as its `origin`, on the machine of a workflow."""

    def make(ci: str = "github", host: str = "pages") -> Runner:
        origin, clone = tmp_path / "origin.git", tmp_path / "clone"
        run_git(tmp_path, "clone", "--quiet", "--bare", str(made(ci, host)), str(origin))
        run_git(tmp_path, "clone", "--quiet", str(origin), str(clone))
        return make_runner(clone, tmp_path / "calls")

    yield make
    shutil.rmtree(tmp_path / "clone", ignore_errors=True)
