"""The kinds of pages there are."""

from enum import StrEnum


class Kind(StrEnum):
    """What a page is; the value is the name of its template."""

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


# These are data for machines, made without a template.
DATA = (Kind.SITEMAP, Kind.ROBOTS, Kind.SEARCH_INDEX)
