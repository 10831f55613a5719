"""A merge conflict that nobody settled is one problem with its line, wherever in a file it stands."""

import pytest

from generator.content.site_config import parse_config
from tests.content.builders import parse, shown

_PAY = ("<<<<<<< HEAD", "salary: EUR 60000", "=======", "salary: EUR 62000", ">>>>>>> other")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (_PAY, [6]),
        (("---", "", *_PAY, "", *_PAY), [8, 14]),
        (("---", "", "<<<<<<< HEAD"), [8]),
        (("---", "", ">>>>>>> 1a2b3c4"), [8]),
        (("---", "", *_PAY, ">>>>>>> again"), [8, 13]),
        (("---", "", "=======", " <<<<<<< HEAD", "> >>>>>>> other", "<<<<<<<HEAD"), []),
    ],
    ids=["in fields", "twice in a text", "only its beginning", "only its end", "an end too many", "none"],
)
def test_conflict_is_told_once_by_its_line(lines: tuple[str, ...], told: list[int]) -> None:
    found = [problem for problem in parse(*lines).diagnostics if problem.code.code == "FS009"]
    assert [problem.at.line for problem in found if problem.at] == told


def test_posting_with_a_conflict_has_no_other_problem_and_stands_for_itself() -> None:
    posting = parse(*_PAY)
    assert [problem.code.code for problem in posting.diagnostics] == ["FS009"]
    assert posting.document


def test_posting_with_a_conflict_in_its_text_is_read_all_the_same() -> None:
    posting = parse("---", "", *_PAY).document
    assert posting
    assert (posting.title, posting.body.is_empty) == ("Backend engineer", False)


def test_conflict_in_the_settings_is_told() -> None:
    data = "\n".join(("name: Acme", *_PAY, "")).encode()
    (said,) = shown(parse_config("content/site.yaml", data).diagnostics)
    assert said.startswith("2:1 FS009 git left a merge conflict here | keep the right one of the two texts")
