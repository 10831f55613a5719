"""What is written for machines, made without a template."""

from collections.abc import Callable
from typing import assert_never

from generator.pages.board_views import IndeedView, LinkedInView
from generator.pages.data_views import (
    AzureView,
    DataView,
    FeedView,
    HeadersView,
    JobsFeedView,
    RedirectsView,
    RedirectView,
    RobotsView,
    SearchIndexView,
    SitemapIndexView,
    SitemapView,
    VercelView,
)
from generator.render.atom import atom
from generator.render.boards.indeed import indeed
from generator.render.boards.linkedin import linkedin
from generator.render.bodies import Bodies
from generator.render.hosts import host_file
from generator.render.jobs_feed import jobs_feed
from generator.render.redirect import redirect
from generator.render.search_index import search_index
from generator.render.sitemap import for_search_engines


def data(view: DataView, bodies: Bodies, words: Callable[..., str]) -> bytes:
    """The bytes of the file; `words` are the catalogue's, as templates ask for them."""
    match view:
        case SitemapView() | SitemapIndexView() | RobotsView():
            return for_search_engines(view)
        case FeedView():
            return atom(view, words)
        case JobsFeedView():
            return jobs_feed(view)
        case SearchIndexView():
            return search_index(view)
        case IndeedView():
            return indeed(view, bodies)
        case LinkedInView():
            return linkedin(view, bodies)
        case RedirectView():
            return redirect(view)
        case RedirectsView() | HeadersView() | VercelView() | AzureView():
            return host_file(view)
        case _:
            assert_never(view)
