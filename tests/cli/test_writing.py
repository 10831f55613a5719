import errno
import os
from pathlib import Path

import pytest

from generator.cli.writing import create_file, replace_file
from generator.diagnostics.diagnostic import OpeningsError


class FullDisk:
    """A file that is open, on a disk without room."""

    def __init__(self, path: Path) -> None:
        path.touch()

    def __enter__(self) -> "FullDisk":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def write(self, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "open", lambda path, *_, **__: FullDisk(path))


def test_new_file_has_its_folders(tmp_path: Path) -> None:
    create_file(tmp_path / "a/b.md", b"x")
    assert (tmp_path / "a/b.md").read_bytes() == b"x"


def test_file_that_is_there_stays(tmp_path: Path) -> None:
    file = tmp_path / "b.md"
    file.write_bytes(b"old")
    with pytest.raises(OpeningsError, match="is there already"):
        create_file(file, b"new")
    assert file.read_bytes() == b"old"


@pytest.mark.usefixtures("full")
def test_new_file_that_does_not_fit_is_not_there_by_half(tmp_path: Path) -> None:
    with pytest.raises(OpeningsError) as refused:
        create_file(tmp_path / "b.md", b"new")
    assert refused.value.message == f"`{tmp_path / 'b.md'}` can't be written: no space left on device"
    assert list(tmp_path.iterdir()) == []


def test_old_file_stays_where_the_new_one_does_not_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "b.md"
    file.write_bytes(b"old")
    monkeypatch.setattr(Path, "open", lambda path, *_, **__: FullDisk(path))
    with pytest.raises(OpeningsError) as refused:
        replace_file(file, b"new")
    assert refused.value.message == f"`{file}` can't be written: no space left on device"
    monkeypatch.undo()
    assert [path.name for path in tmp_path.iterdir()] == ["b.md"]
    assert file.read_bytes() == b"old"


def test_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OpeningsError, match="can't be written"):
        create_file(tmp_path / "a/b.md", b"x")


def test_new_file_has_its_name_only_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    link = os.link

    def watched(waiting: Path, path: Path) -> None:
        seen.append([file.read_text() for file in (waiting,) if not path.exists()])
        link(waiting, path)

    monkeypatch.setattr(os, "link", watched)
    create_file(tmp_path / "b.md", b"whole")
    assert seen == [["whole"]]
    assert [path.name for path in tmp_path.iterdir()] == ["b.md"]


def test_disk_without_second_names_takes_new_files_and_keeps_old_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)
    create_file(tmp_path / "b.md", b"old")
    with pytest.raises(OpeningsError, match="is there already"):
        create_file(tmp_path / "b.md", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("b.md", b"old")]


def test_path_is_told_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.md").mkdir()
    with pytest.raises(OpeningsError, match=r"^`b\.md` is there already$"):
        create_file(tmp_path / "b.md", b"new")
