"""Real postings of a public body, with the leftovers of another program in their texts."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.checks.output import output_problems
from generator.diagnostics.diagnostic import Severity
from tests.builders import write_site
from tests.sample import ROOT, build_in_memory

_CORPUS = ROOT.parent / "shared" / "corpora" / "tts"
_SITE = "name: Technology Team\nurl: https://careers.example.com/join\ntime_zone: America/New_York\n"
_DAY = date(2023, 10, 27)

pytestmark = pytest.mark.skipif(
    not _CORPUS.is_dir(), reason="the corpus lies beside the repository, and isn't there"
)


def _site(folder: Path, part: str) -> Path:
    write_site(folder, {}, _SITE)
    shutil.copytree(_CORPUS / part, folder / "content/postings")
    return folder


def test_all_real_postings_build_without_an_error(tmp_path: Path) -> None:
    built = build_in_memory(_site(tmp_path, "postings"), _DAY)
    assert [d for d in built.report.diagnostics if d.severity is Severity.ERROR] == []
    assert built.report.prepared.site
    assert len(built.report.prepared.site.jobs) == len(list((_CORPUS / "postings").glob("*.md"))) == 55
    assert len(built.report.prepared.site.open_jobs) > 0
    problems = output_problems(built.files, "https://careers.example.com/join")
    assert [p for p in problems if p.severity is Severity.ERROR] == []


def test_leftovers_of_another_template_language_are_shown_as_text(tmp_path: Path) -> None:
    built = build_in_memory(_site(tmp_path, "postings"), _DAY)
    page = built.files["jobs/login-engineer-2023/index.html"].decode()
    assert "{{ page.title }}" in page
    assert "{% link pages/compensation-and-benefits.md %}" in page


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
    report = build_in_memory(_site(tmp_path, "broken"), _DAY).report
    path = f"content/postings/{name}"
    told = [d.message + d.hint for d in report.diagnostics if d.at and (d.at.path, d.at.line) == (path, line)]
    assert any(words in text for text in told), told
    assert report.written is None
