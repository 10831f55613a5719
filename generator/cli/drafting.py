"""New files as text: from values, or from a posting that is there already."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from generator.cli.front_matter_edit import remove_field, set_field
from generator.cli.yaml_text import Value, field_text, front_matter, scalar
from generator.content.keys import table_for
from generator.content.values.names import LONGEST_IDENTIFIER, fitting_identifier
from generator.model.fields import POSTING
from generator.model.kinds import Field

# What belongs to one vacancy alone, and not to the next one like it.
_OWN = ("id", "aliases", "status", "closes", "opens", "updated")

OUTLINES: Mapping[str, str] = {
    "posting": """
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
    "article": """
Begin in the middle: a day, a person, a problem.

## What happened

Tell it in order, with names and figures.
""",
    "page": "\nSay here what this page is for.\n",
    "category": "\nSay in a paragraph what these people do, and what is good about doing it here.\n",
    "location": "\nSay what the place is like, who works there, and how to get there.\n",
}


def draft(kind: str, table: Sequence[Field], values: Mapping[str, Value]) -> bytes:
    """A new file with its fields in the table's order, and an outline of its words."""
    fields = [(field.name, values.get(field.name, "")) for field in table]
    return (front_matter(fields) + OUTLINES[kind]).encode()


def copy_posting(path: str, data: bytes, posted: date, values: Mapping[str, Value]) -> bytes:
    """The posting as one that was posted on a day, under its own id, with some fields of its own."""
    table = table_for(POSTING)
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


def fresh_id(stem: str, taken: Collection[str]) -> str:
    """An id for a new posting where the one that its stem gives is taken; empty where it isn't."""
    identifier = fitting_identifier(stem)
    if identifier not in taken:
        return ""
    number = 2
    while (fresh := f"{identifier[: LONGEST_IDENTIFIER - 4]}-{number}") in taken:
        number += 1
    return fresh


def free_stem(stem: str, taken: Collection[str]) -> str:
    """The stem, or the stem with the first number from 2 that is free."""
    number, free = 2, stem
    while free in taken:
        free, number = f"{stem}-{number}", number + 1
    return free
