import json

import pytest

from tests.audit.report import as_json, tables, with_figures
from tests.audit.rows import Chapter, Row, at_most, exit_code, misses
from tests.audit.run import PAGE

_GOOD = Row("home: violations", "0", "0", True)
_BAD = Row("jobs | violations", "0", "2", False, ("color-contrast: .soon", "label: #_q"))


def test_one_miss_makes_the_exit_code_1() -> None:
    assert exit_code([Chapter("Accessibility", (_GOOD,))]) == 0
    assert exit_code([Chapter("Accessibility", (_GOOD,)), Chapter("Weight", (_GOOD, _BAD))]) == 1


def test_nothing_measured_is_no_pass() -> None:
    assert exit_code([]) == 1
    assert exit_code([Chapter("Accessibility", ())]) == 1


def test_limit_itself_passes() -> None:
    assert at_most("script", 10, 10, " KB") == Row("script", "≤ 10 KB", "10 KB", True)
    assert not at_most("script", 10, 10.01, " KB").is_passed


def test_misses_come_with_their_chapter() -> None:
    assert misses([Chapter("Accessibility", (_GOOD, _BAD))]) == [("Accessibility", _BAD)]


def test_report_says_what_missed_and_by_what() -> None:
    text = tables([Chapter("Accessibility", (_GOOD, _BAD))])
    assert "**1 of 2 goals are met.**" in text
    assert "- **Accessibility, jobs \\| violations**: goal 0, measured 2\n  - color-contrast: .soon" in text
    assert "| home: violations | 0 | 0 | pass |" in text
    assert "| jobs \\| violations | 0 | 2 | **miss** |" in text


def test_report_without_a_miss_lists_none() -> None:
    assert "Missed" not in tables([Chapter("Accessibility", (_GOOD,))])


def test_long_list_of_details_is_cut_in_the_report_and_whole_in_the_json() -> None:
    many = Row("jobs", "0", "40", False, tuple(f"link {number}" for number in range(40)))
    chapters = [Chapter("Accessibility", (many,))]
    assert "  - and 28 more" in tables(chapters)
    assert len(json.loads(as_json(chapters))[0]["rows"][0]["details"]) == 40


def test_figures_replace_those_between_the_marks_alone() -> None:
    text = PAGE.read_text("utf-8")
    once = with_figures(text, "| first |")
    assert with_figures(once, "| second |") == once.replace("| first |", "| second |")
    with pytest.raises(ValueError, match="lacks"):
        with_figures("a page without marks", "| figures |")
