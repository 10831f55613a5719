"""What is written for machines, made without a template."""

from collections.abc import Callable
from typing import assert_never

from generator.pages.board_views import IndeedView, LinkedInView
from generator.pages.data_views import (
    DataView,
    FeedView,
    JobsFeedView,
    RobotsView,
    SearchIndexView,
    SitemapIndexView,
    SitemapView,
)
from generator.render.atom import atom
from generator.render.boards.indeed import indeed
from generator.render.boards.linkedin import linkedin
from generator.render.bodies import Bodies
from generator.render.jobs_feed import jobs_feed
from generator.render.search_index import search_index
from generator.render.sitemap import robots, sitemap, sitemap_index


def data(view: DataView, bodies: Bodies, words: Callable[..., str]) -> bytes:
    """The bytes of the file; `words` are the catalogue's, as templates ask for them."""
    match view:
        case SitemapView():
            return sitemap(view)
        case SitemapIndexView():
            return sitemap_index(view)
        case RobotsView():
            return robots(view)
        case SearchIndexView():
            return search_index(view)
        case FeedView():
            return atom(view, words)
        case JobsFeedView():
            return jobs_feed(view)
        case IndeedView():
            return indeed(view, bodies)
        case LinkedInView():
            return linkedin(view, bodies)
        case _:
            assert_never(view)
