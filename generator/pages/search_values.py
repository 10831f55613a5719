"""What the search's address calls things: readable, and the same for as long as the thing is."""

from generator.library.nodes import Slugs
from generator.library.site import Job
from generator.model.slugs import slugify
from generator.model.territories import country_name
from generator.pages.formats import Formats

ANYWHERE = "anywhere"
SALARY_SHOWN = "shown"

# Days: within so many before today a posting counts as new, in one of these two ways.
POSTED_WITHIN = (7, 30)


def node(slugs: Slugs) -> str:
    """A category or place, such as `germany/berlin`."""
    return "/".join(slugs)


def coded(word: str) -> str:
    """A word that fields choose from, as the catalogue of words spells its code."""
    return word.replace(" ", "-")


def remote_from(country: str) -> str:
    """Working from a country (ISO code) or from `anywhere`: one more choice among the places."""
    # A country's English name whatever the site's language, as in the addresses of places.
    return f"remote-from-{country if country == ANYWHERE else slugify(country_name(country, 'en'))}"


def remote_name(country: str, formats: Formats) -> str:
    """The country's name in the page's language; empty for `anywhere`."""
    return "" if country == ANYWHERE else formats.country(country)


def works_from(job: Job) -> tuple[str, ...]:
    """Where a job can be done from without an office: ISO codes of countries, or `anywhere`."""
    posting = job.posting
    return tuple(dict.fromkeys(posting.remote_from)) if posting.remote == "yes" else ()
