"""Where a posting is, as job boards ask for it."""

from collections.abc import Iterator

from msgspec import Struct

from generator.library.nodes import Place
from generator.library.site import Job, JobPlace
from generator.model.territories import us_state_code
from generator.model.values import Address

# No country that a board knows.
_AREAS = ("anywhere", "EU")


class BoardPlace(Struct, frozen=True):
    """A city, or a whole country (no city); `entry` is the posting's own place, if it names it as one."""

    country: str
    state: str = ""
    city: str = ""
    entry: JobPlace | None = None

    @property
    def address(self) -> Address:
        """The office's, as far as it is known."""
        office = self.entry.place.page if self.entry else None
        return office.address if office and office.address else Address()


def cities(job: Job) -> tuple[BoardPlace, ...]:
    """The posting's cities, in its order."""
    return tuple(
        BoardPlace(entry.place.country, _state(entry.place), entry.place.city, entry)
        for entry in job.places
        if entry.place.city
    )


def countries(job: Job) -> tuple[BoardPlace, ...]:
    """The countries that a posting names without a city, else those that it can be done from."""
    named = tuple(BoardPlace(e.place.country, entry=e) for e in job.places if not e.place.city)
    return named or tuple(BoardPlace(code) for code in _works_from(job))


def _works_from(job: Job) -> Iterator[str]:
    if job.posting.remote == "yes":
        yield from (code for code in dict.fromkeys(job.posting.remote_from) if code not in _AREAS)


def _state(place: Place) -> str:
    """The region; one of the United States by its two letters."""
    return (us_state_code(place.region) if place.country == "US" else None) or place.region
