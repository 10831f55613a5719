"""`feed.xml`: what is new, for programs that follow sites (RFC 4287)."""

from collections.abc import Callable

from generator.pages.data_views import FeedEntry, FeedView
from generator.render.words import MissingWordError
from generator.render.xml import DECLARATION, attribute, element, text

# What the words that feeds are titled with begin with, in the theme's catalogue.
WORDS = "feed."

# Atom demands a moment even of a feed that nothing was ever in.
_NEVER = "1970-01-01T00:00:00Z"


def atom(view: FeedView, words: Callable[..., str]) -> bytes:
    """A feed with its entries."""
    lines = [
        DECLARATION,
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{attribute(view.language)}">',
        element("id", view.url),
        element("title", _title(view, words)),
        element("subtitle", view.subtitle),
        element("updated", view.updated or _NEVER),
        f'<link rel="self" type="application/atom+xml" href="{attribute(view.url)}"/>',
        f'<link rel="alternate" type="text/html" href="{attribute(view.page_url)}"/>',
        f"<author>{element('name', view.author)}{element('uri', view.author_url)}</author>",
        element("generator", view.generator),
        *map(_entry, view.entries),
        "</feed>",
    ]
    return ("\n".join(filter(None, lines)) + "\n").encode()


def _title(view: FeedView, words: Callable[..., str]) -> str:
    """In the catalogue's words; by names alone where a theme has none for feeds."""
    try:
        return words(f"{WORDS}{view.about}", name=view.name, site=view.site_name)
    except MissingWordError:
        return " – ".join(filter(None, (view.name, view.site_name)))


def _entry(entry: FeedEntry) -> str:
    language = f' xml:lang="{attribute(entry.language)}"' if entry.language else ""
    parts = [
        f"<entry{language}>",
        element("id", entry.id),
        element("title", entry.title),
        f'<link rel="alternate" type="text/html" href="{attribute(entry.url)}"/>',
        element("published", entry.published),
        element("updated", entry.updated),
        f"<author>{element('name', entry.author)}</author>" if entry.author else "",
        *(f'<category term="{attribute(term)}"/>' for term in entry.categories),
        f'<summary type="text">{text(entry.summary)}</summary>' if entry.summary else "",
        "</entry>",
    ]
    return "\n".join(filter(None, parts))
