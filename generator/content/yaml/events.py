"""The walk over the events of the YAML parser that makes nodes of a text."""

from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct, field

from generator.content.yaml.nodes import Entry, ListNode, MapNode, Node, TextNode
from generator.diagnostics.codes import front_matter as codes
from generator.diagnostics.diagnostic import Code, Diagnostic, Span

MAX_DEPTH = 20

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Failure(Struct, frozen=True):
    """Where the YAML parser gave up (from 0), its words, and the line it says the trouble began on."""

    line: int
    column: int
    problem: str
    began: int | None


class TooLargeError(Exception):
    """The text holds more lists and maps, or deeper ones, than a person writes."""


class _Building(Struct):
    """What one walk over the events gathers."""

    path: str
    first_line: int
    events: Iterator[Any]
    most_nodes: int
    nodes: int = 0
    problems: list[Diagnostic] = field(default_factory=list)

    def report(self, code: Code, message: str, hint: str, mark: Any) -> None:
        at = Span(self.path, self.first_line + mark.line, mark.column + 1)
        self.problems.append(Diagnostic(code, message, hint, at))


def read_events(
    path: str, text: str, first_line: int, most_nodes: int
) -> tuple[Node | None, tuple[Diagnostic, ...]] | Failure:
    """The root node of a text (None where it is empty) with all that is wrong, or where it can't be read.

    Raises `TooLargeError`.
    """
    try:
        return _build(path, text, first_line, most_nodes)
    except yaml.YAMLError as error:
        return _failure(error)


def _failure(error: yaml.YAMLError) -> Failure:
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Failure(0, 0, "", None)
    context = error.context_mark
    is_telling = context is not None and "block" not in (error.context or "block")
    line = context.line if is_telling and context is not None else None
    return Failure(error.problem_mark.line, error.problem_mark.column, error.problem or "", line)


def _build(
    path: str, text: str, first_line: int, most_nodes: int
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    building = _Building(path, first_line, iter(yaml.parse(text, Loader=_LOADER)), most_nodes)
    root: Node | None = None
    documents = 0
    for event in building.events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents == 2:
                hint = "delete this `---` and what follows it, or join the two parts"
                building.report(
                    codes.SEVERAL_DOCUMENTS, "a second YAML document begins", hint, event.start_mark
                )
            if event.version or event.tags:
                hint = "delete the line that begins with `%`"
                building.report(codes.YAML_TAG, "YAML directives aren't supported", hint, event.start_mark)
        elif isinstance(event, yaml.NodeEvent):
            node = _node(event, building, 1)
            root = node if documents == 1 else root
    return root, tuple(building.problems)


def _node(event: Any, building: _Building, depth: int) -> Node:
    building.nodes += 1
    if depth > MAX_DEPTH or building.nodes > building.most_nodes:
        raise TooLargeError
    if isinstance(event, yaml.AliasEvent):
        _report_mark(building, "*", event)
        return _text(event, "", building)
    if event.anchor is not None:
        _report_mark(building, "&", event)
    if event.tag is not None:
        _report_mark(building, "!", event)
    if isinstance(event, yaml.ScalarEvent):
        return _text(event, event.value, building, bool(event.style))
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(event, building, depth)
    return _mapping(event, building, depth)


def _text(event: Any, value: str, building: _Building, is_quoted: bool = False) -> TextNode:
    start, end = event.start_mark, event.end_mark
    end_column = end.column + 1 if end.line == start.line else 0
    return TextNode(value, building.first_line + start.line, start.column + 1, end_column, is_quoted)


def _sequence(event: Any, building: _Building, depth: int) -> ListNode:
    items: list[Node] = []
    for inner in building.events:
        if isinstance(inner, yaml.SequenceEndEvent):
            break
        items.append(_node(inner, building, depth + 1))
    start = event.start_mark
    return ListNode(tuple(items), building.first_line + start.line, start.column + 1)


def _mapping(event: Any, building: _Building, depth: int) -> MapNode:
    entries: list[Entry] = []
    for inner in building.events:
        if isinstance(inner, yaml.MappingEndEvent):
            break
        key = _node(inner, building, depth + 1)
        value = _node(next(building.events), building, depth + 1)
        if not isinstance(key, TextNode):
            hint = "put the text into double quotes if the brackets belong to it"
            building.report(codes.WRONG_SHAPE, "a field's name must be plain text", hint, inner.start_mark)
        elif key.text == "<<" and not key.is_quoted:
            hint = "write the fields out instead"
            building.report(codes.YAML_ANCHOR, "merge keys (`<<`) aren't supported", hint, inner.start_mark)
        else:
            entries.append(Entry(key, value))
    start = event.start_mark
    return MapNode(tuple(entries), building.first_line + start.line, start.column + 1)


def _report_mark(building: _Building, mark: str, event: Any) -> None:
    code = codes.YAML_TAG if mark == "!" else codes.YAML_ANCHOR
    meaning = {"*": "a reference to an anchor", "&": "an anchor", "!": "a tag"}[mark]
    hint = "if it belongs to the text, put the whole value into double quotes"
    building.report(code, f"a value that begins with `{mark}` is {meaning} in YAML", hint, event.start_mark)
