"""Where templates run: Jinja's immutable sandbox, over plain frozen values only."""

from collections.abc import Mapping, MutableMapping
from typing import Any

from jinja2 import BytecodeCache, FunctionLoader
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from generator.pages import views
from generator.render.escaping import CodeWriter, escaped, url_quoted
from generator.render.missing import Missing

# The classes of the theme API, all of them frozen.
VIEWS = frozenset(
    kind for kind in vars(views).values() if isinstance(kind, type) and issubclass(kind, Struct)
)

# The sandbox checks every attribute, which costs several times a plain lookup. These names of exactly
# these types are plain data, so the check is skipped for them: fields of views, and what a loop counts.
PLAIN_FIELDS: Mapping[type, frozenset[str]] = {
    **{view: frozenset(view.__struct_fields__) for view in VIEWS},
    LoopContext: frozenset(("first", "last", "index", "index0", "length")),
}
_NONE: frozenset[str] = frozenset()

# Chance and filler text would make two builds differ; mutable things have no place in a template.
_GLOBALS = ("range", "namespace")
_IMPURE_FILTERS = ("random",)


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja environment for half-trusted templates: autoescape on, undefined names are errors."""

    code_generator_class = CodeWriter
    escaped = staticmethod(escaped)

    def __init__(self, loader: FunctionLoader, bytecode: BytecodeCache | None = None) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=Missing,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=bytecode,
        )
        self.globals = {name: self.globals[name] for name in _GLOBALS}
        for name in _IMPURE_FILTERS:
            del self.filters[name]
        self.filters["urlencode"] = url_quoted

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The global names of a template, in one map: Jinja's chain of two is slow to ask."""
        return {**self.globals, **(d or {})}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The attribute: at once for plain data and an imported template's macros, else checked."""
        kind = type(obj)
        if attribute in PLAIN_FIELDS.get(kind, _NONE):
            return getattr(obj, attribute)
        if kind is TemplateModule and attribute in vars(obj) and not attribute.startswith("_"):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What a call gives: a macro is run at once, anything else after the sandbox's checks."""
        if type(obj) is not Macro:
            return super().call(context, obj, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return obj(context.eval_ctx, *args, **kwargs)
