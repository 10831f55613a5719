"""Real postings of a public body, with the leftovers of another program in their texts."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.checks.output import output_problems
from generator.diagnostics.diagnostic import Severity
from tests.builders import write_site
from tests.sample import ROOT, Built, build_in_memory, site_on

_FEW = ROOT / "tests" / "corpus"
_ALL = ROOT.parent / "shared" / "corpora" / "tts"
_SITE = "name: Technology Team\nurl: https://careers.example.com/join\ntime_zone: America/New_York\n"
_DAY = date(2023, 10, 27)


def _build(folder: Path, postings: Path) -> Built:
    write_site(folder, {}, _SITE)
    shutil.copytree(postings, folder / "content/postings")
    return build_in_memory(folder, _DAY)


@pytest.fixture
def few(tmp_path: Path) -> Built:
    """The site of the postings that lie in tests/corpus."""
    return _build(tmp_path, _FEW / "postings")


@pytest.mark.parametrize(
    ("corpus", "postings"),
    [
        pytest.param(_FEW, 6, id="few"),
        pytest.param(
            _ALL,
            55,
            id="all",
            marks=pytest.mark.skipif(
                not _ALL.is_dir(), reason="the whole corpus lies beside the repository, and isn't there"
            ),
        ),
    ],
)
def test_real_postings_build_without_an_error(tmp_path: Path, corpus: Path, postings: int) -> None:
    built = _build(tmp_path, corpus / "postings")
    assert [d for d in built.report.diagnostics if d.severity is Severity.ERROR] == []
    assert len(site_on(tmp_path, _DAY).jobs) == postings
    assert built.report.summary
    assert built.report.summary.open_jobs > 0
    problems = output_problems(built.files, "https://careers.example.com/join")
    assert [p for p in problems if p.severity is Severity.ERROR] == []


def test_leftovers_of_another_template_language_are_shown_as_text(few: Built) -> None:
    page = few.files["jobs/login-engineer-2023/index.html"].decode()
    assert "{{ page.title }}" in page
    assert "{% link pages/compensation-and-benefits.md %}" in page


def test_file_whose_name_has_spaces_gets_an_address_without(few: Built) -> None:
    assert "jobs/information-technology-specialist-gs15-apps-infosec/index.html" in few.files


def test_last_day_before_the_first_is_told(few: Built) -> None:
    told = {d.at.path for d in few.report.diagnostics if d.at and d.code.name == "closes-before-posted"}
    assert told == {"content/postings/fedramp-isso-2023.md"}


@pytest.mark.parametrize(
    ("name", "line", "words"),
    [
        ("PXCOBranchChief.md", 61, "indent"),
        ("PXCOBranchChief.md", 89, "space"),
        ("PXCOBranchChief.md", 171, "`|`"),
        ("login-data-analyst-2024.md", 115, "indented"),
        ("login-data-analyst-2024.md", 140, "`|`"),
        ("login-data-analyst-2024.md", 148, "`|`"),
        ("login-data-analyst-2024.md", 151, "`|`"),
    ],
)
def test_broken_files_are_told_line_by_line_what_to_change(
    tmp_path: Path, name: str, line: int, words: str
) -> None:
    report = _build(tmp_path, _FEW / "broken").report
    path = f"content/postings/{name}"
    told = [d.message + d.hint for d in report.diagnostics if d.at and (d.at.path, d.at.line) == (path, line)]
    assert any(words in text for text in told), told
    assert report.written is None
