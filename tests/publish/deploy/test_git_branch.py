"""A branch as a target: real repositories, with real hooks."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.diagnostics.diagnostic import OpeningsError
from generator.publish.deploy.deploying import Wishes
from tests.cli.git import run_git
from tests.publish.deploy.repositories import (
    AFTER,
    BEFORE,
    ENVIRONMENT,
    OWN,
    PLACE,
    commits_of,
    files_of,
    hook,
    put,
    said,
    send,
    state_of,
)


def test_first_deploy_makes_the_branch_and_later_ones_follow_it(checkout: Path, remote: Path) -> None:
    send(checkout, BEFORE)
    assert files_of(remote) == BEFORE | OWN
    lines = send(checkout, AFTER)
    assert lines == ["send jobs/new/index.html", "send index.html", "delete jobs/old/index.html"]
    assert files_of(remote) == AFTER | OWN
    assert commits_of(remote) == ["Deploy https://careers.example.com"] * 2


def test_checkout_index_head_stash_and_branches_stay_as_they_are(checkout: Path, remote: Path) -> None:
    (checkout / "stashed.txt").write_text("for later", "utf-8")
    run_git(checkout, "stash", "push", "--quiet", "--include-untracked")
    (checkout / "staged.txt").write_text("soon", "utf-8")
    run_git(checkout, "add", "staged.txt")
    (checkout / "content/site.yaml").write_text("name: Changed\n", "utf-8")
    hook(checkout / ".git", "pre-push", "echo no; exit 1")
    hook(checkout / ".git", "reference-transaction", "exit 1")
    before = state_of(checkout)
    send(checkout, BEFORE)
    send(checkout, AFTER)
    assert state_of(checkout) == before
    assert files_of(remote) == AFTER | OWN


def test_without_a_change_there_is_no_commit(deployed: Path, remote: Path) -> None:
    assert send(deployed, BEFORE) == []
    assert len(send(deployed, BEFORE, Wishes(sends_all=True))) == len(BEFORE)
    assert len(commits_of(remote)) == 1


def test_files_that_are_not_ours_are_kept(checkout: Path, remote: Path, tmp_path: Path) -> None:
    put(remote, tmp_path, "CNAME", "careers.example.com")
    send(checkout, BEFORE)
    put(remote, tmp_path, "google1234.html", "proof")
    send(checkout, AFTER)
    theirs = {"CNAME": "careers.example.com", "google1234.html": "proof"}
    assert files_of(remote) == AFTER | OWN | theirs
    assert commits_of(remote)[1] == "Add google1234.html"


def test_branch_with_other_files_is_taken_over_only_on_request(
    checkout: Path, remote: Path, tmp_path: Path
) -> None:
    put(remote, tmp_path, "index.html", "theirs")
    with pytest.raises(OpeningsError, match=r"holds files, such as `index\.html`"):
        send(checkout, BEFORE)
    assert files_of(remote) == {"index.html": "theirs"}
    send(checkout, BEFORE, Wishes(adopts=True))
    assert files_of(remote) == BEFORE | OWN
    assert len(commits_of(remote)) == 2


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("new.html", "new.html"), ("notes", "notes/index.html"), ("docs/theirs.txt", "docs")],
)
def test_file_of_somebody_else_is_replaced_only_where_it_is_adopted(
    deployed: Path, remote: Path, tmp_path: Path, theirs: str, ours: str
) -> None:
    put(remote, tmp_path, theirs, "theirs")
    with pytest.raises(OpeningsError, match=f"`{theirs}` in branch `gh-pages` would be overwritten"):
        send(deployed, BEFORE | {ours: "ours"})
    assert files_of(remote) == BEFORE | OWN | {theirs: "theirs"}
    send(deployed, BEFORE | {ours: "ours"}, Wishes(adopts=True))
    assert files_of(remote) == BEFORE | OWN | {ours: "ours"}


def test_dry_run_leaves_the_remote_alone(checkout: Path, remote: Path) -> None:
    assert len(send(checkout, BEFORE, Wishes(is_dry=True))) == len(BEFORE)
    assert "gh-pages" not in said(remote, "branch")


def test_hooks_words_are_passed_on_and_nothing_is_changed(deployed: Path, remote: Path) -> None:
    hook(remote, "pre-receive", "echo 'Only on Mondays:' >&2; echo 'ask the web team' >&2; exit 1")
    with pytest.raises(OpeningsError) as refused:
        send(deployed, AFTER)
    assert refused.value.message.endswith("to `gh-pages`: Only on Mondays: / ask the web team")
    assert files_of(remote) == BEFORE | OWN
    (remote / "hooks/pre-receive").unlink()
    send(deployed, AFTER)
    assert files_of(remote) == AFTER | OWN


def test_words_of_a_hook_are_not_taken_for_a_missing_right(deployed: Path, remote: Path) -> None:
    hook(remote, "pre-receive", "echo 'deploys on Saturday are not allowed, 403' >&2; exit 1")
    with pytest.raises(OpeningsError, match="on Saturday are not allowed") as refused:
        send(deployed, AFTER)
    assert refused.value.hint.startswith("settle it with whoever looks after that repository")


def _moving(remote: Path, commit: str, times: int = 1) -> None:
    """Lets the branch move to a commit, so many times, after a push was sent and before it is taken."""
    # Outside of the quarantine in which git keeps what is pushed.
    update = f"env -u GIT_QUARANTINE_PATH git update-ref refs/heads/gh-pages {commit}"
    count = f"n=$(cat n 2>/dev/null || echo 0); [ $n -lt {times} ] || exit 0; echo $((n + 1)) > n"
    hook(remote, "pre-receive", f"{count}\n{update}")


def _commit_on(remote: Path, tmp_path: Path, name: str) -> str:
    """A commit on top of the branch that the branch itself doesn't have yet."""
    before = said(remote, "rev-parse", "gh-pages").strip()
    put(remote, tmp_path, name, "theirs")
    made = said(remote, "rev-parse", "gh-pages").strip()
    run_git(remote, "update-ref", "refs/heads/gh-pages", before)
    run_git(remote, "update-ref", f"refs/kept/{name}", made)
    return made


def test_branch_that_moves_meanwhile_gets_the_commit_on_top(
    deployed: Path, remote: Path, tmp_path: Path
) -> None:
    _moving(remote, _commit_on(remote, tmp_path, "CNAME"))
    send(deployed, AFTER)
    assert files_of(remote) == AFTER | OWN | {"CNAME": "theirs"}
    assert commits_of(remote)[:2] == ["Deploy https://careers.example.com", "Add CNAME"]


def test_other_deploy_that_comes_first_is_not_overwritten(deployed: Path, remote: Path) -> None:
    first = said(remote, "rev-parse", "gh-pages").strip()
    send(deployed, AFTER)
    other = said(remote, "rev-parse", "gh-pages").strip()
    run_git(remote, "update-ref", "refs/kept/other", other)
    run_git(remote, "update-ref", "refs/heads/gh-pages", first)
    _moving(remote, other)
    with pytest.raises(OpeningsError, match="another deploy reached `gh-pages` meanwhile"):
        send(deployed, {**BEFORE, "index.html": "third"})
    assert files_of(remote) == AFTER | OWN


def test_branch_with_the_sites_sources_is_refused(checkout: Path, remote: Path) -> None:
    with pytest.raises(OpeningsError, match="`main` is checked out here"):
        send(checkout, BEFORE, Wishes(adopts=True), replace(PLACE, branch="main"))
    run_git(checkout, "checkout", "--quiet", "--detach")
    with pytest.raises(OpeningsError, match="`main` holds a site's sources"):
        send(checkout, BEFORE, Wishes(adopts=True), replace(PLACE, branch="main"))
    assert commits_of(remote, "main") == ["First words"]


@pytest.mark.parametrize("branch", ["-d", "--force", "a b", "a..b", "x.lock", "a:b", "@{-1}"])
def test_what_is_no_branch_is_refused(checkout: Path, branch: str) -> None:
    with pytest.raises(OpeningsError, match="can't be the name of a branch"):
        send(checkout, BEFORE, place=replace(PLACE, branch=branch))


def test_unknown_remote_is_told_with_those_there_are(checkout: Path) -> None:
    with pytest.raises(OpeningsError, match="git knows no remote `orign`") as refused:
        send(checkout, BEFORE, place=replace(PLACE, remote="orign"))
    assert refused.value.hint == "did you mean `origin`?"


def test_no_message_has_a_password(checkout: Path) -> None:
    url = "http://deployer:s3cret/@127.0.0.1:9/careers.git"
    run_git(checkout, "remote", "set-url", "origin", url.replace("/@", "@"))
    with pytest.raises(OpeningsError, match="`origin` can't be reached") as refused:
        send(checkout, BEFORE)
    assert "s3cret" not in f"{refused.value.message} {refused.value.hint}"


def test_other_repository_of_the_environment_is_left_alone(checkout: Path, remote: Path) -> None:
    send(
        checkout,
        BEFORE,
        environment={**ENVIRONMENT, "GIT_DIR": "/nonexistent", "GIT_INDEX_FILE": "/dev/null"},
    )
    assert files_of(remote) == BEFORE | OWN


def test_way_to_the_remote_is_that_of_the_environment(checkout: Path) -> None:
    run_git(checkout, "remote", "set-url", "origin", "ssh://example.com/careers.git")
    ssh = "echo 'Permission denied by the test' >&2; false"
    with pytest.raises(OpeningsError, match="can't be reached: Permission denied by the test") as refused:
        send(checkout, BEFORE, environment={**ENVIRONMENT, "GIT_SSH_COMMAND": ssh})
    assert "the right to write to the repository" in refused.value.hint


def test_shallow_clone_with_a_detached_head_deploys(deployed: Path, remote: Path, tmp_path: Path) -> None:
    send(deployed, {**BEFORE, "index.html": "between"})
    clone = tmp_path / "runner"
    run_git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=main", f"file://{remote}", str(clone))
    run_git(clone, "checkout", "--quiet", "--detach")
    send(clone, AFTER)
    assert files_of(remote) == AFTER | OWN
    assert len(commits_of(remote)) == 3
    assert said(clone, "rev-list", "--count", "refs/openings/origin/gh-pages").strip() == "2", (
        "no older history"
    )


def test_whole_clone_stays_whole(deployed: Path, remote: Path, tmp_path: Path) -> None:
    clone = tmp_path / "whole"
    run_git(tmp_path, "clone", "--quiet", "--single-branch", f"file://{remote}", str(clone))
    send(clone, AFTER)
    assert said(clone, "rev-parse", "--is-shallow-repository") == "false\n"


def test_names_of_branches_that_begin_alike_do_not_meet(checkout: Path, remote: Path) -> None:
    run_git(checkout.parent, "clone", "--quiet", "--bare", "remote.git", "other.git")
    run_git(checkout, "remote", "add", "other", "../other.git")
    send(checkout, BEFORE)
    send(checkout, AFTER, place=replace(PLACE, remote="other", branch="gh-pages/staging"))
    assert files_of(remote) == BEFORE | OWN
    assert files_of(checkout.parent / "other.git", "gh-pages/staging") == AFTER | OWN


def test_site_in_a_folder_of_its_repository_deploys(checkout: Path, remote: Path) -> None:
    (checkout / "web").mkdir()
    send(checkout / "web", BEFORE)
    assert files_of(remote) == BEFORE | OWN


@pytest.mark.parametrize(
    ("settings", "who"),
    [
        ({}, "Openings <openings@localhost>"),
        ({"user.name": "Ada <Berg>", "user.email": "ada@example.com"}, "Ada Berg <ada@example.com>"),
    ],
    ids=["nobody", "user"],
)
def test_commit_is_the_users_else_one_of_nobody(
    checkout: Path, remote: Path, settings: Mapping[str, str], who: str
) -> None:
    for name, value in settings.items():
        run_git(checkout, "config", name, value)
    send(checkout, BEFORE)
    assert said(remote, "log", "-1", "--format=%an <%ae>,%cn <%ce>", "gh-pages").strip() == f"{who},{who}"


def test_committer_of_the_environment_goes_first(checkout: Path, remote: Path) -> None:
    named = {"GIT_COMMITTER_NAME": "A Robot", "GIT_COMMITTER_EMAIL": "robot@example.com"}
    send(checkout, BEFORE, environment={**ENVIRONMENT, **named})
    assert (
        said(remote, "log", "-1", "--format=%an <%ae>", "gh-pages").strip() == "A Robot <robot@example.com>"
    )


def test_file_takes_the_place_of_a_folder_and_back(checkout: Path, remote: Path) -> None:
    send(checkout, {"a/b.html": "in a folder"})
    (checkout.parent / "output/a/b.html").unlink()
    (checkout.parent / "output/a").rmdir()
    send(checkout, {"a": "a file"})
    assert files_of(remote) == {"a": "a file"} | OWN


def test_site_in_no_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(OpeningsError, match="is in no git repository"):
        send(tmp_path, BEFORE)


def test_deploy_that_is_killed_leaves_all_as_it_was_or_as_it_is_to_be(
    deployed: Path, remote: Path, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "at")
    hook(remote, "pre-receive", f"echo here > {tmp_path}/at; sleep 0.2")
    script = (
        "import sys; from pathlib import Path; from tests.publish.deploy.repositories import AFTER, send;"
        "send(Path(sys.argv[1]), AFTER)"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(deployed)]) as process:
        (tmp_path / "at").read_text("utf-8")  # the hook is running
        process.kill()
    assert files_of(remote) in (BEFORE | OWN, AFTER | OWN)
    hook(remote, "pre-receive", "exit 0")
    (deployed.parent / "output/jobs").mkdir(exist_ok=True)
    send(deployed, AFTER)
    assert files_of(remote) == AFTER | OWN
