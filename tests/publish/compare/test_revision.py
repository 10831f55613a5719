"""Which commit is compared with, and what is said where there is none."""

import os
from pathlib import Path
from shutil import copytree

import pytest

from generator.diagnostics.diagnostic import OpeningsError
from generator.publish.compare.revision import Revision, find_revision
from tests.cli.git import commit, run_git
from tests.cli.sites import write
from tests.publish.compare.conftest import compared


def _found(folder: Path, name: str | None = None) -> Revision:
    return find_revision(folder, name, dict(os.environ))


def _number(folder: Path, name: str) -> str:
    return find_revision(folder, name, dict(os.environ)).commit


def _refused(folder: Path, name: str | None = None) -> tuple[str, str]:
    with pytest.raises(OpeningsError) as error:
        _found(folder, name)
    return error.value.message, error.value.hint


@pytest.fixture
def branched(repository: Path) -> Path:
    """A branch with a commit of its own, and `main` with another one since."""
    run_git(repository, "checkout", "--quiet", "-b", "shorter-titles")
    write(repository, "content/postings/a.txt", "branch")
    commit(repository)
    run_git(repository, "checkout", "--quiet", "main")
    write(repository, "content/postings/b.txt", "main")
    commit(repository)
    run_git(repository, "checkout", "--quiet", "shorter-titles")
    return repository


def test_without_a_name_it_is_where_the_main_branch_was_left(branched: Path) -> None:
    found = _found(branched)
    assert (found.name, found.commit) == ("main", _number(branched, "main~1"))
    assert found.shown == f"main ({found.commit[:10]})"


def test_without_a_name_the_shared_main_branch_goes_before_the_own(branched: Path, tmp_path: Path) -> None:
    run_git(tmp_path, "clone", "--quiet", str(branched), "clone")
    run_git(tmp_path / "clone", "remote", "set-head", "origin", "main")
    assert _found(tmp_path / "clone").name == "origin/main"


def test_without_a_main_branch_it_is_the_last_commit(repository: Path) -> None:
    run_git(repository, "branch", "--move", "trunk")
    assert _found(repository).name == "HEAD"


def test_what_the_other_branch_got_since_is_no_change(branched: Path) -> None:
    assert _number(branched, "main") == _number(branched, "main~1")


def test_commit_is_shown_by_the_beginning_of_its_number(branched: Path) -> None:
    number = _number(branched, "HEAD")
    assert _found(branched, number).shown == number[:10]
    assert _found(branched, number[:8]).shown == number[:10]


def test_mistyped_name_gets_the_nearest(branched: Path) -> None:
    assert _refused(branched, "mian") == ("git knows no commit `mian`", "did you mean `main`?")
    assert _refused(branched, "shorter-title")[1] == "did you mean `shorter-titles`?"
    assert "is it fetched?" in _refused(branched, "9f8e7d6c5b4a")[1]


def test_branch_of_the_other_side_is_named(branched: Path, tmp_path: Path) -> None:
    run_git(tmp_path, "clone", "--quiet", "--branch", "shorter-titles", str(branched), "clone")
    assert _refused(tmp_path / "clone", "main")[1] == "did you mean `origin/main`?"


@pytest.mark.parametrize("name", ["main..HEAD", "main...", "..main", "^main"])
def test_range_of_commits_is_refused_with_the_one_to_name(name: str, branched: Path) -> None:
    message, hint = _refused(branched, name)
    assert message == f"`{name}` is a range of commits, not one"
    assert "`openings diff main`" in hint


@pytest.mark.parametrize("name", ["", " "])
def test_empty_name_is_not_the_main_branch(name: str, branched: Path) -> None:
    message, hint = _refused(branched, name)
    assert message == "REF is empty"
    assert "without REF, the main branch is taken" in hint


def test_name_like_an_option_is_no_option(repository: Path) -> None:
    assert _refused(repository, "--all")[0] == "git knows no commit `--all`"


def test_file_is_no_commit(repository: Path) -> None:
    assert _refused(repository, "HEAD:content/site.yaml")[0] == "git knows no commit `HEAD:content/site.yaml`"


def test_clone_of_the_last_commit_says_how_to_get_the_other(branched: Path, tmp_path: Path) -> None:
    run_git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{branched}", "clone")
    missing = _number(branched, "main~1")
    message, hint = _refused(tmp_path / "clone", missing)
    assert message == f"git knows no commit `{missing}`"
    assert f"`git fetch --depth=1 origin {missing}`" in hint
    assert "fetch-depth: 0" in hint


def test_clone_without_the_shared_commit_takes_the_one_that_was_asked_for(
    branched: Path, tmp_path: Path
) -> None:
    run_git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{branched}", "clone")
    run_git(tmp_path / "clone", "fetch", "--quiet", "--depth=1", "origin", "main:main")
    run_git(branched, "checkout", "--quiet", "main")
    found = _found(tmp_path / "clone", "main")
    assert (found.commit, found.is_shared) == (_number(branched, "HEAD"), False)
    (note,) = compared(tmp_path / "clone", "main").notes
    assert note.startswith("this clone has no commit that main and yours share")
    assert "git fetch --unshallow" in note


def test_repository_without_a_commit_says_so(tmp_path: Path) -> None:
    run_git(tmp_path, "init", "--quiet")
    assert _refused(tmp_path)[0] == "nothing is committed yet"


def test_folder_without_a_repository_says_so(committed: Path, tmp_path: Path) -> None:
    copytree(committed / "content", tmp_path / "content")
    message, hint = _refused(tmp_path)
    assert message.endswith("is in no git repository")
    assert hint
