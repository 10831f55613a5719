"""Frozen values as JSON and back: documents, diagnostics and reports, for the cache.

A value is `{"documents.Posting": [its fields]}`, a tuple an array, a map `{"map": [[key, value], …]}`. Equal
values give equal bytes, so the digest of the bytes stands for the value.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter
from types import ModuleType
from typing import Any

from generator.build import report
from generator.diagnostics import diagnostic
from generator.diagnostics.codes import ALL
from generator.diagnostics.diagnostic import Code
from generator.model import documents, site_config, values
from generator.model.documents import Spans
from generator.pages import assets, views

_MAP = "map"
_Place = tuple[int, int, int]


def _classes(*modules: ModuleType) -> dict[str, type]:
    """The dataclasses that the modules define themselves, by their tags."""
    return {
        f"{module.__name__.rpartition('.')[2]}.{kind.__name__}": kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.__name__
    }


_CLASSES = _classes(documents, values, site_config, views, assets, diagnostic, report)
_TAGS = {kind: tag for tag, kind in _CLASSES.items()}


def _getter(kind: type) -> Callable[[Any], tuple[object, ...]]:
    """All fields of a value, in order."""
    names = tuple(field.name for field in fields(kind))
    if len(names) == 1:
        only = attrgetter(names[0])
        return lambda value: (only(value),)
    return attrgetter(*names)


_GETTERS = {kind: _getter(kind) for kind in _TAGS}
_HAS_MAPS = frozenset(kind for kind in _TAGS if any("Mapping" in str(part.type) for part in fields(kind)))


def encoder(plain: Callable[[Any], object]) -> json.JSONEncoder:
    """Compact JSON; `plain` gives what stands for a value that JSON doesn't know, one level down."""
    return json.JSONEncoder(default=plain, ensure_ascii=False, check_circular=False, separators=(",", ":"))


def encode(value: object) -> bytes:
    """A value of ours as JSON."""
    return _ENCODER.encode(value).encode("utf-8", "surrogatepass")


def decode(data: bytes) -> Any:
    """The value that `encode` was given, lists as tuples."""
    return _frozen(_DECODER.decode(data.decode("utf-8", "surrogatepass")))


def plain(value: Any) -> object:
    """One value, one level down, for the JSON encoder."""
    kind = type(value)
    if kind is Spans:
        return {"Spans": [value.path, _packed(value)]}
    if kind is Code:
        return {"Code": value.code}
    if kind in _HAS_MAPS:
        return {_TAGS[kind]: [_mapped(part) for part in _GETTERS[kind](value)]}
    if kind in _TAGS:
        return {_TAGS[kind]: _GETTERS[kind](value)}
    if kind is date:
        return {"date": value.isoformat()}
    if kind is Decimal:
        return {"Decimal": str(value)}
    raise TypeError(f"{kind.__name__} has no place in the cache")


def _mapped(value: object) -> object:
    """Maps, which JSON would write without saying so, under their tag."""
    if isinstance(value, Mapping):
        return {_MAP: [[name, _mapped(part)] for name, part in value.items()]}
    if isinstance(value, list | tuple):
        return [_mapped(part) for part in value]
    return value


def restored(found: dict[str, Any]) -> object:
    """What one tagged JSON object stands for."""
    ((tag, parts),) = found.items()
    special = _SPECIAL.get(tag)
    return special(parts) if special else _CLASSES[tag](*map(_frozen, parts))


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if type(value) is list else value


class _PackedPlaces(Mapping[str, _Place]):
    """The places of a file's fields, unpacked when one is asked for: most never are."""

    def __init__(self, packed: list[Any]) -> None:
        self.packed = packed
        self._places: dict[str, _Place] | None = None

    def _all(self) -> dict[str, _Place]:
        if self._places is None:
            each = zip(*[iter(self.packed)] * 4, strict=True)
            self._places = {name: (line, column, end) for name, line, column, end in each}
        return self._places

    def __getitem__(self, name: str) -> _Place:
        return self._all()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self.packed) // 4


def _packed(spans: Spans) -> list[Any]:
    """Four entries for each field: its name, line, column and end column."""
    if isinstance(spans.fields, _PackedPlaces):
        return spans.fields.packed
    return [part for name, place in spans.fields.items() for part in (name, *place)]


_SPECIAL: Mapping[str, Callable[[Any], object]] = {
    _MAP: lambda parts: {name: _frozen(part) for name, part in parts},
    "Spans": lambda parts: Spans(parts[0], _PackedPlaces(parts[1])),
    "Code": ALL.__getitem__,
    "date": date.fromisoformat,
    "Decimal": Decimal,
}
_ENCODER = encoder(plain)
_DECODER = json.JSONDecoder(object_hook=restored)
