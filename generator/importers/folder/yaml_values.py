"""YAML of other tools as text, lists and maps: with anchors, merge keys and several documents."""

from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct, field

from generator.importers.mapping.records import MAX_DEPTH, MAX_VALUES, UnreadableError, too_large

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_MERGE = "<<"


class _Walk(Struct):
    """One walk over the events: what anchors name, with the number of values below each; how many in all.

    Each reference counts as all that it stands for, so that no few lines become a billion values.
    """

    events: Iterator[Any]
    anchors: dict[str, tuple[Any, int]] = field(default_factory=dict)
    count: int = 0

    def add(self, values: int) -> None:
        self.count += values
        if self.count > MAX_VALUES:
            raise too_large()


def read_documents(text: str) -> list[Any]:
    """What each document of a text holds: maps, lists, texts as written and None; types aren't guessed.

    Raises `UnreadableError`.
    """
    try:
        walk = _Walk(iter(yaml.parse(text, Loader=_LOADER)))
        return [_value(e, walk, 0) for e in walk.events if isinstance(e, yaml.NodeEvent)]
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise UnreadableError(f"its YAML can't be read ({error.problem})", line) from None
    except yaml.YAMLError:
        raise UnreadableError("it has characters that no YAML may have") from None


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _value(event: Any, walk: _Walk, depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise too_large()
    if isinstance(event, yaml.AliasEvent):
        if event.anchor not in walk.anchors:
            raise UnreadableError(f"`*{event.anchor}` stands for nothing", _line(event))
        value, size = walk.anchors[event.anchor]
        walk.add(size)
        return value
    before = walk.count
    walk.add(1)
    value = _made(event, walk, depth)
    if event.anchor is not None:
        walk.anchors[event.anchor] = value, walk.count - before
    return value


def _made(event: Any, walk: _Walk, depth: int) -> Any:
    if isinstance(event, yaml.ScalarEvent):
        is_nothing = event.value in _NOTHING and not event.style
        return None if is_nothing else event.value
    if isinstance(event, yaml.SequenceStartEvent):
        return [_value(e, walk, depth + 1) for e in _until(yaml.SequenceEndEvent, walk)]
    return _mapping(walk, depth)


def _mapping(walk: _Walk, depth: int) -> dict[str, Any]:
    own: dict[str, Any] = {}
    merged: dict[str, Any] = {}
    for event in _until(yaml.MappingEndEvent, walk):
        key = _value(event, walk, depth + 1)
        value = _value(next(walk.events), walk, depth + 1)
        if key == _MERGE:
            for other in reversed(value if isinstance(value, list) else [value]):
                merged.update(other if isinstance(other, dict) else {})
        elif isinstance(key, str):
            own[key] = value
    return merged | own


def _until(end: type, walk: _Walk) -> Iterator[Any]:
    for event in walk.events:
        if isinstance(event, end):
            return
        yield event
