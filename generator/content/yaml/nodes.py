"""What a YAML text says: text, lists and maps with their places, without types guessed."""

from msgspec import Struct

_ABSENT = frozenset(("", "~", "null", "Null", "NULL"))


class TextNode(Struct, frozen=True):
    """A scalar as written; lines and columns count from 1 in the whole file."""

    text: str
    line: int
    column: int
    end_column: int
    is_quoted: bool = False

    @property
    def is_absent(self) -> bool:
        """Whether this says nothing: empty, `~` or `null` without quotes."""
        return self.text in _ABSENT and not self.is_quoted


class ListNode(Struct, frozen=True):
    """A list."""

    items: tuple["Node", ...]
    line: int
    column: int
    end_column: int = 0


class Entry(Struct, frozen=True):
    """One key of a map with its value."""

    key: TextNode
    value: "Node"


class MapNode(Struct, frozen=True):
    """A map, its entries in the order of the file."""

    entries: tuple[Entry, ...]
    line: int
    column: int
    end_column: int = 0


Node = TextNode | ListNode | MapNode
