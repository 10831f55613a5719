"""What days will do to a site's postings by themselves, without anybody touching a file."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from generator.library.lifecycle import review_day
from generator.library.site import Job
from generator.model.documents import Posting
from generator.model.site_config import Lifecycle


class What(StrEnum):
    """What happens to a posting on a day; `review` is for those who look after it and changes no page.

    In the order in which a day's changes are told.
    """

    OPENS = "opens"
    CLOSED = "closed"
    LEAVES = "leaves"
    CLOSING_SOON = "closing-soon"
    REVIEW = "review"


_ORDER = tuple(What)


class Change(Struct, frozen=True):
    """A job and the first day on which it stands otherwise than the day before."""

    day: date
    what: What
    job: Job


def changes(jobs: Iterable[Job], rules: Lifecycle, first: date, last: date) -> tuple[Change, ...]:
    """What happens from the day `first` to the day `last`, both counted, in order."""
    found = [
        Change(day, what, job) for job in jobs for day, what in _days(job, rules) if first <= day <= last
    ]
    return tuple(sorted(found, key=_in_order))


def next_change(jobs: Iterable[Job], rules: Lifecycle, today: date) -> date | None:
    """The first day after `today` on which a page of the site changes by itself; None if there is none."""
    days = (day for job in jobs for day, what in _days(job, rules) if what is not What.REVIEW)
    return min((day for day in days if day > today), default=None)


def _in_order(change: Change) -> tuple[date, int, str]:
    return (change.day, _ORDER.index(change.what), change.job.posting.spans.path)


def _days(job: Job, rules: Lifecycle) -> Iterator[tuple[date, What]]:
    """Every change that a date of the posting makes, past ones too; none where its status decides."""
    posting, last_open = job.posting, job.last_open
    if posting.status == "open":
        last_open = posting.closes
        yield from _while_open(posting, rules)
    if last_open and rules.keep_closed_for is not None:
        yield last_open + timedelta(days=1 + rules.keep_closed_for), What.LEAVES


def _while_open(posting: Posting, rules: Lifecycle) -> Iterator[tuple[date, What]]:
    opens = posting.opens or date.min
    if posting.opens:
        yield posting.opens, What.OPENS
    review = review_day(posting, rules.review_after)
    if review:
        yield max(review, opens), What.REVIEW
    if posting.closes:
        yield posting.closes + timedelta(days=1), What.CLOSED
    if posting.closes and rules.closing_soon:
        soon = posting.closes - timedelta(days=rules.closing_soon - 1)
        if soon > opens:  # else it opens as one that closes soon
            yield soon, What.CLOSING_SOON
