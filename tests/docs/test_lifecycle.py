"""What docs/lifecycle.md shows is what the commands say of the sample."""

import json
import re
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.library.changes import What
from tests.docs.pages import read
from tests.sample import AS_OF, ROOT


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path


def _run(site: Path, *arguments: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(("-C", str(site), *arguments, "--as-of", str(AS_OF)))
    assert ended.value.code == 0


def test_list_of_changes_is_the_samples(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _run(site, "list", "--changes", "14d")
    assert f"```text\n{capsys.readouterr().out}```\n" in read("lifecycle.md")


def test_report_is_the_samples(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the first of its changes alone, and numbers of files that any release may alter."""
    _run(site, "build", "--report", str(site / "report.json"))
    found = json.loads((site / "report.json").read_text("utf-8"))
    (example,) = re.findall(r"```json\n(.*?)```", read("lifecycle.md"), re.DOTALL)
    shown = json.loads(example)
    assert list(shown) == list(found)
    assert shown["changes"] == found["changes"][:1]
    numbers = ("changes", "pages", "written")
    assert [shown[name] for name in shown if name not in numbers] == [
        found[name] for name in found if name not in numbers
    ]
    assert shown["next_change"] in capsys.readouterr().out


def test_every_field_and_every_change_is_explained() -> None:
    text = read("lifecycle.md")
    (example,) = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    rows = "".join(line for line in text.splitlines() if line.startswith("|"))
    assert [name for name in json.loads(example) if f"`{name}`" not in rows] == []
    assert [what.value for what in What if f"| `{what.value}` |" not in rows] == []
