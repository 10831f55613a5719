from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Span
from generator.diagnostics.formats import github
from tests.diagnostics import samples


def test_problem_is_a_workflow_command() -> None:
    assert github.render([samples.UNKNOWN_FIELD], samples.source) == (
        "::error file=content/postings/data-engineer.md,line=4,col=1,endColumn=9,"
        "title=FM002 unknown-field::unknown field `catagory`%0Adid you mean `category`?\n"
    )


def test_weights_become_githubs_own() -> None:
    report = github.render([samples.WIDE, samples.NOWHERE], samples.source)
    assert [line.split()[0] for line in report.splitlines()] == ["::warning", "::notice"]


def test_note_stands_between_message_and_hint() -> None:
    assert github.render([samples.WITH_NOTE], samples.source) == (
        "::error file=content/pages/tenth.md,line=10,col=8,title=FM002 unknown-field::"
        "two files make `/x/`%0Acontent/postings/data-engineer.md:2: the other%0Arename one\n"
    )


def test_content_cannot_begin_a_command_of_its_own() -> None:
    code = Code("FM002", "unknown-field", Severity.ERROR, "")
    forged = Diagnostic(code, "a\n::error::b\r::c 50%", "", Span("content/a,b:c\n%.md", 1, 2))
    report = github.render([forged], samples.source)
    assert report == (
        "::error file=content/a%2Cb%3Ac%0A%25.md,line=1,col=2,title=FM002 unknown-field::"
        "a%0A::error::b%0D::c 50%25\n"
    )


def test_control_characters_are_shown() -> None:
    assert "\x1b" not in github.render([samples.HOSTILE], samples.source)
