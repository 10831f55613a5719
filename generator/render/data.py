"""What is written for machines, made without a template."""

from typing import assert_never

from generator.pages.data_views import DataView, RobotsView, SearchIndexView, SitemapView
from generator.render.search_index import search_index
from generator.render.sitemap import robots, sitemap


def data(view: DataView) -> bytes:
    """The bytes of the file."""
    match view:
        case SitemapView():
            return sitemap(view)
        case RobotsView():
            return robots(view)
        case SearchIndexView():
            return search_index(view)
        case _:
            assert_never(view)
