"""The words of a posting: which of a source's texts they are, and in which language of marks."""

import re
from collections.abc import Iterator

from generator.content.controls import without_controls
from generator.importers.cleaning.escaping import plain_markdown
from generator.importers.cleaning.markdown import to_markdown
from generator.importers.mapping.records import HTML, MARKDOWN, TEXT

_HTML = re.compile(
    r"</(?:p|div|ul|ol|li|h[1-6]|strong|b|em|i|a|span|table)\s*>|<(?:br|hr)\s*/?>", re.IGNORECASE
)
_MARKDOWN = re.compile(
    r"^#{1,6} \S|\*\*\S[^\n]{0,200}?\S\*\*|__\w[^\n]{0,200}?\w__|\[[^\]\n]{1,200}\]\([^)\s]+\)"
    r"|^(?:[-*+] \S.*\n){2}|^(?:\d+\. \S.*\n){2}",
    re.MULTILINE,
)
# What other generators fill in, or take for a mark: kramdown's attributes, and footnotes.
_TEMPLATE = re.compile(
    r"\{\{.{0,500}?\}\}|\{%.{0,500}?%\}|<%.{0,500}?%>|\{[:#][^}\n]{1,100}\}"
    r"|\[\^[\w-]{1,40}\]|^import .* from .*$|^export .*$|<[A-Z]\w*"
)
_LINK = re.compile(
    r"!?\[[^\]\n]{0,200}\]\(\s*<?(?P<inline>[^)\s>]+)|(?:src|href)\s*=\s*[\"']?(?P<html>[^\"'\s>]+)"
)
_WHOLE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_MOST = 5
_LONGEST_LINE = 10_000  # nobody wrote a longer one by hand, and looking through it would take long


def format_of(text: str) -> str:
    """How a text is marked up, by what stands in it."""
    if _HTML.search(text):
        return HTML
    return MARKDOWN if _MARKDOWN.search(text + "\n") else TEXT


def as_markdown(text: str, format: str) -> tuple[str, tuple[str, ...]]:
    """The text as Markdown, with a line feed at its end unless it is empty, and what was left out of it."""
    if format == HTML:
        cleaned = to_markdown(text)
        return cleaned.text, cleaned.notes
    words = plain_markdown(text) if format == TEXT else text.strip("\n")
    return (f"{words}\n" if words.strip() else ""), ()


def remarks(text: str, first_line: int, where: str) -> tuple[str, ...]:
    """What of a text won't do here what it did elsewhere, with its lines: templates, and near addresses."""
    found = list(_remarks(text, first_line, where))
    more = len(found) - _MOST
    return (*found[:_MOST], *((f"and {more} more such places in {where}",) if more > 0 else ()))


def _remarks(text: str, first_line: int, where: str) -> Iterator[str]:
    is_code = False
    for number, line in enumerate(text.split("\n"), first_line):
        at = f"line {number} of {where}" if first_line else where
        is_code ^= _FENCE.match(line) is not None
        if is_code or len(line) > _LONGEST_LINE:
            continue
        for template in _TEMPLATE.finditer(line):
            yield f"{at}: `{_short(template[0])}` means nothing here: write what it stood for"
        for link in _LINK.finditer(_TEMPLATE.sub("", line)):
            target = link["inline"] or link["html"]
            if not _WHOLE.match(target):
                yield f"{at}: `{_short(target)}` is an address of the old site: see where it leads now"


def _short(text: str) -> str:
    shown = without_controls(text)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"
