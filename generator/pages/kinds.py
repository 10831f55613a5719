"""The kinds of pages there are."""

from enum import StrEnum


class Kind(StrEnum):
    """What a page is; the value is the name of its template.

    A card is no page to read, but a picture of one that is shared.
    """

    HOME = "home"
    JOBS = "jobs"
    JOB = "job"
    CATEGORIES = "categories"
    CATEGORY = "category"
    LOCATIONS = "locations"
    PLACE = "place"
    ARTICLES = "articles"
    ARTICLE = "article"
    WORDS = "words"
    SAVED = "saved"
    NOT_FOUND = "404"
    SITEMAP = "sitemap"
    ROBOTS = "robots"
    SEARCH_INDEX = "search-index"
    CARD = "card"
    REDIRECT = "redirect"
    REDIRECTS = "redirects"
    HEADERS = "headers"
    VERCEL = "vercel"
    AZURE = "azure"
    FEED = "feed"
    JOBS_FEED = "jobs-feed"
    INDEED = "indeed"
    LINKEDIN = "linkedin"

    @property
    def template(self) -> str:
        """The file of the theme that it is made with, by the name that templates use."""
        return "cards/card.svg" if self is Kind.CARD else f"{self.value}.html"


# Files that tell a host what to redirect, and which headers to send.
HOST_FILES = (Kind.REDIRECTS, Kind.HEADERS, Kind.VERCEL, Kind.AZURE)

# These are data for machines, made without a template.
DATA = (
    *(Kind.SITEMAP, Kind.ROBOTS, Kind.SEARCH_INDEX),
    *(Kind.FEED, Kind.JOBS_FEED, Kind.INDEED, Kind.LINKEDIN),
    *(Kind.REDIRECT, *HOST_FILES),
)

# No pages for people to read.
UNREAD = (*DATA, Kind.CARD)
