"""The wheel carries everything: it makes a site in a fresh venv outside the checkout."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.sample import AS_OF, ROOT

_DAY = AS_OF.isoformat()


def _run(*command: str | Path, cwd: Path) -> str:
    result = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False)
    assert result.returncode == 0, f"{command}\n{result.stdout}\n{result.stderr}"
    return result.stdout


def _tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `openings` command of a venv that knows the wheel alone."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    pip = folder / "venv/bin/pip"
    quiet = ("-q", "--disable-pip-version-check")
    _run(pip, "install", *quiet, "--require-hashes", "-r", ROOT / "requirements.lock", cwd=folder)
    _run(pip, "install", *quiet, "--no-deps", wheel, cwd=folder)
    return folder / "venv/bin/openings"


def test_installed_wheel_makes_the_same_site_as_the_checkout(installed: Path, tmp_path: Path) -> None:
    checkout = Path(sys.executable).parent / "openings"
    trees = []
    for name, command in (("wheel", installed), ("checkout", checkout)):
        site = tmp_path / name / "site"
        site.parent.mkdir()
        _run(command, "init", site, "--as-of", _DAY, cwd=tmp_path)
        _run(command, "build", "--as-of", _DAY, "--strict", cwd=site)
        trees.append((_tree(site / "content"), _tree(site / "output")))
    assert trees[0] == trees[1]
    assert "index.html" in trees[0][1]


def test_installed_wheel_builds_the_sample_as_the_checkout_does(installed: Path, tmp_path: Path) -> None:
    checkout = Path(sys.executable).parent / "openings"
    for name, command in (("wheel", installed), ("checkout", checkout)):
        _run(command, "-C", ROOT, "build", "--as-of", _DAY, "--output", tmp_path / name, cwd=tmp_path)
    assert _tree(tmp_path / "wheel") == _tree(tmp_path / "checkout")
