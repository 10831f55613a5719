from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.library.changes import Change, What, changes, next_change
from generator.library.lifecycle import review_day, standing
from generator.library.site import Standing, State
from generator.model.documents import Posting
from generator.model.site_config import Lifecycle
from tests.builders import DAY, make_posting, make_site

_RULES = Lifecycle(closing_soon=7, review_after=90)
_FOREVER = date(2030, 1, 1)


def _told(found: Iterable[Change]) -> list[tuple[str, str, str]]:
    return [(str(c.day), c.what.value, c.job.slug) for c in found]


def _of(
    *postings: Posting, first: date = DAY, last: date = _FOREVER, keep: int | None = None
) -> list[tuple[str, str, str]]:
    return _told(changes(make_site(*postings).jobs, replace(_RULES, keep_closed_for=keep), first, last))


def _days(**fields: Any) -> list[tuple[str, str]]:
    return [(day, what) for day, what, _ in _of(make_posting("cook", **fields), keep=30)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, [("2026-05-31", "review")], id="open-ended"),
        pytest.param(
            {"opens": date(2026, 4, 1)},
            [("2026-04-01", "opens"), ("2026-05-31", "review")],
            id="opens",
        ),
        pytest.param(
            {"opens": date(2026, 8, 1)},
            [("2026-08-01", "opens"), ("2026-08-01", "review")],
            id="opens-after-its-review",
        ),
        pytest.param(
            {"closes": date(2026, 4, 15)},
            [("2026-04-09", "closing-soon"), ("2026-04-16", "closed"), ("2026-05-16", "leaves")],
            id="closes",
        ),
        pytest.param(
            {"closes": date(2026, 3, 18)},
            [("2026-03-19", "closed"), ("2026-04-18", "leaves")],
            id="closing-soon-already",
        ),
        pytest.param(
            {"closes": date(2026, 3, 15)},
            [("2026-03-16", "closed"), ("2026-04-15", "leaves")],
            id="closed-today",
        ),
        pytest.param(
            {"opens": date(2026, 4, 1), "closes": date(2026, 4, 1)},
            [("2026-04-01", "opens"), ("2026-04-02", "closed"), ("2026-05-02", "leaves")],
            id="open-for-a-day",
        ),
        pytest.param({"status": "filled", "closes": date(2026, 4, 15)}, [], id="filled"),
        pytest.param({"status": "on-hold", "closes": date(2026, 4, 15)}, [], id="on-hold"),
        pytest.param({"status": "draft", "opens": date(2026, 4, 15)}, [], id="draft"),
    ],
)
def test_days_change_a_posting(fields: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert _days(**fields) == expected


def test_nothing_leaves_a_site_that_keeps_closed_pages() -> None:
    assert _of(make_posting("cook", closes=date(2026, 3, 20))) == [("2026-03-21", "closed", "cook")]


def test_changes_come_by_day_then_by_what_happens_then_by_file() -> None:
    day = date(2026, 4, 2)
    found = _of(
        make_posting("b", closes=day - timedelta(days=1)),
        make_posting("c", closes=day + timedelta(days=6)),
        make_posting("a", closes=day - timedelta(days=1)),
        make_posting("d", opens=day),
        make_posting("e", opens=day - timedelta(days=1)),
        last=day,
    )
    assert [(what, slug) for _, what, slug in found] == [
        *(("closing-soon", "a"), ("closing-soon", "b")),
        *(("opens", "e"), ("opens", "d"), ("closed", "a"), ("closed", "b"), ("closing-soon", "c")),
    ]


def test_both_ends_of_a_span_count() -> None:
    posting = make_posting("cook", opens=date(2026, 4, 1), closes=date(2026, 4, 30))
    assert _of(posting, first=date(2026, 4, 1), last=date(2026, 4, 24)) == [
        ("2026-04-01", "opens", "cook"),
        ("2026-04-24", "closing-soon", "cook"),
    ]


def test_site_without_closing_soon_tells_of_none() -> None:
    jobs = make_site(make_posting(closes=date(2026, 4, 15))).jobs
    (only,) = changes(jobs, Lifecycle(closing_soon=0), DAY, _FOREVER)
    assert only.what is What.CLOSED


def test_next_change_is_after_today_and_no_review() -> None:
    jobs = make_site(make_posting("a"), make_posting("b", opens=DAY, closes=date(2026, 9, 1))).jobs
    assert next_change(jobs, _RULES, DAY) == date(2026, 8, 26)
    assert next_change(make_site(make_posting()).jobs, _RULES, DAY) is None


_NEAR = st.integers(-40, 40).map(lambda days: DAY + timedelta(days=days))


@st.composite
def _postings(draw: st.DrawFn) -> Posting:
    opens, closes = draw(st.none() | _NEAR), draw(st.none() | _NEAR)
    if opens and closes and closes < opens:
        opens, closes = closes, opens
    status = draw(st.sampled_from(("open", "open", "open", "draft", "on-hold", "filled", "closed")))
    return make_posting(opens=opens, closes=closes, status=status)


@given(_postings(), st.integers(0, 10), st.integers(0, 60))
def test_changes_are_the_days_on_which_the_standing_differs(posting: Posting, soon: int, review: int) -> None:
    """Walks day by day and looks: nothing is told that doesn't happen, and nothing happens untold."""
    rules = Lifecycle(closing_soon=soon, review_after=review)
    jobs = make_site(posting).jobs
    for number in range(-50, 50):
        day = DAY + timedelta(days=number)
        before, now = (standing(posting, d, soon) for d in (day - timedelta(days=1), day))
        told = {change.what for change in changes(jobs, rules, day, day)}
        assert told - {What.REVIEW} == _difference(before, now)
        due = review_day(posting, review)
        is_due = bool(due and due <= day and now.state is State.OPEN)
        was_due = bool(due and due <= day - timedelta(days=1) and before.state is State.OPEN)
        assert (What.REVIEW in told) == (is_due and not was_due)


def _difference(before: Standing, now: Standing) -> set[What]:
    if before.state is not now.state:
        return {What.OPENS if now.state is State.OPEN else What.CLOSED}
    return {What.CLOSING_SOON} if now.is_closing_soon > before.is_closing_soon else set()
