"""`/sitemap.xml`, or what it is divided into."""

from datetime import date

from generator.library.nodes import Category, Place
from generator.library.site import Job
from generator.model import documents
from generator.pages.changes import article_changed
from generator.pages.data_views import SitemapEntry, SitemapIndexView, SitemapView
from generator.pages.kinds import Kind
from generator.pages.kit import Kit
from generator.pages.page import Page


def sitemap_view(page: Page, kit: Kit) -> SitemapView | SitemapIndexView:
    """A sitemap with the pages it lists, or the one that lists the others."""
    listed = kit.plan.sitemaps
    if page.url in listed:
        return SitemapView(_entries(listed[page.url], kit))
    return SitemapIndexView(tuple(_part(url, pages, kit) for url, pages in listed.items()))


def _entries(pages: tuple[Page, ...], kit: Kit) -> tuple[SitemapEntry, ...]:
    return tuple(SitemapEntry(kit.plan.absolute(page.url), _said(_changed(page, kit))) for page in pages)


def _part(url: str, pages: tuple[Page, ...], kit: Kit) -> SitemapEntry:
    """One of several sitemaps, with the last change of any page in it."""
    days = (_changed(page, kit) for page in pages)
    return SitemapEntry(kit.plan.absolute(url), _said(max(filter(None, days), default=None)))


def _said(day: date | None) -> str:
    return day.isoformat() if day else ""


def _changed(page: Page, kit: Kit) -> date | None:
    """The day of the content's last change, where there is one that the files tell."""
    changes = kit.changes
    match page.subject:
        case Job():
            return page.subject.changed
        case documents.Article():
            return article_changed(page.subject, kit.site)
        case documents.Page(jobs=wanted):
            return changes.chosen(wanted) if wanted else None
        case Category() | Place():
            return changes.of(page.subject)
    if page.kind is Kind.ARTICLES:
        return changes.articles
    if page.kind is Kind.HOME:
        return max(filter(None, (changes.jobs, changes.articles)), default=None)
    return changes.jobs
