"""What content/urls.lock should say."""

from datetime import date, timedelta
from typing import Any

import pytest

from generator.content.urls_lock import lock_text
from generator.model.published import Published
from generator.pages.lock import next_lock
from tests.builders import DAY, make_article, make_office, make_page, make_plan, make_posting, make_published

_CLOSES = date(2026, 4, 1)
_YESTERDAY = DAY - timedelta(days=1)


def _lock(*documents: Any, **options: Any) -> dict[str, Published]:
    return {entry.url: entry for entry in next_lock(make_plan(*documents, **options))}


def test_every_address_for_people_is_recorded() -> None:
    found = _lock(
        make_posting("cook", category=("Food / Tea",), location=("Leeds, United Kingdom",)),
        make_office("leeds", "Leeds", "Leeds, United Kingdom"),
        make_article("a-morning"),
        make_page("students"),
        make_posting("secret", status="draft"),
    )
    assert {url: entry.title for url, entry in found.items()} == {
        "/": "",
        "/articles/": "",
        "/articles/a-morning/": "A morning",
        "/categories/": "",
        "/categories/food/": "Food",
        "/categories/food/tea/": "Tea",
        "/jobs/": "",
        "/jobs/cook/": "Cook",
        "/locations/": "",
        "/locations/united-kingdom/": "United Kingdom",
        "/locations/united-kingdom/leeds/": "Leeds",
        "/students/": "Students",
    }
    days = {entry.first for url, entry in found.items() if url != "/jobs/cook/"}
    assert days == {DAY}
    assert found["/jobs/cook/"].first == date(2026, 3, 2), "a posting counts from its `posted`"
    assert {entry.last for entry in found.values()} == {None}
    assert found["/jobs/cook/"].category == "Food / Tea"
    assert [url for url, entry in found.items() if entry.keys] == ["/jobs/cook/"]


def test_only_the_first_page_of_a_list_is_recorded() -> None:
    postings = [make_posting(f"cook-{number}") for number in range(101)]
    plan = make_plan(*postings)
    assert "/jobs/page/2/" in plan.urls
    assert not [entry.url for entry in next_lock(plan) if "/page/" in entry.url]


@pytest.mark.parametrize(
    ("fields", "recorded", "last"),
    [
        pytest.param({}, None, None, id="open"),
        pytest.param({"closes": _CLOSES}, None, _CLOSES, id="open until a day"),
        pytest.param({"status": "on-hold"}, None, None, id="on-hold"),
        pytest.param({"closes": date(2026, 3, 10)}, None, date(2026, 3, 10), id="closed by its day"),
        pytest.param({"status": "filled"}, None, _YESTERDAY, id="filled since"),
        pytest.param({"status": "filled"}, date(2026, 3, 10), date(2026, 3, 10), id="filled before"),
        pytest.param({"status": "filled", "closes": _CLOSES}, _CLOSES, _YESTERDAY, id="filled early"),
        pytest.param({}, date(2026, 3, 10), None, id="open again"),
    ],
)
def test_last_open_day_of_a_posting(fields: dict[str, Any], recorded: date | None, last: date | None) -> None:
    lock = [make_published("/jobs/cook/", last=recorded)]
    entry = _lock(make_posting("cook", **fields), lock=lock)["/jobs/cook/"]
    assert (entry.first, entry.last) == (lock[0].first, last)


def test_posting_that_had_closed_before_has_its_last_day() -> None:
    entry = _lock(make_posting("cook", closes=date(2026, 3, 10)))["/jobs/cook/"]
    assert (entry.first, entry.last) == (date(2026, 3, 2), date(2026, 3, 10))


def test_no_day_to_come_is_a_first_day() -> None:
    assert _lock(make_posting("cook", posted=DAY + timedelta(days=9)))["/jobs/cook/"].first == DAY


def test_rename_is_written_down_once_and_for_all() -> None:
    old = make_published("/jobs/chef/", keys=("requisition:R-7",), title="Cook")
    renamed = make_posting("cook", requisition="R-7", posted=old.first)
    found = _lock(renamed, lock=[old])
    assert found["/jobs/chef/"].moved == "/jobs/cook/"
    again = make_posting("cook", requisition="R-8", posted=DAY)
    later = _lock(again, lock=list(found.values()))
    assert later["/jobs/chef/"] == found["/jobs/chef/"]
    back = make_posting("chef", requisition="R-7", posted=old.first)
    assert _lock(back, lock=list(found.values()))["/jobs/chef/"].moved == ""


def test_former_addresses_are_recorded_with_the_page_that_they_lead_to() -> None:
    found = _lock(make_posting("cook", aliases=("/jobs/chef",)), make_page("students", aliases=("/pupils/",)))
    assert found["/jobs/cook/"].aliases == ("/jobs/chef/",)
    assert found["/students/"].aliases == ("/pupils/",)


@pytest.mark.parametrize(
    ("recorded", "last"),
    [(None, _YESTERDAY), (_CLOSES, _YESTERDAY), (date(2026, 3, 10), date(2026, 3, 10))],
    ids=["was open", "was to close later", "had gone"],
)
@pytest.mark.parametrize("url", ["/jobs/cook/", "/articles/a-morning/", "/categories/tea/"])
def test_address_without_a_page_keeps_the_day_it_was_seen_gone(
    url: str, recorded: date | None, last: date
) -> None:
    lock = [make_published(url, last=recorded, title="Was here", keys=("requisition:R-7",))]
    entry = _lock(make_posting("baker"), lock=lock)[url]
    assert (entry.last, entry.title, entry.keys) == (last, "Was here", ("requisition:R-7",))


def test_page_that_came_back_is_there_again() -> None:
    lock = [make_published("/students/", last=date(2026, 3, 10))]
    entry = _lock(make_page("students"), lock=lock)["/students/"]
    assert (entry.first, entry.last) == (lock[0].first, None)


def test_no_line_changes_merely_because_a_day_passes() -> None:
    documents = (
        make_posting("open"),
        make_posting("closing", closes=DAY + timedelta(2)),
        make_posting("filled", status="filled"),
        make_page("students"),
    )
    lock = next_lock(make_plan(*documents, lock=[make_published("/jobs/gone/"), make_published("/gone/")]))
    for days in range(1, 6):
        later = next_lock(make_plan(*documents, lock=lock, today=DAY + timedelta(days)))
        assert lock_text(later) == lock_text(lock)
