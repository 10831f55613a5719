"""Page to view: what a page's template sees depends on the page and the plan alone."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from generator.library.nodes import Category, Place
from generator.library.site import Job
from generator.model import documents
from generator.pages import list_views, node_views, text_views, urls
from generator.pages.cards import Cards, Shared, card_picture
from generator.pages.data_pages import data_view
from generator.pages.data_views import View
from generator.pages.feeds import feed_links
from generator.pages.job_view import job_view
from generator.pages.kinds import DATA, Kind
from generator.pages.kit import Kit, kit_of
from generator.pages.page import Page, document_of, is_indexed
from generator.pages.pictures import picture
from generator.pages.plan import Plan
from generator.pages.views import Frame, Head, HtmlView, Picture

# What services that show shared links can show; SVG isn't among it.
_PHOTOS = (".jpg", ".jpeg", ".png", ".webp")
_SECTIONS = (urls.JOBS, urls.CATEGORIES, urls.LOCATIONS, urls.ARTICLES)


class Viewer:
    """Makes the views of one plan in one language; what several of them show is made once and shared."""

    def __init__(self, plan: Plan, language: str) -> None:
        self._plan = plan
        self._kit = kit_of(plan, language)
        self._cards = Cards(plan.site, plan.assets.cards, language) if plan.assets.cards else None

    @property
    def frame(self) -> Frame:
        """What stands round every page."""
        return self._kit.frame

    def view(self, page: Page) -> View:
        """What the page's template sees."""
        if page.kind in DATA:
            return data_view(page, self._kit)
        if page.kind is Kind.CARD and self._cards and isinstance(page.subject, Shared):
            return self._cards.view(page.subject)
        return _html_view(page, _head(page, self._kit), self._kit)


def _html_view(page: Page, head: Head, kit: Kit) -> HtmlView:
    match page.subject:
        case Job():
            return job_view(page.subject, head, kit)
        case Category():
            return node_views.category_view(page.subject, page, head, kit)
        case Place():
            return node_views.place_view(page.subject, page, head, kit)
        case documents.Article():
            return text_views.article_view(page.subject, head, kit)
        case documents.Page():
            return text_views.words_view(page.subject, page, head, kit)
    return _MAKERS[page.kind](page, head, kit)


_MAKERS: Mapping[Kind, Callable[[Page, Head, Kit], HtmlView]] = {
    Kind.HOME: list_views.home_view,
    Kind.JOBS: list_views.jobs_view,
    Kind.CATEGORIES: node_views.categories_view,
    Kind.LOCATIONS: node_views.locations_view,
    Kind.ARTICLES: text_views.articles_view,
    Kind.SAVED: list_views.saved_view,
    Kind.NOT_FOUND: list_views.not_found_view,
}


def _head(page: Page, kit: Kit) -> Head:
    plan = kit.plan
    following = urls.numbered(page.root, page.number + 1)
    return Head(
        canonical=plan.absolute(page.url),
        section=plan.href(_section(page)),
        is_indexed=is_indexed(page),
        previous_url=plan.absolute(urls.numbered(page.root, page.number - 1)) if page.number > 1 else "",
        next_url=plan.absolute(following) if following in plan.urls else "",
        card=_card(page, plan),
        structured=kit.structured.of(page),
        feeds=feed_links(page, kit),
    )


def _card(page: Page, plan: Plan) -> Picture | None:
    """What stands for the page where its link is shared: drawn for that, else a picture of its own."""
    if isinstance(page.subject, Shared) and page.root in plan.cards:
        return card_picture(plan.absolute(plan.cards[page.root]), page.subject)
    document = document_of(page)
    if document is None or isinstance(document, documents.Snippet):
        return None
    own = picture(document.image, document.image_alt, plan)
    if own is None or not document.image.lower().endswith(_PHOTOS):
        return None
    return replace(own, url=plan.absolute(f"/{document.image.lstrip('/')}"))


def _section(page: Page) -> str:
    """The navigation address that a page belongs under, from the site's root."""
    return next((section for section in _SECTIONS if page.root.startswith(section)), page.root)
