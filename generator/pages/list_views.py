"""Home, the list of all jobs, the visitor's own list, and the page for addresses that lead nowhere."""

from generator.pages import urls
from generator.pages.facets import facets
from generator.pages.kit import Kit
from generator.pages.page import Page
from generator.pages.views import CategoryEntry, Head, HomeView, JobsView, NotFoundView, SavedView
from generator.pages.world import map_dots

_NEWEST = 8
_ARTICLES = 3


def home_view(page: Page, head: Head, kit: Kit) -> HomeView:
    """`/`."""
    site = kit.site
    return HomeView(
        frame=kit.frame,
        head=head,
        tagline=site.config.tagline,
        description=site.config.description,
        total=kit.formats.count(len(site.open_jobs)),
        categories=_hiring(kit),
        places=tuple(entry for entry in kit.places.below(()) if entry.count.number),
        map_dots=map_dots(kit),
        newest=tuple(map(kit.rows.row, site.open_jobs[:_NEWEST])),
        articles=kit.articles.cards(site.articles[:_ARTICLES]),
    )


def jobs_view(page: Page, head: Head, kit: Kit) -> JobsView:
    """`/jobs/` and its further pages."""
    return JobsView(
        frame=kit.frame,
        head=head,
        jobs=kit.rows.page_of(kit.groups.jobs, page),
        groups=kit.groups.on_page(page),
        facets=facets(kit) if page.number == 1 else (),
        index_url=kit.plan.href(urls.SEARCH_INDEX),
    )


def saved_view(page: Page, head: Head, kit: Kit) -> SavedView:
    """`/saved/`."""
    return SavedView(kit.frame, head, kit.plan.href(urls.SEARCH_INDEX))


def not_found_view(page: Page, head: Head, kit: Kit) -> NotFoundView:
    """`/404.html`."""
    return NotFoundView(kit.frame, head, _hiring(kit))


def _hiring(kit: Kit) -> tuple[CategoryEntry, ...]:
    """The top categories that have an open job."""
    return tuple(entry for entry in kit.categories.below(()) if entry.count.number)
