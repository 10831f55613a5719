"""What is written for machines: views that no theme sees, and which views there are in all."""

from generator.model.values import Value
from generator.pages.views import CardView, DateText, HtmlView, SalaryView


class SitemapEntry(Value, frozen=True):
    """One address for search engines; `updated` is the content's last change, empty where unknown."""

    url: str
    updated: str = ""


class SitemapView(Value, frozen=True, tag=True):
    """`/sitemap.xml`."""

    entries: tuple[SitemapEntry, ...]


class RobotsView(Value, frozen=True, tag=True):
    """`/robots.txt`."""

    sitemap_url: str


class SearchNode(Value, frozen=True):
    """A category or place in the search index; `path` is its value in the search's address.

    A path's parts go from general to specific. Where one works remotely from, it is a single name.
    `other_names` are what people also call a place.
    """

    name: str
    path: str
    other_names: tuple[str, ...] = ()


class SearchJob(Value, frozen=True):
    """An open posting in the search index: what lists show, and codes into the index's tables.

    A code is a place in a table, counted from 0; -1 where there is nothing. `posted` is a number of days
    since 1970-01-01.
    """

    title: str
    slug: str
    language: str
    categories: tuple[int, ...]
    places: tuple[int, ...]
    remote: int
    remote_from: tuple[int, ...]
    employment: tuple[int, ...]
    level: int
    salaries: tuple[int, ...]
    skills: tuple[int, ...]
    posted: int
    closes: int


class SearchIndexView(Value, frozen=True, tag=True):
    """`/jobs/index.json`: the open jobs, newest first, and the tables that their codes point into.

    `language` and `time_zone` are the site's, `closing_soon` is a number of days. Nodes stand after those
    above them.
    """

    language: str
    time_zone: str
    closing_soon: int
    jobs_url: str
    categories: tuple[SearchNode, ...]
    places: tuple[SearchNode, ...]
    remote: tuple[str, ...]
    remote_from: tuple[SearchNode, ...]
    employment: tuple[str, ...]
    levels: tuple[str, ...]
    salaries: tuple[SalaryView, ...]
    skills: tuple[str, ...]
    closing_days: tuple[DateText, ...]
    synonyms: tuple[tuple[str, ...], ...]
    jobs: tuple[SearchJob, ...]


DataView = SitemapView | RobotsView | SearchIndexView
View = HtmlView | DataView | CardView
