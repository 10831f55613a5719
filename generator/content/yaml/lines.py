"""Single lines of YAML as people see them: indentation, name, value."""

import re

from msgspec import Struct

# A name, a colon and a space: what makes a line a field. Quoted names are left to the YAML parser.
_FIELD = re.compile(
    r"^(?P<lead> *(?:- +)*)(?P<name>[^\s:#\"'\[\]{},&*!|>%@`-][^:]{0,60}?) *:(?P<gap>[ \t]+|$)(?P<value>.*)$"
)
_ITEM = re.compile(r"^(?P<lead> *(?:- +)+)(?P<value>\S.*)$")
_TRAILING_COMMENT = re.compile(r"\s#.*$|^#.*$")
_LONGEST_NAME = 40


class FieldLine(Struct, frozen=True):
    """A line taken apart: `lead` is what stands before the name, `name` is empty for a bare list item."""

    lead: str
    name: str
    value: str

    def with_value(self, value: str) -> str:
        """The same line with another value."""
        return f"{self.lead}{self.name}: {value}" if self.name else f"{self.lead}{value}"

    @property
    def column(self) -> int:
        """Where the value begins, counting from 1."""
        return len(self.with_value("")) + 1


def indent(line: str) -> int:
    """The number of blanks the line begins with."""
    return len(line) - len(line.lstrip(" "))


def is_blank(line: str) -> bool:
    """Whether the line says nothing: empty or a comment."""
    stripped = line.strip()
    return not stripped or stripped.startswith("#")


def is_item(line: str) -> bool:
    """Whether the line begins a list item."""
    stripped = line.lstrip(" ")
    return stripped == "-" or stripped.startswith("- ")


def field_line(line: str) -> FieldLine | None:
    """The line's name and value, or None where it has no `name:`."""
    match = _FIELD.match(line)
    if match is None or len(match["name"]) > _LONGEST_NAME:
        return None
    return FieldLine(match["lead"], match["name"], match["value"].strip())


def value_line(line: str) -> FieldLine | None:
    """Like `field_line`, or the text of a bare list item."""
    field = field_line(line)
    if field is not None:
        return field
    match = _ITEM.match(line)
    return FieldLine(match["lead"], "", match["value"].strip()) if match else None


def bare_value(value: str) -> str:
    """A plain value without the comment behind it."""
    return _TRAILING_COMMENT.sub("", value).rstrip()


def quoted(text: str) -> str:
    """The text in the quotes that need the fewest changes to it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def content_above(lines: list[str], index: int) -> int | None:
    """The nearest line above that says something."""
    return next((i for i in range(index - 1, -1, -1) if not is_blank(lines[i])), None)


def content_below(lines: list[str], index: int) -> int | None:
    """The nearest line below that says something."""
    return next((i for i in range(index + 1, len(lines)) if not is_blank(lines[i])), None)


def parent_field(lines: list[str], index: int) -> int | None:
    """The field above that a list item on this line belongs to by its indentation."""
    depth = indent(lines[index])
    for i in range(index - 1, -1, -1):
        if is_blank(lines[i]) or is_item(lines[i]):
            continue
        field = field_line(lines[i])
        if field is not None and indent(lines[i]) <= depth:
            return i
    return None
