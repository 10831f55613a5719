"""The whole site as values: what the pages are planned from, on one day."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from generator.library.categories import CategoryTree
from generator.library.nodes import Category, Place, Slugs, lineage
from generator.library.places import PlaceTree
from generator.model.documents import Article, Identity, Page, Posting, Snippet
from generator.model.files import LOCK_FILE
from generator.model.published import Published
from generator.model.site_config import SiteConfig
from generator.model.values import Salary


class State(StrEnum):
    """Where a posting stands on the site's day."""

    DRAFT = "draft"
    UPCOMING = "upcoming"
    OPEN = "open"
    ON_HOLD = "on-hold"
    CLOSED = "closed"


class Standing(Struct, frozen=True):
    """A posting's state, and why it is closed: `date`, `filled` or `closed`."""

    state: State
    reason: str = ""
    is_closing_soon: bool = False


class JobPlace(Struct, frozen=True):
    """One place of a job, with its own way to apply and pay where it has them."""

    place: Place
    apply: str = ""
    salary: Salary | None = None


class Job(Struct, frozen=True):
    """A posting among the others: its standing today, its categories and places found.

    `last_open` is the last day on which a closed posting was open, None where nobody knows it. `changed` is
    the day of the last change that a reader of the site would call one, never one that is still to come.
    """

    posting: Posting
    slug: str
    standing: Standing
    last_open: date | None
    changed: date
    has_page: bool
    categories: tuple[Category, ...]
    places: tuple[JobPlace, ...]
    salary: Salary | None

    @property
    def is_open(self) -> bool:
        """Whether lists, counts and feeds hold it."""
        return self.standing.state is State.OPEN

    @property
    def is_remembered(self) -> bool:
        """Whether content/urls.lock alone knows of it."""
        return self.posting.spans.path == LOCK_FILE

    @property
    def apply(self) -> str:
        """Where to apply: the posting's own way, else the first of its places'."""
        return self.posting.apply or next((p.apply for p in self.places if p.apply), "")


def newest_first(job: Job) -> tuple[int, str, Identity]:
    """The order of lists, and of equals among similar jobs: newest first, then by id."""
    return (-job.posting.posted.toordinal(), job.posting.id, job.posting.identity)


def nodes_of(job: Job) -> tuple[tuple[str, Slugs], ...]:
    """The categories and places that the job is in, and all above them: `("category", slugs)` and so on."""
    nodes = [("category", above) for c in job.categories for above in lineage(c.slugs)]
    nodes += [("place", above) for p in job.places for above in lineage(p.place.slugs)]
    return tuple(dict.fromkeys(nodes))


class Topics(Struct, frozen=True):
    """The categories and places an article speaks of, as far as they have a page."""

    categories: tuple[Category, ...]
    places: tuple[Place, ...]


class Past(Struct, frozen=True):
    """What became of postings' addresses that no file has a page at today.

    `remembered` are closed jobs that content/urls.lock alone knows of: they have a page, and are in no list
    or count. `expired` are those that closed too long ago to have one. `renamed` gives the job that goes on
    under another address. `gone` holds the addresses of jobs that closed too long ago to keep their page.
    """

    remembered: tuple[Job, ...] = ()
    expired: tuple[Job, ...] = ()
    renamed: Mapping[str, Job] = field(default_factory=dict)
    gone: tuple[str, ...] = ()


class Site(Struct, frozen=True):
    """Everything that pages are made from; jobs and articles newest first.

    `categories` and `places` are those with a page, parents before their children; `subcategories` and
    `subplaces` hold the same right below each (`()` for the top), and the trees find any that a file
    mentions. `listed` holds the open jobs at and below each node, by `("category", slugs)` and
    `("place", slugs)`. `similar` holds the best few open jobs for each job that has a page: nothing
    until the table of `similar/` is put there, which takes a time of its own. `published` holds what
    content/urls.lock says, None where there is no such file.
    """

    config: SiteConfig
    today: date
    jobs: tuple[Job, ...]
    open_jobs: tuple[Job, ...]
    articles: tuple[Article, ...]
    topics: Mapping[Identity, Topics]
    pages: tuple[Page, ...]
    snippets: Mapping[Identity, Snippet]
    category_tree: CategoryTree
    place_tree: PlaceTree
    categories: tuple[Category, ...]
    places: tuple[Place, ...]
    subcategories: Mapping[Slugs, tuple[Category, ...]]
    subplaces: Mapping[Slugs, tuple[Place, ...]]
    listed: Mapping[tuple[str, Slugs], tuple[Job, ...]]
    similar: Mapping[Identity, tuple[Job, ...]]
    past: Past = Past()
    published: tuple[Published, ...] | None = None

    @property
    def jobs_with_past(self) -> tuple[Job, ...]:
        """All jobs, and those that are remembered."""
        return (*self.jobs, *self.past.remembered)

    def included(self, job: Job) -> tuple[Identity, ...]:
        """The snippets that go with a job's words, each once; none with a job that is only remembered."""
        if job.is_remembered:
            return ()
        language = job.posting.identity.language
        named = (Identity(stem, language) for stem in (*job.posting.include, *self.config.include))
        return tuple(dict.fromkeys(snippet for snippet in named if snippet in self.snippets))

    def jobs_in(self, node: Category | Place) -> tuple[Job, ...]:
        """The open jobs at and below a category or place, newest first."""
        kind = "category" if isinstance(node, Category) else "place"
        return self.listed.get((kind, node.slugs), ())
