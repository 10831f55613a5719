from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from tests.cli.sites import Outcome, write_site

Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `openings` with some arguments in this process."""

    def runner(*arguments: str) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        out, err = capsys.readouterr()
        return Outcome(int(str(ended.value.code)), out, err)

    return runner


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site without problems, and the current folder in it."""
    folder = tmp_path / "site"
    write_site(folder)
    monkeypatch.chdir(folder)
    return folder
