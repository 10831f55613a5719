"""The buttons of pages, found by what they are or how they are named."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser

from msgspec import Struct

_NAMED = re.compile(r"(?:^|[\s_-])(?:button|btn)(?:$|[\s_-])", re.IGNORECASE)
# Ids would be there twice.
_IDS = re.compile(
    r"""\s(?:id|for|aria-describedby|aria-labelledby|aria-controls)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)"""
)
_HIDDEN = re.compile(r"\shidden(?=[\s/>])")
_MOST = 24

# At rest, below a pointer, with the focus, pressed: what is then true of it.
STATES = ("rest", "hover", "focus focus-visible", "hover active")


class Button(Struct, frozen=True):
    """A button as markup, what tells it from others, and whether it can be switched off."""

    name: str
    tag: str
    html: str

    @property
    def can_be_disabled(self) -> bool:
        """Whether it has a state in which nobody can press it; a link has none."""
        return self.tag in ("button", "input")

    def in_state(self, attributes: str) -> str:
        """Its markup with attributes more."""
        return f"<{self.tag} {attributes}{self.html[1 + len(self.tag) :]}"


def buttons_of(pages: Iterable[str]) -> tuple[Button, ...]:
    """One button of each look: element and classes tell them apart."""
    found: dict[str, Button] = {}
    for page in pages:
        finder = _Finder(page)
        finder.feed(page)
        for button in finder.found:
            found.setdefault(button.name, button)
    return tuple(found.values())[:_MOST]


class _Finder(HTMLParser):
    """Takes the markup of each button out of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Button] = []
        self._page = page
        self._lines = [0, *(found.end() for found in re.finditer("\n", page))]
        self._open: tuple[str, str, int] | None = None
        self._opening = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A button begins, or an input is a whole one."""
        if self._open or not _is_button(tag, dict(attrs)):
            return
        name = ".".join((tag, *(dict(attrs).get("class") or "").split()))
        start, self._opening = self._at(), self.get_starttag_text() or ""
        if tag == "input":
            self._take(name, tag, start, start + len(self._opening))
        else:
            self._open = name, tag, start

    def handle_endtag(self, tag: str) -> None:
        """A button ends: none holds another."""
        if self._open and tag == self._open[1]:
            name, _, start = self._open
            self._take(name, tag, start, self._page.index(">", self._at()) + 1)
            self._open = None

    def _take(self, name: str, tag: str, start: int, end: int) -> None:
        opening, inner = self._opening, self._page[start + len(self._opening) : end]
        self.found.append(Button(name, tag, _IDS.sub("", _HIDDEN.sub("", opening) + inner)))

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def _is_button(tag: str, attributes: dict[str, str | None]) -> bool:
    if tag == "input":
        return attributes.get("type") in ("submit", "button", "reset")
    named = _NAMED.search(attributes.get("class") or "") or attributes.get("role") == "button"
    is_like_one = bool(named) or "data-apply" in attributes
    return tag == "button" or (tag in ("a", "summary", "label") and is_like_one)
