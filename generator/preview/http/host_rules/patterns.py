"""Paths with `*` and `:name` in them."""

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from generator.preview.http.targets import plain

_PLACE = re.compile(r"\*|:([A-Za-z][A-Za-z0-9_]*)")
# Two of them in one segment.
_CROWDED = re.compile(rf"(?:{_PLACE.pattern})[^/]*?(?:\*|:[A-Za-z])")
_SPLAT = "splat"

Values = Mapping[str, str]


class Pattern(Struct, frozen=True):
    """A path that a rule is for; `fits` is None where it is just this `path`."""

    path: str
    fits: re.Pattern[str] | None = None

    def match(self, path: str) -> Values | None:
        """What stands in a decoded path for the names of the pattern; None where it doesn't fit."""
        if not self.fits:
            return {} if path == self.path else None
        found = self.fits.fullmatch(path)
        return found.groupdict() if found else None


def pattern_of(text: str) -> Pattern | None:
    """The pattern that a path stands for; None where hosts wouldn't take it, or it names another host.

    A segment holds one `*` or `:name` at most: with more, strangers could write rules that take for ever.
    """
    if not text.startswith("/") or _CROWDED.search(text):
        return None
    pieces = _PLACE.split(text)
    names = [name or _SPLAT for name in pieces[1::2]]
    literals = [literal for piece in pieces[::2] if (literal := plain(piece.encode())) is not None]
    if len(literals) < len(names) + 1 or len(set(names)) < len(names):
        return None
    if not names:
        return Pattern(literals[0])
    groups = (f"(?P<{name}>{'.*' if name == _SPLAT else '[^/]+'})" for name in names)
    fits = (re.escape(literal) + group for literal, group in zip(literals, (*groups, ""), strict=True))
    return Pattern(text, re.compile("".join(fits)))


def filled(text: str, values: Values, written: Callable[[str], str] = str) -> str:
    """A text with the values in place of their names; others stay as they are."""
    return _PLACE.sub(lambda found: written(values[found[1]]) if found[1] in values else found[0], text)
