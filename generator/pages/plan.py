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
from generator.model.slugs import fold
from generator.pages import urls
from generator.pages.assets import Assets
from generator.pages.claims import Claim, collisions
from generator.pages.inventory import data_pages, readable_pages, shared_cards, sitemaps
from generator.pages.kinds import HOST_FILES, Kind
from generator.pages.page import Page, document_of
from generator.pages.redirects import Redirect, Taken, redirects
from generator.pages.sitemap_parts import LIMITS, Limits

# So many neighbours a category or place shows beside its own.
NEIGHBOURS = 12

_N = TypeVar("_N", Category, Place)


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
    readable = tuple(page for page in readable_pages(site, chosen) if not _is_replaced(page, assets))
    cards, left_out = shared_cards(site, assets, readable)
    listed = sitemaps(site, readable, limits)
    made = tuple(page for page in data_pages(site, listed) if not _is_replaced(page, assets))
    own_pages = (*readable, *cards.values(), *made)
    taken = frozenset(page.url for page in own_pages)
    own = [(document, page.url) for page in readable if page.number == 1 and (document := document_of(page))]
    url_of = {document.spans.path: url for document, url in own}
    unpublished = tuple(d for d in files if d.spans.path not in url_of)
    hidden_urls = frozenset((*map(urls.own_url, unpublished), *site.past.gone)) - taken
    leading, of_redirects = redirects(site, _taken(own_pages, assets, hidden_urls))
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
        sitemaps=listed,
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


def _busiest(
    site: Site, below: Mapping[Slugs, tuple[_N, ...]], name_of: Callable[[_N], str]
) -> dict[Slugs, tuple[_N, ...]]:
    """The children of each node with the most open jobs: one more than a page shows beside its own."""

    def order(node: _N) -> tuple[int, str, Slugs]:
        return -len(site.jobs_in(node)), fold(name_of(node)), node.slugs

    return {parent: tuple(nsmallest(NEIGHBOURS + 1, nodes, key=order)) for parent, nodes in below.items()}


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
