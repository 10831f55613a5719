from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.diagnostics.codes import ALL
from generator.diagnostics.diagnostic import Code, Diagnostic, Note, Severity, Span
from generator.diagnostics.formats.excerpt import excerpt
from generator.preview.desk.problems import MOST, Marked, Problems, marked, problems_of
from generator.preview.desk.whereabouts import Whereabouts
from tests.preview.desk.asking import open_studio, posting

_ERROR, _WARNING, _NOTICE = (
    next(code for code in ALL.values() if code.severity is weight) for weight in Severity
)
_COOK = "content/postings/cook.md"


def _at(file: str, code: Code = _ERROR, message: str = "it is wrong") -> Diagnostic:
    return Diagnostic(code, message, "mend it", Span(file, 2, 8, 12))


@pytest.fixture
def whereabouts(tmp_path: Path) -> Whereabouts:
    studio = open_studio(tmp_path, {"postings/cook.md": posting("Cook")})
    edition = studio.edition(studio.base)
    assert edition
    return Whereabouts(edition.stock.workspace, edition.theming.files)


def _order(found: Problems) -> list[tuple[str, str]]:
    return [(problem.code, problem.at.file if problem.at else "") for problem in found.problems]


def test_errors_come_first_and_those_of_the_page_before_others_of_their_weight() -> None:
    found = (_at("a", _WARNING), _at("b", _WARNING), _at("a", _NOTICE), _at("a"), _at("b"))
    weights = (_ERROR, _WARNING)
    expected = [(code.code, file) for code in weights for file in ("b", "a")] + [(_NOTICE.code, "a")]
    told = problems_of(found, None, here="b")
    assert _order(told) == expected
    assert [problem.is_here for problem in told.problems] == [True, False, True, False, False]


def test_two_hundred_are_shown_of_any_number_and_all_are_counted() -> None:
    many = (_at(f"{n}", code) for code in (_WARNING, _ERROR) for n in range(MOST))
    told = problems_of(tuple(many), None)
    assert (told.errors, told.warnings, told.notices) == (MOST, MOST, 0)
    assert [problem.code for problem in told.problems] == [_ERROR.code] * MOST
    assert told.summary == "200 errors and 200 warnings"


@pytest.mark.parametrize(
    ("codes", "summary"),
    [
        ((), "No problems"),
        ((_ERROR,), "1 error"),
        ((_ERROR, _ERROR, _WARNING, _NOTICE), "2 errors, 1 warning and 1 notice"),
    ],
)
def test_summary_counts_each_weight(codes: Iterable[Code], summary: str) -> None:
    found = tuple(_at(f"{number}", code) for number, code in enumerate(codes))
    assert problems_of(found, None).summary == summary


def test_problem_shows_its_line_with_the_place_marked(whereabouts: Whereabouts) -> None:
    (problem,) = problems_of((_at(_COOK),), whereabouts).problems
    assert problem.at
    assert problem.at.excerpt == Marked("title: ", "Cook", "")


def test_problem_of_a_whole_file_shows_no_line(whereabouts: Whereabouts) -> None:
    (problem,) = problems_of((Diagnostic(_ERROR, "it is wrong", "", Span(_COOK)),), whereabouts).problems
    assert problem.at
    assert problem.at.excerpt is None


def test_note_has_a_place_of_its_own(whereabouts: Whereabouts) -> None:
    noted = Diagnostic(_ERROR, "twice", "", Span(_COOK), (Note(Span(_COOK, 3, 11), "the other"),))
    (problem,) = problems_of((noted,), whereabouts).problems
    assert [(note.text, note.at.line, note.at.excerpt) for note in problem.notes] == [
        ("the other", 3, Marked("category: ", "Kitchen", ""))
    ]


def test_place_can_be_opened_only_where_there_is_an_editor_and_the_file(whereabouts: Whereabouts) -> None:
    found = (_at(_COOK), _at("content/postings/gone.md"), _at("themes/default/templates/job.html"))
    for can_open, expected in (
        (False, ["", "", ""]),
        (
            True,
            [
                "/__openings/open?file=content%2Fpostings%2Fcook.md&line=2&column=8",
                "",
                "/__openings/open?file=themes%2Fdefault%2Ftemplates%2Fjob.html&line=2&column=8",
            ],
        ),
    ):
        told = problems_of(found, whereabouts, can_open=can_open)
        assert [problem.at.open for problem in told.problems if problem.at] == expected


def test_each_code_is_explained_once() -> None:
    told = problems_of((_at("a"), _at("b")), None)
    assert told.explanations == {_ERROR.code: _ERROR.explanation}


def test_messages_tell_nothing_of_the_machine(whereabouts: Whereabouts, tmp_path: Path) -> None:
    text = f"there is no site in `{tmp_path}`: `{tmp_path}/content/x` is missing"
    (problem,) = problems_of((Diagnostic(_ERROR, text, text),), whereabouts).problems
    expected = "there is no site in `…`: `…/content/x` is missing"
    assert (problem.message, problem.hint) == (expected, expected)


def test_nothing_in_a_text_acts_on_who_reads_it() -> None:
    (problem,) = problems_of((_at("a\u202eb", message="x\x1b[31my\u202ez\nsecond"),), None).problems
    assert problem.at
    assert problem.message == "x␛[31my<U+202E>z\nsecond"
    assert problem.at.file == "a<U+202E>b"


@pytest.mark.parametrize(
    ("line", "at", "expected"),
    [
        ("title: Cook", (8, 12), Marked("title: ", "Cook", "")),
        ("title: Cook # x", (8, 12), Marked("title: ", "Cook", " # x")),
        ("titel: 料理人 x", (8, 11), Marked("titel: ", "料理人", " x")),
        ("title: e\u0301clair!", (8, 15), Marked("title: ", "e\u0301clair", "!")),
        ("\ta: b", (2, 3), Marked("    ", "a", ": b")),
        ("", (1, 0), Marked("", "", "")),
    ],
)
def test_mark_lies_on_characters_however_wide_they_are(
    line: str, at: tuple[int, int], expected: Marked
) -> None:
    found = excerpt(line, Span("x", 1, *at), 100)
    assert found
    assert marked(found) == expected
