"""A file's words, put together again."""

from collections.abc import Callable

from markupsafe import Markup

from generator.pages.views import BodyView

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
