"""What is written for machines: views that no theme sees, and which views there are in all."""

from generator.model.values import Value
from generator.pages.board_views import IndeedView, LinkedInView
from generator.pages.views import CardView, DateText, HtmlView, SalaryView


class SitemapEntry(Value, frozen=True):
    """One address for search engines; `updated` is the content's last change, empty where unknown."""

    url: str
    updated: str = ""


class SitemapView(Value, frozen=True, tag=True):
    """`/sitemap.xml`."""

    entries: tuple[SitemapEntry, ...]


class SitemapIndexView(Value, frozen=True, tag=True):
    """`/sitemap.xml` where one can't hold all pages: the addresses of the others."""

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


class FeedEntry(Value, frozen=True):
    """A posting or article in a feed: `id` stays whatever happens to its address.

    `published` and `updated` are the first moments of their days (RFC 3339). `language` and `author` are
    empty where they are the feed's.
    """

    id: str
    title: str
    url: str
    language: str
    author: str
    published: str
    updated: str
    summary: str
    categories: tuple[str, ...] = ()


class FeedView(Value, frozen=True, tag=True):
    """A feed of the newest postings or articles: `about` and `name` say which, as in a `FeedLink`.

    `page_url` is the page that lists the same. `updated` is a moment too, empty where nothing was ever
    in.
    """

    about: str
    name: str
    site_name: str
    url: str
    page_url: str
    subtitle: str
    updated: str
    language: str
    author: str
    author_url: str
    generator: str
    entries: tuple[FeedEntry, ...]


class SalaryRecord(Value, frozen=True):
    """Pay: the amounts in digits, the currency's ISO code, and for how long it is."""

    minimum: str
    maximum: str
    currency: str
    per: str
    note: str


class PlaceRecord(Value, frozen=True):
    """One place of a posting, with its own pay and way to apply where it has them."""

    country: str
    country_name: str
    region: str
    city: str
    url: str
    apply: str
    salary: SalaryRecord | None


class JobRecord(Value, frozen=True):
    """An open posting for other programs; what a posting doesn't say is empty or None.

    Categories go from general to specific. Days are ISO dates, `experience` is in months, `extra` holds
    the `x_…` fields as JSON.
    """

    id: str
    url: str
    title: str
    language: str
    company: str
    summary: str
    categories: tuple[tuple[str, ...], ...]
    places: tuple[PlaceRecord, ...]
    remote: str
    remote_from: tuple[str, ...]
    employment: tuple[str, ...]
    is_permanent: bool | None
    months: int
    salary: SalaryRecord | None
    apply: str
    posted: str
    updated: str
    opens: str
    closes: str
    requisition: str
    team: str
    level: str
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    hours: str
    start: str
    positions: int | None
    education: tuple[str, ...]
    experience: int | None
    image: str
    image_alt: str
    extra: str


class JobsFeedView(Value, frozen=True, tag=True):
    """`/jobs.json`: all open postings, newest first."""

    site: str
    url: str
    updated: str
    jobs: tuple[JobRecord, ...]


DataView = (
    SitemapView
    | SitemapIndexView
    | RobotsView
    | SearchIndexView
    | FeedView
    | JobsFeedView
    | IndeedView
    | LinkedInView
    | RedirectView
    | HostView
)
View = HtmlView | DataView | CardView
