import pytest
from msgspec.structs import replace

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.formats import text
from tests.diagnostics import samples


def shown(*problems: Diagnostic, colour: bool = False) -> str:
    """The report without its summary."""
    return text.render(problems, samples.source, colour).rpartition("\n\n")[0] + "\n"


def test_problem_shows_its_line_with_the_place_marked_and_what_to_do() -> None:
    assert shown(samples.UNKNOWN_FIELD) == (
        "error[FM002] unknown-field: unknown field `catagory`\n"
        " --> content/postings/data-engineer.md:4:1\n"
        "  |\n"
        "4 | catagory: Data\n"
        "  | ^^^^^^^^\n"
        "  = fix: did you mean `category`?\n"
    )


def test_wide_letters_count_two_columns_and_a_tab_four() -> None:
    lines = shown(samples.WIDE).split("\n")
    assert lines[3] == "2 | title: 音楽 編集    lead"
    assert lines[4] == "  |             ^^^^^^^^^^^^"


def test_control_characters_of_content_are_shown_and_never_sent() -> None:
    report = shown(samples.HOSTILE)
    assert report == (
        "error[FM002] unknown-field: unknown field `␛]0;title␇`, 100%\n"
        " --> content/postings/evil.md:2:8\n"
        "  |\n"
        "2 | title: a␛[31mb<U+202E>c\n"
        "  |        ^^^^^^\n"
        "  = fix: line one\n"
        "         line two\n"
    )
    assert not {ch for ch in report if ch < " "} - {"\n"}


def test_long_line_is_cut_around_the_mark() -> None:
    line, mark = shown(samples.LONG).split("\n")[3:5]
    assert line.startswith("2 | …")
    assert line.endswith("…")
    assert len(line) <= 110
    start = mark.index("^")
    assert line[start : start + 8] == "catagory"
    assert mark.count("^") == 8


def test_note_has_its_own_place_and_gutters_are_equally_wide() -> None:
    assert shown(samples.WITH_NOTE) == (
        "error[FM002] unknown-field: two files make `/x/`\n"
        "  --> content/pages/tenth.md:10:8\n"
        "   |\n"
        "10 | title: Tenth\n"
        "   |        ^^^^^\n"
        "   = note: the other\n"
        "  --> content/postings/data-engineer.md:2:8\n"
        "   |\n"
        " 2 | title: Data engineer\n"
        "   |        -------------\n"
        "   = fix: rename one\n"
    )


def test_problem_of_a_whole_file_shows_no_line() -> None:
    assert shown(samples.WHOLE_FILE) == (
        "error[FM002] unknown-field: too large\n --> content/pages/x.md:1:1\n  = fix: make it smaller\n"
    )


def test_problem_without_a_place_shows_none() -> None:
    assert shown(samples.NOWHERE) == "notice[ZZ001] something-to-know: no place\n"


def test_place_behind_the_end_of_its_file_shows_no_line() -> None:
    report = text.render([samples.UNKNOWN_FIELD], lambda path: "one line")
    assert "|" not in report


def test_colour_marks_the_weight_and_dims_the_gutter() -> None:
    report = shown(samples.UNKNOWN_FIELD, colour=True)
    assert report.startswith("\x1b[1;31merror[FM002]\x1b[0m unknown-field: \x1b[1munknown field")
    assert "\x1b[2m4\x1b[0m \x1b[2m|\x1b[0m catagory: Data\n" in report
    assert "\x1b[1;31m^^^^^^^^\x1b[0m" in report


def test_colour_changes_nothing_but_colour() -> None:
    import re

    bare = re.sub(r"\x1b\[[0-9;]*m", "", shown(samples.WITH_NOTE, samples.WIDE, colour=True))
    assert bare == shown(samples.WITH_NOTE, samples.WIDE)


def test_summary_counts_each_weight_and_the_files() -> None:
    assert text.summary([samples.UNKNOWN_FIELD]) == "1 error in 1 file"
    assert text.summary([samples.UNKNOWN_FIELD, samples.HOSTILE, samples.WIDE]) == (
        "2 errors and 1 warning in 3 files"
    )
    problems = [samples.UNKNOWN_FIELD, samples.WIDE, samples.NOWHERE]
    assert text.summary(problems) == "1 error, 1 warning and 1 notice in 2 files"
    assert text.summary([samples.NOWHERE]) == "1 notice"


def test_report_ends_with_the_summary() -> None:
    report = text.render([samples.UNKNOWN_FIELD, samples.WIDE], samples.source)
    assert report.endswith("\n\n1 error and 1 warning in 2 files\n")


def test_no_problems_make_no_report() -> None:
    assert text.render([], samples.source) == ""


@pytest.mark.parametrize("column", [1, 50, 100, 500, 990, 1001], ids=str)
def test_mark_is_in_sight_wherever_it_is_in_a_long_line(column: int) -> None:
    line = "".join(chr(ord("a") + i % 26) for i in range(1000))
    at = Span("x.md", 2, column, column + 5)
    report = text.render([replace(samples.UNKNOWN_FIELD, at=at)], lambda path: f"---\n{line}\n")
    shown_line, mark = report.split("\n")[3:5]
    start = mark.index("^")
    assert shown_line[start : start + 5].rstrip("…") == line[column - 1 : column + 4]
    assert len(shown_line) <= 110
