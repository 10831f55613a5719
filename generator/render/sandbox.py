"""Where templates run: Jinja's immutable sandbox, over plain frozen values only."""

import dataclasses
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.pages import views

# The sandbox checks every attribute, which costs several times a plain lookup. The fields of exactly
# these types are plain data, so the check is skipped for them, never for names with an underscore.
_PLAIN_TYPES = frozenset(
    kind for kind in vars(views).values() if isinstance(kind, type) and dataclasses.is_dataclass(kind)
)

# Chance and filler text would make two builds differ; mutable things have no place in a template.
_GLOBALS = ("range", "namespace")
_IMPURE_FILTERS = ("random",)


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja environment for half-trusted templates: autoescape on, undefined names are errors."""

    def __init__(self, loader: FunctionLoader) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.globals = {name: self.globals[name] for name in _GLOBALS}
        for name in _IMPURE_FILTERS:
            del self.filters[name]

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The attribute: at once for a field of a view, else after the sandbox's checks."""
        if type(obj) in _PLAIN_TYPES and not attribute.startswith("_"):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        return super().getattr(obj, attribute)
