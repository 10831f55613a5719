"""Which files differ from a commit: what git says, whatever the working files look like."""

import os
from pathlib import Path

import pytest

from generator.build.source.git import git
from generator.publish.compare.changes import Event
from generator.publish.compare.former import Former, read_former
from tests.cli.git import commit, run_git
from tests.cli.sites import write, write_site
from tests.publish.compare.conftest import compared

_COOK = "content/postings/cook.md"


def _former(folder: Path, ref: str = "HEAD") -> Former:
    return read_former(folder, ref, dict(os.environ))


def _events(folder: Path, ref: str = "HEAD") -> list[tuple[Event, str]]:
    return [(change.event, change.path) for change in compared(folder, ref).changes]


def test_clean_tree_has_no_other_files(repository: Path) -> None:
    assert _former(repository) == Former({}, frozenset())


def test_files_count_as_they_are_now_staged_or_not(repository: Path) -> None:
    was = (repository / _COOK).read_bytes()
    write(repository, _COOK, "changed")
    write(repository, "content/postings/new.md", "untracked")
    write(repository, "content/postings/also new.md", "staged")
    run_git(repository, "add", "content/postings/also new.md")
    (repository / "content/postings/baker.md").unlink()
    former = _former(repository)
    assert former.files[_COOK] == was
    assert former.files.keys() == {_COOK, "content/postings/baker.md"}
    assert former.added == {"content/postings/new.md", "content/postings/also new.md"}


def test_file_that_git_forgot_and_that_is_still_there_is_the_same(repository: Path) -> None:
    run_git(repository, "rm", "--quiet", "--cached", _COOK)
    assert compared(repository).is_empty


def test_file_that_was_only_touched_is_the_same(repository: Path) -> None:
    os.utime(repository / _COOK, (1, 1))
    (repository / "content/site.yaml").chmod(0o755)
    assert compared(repository).is_empty


def test_other_line_ends_are_no_change_where_git_turns_them(repository: Path) -> None:
    run_git(repository, "config", "core.autocrlf", "true")
    for file in (repository / "content").rglob("*.*"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert compared(repository).is_empty


def test_other_line_ends_are_only_formatting_where_git_does_not(repository: Path) -> None:
    (repository / _COOK).write_bytes((repository / _COOK).read_bytes().replace(b"\n", b"\r\n"))
    assert _events(repository) == [(Event.FORMATTED, _COOK)]


def test_merge_that_is_not_done_counts_as_it_lies_there(repository: Path) -> None:
    text = (repository / _COOK).read_text("utf-8")
    run_git(repository, "checkout", "--quiet", "-b", "other")
    write(repository, _COOK, text.replace("Work with", "Work for"))
    commit(repository)
    run_git(repository, "checkout", "--quiet", "main")
    write(repository, _COOK, text.replace("Work with", "Be with"))
    commit(repository)
    with pytest.raises(Exception, match="merge"):
        run_git(repository, "merge", "other")
    assert b"Be with" in _former(repository).files[_COOK]


def test_site_in_a_folder_of_its_repository_is_compared_alone(tmp_path: Path) -> None:
    site = tmp_path / "careers é"
    write_site(site)
    write(tmp_path, "content/postings/other.md", "not ours")
    run_git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    write(tmp_path, "content/postings/other.md", "still not ours")
    write(site, _COOK, (site / _COOK).read_text("utf-8").replace("title: Cook", "title: Chef"))
    assert _events(site) == [(Event.CHANGED, _COOK)]


def test_site_that_was_not_there_is_all_new(tmp_path: Path) -> None:
    run_git(tmp_path, "init", "--quiet")
    write(tmp_path, "readme.txt", "soon")
    write(tmp_path, "content/postings/notes.txt", "soon")
    commit(tmp_path)
    (tmp_path / "content/postings/notes.txt").unlink()
    write_site(tmp_path)
    changes = compared(tmp_path)
    assert changes.notes == ("there was no site before, so all of it is new",)
    assert (changes.open_before, changes.open_after, changes.mended) == (0, 3, 0)
    events = {change.event for change in changes.changes if not change.path.endswith(".txt")}
    assert events == {Event.OPENED, Event.WAITING, Event.ADDED}


def test_link_is_read_as_the_file_that_it_leads_to(repository: Path) -> None:
    (repository / "content/postings/chef.md").symlink_to("cook.md")
    commit(repository)
    assert compared(repository).is_empty
    write(repository, _COOK, (repository / _COOK).read_text("utf-8").replace("title: Cook", "title: Chef"))
    both = [(Event.CHANGED, "content/postings/chef.md"), (Event.CHANGED, _COOK)]
    assert _events(repository) == both
    (repository / "content/postings/chef.md").unlink()
    assert _former(repository).files.keys() == {_COOK, "content/postings/chef.md"}


def test_link_out_of_the_site_was_no_file(repository: Path) -> None:
    (repository / "content/postings/chef.md").symlink_to("../../.gitignore")
    commit(repository)
    (repository / "content/postings/chef.md").unlink()
    assert _former(repository).files == {}
    assert compared(repository).changes == ()


def test_submodule_counts_as_it_is_now(repository: Path) -> None:
    inner = repository / "content/static/kit"
    write(inner, "a.txt", "x")
    run_git(inner, "init", "--quiet")
    commit(inner)
    run_git(repository, "-c", "advice.addEmbeddedRepo=false", "add", "content/static/kit")
    commit(repository)
    write(inner, "a.txt", "y")
    commit(inner)
    assert compared(repository).is_empty


def test_what_systems_leave_is_no_file(repository: Path) -> None:
    write(repository, "content/postings/.DS_Store", "x")
    commit(repository)
    write(repository, "content/postings/.DS_Store", "y")
    assert compared(repository).is_empty


def test_settings_of_a_user_and_of_the_environment_change_nothing(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (
        *(("diff.external", "false"), ("diff.noprefix", "true"), ("diff.renames", "copies")),
        *(("status.relativePaths", "true"), ("core.quotePath", "true"), ("color.ui", "always")),
    ):
        run_git(repository, "config", name, value)
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    write(repository, "content/postings/café.md", (repository / _COOK).read_text("utf-8"))
    (repository / _COOK).unlink()
    assert _former(repository).added == {"content/postings/café.md"}


def test_nothing_of_the_working_files_and_of_what_is_staged_is_touched(repository: Path) -> None:
    write(repository, _COOK, "staged")
    run_git(repository, "add", _COOK)
    write(repository, _COOK, "changed")
    os.utime(repository / "content/site.yaml", (1, 1))
    before = _state(repository)
    compared(repository)
    assert _state(repository) == before


def _state(folder: Path) -> dict[str, bytes]:
    """All files but the cache; of git's index what is staged, without when files were looked at."""
    staged = git(folder, dict(os.environ), "ls-files", "--stage")
    files = (path for path in folder.rglob("*") if path.is_file() and ".openings" not in path.parts)
    return {"staged": staged} | {str(p): p.read_bytes() for p in files if p != folder / ".git/index"}
