"""A strict loader: YAML text becomes nodes, or diagnostics that name the line to change."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.content.yaml.nodes import Entry, ListNode, MapNode, Node, TextNode
from generator.content.yaml.repair import Failure, control_characters, find_trap
from generator.diagnostics.codes import front_matter as codes
from generator.diagnostics.diagnostic import Code, Diagnostic, Span

MAX_CHARACTERS = 200_000
MAX_DEPTH = 20
MAX_NODES = 10_000
# Each round mends one trap and reads again, so that one run reports many.
MAX_ROUNDS = 25

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _TooLargeError(Exception):
    """The text holds more lists and maps, or deeper ones, than a person writes."""


@dataclass(slots=True)
class _Building:
    """What one walk over the events gathers."""

    path: str
    first_line: int
    events: Iterator[Any]
    nodes: int = 0
    problems: list[Diagnostic] = field(default_factory=list)

    def report(self, code: Code, message: str, hint: str, mark: Any) -> None:
        at = Span(self.path, self.first_line + mark.line, mark.column + 1)
        self.problems.append(Diagnostic(code, message, hint, at))


def load(path: str, text: str, first_line: int = 1) -> tuple[MapNode | None, tuple[Diagnostic, ...]]:
    """The map that a YAML text says, or None where it can't be told; and all that is wrong with it.

    A text with syntax errors is mended line by line as far as they are understood and read again,
    so a map may come back together with errors. An empty text is an empty map.
    """
    if len(text) > MAX_CHARACTERS:
        return None, (_too_large(path, first_line),)
    found = list(control_characters(path, text, first_line))
    if found:
        return None, tuple(found)
    for _ in range(MAX_ROUNDS):
        try:
            node, problems = _build(path, text, first_line)
        except _TooLargeError:
            return None, (*found, _too_large(path, first_line))
        except yaml.YAMLError as error:
            patch = find_trap(path, text.split("\n"), first_line, _failure(error))
            if _line(patch.diagnostic) not in map(_line, found):  # what follows on a mended line is an echo
                found.append(patch.diagnostic)
            if patch.lines is None:
                return None, tuple(found)
            text = "\n".join(patch.lines)
            continue
        return _as_map(path, first_line, node, (*found, *problems))
    return None, tuple(found)


def _line(diagnostic: Diagnostic) -> int:
    return diagnostic.at.line if diagnostic.at else 0


def _failure(error: yaml.YAMLError) -> Failure:
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Failure(0, 0, "", None)
    context = error.context_mark
    is_telling = context is not None and "block" not in (error.context or "block")
    line = context.line if is_telling and context is not None else None
    return Failure(error.problem_mark.line, error.problem_mark.column, error.problem or "", line)


def _as_map(
    path: str, first_line: int, node: Node | None, problems: tuple[Diagnostic, ...]
) -> tuple[MapNode | None, tuple[Diagnostic, ...]]:
    if node is None or (isinstance(node, TextNode) and node.is_absent):
        return MapNode((), first_line, 1), problems
    if isinstance(node, MapNode):
        return node, problems
    at = Span(path, node.line, node.column)
    hint = "write each field on a line of its own, such as `title: Backend engineer`"
    return None, (*problems, Diagnostic(codes.WRONG_SHAPE, "expected fields such as `title: …`", hint, at))


def _too_large(path: str, first_line: int) -> Diagnostic:
    hint = "move long text below the closing `---`, and keep lists short and flat"
    return Diagnostic(
        codes.TOO_LARGE, "the front matter is too large or too deep", hint, Span(path, first_line)
    )


def _build(path: str, text: str, first_line: int) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    events = yaml.parse(text, Loader=_LOADER)
    building = _Building(path, first_line, iter(events))
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
    if depth > MAX_DEPTH or building.nodes > MAX_NODES:
        raise _TooLargeError
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
