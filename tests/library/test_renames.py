"""When it is certain that a posting goes on under another address."""

from datetime import date
from typing import Any

import pytest

from generator.model.documents import Posting, Spans
from generator.model.published import Published
from tests.builders import make_posting, make_published, make_site

_OLD, _NEW = "/jobs/old/", "/jobs/new/"
_APPLY = "https://apply.example.com/77"
_REQUISITION, _LINK, _ID = "requisition:R-77", f"apply:{_APPLY}", "id:lh-1"
_BEGUN = date(2026, 1, 10)


def _posting(stem: str = "new", **fields: Any) -> Posting:
    """A posting as old as the addresses, whose only key is what the test gives it."""
    spans = Spans(f"content/postings/{stem}.md", "\nid 3 5 12\n" if "id" in fields else "\n")
    return make_posting(stem, spans=spans, **{"apply": "jobs@example.com", "posted": _BEGUN, **fields})


def _line(*keys: str, url: str = _OLD, **fields: Any) -> Published:
    """What is recorded of a cook in the kitchen."""
    return make_published(url, _BEGUN, keys=keys, **{"title": "Cook", "category": "Kitchen", **fields})


def _renamed(lock: list[Published], *postings: Posting, **options: Any) -> dict[str, str]:
    past = make_site(*postings, lock=lock, **options).past
    return {url: job.slug for url, job in past.renamed.items()}


_KEYS = [
    pytest.param(_ID, {"id": "lh-1"}, id="id"),
    pytest.param(_REQUISITION, {"requisition": "R-77"}, id="requisition"),
    pytest.param(_LINK, {"apply": _APPLY, "title": "Cook"}, id="link to apply, and the title"),
    pytest.param(_LINK, {"apply": _APPLY, "category": ("Kitchen",)}, id="link to apply, and the category"),
]


@pytest.mark.parametrize(("key", "fields"), _KEYS)
def test_key_tells_it_of_a_posting_that_is_not_recorded(key: str, fields: dict[str, Any]) -> None:
    assert _renamed([_line(key)], _posting(**fields)) == {_OLD: "new"}


@pytest.mark.parametrize(("key", "fields"), _KEYS)
@pytest.mark.parametrize("last", [None, date(2026, 1, 20), date(2026, 5, 1)])
def test_it_does_not_matter_when_the_former_one_was_to_close(
    key: str, fields: dict[str, Any], last: date | None
) -> None:
    assert _renamed([_line(key, last=last)], _posting(**fields)) == {_OLD: "new"}


@pytest.mark.parametrize(("key", "fields"), _KEYS)
def test_new_job_takes_no_former_ones_place(key: str, fields: dict[str, Any]) -> None:
    """The id of a cook who was found is given to another job; the only form to apply serves the next one."""
    assert _renamed([_line(key)], _posting(**fields, posted=date(2026, 1, 11))) == {}


@pytest.mark.parametrize(("key", "fields"), _KEYS)
def test_key_of_two_postings_tells_nothing(key: str, fields: dict[str, Any]) -> None:
    assert _renamed([_line(key)], _posting(**fields), _posting("newer", **fields)) == {}


@pytest.mark.parametrize(("key", "fields"), _KEYS)
def test_posting_without_a_page_goes_on_nowhere(key: str, fields: dict[str, Any]) -> None:
    assert _renamed([_line(key)], _posting(**fields, status="draft")) == {}
    assert _renamed([_line(key)], _posting(**fields, status="draft"), drafts=True) == {_OLD: "new"}


def test_link_alone_tells_nothing() -> None:
    assert _renamed([_line(_LINK)], _posting(apply=_APPLY, title="Nurse", category=("Ward",))) == {}


def test_id_made_of_the_files_name_tells_nothing() -> None:
    assert _renamed([_line("id:new")], make_posting("new", id="new", posted=_BEGUN)) == {}


def test_id_that_another_posting_is_given_tells_nothing() -> None:
    lock = [_line(_ID), _line("id:lh-2", url=_NEW)]
    assert _renamed(lock, _posting(id="lh-1")) == {}


def test_id_that_was_given_to_both_by_mistake_tells_it_when_one_is_left() -> None:
    lock = [_line(_ID), _line(_ID, url=_NEW)]
    assert _renamed(lock, _posting(id="lh-1")) == {_OLD: "new"}


@pytest.mark.parametrize(("key", "fields"), _KEYS[1:])
def test_posting_that_was_there_beside_it_is_another(key: str, fields: dict[str, Any]) -> None:
    """One requisition serves two cities, and one of them is filled."""
    assert _renamed([_line(key), _line(key, url=_NEW)], _posting(**fields)) == {}


@pytest.mark.parametrize(("key", "fields"), _KEYS[1:])
def test_two_that_had_it_together_go_on_nowhere(key: str, fields: dict[str, Any]) -> None:
    lock = [_line(key), _line(key, url="/jobs/paris/")]
    assert _renamed(lock, _posting("remote", **fields)) == {}


def test_id_is_trusted_before_a_requisition() -> None:
    lock = [_line(_REQUISITION, _ID)]
    found = _renamed(lock, _posting(id="lh-1"), _posting("other", requisition="R-77"))
    assert found == {_OLD: "new"}


def test_address_that_has_its_page_is_not_renamed() -> None:
    assert _renamed([_line(_ID)], _posting("old", id="lh-2"), _posting(id="lh-1")) == {}


def test_what_is_recorded_stands_whatever_files_say_later() -> None:
    lock = [_line(_LINK, f"moved:{_NEW}"), _line(_LINK, url=_NEW)]
    copy = _posting("copy", apply=_APPLY)
    other = _posting("new", apply="https://apply.example.com/1", posted=date(2026, 3, 1))
    assert _renamed(lock, other, copy) == {_OLD: "new"}


def test_posting_that_was_renamed_twice_is_found_from_both_addresses() -> None:
    lock = [
        _line(_LINK, "moved:/jobs/middle/"),
        _line(_LINK, f"moved:{_NEW}", url="/jobs/middle/"),
        _line(_LINK, url=_NEW),
    ]
    assert _renamed(lock, _posting(apply=_APPLY)) == {_OLD: "new", "/jobs/middle/": "new"}


def test_posting_that_was_named_back_is_found() -> None:
    lock = [_line(_LINK, "moved:/jobs/middle/"), _line(_LINK, url="/jobs/middle/")]
    assert _renamed(lock, _posting("old", apply=_APPLY, title="Cook")) == {"/jobs/middle/": "old"}


def test_posting_renamed_again_since_the_last_record_is_found_from_all() -> None:
    lock = [_line(_LINK, "moved:/jobs/middle/"), _line(_LINK, url="/jobs/middle/")]
    assert _renamed(lock, _posting(apply=_APPLY, title="Cook")) == {"/jobs/middle/": "new"} | {_OLD: "new"}


def test_records_that_lead_round_lead_nowhere() -> None:
    lock = [_line("moved:/jobs/middle/"), _line(f"moved:{_OLD}", url="/jobs/middle/")]
    assert _renamed(lock, _posting()) == {}
