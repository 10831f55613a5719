import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest

from tests.cli.conftest import Run
from tests.cli.git import commit, run_git
from tests.cli.sites import write

NEW = "content/postings/new.md"
FIELDS = "title: Night cook\ncategory: Kitchen\nlocation: Oslo, Norway\napply: jobs@acme.example\n"
TEXT = f"---\n{FIELDS}---\nWords about the work at night.\n"

Git = Callable[..., None]


@pytest.fixture(autouse=True)
def late_november(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is a day after those of all commits."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795824000")  # 2026-11-28


@pytest.fixture
def repository(site: Path) -> Path:
    """The small site in a repository, with a first commit."""
    run_git(site, "init", "--quiet")
    commit(site, "2026-01-05T12:00:00+00:00")
    return site


def read(site: Path, path: str = NEW) -> str:
    return (site / path).read_bytes().decode()


def test_first_commits_day_is_written_as_one_new_line(run: Run, repository: Path) -> None:
    write(repository, NEW, TEXT)
    commit(repository)
    done = run("stamp")
    assert (done.code, done.err) == (0, "")
    assert done.out == f"{NEW}: line 5 is now `posted: 2026-03-02`\n"
    assert read(repository) == TEXT.replace("Norway\n", "Norway\nposted: 2026-03-02\n")


def test_later_commits_do_not_count(run: Run, repository: Path) -> None:
    write(repository, NEW, TEXT)
    commit(repository)
    write(repository, NEW, TEXT.replace("at night", "by night"))
    commit(repository, "2026-05-01T12:00:00+00:00")
    assert "`posted: 2026-03-02`" in run("stamp").out


def test_dry_run_writes_nothing(run: Run, repository: Path) -> None:
    write(repository, NEW, TEXT)
    commit(repository)
    done = run("stamp", "--dry-run")
    assert (done.code, done.out) == (0, f"{NEW}: line 5 would be `posted: 2026-03-02`\n")
    assert read(repository) == TEXT


def test_postings_that_say_their_day_are_left_alone_without_asking_git(run: Run, site: Path) -> None:
    done = run("stamp")
    assert (done.code, done.out) == (0, "every posting says when it was posted\n")


def test_field_that_is_there_and_empty_is_filled_and_its_comment_stays(run: Run, repository: Path) -> None:
    text = TEXT.replace("apply:", "posted:   # when?\napply:")
    write(repository, NEW, text)
    commit(repository)
    assert run("stamp").code == 0
    assert read(repository) == text.replace("posted:   #", "posted: 2026-03-02   #")


def test_day_is_that_of_the_sites_time_zone(run: Run, repository: Path) -> None:
    write(repository, NEW, TEXT)
    commit(repository, "2026-03-02T23:30:00+00:00")  # half past midnight in Stockholm
    assert "`posted: 2026-03-03`" in run("stamp").out


@pytest.mark.parametrize("stem", ["näht koch 数", "-n", "--output=x", 'a"b', "tab\there", "50% [x] *"])
def test_names_of_any_kind_are_found(run: Run, repository: Path, stem: str) -> None:
    path = f"content/postings/{stem}.md"
    write(repository, path, TEXT)
    commit(repository)
    assert run("stamp").code == 0
    assert "posted: 2026-03-02\n" in read(repository, path)


def test_renames_are_followed_to_the_first_name(run: Run, repository: Path) -> None:
    write(repository, "content/postings/first.md", TEXT)
    commit(repository, "2026-02-01T12:00:00+00:00")
    (repository / "content/postings/kept").mkdir()
    run_git(repository, "mv", "content/postings/first.md", "content/postings/kept/sécond.md")
    commit(repository, "2026-03-01T12:00:00+00:00")
    run_git(repository, "mv", "content/postings/kept/sécond.md", NEW)
    write(repository, NEW, TEXT.replace("at night", "by night"))
    commit(repository, "2026-04-01T12:00:00+00:00")
    assert "`posted: 2026-02-01`" in run("stamp").out


def test_move_of_the_whole_sites_folder_is_followed(
    run: Run, tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_git(tmp_path, "init", "--quiet")
    write(site, NEW, TEXT)
    commit(tmp_path, "2026-02-01T12:00:00+00:00")
    (tmp_path / "pages").mkdir()
    run_git(tmp_path, "mv", "site", "pages/careérs")
    commit(tmp_path, "2026-05-01T12:00:00+00:00")
    moved = tmp_path / "pages/careérs"
    monkeypatch.chdir(moved)
    assert run("stamp").out == f"{NEW}: line 5 is now `posted: 2026-02-01`\n"


@pytest.mark.parametrize("setting", ["diff.relative", "diff.renames", "log.showRoot", "diff.renameLimit"])
def test_settings_of_a_user_change_nothing(
    run: Run, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    run_git(tmp_path, "init", "--quiet")
    write(site, "content/postings/first.md", TEXT)
    commit(tmp_path, "2026-02-01T12:00:00+00:00")
    run_git(site, "mv", "content/postings/first.md", NEW)
    commit(tmp_path, "2026-04-01T12:00:00+00:00")
    value = {"diff.relative": "true", "diff.renameLimit": "1"}.get(setting, "false")
    run_git(tmp_path, "config", setting, value)
    assert "`posted: 2026-02-01`" in run("stamp").out


def test_day_after_today_is_left(run: Run, repository: Path) -> None:
    write(repository, NEW, TEXT)
    commit(repository, "2026-11-29T12:00:00+00:00")
    done = run("stamp")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"{NEW} was left: the commit that brought it was written on 2026-11-29, which is after today\n"
        "  fix: write `posted:` yourself\n1 posting still without `posted`\n"
    )
    assert read(repository) == TEXT


@pytest.mark.parametrize("time", ["9999999999999", "253402300799"], ids=["year 318857", "end of 9999"])
def test_time_that_is_no_day_leaves_its_posting_alone(run: Run, repository: Path, time: str) -> None:
    write(repository, "content/postings/other.md", TEXT)
    commit(repository)
    write(repository, NEW, TEXT)
    commit(repository, f"@{time} +0000")
    done = run("stamp")
    assert done.code == 1
    assert f"{NEW} was left: the time of the commit that brought it can't be read\n" in done.err
    assert "other.md: line 5 is now `posted: 2026-03-02`" in done.out


@pytest.mark.parametrize("command", [("stamp",), ("close", "new")])
def test_posting_with_empty_front_matter_is_left_with_its_errors(
    run: Run, repository: Path, command: tuple[str, ...]
) -> None:
    write(repository, NEW, "---\n---\nx")
    commit(repository)
    done = run(*command)
    assert done.code == 1
    assert "`title` is missing" in done.err
    assert read(repository) == "---\n---\nx"


def test_repository_of_another_user_is_told_with_the_command_that_allows_it(
    run: Run, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(site, NEW, TEXT)
    said = "fatal: detected dubious ownership in repository at '/builds/my site'"
    git = tmp_path / "bin/git"
    git.parent.mkdir()
    git.write_text(f'#!/bin/sh\necho "{said}" >&2\nexit 128\n', "utf-8")
    git.chmod(0o755)
    monkeypatch.setenv("PATH", str(git.parent), prepend=os.pathsep)
    done = run("stamp")
    assert done.code == 2
    assert done.err == (
        "error: the git repository `/builds/my site` belongs to another user\n"
        "  fix: if you trust it: git config --global --add safe.directory '/builds/my site'\n"
    )


def test_posting_that_cannot_be_read_is_named_once_as_it_is_reached(
    run: Run, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, "content/postings/torn.md", "title: torn\n")
    monkeypatch.chdir(tmp_path)
    assert run("-C", "site", "stamp").err.startswith("`site/content/postings/torn.md` can't be read;")


def test_new_file_under_the_name_of_one_that_moved_has_a_day_of_its_own(run: Run, repository: Path) -> None:
    write(repository, NEW, TEXT)
    commit(repository, "2026-02-01T12:00:00+00:00")
    run_git(repository, "mv", NEW, "content/postings/old.md")
    commit(repository, "2026-03-01T12:00:00+00:00")
    write(repository, NEW, "---\ntitle: Porter\ncategory: Hall\nlocation: Oslo, Norway\n---\nOther words.\n")
    commit(repository, "2026-04-01T12:00:00+00:00")
    assert run("stamp").code == 0
    assert "posted: 2026-02-01" in read(repository, "content/postings/old.md")
    assert "posted: 2026-04-01" in read(repository)


def test_file_of_a_merged_branch_has_the_day_of_its_commit(run: Run, repository: Path) -> None:
    run_git(repository, "switch", "--quiet", "--create", "other")
    write(repository, NEW, TEXT)
    commit(repository, "2026-02-10T12:00:00+00:00")
    run_git(repository, "switch", "--quiet", "-")
    run_git(repository, "merge", "--quiet", "--no-ff", "--no-edit", "other", day="2026-02-20T12:00:00+00:00")
    assert "`posted: 2026-02-10`" in run("stamp").out


def test_site_in_a_folder_of_its_repository_is_read_from_there(
    run: Run, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_git(tmp_path, "init", "--quiet")
    write(site, NEW, TEXT)
    write(tmp_path, "other.md", TEXT)
    commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    done = run("-C", "site", "stamp")
    assert done.out == f"site/{NEW}: line 5 is now `posted: 2026-03-02`\n"


def test_uncommitted_posting_gets_no_day_that_is_made_up(run: Run, repository: Path) -> None:
    write(repository, NEW, TEXT)
    done = run("stamp")
    assert (done.code, done.out) == (1, "")
    assert (
        done.err == f"{NEW} was left: git has no commit that brought it\n1 posting still without `posted`\n"
    )
    assert read(repository) == TEXT


def test_repository_without_a_commit_leaves_all(run: Run, site: Path) -> None:
    run_git(site, "init", "--quiet")
    write(site, NEW, TEXT)
    assert "no commit that brought it" in run("stamp").err


def test_named_postings_alone_are_stamped(run: Run, repository: Path) -> None:
    write(repository, NEW, TEXT)
    write(repository, "content/postings/other.md", TEXT)
    commit(repository)
    assert run("stamp", "new").code == 0
    assert "posted:" in read(repository)
    assert "posted:" not in read(repository, "content/postings/other.md")
    assert run("stamp", "date-engineer").err.endswith("fix: did you mean `data-engineer`?\n")


def test_posting_with_errors_and_one_that_cannot_be_read_are_left(run: Run, repository: Path) -> None:
    write(repository, NEW, TEXT.replace("category: Kitchen\n", ""))
    write(repository, "content/postings/torn.md", "title: torn\n")
    commit(repository)
    done = run("stamp")
    assert done.code == 1
    assert f"{NEW} was left: it has errors\n  fix: mend them, and stamp it again\n" in done.err
    assert (
        "`content/postings/torn.md` can't be read; it was left\n"
        "  fix: `openings check` says what is wrong with it\n"
    ) in done.err
    assert done.err.endswith("2 postings still without `posted`\n")
    assert "posted" not in read(repository)


def test_shallow_clone_is_refused_with_the_command_that_mends_it(
    run: Run, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, NEW, TEXT)
    commit(repository)
    write(repository, NEW, TEXT.replace("at night", "by night"))
    commit(repository, "2026-06-01T12:00:00+00:00")
    clone = tmp_path / "clone"
    run_git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    done = run("stamp")
    assert done.code == 2
    assert "git fetch --unshallow" in done.err
    assert "posted" not in read(clone)
    run_git(clone, "fetch", "--quiet", "--unshallow")
    assert "`posted: 2026-03-02`" in run("stamp").out


def test_site_outside_of_any_repository_is_told(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(site, NEW, TEXT)
    done = run("stamp")
    assert done.code == 2
    assert "is in no git repository" in done.err


def test_missing_git_is_told(run: Run, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(site, NEW, TEXT)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    done = run("stamp")
    assert done.code == 2
    assert done.err.startswith("error: git isn't installed\n")


def test_variables_of_another_repository_lead_nowhere(
    run: Run, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, NEW, TEXT)
    commit(repository)
    other = tmp_path / "other"
    other.mkdir()
    run_git(other, "init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    assert "`posted: 2026-03-02`" in run("stamp").out


def test_hundreds_of_postings_take_a_few_processes(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(300):
        text = TEXT.replace("Night cook", f"Night cook {number}")
        write(repository, f"content/postings/cook-{number}.md", text)
    commit(repository)
    started = Mock(wraps=subprocess.run)
    monkeypatch.setattr(subprocess, "run", started)
    done = run("stamp")
    assert done.out.count("`posted: 2026-03-02`") == 300
    assert started.call_count == 3


def test_missing_day_is_told_with_the_command_that_finds_it(run: Run, site: Path) -> None:
    write(site, NEW, TEXT)
    done = run("check")
    assert "`posted` is missing" in done.out
    assert "`openings stamp` takes the day from git" in done.out
