"""When it is certain that a posting goes on under another address."""

from datetime import date
from typing import Any

import pytest

from generator.model.documents import Posting, Spans
from generator.model.published import Published
from tests.builders import DAY, make_posting, make_published, make_site

_OLD, _NEW = "/jobs/old/", "/jobs/new/"
_APPLY = "https://apply.example.com/77"
_BATON = "requisition:R-77"


def _posting(stem: str = "new", **fields: Any) -> Posting:
    """A posting whose only key is what the test gives it."""
    spans = Spans(f"content/postings/{stem}.md", "\nid 3 5 12\n" if "id" in fields else "\n")
    return make_posting(stem, spans=spans, **{"apply": "jobs@example.com", **fields})


def _old(*keys: str, first: date = date(2026, 1, 10), last: date | None = None, url: str = _OLD) -> Published:
    return make_published(url, first, keys=keys, last=last)


def _renamed(lock: list[Published], *postings: Posting, **options: Any) -> dict[str, str]:
    past = make_site(*postings, lock=lock, **options).past
    return {url: job.slug for url, job in past.renamed.items()}


def test_id_that_is_spelled_out_tells_it() -> None:
    assert _renamed([_old("id:lh-1")], _posting(id="lh-1")) == {_OLD: "new"}


def test_id_tells_it_after_any_time() -> None:
    lock = [_old("id:lh-1", last=date(2026, 1, 20))]
    assert _renamed(lock, _posting(id="lh-1")) == {_OLD: "new"}


def test_id_of_two_postings_tells_nothing() -> None:
    assert _renamed([_old("id:lh-1")], _posting(id="lh-1"), _posting("newer", id="lh-1")) == {}


def test_id_made_of_the_files_name_tells_nothing() -> None:
    assert _renamed([_old("id:new")], make_posting("new", id="new")) == {}


def test_posting_without_a_page_goes_on_nowhere() -> None:
    assert _renamed([_old("id:lh-1")], _posting(id="lh-1", status="draft")) == {}
    assert _renamed([_old("id:lh-1")], _posting(id="lh-1", status="draft"), drafts=True) == {_OLD: "new"}


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        pytest.param(_BATON, {"requisition": "R-77"}, id="requisition"),
        pytest.param(f"apply:{_APPLY}", {"apply": _APPLY}, id="link to apply"),
    ],
)
@pytest.mark.parametrize(
    ("last", "first", "is_certain"),
    [
        pytest.param(None, None, True, id="renamed since the last record"),
        pytest.param(date(2026, 3, 1), date(2026, 3, 1), True, id="recorded on one day"),
        pytest.param(date(2026, 3, 1), date(2026, 3, 2), True, id="recorded on the next day"),
        pytest.param(date(2026, 3, 1), date(2026, 3, 3), False, id="with a day between"),
        pytest.param(date(2026, 3, 1), date(2026, 2, 28), False, id="side by side for a day"),
        pytest.param(date(2026, 3, 1), None, False, id="used again after it had ended"),
        pytest.param(date(2026, 5, 1), None, True, id="before its closing day"),
        pytest.param(None, date(2026, 2, 1), False, id="gone today, beside one that was there"),
    ],
)
def test_requisition_and_link_have_to_be_handed_on(
    key: str, fields: dict[str, str], last: date | None, first: date | None, is_certain: bool
) -> None:
    lock = [_old(key, last=last)]
    if first:
        lock.append(_old(key, first=first, url=_NEW))
    assert _renamed(lock, _posting(**fields)) == ({_OLD: "new"} if is_certain else {})


def test_link_that_several_postings_share_tells_nothing() -> None:
    lock = [_old(f"apply:{_APPLY}")]
    assert _renamed(lock, _posting(apply=_APPLY), _posting("other", apply=_APPLY)) == {}


def test_requisition_of_two_cities_is_handed_on_to_neither() -> None:
    lock = [_old(_BATON, url="/jobs/berlin/"), _old(_BATON, url="/jobs/paris/")]
    assert _renamed(lock, _posting("berlin", requisition="R-77")) == {}


def test_two_that_had_it_together_go_on_nowhere() -> None:
    lock = [_old(_BATON, url="/jobs/berlin/"), _old(_BATON, url="/jobs/paris/")]
    assert _renamed(lock, _posting("remote", requisition="R-77")) == {}


def test_posting_that_was_renamed_twice_is_found_from_both_addresses() -> None:
    lock = [
        _old(_BATON, first=date(2026, 1, 1), last=date(2026, 2, 1)),
        _old(_BATON, first=date(2026, 2, 1), last=date(2026, 3, 1), url="/jobs/middle/"),
        _old(_BATON, first=date(2026, 3, 2), url=_NEW),
    ]
    found = _renamed(lock, _posting(requisition="R-77"))
    assert found == {_OLD: "new", "/jobs/middle/": "new"}


def test_posting_renamed_on_its_first_day_is_found() -> None:
    lock = [_old(_BATON, first=DAY, last=DAY)]
    assert _renamed(lock, _posting(requisition="R-77")) == {_OLD: "new"}


def test_id_is_trusted_before_a_requisition() -> None:
    lock = [_old(_BATON, "id:lh-1")]
    found = _renamed(lock, _posting(id="lh-1"), _posting("other", requisition="R-77"))
    assert found == {_OLD: "new"}


def test_address_that_has_its_page_is_not_renamed() -> None:
    assert _renamed([_old("id:lh-1")], _posting("old", id="lh-2"), _posting(id="lh-1")) == {}
