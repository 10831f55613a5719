"""Where postings stand and what happens next, against a table written by hand."""

from datetime import date
from typing import Any

import pytest

from generator.library.site import Site
from generator.model.site_config import Lifecycle
from generator.preview.desk.postings import ROWS, Filter, Row, listing
from tests.builders import make_posting, make_published, make_site

_RULES = Lifecycle(closing_soon=7, review_after=90, keep_closed_for=30)


def _site(*fields: dict[str, Any], **options: Any) -> Site:
    postings = (make_posting(f"cook-{number}", **one) for number, one in enumerate(fields))
    return make_site(*postings, lifecycle=_RULES, **options)


def _row(**fields: Any) -> Row:
    (row,) = listing(_site(fields), Filter()).rows
    return row


def _day(month: int, day: int) -> date:
    return date(2026, month, day)


@pytest.mark.parametrize(
    ("fields", "state", "why", "coming"),
    [
        pytest.param({}, "open", "", None, id="open-ended"),
        pytest.param({"closes": _day(5, 1)}, "open", "", ("2026-04-25", "closing soon"), id="closes"),
        pytest.param({"closes": _day(3, 18)}, "closing soon", "", ("2026-03-19", "closed"), id="soon"),
        pytest.param({"closes": _day(3, 16)}, "closing soon", "", ("2026-03-17", "closed"), id="last-day"),
        pytest.param(
            {"closes": _day(3, 15)},
            "closed",
            "since 16 March 2026",
            ("2026-04-15", "its page goes"),
            id="over",
        ),
        pytest.param({"closes": _day(1, 5)}, "closed", "since 6 January 2026", None, id="gone"),
        pytest.param({"opens": _day(4, 1)}, "upcoming", "", ("2026-04-01", "open"), id="opens"),
        pytest.param(
            {"opens": _day(4, 1), "closes": _day(4, 3)},
            "upcoming",
            "",
            ("2026-04-01", "closing soon"),
            id="opens-for-three-days",
        ),
        pytest.param({"status": "draft", "closes": _day(5, 1)}, "draft", "", None, id="draft"),
        pytest.param({"status": "on-hold"}, "on hold", "", None, id="on-hold"),
        pytest.param({"status": "filled"}, "filled", "", None, id="filled"),
        pytest.param({"status": "closed"}, "closed", "by hand", None, id="closed-by-hand"),
    ],
)
def test_posting_says_where_it_stands_and_what_comes(
    fields: dict[str, Any], state: str, why: str, coming: tuple[str, str] | None
) -> None:
    row = _row(**fields)
    found = (str(row.next.day), row.next.to) if row.next else None
    assert (row.state, row.why, found) == (state, why, coming)


def test_posting_that_only_the_lock_knows_is_remembered() -> None:
    lock = [make_published("/jobs/baker/", title="Baker", last=_day(3, 10))]
    (row,) = listing(_site(lock=lock), Filter()).rows
    assert (row.title, row.state, row.file, row.url) == (
        "Baker",
        "remembered",
        "content/urls.lock",
        "/jobs/baker/",
    )
    assert row.next
    assert (row.next.day, row.next.to) == (_day(4, 10), "its page goes")


def test_only_a_posting_with_a_page_has_an_address_below_the_folder_of_the_site() -> None:
    site = _site({}, {"status": "draft"}, url="https://example.com/careers")
    assert [row.url for row in listing(site, Filter()).rows] == ["/careers/jobs/cook-0/", ""]


def test_postings_stand_by_state_and_are_counted() -> None:
    found = listing(_site({"status": "draft"}, {}, {"closes": _day(3, 17)}, {}), Filter())
    assert [row.state for row in found.rows] == ["open", "open", "closing soon", "draft"]
    assert dict(found.counts) == {
        "error": 0,
        "open": 2,
        "closing soon": 1,
        "upcoming": 0,
        "on hold": 0,
        "draft": 1,
        "filled": 0,
        "closed": 0,
        "remembered": 0,
    }


def test_posting_whose_file_has_an_error_is_counted_as_that_alone() -> None:
    found = listing(_site({"closes": _day(5, 1)}, {}), Filter(), {"content/postings/cook-0.md"})
    assert [(row.state, row.next) for row in found.rows] == [("error", None), ("open", None)]
    assert (dict(found.counts)["error"], dict(found.counts)["open"]) == (1, 1)


def test_states_of_files_add_up_and_what_is_remembered_stands_aside() -> None:
    lock = [make_published("/jobs/baker/", title="Baker", last=_day(3, 10))]
    found = listing(_site({}, {"status": "filled"}, {"status": "closed"}, lock=lock), Filter())
    assert (found.total, found.remembered) == (3, 1)
    assert sum(number for state, number in found.counts if state != "remembered") == 3


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("chef", ["Chef de partie", "Sous-chef"]),
        ("PARTIE chef", ["Chef de partie"]),
        ("patissier", ["Pâtissier"]),
        ("cook-2", ["Pâtissier"]),
        ("nobody", []),
        ("   ", ["Chef de partie", "Pâtissier", "Sous-chef"]),
    ],
)
def test_words_are_found_in_titles_and_names_of_files(words: str, titles: list[str]) -> None:
    site = _site({"title": "Chef de partie"}, {"title": "Sous-chef"}, {"title": "Pâtissier"})
    assert sorted(row.title for row in listing(site, Filter(words=words)).rows) == titles


def test_state_and_words_both_hold() -> None:
    site = _site({"title": "Cook"}, {"title": "Cook", "status": "draft"}, {"status": "draft"})
    found = listing(site, Filter("draft", "cook title-that-is-not-there"))
    assert found.found == 0
    assert [row.file for row in listing(site, Filter("draft", "cook-1")).rows] == [
        "content/postings/cook-1.md"
    ]


@pytest.mark.parametrize(("number", "shown", "rows"), [(1, 1, ROWS), (2, 2, 1), (9, 2, 1), (0, 1, ROWS)])
def test_long_list_comes_in_pages(number: int, shown: int, rows: int) -> None:
    found = listing(_site(*({} for _ in range(ROWS + 1))), Filter(number=number))
    assert (found.number, found.pages, found.found, len(found.rows)) == (shown, 2, ROWS + 1, rows)
