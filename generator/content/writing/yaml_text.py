"""Front matter written so that it is read back as it was meant, with quotes only where they are needed."""

from collections.abc import Sequence

import msgspec

from generator.content.yaml.loader import load
from generator.content.yaml.nodes import ListNode, TextNode

Value = str | Sequence[str]


def front_matter(fields: Sequence[tuple[str, Value]]) -> str:
    """The fields in their order between two fences; those without a value are left out."""
    return "---\n" + "".join(field_text(name, value) for name, value in fields if value) + "---\n"


def field_text(name: str, value: Value) -> str:
    """One field with its line end: a single value on its line, several in brackets or one below another."""
    if isinstance(value, str):
        return f"{name}: {scalar(value)}\n"
    if len(value) == 1:
        return f"{name}: {scalar(value[0])}\n"
    inline = f"{name}: [{', '.join(value)}]\n"
    if len(inline) <= 100 and _items(inline) == tuple(value):
        return inline
    return f"{name}:\n" + "".join(f"  - {scalar(item)}\n" for item in value)


def scalar(text: str) -> str:
    """The text as it is where YAML reads it so, else in double quotes."""
    if _items(f"x: {text}\n") == (text,) and _items(f"x:\n  - {text}\n") == (text,):
        return text
    return msgspec.json.encode(text).decode()


def _items(line: str) -> tuple[str, ...] | None:
    """The texts that a field written like this holds; None where it is no text or list of texts."""
    mapping, problems = load("", line)
    if mapping is None or problems or len(mapping.entries) != 1:
        return None
    value = mapping.entries[0].value
    nodes = value.items if isinstance(value, ListNode) else (value,)
    texts = [node.text for node in nodes if isinstance(node, TextNode) and not node.is_absent and node.text]
    return tuple(texts) if len(texts) == len(nodes) else None
