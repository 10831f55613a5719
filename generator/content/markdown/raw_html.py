"""HTML among the Markdown: what isn't on the list is left out, and said so."""

import html
import re
from functools import cache
from typing import TYPE_CHECKING

from generator.content.markdown import pictures
from generator.content.markdown.links import problem
from generator.content.markdown.marks import CLOSE, OPEN
from generator.content.markdown.targets import LINK_SCHEMES, read_target
from generator.diagnostics.codes import markdown as codes
from generator.diagnostics.diagnostic import Diagnostic, Span

if TYPE_CHECKING:
    import nh3

ELEMENTS = frozenset(
    (
        "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup",
        "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4",
        "h5", "h6", "hr", "i", "img", "ins", "kbd", "label", "li", "mark", "ol", "p", "pre", "q", "rp",
        "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody",
        "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
    )
)  # fmt: skip

_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"class", "id", "tabindex", "lang", "dir", "title"},  # the first three only where we wrote them
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "details": {"open"},
    "time": {"datetime"},
    "ol": {"start", "reversed"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}

# nh3 adds two attributes in any order, so it adds one that is written out as two afterwards.
_LAZY = f"{OPEN}lazy"

_SOURCELESS = re.compile(r'<img(?: (?!src=)[a-z]+="[^"]*")*>')

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)")
_TARGET = re.compile(r"\b(href|src)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+))", re.IGNORECASE)


def clean(page: str) -> str:
    """The HTML with nothing but listed elements and attributes, its tags balanced."""
    kept = _SOURCELESS.sub("", _cleaner().clean(page))
    return kept.replace(f' loading="{_LAZY}"', pictures.LATER)


def examine(raw: list[tuple[str, int]], path: str) -> tuple[dict[str, int], list[Diagnostic]]:
    """The line of each target in pieces of raw HTML, and what is left out of them."""
    lines: dict[str, int] = {}
    diagnostics: dict[Diagnostic, None] = {}
    for piece, first_line in raw:
        text = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), piece)
        for tag in _TAG.finditer(text):
            at = Span(path, first_line + text.count("\n", 0, tag.start()))
            diagnostics.update(dict.fromkeys(_judge(tag[1].lower(), tag[2], at)))
            for _, written in _targets(tag[2]):
                lines.setdefault(written, at.line)
    return lines, list(diagnostics)


def _judge(element: str, attributes: str, at: Span) -> list[Diagnostic]:
    if element not in ELEMENTS:
        return [
            Diagnostic(codes.RAW_HTML_REMOVED, f"`<{element}>` left out of the text", _instead(element), at)
        ]
    found: list[Diagnostic] = []
    for name, written in _targets(attributes):
        is_picture = name == "src"
        target = read_target(written, is_picture=is_picture)
        if wrong := problem(target, at, is_picture=is_picture):
            found.append(wrong)
        elif is_picture and element == "img":
            found += pictures.from_elsewhere(target, at)
            found += pictures.tag_problems(attributes, at)
    return found


def _instead(element: str) -> str:
    if element == "h1":
        return "the page has its title already: write a heading as `## …`"
    if element in ("iframe", "video", "audio", "embed", "object"):
        return "link to it instead: `[words](https://…)`"
    return "write it in Markdown, or leave it out"


def _targets(attributes: str) -> list[tuple[str, str]]:
    return [
        (found[1].lower(), html.unescape(found[2] or found[3] or found[4] or ""))
        for found in _TARGET.finditer(attributes)
    ]


@cache
def _cleaner() -> "nh3.Cleaner":
    import nh3  # loaded once a text holds HTML at all

    return nh3.Cleaner(
        tags=ELEMENTS,
        attributes=_ATTRIBUTES,
        attribute_filter=_keep,
        set_tag_attribute_values={"img": {"loading": _LAZY}},
        url_schemes=LINK_SCHEMES,
        link_rel=None,
    )


def _keep(element: str, attribute: str, value: str) -> str | None:
    """The value an attribute keeps, or None to drop it; targets into the site get a mark of their own."""
    if attribute in ("class", "id", "tabindex"):
        return value[1:] if value.startswith(OPEN) else None
    if attribute in ("width", "height"):
        return pictures.length(value)
    if attribute not in ("href", "src") or value.startswith(OPEN):
        return value
    target = read_target(value, is_picture=attribute == "src")
    if target.refused or target.is_empty:
        return None
    return target.url or f"{OPEN}:{value}{CLOSE}"
