"""Which templates a page can use, read from their sources without filling any."""

import hashlib
from collections.abc import Iterator

from jinja2 import FunctionLoader, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

from generator.pages.kinds import Kind
from generator.render.sandbox import Sandbox
from generator.render.theme import Theme


class Closures:
    """The templates that each page of a theme can reach; every template is parsed once at the most."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._sandbox = Sandbox(FunctionLoader(theme.source))
        self._uses: dict[str, frozenset[str]] = {}

    def digest(self, kind: Kind) -> str:
        """A digest of all sources that a page of that kind can depend on, in hex."""
        closure = sorted(self.of(kind.template))
        sources = [(name, self._theme.source(name)) for name in closure]
        return hashlib.sha256(repr(sources).encode()).hexdigest()

    def of(self, name: str) -> frozenset[str]:
        """The names of a template and of all that it can reach, as far as the theme has them."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            name = waiting.pop()
            if name not in found and self._theme.source(name) is not None:
                found.add(name)
                waiting += self._used(name)
        return frozenset(found)

    def _used(self, name: str) -> frozenset[str]:
        if name not in self._uses:
            names = frozenset(self._read(name))
            known = frozenset(used for used in names if used is not None)
            self._uses[name] = known if None not in names else frozenset(self._theme.names())
        return self._uses[name]

    def _read(self, name: str) -> Iterator[str | None]:
        """The templates that one asks for; None where a name is known only when it is filled."""
        try:
            tree = self._sandbox.parse(self._theme.source(name) or "", name)
        except TemplateSyntaxError:
            return  # its page is a problem whatever else it needs
        yield from find_referenced_templates(tree)
        for applied in tree.find_all(nodes.Filter):
            yield from _parts(applied)


def _parts(applied: nodes.Filter) -> Iterator[str | None]:
    """The template of `"…" | part`; `map` may apply any filter, and so this one."""
    if applied.name == "part":
        yield _text(applied.node)
    elif applied.name == "map" and (applied.args or applied.dyn_args is not None):
        name = _text(applied.args[0]) if applied.args else None
        if name is None or name == "part":
            yield None


def _text(node: nodes.Expr | None) -> str | None:
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else None
