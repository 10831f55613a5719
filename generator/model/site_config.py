"""What site.yaml says."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from msgspec import field

from generator.model.documents import Spans
from generator.model.values import Contact, Link, Redirection, Value


class Company(Value, frozen=True):
    """The employer as structured data knows it; `name` defaults to the site's.

    `employees` is how many people it has in all, which decides which rules on pay may hold; None: unsaid.
    """

    name: str = ""
    website: str = ""
    same_as: tuple[str, ...] = ()
    employees: int | None = None


class Theme(Value, frozen=True):
    """Which theme, and what the site asks of it."""

    name: str = "default"
    accent: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)


class LinkGroup(Value, frozen=True):
    """A column of links in the footer."""

    title: str
    links: tuple[Link, ...] = ()


class Footer(Value, frozen=True):
    """What stands at the bottom of every page."""

    groups: tuple[LinkGroup, ...] = ()
    social: tuple[Link, ...] = ()
    legal: tuple[Link, ...] = ()
    copyright: str = ""


class Lifecycle(Value, frozen=True):
    """Days: how long before its closing day a posting is "closing soon", and when to look at it again.

    A closed posting keeps its page for `keep_closed_for` days after its last open one; None: for ever.
    An open posting counts as stale after `stale_after` without a change.
    """

    closing_soon: int = 7
    review_after: int = 90
    keep_closed_for: int | None = None
    stale_after: int = 180


class Policies(Value, frozen=True):
    """What the site asks of its postings, and which of the checks are `off`, by their names.

    Each of `words` is a group of phrases, of which a posting's words must hold one; `require` names fields.
    """

    off: tuple[str, ...] = ()
    require: tuple[str, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()


class Search(Value, frozen=True):
    """What the job search knows besides the postings: groups of words that mean the same."""

    synonyms: tuple[tuple[str, ...], ...] = ()


class Analytics(Value, frozen=True):
    """A script of another host that counts visits; `data` are names and values for its tag."""

    script: str
    data: tuple[tuple[str, str], ...] = ()
    hosts: tuple[str, ...] = ()


class OtherHosts(Value, frozen=True):
    """Hosts besides the site's own that its pages may load from, by what they bring."""

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    connections: tuple[str, ...] = ()


class IndeedFeed(Value, frozen=True):
    """What Indeed wants to know of who sends it the jobs; `email` is written to, to check that."""

    email: str
    publisher: str = ""
    publisher_url: str = ""


class LinkedInFeed(Value, frozen=True):
    """The company's number on LinkedIn, and who posts its jobs."""

    company_id: int
    email: str


class Feeds(Value, frozen=True):
    """The job boards that the site writes a feed for."""

    indeed: IndeedFeed | None = None
    linkedin: LinkedInFeed | None = None


class Deployment(Value, frozen=True):
    """Where `openings deploy` sends the site: one of `branch`, `rsync`, `folder` and `bucket` is said.

    `url` is where visitors find it; empty for the site's own. The others belong to one kind of place.
    """

    name: str = ""
    branch: str = ""
    remote: str = "origin"
    rsync: str = ""
    folder: str = ""
    bucket: str = ""
    prefix: str = ""
    endpoint: str = ""
    region: str = ""
    cloudfront: str = ""
    url: str = ""


class Links(Value, frozen=True):
    """What is said of links to other sites: `skip` names hosts, and paths on them, that nobody asks."""

    skip: tuple[str, ...] = ()


class SiteConfig(Value, frozen=True):
    """The whole of site.yaml; `url` ends without a slash."""

    spans: Spans
    name: str
    url: str
    title: str = ""
    tagline: str = ""
    description: str = ""
    time_zone: str = "UTC"
    language: str = "en"
    languages: tuple[str, ...] = ()
    company: Company = Company()
    logo: str = ""
    theme: Theme = Theme()
    open_application: str = ""
    adjustments: Contact | None = None
    include: tuple[str, ...] = ()
    navigation: tuple[str | Link, ...] = ()
    footer: Footer = Footer()
    lifecycle: Lifecycle = Lifecycle()
    policies: Policies = Policies()
    search: Search = Search()
    apply_parameters: tuple[str, ...] = ()
    analytics: Analytics | None = None
    other_hosts: OtherHosts = OtherHosts()
    cards: bool = False
    redirects: tuple[Redirection, ...] = ()
    hosts: tuple[str, ...] = ()
    feeds: Feeds = Feeds()
    deploy: tuple[Deployment, ...] = ()
    links: Links = Links()

    @property
    def employer(self) -> str:
        """Who hires: the company's name, else the site's."""
        return self.company.name or self.name

    def hiring(self, company: str) -> str:
        """Who hires for a posting that names `company`, or none."""
        return company or self.employer

    def is_own(self, company: str) -> bool:
        """Whether a posting's `company` is the site's own: unsaid, its name, or the site's name."""
        return company in ("", self.employer, self.name)

    @property
    def base_path(self) -> str:
        """The path the site lives under, such as `/careers`; empty at a host's root."""
        return urlsplit(self.url).path.rstrip("/")
