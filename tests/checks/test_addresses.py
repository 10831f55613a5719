"""Are all addresses remembered."""

from datetime import date
from typing import Any

import pytest

from generator.checks.addresses import lock_problems, rename_problems
from generator.diagnostics.diagnostic import Span
from generator.pages.lock import next_lock
from tests.builders import make_page, make_plan, make_posting, make_published


def test_site_without_a_record_is_not_asked_for_one() -> None:
    assert list(lock_problems(make_plan(make_posting()))) == []


def test_addresses_that_are_not_recorded_are_told_of_once() -> None:
    lock = next_lock(make_plan(make_posting("cook")))
    postings = [make_posting(stem) for stem in ("cook", "a", "b", "c", "d")]
    (problem,) = lock_problems(make_plan(*postings, lock=lock))
    assert problem.message == "`/jobs/a/`, `/jobs/b/`, `/jobs/c/` and 1 more are not recorded yet"
    assert "openings lock" in problem.hint
    assert problem.at
    assert problem.at.path == "content/urls.lock"
    assert problem.severity.value == "notice"


def test_one_address_is_one() -> None:
    lock = next_lock(make_plan(make_posting("cook")))
    (problem,) = lock_problems(make_plan(make_posting("cook"), make_posting("baker"), lock=lock))
    assert problem.message == "`/jobs/baker/` is not recorded yet"


def test_record_that_has_everything_is_enough() -> None:
    documents = (make_posting("cook"), make_posting("chef", status="draft"), make_page("students"))
    lock = (*next_lock(make_plan(*documents)), make_published("/jobs/gone/"))
    assert list(lock_problems(make_plan(*documents, lock=lock))) == []


def test_posting_that_seems_to_go_on_under_another_name_is_told_of() -> None:
    lock = [make_published("/jobs/chef/", date(2026, 3, 2), title="Head cook", line=7)]
    (problem,) = rename_problems(make_plan(make_posting("cook", title="Head Cook"), lock=lock))
    assert "`content/postings/cook.md` seems to be the same job" in problem.message
    assert "`aliases: /jobs/chef/`" in problem.hint
    assert problem.at == Span("content/urls.lock", 7, 1)


@pytest.mark.parametrize(
    "fields",
    [{"title": "Cook"}, {"posted": date(2026, 3, 3)}, {"status": "filled"}, {"aliases": ("/jobs/chef/",)}],
)
def test_other_job_is_not_taken_for_it(fields: dict[str, Any]) -> None:
    lock = [make_published("/jobs/chef/", date(2026, 3, 2), title="Head cook")]
    posting = make_posting("cook", **{"title": "Head cook", **fields})
    assert list(rename_problems(make_plan(posting, lock=lock))) == []
