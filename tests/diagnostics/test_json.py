import json

from generator.diagnostics.formats import json as json_format
from tests.diagnostics import samples


def test_object_holds_everything_that_is_known() -> None:
    report = json.loads(json_format.render([samples.WITH_NOTE], samples.source))
    assert report == {
        "diagnostics": [
            {
                "code": "FM002",
                "name": "unknown-field",
                "severity": "error",
                "message": "two files make `/x/`",
                "hint": "rename one",
                "path": "content/pages/tenth.md",
                "line": 10,
                "column": 8,
                "end_column": None,
                "notes": [
                    {
                        "text": "the other",
                        "path": "content/postings/data-engineer.md",
                        "line": 2,
                        "column": 8,
                        "end_column": None,
                    }
                ],
            }
        ],
        "errors": 1,
        "warnings": 0,
    }


def test_numbers_of_errors_and_warnings_are_told() -> None:
    problems = [samples.UNKNOWN_FIELD, samples.HOSTILE, samples.WIDE, samples.NOWHERE]
    report = json.loads(json_format.render(problems, samples.source))
    assert (report["errors"], report["warnings"]) == (2, 1)


def test_problem_without_a_place_has_nulls() -> None:
    problem = json.loads(json_format.render([samples.NOWHERE], samples.source))["diagnostics"][0]
    assert [problem[name] for name in ("path", "line", "column", "end_column")] == [None] * 4


def test_text_is_plain_ascii_and_reads_back_unchanged() -> None:
    report = json_format.render([samples.HOSTILE, samples.WIDE], samples.source)
    assert report.isascii()
    assert "\x1b" not in report
    assert json.loads(report)["diagnostics"][0]["message"] == samples.HOSTILE.message


def test_no_problems_make_an_empty_list() -> None:
    report = json.loads(json_format.render([], samples.source))
    assert report == {"diagnostics": [], "errors": 0, "warnings": 0}
