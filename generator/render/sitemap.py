"""`/sitemap.xml` and `/robots.txt` (sitemaps.org 0.9; RFC 9309)."""

from html import escape

from generator.pages.data_views import RobotsView, SitemapEntry, SitemapView


def sitemap(view: SitemapView) -> bytes:
    """The addresses for search engines, with the day of each one's last change where it is known."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *map(_entry, view.entries),
        "</urlset>",
        "",
    ]
    return "\n".join(lines).encode()


def _entry(entry: SitemapEntry) -> str:
    updated = f"<lastmod>{entry.updated}</lastmod>" if entry.updated else ""
    return f"  <url><loc>{escape(entry.url, quote=False)}</loc>{updated}</url>"


def robots(view: RobotsView) -> bytes:
    """Everything may be read, and here is the sitemap."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {view.sitemap_url}\n".encode()
