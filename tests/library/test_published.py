"""What becomes of postings' addresses that were published."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest

from generator.library.site import Job, Standing, State
from generator.model.documents import Document, Identity
from generator.model.published import Published
from generator.model.site_config import Lifecycle
from generator.model.values import Redirection
from tests.builders import (
    DAY,
    codes_of,
    make_article,
    make_page,
    make_posting,
    make_published,
    make_site,
    make_snippet,
    problems_of,
)

_GONE = make_published(
    "/jobs/tea-taster/", title="Tea taster", category="Food / Tea", last=date(2026, 3, 10), line=7
)
_TEA = make_posting("tea-buyer", category=("Food / Tea",))


def _remembered(
    *documents: Document, lock: Iterable[Published] = (_GONE,), **options: Any
) -> tuple[Job, ...]:
    return make_site(*documents, lock=lock, **options).past.remembered


def test_posting_whose_file_is_gone_is_remembered_as_closed() -> None:
    (job,) = _remembered(_TEA)
    assert (job.slug, job.posting.title, job.posting.posted) == ("tea-taster", "Tea taster", _GONE.first)
    assert job.standing == Standing(State.CLOSED, "date")
    assert job.last_open == _GONE.last
    assert job.changed == date(2026, 3, 11)
    assert job.posting.spans.at("title").line == 7
    assert job.has_page
    assert job.is_remembered


def test_it_counts_nowhere() -> None:
    site = make_site(_TEA, lock=(_GONE,))
    assert [job.posting for job in site.jobs] == [_TEA]
    assert [job.posting for job in site.open_jobs] == [_TEA]
    assert all(job.posting == _TEA for jobs in site.listed.values() for job in jobs)


def test_its_category_is_one_that_has_a_page() -> None:
    (job,) = _remembered(_TEA)
    assert [category.names for category in job.categories] == [("Food", "Tea")]
    (job,) = _remembered(make_posting("cook", category=("Canteen",)))
    assert job.categories == ()
    hidden = make_posting("tea-buyer", category=("Food / Tea",), status="draft")
    (job,) = _remembered(hidden, make_posting("cook", category=("Canteen",)))
    assert job.categories == ()


def test_no_snippet_goes_with_its_words() -> None:
    snippets = (make_snippet("tea"), make_snippet("equal"))
    posting = make_posting("tea-buyer", include=("tea", "nothing", "tea"))
    site = make_site(posting, *snippets, lock=(_GONE,), include=("equal", "tea"))
    assert [site.included(job) for job in site.past.remembered] == [()]
    assert [one.stem for job in site.jobs for one in site.included(job)] == ["tea", "equal"]


def test_its_category_is_no_mention() -> None:
    """A category that nobody writes any more neither comes back nor looks like another."""
    lookalike = make_published("/jobs/tea-taster/", title="Tea taster", category="Enginering")
    site = make_site(make_posting(), lock=(lookalike,))
    assert [category.names for category in site.categories] == [("Engineering",)]
    assert codes_of(problems_of(make_posting())) == []


def test_it_is_not_taken_for_a_posting_of_its_name() -> None:
    draft = make_posting("tea-taster", status="draft", title="Something else")
    site = make_site(draft, lock=(_GONE,))
    (job,) = site.past.remembered
    assert job.posting.identity == Identity("/jobs/tea-taster/", "en")
    assert job.posting.title == "Tea taster"
    assert [job.standing.state for job in site.jobs] == [State.DRAFT]


@pytest.mark.parametrize("fields", [{"status": "draft"}, {"opens": DAY + timedelta(1)}])
def test_posting_that_nobody_should_see_yet_shows_what_is_remembered(fields: dict[str, object]) -> None:
    posting = make_posting("tea-taster", **fields)
    assert [job.posting.title for job in _remembered(posting)] == ["Tea taster"]
    assert _remembered(posting, drafts=True) == ()


def test_title_that_was_not_recorded_comes_from_the_address() -> None:
    (job,) = _remembered(lock=(make_published("/jobs/tea-taster/"),))
    assert job.posting.title == "Tea taster"


def test_end_to_come_is_not_known_yet() -> None:
    """Its file went before its closing day: the page must not change from one day to the next."""
    (job,) = _remembered(lock=(make_published("/jobs/tea-taster/", last=DAY + timedelta(9)),))
    assert job.last_open is None


@pytest.mark.parametrize(
    "document",
    [
        make_posting("tea-buyer", aliases=("/jobs/tea-taster",)),
        make_article("a-morning", aliases=("/jobs/tea-taster/",)),
        make_page("students", aliases=("/jobs/tea-taster/index.html",)),
    ],
)
def test_address_that_a_file_claims_is_left_to_it(document: Document) -> None:
    assert _remembered(document) == ()


def test_address_that_the_site_redirects_is_left_to_that() -> None:
    assert _remembered(redirects=(Redirection("/jobs/tea-taster", "/jobs/"),)) == ()


def test_alias_of_a_draft_claims_nothing() -> None:
    assert len(_remembered(make_posting(status="draft", aliases=("/jobs/tea-taster/",)))) == 1


def test_without_a_record_nothing_is_remembered() -> None:
    site = make_site(_TEA)
    assert (site.published, site.past.remembered) == (None, ())


@pytest.mark.parametrize(
    ("days", "has_page"), [pytest.param(6, True, id="last-day"), pytest.param(5, False, id="day-after")]
)
def test_closed_posting_keeps_its_page_for_so_long(days: int, has_page: bool) -> None:
    """Of the posting that closed on 10 March, on the 16th."""
    kept = Lifecycle(keep_closed_for=days)
    by_date = make_posting("cook", closes=date(2026, 3, 10))
    by_hand = make_posting("baker", status="filled")
    lock = (_GONE, make_published("/jobs/baker/", last=date(2026, 3, 10)))
    site = make_site(by_date, by_hand, lock=lock, lifecycle=kept)
    assert [job.has_page for job in site.jobs] == [has_page, has_page]
    assert bool(site.past.remembered) == has_page
    gone = ("/jobs/baker/", "/jobs/cook/", "/jobs/tea-taster/")
    assert site.past.gone == (() if has_page else gone)


def test_posting_that_closed_on_an_unknown_day_keeps_its_page() -> None:
    site = make_site(make_posting(status="filled"), lifecycle=Lifecycle(keep_closed_for=0))
    assert [(job.has_page, job.last_open) for job in site.jobs] == [(True, None)]


def test_expired_posting_is_not_remembered_instead() -> None:
    """Its closing day was written after it had been recorded."""
    posting = make_posting("cook", closes=date(2026, 3, 1))
    lock = (make_published("/jobs/cook/"),)
    site = make_site(posting, lock=lock, lifecycle=Lifecycle(keep_closed_for=3))
    assert site.past.remembered == ()
    assert site.past.gone == ("/jobs/cook/",)


def test_posting_closed_by_hand_was_open_until_the_recorded_day() -> None:
    lock = (make_published("/jobs/cook/", last=date(2026, 3, 10)),)
    site = make_site(make_posting("cook", status="filled"), lock=lock)
    assert site.jobs[0].last_open == date(2026, 3, 10)


def test_recorded_day_says_nothing_of_an_open_posting() -> None:
    lock = (make_published("/jobs/cook/", last=date(2026, 3, 10)),)
    assert make_site(make_posting("cook"), lock=lock).jobs[0].last_open is None
