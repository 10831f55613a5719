from generator.diagnostics.formats import concise
from tests.diagnostics import samples


def test_each_problem_is_one_line() -> None:
    problems = [samples.UNKNOWN_FIELD, samples.WIDE, samples.WITH_NOTE, samples.NOWHERE]
    assert concise.render(problems, samples.source) == (
        "content/postings/data-engineer.md:4:1: error[FM002] unknown field `catagory`"
        " (did you mean `category`?)\n"
        "content/postings/日本.md:2:11: warning[LB010] wide and tabbed\n"
        "content/pages/tenth.md:10:8: error[FM002] two files make `/x/` (rename one)\n"
        "notice[ZZ001] no place\n"
    )


def test_line_ends_and_escapes_of_content_stay_on_the_line() -> None:
    assert concise.render([samples.HOSTILE], samples.source) == (
        "content/postings/evil.md:2:8: error[FM002] unknown field `␛]0;title␇`, 100% (line one␊line two)\n"
    )


def test_no_problems_make_no_lines() -> None:
    assert concise.render([], samples.source) == ""
