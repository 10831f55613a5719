import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.sites import DAY, break_posting, forget_the_heading, write
from tests.cli.test_build import warn


def test_fine_site_says_so(run: Run, site: Path) -> None:
    done = run("check", "--as-of", DAY)
    assert (done.code, done.out, done.err) == (0, "no problems in 7 files\n", "")
    assert not (site / "output").exists()


def test_report_is_the_output(run: Run, site: Path) -> None:
    break_posting(site)
    done = run("check", "--as-of", DAY)
    assert (done.code, done.err) == (1, "")
    assert "unknown field `sumary`" in done.out
    assert re.search(r"\d+ errors? in 1 file\n$", done.out)


def test_warnings_count_when_strict(run: Run, site: Path) -> None:
    warn(site)
    assert run("check", "--as-of", DAY).code == 0
    assert run("check", "--as-of", DAY, "--strict").code == 1


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("concise", "content/postings/cook.md:3:1: error[FM"),
        ("github", "::error file=content/postings/cook.md,line=3,col=1,"),
        ("json", '{\n  "diagnostics": ['),
    ],
)
def test_report_has_the_format_asked_for(run: Run, site: Path, form: str, begins: str) -> None:
    break_posting(site)
    done = run("check", "--as-of", DAY, "--format", form)
    assert done.code == 1
    assert done.out.startswith(begins)


def test_json_is_json_without_problems_too(run: Run, site: Path) -> None:
    done = run("check", "--as-of", DAY, "--format", "json")
    assert json.loads(done.out) == {"diagnostics": [], "errors": 0, "warnings": 0}


def test_host_is_asked_whether_it_takes_the_built_files(run: Run, site: Path) -> None:
    write(site, "content/site.yaml", (site / "content/site.yaml").read_text("utf-8") + "hosts: Cloudflare\n")
    write(site, "content/static/brochure.pdf", "")
    with (site / "content/static/brochure.pdf").open("r+b") as file:
        file.truncate(27_000_000)
    done = run("check", "--as-of", DAY)
    assert (done.code, done.err) == (0, "")
    assert "PG016] host-limit: there are 27 MB in a file, and cloudflare takes 26.2 MB" in done.out
    assert "content/site.yaml:5:8" in done.out
    assert "`brochure.pdf` is the largest" in done.out
    assert run("build", "--as-of", DAY).code == 0
    assert "27 MB in a file" in run("check", "--output", "output", "--as-of", DAY).out


def test_theme_that_fails_is_found(run: Run, site: Path) -> None:
    write(site, "content/site.yaml", (site / "content/site.yaml").read_text("utf-8") + "theme: broken\n")
    write(site, "themes/broken/templates/home.html", "{% if %}")
    done = run("check", "--as-of", DAY)
    assert done.code == 1
    assert "error[TH" in done.out


def test_page_without_what_pages_need_is_found(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forget_the_heading(site)
    done = run("check", "--as-of", DAY)
    assert done.code == 1
    assert "error[OU001] missing-part: the page lacks one `h1`\n --> output/404.html:1:1\n" in done.out
    monkeypatch.chdir(site.parent)
    assert " --> site/output/404.html:1:1\n" in run("-C", "site", "check", "--as-of", DAY).out


def test_pages_that_look_the_same_get_a_warning(run: Run, site: Path) -> None:
    cook = (site / "content/postings/cook.md").read_text("utf-8")
    write(site, "content/postings/baker.md", cook.replace("title: Cook", "title: Baker"))
    done = run("check", "--as-of", DAY)
    assert done.code == 0
    assert "warning[OU002] repeated-text: two pages have the description" in done.out
    assert "--> output/jobs/baker/index.html:1:1\n" in done.out
    assert run("check", "--as-of", DAY, "--strict").code == 1


def test_colour_is_only_for_terminals_unless_forced(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_posting(site)
    assert "\x1b[" not in run("check").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31merror" in run("check").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("check").out


def test_file_behind_a_link_out_of_the_site_is_never_shown(run: Run, site: Path) -> None:
    secret = site.parent / "secret.md"
    secret.write_text("password\n", "utf-8")
    (site / "content/postings/link.md").symlink_to(secret)
    done = run("check")
    assert "content/postings/link.md" in done.out
    assert "password" not in done.out


def test_sample_site_has_no_problems(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).resolve().parents[2])
    done = run("check", "--as-of", "2026-11-23", "--strict")
    assert (done.code, done.out.startswith("no problems in ")) == (0, True), done.out
