"""The `part` filter: a template filled with nothing but the values it is given, once for the same values."""

from collections.abc import Hashable, Mapping
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.pages.views import Frame
from generator.render.sandbox import VIEWS

# How much is kept before all is let go, in bytes, roughly: the HTML and what stands beside each piece.
_LIMIT = 32_000_000
_BESIDE = 1_000

# What can't change. Equal values of different types may look different: 1 and true, `<` and `<` marked safe.
_FROZEN = VIEWS | {str, int, bool, Markup, type(None)}


class Parts:
    """The HTML of parts by template and values, kept up to a limit."""

    def __init__(self, environment: Environment, limit: int = _LIMIT) -> None:
        self._environment = environment
        self._limit = limit
        self._size = 0
        self._kept: dict[Hashable, tuple[Markup, Mapping[str, Any]]] = {}

    @pass_context
    def part(self, _: Context, name: str, /, **values: Any) -> Markup:
        """The part's HTML; the context is asked for only so that Jinja doesn't call this when it compiles."""
        try:
            key = (name, *values, *map(_mark, values.values()))
            kept = self._kept.get(key)
        except TypeError:
            return self._fill(name, values)
        return kept[0] if kept else self._keep(key, self._fill(name, values), values)

    def _fill(self, name: str, values: Mapping[str, Any]) -> Markup:
        html = self._environment.get_template(name).render(values)
        return Markup(html.removesuffix("\n"))

    def _keep(self, key: Hashable, html: Markup, values: Mapping[str, Any]) -> Markup:
        if self._size > self._limit:
            self._kept.clear()
            self._size = 0
        self._size += len(html) + _BESIDE
        self._kept[key] = html, values
        return html


def _mark(value: Any) -> Hashable:
    """What tells a value from every other; TypeError for one that may change."""
    kind = type(value)
    if kind is Frame:  # large, and one for all pages; it stays as long as its mark does, kept beside the HTML
        return id(value)
    if kind in _FROZEN:
        return kind, value
    if kind in (tuple, list):  # templates can't change a list, and its items tell it apart
        return kind, *map(_mark, value)
    raise TypeError(f"`{kind.__name__}` may change")
