"""Every page of a site, before any of them is made."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from heapq import nsmallest
from typing import TypeVar

from msgspec import Struct

from generator.diagnostics.diagnostic import Diagnostic
from generator.library.filters import chosen_jobs
from generator.library.nodes import Category, Place, Slugs
from generator.library.site import Job, Site
from generator.model import documents
from generator.model.files import STATIC_FOLDER
from generator.model.slugs import fold, slugify
from generator.pages import urls
from generator.pages.assets import Assets
from generator.pages.cards import Cards, Shared
from generator.pages.claims import Claim, collisions
from generator.pages.hosts import host_files
from generator.pages.kinds import HOST_FILES, Kind
from generator.pages.redirects import Redirect, Taken, redirects
from generator.pages.sitemap_parts import LIMITS, Limits, divided

ROWS = 100
NEIGHBOURS = 12

_N = TypeVar("_N", Category, Place)


Subject = Job | Category | Place | documents.Article | documents.Page | Redirect | None


class Page(Struct, frozen=True):
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


class Plan(Struct, frozen=True):
    """All pages, and where each file of `content/` ended up.

    `base_path` is the folder that the site lives in. `url_of` gives the URL of a file's page; `anchors_of`
    the headings of that page; `hidden` holds the files that could have a page and have none today,
    `hidden_urls` where that would be. `chosen` gives the open jobs that a file of `content/pages/` lists.
    `busiest_categories` and `busiest_places` hold, for each node, those right below it with the most open
    jobs, then by name. `cards` gives the URL of the picture for sharing by that of its page. `sitemaps`
    gives the pages that each sitemap lists, by the sitemap's URL: where they are several, the one at
    `/sitemap.xml` lists the others and isn't among them. `redirects` lead from addresses without a page,
    straight to where they end.
    """

    site: Site
    base_path: str
    assets: Assets
    pages: tuple[Page, ...]
    urls: frozenset[str]
    url_of: Mapping[str, str]
    anchors_of: Mapping[str, tuple[str, ...]]
    hidden: frozenset[str]
    hidden_urls: frozenset[str]
    chosen: Mapping[str, tuple[Job, ...]]
    cards: Mapping[str, str]
    sitemaps: Mapping[str, tuple[Page, ...]]
    busiest_categories: Mapping[Slugs, tuple[Category, ...]]
    busiest_places: Mapping[Slugs, tuple[Place, ...]]
    redirects: tuple[Redirect, ...]

    def href(self, url: str, rest: str = "") -> str:
        """A path from the site's root as pages write it: escaped, below the folder the site lives in.

        `rest` is a query or fragment as somebody wrote it.
        """
        return self.base_path + urls.escaped(url, rest)

    def absolute(self, url: str) -> str:
        """The whole address of a path from the site's root."""
        return self.site.config.url + urls.escaped(url)

    def is_hidden(self, url: str) -> bool:
        """Whether a page would be at this path, with or without its last slash, and isn't published today."""
        return (url if url.endswith("/") else f"{url}/") in self.hidden_urls


def plan(
    site: Site,
    assets: Assets,
    files: Iterable[documents.Document] = (),
    limits: Limits = LIMITS,
) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The plan of the whole site, and the files that would meet at one URL.

    `files` are all documents that could have a page, published today or not; `limits` are those of one
    sitemap.
    """
    chosen = {words.spans.path: chosen_jobs(site, words.jobs) for words in site.pages}
    readable = tuple(page for page in _pages(site, chosen) if not _is_replaced(page, assets))
    cards, left_out = _cards(site, assets, readable)
    sitemaps = _sitemaps(site, readable, limits)
    made = tuple(page for page in _data(site, sitemaps) if not _is_replaced(page, assets))
    own_pages = (*readable, *cards.values(), *made)
    taken = frozenset(page.url for page in own_pages)
    own = [(document, page.url) for page in readable if page.number == 1 and (document := document_of(page))]
    url_of = {document.spans.path: url for document, url in own}
    unpublished = tuple(d for d in files if d.spans.path not in url_of)
    hidden_urls = frozenset((*map(_own_url, unpublished), *site.past.gone)) - taken
    leading, of_redirects = redirects(site, _url_of, _taken(own_pages, assets, hidden_urls))
    language = site.config.language
    pages = (*own_pages, *(Page(found.source, language, Kind.REDIRECT, found) for found in leading))
    planned = Plan(
        site=site,
        base_path=site.config.base_path,
        assets=assets,
        pages=pages,
        urls=taken.union(found.source for found in leading),
        url_of=url_of,
        anchors_of={url: document.body.anchors for document, url in own},
        hidden=frozenset(d.spans.path for d in unpublished),
        hidden_urls=hidden_urls,
        chosen=chosen,
        cards={url: card.url for url, card in cards.items()},
        sitemaps=sitemaps,
        busiest_categories=_busiest(site, site.subcategories, lambda node: node.name),
        busiest_places=_busiest(site, site.subplaces, lambda node: node.city),
        redirects=leading,
    )
    return planned, (*collisions(_claims(planned)), *left_out, *of_redirects)


def _is_replaced(page: Page, assets: Assets) -> bool:
    """Whether a file of the site's own stands for what nobody wrote: a remembered job, a file for hosts."""
    is_ours = page.kind in HOST_FILES or (isinstance(page.subject, Job) and page.subject.is_remembered)
    return is_ours and urls.file_of(page.url) in assets.static


def _taken(pages: Iterable[Page], assets: Assets, hidden: Container[str]) -> Taken:
    """What the site's addresses hold before any is redirected."""
    aims = {page.url: page.subject for page in pages if not isinstance(page.subject, Redirect)}
    return Taken(aims, lambda url: urls.file_of(url) in assets.static, lambda url: url in hidden)


def _url_of(subject: Job | documents.Article | documents.Page) -> str:
    """The URL of a posting, article or page."""
    return _own_url(subject.posting if isinstance(subject, Job) else subject)


def _own_url(document: documents.Document) -> str:
    """The URL that a posting, article or page has when it is published."""
    slug = slugify(document.identity.stem)
    match document:
        case documents.Posting():
            return urls.job_url(slug)
        case documents.Article():
            return urls.article_url(slug)
    return urls.page_url(slug)


def _busiest(
    site: Site, below: Mapping[Slugs, tuple[_N, ...]], name_of: Callable[[_N], str]
) -> dict[Slugs, tuple[_N, ...]]:
    """The children of each node with the most open jobs: one more than a page shows beside its own."""

    def order(node: _N) -> tuple[int, str, Slugs]:
        return -len(site.jobs_in(node)), fold(name_of(node)), node.slugs

    return {parent: tuple(nsmallest(NEIGHBOURS + 1, nodes, key=order)) for parent, nodes in below.items()}


def page_count(rows: int) -> int:
    """How many pages a list of so many rows takes: one at the least."""
    return max(1, -(-rows // ROWS))


def rows_of(page: Page) -> slice:
    """Which rows of its list a page shows."""
    return slice((page.number - 1) * ROWS, page.number * ROWS)


def _pages(site: Site, chosen: Mapping[str, tuple[Job, ...]]) -> Iterator[Page]:
    language = site.config.language
    yield Page(urls.HOME, language, Kind.HOME)
    yield from _listing(urls.JOBS, language, Kind.JOBS, None, len(site.open_jobs))
    for job in site.jobs_with_past:
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
        yield Page(_own_url(article), language, Kind.ARTICLE, article)
    for words in site.pages:
        rows = len(chosen[words.spans.path])
        yield from _listing(_own_url(words), language, Kind.WORDS, words, rows)
    yield Page(urls.SAVED, language, Kind.SAVED)
    yield Page(urls.NOT_FOUND, language, Kind.NOT_FOUND)


def _data(site: Site, sitemaps: Mapping[str, tuple[Page, ...]]) -> Iterator[Page]:
    """What is written for machines."""
    language = site.config.language
    yield Page(urls.SEARCH_INDEX, language, Kind.SEARCH_INDEX)
    yield Page(urls.JOBS_FEED, language, Kind.JOBS_FEED)
    yield Page(urls.FEED, language, Kind.FEED)
    for category in site.categories:
        yield Page(urls.feed_url(urls.category_url(category.slugs)), language, Kind.FEED, category)
    for place in site.places:
        yield Page(urls.feed_url(urls.place_url(place.slugs)), language, Kind.FEED, place)
    yield Page(urls.ARTICLES_FEED, language, Kind.FEED)
    if site.config.feeds.indeed:
        yield Page(urls.INDEED, language, Kind.INDEED)
    if site.config.feeds.linkedin:
        yield Page(urls.LINKEDIN, language, Kind.LINKEDIN)
    for url in dict.fromkeys((*sitemaps, urls.SITEMAP)):
        yield Page(url, language, Kind.SITEMAP)
    yield Page(urls.ROBOTS, language, Kind.ROBOTS)
    for url, kind in host_files(site.config):
        yield Page(url, language, kind)


def _sitemaps(site: Site, pages: Iterable[Page], limits: Limits) -> dict[str, tuple[Page, ...]]:
    """The pages that search engines should keep, by the URL of the sitemap that lists them."""
    by_address = {site.config.url + urls.escaped(page.url): page for page in pages if is_indexed(page)}
    parts = divided(sorted(by_address), limits)
    named = [urls.SITEMAP] if len(parts) == 1 else [urls.sitemap_url(n) for n in range(1, len(parts) + 1)]
    return {
        url: tuple(by_address[address] for address in part) for url, part in zip(named, parts, strict=True)
    }


def is_indexed(page: Page) -> bool:
    """Whether search engines should keep the page."""
    if isinstance(page.subject, Job):
        return page.subject.is_open  # Google: an expired job leaves the index
    if isinstance(page.subject, documents.Article | documents.Page):
        return page.subject.status != "draft"
    return page.kind not in (Kind.SAVED, Kind.NOT_FOUND)


def _cards(
    site: Site, assets: Assets, pages: Iterable[Page]
) -> tuple[dict[str, Page], tuple[Diagnostic, ...]]:
    """The pictures for sharing by the URLs of their pages, and why some pages have none."""
    if assets.cards is None:
        return {}, ()
    cards = Cards(site, assets.cards, site.config.language)
    drawn: dict[str, Page] = {}
    problems: list[Diagnostic] = []
    for page in pages:
        if not isinstance(page.subject, Shared) or page.number > 1 or not document_of(page):
            continue
        if problem := cards.problem(page.subject):
            problems.append(problem)
        else:
            drawn[page.url] = Page(urls.card_url(page.url), page.language, Kind.CARD, page.subject)
    return drawn, tuple(problems)


def _listing(url: str, language: str, kind: Kind, subject: Subject, rows: int) -> Iterator[Page]:
    """A list's pages: one at the least, one for each hundred rows."""
    for number in range(1, page_count(rows) + 1):
        yield Page(url, language, kind, subject, number)


def document_of(page: Page) -> documents.Document | None:
    """The file whose words the page holds."""
    match page.subject:
        case Job():
            return None if page.subject.is_remembered else page.subject.posting
        case Category() | Place():
            return page.subject.page
        case documents.Article() | documents.Page():
            return page.subject
    return None


def _claims(planned: Plan) -> Iterator[Claim]:
    """Every file of the output with what it comes from."""
    yield Claim(urls.STAGING, whose="the folder that a build works in")
    categories = {category.slugs: category for category in reversed(planned.site.categories)}
    for page in planned.pages:
        # Two categories on one URL are the category tree's to report.
        if isinstance(page.subject, Category) and categories[page.subject.slugs] is not page.subject:
            continue
        if isinstance(page.subject, Redirect):
            yield Claim(urls.file_of(page.url), page.subject.spans, field=f"{page.subject.field}.from")
            continue
        document = document_of(page)
        spans = document.spans if document else None
        yield Claim(urls.file_of(page.url), spans, "the site's own page")
    for url in planned.assets.theme.values():
        yield Claim(url.lstrip("/"), whose="a file of the theme")
    for name in sorted(planned.assets.static):
        yield Claim(name, documents.Spans(f"{STATIC_FOLDER}/{name}"))
