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


class RedirectView(Value, frozen=True, tag=True):
    """A page that leads to another: `url` as pages write it, `canonical` the whole address.

    `title_language` is empty where the title is in the page's `language`.
    """

    language: str
    title: str
    title_language: str
    url: str
    canonical: str
    policy: str


class HostRedirect(Value, frozen=True):
    """A redirect as a host is told: a path of the host, where it leads, and the status to answer with."""

    source: str
    target: str
    status: int


class HeaderRule(Value, frozen=True):
    """Headers, by name and value, for the paths that a pattern of the host fits."""

    path: str
    headers: tuple[tuple[str, str], ...]


class RedirectsView(Value, frozen=True, tag=True):
    """`/_redirects`; with `is_forced`, also where there is a file."""

    redirects: tuple[HostRedirect, ...]
    gone: tuple[HostRedirect, ...]
    is_forced: bool


class HeadersView(Value, frozen=True, tag=True):
    """`/_headers`."""

    rules: tuple[HeaderRule, ...]


class VercelView(Value, frozen=True, tag=True):
    """`/vercel.json`."""

    redirects: tuple[HostRedirect, ...]
    rules: tuple[HeaderRule, ...]


class AzureView(Value, frozen=True, tag=True):
    """`/staticwebapp.config.json`; `headers` are for everything that no rule says otherwise of."""

    redirects: tuple[HostRedirect, ...]
    gone: tuple[HostRedirect, ...]
    headers: tuple[tuple[str, str], ...]
    rules: tuple[HeaderRule, ...]
    not_found: str


HostView = RedirectsView | HeadersView | VercelView | AzureView
DataView = SitemapView | RobotsView | SearchIndexView | RedirectView | HostView
View = HtmlView | DataView | CardView
