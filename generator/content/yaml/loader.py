"""A strict loader: YAML text becomes nodes, or diagnostics that name the line to change."""

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.content.controls import control_characters
from generator.content.yaml.nodes import MapNode, Node, TextNode
from generator.content.yaml.simple import read_simple
from generator.diagnostics.codes import front_matter as codes
from generator.diagnostics.diagnostic import Diagnostic, Span

if TYPE_CHECKING:
    from generator.content.yaml.events import Failure
    from generator.content.yaml.repair import Patch

# Each round mends one trap and reads again, so that one run reports many.
MAX_ROUNDS = 25


class Extent(Struct, frozen=True):
    """What a YAML text is the whole of, how much of it is read, and what to do about more."""

    name: str
    characters: int
    nodes: int
    hint: str


FRONT_MATTER = Extent(
    name="front matter",
    characters=200_000,
    nodes=10_000,
    hint="move long text below the closing `---`, and keep lists short and flat",
)
# site.yaml holds a redirect for each address that ever died: 5,000 of them are 25,000 nodes.
WHOLE_FILE = Extent("file", 1_000_000, 50_000, "keep texts and lists short, and lists within lists flat")

Loaded = tuple[MapNode | None, tuple[Diagnostic, ...]]


def load(path: str, text: str, first_line: int = 1, extent: Extent = FRONT_MATTER) -> Loaded:
    """The map that a YAML text says, or None where it can't be told; and all that is wrong with it.

    A text with syntax errors is mended line by line as far as they are understood and read again,
    so a map may come back together with errors. An empty text is an empty map.
    """
    if len(text) > extent.characters:
        return None, (_too_large(path, first_line, extent),)
    simple = read_simple(text, first_line)
    return _load(path, text, first_line, extent) if simple is None else (simple, ())


def _load(path: str, text: str, first_line: int, extent: Extent) -> Loaded:
    from generator.content.yaml.events import Failure, TooLargeError, read_events  # PyYAML takes 10 ms

    found = list(control_characters(path, text, first_line))
    if found:
        return None, tuple(found)
    for _ in range(MAX_ROUNDS):
        try:
            read = read_events(path, text, first_line, extent.nodes)
        except TooLargeError:
            return None, (*found, _too_large(path, first_line, extent))
        if not isinstance(read, Failure):
            node, problems = read
            return _as_map(path, first_line, node, (*found, *problems))
        patch = _patch(path, text, first_line, read, extent)
        if _line(patch.diagnostic) not in map(_line, found):  # what follows on a mended line is an echo
            found.append(patch.diagnostic)
        if patch.lines is None:
            return None, tuple(found)
        text = "\n".join(patch.lines)
    return None, tuple(found)


def _patch(path: str, text: str, first_line: int, failure: "Failure", extent: Extent) -> "Patch":
    from generator.content.yaml.repair import find_trap  # only paid for when there is something to mend

    lines = text.split("\n")
    return find_trap(path, lines, first_line, failure, may_hold_body=extent is FRONT_MATTER)


def _line(diagnostic: Diagnostic) -> int:
    return diagnostic.at.line if diagnostic.at else 0


def _as_map(path: str, first_line: int, node: Node | None, problems: tuple[Diagnostic, ...]) -> Loaded:
    if node is None or (isinstance(node, TextNode) and node.is_absent):
        return MapNode((), first_line, 1), problems
    if isinstance(node, MapNode):
        return node, problems
    at = Span(path, node.line, node.column)
    hint = "write each field on a line of its own, such as `title: Backend engineer`"
    return None, (*problems, Diagnostic(codes.WRONG_SHAPE, "expected fields such as `title: …`", hint, at))


def _too_large(path: str, first_line: int, extent: Extent) -> Diagnostic:
    message = f"the {extent.name} is too large or too deep"
    return Diagnostic(codes.TOO_LARGE, message, extent.hint, Span(path, first_line))
