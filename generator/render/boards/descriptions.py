"""A posting's words as one piece of HTML, in the ways that job boards take it."""

import re
from html import escape, unescape
from html.parser import HTMLParser

from generator.pages.board_views import IndeedJob, LinkedInJob
from generator.render.bodies import Bodies, posting_html

_TAG = re.compile(r"(<[^>]*>)")
# References whose characters can stand in a text without being taken for a tag.
_SPARE = {
    "&quot;": '"',
    "&#34;": '"',
    "&#39;": "'",
    "&#x27;": "'",
    "&gt;": ">",
    "&nbsp;": "\N{NO-BREAK SPACE}",
}
# An ampersand goes by what follows it: `&copy` is a reference even without its semicolon, `&D` is none.
_AMPERSAND = r"&amp;(?=(?P<after>#?\w*;?))"
_IN_TAG = re.compile(_AMPERSAND)
_IN_TEXT = re.compile(f"{'|'.join(_SPARE)}|{_AMPERSAND}")

# The boxes of task lists: nobody can tick them elsewhere.
_BOXES = re.compile(r"</?label>|<input[^>]*> ?")

_LAST_BREAKS = re.compile(r"(\s*<br>)+\s*$")

_KEPT = frozenset({"b", "br", "em", "i", "li", "ol", "p", "strong", "u", "ul"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LINES = frozenset({"dd", "div", "dt", "figcaption", "pre", "summary", "tr"})
_CELLS = frozenset({"td", "th"})


def description(job: IndeedJob | LinkedInJob, bodies: Bodies) -> str:
    """The posting's words with its snippets below, as on its page."""
    return _BOXES.sub("", posting_html(job.body, job.snippets, bodies))


def without_references(html: str) -> str:
    """The HTML with characters in place of references; those stay that would be read otherwise without."""
    return "".join(
        (_IN_TAG if part.startswith("<") else _IN_TEXT).sub(_spare, part) for part in _TAG.split(html)
    )


def _spare(found: re.Match[str]) -> str:
    if found[0] in _SPARE:
        return _SPARE[found[0]]
    bare = f"&{found['after']}"
    return "&" if unescape(bare) == bare else found[0]


def limited(html: str) -> str:
    """The HTML with paragraphs, lists and emphasis alone; a heading becomes a strong paragraph."""
    limiter = _Limiter()
    limiter.feed(html)
    limiter.close()
    return _LAST_BREAKS.sub("", "".join(limiter.parts)).strip()


class _Limiter(HTMLParser):
    """Writes down again what may stay."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins an element, without its attributes."""
        if tag in _KEPT:
            self.parts.append(f"<{tag}>")
        elif tag in _HEADINGS:
            self.parts.append("<p><strong>")

    def handle_endtag(self, tag: str) -> None:
        """Ends an element; of one that isn't kept, its line or cell."""
        if tag in _KEPT and tag != "br":
            self.parts.append(f"</{tag}>")
        elif tag in _HEADINGS:
            self.parts.append("</strong></p>")
        elif tag in _LINES:
            self.parts.append("<br>")
        elif tag in _CELLS:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        """Keeps the words."""
        self.parts.append(escape(data, quote=False))
