"""What README.md shows is what happens."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import SITE, write_site
from tests.sample import ROOT

_README = (ROOT / "README.md").read_text("utf-8")
_OPENINGS = Path(sys.executable).parent / "openings"


def _block(language: str, containing: str) -> str:
    blocks = re.findall(rf"```{language}\n(.*?)```", _README, re.S)
    return str(next(block for block in blocks if containing in block))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path, {"postings/data-engineer.md": _block("markdown", "title:")}, SITE)


def _openings(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(_OPENINGS), *arguments]
    return subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)


def test_posting_on_the_first_screen_builds_without_a_problem(site: Path) -> None:
    result = _openings(site, "build", "--strict", "--as-of", "2026-11-20")
    assert result.returncode == 0, result.stderr
    assert (site / "output/jobs/data-engineer/index.html").is_file()


def test_message_is_the_one_that_comes(site: Path) -> None:
    posting = site / "content/postings/data-engineer.md"
    text = posting.read_text("utf-8")
    posting.write_text(re.sub(r"salary: .*", "salary: competitive", text), "utf-8")
    result = _openings(site, "check", "--as-of", "2026-11-20")
    assert result.returncode == 1
    assert _block("text", "error[").strip() in result.stdout


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([^)#]+)\)", _README))))
def test_what_it_links_to_is_there(path: str) -> None:
    assert (ROOT / path).is_file()


def test_commands_of_the_first_screen_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"^make (\w+)", _block("sh", "make site"), re.M):
        assert re.search(rf"^{target}:", makefile, re.M)
