"""What is written for machines, made without a template."""

from typing import assert_never

from generator.pages.data_views import (
    AzureView,
    DataView,
    HeadersView,
    RedirectsView,
    RedirectView,
    RobotsView,
    SearchIndexView,
    SitemapView,
    VercelView,
)
from generator.render.hosts import host_file
from generator.render.redirect import redirect
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
        case RedirectView():
            return redirect(view)
        case RedirectsView() | HeadersView() | VercelView() | AzureView():
            return host_file(view)
        case _:
            assert_never(view)
