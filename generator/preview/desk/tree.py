"""What a theme is given for a page, as a tree: each value with the name that a template writes for it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from generator.diagnostics.counting import count
from generator.pages.views import BodyView, Extra
from generator.preview.desk.wording import shown

# So much of a text is shown at once, and so many of a long row of values.
_FIRST = 140
_MOST = 100
_PLAIN: Mapping[type, str] = MappingProxyType(
    {bool: "boolean", int: "number", float: "number", type(None): "nothing"}
)


class Node(Struct, frozen=True):
    """A value: `name` as its parent has it, `path` as a template writes it, `kind` what it is.

    `text` is its beginning and `rest` what follows; one with parts has `children`.
    """

    name: str
    path: str
    kind: str
    text: str = ""
    rest: str = ""
    children: tuple["Node", ...] = ()


def tree(value: object, path: str = "page", name: str = "page") -> Node:
    """The value and all in it."""
    match value:
        case str():
            return Node(name, path, "text" if value else "empty text", *_divided(shown(value)))
        case bool() | int() | float() | None:
            return Node(name, path, _PLAIN[type(value)], str(value).lower())
        case BodyView() if value.source:
            told = f"the words of {shown(value.source)}"
            return Node(name, path, "BodyView", told, children=_fields(value, path))
        case Extra():
            parts = tuple(tree(part, f"{path}[{key!r}]", key) for key, part in value.fields)
            return Node(name, path, "Extra", count(len(parts), "field"), children=parts)
        case tuple() | list():
            return Node(name, path, "tuple", count(len(value), "item"), children=tuple(_items(value, path)))
        case Struct():
            return Node(name, path, type(value).__name__, _title(value), children=_fields(value, path))
    return Node(name, path, type(value).__name__, *_divided(shown(str(value))))


def _fields(value: Struct, path: str) -> tuple[Node, ...]:
    names = value.__struct_fields__
    return tuple(tree(getattr(value, name), f"{path}.{name}", name) for name in names)


def _items(values: tuple[object, ...] | list[object], path: str) -> Iterator[Node]:
    for number, value in enumerate(values[:_MOST]):
        yield tree(value, f"{path}[{number}]", f"[{number}]")
    if len(values) > _MOST:
        yield Node("…", "", "", f"and {len(values) - _MOST:,} more of the same kind")


def _title(value: Struct) -> str:
    """What tells one value of many from the others."""
    told = (getattr(value, name, None) for name in ("title", "name", "text", "label", "url"))
    return next((_divided(shown(text))[0] for text in told if isinstance(text, str) and text), "")


def _divided(text: str) -> tuple[str, str]:
    """A text's beginning and the rest, parted between two words."""
    if len(text) <= _FIRST:
        return text, ""
    end = text.rfind(" ", _FIRST // 2, _FIRST)
    end = end if end > 0 else _FIRST
    return text[:end], text[end:]
