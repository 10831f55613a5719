from typing import Any

from generator.checks.boards import board_problems
from generator.checks.echoes import without_echoes
from generator.diagnostics.codes import front_matter
from generator.diagnostics.diagnostic import Diagnostic, Severity, Span
from generator.model.documents import Body, Spans
from generator.model.site_config import Feeds, IndeedFeed, LinkedInFeed
from tests.builders import codes_of, make_posting, make_site

BOTH = Feeds(IndeedFeed("jobs@example.com"), LinkedInFeed(7, "jobs@example.com"))
LONG = Body((), "Words", is_empty=False, length=100)
SHORT = Body(length=99)


def _problems(posting: Any, feeds: Feeds = BOTH) -> tuple[Any, ...]:
    return tuple(board_problems(make_site(posting, feeds=feeds)))


def test_posting_that_both_boards_take_is_fine() -> None:
    assert _problems(make_posting(body=LONG)) == ()


def test_nothing_is_said_where_no_feed_is_asked_for() -> None:
    assert _problems(make_posting(apply=""), Feeds()) == ()


def test_nothing_is_said_of_a_posting_that_is_not_open() -> None:
    assert _problems(make_posting(apply="", status="filled")) == ()


def test_posting_without_a_place_is_noticed_where_the_editor_would_write_it() -> None:
    spans = Spans("content/postings/a.md", "\nremote_from 5 14 22\n")
    posting = make_posting(location=(), remote="yes", remote_from=("anywhere",), body=LONG, spans=spans)
    indeed, linkedin = _problems(posting)
    assert codes_of((indeed, linkedin)) == ["JB001", "JB005"]
    assert (indeed.severity, linkedin.severity) == (Severity.NOTICE, Severity.WARNING)
    assert indeed.at == linkedin.at == Span("content/postings/a.md", 5, 14, 22)
    assert "`remote_from`" in indeed.hint


def test_each_reason_of_linkedin_is_told() -> None:
    spans = Spans("content/postings/a.md", "\ntitle 2 8 12\napply 6 8 24\n")
    posting = make_posting(title="T" * 201, apply="jobs@example.com", body=SHORT, spans=spans)
    title, words, apply = _problems(posting)
    assert codes_of((title, words, apply)) == ["JB002", "JB003", "JB004"]
    assert "this has 201" in title.message
    assert (title.at.line, words.at.line, apply.at.line) == (2, 2, 6)
    assert all(problem.hint for problem in (title, words, apply))


def test_posting_of_another_company_is_noticed_at_its_company() -> None:
    spans = Spans("content/postings/a.md", "\ncompany 4 10 22\n")
    (problem,) = _problems(make_posting(company="Example Labs", body=LONG, spans=spans))
    assert (problem.code.code, problem.severity, problem.at.line) == ("JB006", Severity.NOTICE, 4)
    assert "`Example Labs`" in problem.message


def test_only_the_board_that_is_asked_for_is_spoken_of() -> None:
    posting = make_posting(
        location=(), remote="yes", remote_from=("anywhere",), apply="jobs@example.com", body=SHORT
    )
    assert codes_of(_problems(posting, Feeds(indeed=BOTH.indeed))) == ["JB001"]
    assert codes_of(_problems(posting, Feeds(linkedin=BOTH.linkedin))) == ["JB003", "JB004", "JB005"]


def test_posting_that_could_not_be_read_is_not_said_to_lack_what_a_board_wants() -> None:
    problems = _problems(make_posting(apply="", location=(), remote="yes", body=SHORT))
    slip = Diagnostic(front_matter.MISSING_FIELD, "`apply` is missing", "", problems[0].at)
    assert len(problems) == 4
    assert list(without_echoes(problems, (slip,))) == []
    assert list(without_echoes(problems, ())) == list(problems)
