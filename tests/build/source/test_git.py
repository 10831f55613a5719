"""git as a program that we start."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build.source.git import GitError, feed_git, git
from tests.cli.git import run_git

_ENVIRONMENT = {"PATH": os.environ["PATH"]}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An empty one."""
    run_git(tmp_path, "init", "--quiet", "--template=")
    return tmp_path


def test_input_arrives_piece_by_piece(repository: Path) -> None:
    parts = (b"blob\nmark :1\n", b"data 5\n", b"words", b"\ndone\n")
    feed_git(repository, _ENVIRONMENT, "fast-import", "--quiet", "--export-marks=marks", parts=parts)
    name = (repository / "marks").read_text("ascii").split()[1]
    assert git(repository, _ENVIRONMENT, "cat-file", "blob", name) == b"words"


def test_git_that_ends_before_its_input_says_why(repository: Path) -> None:
    with pytest.raises(GitError, match="git refused: Unsupported command: nonsense"):
        feed_git(repository, _ENVIRONMENT, "fast-import", "--quiet", parts=[b"nonsense\n" * 100_000] * 9)


def test_input_that_fails_halfway_is_not_taken_for_the_whole(repository: Path) -> None:
    def parts() -> Iterator[bytes]:
        yield b"commit refs/heads/x\ncommitter Ada <ada@example.com> 1 +0000\ndata 5\nwords\n\n"
        raise FileNotFoundError("index.html")

    with pytest.raises(FileNotFoundError, match=r"index\.html"):
        feed_git(repository, _ENVIRONMENT, "fast-import", "--done", parts=parts())
    assert git(repository, _ENVIRONMENT, "for-each-ref") == b""


def test_machine_without_git_is_told(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="git isn't installed"):
        git(tmp_path, {"PATH": ""}, "version")
    with pytest.raises(GitError, match="git isn't installed"):
        feed_git(tmp_path, {"PATH": ""}, "fast-import", parts=())
