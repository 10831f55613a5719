"""The site's postings as rows, in the order in which somebody who looks after them wants to see them."""

from collections.abc import Container
from datetime import date

from msgspec import Struct

from generator.library.lifecycle import review_day
from generator.library.nodes import Place
from generator.library.site import Job, Site, State
from generator.library.statuses import ERROR, status_of
from generator.model.territories import country_name

_ORDER = (State.OPEN, State.UPCOMING, State.ON_HOLD, State.DRAFT, State.CLOSED)
REMOTE = "remote"


class Row(Struct, frozen=True):
    """A job, and what the list says of it that the job alone doesn't; `status` is one of STATUSES."""

    job: Job
    status: str
    review: date | None
    is_due: bool

    @property
    def categories(self) -> tuple[str, ...]:
        """The whole path of each category."""
        return tuple(" / ".join(category.names) for category in self.job.categories)

    @property
    def places(self) -> tuple[str, ...]:
        """The name of each place, and `remote`."""
        remote = (REMOTE,) if self.job.posting.remote == "yes" else ()
        return (*(place_name(entry.place) for entry in self.job.places), *remote)

    @property
    def posted(self) -> date | None:
        """The day, None where it can't be read."""
        posted = self.job.posting.posted
        return None if posted == date.min else posted


def rows(site: Site, broken: Container[str]) -> tuple[Row, ...]:
    """All postings, open ones first, the newest before the others.

    `broken` are the paths of files with errors; those come before all.
    """
    ordered = sorted(site.jobs, key=lambda job: _ORDER.index(job.standing.state))
    found = [_row(job, site, status_of(job, broken)) for job in ordered]
    return tuple(sorted(found, key=lambda row: row.status != ERROR))


def _row(job: Job, site: Site, status: str) -> Row:
    is_open = job.is_open and status != ERROR
    review = review_day(job.posting, site.config.lifecycle.review_after) if is_open else None
    is_due = review is not None and review <= site.today
    return Row(job, status, review, is_due)


def place_name(place: Place) -> str:
    """The name of a city, or of a country, in English."""
    return place.city or country_name(place.country, "en")
