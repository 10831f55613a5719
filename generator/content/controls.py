"""Characters that act instead of showing: on a terminal, on the direction of a line, or not at all."""

import re
import unicodedata
from collections.abc import Iterator

from msgspec.structs import replace

from generator.content.yaml.nodes import Entry, ListNode, MapNode, Node, TextNode
from generator.diagnostics.codes import front_matter as codes
from generator.diagnostics.diagnostic import Diagnostic, Span

_CONTROL = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
_CONTROLS = re.compile(f"[{_CONTROL}]")
_EACH_CONTROL = tuple(filter(_CONTROLS.match, map(chr, range(0xA0))))
# Beside those: turns of direction (UAX #9, explicit formatting) and what no file can hold.
_UNFIT = re.compile(f"[{_CONTROL}\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# What YAML calls non-printable; a tab and the line end are fine.
_NO_YAML = re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MOST_CONTROLS = 20
_UNSEEN = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))
# Letters and marks by their category, and yet nothing is drawn for them.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def without_controls(text: str) -> str:
    """The text without control characters other than tabs and line ends."""
    if text.isprintable() or not any(control in text for control in _EACH_CONTROL):
        return text  # looking for each one takes a third of the time of looking at all the text's characters
    return _CONTROLS.sub("", text)


def control_characters(path: str, text: str, first_line: int) -> Iterator[Diagnostic]:
    """A diagnostic for each of the first invisible characters that YAML doesn't take."""
    for count, match in enumerate(_NO_YAML.finditer(text)):
        if count == _MOST_CONTROLS:
            return
        before = text[: match.start()]
        column = match.start() - (before.rfind("\n") + 1) + 1
        name = f"U+{ord(match[0]):04X}"
        yield Diagnostic(
            codes.CONTROL_CHARACTER,
            f"an invisible character ({name}) stands here",
            "delete it: type the words around it anew instead of pasting them",
            Span(path, first_line + before.count("\n"), column, column + 1),
        )


def is_blank(text: str) -> bool:
    """Whether nothing of the text can be seen."""
    if text.isascii():
        return not text.strip()
    return all(map(_is_unseen, text))


def _is_unseen(ch: str) -> bool:
    is_selector = "\ufe00" <= ch <= "\ufe0f"
    return unicodedata.category(ch) in _UNSEEN or ch in _BLANK or is_selector


def is_fit(text: str) -> bool:
    """Whether no value of this YAML text can hold an unfit character, by itself or as an escape."""
    return "\\" not in text and _UNFIT.search(text) is None


def unfit_texts(node: Node) -> Iterator[tuple[TextNode, str]]:
    """Each text below the node that holds an unfit character, and the first of those."""
    match node:
        case TextNode(text=text):
            found = _UNFIT.search(text)
            if found:
                yield node, found[0]
        case ListNode(items=items):
            for item in items:
                yield from unfit_texts(item)
        case MapNode(entries=entries):
            for entry in entries:
                yield from unfit_texts(entry.key)
                yield from unfit_texts(entry.value)


def without_unfit(node: MapNode) -> MapNode:
    """The map with the unfit characters of all its texts left out."""
    entries = (Entry(_fit_text(entry.key), _fit(entry.value)) for entry in node.entries)
    return replace(node, entries=tuple(entries))


def _fit(node: Node) -> Node:
    match node:
        case TextNode():
            return _fit_text(node)
        case ListNode():
            return replace(node, items=tuple(map(_fit, node.items)))
        case MapNode():
            return without_unfit(node)


def _fit_text(node: TextNode) -> TextNode:
    return replace(node, text=_UNFIT.sub("", node.text))
