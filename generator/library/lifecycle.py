"""What is open, upcoming or closed on a day: computed here once, read by every output."""

from datetime import date, timedelta

from generator.library.site import Standing, State
from generator.model.documents import Posting
from generator.model.published import Published


def standing(posting: Posting, today: date, closing_soon: int) -> Standing:
    """Where the posting stands on `today`; the order of these lines is the rule.

    `closing_soon` is a number of days: the last so many, the closing day among them.
    """
    if posting.status == "draft":
        return Standing(State.DRAFT)
    if posting.status in ("filled", "closed"):
        return Standing(State.CLOSED, reason=posting.status)
    if posting.status == "on-hold":
        return Standing(State.ON_HOLD)
    if posting.opens and today < posting.opens:
        return Standing(State.UPCOMING)
    if posting.closes and today > posting.closes:
        return Standing(State.CLOSED, reason="date")
    soon = posting.closes is not None and (posting.closes - today).days < closing_soon
    return Standing(State.OPEN, is_closing_soon=soon)


def last_open_day(
    posting: Posting, standing: Standing, recorded: Published | None, today: date
) -> date | None:
    """The last day on which a closed posting was open; None if it isn't closed, or nobody knows the day.

    One that was closed by hand says no day: it is what content/urls.lock has `recorded`.
    """
    if standing.state is not State.CLOSED:
        return None
    return posting.closes if standing.reason == "date" else recorded_end(recorded, today)


def recorded_end(recorded: Published | None, today: date) -> date | None:
    """The last open day that is recorded of an address, if it has passed; None where nobody knows it."""
    return recorded.last if recorded and recorded.last and recorded.last < today else None


def last_change(posting: Posting, last_open: date | None, today: date) -> date:
    """The day of the last change that a reader would call one; one still to come counts as today's."""
    closed = last_open and last_open + timedelta(days=1)
    return min(today, max(filter(None, (posting.changed, posting.opens, closed))))


def has_page(state: State, drafts: bool) -> bool:
    """Whether a posting in this state has a page; `drafts` shows those that nobody should see yet."""
    return drafts or state not in (State.DRAFT, State.UPCOMING)


def is_expired(last_open: date | None, keep_closed_for: int | None, today: date) -> bool:
    """Whether a posting closed so many days ago that its page has gone; never where nobody knows when."""
    if last_open is None or keep_closed_for is None:
        return False
    return (today - last_open).days > keep_closed_for


def review_day(posting: Posting, review_after: int) -> date | None:
    """The day to look whether the posting is still true; None where it ends by itself."""
    if posting.closes or posting.status != "open":
        return None
    return posting.changed + timedelta(days=review_after)
