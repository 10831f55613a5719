"""Which pages a site has."""

from collections.abc import Iterable, Iterator, Mapping

from generator.diagnostics.diagnostic import Diagnostic
from generator.library.site import Job, Site
from generator.pages import urls
from generator.pages.assets import Assets
from generator.pages.cards import Cards, Shared
from generator.pages.hosts import host_files
from generator.pages.kinds import Kind
from generator.pages.page import Page, Subject, document_of, is_indexed, page_count
from generator.pages.sitemap_parts import Limits, divided


def readable_pages(site: Site, chosen: Mapping[str, tuple[Job, ...]]) -> Iterator[Page]:
    """The pages for people; `chosen` gives the open jobs that a file of `content/pages/` lists."""
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
        yield Page(urls.own_url(article), language, Kind.ARTICLE, article)
    for words in site.pages:
        rows = len(chosen[words.spans.path])
        yield from _listing(urls.own_url(words), language, Kind.WORDS, words, rows)
    yield Page(urls.SAVED, language, Kind.SAVED)
    yield Page(urls.NOT_FOUND, language, Kind.NOT_FOUND)


def data_pages(site: Site, sitemaps: Mapping[str, tuple[Page, ...]]) -> Iterator[Page]:
    """What is written for machines."""
    language = site.config.language
    yield Page(urls.SEARCH_INDEX, language, Kind.SEARCH_INDEX)
    yield Page(urls.FEED_OF_JOBS, language, Kind.JOBS_FEED)
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


def sitemaps(site: Site, pages: Iterable[Page], limits: Limits) -> dict[str, tuple[Page, ...]]:
    """The pages that search engines should keep, by the URL of the sitemap that lists them."""
    by_address = {site.config.url + urls.escaped(page.url): page for page in pages if is_indexed(page)}
    parts = divided(sorted(by_address), limits)
    named = [urls.SITEMAP] if len(parts) == 1 else [urls.sitemap_url(n) for n in range(1, len(parts) + 1)]
    return {
        url: tuple(by_address[address] for address in part) for url, part in zip(named, parts, strict=True)
    }


def shared_cards(
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
