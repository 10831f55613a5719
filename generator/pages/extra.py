"""A site's own fields and theme settings as themes see them."""

from collections.abc import Mapping
from typing import Any

from generator.pages.views import Extra


def extra(fields: Mapping[str, Any]) -> Extra:
    """The `x_…` fields of a file without that prefix, in the file's order."""
    return frozen({name.removeprefix("x_"): value for name, value in fields.items()})


def frozen(values: Mapping[str, Any]) -> Extra:
    """Text, lists and maps as text, tuples and `Extra`."""
    return Extra(tuple((name, _frozen(value)) for name, value in values.items()))


def _frozen(value: object) -> object:
    if isinstance(value, Mapping):
        return frozen(value)
    if isinstance(value, list | tuple):
        return tuple(_frozen(item) for item in value)
    return value
