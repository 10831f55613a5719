"""New files as text: from values, or from a posting that is there already."""

from collections.abc import Mapping, Sequence
from datetime import date

from generator.content.keys import table_for
from generator.content.writing.front_matter_edit import remove_field, set_field
from generator.content.writing.yaml_text import Value, field_text, front_matter, scalar
from generator.model import files
from generator.model.files import FileKind

# What belongs to one vacancy alone, and not to the next one like it.
_OWN = ("id", "aliases", "status", "closes", "opens", "updated")

_OUTLINES: Mapping[str, str] = {
    files.POSTING.name: """
Say in two or three sentences what somebody will do here, and for whom.

## What you will do

- A task, as you would tell it to a friend
- Another one

## What you bring

- What somebody really needs on the first day
- What can be learned here, too

## How we hire

Say which steps there are, who takes part, and how long it takes.
""",
    files.ARTICLE.name: """
Begin in the middle: a day, a person, a problem.

## What happened

Tell it in order, with names and figures.
""",
    files.PAGE.name: "\nSay here what this page is for.\n",
    files.CATEGORY.name: "\nSay in a paragraph what these people do, and what is good about doing it here.\n",
    files.LOCATION.name: "\nSay what the place is like, who works there, and how to get there.\n",
}


def draft(kind: FileKind, values: Mapping[str, Value]) -> bytes:
    """A new file with its fields in their kind's order, and an outline of its words."""
    fields = [(field.name, values.get(field.name, "")) for field in kind.fields]
    return (front_matter(fields) + _OUTLINES[kind.name]).encode()


def copy_posting(path: str, data: bytes, posted: date, values: Mapping[str, Value]) -> bytes:
    """The posting as one that was posted on a day, under its own id, with some fields of its own."""
    table = table_for(files.POSTING.fields)
    for name in _OWN:
        data = remove_field(path, data, table, name)
    data = set_field(path, data, table, "posted", posted.isoformat(), ("title",))
    for name, value in values.items():
        data = remove_field(path, data, table, name) if not isinstance(value, str) else data
        text = scalar(value) if isinstance(value, str) else _flow(name, value)
        data = set_field(path, data, table, name, text, ("location", "category", "title"))
    return data


def _flow(name: str, items: Sequence[str]) -> str:
    """Several values for one line."""
    text = field_text(name, items)
    if "\n" in text[:-1]:
        return "[" + ", ".join(f'"{item}"' if scalar(item) == item else scalar(item) for item in items) + "]"
    return text.removeprefix(f"{name}: ").rstrip("\n")
