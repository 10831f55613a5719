"""What a template gets where there is nothing, and the words for it."""

from functools import partial
from typing import Any

from jinja2 import StrictUndefined, UndefinedError
from jinja2.utils import missing
from msgspec import Struct

from generator.diagnostics.suggest import did_you_mean


class MissingFieldError(UndefinedError):
    """A view was asked for a field that it hasn't got; `hint` says which may have been meant."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class Missing(StrictUndefined):
    """Nothing: using it in any way is an error, which speaks of views by the names that people read of."""

    __slots__ = ()

    def __init__(
        self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError
    ) -> None:
        is_field = isinstance(obj, Struct) and isinstance(name, str) and hint is None
        super().__init__(hint, obj, name, partial(_error, obj, name) if is_field else exc)  # type: ignore[arg-type]


def _error(view: Struct, name: str, _: str) -> MissingFieldError:
    kind = type(view).__name__
    hint = did_you_mean(name, view.__struct_fields__, f"docs/themes.md lists what a {kind} holds")
    return MissingFieldError(f"a `{kind}` has no attribute `{name}`", hint)
