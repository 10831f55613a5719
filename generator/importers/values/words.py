"""Names: titles, and departments as category paths."""

import html
import re
from collections.abc import Iterable

from generator.importers.cleaning.spaces import line
from generator.model.slugs import fold

# Between blanks, each of these would part a category from its parent.
_STEP = re.compile(r"\s+(?:/|>|»|→|::|\|)\s+")
_NO_NAMES = frozenset(("no department", "none", "n/a", "-"))


def name(text: str | None) -> str:
    """The text as a tidy line, its entities as characters; empty where there is none."""
    return line(html.unescape(text)) if text else ""


def category(parts: Iterable[str | None]) -> str:
    """The path from the first name to the last, each once; empty where there is none."""
    path: dict[str, str] = {}
    for part in map(name, parts):
        if part and fold(part) not in _NO_NAMES:
            path.setdefault(fold(part), _STEP.sub("/", part).strip("/ "))
    return " / ".join(filter(None, path.values()))
