import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.sites import DAY, write


@pytest.fixture
def built(run: Run, site: Path) -> Path:
    """The folder of the small site's pages."""
    assert run("build", "--as-of", DAY).code == 0
    return site / "output"


def _change(page: Path, old: str, new: str) -> None:
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new), "utf-8")


def test_built_folder_is_judged_as_it_is(run: Run, site: Path, built: Path) -> None:
    write(site, "content/postings/cook.md", "---\ntitle: [\n---\n")
    done = run("check", "--output", "output", "--as-of", DAY)
    assert (done.code, done.err) == (0, "")
    assert re.fullmatch(r"no problems in \d\d pages\n", done.out)


def test_nothing_is_written(run: Run, site: Path, built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    assert run("check", "--output", "output", "--as-of", DAY).code == 0
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before


def test_page_that_was_changed_by_hand_is_found(run: Run, built: Path) -> None:
    _change(built / "jobs/cook/index.html", "<h1>Cook</h1>", "<h1>Chef</h1>")
    done = run("check", "--output", "output", "--as-of", DAY)
    assert done.code == 1
    told = "error[OU015] hidden-data: the JobPosting says `Cook` as `title`, and the page doesn't show it\n"
    assert f"{told} --> output/jobs/cook/index.html:1:1\n" in done.out


def test_day_decides_what_has_expired(run: Run, built: Path) -> None:
    done = run("check", "--output", "output", "--as-of", "2026-03-21", "--format", "concise")
    assert done.code == 1
    assert done.out.startswith("output/jobs/cook/index.html:1:1: error[OU014]")


def test_address_is_that_of_the_folder(run: Run, site: Path) -> None:
    url = "https://example.github.io/careers"
    assert run("build", "--as-of", DAY, "--base-url", url, "--output", "elsewhere").code == 0
    done = run("check", "--output", "elsewhere", "--as-of", DAY)
    assert (done.code, done.out.startswith("no problems in ")) == (0, True), done.out


def test_warnings_count_when_strict(run: Run, built: Path) -> None:
    _change(built / "jobs/cook/index.html", '<li><a href="/jobs/">Jobs</a></li>', "<li></li>")
    _change(built / "jobs/cook/index.html", "Jobs", "Openings")
    _change(built / "jobs/cook/index.html", '"name":"Openings"', '"name":"Jobs of ours"')
    done = run("check", "--output", "output", "--as-of", DAY)
    assert (done.code, "warning[OU016] unproven-data" in done.out) == (0, True), done.out
    assert run("check", "--output", "output", "--as-of", DAY, "--strict").code == 1


def test_json_is_json_without_problems_too(run: Run, built: Path) -> None:
    done = run("check", "--output", "output", "--as-of", DAY, "--format", "json")
    assert json.loads(done.out) == {"diagnostics": [], "errors": 0, "warnings": 0}


@pytest.mark.parametrize("folder", ["nowhere", "content", "content/site.yaml"])
def test_folder_without_a_built_site_is_refused(run: Run, site: Path, folder: str) -> None:
    done = run("check", "--output", folder)
    assert (done.code, done.out) == (2, "")
    assert f"there is no built site in `{folder}`: index.html is missing" in done.err
    assert "name the folder that `openings build` wrote, by default output/" in done.err


def test_settings_that_cannot_be_read_are_told(run: Run, site: Path, built: Path) -> None:
    write(site, "content/site.yaml", "name: [\n")
    done = run("check", "--output", "output")
    assert done.code == 1
    assert "content/site.yaml can't be read" in done.err


def test_drafts_are_no_matter_where_nothing_is_built(run: Run, built: Path) -> None:
    done = run("check", "--output", "output", "--drafts")
    assert done.code == 2
    assert "--drafts says what to build, and with --output nothing is built" in done.err


def test_file_of_the_sites_own_that_is_no_text_is_read_all_the_same(run: Run, built: Path) -> None:
    (built / "old.html").write_bytes(b"<!doctype html><title>\xe9</title>")
    done = run("check", "--output", "output", "--as-of", DAY)
    assert done.code == 1
    assert "output/old.html:1:1" in done.out


def test_files_that_a_build_under_way_has_waiting_are_left_alone(run: Run, built: Path) -> None:
    write(built, ".openings-staging-x/jobs/new/index.html", "<p>half")
    assert run("check", "--output", "output", "--as-of", DAY).code == 0


def test_last_day_is_that_of_the_sites_time_zone(run: Run, site: Path, built: Path) -> None:
    page = built / "jobs/cook/index.html"
    text = page.read_text("utf-8")
    page.write_text(re.sub(r'("validThrough":"2026-03-20T)[^"]+', r"\g<1>02:00:00+05:30", text), "utf-8")
    done = run("check", "--output", "output", "--as-of", "2026-03-20", "--format", "concise")
    assert "`validThrough` is 2026-03-19, and today is 2026-03-20" in done.out
