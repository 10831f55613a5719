"""What git says decides which workflows a new site gets."""

import os
from pathlib import Path

import pytest

from generator.cli.init.surroundings import Surroundings, look_around
from tests.cli.git import commit, run_git


def _repository(folder: Path, remote: str = "", branch: str = "main") -> Path:
    folder.mkdir()
    run_git(folder, "init", "--quiet", "--initial-branch", branch)
    if remote:
        run_git(folder, "remote", "add", "origin", remote)
    return folder


def test_folder_that_is_not_there_yet_is_taken_for_a_new_repository(tmp_path: Path) -> None:
    assert look_around(tmp_path / "a/b", os.environ) == Surroundings("github", "main", False, True)


@pytest.mark.parametrize(
    ("remote", "ci"),
    [
        ("", "github"),
        ("git@github.com:example/careers.git", "github"),
        ("https://github.example.com/example/careers", "github"),
        ("https://gitlab.com/example/careers.git", "gitlab"),
        ("ssh://git@gitlab.example.com:2222/example/careers.git", "gitlab"),
        ("https://git.example.com/example/careers.git", "none"),
        ("https://me:github@git.example.com/github/careers.git", "none"),
        ("/srv/github/careers.git", "none"),
    ],
)
def test_service_is_that_of_the_remote(tmp_path: Path, remote: str, ci: str) -> None:
    around = look_around(_repository(tmp_path / "careers", remote), os.environ)
    assert (around.ci, around.has_remote, around.is_root) == (ci, bool(remote), True)


@pytest.mark.parametrize(
    ("branch", "taken"), [("trunk", "trunk"), ("release/1.x", "release/1.x"), ('a"b', "main"), ("ä", "main")]
)
def test_main_branch_is_the_one_at_hand_if_a_workflow_can_name_it(
    tmp_path: Path, branch: str, taken: str
) -> None:
    assert look_around(_repository(tmp_path / "careers", branch=branch), os.environ).branch == taken


def test_main_branch_of_the_remote_comes_first(tmp_path: Path) -> None:
    origin = _repository(tmp_path / "origin", branch="trunk")
    (origin / "README.md").write_text("Hello.", "utf-8")
    commit(origin)
    run_git(tmp_path, "clone", "--quiet", str(origin), "careers")
    run_git(tmp_path / "careers", "checkout", "--quiet", "-b", "jobs")
    assert look_around(tmp_path / "careers", os.environ).branch == "trunk"


def test_branch_by_a_usual_name_comes_before_the_one_at_hand(tmp_path: Path) -> None:
    repository = _repository(tmp_path / "careers", branch="master")
    run_git(repository, "commit", "--quiet", "--allow-empty", "--message", "Begin")
    run_git(repository, "checkout", "--quiet", "-b", "add-careers")
    around = look_around(repository, os.environ)
    assert (around.branch, around.at_hand) == ("master", "add-careers")


@pytest.mark.parametrize("folder", ["careers", "not/there/yet"])
def test_folder_of_a_repository_is_no_place_for_workflows(tmp_path: Path, folder: str) -> None:
    repository = _repository(tmp_path / "company")
    (repository / "careers").mkdir()
    assert not look_around(repository / folder, os.environ).is_root
