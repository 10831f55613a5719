"""A file's words, put together again."""

from collections.abc import Callable
from html import escape

from markupsafe import Markup

from generator.pages.views import BodyView, SnippetView

# The pieces of HTML of the body of the file at a path, as `content` made them.
Bodies = Callable[[str], tuple[str, ...]]


def html_of(body: BodyView, bodies: Bodies) -> Markup:
    """A file's words with its links and pictures in their places."""
    if not body.source:
        return Markup()
    pieces = bodies(body.source)
    parts = [pieces[0]]
    for attribute, piece in zip(body.attributes, pieces[1:], strict=True):
        parts += (attribute, piece)
    return Markup("".join(parts))


def posting_html(body: BodyView, snippets: tuple[SnippetView, ...], bodies: Bodies) -> str:
    """All words of a posting: its own, then each snippet under its title."""
    parts = [str(html_of(body, bodies)).strip()]
    for snippet in snippets:
        parts.append(f"<h2>{escape(snippet.title, quote=False)}</h2>" if snippet.title else "")
        parts.append(str(html_of(snippet.body, bodies)).strip())
    return "\n".join(filter(None, parts))
