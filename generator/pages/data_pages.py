"""Page to view, for what is written for machines."""

from collections.abc import Callable, Mapping

from generator.pages import urls
from generator.pages.boards.indeed import indeed_view
from generator.pages.boards.linkedin import linkedin_view
from generator.pages.data_views import DataView, RobotsView
from generator.pages.feeds import feed_view
from generator.pages.host_views import host_view
from generator.pages.jobs_feed import jobs_feed_view
from generator.pages.kinds import HOST_FILES, Kind
from generator.pages.kit import Kit
from generator.pages.page import Page
from generator.pages.redirect_view import redirect_view
from generator.pages.redirects import Redirect
from generator.pages.search_index import search_index_view
from generator.pages.sitemap import sitemap_view


def data_view(page: Page, kit: Kit) -> DataView:
    """What the file says; `page` is of one of the kinds `DATA`."""
    if isinstance(page.subject, Redirect):
        return redirect_view(page.subject, kit)
    if page.kind in HOST_FILES:
        return host_view(page.kind, kit.plan)
    return _MAKERS[page.kind](page, kit)


_MAKERS: Mapping[Kind, Callable[[Page, Kit], DataView]] = {
    Kind.SITEMAP: sitemap_view,
    Kind.ROBOTS: lambda _, kit: RobotsView(kit.plan.absolute(urls.SITEMAP)),
    Kind.SEARCH_INDEX: lambda _, kit: search_index_view(kit),
    Kind.FEED: feed_view,
    Kind.JOBS_FEED: lambda _, kit: jobs_feed_view(kit),
    Kind.INDEED: lambda _, kit: indeed_view(kit),
    Kind.LINKEDIN: lambda _, kit: linkedin_view(kit),
}
