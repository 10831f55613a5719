from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.sites import DAY, break_posting, forget_the_heading


def test_site_is_written_and_summed_up(run: Run, site: Path) -> None:
    done = run("build", "--as-of", DAY)
    assert done.code == 0
    assert done.err == ""
    first, *others = done.out.splitlines()
    assert first.startswith("built 3 open jobs as ")
    assert " 0 unchanged, 0 deleted (output/)" in first
    assert others == [
        "1 posting closes within 7 days",
        "1 posting to look at again: openings list --review",
        "next change on 2026-03-21 (Sat): 1 posting is closed; build again on that day",
    ]
    assert (site / "output/jobs/cook/index.html").is_file()


def test_second_build_writes_nothing(run: Run, site: Path) -> None:
    run("build", "--as-of", DAY)
    assert ": 0 files written, " in run("build", "--as-of", DAY).out


def test_output_folder_is_named_from_the_current_folder(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.parent)
    assert "(public/)" in run("-C", "site", "build", "--output", "public").out
    assert (site.parent / "public/index.html").is_file()
    assert "(site/output/)" in run("-C", "site", "build").out


def test_error_in_a_file_is_told_on_stderr_and_nothing_is_written(run: Run, site: Path) -> None:
    break_posting(site)
    done = run("build", "--as-of", DAY)
    assert done.code == 1
    assert done.out == ""
    assert "--> content/postings/cook.md:3:1" in done.err
    assert done.err.endswith("nothing was written\n")
    assert not (site / "output").exists()


def test_warning_is_told_and_stops_only_a_strict_build(run: Run, site: Path) -> None:
    warn(site)
    strict = run("build", "--as-of", DAY, "--strict")
    assert (strict.code, strict.out) == (1, "")
    assert not (site / "output").exists()
    lenient = run("build", "--as-of", DAY)
    assert lenient.code == 0
    assert "1 warning in 1 file" in lenient.err


def test_verified_build_publishes_only_sound_pages(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_the_heading(site)
    monkeypatch.chdir(site.parent)
    verified = run("-C", "site", "build", "--as-of", DAY, "--verify", "--output", "public")
    assert (verified.code, verified.out) == (1, "")
    assert " --> public/404.html:1:1\n" in verified.err
    assert verified.err.endswith("nothing was written\n")
    assert list((site.parent / "public").glob("*")) == []
    assert run("-C", "site", "build", "--as-of", DAY, "--output", "public").code == 0


def test_verified_build_of_a_fine_site_writes_it(run: Run, site: Path) -> None:
    done = run("build", "--as-of", DAY, "--verify", "--strict")
    assert (done.code, done.err) == (0, "")
    assert (site / "output/index.html").is_file()


def test_paths_lead_to_the_files_from_the_current_folder(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_posting(site)
    monkeypatch.chdir(site.parent)
    done = run("-C", "site", "build")
    assert "--> site/content/postings/cook.md:3:1" in done.err
    assert "3 | sumary: Hot" in done.err


def test_drafts_get_pages_when_asked_for(run: Run, site: Path) -> None:
    run("build", "--as-of", DAY)
    assert not (site / "output/jobs/writer").exists()
    run("build", "--as-of", DAY, "--drafts")
    assert (site / "output/jobs/writer/index.html").is_file()


def test_base_url_stands_in_the_pages(run: Run, site: Path) -> None:
    assert run("build", "--base-url", "https://preview.example/pr-7/").code == 0
    assert "https://preview.example/pr-7/jobs/" in (site / "output/sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--base-url", "preview.example", "write `https://preview.example`"),
        ("--base-url", "https://a.example/?x=1", "leave out what follows"),
        ("--as-of", "3/4/2026", "write `2026-04-03` or `2026-03-04`"),
        ("--theme", "defalt", "did you mean `default`?"),
        ("--output", "content/x", "the site's own files are there"),
    ],
)
def test_unfit_option_is_wrong_usage(run: Run, site: Path, option: str, value: str, message: str) -> None:
    done = run("build", option, value)
    assert done.code == 2
    assert message in done.err


def test_day_comes_from_source_date_epoch(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773650000")  # 2026-03-16
    assert "1 posting closes within 7 days" in run("build").out


def warn(site: Path) -> None:
    """A posting that is dated after the day of the build."""
    file = site / "content/postings/baker.md"
    file.write_text(file.read_text("utf-8").replace("posted: 2025-01-02", "posted: 2026-03-30"), "utf-8")
