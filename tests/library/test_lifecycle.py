from datetime import date
from typing import Any

import pytest

from generator.library.lifecycle import has_page, last_change, review_day, standing
from generator.library.site import Standing, State
from tests.builders import make_posting

_DAY = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, Standing(State.OPEN), id="open"),
        pytest.param(
            {"status": "draft", "closes": date(2026, 3, 1)}, Standing(State.DRAFT), id="draft-first"
        ),
        pytest.param(
            {"status": "filled", "opens": date(2027, 1, 1)}, Standing(State.CLOSED, "filled"), id="filled"
        ),
        pytest.param({"status": "closed"}, Standing(State.CLOSED, "closed"), id="closed"),
        pytest.param(
            {"status": "on-hold", "closes": date(2026, 3, 1)}, Standing(State.ON_HOLD), id="on-hold"
        ),
        pytest.param({"opens": date(2026, 3, 17)}, Standing(State.UPCOMING), id="opens-tomorrow"),
        pytest.param({"opens": date(2026, 3, 16)}, Standing(State.OPEN), id="opens-today"),
        pytest.param({"closes": date(2026, 3, 15)}, Standing(State.CLOSED, "date"), id="closed-yesterday"),
        pytest.param({"closes": date(2026, 3, 16)}, Standing(State.OPEN, "", True), id="last-day"),
        pytest.param({"closes": date(2026, 3, 22)}, Standing(State.OPEN, "", True), id="seven-days-left"),
        pytest.param({"closes": date(2026, 3, 23)}, Standing(State.OPEN), id="eight-days-left"),
        pytest.param(
            {"status": "open", "closes": date(2026, 3, 1)},
            Standing(State.CLOSED, "date"),
            id="open-never-beats-a-date",
        ),
    ],
)
def test_standing_follows_the_order_of_the_rules(fields: dict[str, Any], expected: Standing) -> None:
    assert standing(make_posting(**fields), _DAY, closing_soon=7) == expected


def test_drafts_and_upcoming_have_a_page_only_when_asked_for() -> None:
    assert [state for state in State if has_page(state, drafts=False)] == [
        State.OPEN,
        State.ON_HOLD,
        State.CLOSED,
    ]
    assert all(has_page(state, drafts=True) for state in State)


def test_review_day_counts_from_the_last_change() -> None:
    posting = make_posting(posted=date(2026, 1, 1), updated=date(2026, 2, 1))
    assert review_day(posting, 90) == date(2026, 5, 2)


def test_posting_that_ends_by_itself_needs_no_review() -> None:
    assert review_day(make_posting(closes=date(2026, 4, 1)), 90) is None
    assert review_day(make_posting(status="filled"), 90) is None


@pytest.mark.parametrize(
    ("fields", "last_open", "day"),
    [
        pytest.param({}, None, date(2026, 3, 2), id="posted"),
        pytest.param({"updated": date(2026, 3, 9)}, None, date(2026, 3, 9), id="updated"),
        pytest.param({"opens": date(2026, 3, 11)}, None, date(2026, 3, 11), id="opened"),
        pytest.param({}, date(2026, 3, 14), date(2026, 3, 15), id="the-day-after-its-last"),
        pytest.param({"posted": date(2026, 3, 17)}, None, _DAY, id="posted-tomorrow"),
        pytest.param({"updated": date(2027, 3, 2)}, None, _DAY, id="updated-next-year"),
    ],
)
def test_last_change_is_never_still_to_come(
    fields: dict[str, Any], last_open: date | None, day: date
) -> None:
    assert last_change(make_posting(**fields), last_open, _DAY) == day
