"""A look at a site's folder that starts from the look before finds what one from the start finds."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.source.workspace import Workspace, open_workspace

_LARGE = "x" * 2_000_001


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "site.yaml": "name: Example\n",
        "postings/good.md": "Words",
        "postings/large.md": _LARGE,
        "postings/stray.txt": "Words",
        "static/logo.svg": "<svg/>",
    }
    for name, text in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def _codes(workspace: Workspace) -> list[tuple[str, str]]:
    return [(problem.code.name, problem.at.path) for problem in workspace.diagnostics if problem.at]


def _grow(postings: Path) -> None:
    (postings / "good.md").write_text(_LARGE, "utf-8")


def _shrink(postings: Path) -> None:
    (postings / "large.md").write_text("Words", "utf-8")


def _rename(postings: Path) -> None:
    (postings / "good.md").rename(postings / "good.txt")
    (postings / "stray.txt").rename(postings / "stray.md")


def _replace(postings: Path) -> None:
    (postings / "large.md").replace(postings / "good.md")


def _delete(postings: Path) -> None:
    (postings / "stray.txt").unlink()


@pytest.mark.parametrize("change", [_grow, _shrink, _rename, _replace, _delete], ids=lambda one: one.__name__)
def test_look_after_a_change_finds_what_a_first_look_finds(
    site: Path, change: Callable[[Path], None]
) -> None:
    former = open_workspace(site)
    change(site / "content/postings")
    again = open_workspace(site, former)
    assert again == open_workspace(site)
    assert _codes(again) != _codes(former)


def test_problems_of_files_that_stay_are_told_at_each_look(site: Path) -> None:
    first = open_workspace(site)
    assert _codes(first) == [
        ("file-too-large", "content/postings/large.md"),
        ("stray-file", "content/postings/stray.txt"),
    ]
    again = open_workspace(site, first)
    assert again == first
    assert open_workspace(site, again) == first
