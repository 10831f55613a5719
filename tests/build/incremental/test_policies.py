"""What is said of postings keeps up with days and settings, and no page is made for it."""

from datetime import timedelta
from pathlib import Path

import pytest

from generator.build.report import Report
from tests.build.incremental.site import CONFIG, DAY, Folder, make_folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The site after its first build, on a day on which nothing is stale."""
    made = make_folder(tmp_path)
    made.write("site.yaml", f"{CONFIG}lifecycle: {{stale_after: 14 days}}\n")
    assert _names(made.build()) == []
    return made


def _names(report: Report) -> list[str]:
    return sorted(problem.code.name for problem in report.diagnostics)


def _again(folder: Folder) -> list[str]:
    """What the next build says; its output is that of a clean one, and no file is written anew."""
    report = folder.build()
    assert report.written
    assert report.written.written == 0
    folder.assert_clean(report)
    return _names(report)


def test_postings_grow_stale_by_the_day_alone(folder: Folder) -> None:
    folder.day = DAY + timedelta(1)
    assert _again(folder) == ["stale-posting"] * 4  # the fifth isn't open


def test_check_that_is_switched_off_is_quiet_and_back_when_it_is_on(folder: Folder) -> None:
    folder.day = DAY + timedelta(1)
    folder.build()
    config = folder.read("site.yaml")
    folder.write("site.yaml", f"{config}policies: {{off: stale-posting}}\n")
    assert _again(folder) == []
    folder.write("site.yaml", config)
    assert _again(folder) == ["stale-posting"] * 4


def test_words_that_are_asked_for_later_are_looked_for_in_files_that_are_known(folder: Folder) -> None:
    folder.write("site.yaml", f"{folder.read('site.yaml')}policies: {{words: [Tea is free, licence]}}\n")
    assert _again(folder) == ["words-missing"] * 4  # the driver's snippet has the second


def test_snippet_that_loses_the_words_is_noticed(folder: Folder) -> None:
    folder.write("site.yaml", f"{folder.read('site.yaml')}policies: {{words: tea is free}}\n")
    assert _again(folder) == []
    folder.change("snippets/benefits.md", "free", "cheap")
    report = folder.build()
    assert _names(report) == ["words-missing"] * 5
    folder.assert_clean(report)


def test_size_of_the_company_brings_rules_and_takes_them_away(folder: Folder) -> None:
    folder.change("postings/van-driver.md", "Oslo, Norway", "Chicago, IL, USA")
    assert _names(folder.build()) == ["pay-range-missing"]
    config = folder.read("site.yaml")
    folder.write("site.yaml", f"{config}company: {{employees: 3}}\n")
    assert _again(folder) == []


def test_missing_field_that_the_site_asks_for_keeps_the_site_as_it_is(folder: Folder) -> None:
    before = folder.tree()
    folder.write("site.yaml", f"{folder.read('site.yaml')}policies: {{require: closes}}\n")
    report = folder.build()
    assert _names(report) == ["required-by-site"] * 4
    assert report.written is None
    assert folder.tree() == before
