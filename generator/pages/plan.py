"""Every page of a site, before any of them is made."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from generator.diagnostics.codes import pages as codes
from generator.diagnostics.diagnostic import Diagnostic, Note, Span
from generator.library.filters import chosen_jobs
from generator.library.nodes import Category, Place
from generator.library.site import Job, Site
from generator.model import documents
from generator.model.files import STATIC_FOLDER
from generator.model.slugs import slugify
from generator.pages import urls
from generator.pages.assets import Assets

ROWS = 100


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
    NOT_FOUND = "404"
    SITEMAP = "sitemap"
    ROBOTS = "robots"


Subject = Job | Category | Place | documents.Article | documents.Page | None


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the output, and what it is about.

    A list that goes on over several pages has one `Page` for each `number`, counted from 1; `root` is
    the URL of the first of them.
    """

    root: str
    language: str
    kind: Kind
    subject: Subject = None
    number: int = 1

    @property
    def url(self) -> str:
        """Its path from the site's root."""
        return urls.numbered(self.root, self.number)


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages, and where each file of `content/` ended up.

    `url_of` gives the URL of a file's page; `anchors_of` the headings of that page; `hidden` holds the
    files that could have a page and have none today.
    """

    site: Site
    assets: Assets
    pages: tuple[Page, ...]
    urls: frozenset[str]
    url_of: Mapping[str, str]
    anchors_of: Mapping[str, tuple[str, ...]]
    hidden: frozenset[str]

    def href(self, url: str) -> str:
        """A path from the site's root as pages write it: escaped, below the folder the site lives in."""
        return self.site.config.base_path + quote(url, safe="/%:@!$&'()*+,;=~-._?")

    def absolute(self, url: str) -> str:
        """The whole address of a path from the site's root."""
        return self.site.config.url + quote(url, safe="/%:@!$&'()*+,;=~-._?")


def plan(site: Site, assets: Assets, files: Iterable[str] = ()) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The plan of the whole site, and the files that would meet at one URL.

    `files` are the paths of all files that could have a page, published today or not.
    """
    pages = tuple(_pages(site))
    own = {_path(page): page for page in pages if page.number == 1 and _path(page)}
    planned = Plan(
        site=site,
        assets=assets,
        pages=pages,
        urls=frozenset(page.url for page in pages),
        url_of={path: page.url for path, page in own.items()},
        anchors_of={page.url: _body(page).anchors for page in own.values()},
        hidden=frozenset(files) - own.keys(),
    )
    return planned, tuple(_collisions(planned))


def page_count(rows: int) -> int:
    """How many pages a list of so many rows takes: one at the least."""
    return max(1, -(-rows // ROWS))


def _pages(site: Site) -> Iterator[Page]:
    language = site.config.language
    yield Page(urls.HOME, language, Kind.HOME)
    yield from _listing(urls.JOBS, language, Kind.JOBS, None, len(site.open_jobs))
    for job in site.jobs:
        if job.has_page:
            yield Page(urls.job_url(job.slug), language, Kind.JOB, job)
    yield Page(urls.CATEGORIES, language, Kind.CATEGORIES)
    for category in site.categories:
        jobs = len(site.jobs_in(category))
        yield from _listing(urls.category_url(category.slugs), language, Kind.CATEGORY, category, jobs)
    yield Page(urls.LOCATIONS, language, Kind.LOCATIONS)
    for place in site.places:
        yield from _listing(
            urls.place_url(place.slugs), language, Kind.PLACE, place, len(site.jobs_in(place))
        )
    yield Page(urls.ARTICLES, language, Kind.ARTICLES)
    for article in site.articles:
        yield Page(urls.article_url(slugify(article.identity.stem)), language, Kind.ARTICLE, article)
    for words in site.pages:
        url = urls.page_url(slugify(words.identity.stem))
        yield from _listing(url, language, Kind.WORDS, words, len(chosen_jobs(site, words.jobs)))
    yield Page(urls.NOT_FOUND, language, Kind.NOT_FOUND)
    yield Page(urls.SITEMAP, language, Kind.SITEMAP)
    yield Page(urls.ROBOTS, language, Kind.ROBOTS)


def _listing(url: str, language: str, kind: Kind, subject: Subject, rows: int) -> Iterator[Page]:
    """A list's pages: one at the least, one for each hundred rows."""
    for number in range(1, page_count(rows) + 1):
        yield Page(url, language, kind, subject, number)


def _document(page: Page) -> documents.Document | None:
    """The file whose words the page holds."""
    match page.subject:
        case Job():
            return page.subject.posting
        case Category() | Place():
            return page.subject.page
        case documents.Article() | documents.Page():
            return page.subject
    return None


def _path(page: Page) -> str:
    document = _document(page)
    return document.spans.path if document else ""


def _body(page: Page) -> documents.Body:
    document = _document(page)
    return document.body if document else documents.Body()


def _collisions(planned: Plan) -> Iterator[Diagnostic]:
    """Pages and copied files that would be one and the same file of the output."""
    owners: dict[str, Span | None] = {}
    for url, at in _claims(planned):
        if url not in owners:
            owners[url] = at
            continue
        first, second = sorted((owners[url], at), key=lambda span: span or Span(""))
        yield _collision(url, second or Span("content"), first)


def _claims(planned: Plan) -> Iterator[tuple[str, Span | None]]:
    for page in planned.pages:
        document = _document(page)
        yield urls.file_of(page.url), document.spans.at("title") if document else None
    for name in sorted(planned.assets.static):
        yield name, Span(f"{STATIC_FOLDER}/{name}")


def _collision(file: str, at: Span, other: Span | None) -> Diagnostic:
    url = "/" + file.removesuffix("index.html")
    if other is None:
        return Diagnostic(codes.TWO_ON_ONE_URL, f"`{url}` is the site's own page", "rename this file", at)
    return Diagnostic(
        codes.TWO_ON_ONE_URL,
        f"`{at.path}` and `{other.path}` have the same address `{url}`",
        "rename one of the two files",
        at,
        (Note(other, "the other file"),),
    )
