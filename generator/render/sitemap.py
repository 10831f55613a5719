"""`/sitemap.xml`, what it is divided into, and `/robots.txt` (sitemaps.org 0.9; RFC 9309)."""

from collections.abc import Iterable

from generator.pages.data_views import RobotsView, SitemapEntry, SitemapIndexView, SitemapView
from generator.render.xml import DECLARATION, element


def for_search_engines(view: SitemapView | SitemapIndexView | RobotsView) -> bytes:
    """The addresses for search engines and the day of each one's last change, or the way to them."""
    match view:
        case SitemapView():
            return _document("urlset", "url", view.entries)
        case SitemapIndexView():
            return _document("sitemapindex", "sitemap", view.entries)
        case RobotsView():
            return f"User-agent: *\nAllow: /\n\nSitemap: {view.sitemap_url}\n".encode()


def _document(root: str, item: str, entries: Iterable[SitemapEntry]) -> bytes:
    lines = [
        DECLARATION,
        f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *(
            f"  <{item}>{element('loc', entry.url)}{element('lastmod', entry.updated)}</{item}>"
            for entry in entries
        ),
        f"</{root}>",
        "",
    ]
    return "\n".join(lines).encode()
