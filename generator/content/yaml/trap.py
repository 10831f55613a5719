"""What a slip in YAML is."""

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from generator.content.yaml.lines import FieldLine, quoted
from generator.diagnostics.diagnostic import Code

_SHOWN = 90


class Trap(Struct, frozen=True):
    """A slip on a line (from 0) and the lines that would be right instead."""

    code: Code
    message: str
    hint: str
    line: int
    column: int = 1
    end_column: int = 0
    changes: Mapping[int, str] = field(default_factory=dict)


Rule = Callable[[list[str], int, int], Trap | None]


def shown_line(line: str) -> str:
    """The line without indentation, cut where it is long."""
    text = line.strip()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…" + text[-1]


def instead(line: str) -> str:
    """The hint that shows the line to write."""
    return f"write `{shown_line(line)}`"


def quote_value(code: Code, message: str, parts: FieldLine, text: str, index: int) -> Trap:
    """A trap that is mended by the text in quotes."""
    line = parts.with_value(quoted(text))
    return Trap(code, message, instead(line), index, parts.column, changes={index: line})


def spaces(count: int) -> str:
    """A number of spaces in words."""
    return "no spaces" if count == 0 else "1 space" if count == 1 else f"{count} spaces"
