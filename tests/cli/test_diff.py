"""`openings diff` as it is typed."""

import json
from pathlib import Path

import pytest

from generator.cli import main
from tests.cli.conftest import Run
from tests.cli.git import commit, run_git
from tests.cli.sites import DAY, write

_COOK = "content/postings/cook.md"


@pytest.fixture
def changed(site: Path) -> Path:
    """The small site in a repository, with other pay for the cook that isn't committed."""
    (site / ".gitignore").write_text(".openings/\n", "utf-8")
    run_git(site, "init", "--quiet", "--initial-branch=main")
    commit(site)
    text = (site / _COOK).read_text("utf-8")
    write(site, _COOK, text.replace("EUR 40000", "EUR 45000"))
    return site


def test_change_is_told_in_sentences(changed: Path, run: Run) -> None:
    outcome = run("diff", "--as-of", DAY)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("What changes on the site since main (")
    assert "  * salary: €40,000–50,000 per year → €45,000–50,000 per year\n" in outcome.out


def test_report_calls_the_commit_by_the_name_it_is_given(changed: Path, run: Run) -> None:
    outcome = run("diff", "HEAD", "--name", "release `1`", "--format", "markdown", "--as-of", DAY)
    assert outcome.out.startswith("### What changes on the site since `` release `1` (")


def test_empty_name_of_a_commit_ends_with_a_hint(changed: Path, run: Run) -> None:
    outcome = run("diff", "")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("error: REF is empty\n  fix: name a branch")


def test_nothing_changed_is_said(changed: Path, run: Run) -> None:
    commit(changed)
    assert run("diff", "HEAD", "--as-of", DAY).out.splitlines()[1:] == ["Nothing changes."]


@pytest.mark.parametrize(
    ("form", "beginning"),
    [
        ("markdown", "### What changes"),
        ("html", "<!doctype html>"),
        ("json", "{\n"),
        ("text", "What changes"),
    ],
)
def test_report_is_written_to_a_file(changed: Path, run: Run, form: str, beginning: str) -> None:
    assert run("diff", "--format", form, "--output", "report.out", "--as-of", DAY).out == ""
    text = (changed / "report.out").read_text("utf-8")
    assert text.startswith(beginning)
    assert str(changed) not in text


@pytest.mark.parametrize("path", ["content/report.md", "output/report.md"])
def test_report_has_no_place_in_the_site(changed: Path, run: Run, path: str) -> None:
    outcome = run("diff", "--output", path)
    assert outcome.code == 2
    assert "name a file outside of" in outcome.err
    assert not (changed / path).exists()


def test_json_says_all_of_it(changed: Path, run: Run) -> None:
    found = json.loads(run("diff", "--format", "json", "--as-of", DAY).out)
    assert found["day"] == DAY
    assert [(c["event"], c["path"], c["lacks_updated"]) for c in found["changes"]] == [
        ("changed", _COOK, True)
    ]


def test_exit_code_tells_of_changes_on_request(changed: Path, run: Run) -> None:
    assert run("diff", "--exit-code", "--as-of", DAY).code == 1
    commit(changed)
    assert run("diff", "--exit-code", "--as-of", DAY).code == 0


def test_unknown_commit_ends_with_a_hint(changed: Path, run: Run) -> None:
    outcome = run("diff", "mian")
    assert outcome.code == 2
    assert outcome.err == "error: git knows no commit `mian`\n  fix: did you mean `main`?\n"


def test_site_that_cannot_be_read_any_more_is_compared_as_far_as_it_can(changed: Path, run: Run) -> None:
    write(changed, "content/site.yaml", "name: [")
    outcome = run("diff", "--as-of", DAY)
    assert outcome.code == 0
    assert "note: content/site.yaml has errors, so both" in outcome.out
    assert "error FM" in outcome.out
    assert "€45,000–50,000" in outcome.out


def test_site_that_could_not_be_read_is_compared_by_what_is_there_now(changed: Path, run: Run) -> None:
    good = (changed / "content/site.yaml").read_text("utf-8")
    write(changed, "content/site.yaml", "name: [")
    commit(changed)
    write(changed, "content/site.yaml", good)
    outcome = run("diff", "HEAD", "--as-of", DAY)
    assert "note: content/site.yaml had errors before" in outcome.out
    assert "problem mended" in outcome.out or "problems mended" in outcome.out


def test_site_with_errors_on_both_sides_is_compared_by_what_is_left_of_it(changed: Path, run: Run) -> None:
    write(changed, "content/site.yaml", "name: [")
    commit(changed)
    assert run("diff", "HEAD", "--as-of", DAY).out.splitlines()[1:] == [
        "Nothing changes.",
        "note: content/site.yaml has errors on both sides, and both are read by what is left of it",
    ]


def test_posting_that_cannot_be_read_any_more_is_no_closed_one(changed: Path, run: Run) -> None:
    write(changed, _COOK, "---\ntitle: Cook\n: [\n")
    out = run("diff", "--as-of", DAY).out
    assert "its file is gone" not in out
    assert "it has errors, or had some" in out


def test_folder_without_a_repository_is_told(site: Path, run: Run) -> None:
    outcome = run("diff")
    assert outcome.code == 2
    assert "is in no git repository" in outcome.err


def test_colour_is_only_for_a_terminal(
    changed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    for form, is_coloured in (("text", True), ("markdown", False)):
        with pytest.raises(SystemExit):
            main(("diff", "--format", form, "--as-of", DAY))
        assert ("\x1b[" in capsys.readouterr().out) is is_coloured
