from pathlib import Path

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.importers.folder.walking import folder_files


def _write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x", "utf-8")


def test_files_that_may_be_postings_are_read(tmp_path: Path) -> None:
    _write(tmp_path, "a.md", "b/c.YAML", "b/d.png", ".hidden.md", ".git/e.md", "node_modules/f/readme.md")
    assert folder_files(tmp_path) == {"a.md": b"x", "b/c.YAML": b"x"}


def test_no_link_is_followed(tmp_path: Path) -> None:
    _write(tmp_path, "outside/secret.md", "jobs/a.md")
    (tmp_path / "jobs" / "linked.md").symlink_to(tmp_path / "outside" / "secret.md")
    (tmp_path / "jobs" / "folder").symlink_to(tmp_path / "outside")
    assert list(folder_files(tmp_path / "jobs")) == ["a.md"]


def test_limits_stop_it(tmp_path: Path) -> None:
    _write(tmp_path, "a.md", "b.md", "c.md")
    with pytest.raises(OpeningsError, match="more than 2 files"):
        folder_files(tmp_path, most=2)
    (tmp_path / "a.md").write_text("xx", "utf-8")
    with pytest.raises(OpeningsError, match="more than 1 bytes"):
        folder_files(tmp_path, largest=1)


def test_folder_that_is_not_there_or_empty_is_told(tmp_path: Path) -> None:
    with pytest.raises(OpeningsError, match="there is no folder"):
        folder_files(tmp_path / "none")
    with pytest.raises(OpeningsError, match="no files that could be postings"):
        folder_files(tmp_path)


def test_data_file_may_stand_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "jobs.yml").write_bytes(b"- title: Cook\n")
    assert folder_files(tmp_path / "jobs.yml") == {"jobs.yml": b"- title: Cook\n"}


def test_table_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "jobs.csv").touch()
    with pytest.raises(OpeningsError, match="there is no folder") as caught:
        folder_files(tmp_path / "jobs.csv")
    assert "openings import csv" in caught.value.hint
