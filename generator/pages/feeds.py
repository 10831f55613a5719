"""Feeds of what is new, and the links by which pages name them."""

from datetime import date

from generator.library.nodes import Category, Place
from generator.library.site import Job
from generator.pages import urls
from generator.pages.changes import first_moment, published
from generator.pages.data_views import FeedEntry, FeedView
from generator.pages.kinds import Kind
from generator.pages.kit import Kit
from generator.pages.page import Page
from generator.pages.views import FeedLink

# More than a reader's program asks for in the busiest of weeks; the list has them all.
_ENTRIES = 50


def feed_links(page: Page, kit: Kit) -> tuple[FeedLink, ...]:
    """The feed of all jobs, then that of what the page is about."""
    everything = FeedLink(kit.plan.href(urls.FEED), "jobs")
    match page.subject:
        case Category():
            url = urls.feed_url(urls.category_url(page.subject.slugs))
            return everything, FeedLink(kit.plan.href(url), "category", page.subject.name)
        case Place():
            url = urls.feed_url(urls.place_url(page.subject.slugs))
            return everything, FeedLink(kit.plan.href(url), "place", kit.places.name(page.subject))
    if page.kind in (Kind.ARTICLES, Kind.ARTICLE):
        return everything, FeedLink(kit.plan.href(urls.ARTICLES_FEED), "articles")
    return (everything,)


def feed_view(page: Page, kit: Kit) -> FeedView:
    """The newest of what is open, or of the articles."""
    about, name, subtitle, updated, entries = _content(page, kit)
    config = kit.site.config
    listing = urls.JOBS if page.url == urls.FEED else page.url.removesuffix(urls.feed_url(""))
    return FeedView(
        about=about,
        name=name,
        site_name=config.name,
        url=kit.plan.absolute(page.url),
        page_url=kit.plan.absolute(listing),
        subtitle=subtitle,
        updated=first_moment(updated, kit.site),
        language=config.language,
        author=config.employer,
        author_url=config.company.website,
        generator=kit.frame.generator,
        entries=entries,
    )


def _content(page: Page, kit: Kit) -> tuple[str, str, str, date | None, tuple[FeedEntry, ...]]:
    """What a feed is about, whose it is, what it says of itself, its last change, and its entries."""
    site, changes = kit.site, kit.changes
    match page.subject:
        case Category() as node:
            summary = node.page.summary if node.page else ""
            return "category", node.name, summary, changes.of(node), _jobs(site.jobs_in(node), kit)
        case Place() as node:
            summary = node.page.summary if node.page else ""
            return "place", kit.places.name(node), summary, changes.of(node), _jobs(site.jobs_in(node), kit)
    if page.url == urls.ARTICLES_FEED:
        newest = published(site)[:_ENTRIES]
        return "articles", "", "", changes.articles, tuple(map(kit.entries.article, newest))
    subtitle = site.config.description or site.config.tagline
    return "jobs", "", subtitle, changes.jobs, _jobs(site.open_jobs, kit)


def _jobs(jobs: tuple[Job, ...], kit: Kit) -> tuple[FeedEntry, ...]:
    return tuple(map(kit.entries.job, jobs[:_ENTRIES]))
