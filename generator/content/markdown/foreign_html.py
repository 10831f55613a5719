"""HTML of other systems brought into order: balanced, and with nothing but words, structure and links."""

from functools import cache
from typing import TYPE_CHECKING

from generator.content.markdown.targets import LINK_SCHEMES

if TYPE_CHECKING:
    import nh3

_SECTIONS = frozenset(
    (
        "address", "article", "aside", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "form", "header", "main", "nav", "section", "summary",
    )
)  # fmt: skip
_ELEMENTS = _SECTIONS | {
    *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"),
    *("a", "b", "strong", "i", "em", "code", "kbd", "samp", "img"),
}
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
# Their contents are no words.
_UNREAD = {"script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math", "textarea"}


def plain_html(text: str) -> str:
    """The HTML as a browser would understand it, without what runs, loads or styles."""
    return _cleaner().clean(text)


@cache
def _cleaner() -> "nh3.Cleaner":
    import nh3

    return nh3.Cleaner(
        tags=set(_ELEMENTS),
        clean_content_tags=_UNREAD,
        attributes=_ATTRIBUTES,
        url_schemes=set(LINK_SCHEMES),
        link_rel=None,
    )
