"""What a YAML text says: text, lists and maps with their places, without types guessed."""

from dataclasses import dataclass

_ABSENT = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass(frozen=True, slots=True)
class TextNode:
    """A scalar as written; lines and columns count from 1 in the whole file."""

    text: str
    line: int
    column: int
    end_column: int
    is_quoted: bool = False

    @property
    def is_absent(self) -> bool:
        """Whether this says nothing: empty, `~` or `null` without quotes."""
        return not self.is_quoted and self.text in _ABSENT


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list."""

    items: tuple["Node", ...]
    line: int
    column: int
    end_column: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a map with its value."""

    key: TextNode
    value: "Node"


@dataclass(frozen=True, slots=True)
class MapNode:
    """A map, its entries in the order of the file."""

    entries: tuple[Entry, ...]
    line: int
    column: int
    end_column: int = 0


Node = TextNode | ListNode | MapNode
